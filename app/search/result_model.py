"""The results as rows: what is on the screen stays where it is while better answers come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from itertools import groupby

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app import words
from app.desktop.files import files_as_mime
from indexer.answers import Hit, Results
from indexer.paths import display

HIT = Qt.ItemDataRole.UserRole + 1
"""The ``Hit`` of a row."""
GONE = Qt.ItemDataRole.UserRole + 2
"""Whether the file turned out to be there no longer."""
PICTURE = Qt.ItemDataRole.UserRole + 3
"""Name of the view to show with a row, or None."""
FOLDER = Qt.ItemDataRole.UserRole + 4
"""The folder the file is in, as a person says it."""

Index = QModelIndex | QPersistentModelIndex


class ResultModel(QAbstractListModel):
    """Main thread only.

    Args:
        roots: tells the database paths of the chosen folders.

    Attributes:
        query: what the rows answer; None without an answer.
        chance_row: the first of the rows that are no better than chance, or None.

    Signals:
        renewed: the rows answer another question than those before.
        shown: an answer is in the rows now.
    """

    renewed = Signal()
    shown = Signal()

    def __init__(self, roots: Callable[[], Sequence[str]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._roots = roots
        self._hits: list[Hit] = []
        self._gone: set[str] = set()
        self._removed: set[str] = set()
        self._chance: frozenset[str] = frozenset()
        self._is_final = False
        self.query: str | None = None
        self.chance_row: int | None = None

    @property
    def hits(self) -> Sequence[Hit]:
        """All rows, from the top."""
        return self._hits

    def hit(self, row: int) -> Hit:
        """The hit in ``row``; IndexError where there is none."""
        return self._hits[row]

    def show(self, results: Results, *, final: bool, keep: int | None) -> None:
        """Show an answer.

        Args:
            results: for the question of the rows shown now they are merged in; else they replace these.
            final: False for the answer by words, which is passed over where the full one is there already.
            keep: the rows up to this one stay as they are, but for what they tell; None before the person touched
                anything.
        """
        if results.query != self.query:
            self._renew(results)
        elif self._is_final and not final:
            return
        else:
            held = self._hits[: keep + 1] if keep is not None else []
            found = {hit.path: hit for hit in results.hits if hit.path not in self._removed}
            held_paths = {hit.path for hit in held}
            rows = [found.get(hit.path, hit) for hit in held]
            self._merge(rows + [hit for path, hit in found.items() if path not in held_paths])
            self._chance = _no_better_than_chance(results)
            self._mark_chance()
        self._is_final = final
        self.shown.emit()

    def clear(self) -> None:
        """No question, no rows."""
        self.beginResetModel()
        self._hits, self._gone, self._removed, self._is_final = [], set(), set(), False
        self.query = self.chance_row = None
        self.endResetModel()
        self.renewed.emit()

    def mark_gone(self, path: str) -> None:
        """Tell with its row that the file at ``path`` is there no longer."""
        self._gone.add(path)
        for row, hit in enumerate(self._hits):
            if hit.path == path:
                self._tell(row)

    def remove(self, path: str) -> None:
        """Take the row of the file at ``path`` out; until the next question it does not come back."""
        self._removed.add(path)
        self._merge([hit for hit in self._hits if hit.path != path])
        self._mark_chance()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        hit = self._hits[index.row()]
        match role:
            case _ if role == HIT:
                return hit
            case _ if role == GONE:
                return hit.path in self._gone
            case _ if role == PICTURE:
                return picture_of(hit)
            case _ if role == FOLDER:
                return self._folder(hit)
            case Qt.ItemDataRole.DisplayRole:
                return words.name_of(hit.path)
            case Qt.ItemDataRole.ToolTipRole:
                # A tool tip would take angle brackets for markup.
                return f"<span>{escape(display(hit.path))}</span>"
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._told(hit)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemNeverHasChildren if index.isValid() else flags

    def supportedDragActions(self) -> Qt.DropAction:  # noqa: N802
        return Qt.DropAction.CopyAction | Qt.DropAction.LinkAction

    def mimeTypes(self) -> list[str]:  # noqa: N802
        return ["text/uri-list"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802
        return files_as_mime([self._hits[index.row()].path for index in indexes])

    def _renew(self, results: Results) -> None:
        self.beginResetModel()
        self._hits, self._gone, self._removed = list(results.hits), set(), set()
        self.query = results.query
        self._chance = _no_better_than_chance(results)
        self.chance_row = self._first_of_chance()
        self.endResetModel()
        self.renewed.emit()

    def _merge(self, rows: list[Hit]) -> None:
        """Take rows out, put the others in order and new ones between them, so that selections stay with files."""
        places = {hit.path: row for row, hit in enumerate(rows)}
        for leaving, first, last in reversed(_runs([hit.path not in places for hit in self._hits])):
            if leaving:
                self.beginRemoveRows(QModelIndex(), first, last)
                del self._hits[first : last + 1]
                self.endRemoveRows()
        self._sort(places)
        here = {hit.path for hit in self._hits}
        for coming, first, last in _runs([hit.path not in here for hit in rows]):
            if coming:
                self.beginInsertRows(QModelIndex(), first, last)
                self._hits[first:first] = rows[first : last + 1]
                self.endInsertRows()
        for row, (old, new) in enumerate(zip(self._hits, rows, strict=True)):
            if old is not new and old != new:
                self._hits[row] = new
                self._tell(row)

    def _sort(self, places: dict[str, int]) -> None:
        before = self._hits
        after = sorted(before, key=lambda hit: places[hit.path])
        if after == before:
            return
        self.layoutAboutToBeChanged.emit()
        now = {hit.path: row for row, hit in enumerate(after)}
        indexes = self.persistentIndexList()
        moved = [self.index(now[before[index.row()].path]) for index in indexes]
        self._hits = after
        self.changePersistentIndexList(indexes, moved)
        self.layoutChanged.emit()

    def _first_of_chance(self) -> int | None:
        """Rows that were kept may stand above better ones, so it is counted from the end."""
        row = len(self._hits)
        while row > 0 and self._hits[row - 1].path in self._chance:
            row -= 1
        return row if row < len(self._hits) else None

    def _mark_chance(self) -> None:
        before, self.chance_row = self.chance_row, self._first_of_chance()
        if before != self.chance_row:
            for row in (before, self.chance_row):
                if row is not None and row < len(self._hits):
                    self._tell(row)

    def _tell(self, row: int) -> None:
        index = self.index(row)
        self.dataChanged.emit(index, index)

    def _told(self, hit: Hit) -> str:
        said = [words.name_of(hit.path), words.kind_name(hit.kind), self._folder(hit), words.place(hit.locator)]
        if hit.path in self._gone:
            said.append(self.tr("no longer there"))
        elif hit.offline:
            said.append(self.tr("disk not connected"))
        said += [words.when(hit.modified), hit.snippet, *words.reasons(hit.why, hit.kind)]
        return ", ".join(part for part in said if part)

    def _folder(self, hit: Hit) -> str:
        return words.folder_of(hit.path, self._roots())


def picture_of(hit: Hit) -> str | None:
    """Name of the view to show with ``hit``: the file itself, or the picture in it that was found; or None."""
    return hit.picture or (hit.passages[0].picture if hit.passages else None)


def _no_better_than_chance(results: Results) -> frozenset[str]:
    """Paths of the files that are not."""
    if results.chance_from is None:
        return frozenset()
    return frozenset(hit.path for hit in results.hits[results.chance_from :])


def _runs(flags: Sequence[bool]) -> list[tuple[bool, int, int]]:
    """Runs of one value as (value, first, last)."""
    runs: list[tuple[bool, int, int]] = []
    start = 0
    for value, group in groupby(flags):
        length = len(list(group))
        runs.append((value, start, start + length - 1))
        start += length
    return runs
