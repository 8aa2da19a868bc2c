"""Files that are there more than once as rows: the newest of each group, the others below it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QModelIndex, QObject, Qt

from app import words
from app.search.file_rows import FileRows, Index
from indexer.reports import Alike, Twin, TwinGroup

ROW = Qt.ItemDataRole.UserRole + 1
"""The ``Row``."""
GONE = Qt.ItemDataRole.UserRole + 2
"""Whether the file turned out to be there no longer."""
FOLDER = Qt.ItemDataRole.UserRole + 3
"""The folder the file is in, as a person says it."""
FILE = Qt.ItemDataRole.UserRole + 4
"""The ``Twin`` of the row."""

WAYS: tuple[Alike, ...] = get_args(Alike)
_SAID: dict[Alike, object] = {
    "same content": QT_TRANSLATE_NOOP("Words", "same content"),
    "nearly the same text": QT_TRANSLATE_NOOP("Words", "nearly the same text"),
    "other version": QT_TRANSLATE_NOOP("Words", "other version"),
    "same picture": QT_TRANSLATE_NOOP("Words", "same picture"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A file of a group.

    Attributes:
        others: how many stand below it, ``space`` the bytes they take; both 0 but for the newest.
        ends: it is the last of its group.
    """

    file: Twin
    others: int
    space: int
    ends: bool


class TwinsModel(FileRows):
    """Main thread only. Narrowed here: a proxy would ask for every text of thousands of rows.

    Args:
        roots: tells the database paths of the chosen folders.

    Attributes:
        groups, files, space: of what is shown: groups, files, and the bytes all but the newest of each take.
    """

    def __init__(self, roots: Callable[[], Sequence[str]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._roots = roots
        self._all: Sequence[TwinGroup] = ()
        self._folded: list[str] = []
        self._rows: list[Row] = []
        self._gone: set[str] = set()
        self._text = ""
        self._alike: Alike | None = None
        self.groups = self.files = self.space = 0

    @property
    def whole(self) -> int:
        """How many groups there are, shown or not."""
        return len(self._all)

    @property
    def rows(self) -> Sequence[Row]:
        """What is shown, from the top."""
        return self._rows

    @property
    def ways(self) -> Counter[Alike]:
        """In how many of all groups there is a file that is to the newest what the key says."""
        return Counter(alike for group in self._all for alike in {file.alike for file in group.files} if alike)

    def fill(self, groups: Sequence[TwinGroup]) -> None:
        """Have these instead."""
        self._all = groups
        self._folded = ["\n".join(file.path for file in group.files).casefold() for group in groups]
        self._gone = set()
        self._show()

    def narrow(self, text: str, alike: Alike | None) -> None:
        """Show only groups with ``text`` in a path, and of the others only those that are ``alike`` in this way."""
        text = text.casefold()
        if (text, alike) != (self._text, self._alike):
            self._text, self._alike = text, alike
            self._show()

    def row_of(self, path: str) -> int | None:
        """Where the file is among those shown."""
        return next((row for row, one in enumerate(self._rows) if one.file.path == path), None)

    def mark_gone(self, path: str) -> None:
        """Tell with its row that the file at ``path`` is there no longer."""
        self._gone.add(path)
        if (row := self.row_of(path)) is not None:
            self.dataChanged.emit(self.index(row), self.index(row))

    def path_at(self, row: int) -> str:
        return self._rows[row].file.path

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case _ if role == ROW:
                return row
            case _ if role == FILE:
                return row.file
            case _ if role == GONE:
                return row.file.path in self._gone
            case _ if role == FOLDER:
                return self._folder(row)
            case Qt.ItemDataRole.DisplayRole:
                return words.name_of(row.file.path)
            case Qt.ItemDataRole.ToolTipRole:
                return self.whole_path(index.row())
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._told(row)
        return None

    def said(self, row: Row) -> str:
        """What a row is: how alike it is to the newest, or of this what the others take."""
        if row.file.alike is not None:
            return QCoreApplication.translate("Words", str(_SAID[row.file.alike]))
        return self.tr("%Ln other(s) take {size}", "", row.others).format(size=words.size(row.space))

    def _show(self) -> None:
        self.beginResetModel()
        self._rows = list(self._wanted())
        heads = [row for row in self._rows if row.file.alike is None]
        self.groups, self.files, self.space = len(heads), len(self._rows), sum(row.space for row in heads)
        self.endResetModel()

    def _wanted(self) -> Iterator[Row]:
        for group, folded in zip(self._all, self._folded, strict=True):
            newest, *others = group.files
            others = [file for file in others if self._alike in (None, file.alike)]
            if others and self._text in folded:
                yield Row(newest, len(others), sum(file.size for file in others), False)
                yield from (Row(file, 0, 0, False) for file in others[:-1])
                yield Row(others[-1], 0, 0, True)

    def _told(self, row: Row) -> str:
        file = row.file
        said = [words.name_of(file.path), words.kind_name(file.kind), self._folder(row)]
        if file.path in self._gone:
            said.append(self.tr("no longer there"))
        elif file.offline:
            said.append(self.tr("disk not connected"))
        newest = [] if file.alike else [self.tr("the newest")]
        said += [words.size(file.size), words.when(file.modified), *newest, self.said(row)]
        return ", ".join(part for part in said if part)

    def _folder(self, row: Row) -> str:
        return words.folder_of(row.file.path, self._roots())
