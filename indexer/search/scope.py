"""Which files a search may find, as one SQL condition that every channel applies before it takes its best."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass

import apsw
import numpy as np
from numpy.typing import NDArray

from indexer.search.query import Query, fold
from indexer.search.terms import phrase_expression

Parameter = str | int


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

    def holds_any(self, connection: apsw.Connection) -> bool:
        """Whether any file is inside."""
        sql = f"SELECT 1 FROM file f WHERE {self.condition or 1} LIMIT 1"
        return connection.execute(sql, self.parameters).fetchone() is not None


def scope_of(connection: apsw.Connection, query: Query, kinds: frozenset[str] | None, folder: str | None) -> Scope:
    """The files allowed by the query's filters, phrases and exclusions, and by the caller's kinds and folder.

    ``folder`` is a database path; its subfolders are inside. Phrases that stand nowhere are the caller's concern:
    see ``phrase_expression``.
    """
    conditions: list[str] = []
    parameters: list[Parameter] = []

    def require(condition: str, *values: Parameter) -> None:
        conditions.append(f"({condition})")
        parameters.extend(values)

    for wanted in (kinds, query.kinds):
        if wanted is not None:
            require("f.kind IN (SELECT value FROM json_each(?))", json.dumps(sorted(wanted)))
    if query.extensions is not None:
        endings = [f"%.{_like(extension)}" for extension in sorted(query.extensions)]
        require(" OR ".join(["f.name LIKE ? ESCAPE '\\'"] * len(endings)), *endings)
    if folder is not None:
        inside = folder.rstrip(os.sep) + os.sep
        require("f.path >= ? AND f.path < ?", inside, inside[:-1] + chr(ord(os.sep) + 1))
    if query.folders:
        require("f.folder IN (SELECT value FROM json_each(?))", json.dumps(_folders_named(connection, query.folders)))
    for phrases, test in ((query.phrases, "IN"), (query.excluded, "NOT IN")):
        for phrase in phrases:
            expression = phrase_expression(connection, phrase)
            if expression:
                require(
                    f"f.id {test} (SELECT c.file_id FROM chunk_fts JOIN chunk c ON c.id = chunk_fts.rowid"
                    " WHERE chunk_fts MATCH ?)", expression,
                )
    return Scope(" AND ".join(conditions), tuple(parameters))


def _folders_named(connection: apsw.Connection, names: tuple[str, ...]) -> list[str]:
    """Folders with one of ``names`` among the parts of their path, or below one of them given as a path."""
    wanted = [fold(name).replace("\\", "/").strip("/") for name in names]
    return [
        folder
        for (folder,) in connection.execute("SELECT DISTINCT folder FROM file")
        if any(f"/{name}/" in f"/{fold(folder).replace(os.sep, '/').strip('/')}/" for name in wanted)
    ]


def _like(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
