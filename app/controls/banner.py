"""A sentence about the state of things, with one thing to do about it."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from app.controls.buttons import Button, QuietButton
from app.controls.surfaces import Card
from app.controls.texts import Label
from app.theme import M, S, theme

BannerKind = Literal["good", "warn", "bad"]

_DRAWINGS = {"good": "good", "warn": "warning", "bad": "error"}
_ICON = 20


class Banner(Card):
    """Stays until it is put away. Signals: ``acted`` by its button, ``dismissed`` by its cross (it is hidden then)."""

    acted = Signal()
    dismissed = Signal()

    def __init__(
        self, kind: BannerKind, text: str, action: str | None = None, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kind: BannerKind = kind
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._icon = QLabel()
        self._text = Label(text, wrap=True)
        self._action = Button(action or "")
        self._action.clicked.connect(self.acted)
        self._action.setVisible(action is not None)
        close = QuietButton("close", self.tr("Dismiss"))
        close.clicked.connect(self._dismiss)
        row = QHBoxLayout()
        row.setSpacing(M)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._text, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._action, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.setContentsMargins(M, S, M, S)
        self.body.addLayout(row)
        self._dress()
        theme().changed.connect(self._dress)

    def say(self, kind: BannerKind, text: str, action: str | None = None) -> None:
        """Say something else."""
        self._kind = kind
        self._text.setText(text)
        self._action.setText(action or "")
        self._action.setVisible(action is not None)
        self._dress()
        if self.isVisible():
            self._announce()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._announce()

    def _announce(self) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._text.text()))

    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()

    def _dress(self) -> None:
        self.set_outline(self._kind)
        self._icon.setPixmap(theme().pixmap(_DRAWINGS[self._kind], self._kind, _ICON, self.devicePixelRatioF()))
