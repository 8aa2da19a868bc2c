"""One of several widgets, with a ring around it when the keyboard is in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.controls.focus import ring
from app.theme import CONTROL_RADIUS

_RING = 3


class Stack(QStackedWidget):
    """Leaves room for the ring, which widgets without a frame do not draw themselves."""

    def __init__(self, widgets: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widgets = widgets
        self.setContentsMargins(_RING, _RING, _RING, _RING)
        for widget in widgets:
            self.addWidget(widget)
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if any(widget.hasFocus() for widget in self._widgets):
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ring(painter, QRectF(self.rect()), CONTROL_RADIUS)
