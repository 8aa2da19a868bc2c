"""On or off, in force at once."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.controls.focus import ring
from app.theme import theme
from app.theme.icons import paint

_TRACK = QSize(36, 20)
_RING = 4


class Switch(QAbstractButton):
    """A check box for what takes effect at once; told by place and a tick, not by colour alone."""

    def __init__(self, accessible_name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(accessible_name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._place = 0.0
        self._slide = QVariantAnimation(self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._slide.valueChanged.connect(self._moved)
        self.toggled.connect(self._toggled)
        theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(_TRACK.width() + 2 * _RING, _TRACK.height() + 2 * _RING)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        look = theme()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            room = QRectF(self.rect())
            track = QRectF(0, 0, _TRACK.width(), _TRACK.height())
            track.moveCenter(room.center())
            is_on = self.isChecked()
            if not self.isEnabled():
                ground, edge, thumb = look.color("line"), look.color("line"), look.color("surface")
            elif is_on:
                ground, edge, thumb = look.color("accent"), look.color("accent"), look.color("on-accent")
            else:
                ground, edge, thumb = look.color("hover" if self.underMouse() else "surface"), look.color("edge"), None
            painter.setPen(QPen(edge, 1.5))
            painter.setBrush(ground)
            painter.drawRoundedRect(track.adjusted(0.75, 0.75, -0.75, -0.75), 9.25, 9.25)
            place = 1 - self._place if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else self._place
            knob = QRectF(0, 0, 14, 14) if is_on else QRectF(0, 0, 12, 12)
            knob.moveCenter(track.center())
            knob.moveLeft(track.left() + 3 + place * (track.width() - 6 - knob.width()))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(thumb or look.color("edge"))
            painter.drawEllipse(knob)
            if is_on:
                paint(painter, "check", ground, knob.adjusted(2, 2, -2, -2))
            if self.hasFocus():
                ring(painter, room, _TRACK.height() / 2 + _RING - 1)

    def enterEvent(self, event: object) -> None:  # noqa: N802
        self.update()

    def leaveEvent(self, event: object) -> None:  # noqa: N802
        self.update()

    def _toggled(self, is_on: bool) -> None:
        self._slide.stop()
        self._slide.setStartValue(self._place)
        self._slide.setEndValue(1.0 if is_on else 0.0)
        self._slide.setDuration(theme().duration_ms if self.isVisible() else 0)
        self._slide.start()

    def _moved(self, place: float) -> None:
        self._place = place
        self.update()
