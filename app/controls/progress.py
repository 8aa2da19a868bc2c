"""How far something is."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from app.theme import theme

_THICK = 4
_ROUND_MS = 1_600
_SHARE = 0.3


class ThinProgress(QProgressBar):
    """A thin line; with a maximum of 0 something is under way whose end is not known."""

    def __init__(self, accessible_name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(accessible_name)
        self.setTextVisible(False)
        self._phase = 0.35
        self._run = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=_ROUND_MS)
        self._run.setLoopCount(-1)
        self._run.setEasingCurve(QEasingCurve.Type.InOutQuad)
        self._run.valueChanged.connect(self._moved)
        theme().changed.connect(self._look)

    def setRange(self, minimum: int, maximum: int) -> None:  # noqa: N802
        super().setRange(minimum, maximum)
        self._look()

    def setMaximum(self, maximum: int) -> None:  # noqa: N802
        self.setRange(self.minimum(), maximum)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(160, _THICK + 2)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            track = QRectF(0, (self.height() - _THICK) / 2, self.width(), _THICK)
            painter.setBrush(theme().color("line"))
            painter.drawRoundedRect(track, _THICK / 2, _THICK / 2)
            start, share = self._bar()
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                start = 1 - start - share
            bar = QRectF(track.left() + start * track.width(), track.top(), share * track.width(), _THICK)
            painter.setBrush(theme().color("accent"))
            painter.drawRoundedRect(bar.intersected(track), _THICK / 2, _THICK / 2)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._look()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self._run.stop()

    def _bar(self) -> tuple[float, float]:
        """Beginning and length, as shares of the whole."""
        span = self.maximum() - self.minimum()
        if span > 0:
            return 0.0, max(0, self.value() - self.minimum()) / span
        return self._phase * (1 + _SHARE) - _SHARE, _SHARE

    def _look(self) -> None:
        is_running = self.maximum() <= self.minimum() and self.isVisible() and not theme().reduced_motion
        if not is_running:
            self._run.stop()
        elif self._run.state() != QVariantAnimation.State.Running:
            self._run.start()
        self.update()

    def _moved(self, phase: float) -> None:
        self._phase = phase
        self.update()
