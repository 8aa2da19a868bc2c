"""Which files a search may find, as one SQL condition that every channel applies before it takes its best."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import cast

import apsw
import numpy as np
from numpy.typing import NDArray

from indexer.paths import fold
from indexer.query import Filter, Query
from indexer.query.dates import Days
from indexer.query.sizes import Bytes
from indexer.search.terms import phrase_expression, quoted

Parameter = str | int
Condition = tuple[str, tuple[Parameter, ...]]

_TRIGRAM = 3
_MTIME_KNOWN_FROM = 1971
"""Some systems know no local time before."""


@dataclass(frozen=True, slots=True)
class Scope:
    """``condition`` reads the columns of ``file AS f`` and takes ``parameters``; both empty: every file."""

    condition: str
    parameters: tuple[Parameter, ...]

    def __bool__(self) -> bool:
        return bool(self.condition)

    def files(self, connection: apsw.Connection) -> NDArray[np.int64] | None:
        """Ids of the files inside, ascending; None when that is every file."""
        if not self:
            return None
        rows = connection.execute(f"SELECT f.id FROM file f WHERE {self.condition} ORDER BY f.id", self.parameters)
        return np.fromiter((row[0] for row in rows), dtype=np.int64)

    def newest(self, connection: apsw.Connection, limit: int) -> list[int]:
        """Ids of the files inside that changed last, newest first."""
        rows = connection.execute(
            f"SELECT f.id FROM file f WHERE {self.condition or 1} ORDER BY f.mtime_ns DESC, f.id LIMIT ?",
            (*self.parameters, limit),
        )
        return [number for (number,) in rows]

    def holds_any(self, connection: apsw.Connection) -> bool:
        """Whether any file is inside."""
        sql = f"SELECT 1 FROM file f WHERE {self.condition or 1} LIMIT 1"
        return connection.execute(sql, self.parameters).fetchone() is not None

    def within(self, condition: str, *parameters: Parameter) -> Scope:
        """The files inside that also meet another condition."""
        both = f"{self.condition} AND ({condition})" if self else f"({condition})"
        return Scope(both, (*self.parameters, *parameters))


EVERY_FILE = Scope("", ())


def scope_of(connection: apsw.Connection, query: Query, kinds: frozenset[str] | None, folder: str | None) -> Scope:
    """The files allowed by the query's filters, phrases and exclusions, and by the caller's kinds and folder.

    Of several filters for kind, ending, folder or date one must hold, of all others each. ``folder`` is a database
    path; its subfolders are inside. Folders and phrases that are nowhere are the caller's concern: see
    ``folders_named`` and ``phrase_expression``.
    """
    scope = EVERY_FILE
    if kinds is not None:
        condition, parameters = _kind_in(kinds)
        scope = scope.within(condition, *parameters)
    if folder is not None:
        inside = folder.rstrip(os.sep) + os.sep
        scope = scope.within("f.path >= ? AND f.path < ?", inside, inside[:-1] + chr(ord(os.sep) + 1))
    either: dict[str, list[Condition]] = {}
    for one in query.filters:
        if one.field == "like":
            continue
        condition, parameters = _condition(connection, one)
        if one.negative:
            scope = scope.within(f"NOT ({condition})", *parameters)
        elif one.field in ("type", "ext", "in", "date"):
            either.setdefault(one.field, []).append((condition, parameters))
        else:
            scope = scope.within(condition, *parameters)
    for conditions in either.values():
        together = " OR ".join(f"({condition})" for condition, _ in conditions)
        scope = scope.within(together, *(value for _, values in conditions for value in values))
    for texts, test in ((query.phrases, "IN"), (query.excluded, "NOT IN")):
        for text in texts:
            expression = phrase_expression(connection, text)
            if expression:
                scope = scope.within(
                    f"f.id {test} (SELECT c.file_id FROM chunk_fts JOIN chunk c ON c.id = chunk_fts.rowid"
                    " WHERE chunk_fts MATCH ?)", expression,
                )
    return scope


def folders_named(connection: apsw.Connection, name: str) -> list[str]:
    """Folders that bear ``name``, a name or the end of a path, and all inside them; else those that begin with it."""
    wanted = fold(name).replace("\\", "/").removeprefix("~").strip("/")
    folders = [(folder, _comparable(folder)) for (folder,) in connection.execute("SELECT DISTINCT folder FROM file")]
    if not wanted:
        return [folder for folder, _ in folders]
    for sought in (f"/{wanted}/", f"/{wanted}"):
        if found := [folder for folder, folded in folders if sought in folded]:
            return found
    return []


def _comparable(folder: str) -> str:
    return f"/{fold(folder).replace(os.sep, '/').strip('/')}/"


def _condition(connection: apsw.Connection, one: Filter) -> Condition:
    match one.field:
        case "type":
            return _kind_in(cast("frozenset[str]", one.meaning))
        case "ext":
            endings = [f"%.{_like(ending)}" for ending in sorted(cast("frozenset[str]", one.meaning))]
            return " OR ".join(["f.name LIKE ? ESCAPE '\\'"] * len(endings)), tuple(endings)
        case "in":
            folders = json.dumps(folders_named(connection, one.value))
            return "f.folder IN (SELECT value FROM json_each(?))", (folders,)
        case "after":
            return _changed(cast(Days, one.meaning).start, None)
        case "before":
            days = cast(Days, one.meaning)
            return _changed(None, days.start or days.end)
        case "date":
            days = cast(Days, one.meaning)
            return _changed(days.start, days.end)
        case "size":
            return _sized(cast(Bytes, one.meaning))
        case "name":
            return _named(one.value)
        case "like":
            raise ValueError("like: is no condition")


def _kind_in(kinds: Iterable[str]) -> Condition:
    return "f.kind IN (SELECT value FROM json_each(?))", (json.dumps(sorted(kinds)),)


def _changed(start: date | None, end: date | None) -> Condition:
    """Files of the days [start, end): a picture counts for when it was taken, by the clock where that was."""
    taken: list[str] = ["1"]
    changed: list[str] = ["1"]
    on_clock: list[Parameter] = []
    in_time: list[Parameter] = []
    for day, test in ((start, ">="), (end, "<")):
        if day is not None:
            taken.append(f"f.taken_at {test} ?")
            on_clock.append(day.isoformat())
            changed.append(f"f.mtime_ns {test} ?")
            in_time.append(_midnight_ns(day))
    return f"iif(f.taken_at IS NULL, {' AND '.join(changed)}, {' AND '.join(taken)})", (*in_time, *on_clock)


def _midnight_ns(day: date) -> int:
    local = None if day.year >= _MTIME_KNOWN_FROM else UTC
    return int(datetime.combine(day, time(), local).timestamp()) * 1_000_000_000


def _sized(size: Bytes) -> Condition:
    limits = [("f.size >= ?", size.least), ("f.size < ?", size.below)]
    set_ones = [(condition, limit) for condition, limit in limits if limit is not None]
    return " AND ".join(condition for condition, _ in set_ones), tuple(limit for _, limit in set_ones)


def _named(part: str) -> Condition:
    wanted = fold(part).strip()
    if len(wanted) < _TRIGRAM:
        return "instr(f.folded, ?)", (wanted,)
    return "f.id IN (SELECT rowid FROM name_fts WHERE name_fts MATCH ?)", (quoted(wanted),)


def _like(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
