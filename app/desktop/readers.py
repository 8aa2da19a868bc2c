"""The program a Linux desktop opens a file with, and how it is told a page or a line."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from collections.abc import Mapping
from configparser import Error as DesktopFileError
from configparser import RawConfigParser
from pathlib import Path

from PySide6.QtCore import QMimeDatabase

_ASK_SECONDS = 5.0
_GROUP = "Desktop Entry"
# The fields that stand for the file, and those that say nothing to the program.
_FILE_FIELDS = {"%f", "%F", "%u", "%U"}
_OTHER_FIELD = re.compile(r"%[a-zA-Z]")
_BROWSER = ("{url}#page={at}",)
_OPTION_PAGE = ("--page={at}", "{file}")
_PLUS_LINE = ("+{at}", "{file}")
_GOTO = ("--goto", "{file}:{at}")
_COLON = ("{file}:{at}",)
# Arguments by program. Page numbers start at 1 in all of them.
_PAGES: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("evince", "papers", "atril", "xreader"), ("--page-index={at}", "{file}")),
    "okular": ("--page", "{at}", "{file}"),
    "zathura": _OPTION_PAGE,
    "sioyek": ("--page", "{at}", "{file}"),
    "qpdfview": ("{file}#{at}",),
    **dict.fromkeys(("mupdf", "mupdf-gl", "mupdf-x11", "xpdf"), ("{file}", "{at}")),
    **dict.fromkeys(
        ("firefox", "firefox-esr", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable",
         "brave-browser", "brave-browser-stable", "microsoft-edge", "microsoft-edge-stable", "vivaldi",
         "vivaldi-stable"), _BROWSER,
    ),
}
_LINES: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("code", "codium", "code-oss", "cursor"), _GOTO),
    **dict.fromkeys(("kate", "kwrite"), ("--line", "{at}", "{file}")),
    "mousepad": ("--line={at}", "{file}"),
    **dict.fromkeys(("gedit", "pluma", "xed", "geany", "gvim", "emacs", "emacsclient"), _PLUS_LINE),
    **dict.fromkeys(("subl", "sublime_text", "zed", "zeditor"), _COLON),
}


def command_at(path: str, locator: Mapping[str, int | str]) -> list[str] | None:
    """The command that opens ``path``, a path of the system, at the page or line of ``locator``.

    None where there is no such place or the person's program for it is not known to go there. Any thread; asks
    ``xdg-mime``, which takes a moment.
    """
    kind = QMimeDatabase().mimeTypeForFile(path, QMimeDatabase.MatchMode.MatchExtension)
    page, line = locator.get("page"), locator.get("line")
    if kind.name() == "application/pdf" and isinstance(page, int):
        return _command(_default("application/pdf"), _PAGES, path, page)
    if kind.inherits("text/plain") and isinstance(line, int):
        return _command(_default(kind.name()) or _default("text/plain"), _LINES, path, line)
    return None


def _default(mime: str) -> Path | None:
    """The desktop file of the default program for a type."""
    try:
        asked = subprocess.run(
            ["xdg-mime", "query", "default", mime], stdin=subprocess.DEVNULL, capture_output=True,
            timeout=_ASK_SECONDS, check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    for name in asked.stdout.decode("utf-8", "replace").strip().split(";"):
        for folder in _application_folders():
            found = folder / name
            if name.endswith(".desktop") and found.is_file():
                return found
    return None


def _application_folders() -> list[Path]:
    home = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    shared = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    return [Path(folder) / "applications" for folder in (home, *shared.split(":")) if folder]


def _command(
    desktop_file: Path | None, arguments: Mapping[str, tuple[str, ...]], path: str, at: int
) -> list[str] | None:
    if desktop_file is None:
        return None
    entry = RawConfigParser(interpolation=None, strict=False, delimiters=("=",), comment_prefixes=("#",))
    try:
        entry.read_string(desktop_file.read_text(encoding="utf-8"))
        line = shlex.split(entry.get(_GROUP, "Exec", fallback=""))
    except (OSError, ValueError, DesktopFileError):
        return None
    if entry.get(_GROUP, "Terminal", fallback="false").strip() == "true":
        return None
    return _filled(line, arguments, path, at)


def _filled(line: list[str], arguments: Mapping[str, tuple[str, ...]], path: str, at: int) -> list[str] | None:
    """``Exec`` as words, with what stands for the file replaced; ``@@`` are Flatpak's marks around files it passes."""
    start = next((n for n, word in enumerate(line) if word in _FILE_FIELDS or word in ("@@", "@@u")), len(line))
    before = [word for word in line[:start] if not _OTHER_FIELD.fullmatch(word)]
    template = arguments.get(_program(before), ())
    rest = [word for word in line[start:] if word not in _FILE_FIELDS and word not in ("@@", "@@u")]
    is_wrapped = any(word in ("@@", "@@u") for word in line)
    if not template or rest or (is_wrapped and "{file}" not in template):
        return None
    words = before
    for part in template:
        word = part.format(file=path, url=Path(path).as_uri() if "{url}" in part else "", at=at)
        words += ["@@", word, "@@"] if is_wrapped and part == "{file}" else [word]
    return words


def _program(words: list[str]) -> str:
    """The name of the program that a command line starts, seen through ``env`` and ``flatpak run``."""
    names = iter(words)
    first = next(names, "")
    if Path(first).name == "env":
        first = next((word for word in names if "=" not in word), "")
    if Path(first).name == "flatpak":
        return next((word.removeprefix("--command=") for word in names if word.startswith("--command=")), "")
    return Path(first).name
