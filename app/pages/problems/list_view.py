"""The table of problems on the screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.pages.problems.table import Column

_ROW = 34
# Of the width of the view; the last column takes the rest.
_SHARES = {Column.FILE: 0.28, Column.FOLDER: 0.22, Column.REASON: 0.26}
_WIDE = 760
_MOST_PARTS = 200


class ProblemsView(QTableView):
    """Columns share the width there is; where it is small what to do is left to whatever shows the selected row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Problems"))
        self.setItemDelegateForColumn(Column.FILE, _MiddleElided(self))
        self.setItemDelegateForColumn(Column.FOLDER, _MiddleElided(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.setWordWrap(False)
        self.setMinimumHeight(2 * _ROW)
        self.setShowGrid(False)
        # It lies on a card.
        self.setStyleSheet("QTableView, QHeaderView, QHeaderView::section { background: transparent; }")
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(max(_ROW, self.fontMetrics().height() + _ROW // 2))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStretchLastSection(True)

    def selected_rows(self) -> list[int]:
        """Numbers of the selected rows, in order."""
        chosen = self.selectionModel().selection()
        parts = [chosen.at(number) for number in range(chosen.count())]
        return sorted({row for part in parts for row in range(part.top(), part.bottom() + 1)})

    def select_rows(self, rows: Sequence[int]) -> None:
        """Select these rows, which ascend; nothing where they lie too scattered for Qt to do it in no time."""
        chosen = QItemSelection()
        model = self.model()
        for first, last in _runs(rows):
            chosen.append(QItemSelectionRange(model.index(first, 0), model.index(last, len(Column) - 1)))
        if chosen.count() <= _MOST_PARTS:
            self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        width = self.viewport().width()
        is_wide = width >= _WIDE
        self.setColumnHidden(Column.REMEDY, not is_wide)
        whole = 1 if is_wide else sum(_SHARES.values())
        for column, share in _SHARES.items():
            self.setColumnWidth(column, int(width * share / whole))


def _runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last of each run of consecutive numbers."""
    for _, run in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
        numbers = [row for _, row in run]
        yield numbers[0], numbers[-1]


class _MiddleElided(QStyledItemDelegate):
    """Names are told apart by both their ends."""

    def initStyleOption(  # noqa: N802
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideMiddle
