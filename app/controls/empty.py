"""What a page says while there is nothing on it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.controls.buttons import Button
from app.controls.texts import Label
from app.theme import XL, L, S, theme
from app.theme.icons import paint

_DISC = 72
_DRAWING = 32
_WIDEST_TEXT = 420


class EmptyState(QWidget):
    """What will be here, and the one next step. Signals: ``acted`` by its button, ``asked`` by a second, quiet one."""

    acted = Signal()
    asked = Signal()

    def __init__(
        self, icon: str, title: str, text: str, action_text: str | None = None, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._title = Label(title, "title", strong=True, wrap=True)
        self._text = Label(text, "body", "ink-muted", wrap=True)
        self._action = Button(action_text or "", primary=True)
        self._action.setVisible(action_text is not None)
        self._action.clicked.connect(self.acted)
        self._question = Button("")
        self._question.hide()
        self._question.clicked.connect(self.asked)
        self._disc = _Disc(icon)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, XL)
        column.setSpacing(S)
        column.addStretch(2)
        column.addWidget(self._disc, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(S)
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            # As wide as it may be, and centred: with an alignment of its own it would be as narrow as it can.
            label.setMaximumWidth(_WIDEST_TEXT)
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(label, _WIDEST_TEXT)
            row.addStretch(1)
            column.addLayout(row)
        column.addSpacing(L - S)
        column.addWidget(self._action, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._question, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def say(
        self, icon: str, title: str, text: str, action_text: str | None = None, question_text: str | None = None
    ) -> None:
        """Say something else."""
        self._disc.set_icon(icon)
        self._title.setText(title)
        self._text.setText(text)
        self._action.setText(action_text or "")
        self._action.setVisible(action_text is not None)
        self._question.setText(question_text or "")
        self._question.setVisible(question_text is not None)


class _Disc(QWidget):
    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self.setFixedSize(_DISC, _DISC)
        theme().changed.connect(self.update)

    def set_icon(self, icon: str) -> None:
        self._icon = icon
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("accent-soft"))
            painter.drawEllipse(self.rect())
            edge = (_DISC - _DRAWING) / 2
            paint(painter, self._icon, theme().color("accent"), QRectF(edge, edge, _DRAWING, _DRAWING))
