"""The ``hunch`` command: without a subcommand the window, with ``toggle`` the quick search."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.wish import Do

_OWN: Mapping[str, Do] = {"--hidden": "hide", "toggle": "toggle"}


def main() -> int:
    """Open the window, or hand every other subcommand to the command line, which never loads Qt."""
    asked = _window_asked(sys.argv[1:])
    if asked is not None:
        missing = _missing()
        if missing is None:
            from app.start import start

            return start(*asked)
        print(f"{missing}, so the window cannot open; hunch --help tells what a terminal can do.", file=sys.stderr)
        if asked[0] != "show":
            return 1
    from indexer.cli import main as command_line

    return command_line()


def _window_asked(arguments: Sequence[str]) -> tuple[Do, str | None] | None:
    """What is to be done and the data folder, when these arguments are for the window."""
    do: Do = "show"
    data_dir: str | None = None
    rest = list(arguments)
    while rest:
        one = rest.pop(0)
        if one == "--data-dir" and rest:
            data_dir = rest.pop(0)
        elif one.startswith("--data-dir="):
            data_dir = one.partition("=")[2]
        elif one in _OWN and do == "show":
            do = _OWN[one]
        else:
            return None
    return do, data_dir


def _missing() -> str | None:
    """What a window lacks here: Qt would end the process over it."""
    given = os.environ.get
    if sys.platform in ("win32", "darwin") or given("WAYLAND_DISPLAY"):
        return None
    if not given("DISPLAY"):
        return "There is no display here"
    import ctypes

    from app.desktop.xcb import Display

    try:
        Display().close()
    except OSError:
        return f"The display {given('DISPLAY')} does not answer"
    try:
        ctypes.CDLL("libxcb-cursor.so.0")
    except OSError:
        return "The system's library libxcb-cursor0 is not installed"
    return None


if __name__ == "__main__":
    sys.exit(main())
