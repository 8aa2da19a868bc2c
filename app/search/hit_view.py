"""What the list and the grid of results have in common: keys, menu, dragging, and what the person touched."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QCursor, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate, QWidget

from app.search.hit_rows import Index
from app.search.result_model import HIT, ResultModel
from app.search.thumbnails import Thumbnails
from app.theme import theme
from indexer.answers import Hit

_NEAR = 1.5
"""Heights of the view from the end at which more is wanted."""
_WALKING = frozenset({
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
    Qt.Key.Key_Home, Qt.Key.Key_End,
})


class HitView(QListView):
    """Keys that it has no use for, such as letters, go on to the widget around it. Main thread only.

    Attributes:
        touched: the person went through these results; what is seen is to stay where it is.
        pointed: the pointer moved over these results; what is under it is to stay where it is.

    Signals:
        menu_wanted: a ``Hit`` and where its menu belongs on the screen.
        activated_hit: a ``Hit``, and whether its folder is meant.
        current_changed: the ``Hit`` that is current now, or None.
        near_end: the last rows come into sight; told once for every number of rows.
    """

    menu_wanted = Signal(object, QPoint)
    activated_hit = Signal(object, bool)
    current_changed = Signal(object)
    near_end = Signal()

    def __init__(
        self, model: ResultModel, delegate: QStyledItemDelegate, thumbnails: Thumbnails, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.touched = self.pointed = False
        self._told_rows = 0
        self._results = model
        # A view does not own its delegate.
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Results"))
        model.renewed.connect(self._begin)
        model.shown.connect(self._settle)
        model.dataChanged.connect(self.scheduleDelayedItemsLayout)
        thumbnails.arrived.connect(self.viewport().update)
        theme().changed.connect(self.scheduleDelayedItemsLayout)
        self.doubleClicked.connect(self._double_clicked)
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

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        super().currentChanged(current, previous)
        self.current_changed.emit(current.data(HIT))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key, hit = event.key(), self.current_hit()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and hit is not None:
            self.activated_hit.emit(hit, bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
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

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            point = self.viewport().mapToGlobal(self.visualRect(index).center())
        else:
            index = self.indexAt(event.pos())
            point = event.globalPos()
        if index.isValid():
            self.setCurrentIndex(index)
            self.menu_wanted.emit(index.data(HIT), point)

    def _double_clicked(self, index: QModelIndex) -> None:
        self.activated_hit.emit(index.data(HIT), False)

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
