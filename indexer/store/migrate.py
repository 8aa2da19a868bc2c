"""Numbered migrations: ``NNNN_name.sql`` brings the database from version NNNN - 1 to NNNN."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import apsw

from indexer.errors import KnownError
from indexer.store import functions

FOLDER = Path(__file__).with_name("migrations")
APPLICATION_ID = 0x48756E63
"""``Hunc`` in ASCII, in the file's header: tells our databases from others."""


def latest(folder: Path = FOLDER) -> int:
    """The version this program works with."""
    return _scripts(folder)[-1][0]


def check(connection: apsw.Connection, path: Path, folder: Path = FOLDER) -> int:
    """The version of the database, 0 when it is new and empty.

    Raises:
        KnownError: index_newer; index_damaged when it is no database of ours.
    """
    application = connection.pragma("application_id")
    version = int(connection.pragma("user_version"))
    if application == APPLICATION_ID and version > latest(folder):
        raise KnownError("index_newer", "Update Hunch, or choose another data folder.", str(path))
    try:
        schema = _schema(connection)
    except apsw.SQLError as error:
        raise KnownError("index_damaged", f"Its tables cannot be read ({error}).", str(path)) from error
    mark = APPLICATION_ID if version else 0
    # A flipped bit in a table's definition would otherwise show up anywhere, as a fault of ours.
    if application != mark or schema != _expected(folder, version):
        raise KnownError("index_damaged", "Its tables are not those of Hunch.", str(path))
    return version


def migrate(connection: apsw.Connection, path: Path, folder: Path = FOLDER) -> Path | None:
    """Bring the database to the latest version, each step in one transaction.

    Returns:
        The copy made beforehand, ``index.before-vN.db`` beside the database; None when nothing was there to lose.
    """
    version = check(connection, path, folder)
    due = [(number, script) for number, script in _scripts(folder) if number > version]
    if not due:
        return None
    backup = _back_up(connection, path, due[-1][0]) if version else None
    for number, script in due:
        _apply(connection, number, script)
    return backup


def _apply(connection: apsw.Connection, number: int, script: Path) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute(script.read_text(encoding="utf-8")).fetchall()
        connection.pragma("application_id", APPLICATION_ID)
        connection.pragma("user_version", number)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _schema(connection: apsw.Connection) -> frozenset[tuple[object, ...]]:
    """Every definition in the database but SQLite's own tables."""
    rows = connection.execute(
        "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE substr(name, 1, 7) <> 'sqlite_'"
    )
    return frozenset(rows.fetchall())


@cache
def _expected(folder: Path, version: int) -> frozenset[tuple[object, ...]]:
    """The definitions that the migrations up to ``version`` make."""
    model = apsw.Connection(":memory:")
    functions.register(model)
    try:
        for number, script in _scripts(folder)[:version]:
            _apply(model, number, script)
        return _schema(model)
    finally:
        model.close()


def _scripts(folder: Path) -> list[tuple[int, Path]]:
    scripts = sorted((int(script.name[:4]), script) for script in folder.glob("[0-9][0-9][0-9][0-9]_*.sql"))
    if [number for number, _ in scripts] != list(range(1, len(scripts) + 1)):
        raise ValueError(f"migrations in {folder} are not numbered 1, 2, 3, ...")
    return scripts


def _back_up(connection: apsw.Connection, path: Path, version: int) -> Path:
    """A whole copy, or none: it gets its name only once it is complete."""
    backup = path.with_name(f"{path.stem}.before-v{version}{path.suffix}")
    partial = backup.with_name(f"{backup.name}.partial")
    partial.unlink(missing_ok=True)
    connection.execute("VACUUM INTO ?", (str(partial),)).fetchall()
    partial.replace(backup)
    return backup
