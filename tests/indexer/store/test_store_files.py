from __future__ import annotations

from datetime import datetime
from pathlib import Path

import apsw
import pytest

from indexer.store import chunks, connection, files, maintenance
from indexer.store.connection import transaction
from indexer.store.problems import problems
from tests.helpers.made_up_index import add, fill, passages, seen


def test_untried_files_come_before_those_cut_off_and_newest_first(index: apsw.Connection) -> None:
    ids = add(index, *(seen(f"/r/{n}.txt", mtime_ns=n) for n in range(1, 5)), seen("/r/l", skip="link"))
    files.count_attempt(index, ids["/r/4.txt"])
    assert [row.name for row in files.next_pending(index, 9)] == ["3.txt", "2.txt", "1.txt", "4.txt"]
    assert [row.name for row in files.next_pending(index, 2)] == ["3.txt", "2.txt"]
    assert files.pending_count(index) == 4


def test_attempts_are_counted_and_given_up_at_the_limit(index: apsw.Connection) -> None:
    number = add(index, seen("/r/a.txt"))["/r/a.txt"]
    for _ in range(files.MAX_ATTEMPTS):
        files.count_attempt(index, number)
    files.uncount_attempt(index, number)
    assert files.fail_exhausted(index, 1) == 0
    files.count_attempt(index, number)
    assert files.next_pending(index, 1) == []
    assert files.fail_exhausted(index, 1) == 1
    assert files.fail_exhausted(index, 1) == 0
    add(index, seen("/r/a.txt", size=2))
    assert [row.attempts for row in files.next_pending(index, 1)] == [0]


@pytest.mark.parametrize(("code", "kept"), [("damaged", 0), ("unreadable", 1), ("io_error", 1)])
def test_a_failure_keeps_the_old_passages_only_if_it_tells_nothing_of_the_content(
    index: apsw.Connection, code: str, kept: int
) -> None:
    number = fill(index, {"/r/a.txt": ["words"]})["/r/a.txt"]
    files.set_failed(index, number, code, "why", 1)
    row = files.by_id(index, number)
    assert row is not None
    assert (row.state, row.error_code, row.error_detail) == ("failed", code, "why")
    assert (row.content_hash is None) == (not kept)
    assert index.execute("SELECT count(*) FROM chunk").get == kept
    assert maintenance.integrity(index) == []


def test_counts_are_by_root_and_state(index: apsw.Connection) -> None:
    ids = add(index, *(seen(f"/r/{n}.txt") for n in range(3)), seen("/r/l", skip="link"))
    files.set_failed(index, ids["/r/0.txt"], "damaged", "", 1)
    chunks.replace(index, ids["/r/1.txt"], passages(["x"]), chunks.Reading(b"h", 1))
    assert files.counts(index) == {1: {"pending": 1, "failed": 1, "ready": 1, "skipped": 1}}


def test_problems_name_every_file_that_is_not_wholly_indexed(index: apsw.Connection) -> None:
    ids = add(index, seen("/r/b.pdf"), seen("/r/a.txt"), seen("/r/fine.txt"), seen("/r/l", skip="link"))
    files.set_failed(index, ids["/r/b.pdf"], "damaged", "page 2", 1)
    chunks.replace(index, ids["/r/a.txt"], [], chunks.Reading(b"h", 1, note_code="no_text"))
    chunks.replace(index, ids["/r/fine.txt"], [], chunks.Reading(b"h", 1))
    assert [(p.path, p.state, p.code, p.detail) for p in problems(index)] == [
        ("/r/a.txt", "ready", "no_text", ""), ("/r/b.pdf", "failed", "damaged", "page 2"),
        ("/r/l", "skipped", "link", ""),
    ]


def test_folders_known_are_found_below_a_folder_only(index: apsw.Connection) -> None:
    add(index, *(seen(path) for path in ("/r/a/x", "/r/a/b/x", "/r/a b/x", "/r/ab/x", "/r/x", "/r/a0/x")))
    assert sorted(files.known_folders(index, 1, "/r/a", "/")) == ["/r/a", "/r/a/b"]
    assert len(files.known_folders(index, 1, "/r", "/")) == 6
    assert len(files.known_folders(index, 1, "/", "/")) == 6


def test_ids_are_never_used_twice(index: apsw.Connection) -> None:
    first = fill(index, {"/r/a.txt": ["a"]})["/r/a.txt"]
    with connection.transaction(index):
        files.mark_gone(index, [first])
    assert fill(index, {"/r/b.txt": ["b"]})["/r/b.txt"] > first
    assert index.execute("SELECT id FROM chunk").get == 2


def test_a_damaged_index_is_put_aside_whole_and_never_over_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, tz: object = None) -> Clock:
            return cls(2024, 5, 6, 7, 8, 9)

    monkeypatch.setattr(maintenance, "datetime", Clock)
    path = tmp_path / "index.db"
    for content in ("one", "two"):
        for end in ("", "-wal", "-shm"):
            Path(f"{path}{end}").write_text(content + end)
        maintenance.put_aside(path)
    path.write_text("three")
    assert maintenance.put_aside(path) == tmp_path / "index.damaged-20240506-070809-3.db"
    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == {
        "index.damaged-20240506-070809.db": "one", "index.damaged-20240506-070809.db-wal": "one-wal",
        "index.damaged-20240506-070809.db-shm": "one-shm", "index.damaged-20240506-070809-2.db": "two",
        "index.damaged-20240506-070809-2.db-wal": "two-wal", "index.damaged-20240506-070809-2.db-shm": "two-shm",
        "index.damaged-20240506-070809-3.db": "three",
    }


def test_a_check_names_what_is_wrong(index: apsw.Connection) -> None:
    fill(index, {"/r/a.txt": ["words here"]})
    assert maintenance.integrity(index, full=True) == []
    index.execute("DELETE FROM code")
    index.execute("UPDATE chunk SET text = 'other words'")
    index.pragma("foreign_keys", False)
    index.execute("DELETE FROM root")
    found = "\n".join(maintenance.integrity(index))
    assert "row 1 of file points to a missing row of root" in found
    assert "1 vectors without a code" in found
    assert "the word index chunk_fts does not fit" in found
    assert "name_fts" not in found


def test_space_of_deleted_files_is_given_back_on_closing(tmp_path: Path) -> None:
    index = connection.open_writer(tmp_path / "index.db")
    ids = fill(index, {f"/r/{n}.txt": ["long text " * 400 + str(n)] for n in range(100)})
    full = maintenance.sizes(index).database
    with connection.transaction(index):
        files.mark_gone(index, ids.values())
    assert maintenance.sizes(index).free > full // 4
    connection.close_writer(index)
    assert (tmp_path / "index.db").stat().st_size < full // 2


@pytest.mark.parametrize(
    ("code", "name", "state"),
    [(None, "/r/b/a.txt", "ready"), (None, "/r/b/a.tex", "pending"), ("damaged", "/r/b/a.txt", "failed"),
     ("vanished", "/r/b/a.txt", "pending")],
)
def test_a_moved_file_is_read_again_where_that_may_give_more(
    index: apsw.Connection, code: str | None, name: str, state: str
) -> None:
    ids = add(index, seen("/r/a.txt"), seen(name))
    if code is None:
        chunks.replace(index, ids["/r/a.txt"], passages(["x"]), chunks.Reading(b"h", 1))
    else:
        files.set_failed(index, ids["/r/a.txt"], code, "why", 1)
    target = files.by_path(index, name)
    assert target is not None
    with transaction(index):
        files.rename(index, ids["/r/a.txt"], target)
    row = files.by_path(index, name)
    assert row is not None
    assert (row.id, row.state, row.attempts) == (ids["/r/a.txt"], state, 0)
