"""The folders a person chose, kept in ``user.db``: the index can be built again from the files, this can not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from indexer.store.connection import known_errors, open_writer, transaction

MIGRATIONS = Path(__file__).with_name("user_migrations")


def remember(user_db: Path, path: str) -> None:
    """Note that the folder at database path ``path`` is to be indexed. Raises KnownError as ``open_writer``."""
    with _opened(user_db) as connection, transaction(connection):
        connection.execute("INSERT INTO folder (path) VALUES (?) ON CONFLICT DO NOTHING", (path,))


def forget(user_db: Path, path: str) -> None:
    """Note that it is no longer. Raises KnownError as ``open_writer``."""
    with _opened(user_db) as connection, transaction(connection):
        connection.execute("DELETE FROM folder WHERE path = ?", (path,))


def folders(user_db: Path) -> list[str]:
    """All of them, by path. Raises KnownError as ``open_writer``."""
    with _opened(user_db) as connection:
        return [path for (path,) in connection.execute("SELECT path FROM folder ORDER BY path")]


@contextmanager
def _opened(user_db: Path) -> Iterator[apsw.Connection]:
    connection = open_writer(user_db, MIGRATIONS)
    try:
        with known_errors(user_db):
            yield connection
    finally:
        connection.close()
