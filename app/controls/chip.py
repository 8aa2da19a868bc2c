"""A small pill that stands for one thing chosen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.controls.focus import ring
from app.theme import XS, M, S, theme
from app.theme.icons import paint

_HEIGHT = 28
_ICON = 16
_CROSS = 14
_WIDEST_TEXT = 260


class Chip(QAbstractButton):
    """Signals: ``clicked``, and ``removed`` by its cross or the Delete key, where ``removable``."""

    removed = Signal()

    def __init__(
        self, text: str, removable: bool = False, *, icon: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._removable = removable
        self._icon = icon
        self._is_cross_pressed = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setText(text)
        if removable:
            self.setAccessibleDescription(self.tr("Delete removes it"))
        self._dress()
        theme().changed.connect(self._dress)

    def sizeHint(self) -> QSize:  # noqa: N802
        text = min(self.fontMetrics().horizontalAdvance(self.text()), _WIDEST_TEXT)
        start = S + _ICON + XS if self._icon else M
        end = XS + _CROSS + S if self._removable else M
        return QSize(start + text + end, max(_HEIGHT, self.fontMetrics().height() + S))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        look = theme()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            room = QRectF(self.rect())
            is_chosen = self.isChecked() or self._removable
            ground = look.color("accent-soft" if is_chosen else "hover" if self.underMouse() else "surface")
            painter.setPen(QPen(look.color("accent" if is_chosen else "edge"), 1))
            painter.setBrush(look.color("line") if self.isDown() and not self._is_cross_pressed else ground)
            radius = room.height() / 2
            painter.drawRoundedRect(room.adjusted(0.5, 0.5, -0.5, -0.5), radius - 0.5, radius - 0.5)
            ink = look.color("ink" if self.isEnabled() else "ink-muted")
            text = room.adjusted(M, 0, -M, 0)
            if self._icon:
                text.setLeft(S + _ICON + XS)
                self._draw(painter, self._icon, ink, QRectF(S, (room.height() - _ICON) / 2, _ICON, _ICON))
            if self._removable:
                cross = self._cross()
                text.setRight(cross.left() - XS)
                if self._is_over_cross():
                    painter.setPen(Qt.PenStyle.NoPen)
                    painter.setBrush(look.color("line"))
                    painter.drawEllipse(self._mirrored(cross).adjusted(-3, -3, 3, 3))
                self._draw(painter, "close", ink, cross)
            painter.setPen(ink)
            shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, int(text.width()) + 1)
            painter.drawText(self._mirrored(text), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, shown)
            if self.hasFocus():
                ring(painter, room, radius - 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        on_cross = self._hits_cross(event.position().toPoint())
        self._is_cross_pressed = on_cross and event.button() == Qt.MouseButton.LeftButton
        if not self._is_cross_pressed:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if not self._is_cross_pressed:
            super().mouseReleaseEvent(event)
        elif self._hits_cross(event.position().toPoint()):
            self.removed.emit()
        self._is_cross_pressed = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mouseMoveEvent(event)
        self.update()

    def leaveEvent(self, event: object) -> None:  # noqa: N802
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if self._removable and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _dress(self) -> None:
        self.setFont(theme().font("caption"))
        self.updateGeometry()
        self.update()

    def _draw(self, painter: QPainter, name: str, color: QColor, place: QRectF) -> None:
        paint(painter, name, color, self._mirrored(place))

    def _cross(self) -> QRectF:
        """Where it is with a language that runs from left to right."""
        return QRectF(self.width() - S - _CROSS, (self.height() - _CROSS) / 2, _CROSS, _CROSS)

    def _mirrored(self, rect: QRectF) -> QRectF:
        if self.layoutDirection() != Qt.LayoutDirection.RightToLeft:
            return rect
        return QRectF(self.width() - rect.right(), rect.top(), rect.width(), rect.height())

    def _hits_cross(self, point: QPoint) -> bool:
        return self._removable and self._mirrored(self._cross()).adjusted(-XS, -S, S, S).contains(point)

    def _is_over_cross(self) -> bool:
        return self.underMouse() and self._hits_cross(self.mapFromGlobal(self.cursor().pos()))
