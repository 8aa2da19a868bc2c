from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app.__main__ import _window_asked

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("arguments", "asked"),
    [
        ([], ("show", None)), (["toggle"], ("toggle", None)), (["--hidden"], ("hide", None)),
        (["--data-dir", "/x"], ("show", "/x")), (["--data-dir=/x", "toggle"], ("toggle", "/x")),
        (["toggle", "now"], None), (["search", "toggle"], None), (["--help"], None), (["--data-dir"], None),
    ],
)
def test_only_the_window_is_the_windows(arguments: list[str], asked: tuple[str, str | None] | None) -> None:
    assert _window_asked(arguments) == asked


def test_commands_load_nothing_of_qt(tmp_path: Path) -> None:
    code = (
        "import sys; sys.argv = ['hunch', '--data-dir', sys.argv[1], 'status']\n"
        "from app.__main__ import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "found = [name for name in sys.modules if name.startswith(('PySide6', 'shiboken6'))]\n"
        "assert not found, found"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "data")], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_without_a_display_it_says_so_and_keeps_to_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    done = subprocess.run(
        [sys.executable, "-P", "-m", "app", "--data-dir", str(tmp_path / "data"), "toggle"],
        cwd=tmp_path, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
    )
    assert done.returncode == 1
    assert "no display" in done.stderr
