"""Rows that are merged with others rather than replaced, so that what is selected and seen stays."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QModelIndex, QObject

from app.search.file_rows import FileRows, Index
from indexer.answers import Hit


class HitRows(FileRows):
    """One ``Hit`` a row. Main thread only."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Hit] = []

    @property
    def rows(self) -> Sequence[Hit]:
        """What stands in each row, from the top."""
        return self._rows

    def hit(self, row: int) -> Hit:
        """What stands in ``row``; IndexError where there is nothing."""
        return self._rows[row]

    def path_at(self, row: int) -> str:
        return self._rows[row].path

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self._rows)

    def merge(self, rows: list[Hit]) -> None:
        """Take rows out, put the others in order and new ones between them, so that selections stay with files.

        No path may be in ``rows`` twice.
        """
        places = {hit.path: row for row, hit in enumerate(rows)}
        for leaving, first, last in reversed(_runs([hit.path not in places for hit in self._rows])):
            if leaving:
                self.beginRemoveRows(QModelIndex(), first, last)
                del self._rows[first : last + 1]
                self.endRemoveRows()
        self._sort(places)
        here = {hit.path for hit in self._rows}
        for coming, first, last in _runs([hit.path not in here for hit in rows]):
            if coming:
                self.beginInsertRows(QModelIndex(), first, last)
                self._rows[first:first] = rows[first : last + 1]
                self.endInsertRows()
        for row, (old, new) in enumerate(zip(self._rows, rows, strict=True)):
            if old is not new and old != new:
                self._rows[row] = new
                self.tell(row)

    def _sort(self, places: dict[str, int]) -> None:
        before = self._rows
        after = sorted(before, key=lambda hit: places[hit.path])
        if after == before:
            return
        self.layoutAboutToBeChanged.emit()
        now = {hit.path: row for row, hit in enumerate(after)}
        indexes = self.persistentIndexList()
        moved = [self.index(now[before[index.row()].path]) for index in indexes]
        self._rows = after
        self.changePersistentIndexList(indexes, moved)
        self.layoutChanged.emit()

    def tell(self, row: int) -> None:
        """Something about ``row`` is another now."""
        index = self.index(row)
        self.dataChanged.emit(index, index)


def _runs(flags: Sequence[bool]) -> list[tuple[bool, int, int]]:
    """Runs of one value as (value, first, last)."""
    runs: list[tuple[bool, int, int]] = []
    start = 0
    for value, group in groupby(flags):
        length = len(list(group))
        runs.append((value, start, start + length - 1))
        start += length
    return runs
