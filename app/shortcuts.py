"""Every shortcut of the window: its keys, and how the keyboard help names it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

Name = Literal[
    "search_field", "history", "clear", "open", "open_folder", "copy_path", "copy_passage", "similar", "more_like",
    "less_like", "unfold", "fold", "why", "preview",
    "passage_next", "passage_previous", "page_next", "page_previous", "zoom_in", "zoom_out", "zoom_fit", "page_1",
    "page_2", "page_3", "page_4", "page_5", "page_6", "page_7", "settings", "help", "pause", "close", "quit", "missing",
    "quick_more", "quick_hide",
]
Group = Literal["search", "result", "preview", "window", "quick"]


@dataclass(frozen=True, slots=True)
class Shortcut:
    """``keys`` are alternatives in Qt's portable notation (Ctrl is Command on a Mac), the usual one first.

    ``silent`` are further ones that need no mention: the same key elsewhere on a keyboard.
    """

    name: Name
    group: Group
    keys: tuple[str, ...]
    silent: tuple[str, ...]
    source: str

    @property
    def label(self) -> str:
        """What it does, in the person's language."""
        return QCoreApplication.translate("Words", self.source)

    @property
    def told(self) -> list[QKeySequence]:
        """What the help shows."""
        return [_sequence(keys) for keys in self.keys]

    @property
    def all(self) -> list[QKeySequence]:
        """What the window listens to."""
        return [_sequence(keys) for keys in (*self.keys, *self.silent)]


def shortcut(name: Name) -> QKeySequence:
    """The usual keys of this shortcut."""
    return _BY_NAME[name].told[0]


def shortcuts(name: Name) -> list[QKeySequence]:
    """All keys of this shortcut, the usual ones first."""
    return _BY_NAME[name].all


def bind(name: Name, widget: QWidget, act: Callable[[], object]) -> None:
    """Let ``act`` follow all keys of this shortcut wherever the keyboard is in ``widget``."""
    for keys in shortcuts(name):
        QShortcut(keys, widget, context=Qt.ShortcutContext.WidgetWithChildrenShortcut).activated.connect(act)


def group_title(group: Group) -> str:
    """Heading of a group, in the person's language."""
    return QCoreApplication.translate("Words", _TITLES[group])


def _sequence(keys: str) -> QKeySequence:
    return QKeySequence.fromString(keys, QKeySequence.SequenceFormat.PortableText)


def _row(name: Name, group: Group, keys: str, source: object, silent: str = "") -> Shortcut:
    return Shortcut(name, group, tuple(keys.split()), tuple(silent.split()), str(source))


_TITLES: dict[Group, str] = {
    "search": str(QT_TRANSLATE_NOOP("Words", "Searching")),
    "result": str(QT_TRANSLATE_NOOP("Words", "The selected file")),
    "preview": str(QT_TRANSLATE_NOOP("Words", "Preview")),
    "window": str(QT_TRANSLATE_NOOP("Words", "Window")),
    "quick": str(QT_TRANSLATE_NOOP("Words", "Quick search")),
}

SHORTCUTS: tuple[Shortcut, ...] = (
    _row("search_field", "search", "Ctrl+F Ctrl+K /", QT_TRANSLATE_NOOP("Words", "Go to the search field")),
    _row("history", "search", "Ctrl+H", QT_TRANSLATE_NOOP("Words", "Earlier searches")),
    _row("clear", "search", "Esc", QT_TRANSLATE_NOOP("Words", "Clear the search")),
    _row("missing", "search", "Ctrl+Shift+I", QT_TRANSLATE_NOOP("Words", "A file is missing")),
    _row("open", "result", "Return", QT_TRANSLATE_NOOP("Words", "Open"), "Enter"),
    _row("open_folder", "result", "Ctrl+Return", QT_TRANSLATE_NOOP("Words", "Show in folder"), "Ctrl+Enter"),
    _row("copy_passage", "result", "Ctrl+C", QT_TRANSLATE_NOOP("Words", "Copy the passage")),
    _row("copy_path", "result", "Ctrl+Shift+C", QT_TRANSLATE_NOOP("Words", "Copy the path")),
    _row("similar", "result", "Ctrl+L", QT_TRANSLATE_NOOP("Words", "Find similar files")),
    _row("more_like", "result", "Alt+Up", QT_TRANSLATE_NOOP("Words", "More like this")),
    _row("less_like", "result", "Alt+Down", QT_TRANSLATE_NOOP("Words", "Less like this")),
    _row("unfold", "result", "Right", QT_TRANSLATE_NOOP("Words", "Show its other versions")),
    _row("fold", "result", "Left", QT_TRANSLATE_NOOP("Words", "Hide its other versions")),
    _row("why", "result", "Ctrl+I", QT_TRANSLATE_NOOP("Words", "Why is it here?")),
    _row("preview", "preview", "Space", QT_TRANSLATE_NOOP("Words", "Show or hide the preview")),
    _row("passage_next", "preview", "F3 Ctrl+G", QT_TRANSLATE_NOOP("Words", "Next passage found")),
    _row("passage_previous", "preview", "Shift+F3 Ctrl+Shift+G", QT_TRANSLATE_NOOP("Words", "Previous passage found")),
    _row("page_next", "preview", "Ctrl+PgDown", QT_TRANSLATE_NOOP("Words", "Next page")),
    _row("page_previous", "preview", "Ctrl+PgUp", QT_TRANSLATE_NOOP("Words", "Previous page")),
    _row("zoom_in", "preview", "Ctrl++", QT_TRANSLATE_NOOP("Words", "Larger"), "Ctrl+="),
    _row("zoom_out", "preview", "Ctrl+-", QT_TRANSLATE_NOOP("Words", "Smaller")),
    _row("zoom_fit", "preview", "Ctrl+0", QT_TRANSLATE_NOOP("Words", "Fit the width")),
    _row("page_1", "window", "Ctrl+1", QT_TRANSLATE_NOOP("Words", "Search")),
    _row("page_2", "window", "Ctrl+2", QT_TRANSLATE_NOOP("Words", "Duplicates")),
    _row("page_3", "window", "Ctrl+3", QT_TRANSLATE_NOOP("Words", "Folders")),
    _row("page_4", "window", "Ctrl+4", QT_TRANSLATE_NOOP("Words", "Problems")),
    _row("page_5", "window", "Ctrl+5", QT_TRANSLATE_NOOP("Words", "Models")),
    _row("page_6", "window", "Ctrl+6", QT_TRANSLATE_NOOP("Words", "Settings")),
    _row("settings", "window", "Ctrl+,", QT_TRANSLATE_NOOP("Words", "Settings")),
    _row("page_7", "window", "Ctrl+7", QT_TRANSLATE_NOOP("Words", "About")),
    _row("pause", "window", "Ctrl+P", QT_TRANSLATE_NOOP("Words", "Pause indexing, or go on")),
    _row("help", "window", "F1 ?", QT_TRANSLATE_NOOP("Words", "Keyboard help")),
    _row("close", "window", "Ctrl+W", QT_TRANSLATE_NOOP("Words", "Close the window")),
    _row("quit", "window", "Ctrl+Q", QT_TRANSLATE_NOOP("Words", "Quit")),
    _row("quick_more", "quick", "Tab", QT_TRANSLATE_NOOP("Words", "Show more in the window")),
    _row("quick_hide", "quick", "Esc", QT_TRANSLATE_NOOP("Words", "Hide the quick search")),
)

_BY_NAME = {one.name: one for one in SHORTCUTS}
