"""The results as rows: what is on the screen stays where it is while better answers come."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal

from app import words
from app.counted import Counted
from app.search.file_rows import Index
from app.search.groups import Groups, grouped, paths_of
from app.search.hit_rows import HitRows
from indexer.answers import Hit, Results
from indexer.query import file_examples

HIT = Qt.ItemDataRole.UserRole + 1
"""The ``Hit`` of a row."""
GONE = Qt.ItemDataRole.UserRole + 2
"""Whether the file turned out to be there no longer."""
PICTURE = Qt.ItemDataRole.UserRole + 3
"""Name of the view to show with a row, or None."""
FOLDER = Qt.ItemDataRole.UserRole + 4
"""The folder the file is in, as a person says it."""
VERSIONS = Qt.ItemDataRole.UserRole + 5
"""How many other versions of a hit stand under it, or would if it were open."""
IS_OPEN = Qt.ItemDataRole.UserRole + 6
"""Whether they do."""
IS_VERSION = Qt.ItemDataRole.UserRole + 7
"""Whether the row is such a version."""
AWAY = Qt.ItemDataRole.UserRole + 8
"""Of a file that the question names as an example: whether it is one of what is not wanted. None of any other."""


class ResultModel(HitRows):
    """A row for each hit, and under one that is open a row for each of its other versions. Main thread only.

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
        self._groups = Groups()
        self._under: set[str] = set()
        self._away: dict[str, bool] = {}
        self._staying: tuple[str, str] | None = None
        self._gone: set[str] = set()
        self._removed: set[str] = set()
        self._chance: frozenset[str] = frozenset()
        self._is_final = False
        self.query: str | None = None
        self.chance_row: int | None = None

    @property
    def hits(self) -> Sequence[Hit]:
        """All hits, from the top."""
        return self._groups.hits

    @property
    def usual_row(self) -> int:
        """The row that is current until the person chooses another: that of the file to stay with, else the first."""
        query, path = self._staying or (None, "")
        paths = [hit.path for hit in self._rows] if query == self.query else []
        return paths.index(path) if path in paths else 0

    def stay_with(self, path: str, query: str) -> None:
        """Where ``query`` finds the file at ``path``, it is to be the current one at first."""
        self._staying = (query, path)

    def owner(self, row: int) -> int:
        """The row of the hit whose version ``row`` holds; the same row where it holds a hit."""
        return max(start for start in self._groups.starts if start <= row)

    def show(self, results: Results, *, final: bool, keep: int | None) -> None:
        """Show an answer.

        Args:
            results: for the question of the rows shown now they are merged in; else they replace these.
            final: False for the answer by words, which is passed over where the full one is there already.
            keep: the rows up to this one stay as they are, but for what they tell, and with the last of them the
                versions that stand under the same hit; None before the person touched anything.
        """
        if results.query != self.query:
            self._renew(results)
        elif self._is_final and not final:
            return
        else:
            before = self._groups
            starts = zip(before.hits, before.starts, strict=False)
            held = [hit for hit, start in starts if keep is not None and start <= keep]
            settled = {hit.path: before.versions[hit.path] for hit in held if hit.path in before.versions}
            stands = {hit.path for hit in held} | paths_of(settled.values())
            found = {hit.path: hit for hit in results.hits if hit.path not in self._removed}
            hits = [found.get(hit.path, hit) for hit in held]
            hits += [hit for path, hit in found.items() if path not in stands]
            self._chance = _no_better_than_chance(results)
            self._arrange(grouped(hits, before.versions, settled, self._removed))
        self._is_final = final
        self.shown.emit()

    def open(self, row: int) -> None:
        """Let the other versions of the hit in ``row`` stand under it."""
        now = self._groups
        opened = {*now.versions, self._rows[row].path}
        self._arrange(grouped(now.hits, opened, now.versions, self._removed))

    def close(self, row: int) -> None:
        """Let them stand there no longer."""
        now = self._groups
        opened = now.versions.keys() - {self._rows[row].path}
        self._arrange(grouped(now.hits, opened, now.versions, self._removed))

    def close_all(self) -> None:
        """Let no versions stand anywhere."""
        self._arrange(grouped(self._groups.hits, removed=self._removed))

    def clear(self) -> None:
        """No question, no rows."""
        self.beginResetModel()
        self._groups, self._rows, self._under, self._away = Groups(), [], set(), {}
        self._gone, self._removed, self._is_final = set(), set(), False
        self.query = self.chance_row = None
        self.endResetModel()
        self.renewed.emit()

    def mark_gone(self, path: str) -> None:
        """Tell with its row that the file at ``path`` is there no longer."""
        self._gone.add(path)
        for row, hit in enumerate(self._rows):
            if hit.path == path:
                self.tell(row)

    def remove(self, path: str) -> None:
        """Take the row of the file at ``path`` out; until the next question it does not come back."""
        self._removed.add(path)
        now = self._groups
        hits = [hit for hit in now.hits if hit.path != path]
        settled = {of: tuple(one for one in those if one.path != path) for of, those in now.versions.items()}
        self._arrange(grouped(hits, now.versions, settled, self._removed))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        hit = self._rows[index.row()]
        match role:
            case _ if role == HIT:
                return hit
            case _ if role == GONE:
                return hit.path in self._gone
            case _ if role == PICTURE:
                return picture_of(hit)
            case _ if role == FOLDER:
                return self._folder(hit)
            case _ if role == VERSIONS:
                return self._groups.counts.get(hit.path, 0)
            case _ if role == IS_OPEN:
                return hit.path in self._groups.versions
            case _ if role == IS_VERSION:
                return hit.path in self._under
            case _ if role == AWAY:
                return self._away.get(hit.path)
            case Qt.ItemDataRole.DisplayRole:
                return words.name_of(hit.path)
            case Qt.ItemDataRole.ToolTipRole:
                return self.whole_path(index.row())
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._told(hit)
        return None

    def _renew(self, results: Results) -> None:
        self.beginResetModel()
        self._gone, self._removed = set(), set()
        self._groups = grouped(results.hits)
        self._rows, self._under = self._groups.rows, set()
        self.query = results.query
        self._away = {one.path: one.away for one in file_examples(results.query)}
        self._chance = _no_better_than_chance(results)
        self.chance_row = self._first_of_chance()
        self.endResetModel()
        self.renewed.emit()

    def _arrange(self, groups: Groups) -> None:
        """Show these in place of those that are shown."""
        before, self._groups = self._groups, groups
        self._under = paths_of(groups.versions.values())
        self.merge(groups.rows)
        for row, hit in enumerate(self._rows):
            told = [(hit.path in one.versions, one.counts.get(hit.path)) for one in (before, groups)]
            if told[0] != told[1]:
                self.tell(row)
        self._mark_chance()

    def _first_of_chance(self) -> int | None:
        """Hits that were kept may stand above better ones, so it is counted from the end."""
        hits = self._groups.hits
        place = len(hits)
        while place > 0 and hits[place - 1].path in self._chance:
            place -= 1
        return self._groups.starts[place] if place < len(hits) else None

    def _mark_chance(self) -> None:
        before, self.chance_row = self.chance_row, self._first_of_chance()
        if before != self.chance_row:
            for row in (before, self.chance_row):
                if row is not None and row < len(self._rows):
                    self.tell(row)

    def _told(self, hit: Hit) -> str:
        said = [words.name_of(hit.path), words.kind_name(hit.kind), self._folder(hit), words.place(hit.locator)]
        if hit.path in self._gone:
            said.append(self.tr("no longer there"))
        elif hit.offline:
            said.append(self.tr("disk not connected"))
        said += [words.when(hit.modified), hit.snippet, *words.reasons(hit.why, hit.kind)]
        if hit.path in self._under:
            said.append(self.tr("another version of what is above"))
        elif hit.path in self._groups.counts:
            said.append(Counted().versions(self._groups.counts[hit.path]))
        if hit.path in self._away:
            said.append(self.tr("less like this") if self._away[hit.path] else self.tr("more like this"))
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
