"""The menus of files."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from app.search.actions import Act
from app.shortcuts import Name, shortcut
from app.theme import theme


class FileMenu(QMenu):
    """What can be done with a file; gone when it closes.

    Args:
        act: does what is chosen.
    """

    def __init__(self, act: Callable[[Act], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._act = act
        self.aboutToHide.connect(self.deleteLater)

    def add(
        self, act: Act, icon: str, text: str, name: Name | None = None, *, enabled: bool = True, on: bool = False
    ) -> None:
        """An entry.

        Args:
            name: its keys, to which the view listens.
            on: it is in force, and taken back by choosing it again.
        """
        action = self.addAction(theme().icon("check" if on else icon), text, partial(self._act, act))
        action.setEnabled(enabled)
        action.setCheckable(on)
        action.setChecked(on)
        if name is not None:
            action.setShortcut(shortcut(name))
            # The view listens to it; here it is only shown.
            action.setShortcutVisibleInContextMenu(True)


class ResultMenu(FileMenu):
    """Of a file that was found.

    Args:
        is_found: the file answers a question.
        versions: whether other versions of it are seen; None where there are none.
        away: whether it is an example of what is not wanted; None where it is no example.
        has_passage: there is a text to copy.
        in_folder: its folder can be left out.
    """

    def __init__(
        self, act: Callable[[Act], None], *, is_found: bool, versions: bool | None, away: bool | None,
        has_passage: bool, in_folder: bool, parent: QWidget
    ) -> None:
        super().__init__(act, parent)
        self.add("open", "open", self.tr("Open"), "open")
        self.add("reveal", "reveal", self.tr("Show in folder"), "open_folder")
        if versions is not None:
            said = self.tr("Hide the other versions") if versions else self.tr("Show the versions")
            self.add("versions", "duplicates", said, "fold" if versions else "unfold")
        self.addSeparator()
        self.add("copy_path", "copy", self.tr("Copy the path"), "copy_path")
        self.add("copy_passage", "copy-text", self.tr("Copy the passage"), "copy_passage", enabled=has_passage)
        self.addSeparator()
        self.add("similar", "similar", self.tr("Find similar files"), "similar")
        self.add("more_like", "nearer", self.tr("More like this"), "more_like", enabled=is_found, on=away is False)
        self.add("less_like", "further", self.tr("Less like this"), "less_like", enabled=is_found, on=away is True)
        self.add("why", "why", self.tr("Why is it here?"), "why", enabled=is_found)
        self.addSeparator()
        self.add("remove", "eye-off", self.tr("Remove from this list"), enabled=is_found)
        self.add("leave_out", "folder", self.tr("Leave its folder out"), enabled=in_folder)
