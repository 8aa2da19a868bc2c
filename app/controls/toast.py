"""A line that goes away by itself."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPropertyAnimation, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent
from PySide6.QtWidgets import QGraphicsOpacityEffect, QHBoxLayout, QWidget

from app.controls.buttons import Button
from app.controls.surfaces import Card
from app.controls.texts import Label
from app.theme import XL, XS, L, M, S, theme

_LEAST_MS = 4_000
_LETTER_MS = 60
_WIDEST = 560


class Toast(Card):
    """At the foot of its parent; it takes no focus, and waits while the pointer is on it. Signal: ``acted``."""

    acted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        self._text = Label(wrap=True)
        self._action = Button("")
        self._action.clicked.connect(self._act)
        row = QHBoxLayout()
        row.setSpacing(M)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        self.body.setContentsMargins(M, S, M, S)
        self.body.addLayout(row)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._leave)
        self._effect = QGraphicsOpacityEffect(self)
        self.setGraphicsEffect(self._effect)
        self._fade = QPropertyAnimation(self._effect, b"opacity", self)
        self._fade.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._fade.finished.connect(self._faded)
        self.set_outline("edge")
        self.hide()
        parent.installEventFilter(self)

    def say(self, text: str, action: str | None = None) -> None:
        """Show ``text`` for as long as it takes to read it, in place of what was said before."""
        self._text.setText(text)
        self._action.setText(action or "")
        self._action.setVisible(action is not None)
        self._timer.start(_LEAST_MS + _LETTER_MS * len(text))
        self._place()
        self._effect.setOpacity(0.0)
        self.show()
        self.raise_()
        self._fade_to(1.0)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        self._timer.start(_LEAST_MS)

    def _act(self) -> None:
        self._leave()
        self.acted.emit()

    def _leave(self) -> None:
        self._timer.stop()
        self._fade_to(0.0)

    def _fade_to(self, opacity: float) -> None:
        self._fade.stop()
        self._fade.setStartValue(self._effect.opacity())
        self._fade.setEndValue(opacity)
        self._fade.setDuration(theme().duration_ms)
        self._fade.start()

    def _faded(self) -> None:
        if self._effect.opacity() < 0.5:
            self.hide()

    def _place(self) -> None:
        room = self._page.rect()
        margins = self.body.contentsMargins()
        beside = margins.left() + margins.right()
        if not self._action.isHidden():
            beside += self._action.sizeHint().width() + M
        widest = max(0, min(_WIDEST, room.width() - 2 * L))
        text = self._text.fontMetrics().horizontalAdvance(self._text.text()) + XS
        width = min(widest, text + beside)
        height = self.body.totalHeightForWidth(width)
        self.setGeometry((room.width() - width) // 2, room.height() - height - XL, width, height)
