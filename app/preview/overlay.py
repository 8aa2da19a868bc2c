"""What is drawn over a page: the passage marked as with a pen, and outlines of text in a picture."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.preview.spots import Box, TextBox
from app.theme import theme

_SATURATION, _LIGHTNESS = 0.9, 0.74
_UNDER_OPACITY = 0.18


def within(place: QRectF, box: Box) -> QRectF:
    """Where ``box`` is on a page that is drawn at ``place``."""
    left, top, width, height = box
    return QRectF(
        place.left() + left * place.width(), place.top() + top * place.height(), width * place.width(),
        height * place.height(),
    )


def paint_marks(painter: QPainter, place: QRectF, marks: Sequence[Box]) -> None:
    """What is printed under a mark stays as dark as it is, in light and dark themes: pages are light in both."""
    hue = max(0.0, theme().color("mark").hslHueF())
    painter.save()
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor.fromHslF(hue, _SATURATION, _LIGHTNESS))
    for mark in marks:
        painter.drawRoundedRect(within(place, mark).adjusted(-2, -1, 2, 1), 2, 2)
    painter.restore()


def paint_boxes(painter: QPainter, place: QRectF, boxes: Sequence[TextBox], under: TextBox | None) -> None:
    """``under`` is the one the pointer is over."""
    for box in boxes:
        ground = theme().color("accent")
        painter.setPen(QPen(ground, 2 if box is under else 1))
        ground.setAlphaF(_UNDER_OPACITY if box is under else 0.0)
        painter.setBrush(ground)
        painter.drawRoundedRect(within(place, box.box), 3, 3)
