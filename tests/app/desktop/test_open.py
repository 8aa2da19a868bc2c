from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from app.desktop import open as desktop_open
from app.desktop.open import open_file, reveal
from indexer.answers import Locator
from indexer.paths import to_text

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the desktop of Linux")

# Writes its name and arguments to a file of its own, whole before it has its name.
PROGRAM = """#!{python}
import json, os, sys
name = os.path.join({folder!r}, f"{{os.getpid()}}")
with open(name + ".part", "w") as file:
    json.dump([os.path.basename(sys.argv[0]), *sys.argv[1:]], file)
os.rename(name + ".part", name + ".json")
sys.exit({code})
"""


class Desktop:
    """Programs on the PATH that keep what they were started with, and the defaults of the desktop."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._programs = folder / "bin"
        self._applications = folder / "share" / "applications"
        self._calls = folder / "calls"
        for made in (self._programs, self._applications, self._calls):
            made.mkdir(parents=True)
        monkeypatch.setenv("PATH", str(self._programs))
        monkeypatch.setenv("XDG_DATA_HOME", str(folder / "share"))
        monkeypatch.setenv("XDG_DATA_DIRS", str(folder / "nothing"))
        monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
        monkeypatch.setattr(desktop_open, "_show_item", lambda real: False)

    def program(self, name: str, code: int = 0) -> Path:
        """Make a program that ends with ``code``."""
        path = self._programs / name
        path.write_text(PROGRAM.format(python=sys.executable, folder=str(self._calls), code=code))
        path.chmod(0o755)
        return path

    def default(self, line: str, **more: str) -> None:
        """Let a program with this ``Exec`` be the one for everything."""
        keys = "\n".join(f"{name}={value}" for name, value in {"Exec": line, **more}.items())
        (self._applications / "reader.desktop").write_text(f"[Desktop Entry]\nType=Application\n{keys}\n")
        asked = self._programs / "xdg-mime"
        asked.write_text("#!/bin/sh\necho reader.desktop\n")
        asked.chmod(0o755)

    def calls(self) -> list[list[str]]:
        """What was started, once something was."""
        end = time.monotonic() + 20
        while not (found := sorted(self._calls.glob("*.json"))):
            assert time.monotonic() < end, "nothing was started"
            time.sleep(0.01)
        return [json.loads(path.read_text()) for path in found]


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desktop:
    return Desktop(tmp_path / "desktop", monkeypatch)


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str], str]:
    def make(name: str) -> str:
        path = tmp_path / name
        path.touch()
        return str(path)

    return make


@pytest.mark.parametrize(
    ("line", "name", "locator", "arguments"),
    [
        ("evince %U", "lease.pdf", {"page": 12}, ["evince", "--page-index=12", "{file}"]),
        ("/opt/x/okular %U", "lease.pdf", {"page": 3}, ["okular", "--page", "3", "{file}"]),
        ("env LANG=C zathura %f", "lease.pdf", {"page": 3}, ["zathura", "--page=3", "{file}"]),
        ("firefox %u", "a b#c.pdf", {"page": 2}, ["firefox", "file://{folder}/a%20b%23c.pdf#page=2"]),
        ("code %F", "notes.py", {"line": 40}, ["code", "--goto", "{file}:40"]),
        ("gedit %U", "notes.md", {"line": 40}, ["gedit", "+40", "{file}"]),
        ("kate -b %U", "notes.txt", {"line": 7}, ["kate", "-b", "--line", "7", "{file}"]),
        (
            "flatpak run --command=evince --file-forwarding org.gnome.Evince @@u %U @@", "lease.pdf", {"page": 9},
            ["flatpak", "run", "--command=evince", "--file-forwarding", "org.gnome.Evince", "--page-index=9", "@@",
             "{file}", "@@"],
        ),
    ],
)
def test_the_default_reader_is_taken_to_the_place(
    desktop: Desktop, file: Callable[[str], str], line: str, name: str, locator: Locator, arguments: list[str]
) -> None:
    for program in ("evince", "okular", "zathura", "firefox", "code", "gedit", "kate", "flatpak", "xdg-open"):
        made = desktop.program(program)
        line = line.replace(f"/opt/x/{program}", str(made))
    if line.startswith("env "):
        line = f"/usr/bin/{line}"
    desktop.default(line)
    path = file(name)
    open_file(path, locator)
    folder = str(Path(path).parent)
    assert desktop.calls() == [[one.replace("{file}", path).replace("{folder}", folder) for one in arguments]]


@pytest.mark.parametrize(
    ("line", "more", "name", "locator"),
    [
        ("evince %U", {}, "lease.pdf", {}),
        ("evince %U", {}, "slides.pptx", {"slide": 4}),
        ("evince %U", {}, "lease.pdf", {"page": "iv"}),
        ("unheard-of %U", {}, "lease.pdf", {"page": 12}),
        ("gedit %U --else", {}, "notes.txt", {"line": 12}),
        ("emacs %F", {"Terminal": "true"}, "notes.txt", {"line": 12}),
        ("flatpak run --command=firefox org.mozilla.firefox @@u %u @@", {}, "lease.pdf", {"page": 12}),
        ('evince "%U', {}, "lease.pdf", {"page": 12}),
        ("gone-since %U", {}, "lease.pdf", {"page": 12}),
    ],
)
def test_otherwise_the_system_opens_it_at_its_start(
    desktop: Desktop, file: Callable[[str], str], line: str, more: dict[str, str], name: str, locator: Locator
) -> None:
    for program in ("evince", "gedit", "emacs", "flatpak", "unheard-of", "xdg-open"):
        desktop.program(program)
    desktop.default(line, **more)
    path = file(name)
    open_file(path, locator)
    assert desktop.calls() == [["xdg-open", path]]


def test_a_reader_that_does_not_start_is_no_reason_to_give_up(desktop: Desktop, file: Callable[[str], str]) -> None:
    desktop.default("evince %U")
    desktop.program("xdg-open")
    path = file("lease.pdf")
    open_file(path, {"page": 12})
    assert desktop.calls() == [["xdg-open", path]]


@pytest.mark.parametrize("name", ["-rf; echo $(id) `id`.txt", "a\nb\t\"'\\.txt", "ع.txt", "{file}%U.txt", "n" * 250])
def test_names_are_handed_on_as_they_are(desktop: Desktop, file: Callable[[str], str], name: str) -> None:
    desktop.program("xdg-open")
    path = file(name)
    open_file(to_text(path), {})
    assert desktop.calls() == [["xdg-open", path]]


def test_a_name_that_is_no_text(desktop: Desktop, file: Callable[[str], str]) -> None:
    desktop.program("gedit")
    desktop.default("gedit %U")
    path = file(os.fsdecode(b"caf\xe9.txt"))
    open_file(to_text(path), {"line": 2})
    assert desktop.calls() == [["gedit", "+2", path]]


def test_a_file_that_is_gone_is_said_to_be(desktop: Desktop, tmp_path: Path) -> None:
    desktop.program("xdg-open")
    for act in (lambda path: open_file(path, {}), reveal):
        with pytest.raises(FileNotFoundError):
            act(str(tmp_path / "gone.txt"))


def test_that_no_program_opens_it_is_said(desktop: Desktop, file: Callable[[str], str]) -> None:
    path = file("odd.xyz")
    with pytest.raises(OSError, match="xdg-open is not installed"):
        open_file(path, {})
    desktop.program("xdg-open", code=3)
    with pytest.raises(OSError, match="No program could open it"):
        open_file(path, {})


def test_a_folder_is_opened_where_no_file_manager_can_be_asked(desktop: Desktop, file: Callable[[str], str]) -> None:
    desktop.program("xdg-open")
    path = file("lease.pdf")
    reveal(path)
    assert desktop.calls() == [["xdg-open", str(Path(path).parent)]]
