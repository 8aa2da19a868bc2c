from __future__ import annotations

import re
import shlex
import sys
from configparser import RawConfigParser
from pathlib import Path

import pytest

from app.desktop import autostart

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the autostart of freedesktop.org")


@pytest.fixture
def entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path / "config" / "autostart" / "hunch.desktop"


def test_it_is_off_until_it_is_asked_for_and_off_again(entry: Path) -> None:
    assert autostart.is_supported()
    assert not autostart.is_enabled()
    autostart.set_enabled(False)
    autostart.set_enabled(True)
    assert autostart.is_enabled()
    autostart.set_enabled(False)
    assert not autostart.is_enabled()
    assert not entry.exists()


def test_it_starts_this_hunch_without_a_window(entry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", '/home/mia/my "apps" $1\\50%/python')
    autostart.set_enabled(True)
    parser = RawConfigParser(interpolation=None)
    parser.read(entry)
    value = parser.get("Desktop Entry", "exec")
    # As the specification reads it: the escapes of a value, then the quotes of a command, then the percent signs.
    line = re.sub(r"\\([$`])", r"\1", value.replace("\\\\", "\\"))
    assert [word.replace("%%", "%") for word in shlex.split(line)] == autostart.start_command()
    assert autostart.start_command()[-1] == "--hidden"


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false", "Hidden = true"])
def test_what_the_desktop_switched_off_is_off(entry: Path, line: str) -> None:
    autostart.set_enabled(True)
    entry.write_text(entry.read_text().replace("X-GNOME-Autostart-enabled=true", line))
    assert not autostart.is_enabled()


def test_a_folder_that_cannot_be_written_is_an_error(entry: Path, tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file where the folder should be")
    assert not autostart.is_enabled()
    with pytest.raises(OSError, match="config"):
        autostart.set_enabled(True)
