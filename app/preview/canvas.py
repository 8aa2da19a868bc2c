"""One picture to look at: fitted, enlarged, moved about, with boxes on it."""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QPinchGesture, QToolTip, QWidget

from app.preview.overlay import paint_boxes, paint_marks, within
from app.preview.spots import Box, TextBox
from app.theme import L, S, theme

Fit = Literal["width", "whole"]

_STEP = 1.25
_SMALLEST, _LARGEST = 0.25, 8.0
_SETTLE_MS = 150
_KEY_PIXELS = 40
_DRAG_PIXELS = 4
_TOO_FINE = 0.6
"""Share of the rendered width below which a picture is rendered anew rather than shrunk."""
_MARK_SHOWN_AT = 0.3
"""Share of the height that is above the first mark when it is scrolled to."""
LARGEST_WIDTH = 4_000
"""Pixels across that the engine renders at most."""
_TIP_CHARACTERS = 300
_PAPER = QSizeF(210, 297)
"""What is taken for a page until it is there."""


class Canvas(QAbstractScrollArea):
    """Shows an image. Boxes are left, top, width, height in parts of its width and height.

    Signals:
        width_wanted: device pixels across at which the image should be rendered anew.
        turned: +1 or -1 by the page keys at the image's end or beginning.
        box_chosen: text of a box that was clicked.
    """

    width_wanted = Signal(int)
    turned = Signal(int)
    box_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._shape = QSizeF()
        self._rendered = 0
        self._fit: Fit = "width"
        self._zoom = 1.0
        self._marks: Sequence[Box] = ()
        self._boxes: Sequence[TextBox] = ()
        self._under: TextBox | None = None
        self._grabbed: QPointF | None = None
        self._was_moved = False
        self._wheel = 0
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._ask)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Pictures are not mirrored, so neither is moving about in them.
        self.horizontalScrollBar().setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.viewport().setMouseTracking(True)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        theme().changed.connect(self.viewport().update)

    @property
    def has_image(self) -> bool:
        """Whether there is something to look at."""
        return not self._image.isNull()

    @property
    def shape(self) -> QSizeF:
        """Width and height of the original."""
        return self._shape

    @property
    def zoom(self) -> float:
        """1 where the image fits."""
        return self._zoom

    def width_for(self, shape: QSizeF, fit: Fit, zoom: float = 1.0) -> int:
        """Device pixels across an image of ``shape``, which may be empty where it is not known yet."""
        across = self._fitted(shape, fit).width() * zoom * self.devicePixelRatioF()
        return max(1, min(LARGEST_WIDTH, round(across)))

    def open_image(self, image: QImage, shape: QSizeF, rendered: int, fit: Fit, marks: Sequence[Box]) -> None:
        """Show the first image of another file, fitted.

        Args:
            shape: width and height of the original, in any unit.
            rendered: width in device pixels that was asked for; the image may be smaller.
        """
        self._fit, self._zoom = fit, 1.0
        self.show_boxes(())
        self.show_image(image, shape, rendered, marks)

    def show_image(self, image: QImage, shape: QSizeF, rendered: int, marks: Sequence[Box]) -> None:
        """Show another page of the same file, as large as the one before."""
        self._image, self._shape, self._rendered, self._marks = image, shape, rendered, marks
        self._lay_out()
        self.scroll_to_mark()

    def sharpen(self, image: QImage, rendered: int, marks: Sequence[Box]) -> None:
        """Show the same page in another resolution."""
        self._image, self._rendered, self._marks = image, rendered, marks
        self.viewport().update()

    def show_boxes(self, boxes: Sequence[TextBox]) -> None:
        """Outline these texts in the picture."""
        self._boxes, self._under = boxes, None
        self.viewport().update()

    def clear_image(self) -> None:
        """Show nothing."""
        self.open_image(QImage(), QSizeF(), 0, "width", ())

    def copy_image(self) -> None:
        """Put the image on the clipboard."""
        QGuiApplication.clipboard().setImage(self._image)

    def scroll_to_mark(self) -> None:
        """Bring the first mark into sight; without one the top."""
        size, room = self._shown(), self.viewport().size()
        down, across = 0.0, (size.width() + 2 * L - room.width()) / 2
        if self._marks:
            left, top, width, _ = self._marks[0]
            down = top * size.height() + L - room.height() * _MARK_SHOWN_AT
            across = (left + width / 2) * size.width() + L - room.width() / 2
        self.verticalScrollBar().setValue(round(down))
        self.horizontalScrollBar().setValue(round(across))

    def enlarge(self, steps: float) -> None:
        """Larger or smaller; 0 fits it again."""
        self._zoom_to(self._zoom * _STEP**steps if steps else 1.0, QPointF(self.viewport().rect().center()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme().color("canvas"))
        if self._image.isNull():
            return
        place = self._frame()
        painter.fillRect(place, Qt.GlobalColor.white)
        if abs(self._image.width() - place.width() * self.devicePixelRatioF()) <= 1:
            self._image.setDevicePixelRatio(self.devicePixelRatioF())
            painter.drawImage(place.topLeft(), self._image)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, self._image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_marks(painter, place, self._marks)
        paint_boxes(painter, place, self._boxes, self._under)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme().color("line"), 1))
        painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._lay_out()

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self._zoom_to(self._zoom * (1 + event.value()), event.position())
                return True
        elif event.type() == QEvent.Type.Gesture:
            pinch = event.gesture(Qt.GestureType.PinchGesture)  # type: ignore[attr-defined]
            if isinstance(pinch, QPinchGesture):
                center = self.viewport().mapFromGlobal(pinch.centerPoint())
                self._zoom_to(self._zoom * pinch.scaleFactor(), center)
                return True
        elif event.type() == QEvent.Type.Leave:
            self._point_at(None, QPointF())
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._zoom_to(self._zoom * _STEP ** (event.angleDelta().y() / 120), event.position())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        bar = self.verticalScrollBar()
        key = event.key()
        if key == Qt.Key.Key_PageDown and bar.value() == bar.maximum():
            self.turned.emit(1)
        elif key == Qt.Key.Key_PageUp and bar.value() == bar.minimum():
            self.turned.emit(-1)
        elif key == Qt.Key.Key_PageDown:
            bar.triggerAction(bar.SliderAction.SliderPageStepAdd)
        elif key == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif key == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() == Qt.MouseButton.LeftButton:
            self._grabbed, self._was_moved = event.position(), False
            self._show_pointer()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._grabbed is None:
            self._point_at(self._box_at(event.position()), event.globalPosition())
            return
        moved = event.position() - self._grabbed
        if self._was_moved or moved.manhattanLength() > _DRAG_PIXELS:
            self._was_moved, self._grabbed = True, event.position()
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - round(moved.x()))
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - round(moved.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._grabbed is not None and not self._was_moved and self._under is not None:
            self.box_chosen.emit(self._under.text)
        self._grabbed = None
        self._show_pointer()

    def _point_at(self, box: TextBox | None, where: QPointF) -> None:
        if box is self._under:
            return
        self._under = box
        if box is None:
            QToolTip.hideText()
        else:
            shown = html.escape(box.text[:_TIP_CHARACTERS] + ("…" if len(box.text) > _TIP_CHARACTERS else ""))
            hint = html.escape(self.tr("Click to copy"))
            QToolTip.showText(where.toPoint(), f"<p style='white-space: pre-wrap'>{shown}</p><p>{hint}</p>", self)
        self._show_pointer()
        self.viewport().update()

    def _show_pointer(self) -> None:
        if self._under is not None:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        elif self._grabbed is not None:
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self._is_larger():
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.viewport().unsetCursor()

    def _box_at(self, point: QPointF) -> TextBox | None:
        place = self._frame()
        holding = [box for box in self._boxes if within(place, box.box).contains(point)]
        return min(holding, key=lambda box: box.box[2] * box.box[3], default=None)

    def _zoom_to(self, zoom: float, anchor: QPointF) -> None:
        """``anchor``, in the viewport, stays over the same point of the image."""
        zoom = max(_SMALLEST, min(_LARGEST, zoom))
        if self._image.isNull() or zoom == self._zoom:
            return
        before = self._frame()
        across = (anchor.x() - before.left()) / max(1.0, before.width())
        down = (anchor.y() - before.top()) / max(1.0, before.height())
        self._zoom = zoom
        self._lay_out()
        size = self._shown()
        self.horizontalScrollBar().setValue(round(across * size.width() + L - anchor.x()))
        self.verticalScrollBar().setValue(round(down * size.height() + L - anchor.y()))
        self._show_pointer()

    def _fitted(self, shape: QSizeF, fit: Fit) -> QSizeF:
        """Logical size of an image of these proportions when it fits; a picture is not enlarged."""
        room = QSizeF(self.maximumViewportSize()) - QSizeF(2 * L, 2 * L)
        room = room.expandedTo(QSizeF(1, 1))
        if shape.isEmpty():
            shape = _PAPER
        if fit == "width":
            bar = self.verticalScrollBar().sizeHint().width()
            high = room.width() * shape.height() / shape.width()
            wide = room.width() - (bar if high > room.height() else 0)
            return QSizeF(wide, wide * shape.height() / shape.width())
        fitted = shape.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        own = shape / self.devicePixelRatioF()
        return own if own.width() < fitted.width() else fitted

    def _shown(self) -> QSizeF:
        return self._fitted(self._shape, self._fit) * self._zoom

    def _is_larger(self) -> bool:
        return self.horizontalScrollBar().maximum() > 0 or self.verticalScrollBar().maximum() > 0

    def _frame(self) -> QRectF:
        """Where the image is in the viewport, on whole device pixels."""
        size, room = self._shown(), self.viewport().size()
        left = max(L, (room.width() - size.width()) / 2) - self.horizontalScrollBar().value()
        top = max(L, (room.height() - size.height()) / 2 if self._fit == "whole" else L)
        ratio = self.devicePixelRatioF()
        top -= self.verticalScrollBar().value()
        return QRectF(round(left * ratio) / ratio, round(top * ratio) / ratio, size.width(), size.height())

    def _lay_out(self) -> None:
        size, room = self._shown(), self.maximumViewportSize()
        wide, high = round(size.width()) + 2 * L, round(size.height()) + 2 * L
        if self._image.isNull():
            wide = high = 0
        bar = self.verticalScrollBar().sizeHint().width()
        needs_down = high > room.height()
        needs_across = wide > room.width() - (bar if needs_down else 0)
        width = room.width() - (bar if needs_down else 0)
        height = room.height() - (bar if needs_across else 0)
        for one, length, shown in (
            (self.horizontalScrollBar(), wide, width), (self.verticalScrollBar(), high, height),
        ):
            one.setRange(0, max(0, length - shown))
            one.setPageStep(max(1, shown - S))
            one.setSingleStep(_KEY_PIXELS)
        if not self._image.isNull():
            self._settle.start()
        self.viewport().update()

    def _ask(self) -> None:
        if self._image.isNull():
            return
        wanted = self.width_for(self._shape, self._fit, self._zoom)
        # Shrinking harms letters, but hardly pictures.
        least = self._rendered - 1 if self._fit == "width" else self._rendered * _TOO_FINE
        if not least <= wanted <= self._rendered + 1:
            self.width_wanted.emit(wanted)
