"""The only place that opens a database: extension, functions, pragmas, and errors in plain words."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import apsw
import sqlite_vec

from indexer.errors import KnownError
from indexer.store import functions, migrate

BUSY_MS = 5_000
"""How long a statement waits for another connection, in milliseconds."""
MMAP_BYTES = 256 * 2**20
WAL_KEPT_BYTES = 64 * 2**20
PAGES_GIVEN_BACK = 25_600
"""At most this many free pages (100 MB) are returned to the file system when the writer closes."""
_WAL_TRIES = 50
_WAL_PAUSE_S = 0.1


def open_writer(path: Path, scripts: Path = migrate.FOLDER) -> apsw.Connection:
    """Open a database for writing, creating or migrating it by ``scripts``. The caller holds the writer lock.

    Raises:
        KnownError: index_damaged, index_newer, index_busy, read_only, disk_full, io_error.
    """
    flags = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE
    with known_errors(path):
        connection = _connect(path, flags)
        try:
            migrate.check(connection, path, scripts)
            # Before the first page is written: it decides the file's layout.
            connection.pragma("auto_vacuum", "INCREMENTAL")
            _use_wal(connection)
            connection.pragma("synchronous", "NORMAL")
            connection.pragma("journal_size_limit", WAL_KEPT_BYTES)
            migrate.migrate(connection, path, scripts)
        except BaseException:
            connection.close()
            raise
    return connection


def open_reader(path: Path) -> apsw.Connection:
    """Open an existing index for reading only; it sees the last committed state while a writer works.

    Raises:
        KnownError: not_indexed when there is no index yet, index_busy when a writer has yet to bring it up to
            date, and those of ``open_writer``.
    """
    if not path.exists():
        raise KnownError("not_indexed", "There is no index yet. Add a folder first.", str(path))
    with known_errors(path):
        connection = _connect(path, apsw.SQLITE_OPEN_READONLY)
        try:
            connection.pragma("query_only", True)
            if migrate.check(connection, path) < migrate.latest():
                raise KnownError(
                    "index_busy", "The index is being brought up to date. Try again in a moment.", str(path)
                )
        except BaseException:
            connection.close()
            raise
    return connection


def close_writer(connection: apsw.Connection) -> None:
    """Refresh the query planner's statistics, give free pages back, close. Errors in the first two are moot."""
    try:
        connection.execute("PRAGMA optimize").fetchall()
        connection.execute(f"PRAGMA incremental_vacuum({PAGES_GIVEN_BACK})").fetchall()
    except apsw.Error:
        pass
    finally:
        connection.close()


@contextmanager
def transaction(connection: apsw.Connection) -> Iterator[None]:
    """BEGIN IMMEDIATE, then COMMIT, or ROLLBACK when the block raises. Does not nest.

    Raises:
        KnownError: as ``known_errors``.
    """
    with known_errors(Path(connection.db_filename("main"))):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            # A full disk may already have rolled back by itself.
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


@contextmanager
def known_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite reports into a ``KnownError``; a fault of our own SQL passes through unchanged."""
    try:
        yield
    except (apsw.CorruptError, apsw.NotADBError, UnicodeDecodeError) as error:
        # We only ever write valid UTF-8: text that does not decode is damage that SQLite could not notice.
        raise KnownError(
            "index_damaged", f"It cannot be read ({error}). hunch index keeps it aside and builds a new one.", str(path)
        ) from error
    except apsw.FullError as error:
        raise _disk_full(path) from error
    except (apsw.ReadOnlyError, apsw.CantOpenError, apsw.PermissionsError, apsw.AuthError) as error:
        if _no_space(path):
            raise _disk_full(path) from error
        raise KnownError(
            "read_only", "Make its folder writable, or choose another data folder.", str(path)
        ) from error
    except (apsw.BusyError, apsw.LockedError) as error:
        raise KnownError("index_busy", "Close the other one, or wait until it is done.", str(path)) from error
    except apsw.IOError as error:
        if _no_space(path):
            raise _disk_full(path) from error
        raise KnownError("io_error", f"The disk with the index fails ({error}).", str(path)) from error


def _connect(path: Path, flags: int) -> apsw.Connection:
    connection = apsw.Connection(os.fspath(path), flags=flags)
    try:
        connection.set_busy_timeout(BUSY_MS)
        connection.enable_load_extension(True)
        connection.load_extension(sqlite_vec.loadable_path())
        connection.enable_load_extension(False)
        functions.register(connection)
        connection.pragma("trusted_schema", False)
        connection.pragma("cell_size_check", True)
        connection.pragma("foreign_keys", True)
        connection.pragma("mmap_size", MMAP_BYTES)
    except BaseException:
        connection.close()
        raise
    return connection


def _use_wal(connection: apsw.Connection) -> None:
    """Switch to WAL. This one statement ignores the busy timeout, hence the patience here."""
    for attempt in range(_WAL_TRIES):
        try:
            connection.pragma("journal_mode", "WAL")
        except apsw.BusyError:
            if attempt == _WAL_TRIES - 1:
                raise
            time.sleep(_WAL_PAUSE_S)
        else:
            return


def _disk_full(path: Path) -> KnownError:
    return KnownError("disk_full", "Free some space, then start again. Nothing already indexed is lost.", str(path))


def _no_space(path: Path) -> bool:
    """Whether writing beside ``path`` fails for want of space; SQLite reports that as several errors."""
    probe = path.with_name(f".{path.name}.probe-{os.getpid()}")
    try:
        probe.write_bytes(bytes(8192))
    except OSError as error:
        return error.errno in (errno.ENOSPC, errno.EDQUOT)
    finally:
        # On a disk that became read-only it is not there, and even that cannot be told without an error.
        with suppress(OSError):
            probe.unlink()
    return False
