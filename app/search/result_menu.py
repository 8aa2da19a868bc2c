"""The menu of a file that was found."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from app.search.actions import Act
from app.shortcuts import Name, shortcut
from app.theme import theme


class ResultMenu(QMenu):
    """Gone when it closes.

    Args:
        act: does what is chosen.
        is_found: the file answers a question.
        has_passage: there is a text to copy.
        in_folder: its folder can be left out.
    """

    def __init__(
        self, act: Callable[[Act], None], *, is_found: bool, has_passage: bool, in_folder: bool, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._act = act
        self._add("open", "open", self.tr("Open"), "open")
        self._add("reveal", "reveal", self.tr("Show in folder"), "open_folder")
        self.addSeparator()
        self._add("copy_path", "copy", self.tr("Copy the path"), "copy_path")
        self._add("copy_passage", "copy-text", self.tr("Copy the passage"), "copy_passage", enabled=has_passage)
        self.addSeparator()
        self._add("similar", "similar", self.tr("Find similar files"), "similar")
        self._add("why", "why", self.tr("Why is it here?"), "why", enabled=is_found)
        self.addSeparator()
        self._add("remove", "eye-off", self.tr("Remove from this list"), enabled=is_found)
        self._add("leave_out", "folder", self.tr("Leave its folder out"), enabled=in_folder)
        self.aboutToHide.connect(self.deleteLater)

    def _add(self, act: Act, icon: str, text: str, name: Name | None = None, *, enabled: bool = True) -> None:
        action = self.addAction(theme().icon(icon), text, partial(self._act, act))
        action.setEnabled(enabled)
        if name is not None:
            action.setShortcut(shortcut(name))
            # The view listens to it; here it is only shown.
            action.setShortcutVisibleInContextMenu(True)
