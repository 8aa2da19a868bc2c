"""The button at the end of a field that empties it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from app.theme import theme

_SIZE = 20


class ClearAction(QAction):
    """There while ``edit`` holds something. Qt's own button has a drawing of Qt's, which follows no theme."""

    def __init__(self, edit: QLineEdit) -> None:
        super().__init__(edit)
        self.setText(QCoreApplication.translate("Words", "Clear"))
        self.triggered.connect(edit.clear)
        edit.textChanged.connect(self._follow)
        theme().changed.connect(self._dress)
        self._dress()
        edit.addAction(self, QLineEdit.ActionPosition.TrailingPosition)
        self._follow(edit.text())

    def _follow(self, text: str) -> None:
        self.setVisible(bool(text))

    def _dress(self) -> None:
        self.setIcon(theme().icon("close", "ink-muted", _SIZE))
