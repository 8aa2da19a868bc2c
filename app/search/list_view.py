"""The results as a list."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from app.search.delegate import ResultDelegate
from app.search.file_rows import Index
from app.search.hit_view import HitView
from app.search.result_model import IS_OPEN, IS_VERSION, VERSIONS, ResultModel


class ResultList(HitView):
    """Rows from edge to edge; in a dense one the current row shows more. Main thread only.

    The other versions of a hit are shown and hidden as the branches of a tree are.
    """

    def __init__(self, model: ResultModel, delegate: ResultDelegate, parent: QWidget | None = None) -> None:
        self._rows = delegate
        super().__init__(model, delegate, delegate.thumbnails, parent)

    def wanted_height(self, rows: int) -> int:
        """Height of the first ``rows`` rows."""
        self._rows.grown = self.currentIndex().row()
        option = QStyleOptionViewItem()
        count = min(rows, self._results.rowCount())
        return sum(self._rows.sizeHint(option, self._results.index(row)).height() for row in range(count))

    def turn(self, key: int) -> bool:
        """Do what an arrow key to the side is for; False where it is for nothing.

        The one that points onward shows the versions of the current hit, then goes to the first of them; the other one
        goes back to the hit, then hides them.
        """
        index = self.currentIndex()
        onward = Qt.Key.Key_Left if self.isRightToLeft() else Qt.Key.Key_Right
        if key == onward and index.data(IS_OPEN):
            self.step(1)
        elif key == onward and index.data(VERSIONS):
            self.toggle_versions(index.row())
        elif key != onward and index.data(IS_VERSION):
            self._go_to(self._results.owner(index.row()))
        elif key != onward and index.data(IS_OPEN):
            self.toggle_versions(index.row())
        else:
            return False
        return True

    def toggle_versions(self, row: int) -> None:
        """Show the versions of the hit in ``row``, which is then the current one, or hide them."""
        self._toggle(row)
        index = self._results.index(row)
        if index.data(IS_OPEN):
            # The hit itself is to be seen in any case.
            self.scrollTo(self._results.index(row + index.data(VERSIONS)))
            self.scrollTo(index)

    def doItemsLayout(self) -> None:  # noqa: N802
        self._rows.grown = self.currentIndex().row()
        super().doItemsLayout()

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        super().currentChanged(current, previous)
        if self._rows.dense:
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        is_sideways = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        if not is_sideways or not self.turn(event.key()):
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mouseMoveEvent(event)
        self._point_at(self._fold_row(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        super().leaveEvent(event)
        self._point_at(-1)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        row = self._fold_row(event.position().toPoint())
        if row < 0 or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
        else:
            # Nothing moves but what is below.
            self._toggle(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        # The second press of two quick ones, which opens no file.
        if self._fold_row(event.position().toPoint()) >= 0:
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    def _toggle(self, row: int) -> None:
        self._go_to(row)
        if self._results.index(row).data(IS_OPEN):
            self._results.close(row)
        else:
            self._results.open(row)

    def _go_to(self, row: int) -> None:
        self.touched = True
        self.setCurrentIndex(self._results.index(row))

    def _fold_row(self, point: QPoint) -> int:
        """The row whose number of versions is there, or -1."""
        index = self.indexAt(point)
        if not index.isValid():
            return -1
        place = self._rows.fold_place(self.visualRect(index), index, self.layoutDirection())
        return index.row() if place.contains(point) else -1

    def _point_at(self, row: int) -> None:
        if row != self._rows.pointed:
            self._rows.pointed = row
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if row >= 0 else Qt.CursorShape.ArrowCursor)
            self.viewport().update()
