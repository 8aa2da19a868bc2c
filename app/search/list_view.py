"""The results as a list."""

from __future__ import annotations

from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from app.search.delegate import ResultDelegate
from app.search.hit_view import HitView
from app.search.result_model import Index, ResultModel


class ResultList(HitView):
    """Rows from edge to edge; in a dense one the current row shows more. Main thread only."""

    def __init__(self, model: ResultModel, delegate: ResultDelegate, parent: QWidget | None = None) -> None:
        self._rows = delegate
        super().__init__(model, delegate, delegate.thumbnails, parent)

    def wanted_height(self, rows: int) -> int:
        """Height of the first ``rows`` rows."""
        self._rows.grown = self.currentIndex().row()
        option = QStyleOptionViewItem()
        count = min(rows, self._results.rowCount())
        return sum(self._rows.sizeHint(option, self._results.index(row)).height() for row in range(count))

    def doItemsLayout(self) -> None:  # noqa: N802
        self._rows.grown = self.currentIndex().row()
        super().doItemsLayout()

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        super().currentChanged(current, previous)
        if self._rows.dense:
            self.scheduleDelayedItemsLayout()
