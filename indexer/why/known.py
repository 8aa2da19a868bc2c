"""What the index has of one file."""

from __future__ import annotations

import json
import os
from pathlib import PurePath
from typing import cast

import apsw

from indexer.errors import KnownError
from indexer.paths import from_text
from indexer.reports import Known, OnDisk, SpaceShare
from indexer.store import files, vectors
from indexer.store.chunks import OF_KIND


def file_meant(connection: apsw.Connection, asked: str) -> str:
    """The path that is meant by ``asked``, a database path: that of a file known by its name only where none is there.

    Of several files of that name the one whose folders agree most counts, then the newest.
    """
    if files.by_path(connection, asked) is not None or os.path.lexists(from_text(asked)):
        return asked
    named = os.path.basename(asked)  # noqa: PTH119
    rows = connection.execute(
        "SELECT path FROM file WHERE folded = hunch_fold(?1) OR folded > hunch_fold(?1) || '.'"
        " AND folded < hunch_fold(?1) || '/' ORDER BY mtime_ns DESC", (named,),
    )
    paths = [cast(str, path) for (path,) in rows]
    return max(paths, key=lambda path: _folders_in_common(path, asked), default=asked)


def known(connection: apsw.Connection, row: files.FileRow, disk: OnDisk) -> Known:
    """Counts of one file, and how far it was read."""
    number = (row.id,)
    passages, characters, pictures, in_pictures = next(connection.execute(
        "SELECT count(*) FILTER (WHERE picture IS NULL), coalesce(sum(length(text)), 0), count(picture),"
        " count(*) FILTER (WHERE picture IS NULL AND locator ->> '$.box' IS NOT NULL) FROM chunk WHERE file_id = ?",
        number,
    ))
    due = connection.execute("SELECT pages FROM ocr_due WHERE file_id = ?", number).get
    problem = KnownError(row.error_code, row.error_detail or "") if row.error_code else None
    changed = disk.size is not None and (disk.size, disk.modified) != (row.size, row.mtime_ns / 1e9)
    return Known(
        row.state, row.error_code, str(problem).strip() if problem else None, row.attempts, files.MAX_ATTEMPTS,
        row.tried_ns / 1e9 if row.tried_ns else None, changed, row.kind, row.title, row.pages, passages, characters,
        pictures, len(json.loads(due)) if due else 0, in_pictures,
        tuple(_share(connection, space, row.id) for space in vectors.spaces(connection)),
    )


def _share(connection: apsw.Connection, space: vectors.Space, file_id: int) -> SpaceShare:
    embedded, due = (
        int(connection.execute(
            f"SELECT count(*) FROM chunk JOIN {table} ON chunk_id = chunk.id AND space_id = ?"
            f" WHERE file_id = ? AND {OF_KIND[space.kind]}", (space.id, file_id),
        ).get)
        for table in ("embedding", "embedding_due")
    )
    return SpaceShare(space.kind, space.model_id, space.is_active, embedded, due)


def _folders_in_common(path: str, asked: str) -> int:
    """How many folders right above the two files have the same names."""
    one, other = (PurePath(text).parts[-2::-1] for text in (path, asked))
    count = 0
    for name, same in zip(one, other, strict=False):
        if name != same:
            break
        count += 1
    return count
