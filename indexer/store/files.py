"""The table of files: what the scan saw, what is still to be read, and what went wrong. Paths are database text."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple, cast

import apsw

from indexer.answers import State
from indexer.store.connection import transaction

MAX_ATTEMPTS = 3
"""A file whose reading ended the program this often is left alone until it changes."""
PASSING = frozenset({"unreadable", "vanished", "io_error", "changing"})
"""Codes that tell nothing about a file's content: its old passages stay, and each scan offers it again."""
_COLUMNS = (
    "id, root_id, path, folder, name, kind, size, mtime_ns, inode, content_hash, reader_version, state, error_code,"
    " error_detail, attempts, tried_ns, title, author, created, pages, taken_at, camera, latitude, longitude, width,"
    " height"
)


@dataclass(frozen=True, slots=True)
class FileRow:
    """One row. Times are nanoseconds since 1970, sizes bytes; ``content_hash`` is the SHA-256 of the file.

    Attributes:
        reader_version: version of the readers that gave the passages; 0 when the file was never read.
        error_code: why it failed or was skipped; with state ready, what part of it could not be read.
        attempts: tries since the file last changed.
        tried_ns: when the last try began.
        created: as the document says, ISO 8601.
    """

    id: int
    root_id: int
    path: str
    folder: str
    name: str
    kind: str
    size: int
    mtime_ns: int
    inode: int
    content_hash: bytes | None
    reader_version: int
    state: State
    error_code: str | None
    error_detail: str | None
    attempts: int
    tried_ns: int
    title: str | None
    author: str | None
    created: str | None
    pages: int | None
    taken_at: str | None
    camera: str | None
    latitude: float | None
    longitude: float | None
    width: int | None
    height: int | None


class Known(NamedTuple):
    """The part of a row that a folder listing is compared with."""

    id: int
    name: str
    size: int
    mtime_ns: int
    inode: int
    state: State
    error_code: str | None
    attempts: int
    reader_version: int
    tried_ns: int
    content_hash: bytes | None


class Seen(NamedTuple):
    """A file found on disk that is new or has changed. ``skip``: the code for which it will not be read, or None."""

    path: str
    folder: str
    name: str
    kind: str
    size: int
    mtime_ns: int
    inode: int
    skip: str | None


def known_in(connection: apsw.Connection, root_id: int, folder: str) -> list[Known]:
    """The files directly inside a folder."""
    return [Known(*row) for row in connection.execute(
        "SELECT id, name, size, mtime_ns, inode, state, error_code, attempts, reader_version, tried_ns, content_hash"
        " FROM file WHERE root_id = ? AND folder = ?",
        (root_id, folder),
    )]


def known_folders(connection: apsw.Connection, root_id: int, below: str, separator: str) -> list[str]:
    """Folders that hold files of this root: ``below`` and everything inside it."""
    stem = below.rstrip(separator)
    rows = connection.execute(
        "SELECT DISTINCT folder FROM file WHERE root_id = ?1 AND (folder = ?2 OR (folder >= ?3 AND folder < ?4))",
        (root_id, below, stem + separator, stem + chr(ord(separator) + 1)),
    )
    return [folder for (folder,) in rows]


def ids_in(connection: apsw.Connection, root_id: int, folder: str) -> list[int]:
    """Ids of the files directly inside a folder."""
    rows = connection.execute("SELECT id FROM file WHERE root_id = ? AND folder = ?", (root_id, folder))
    return [number for (number,) in rows]


def upsert_seen(connection: apsw.Connection, root_id: int, seen: Iterable[Seen]) -> None:
    """Insert new files and renew changed ones: pending with no attempts, or skipped, then without passages.

    What was known of a changed file stays until it is read again. To be called inside a transaction.
    """
    for file in seen:
        number = connection.execute(
            "INSERT INTO file (root_id, path, folder, name, kind, size, mtime_ns, inode, state, error_code, folded)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, iif(?9 IS NULL, 'pending', 'skipped'), ?9, hunch_fold(?4))"
            " ON CONFLICT (path) DO UPDATE SET root_id = excluded.root_id, kind = excluded.kind,"
            " size = excluded.size, mtime_ns = excluded.mtime_ns, inode = excluded.inode, state = excluded.state,"
            " error_code = excluded.error_code, error_detail = NULL, attempts = 0 RETURNING id",
            (root_id, *file),
        ).get
        if file.skip is not None:
            _forget_content(connection, number)


def retry(connection: apsw.Connection, ids: Iterable[int]) -> None:
    """Have these files read again although they did not change. To be called inside a transaction."""
    connection.executemany(
        "UPDATE file SET state = 'pending', attempts = 0 WHERE id = ?", ((number,) for number in ids)
    )


def touch(connection: apsw.Connection, same: Iterable[tuple[int, int]]) -> None:
    """Files, as (id, inode), whose content was found to be what was read. To be called inside a transaction."""
    now = time.time_ns()
    connection.executemany(
        "UPDATE file SET inode = ?, tried_ns = ? WHERE id = ?", ((inode, now, number) for number, inode in same)
    )


def mark_gone(connection: apsw.Connection, ids: Iterable[int]) -> None:
    """Forget files that are no longer there, with their passages. To be called inside a transaction."""
    connection.executemany("DELETE FROM file WHERE id = ?", ((number,) for number in ids))


def unread_of_size(connection: apsw.Connection, size: int) -> list[FileRow]:
    """Files of this size that were never read: where a file that has gone may have moved to."""
    return _rows(connection, "WHERE state = 'pending' AND reader_version = 0 AND size = ?", (size,))


def rename(connection: apsw.Connection, file_id: int, target: FileRow) -> None:
    """The file is now where ``target``, a row never read, was found: keep its passages, drop ``target``.

    Readers go by the ending of a name, so a file with another one is read again, and so is one that could not be read
    where it was. Call inside a transaction.
    """
    before = by_id(connection, file_id)
    again = before is None or _ending(before.name) != _ending(target.name) or before.error_code in PASSING
    connection.execute("DELETE FROM file WHERE id = ?", (target.id,))
    connection.execute(
        "UPDATE file SET root_id = ?1, path = ?2, folder = ?3, name = ?4, folded = hunch_fold(?4), kind = ?5,"
        " size = ?6, mtime_ns = ?7, inode = ?8, state = iif(?9, 'pending', state), attempts = iif(?9, 0, attempts)"
        " WHERE id = ?10",
        (
            target.root_id, target.path, target.folder, target.name, target.kind, target.size, target.mtime_ns,
            target.inode, again, file_id,
        ),
    )


def next_pending(connection: apsw.Connection, limit: int) -> list[FileRow]:
    """Files to read: those not tried yet before those whose reading was cut off, newest first."""
    return _rows(
        connection, "WHERE state = 'pending' AND attempts < ? ORDER BY attempts, mtime_ns DESC LIMIT ?",
        (MAX_ATTEMPTS, limit),
    )


def count_attempt(connection: apsw.Connection, file_id: int) -> None:
    """Note, before a file is read, that it is being tried, so that a crash of the whole program counts too."""
    with transaction(connection):
        connection.execute(
            "UPDATE file SET attempts = attempts + 1, tried_ns = ? WHERE id = ?", (time.time_ns(), file_id)
        )


def uncount_attempt(connection: apsw.Connection, file_id: int) -> None:
    """Take ``count_attempt`` back: the try was ended from outside and says nothing about the file."""
    with transaction(connection):
        connection.execute("UPDATE file SET attempts = max(attempts - 1, 0) WHERE id = ?", (file_id,))


def pending_count(connection: apsw.Connection) -> int:
    """How many files ``next_pending`` would give in all."""
    query = "SELECT count(*) FROM file WHERE state = 'pending' AND attempts < ?"
    return int(connection.execute(query, (MAX_ATTEMPTS,)).get)


def fail_exhausted(connection: apsw.Connection, reader_version: int) -> int:
    """Give up on files tried ``MAX_ATTEMPTS`` times without an outcome; returns how many."""
    with transaction(connection):
        connection.execute(
            "UPDATE file SET state = 'failed', error_code = 'crashed', error_detail = ?, reader_version = ?"
            " WHERE state = 'pending' AND attempts >= ?",
            (
                "Reading it was cut off each time. It is tried again when it changes.", reader_version, MAX_ATTEMPTS,
            ),
        )
        return connection.changes()


def set_failed(
    connection: apsw.Connection, file_id: int, code: str, detail: str, reader_version: int
) -> None:
    """Record why a file could not be read. Its old passages go, unless the reason tells nothing of its content."""
    _settle(connection, file_id, "failed", code, detail, reader_version)


def set_skipped(
    connection: apsw.Connection, file_id: int, code: str, detail: str, reader_version: int
) -> None:
    """Record why a file has nothing to be indexed. Its old passages go."""
    _settle(connection, file_id, "skipped", code, detail, reader_version)


def retry_failed(connection: apsw.Connection, below: str | None, separator: str) -> int:
    """Have failed files read again: the one at ``below`` and those inside it, or all; returns how many."""
    stem = (below or "").rstrip(separator)
    inside = "" if below is None else " AND (path = ? OR (path >= ? AND path < ?))"
    values = () if below is None else (below, stem + separator, stem + chr(ord(separator) + 1))
    with transaction(connection):
        connection.execute(f"UPDATE file SET state = 'pending', attempts = 0 WHERE state = 'failed'{inside}", values)
        return connection.changes()


def by_id(connection: apsw.Connection, file_id: int) -> FileRow | None:
    """The row, or None when it has gone."""
    return next(iter(_rows(connection, "WHERE id = ?", (file_id,))), None)


def by_path(connection: apsw.Connection, path: str) -> FileRow | None:
    """The row of a file, or None when it is not in the index."""
    return next(iter(_rows(connection, "WHERE path = ?", (path,))), None)


def counts(connection: apsw.Connection) -> Mapping[int, Mapping[State, int]]:
    """Number of files by root and state; states without files are absent."""
    found: dict[int, dict[State, int]] = {}
    for root_id, state, number in connection.execute(
        "SELECT root_id, state, count(*) FROM file GROUP BY root_id, state"
    ):
        found.setdefault(root_id, {})[cast(State, state)] = number
    return found


def _ending(name: str) -> str:
    return name.rpartition(".")[2].lower()


def _rows(connection: apsw.Connection, where: str, values: tuple[object, ...]) -> list[FileRow]:
    rows = connection.execute(f"SELECT {_COLUMNS} FROM file {where}", cast("tuple[int, ...]", values))
    return [FileRow(*row) for row in rows]


def _settle(
    connection: apsw.Connection, file_id: int, state: State, code: str, detail: str, reader_version: int
) -> None:
    with transaction(connection):
        connection.execute(
            "UPDATE file SET state = ?, error_code = ?, error_detail = ?, reader_version = ? WHERE id = ?",
            (state, code, detail, reader_version, file_id),
        )
        if code not in PASSING:
            _forget_content(connection, file_id)


def _forget_content(connection: apsw.Connection, file_id: int) -> None:
    connection.execute("DELETE FROM chunk WHERE file_id = ?", (file_id,))
    connection.execute(
        "UPDATE file SET content_hash = NULL, title = NULL, author = NULL, created = NULL, pages = NULL,"
        " taken_at = NULL, camera = NULL, latitude = NULL, longitude = NULL, width = NULL, height = NULL WHERE id = ?",
        (file_id,),
    )
    connection.execute("DELETE FROM ocr_due WHERE file_id = ?", (file_id,))
