"""Files and folders that are not indexed, or only in part, as rows of a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app import words
from app.theme import Role, theme
from indexer.answers import Problem, State

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_MARK = 16


class Column(IntEnum):
    """What stands in a column."""

    FILE = 0
    FOLDER = 1
    REASON = 2
    REMEDY = 3


class ProblemsTable(QAbstractTableModel):
    """One row a problem, narrowed and sorted here: a proxy would ask for every text of thousands of rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[Problem] = ()
        self._folded: list[str] = []
        self._shown: list[Problem] = []
        self._text = ""
        self._code: str | None = None
        self._column = Column.REASON
        self._order = Qt.SortOrder.AscendingOrder

    @property
    def whole(self) -> int:
        """How many there are, shown or not."""
        return len(self._all)

    @property
    def shown(self) -> Sequence[Problem]:
        """Those shown, in their order."""
        return self._shown

    @property
    def reasons(self) -> list[tuple[str, int]]:
        """Codes of all problems and how often each comes, the most frequent first."""
        return Counter(problem.code for problem in self._all).most_common()

    @property
    def states(self) -> Counter[State | None]:
        """How many problems there are by state of the file; None for folders."""
        return Counter(problem.state for problem in self._all)

    def fill(self, problems: Sequence[Problem]) -> None:
        """Have these instead."""
        self._all = problems
        self._folded = [problem.path.casefold() for problem in problems]
        self._show()

    def narrow(self, text: str, code: str | None) -> None:
        """Show only those with ``text`` in their path, and of this reason unless it is None."""
        text = text.casefold()
        if (text, code) != (self._text, self._code):
            self._text, self._code = text, code
            self._show()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; problems that are equal there stay in the order of their paths."""
        if column >= 0 and (column, order) != (self._column, self._order):
            self._column, self._order = Column(column), order
            self._show()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(Column)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        problem, column = self._shown[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(problem, column)
        if role == Qt.ItemDataRole.DecorationRole and column == Column.FILE:
            return theme().icon("folder" if problem.state is None else "file", "ink-muted", _MARK)
        if role == Qt.ItemDataRole.DecorationRole and column == Column.REASON:
            icon, color = _mark(problem)
            return theme().icon(icon, color, _MARK)
        if role == Qt.ItemDataRole.ForegroundRole and column in (Column.FOLDER, Column.REMEDY):
            return theme().color("ink-muted")
        return None

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("File"), self.tr("Folder"), self.tr("What happened"), self.tr("What to do"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return None

    def _show(self) -> None:
        text, code = self._text, self._code
        found = [
            problem for problem, path in zip(self._all, self._folded, strict=True)
            if (code is None or problem.code == code) and (not text or text in path)
        ]
        found.sort(key=lambda problem: problem.path)
        found.sort(key=_KEYS[self._column], reverse=self._order == Qt.SortOrder.DescendingOrder)
        self.beginResetModel()
        self._shown = found
        self.endResetModel()


def _text(problem: Problem, column: Column) -> str:
    match column:
        case Column.FILE:
            return words.name_of(problem.path)
        case Column.FOLDER:
            return words.folder_of(problem.path)
        case Column.REASON:
            return words.explain(problem.code)[0]
        case Column.REMEDY:
            return words.explain(problem.code)[1]


def _mark(problem: Problem) -> tuple[str, Role]:
    """Nothing of a failed file was read; the others are found by name, or but for a part."""
    if problem.state in ("failed", None):
        return "error", "bad"
    return ("warning", "warn") if problem.state == "ready" else ("info", "ink-muted")


def _weight(problem: Problem) -> tuple[int, str]:
    return (0 if problem.state in ("failed", None) else 1 if problem.state == "ready" else 2), problem.code


def _name_start(path: str) -> int:
    return max(path.rfind("/"), path.rfind("\\")) + 1


_KEYS: dict[Column, Callable[[Problem], Any]] = {
    Column.FILE: lambda problem: problem.path[_name_start(problem.path) :].casefold(),
    Column.FOLDER: lambda problem: problem.path[: _name_start(problem.path)].casefold(),
    Column.REASON: _weight,
    Column.REMEDY: _weight,
}
