"""What can be done with the file that is shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from app.controls import Button, QuietButton
from app.theme import L, M, S, theme


class Footer(QWidget):
    """Signal ``acted``: open, reveal, copy_path, copy_passage, similar or why."""

    acted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        opens = Button(self.tr("Open"), icon="open")
        opens.clicked.connect(lambda: self.acted.emit("open"))
        reveals = Button(self.tr("Show in folder"), icon="reveal")
        reveals.clicked.connect(lambda: self.acted.emit("reveal"))
        more = QuietButton("more", self.tr("More"))
        self._menu = QMenu(more)
        self._entries: dict[str, QAction] = {}
        self._add("copy_path", "copy", self.tr("Copy the path"))
        self._add("copy_passage", "copy-text", self.tr("Copy the passage"))
        self._add("similar", "similar", self.tr("Find similar files"))
        self._add("why", "why", self.tr("Why is it here?"))
        more.setMenu(self._menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(L, M, L, M)
        row.setSpacing(S)
        row.addWidget(opens)
        row.addWidget(reveals)
        row.addStretch(1)
        row.addWidget(more)
        theme().changed.connect(self._dress)
        self._dress()

    def leave_out(self, name: str) -> None:
        """Do not offer this."""
        self._entries[name].setVisible(False)

    def show_passage(self, has_text: bool) -> None:
        """Whether there is a passage to copy."""
        self._entries["copy_passage"].setEnabled(has_text)

    def _add(self, name: str, icon: str, text: str) -> None:
        action = self._entries[name] = self._menu.addAction(text, lambda: self.acted.emit(name))
        action.setData(icon)

    def _dress(self) -> None:
        for action in self._menu.actions():
            action.setIcon(theme().icon(action.data()))
