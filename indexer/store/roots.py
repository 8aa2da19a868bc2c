"""The folders a person chose, and the folders below them that could not be listed. Paths are database text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import apsw

from indexer.store.connection import transaction


@dataclass(frozen=True, slots=True)
class Root:
    """A chosen folder.

    Attributes:
        missing: it was not there at the last scan; what is known of it stays findable.
        mount: where its disk was mounted at the last scan; None for the system's own disk.
    """

    id: int
    path: str
    paused: bool
    missing: bool
    mount: str | None = None


def roots(connection: apsw.Connection) -> list[Root]:
    """All of them, by path."""
    rows = connection.execute("SELECT id, path, paused, missing, mount FROM root ORDER BY path")
    return [Root(number, path, bool(paused), bool(missing), mount) for number, path, paused, missing, mount in rows]


def add_root(connection: apsw.Connection, path: str, absorb: Sequence[Root] = ()) -> Root:
    """Add a folder; the files of ``absorb``, roots inside it, become its own and are not read again."""
    with transaction(connection):
        number = connection.execute("INSERT INTO root (path) VALUES (?) RETURNING id", (path,)).get
        for inner in absorb:
            connection.execute("UPDATE file SET root_id = ? WHERE root_id = ?", (number, inner.id))
            connection.execute("UPDATE unread_folder SET root_id = ? WHERE root_id = ?", (number, inner.id))
            connection.execute("DELETE FROM root WHERE id = ?", (inner.id,))
    return Root(number, path, paused=False, missing=False)


def remove_root(connection: apsw.Connection, root_id: int) -> None:
    """Forget a folder and all that is known of its files. The files themselves are not touched."""
    with transaction(connection):
        connection.execute("DELETE FROM root WHERE id = ?", (root_id,))


def set_missing(connection: apsw.Connection, root_id: int, missing: bool) -> None:
    """Note whether the folder is there. To be called inside a transaction."""
    connection.execute("UPDATE root SET missing = ?1 WHERE id = ?2 AND missing <> ?1", (missing, root_id))


def set_mount(connection: apsw.Connection, root_id: int, mount: str | None) -> None:
    """Note where the folder's disk is mounted. To be called inside a transaction."""
    connection.execute("UPDATE root SET mount = ? WHERE id = ?", (mount, root_id))


def set_unread(connection: apsw.Connection, root_id: int, path: str, code: str, detail: str) -> None:
    """Record a folder that could not be listed. To be called inside a transaction."""
    connection.execute(
        "INSERT INTO unread_folder (path, root_id, error_code, error_detail) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (path) DO UPDATE SET root_id = excluded.root_id, error_code = excluded.error_code,"
        " error_detail = excluded.error_detail",
        (path, root_id, code, detail),
    )


def unread(connection: apsw.Connection, root_id: int) -> list[str]:
    """Paths of the folders of this root recorded by ``set_unread``."""
    rows = connection.execute("SELECT path FROM unread_folder WHERE root_id = ?", (root_id,))
    return [path for (path,) in rows]


def clear_unread(connection: apsw.Connection, paths: Sequence[str]) -> None:
    """These folders can be listed again, or are gone. To be called inside a transaction."""
    connection.executemany("DELETE FROM unread_folder WHERE path = ?", ((path,) for path in paths))
