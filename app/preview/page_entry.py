"""Where one is in a document, to read and to type."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app import words
from app.controls import Label
from app.theme import XL, XS, theme


class PageEntry(QWidget):
    """Says "page 12 of 40". Signal ``chosen``: the number that was typed."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = self._pages = 1
        self._before = Label("", "caption", "ink-muted")
        self._after = Label("", "caption", "ink-muted")
        self._field = QLineEdit()
        self._field.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._field.setAccessibleName(self.tr("Page"))
        self._field.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._field.returnPressed.connect(self._choose)
        self._field.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(XS)
        for part in (self._before, self._field, self._after):
            row.addWidget(part)
        theme().changed.connect(self._dress)
        self._dress()

    def show_page(self, number: int, pages: int) -> None:
        """Page ``number`` of ``pages`` is to be seen."""
        self._number, self._pages = number, max(1, pages)
        said = self.tr("page {number} of {pages}").replace("{pages}", words.count(pages))
        before, _, after = said.partition("{number}")
        self._before.setText(before.strip())
        self._after.setText(after.strip())
        self._field.setValidator(QIntValidator(1, self._pages, self._field))
        self._field.setText(self._shown())
        self._dress()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QFocusEvent) and event.lostFocus():
            self._field.setText(self._shown())
        return super().eventFilter(watched, event)

    def _choose(self) -> None:
        number, is_number = QLocale().toInt(self._field.text())
        if is_number and 1 <= number <= self._pages:
            self.chosen.emit(number)
        self._field.selectAll()

    def _shown(self) -> str:
        return QLocale().toString(self._number)

    def _dress(self) -> None:
        self._field.setFont(theme().font("caption", tabular=True))
        digits = self._field.fontMetrics().horizontalAdvance("0" * max(2, len(words.count(self._pages))))
        self._field.setFixedWidth(digits + XL)
