"""What the index knows of files by which they are told to be versions of each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import apsw
import numpy as np
from numpy.typing import NDArray

from indexer.store import sketches

_COLUMNS = "file.id, path, name, kind, size, mtime_ns, content_hash, sketch, ocr_due.file_id IS NOT NULL"
_TABLES = "LEFT JOIN sketch ON sketch.file_id = file.id LEFT JOIN ocr_due ON ocr_due.file_id = file.id"
_VIEWS = "JOIN chunk ON chunk.file_id = file.id AND picture IS NOT NULL JOIN view ON view.hash = picture"
_NO_SKETCH = bytes(sketches.SKETCH.itemsize)

_Row = tuple[int, str, str, str, int, int, bytes | None, bytes | None, int]


@dataclass(frozen=True, slots=True)
class Files:
    """Files in the order asked for, column by column, n each.

    Attributes:
        sketches: of ``store.sketches.SKETCH``; all zero for a file without words.
        hashes: perceptual hash of the first view of a picture; 0 for other files.
        views: the passage of that view; -1 for other files.
        unread: whether the text in its pictures is still to be read.
    """

    ids: list[int]
    paths: list[str]
    names: list[str]
    kinds: list[str]
    sizes: list[int]
    mtimes: list[int]
    contents: list[bytes | None]
    sketches: NDArray[np.void]
    hashes: NDArray[np.uint64]
    views: NDArray[np.int64]
    unread: NDArray[np.bool_]


def load(connection: apsw.Connection, file_ids: Sequence[int] | None = None) -> Files:
    """The files whose content is known: these, in their order, or all."""
    if file_ids is None:
        chosen, values = "file", []
    else:
        chosen = "carray(?) AS wanted CROSS JOIN file ON file.id = wanted.value"
        values = [apsw.carray(np.ascontiguousarray(file_ids, dtype=np.int64))]
    found = connection.execute(f"SELECT {_COLUMNS} FROM {chosen} {_TABLES} WHERE content_hash IS NOT NULL", values)
    rows = cast("list[_Row]", found.fetchall())
    views = connection.execute(
        f"SELECT file.id, chunk.id, phash FROM {chosen} {_VIEWS} WHERE file.kind = 'picture' ORDER BY seq DESC", values
    )
    first = {number: (view, phash) for number, view, phash in cast("list[tuple[int, int, int]]", views.fetchall())}
    seen = [first.get(row[0], (-1, 0)) for row in rows]
    return Files(
        [row[0] for row in rows], [row[1] for row in rows], [row[2] for row in rows], [row[3] for row in rows],
        [row[4] for row in rows], [row[5] for row in rows], [row[6] for row in rows],
        sketches=sketches.parse([row[7] or _NO_SKETCH for row in rows]),
        hashes=np.array([phash for _, phash in seen], dtype=np.int64).view(np.uint64),
        views=np.array([view for view, _ in seen], dtype=np.int64),
        unread=np.array([row[8] for row in rows], dtype=np.bool_),
    )
