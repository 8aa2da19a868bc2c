"""The table of problems on the screen."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
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
        self.setShowGrid(False)
        # It lies on a card.
        self.setStyleSheet("QTableView, QHeaderView, QHeaderView::section { background: transparent; }")
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(max(_ROW, self.fontMetrics().height() + _ROW // 2))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStretchLastSection(True)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        width = self.viewport().width()
        is_wide = width >= _WIDE
        self.setColumnHidden(Column.REMEDY, not is_wide)
        whole = 1 if is_wide else sum(_SHARES.values())
        for column, share in _SHARES.items():
            self.setColumnWidth(column, int(width * share / whole))


class _MiddleElided(QStyledItemDelegate):
    """Names are told apart by both their ends."""

    def initStyleOption(  # noqa: N802
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideMiddle
