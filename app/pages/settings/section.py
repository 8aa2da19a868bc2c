"""A heading with settings below it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.controls import Card, FormRow, Hairline, Label
from app.pages.state_line import StateLine
from app.theme import L, M, S


class SettingRow(QWidget):
    """A row, and below it what else there is to say, such as why a change was refused."""

    def __init__(self, label: str, explanation: str, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = FormRow(label, explanation, control)
        self.note = StateLine(wrap=True)
        self.note.setContentsMargins(0, 0, 0, M)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.form)
        layout.addWidget(self.note)
        self._lines = layout

    def add_line(self, line: QWidget) -> None:
        """One more line between the setting and its note."""
        line.setContentsMargins(0, 0, 0, M)
        self._lines.insertWidget(1, line)


class Section(QWidget):
    """A card of rows with hairlines between them, below its title if it has one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Label(style="title", strong=True)
        self._title.hide()
        self._card = Card()
        self._card.body.setContentsMargins(L, S, L, S)
        self._card.body.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(S)
        layout.addWidget(self._title)
        layout.addWidget(self._card)

    def set_title(self, title: str) -> None:
        """Give it a title."""
        self._title.setText(title)
        self._title.show()
        self.setAccessibleName(title)

    def add(self, label: str, explanation: str, control: QWidget) -> SettingRow:
        """One more setting."""
        if self._card.body.count():
            self._card.body.addWidget(Hairline())
        row = SettingRow(label, explanation, control)
        self._card.body.addWidget(row)
        return row
