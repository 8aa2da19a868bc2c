"""What the quick search shows before anything is typed: earlier searches and the files changed last."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from app import words
from app.bridge import Bridge
from app.memory import Memory
from app.theme import theme
from indexer.answers import RecentFile

_SEARCHES = 3
_FILES = 5
_ROLE = Qt.ItemDataRole.UserRole


class Starters(QListWidget):
    """A list that is walked by the field's arrow keys; nothing is chosen at first.

    Signals:
        search_wanted: an earlier search. file_wanted: path of a file, and whether its folder is meant.
    """

    search_wanted = Signal(str)
    file_wanted = Signal(str, bool)

    def __init__(self, bridge: Bridge, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._memory = memory
        self._files: list[RecentFile] = []
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Recent searches and files"))
        self.itemClicked.connect(lambda item: self._choose(item))

    def renew(self) -> None:
        """Show what is known, and ask for the newest files."""
        self._fill()
        self._bridge.ask(self, lambda face: face.recent(_FILES), self._told, lambda error: None)

    def step(self, by: int) -> None:
        """Go down or up by one row, from end to end."""
        if self.count():
            self.setCurrentRow((self.currentRow() + by) % self.count())

    def choose(self) -> None:
        """Take the current row, if one is."""
        if (item := self.currentItem()) is not None:
            self._choose(item)

    def _told(self, files: list[RecentFile]) -> None:
        self._files = files
        self._fill()

    def _fill(self) -> None:
        chosen = self.currentRow()
        self.clear()
        for text in self._memory.searches[:_SEARCHES]:
            item = QListWidgetItem(theme().icon("history", "ink-muted"), text, self)
            item.setData(_ROLE, ("search", text))
        for file in self._files:
            name = file.title or words.name_of(file.path)
            item = QListWidgetItem(theme().kind_icon(file.kind, 20), f"{name}   ·   {words.when(file.modified)}", self)
            item.setData(_ROLE, ("file", file.path))
            item.setToolTip(words.folder_of(file.path))
        self.setCurrentRow(min(chosen, self.count() - 1))
        self.updateGeometry()

    def _choose(self, item: QListWidgetItem) -> None:
        kind, value = item.data(_ROLE)
        if kind == "search":
            self.search_wanted.emit(value)
        else:
            self.file_wanted.emit(value, False)
