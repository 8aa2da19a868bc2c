"""What the quick search is drawn on: a round card with a shadow, or a plain one without a compositor."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from app.theme import CARD_RADIUS, XL, S, theme

SHADOW = XL
"""How far the shadow reaches beyond the card."""
_STEP = 2
_DARKEST = 0.05


def paint_frame(painter: QPainter, whole: QRect, *, translucent: bool) -> None:
    """Fill a window of this size."""
    look = theme()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if not translucent:
        painter.fillRect(whole, look.color("edge"))
        painter.fillRect(whole.adjusted(1, 1, -1, -1), look.color("surface"))
        return
    card = QRectF(whole.marginsRemoved(QMargins(SHADOW, SHADOW, SHADOW, SHADOW)))
    shade = QColor(Qt.GlobalColor.black)
    painter.setPen(Qt.PenStyle.NoPen)
    for reach in range(SHADOW, 0, -_STEP):
        shade.setAlphaF(_DARKEST * (1 - reach / SHADOW) ** 2)
        painter.setBrush(shade)
        around = card.adjusted(-reach, S - reach, reach, min(SHADOW, reach + S))
        painter.drawRoundedRect(around, CARD_RADIUS + reach, CARD_RADIUS + reach)
    painter.setPen(look.color("line"))
    painter.setBrush(look.color("surface"))
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), CARD_RADIUS, CARD_RADIUS)
