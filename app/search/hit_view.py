"""What the list and the grid of results have in common: keys, and what the person touched."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCursor, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QWidget

from app.search.file_view import FileView
from app.search.result_model import HIT, ResultModel
from app.search.thumbnails import Thumbnails
from indexer.answers import Hit

_NEAR = 1.5
"""Heights of the view from the end at which more is wanted."""
_WALKING = frozenset({
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
    Qt.Key.Key_Home, Qt.Key.Key_End,
})


class HitView(FileView):
    """Keys that it has no use for, such as letters, go on to the widget around it. Main thread only.

    Attributes:
        touched: the person went through these results; what is seen is to stay where it is.
        pointed: the pointer moved over these results; what is under it is to stay where it is.

    Signals: those of ``FileView``, with a ``Hit``, and
        near_end: the last rows come into sight; told once for every number of rows.
    """

    near_end = Signal()

    def __init__(
        self, model: ResultModel, delegate: QStyledItemDelegate, thumbnails: Thumbnails, parent: QWidget | None = None
    ) -> None:
        self.touched = self.pointed = False
        self._told_rows = 0
        # A view is laid out as soon as it has its model.
        self._results = model
        super().__init__(model, HIT, delegate, thumbnails, parent)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAccessibleName(self.tr("Results"))
        model.renewed.connect(self._begin)
        model.shown.connect(self._settle)
        model.dataChanged.connect(self.scheduleDelayedItemsLayout)
        self.verticalScrollBar().valueChanged.connect(self._look_for_end)

    def current_hit(self) -> Hit | None:
        """The hit the person is at."""
        hit: Hit | None = self.currentIndex().data(HIT)
        return hit

    def kept_row(self) -> int | None:
        """The last row that is to stay where it is, as ``ResultModel.show`` takes it."""
        rows: list[int] = []
        if self.pointed and self.viewport().underMouse():
            rows.append(self.indexAt(self.viewport().mapFromGlobal(QCursor.pos())).row())
        if self.touched:
            rows.append(self.currentIndex().row())
            if self.verticalScrollBar().value() > 0:
                rows.append(self.indexAt(QPoint(self.viewport().width() // 2, self.viewport().height() - 1)).row())
        last = max(rows, default=-1)
        return last if last >= 0 else None

    def step(self, by: int) -> None:
        """Go down or up by so many rows, as far as there are any."""
        rows = self._results.rowCount()
        if rows:
            self.touched = True
            row = self.currentIndex().row() + by
            self.setCurrentIndex(self._results.index(max(0, min(rows - 1, row))))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_hit() is not None:
            super().keyPressEvent(event)
        elif key in _WALKING:
            self.touched = True
            super().keyPressEvent(event)
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self.pointed = True
        super().mouseMoveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self.touched = True
        super().mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        self.touched = True
        super().wheelEvent(event)

    def _begin(self) -> None:
        self.touched = self.pointed = False
        self._told_rows = 0
        self.scrollToTop()

    def _settle(self) -> None:
        """Until the person chooses another, the usual row is the current one, whichever that is by now."""
        if not self.touched and not self.isHidden() and self._results.rowCount():
            self.setCurrentIndex(self._results.index(self._results.usual_row))

    def _look_for_end(self, value: int) -> None:
        rows = self._results.rowCount()
        is_near = self.verticalScrollBar().maximum() - value < _NEAR * self.viewport().height()
        if is_near and value > 0 and rows != self._told_rows:
            self._told_rows = rows
            self.near_end.emit()
