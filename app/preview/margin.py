"""What stands beside the lines of a text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.theme import XS, S, theme

_BAR = 3
_FEWEST_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Row:
    """A line on the screen: pixels from the top, its number if it has one, whether it belongs to what was found."""

    top: int
    height: int
    number: int | None
    is_marked: bool


class Rows(Protocol):
    """What a margin asks its text for."""

    def rows(self, bottom: int) -> Iterator[Row]:
        """Lines on the screen down to ``bottom`` pixels."""

    @property
    def highest_number(self) -> int | None:
        """None where lines are not numbered."""


class Margin(QWidget):
    """A bar along the passage, and numbers of lines. Child of ``view``, which gives it room."""

    def __init__(self, view: QPlainTextEdit, rows: Rows) -> None:
        super().__init__(view)
        self._view = view
        self._rows = rows
        view.updateRequest.connect(self._follow)

    def sizeHint(self) -> QSize:  # noqa: N802
        highest = self._rows.highest_number
        if highest is None:
            return QSize(_BAR + S, 0)
        digits = max(_FEWEST_DIGITS, len(str(highest)))
        return QSize(_BAR + S + digits * self._view.fontMetrics().horizontalAdvance("0") + XS, 0)

    def place(self) -> None:
        """Beside the text, wherever that is now."""
        room = self._view.contentsRect()
        width = self.sizeHint().width()
        left = self._view.viewport().geometry().right() + 1 if self._is_mirrored() else room.left()
        self.setGeometry(QRect(left, room.top(), width, room.height()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setFont(self._view.font())
        bar_left = self.width() - _BAR if self._is_mirrored() else 0
        left = XS if self._is_mirrored() else _BAR
        room = QRect(left, 0, self.width() - _BAR - XS, self._view.fontMetrics().height())
        for row in self._rows.rows(event.rect().bottom()):
            if row.is_marked:
                painter.fillRect(bar_left, row.top, _BAR, row.height, theme().color("accent"))
            if row.number is not None:
                room.moveTop(row.top)
                painter.setPen(theme().color("ink-muted"))
                painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, str(row.number))

    def _follow(self, rect: QRect, moved: int) -> None:
        """The text was scrolled, or drawn anew in ``rect``."""
        if moved:
            self.scroll(0, moved)
        else:
            self.update(0, rect.y(), self.width(), rect.height())

    def _is_mirrored(self) -> bool:
        return self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft
