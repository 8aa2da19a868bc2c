from __future__ import annotations

from pathlib import Path

import apsw
import pytest

from indexer.errors import KnownError
from indexer.store import connection, maintenance, migrate


def scripts(folder: Path, **bodies: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, body in bodies.items():
        (folder / f"{name.removeprefix('m')}.sql").write_text(body)
    return folder


def test_a_new_index_has_the_latest_version_and_our_mark(index: apsw.Connection) -> None:
    assert index.pragma("user_version") == migrate.latest() >= 1
    assert index.pragma("application_id") == migrate.APPLICATION_ID


def test_an_upgrade_keeps_the_rows_and_makes_a_copy_first(tmp_path: Path) -> None:
    folder = scripts(tmp_path / "m", m0001_a="CREATE TABLE a (x); INSERT INTO a VALUES (1);")
    path = tmp_path / "index.db"
    opened = apsw.Connection(str(path))
    assert migrate.migrate(opened, path, folder) is None
    scripts(folder, m0002_b="ALTER TABLE a ADD COLUMN y DEFAULT 7", m0003_c="CREATE TABLE c (z)")
    copy = migrate.migrate(opened, path, folder)
    assert opened.execute("SELECT x, y FROM a").get == (1, 7)
    assert opened.pragma("user_version") == 3
    opened.close()
    assert copy == tmp_path / "index.before-v3.db"
    old = apsw.Connection(str(copy))
    assert old.execute("SELECT * FROM a").get == 1
    assert old.pragma("user_version") == 1
    old.close()


def test_a_step_that_fails_half_way_leaves_the_version_before_it(tmp_path: Path) -> None:
    folder = scripts(
        tmp_path / "m", m0001_a="CREATE TABLE a (x)", m0002_b="CREATE TABLE b (x)",
        m0003_c="CREATE TABLE c (x); INSERT INTO b VALUES (1); INSERT INTO nowhere VALUES (1);",
    )
    opened = apsw.Connection(str(tmp_path / "index.db"))
    with pytest.raises(apsw.SQLError, match="nowhere"):
        migrate.migrate(opened, tmp_path / "index.db", folder)
    assert opened.pragma("user_version") == 2
    assert opened.execute("SELECT name FROM sqlite_schema ORDER BY 1").fetchall() == [("a",), ("b",)]
    assert opened.execute("SELECT count(*) FROM b").get == 0
    scripts(folder, m0003_c="CREATE TABLE c (x)")
    migrate.migrate(opened, tmp_path / "index.db", folder)
    assert opened.pragma("user_version") == 3
    opened.close()


def test_migrations_must_be_numbered_without_gaps(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="numbered"):
        migrate.latest(scripts(tmp_path / "m", m0001_a="SELECT 1", m0003_c="SELECT 1"))


@pytest.mark.parametrize("opener", [connection.open_writer, connection.open_reader])
def test_an_index_of_a_newer_program_is_refused_and_left_alone(tmp_path: Path, opener: object) -> None:
    path = tmp_path / "index.db"
    newer = connection.open_writer(path)
    newer.pragma("user_version", migrate.latest() + 1)
    connection.close_writer(newer)
    before = path.read_bytes()
    with pytest.raises(KnownError) as caught:
        opener(path)  # type: ignore[operator]
    assert caught.value.code == "index_newer"
    assert path.read_bytes() == before


@pytest.mark.parametrize("mark", [0, 7])
def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path: Path, mark: int) -> None:
    path = tmp_path / "index.db"
    other = apsw.Connection(str(path))
    other.execute("CREATE TABLE theirs (x)")
    other.pragma("application_id", mark)
    other.close()
    before = path.read_bytes()
    with pytest.raises(KnownError) as caught:
        connection.open_writer(path)
    assert caught.value.code == "index_damaged"
    assert path.read_bytes() == before


def test_names_of_an_older_index_are_found_folded(tmp_path: Path) -> None:
    first = scripts(tmp_path / "m", m0001_first=(migrate.FOLDER / "0001_first.sql").read_text(encoding="utf-8"))
    path = tmp_path / "index.db"
    old = connection.open_writer(path, first)
    old.execute("INSERT INTO root (path) VALUES ('/r')")
    old.execute(
        "INSERT INTO file (root_id, path, folder, name, kind, size, mtime_ns, inode, state)"
        " VALUES (1, '/r/Übung Straße.pdf', '/r', 'Übung Straße.pdf', 'pdf', 1, 1, 1, 'pending')"
    )
    connection.close_writer(old)
    opened = connection.open_writer(path)
    assert opened.execute("SELECT folded FROM file").get == "ubung strasse.pdf"
    assert opened.execute("SELECT rowid FROM name_fts WHERE name_fts MATCH 'strasse'").get == 1
    assert maintenance.integrity(opened, full=True) == []
    connection.close_writer(opened)
