"""The pipeline with a real store; only what a reader makes of a file is made up."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import apsw
import pytest

from indexer.answers import Snapshot
from indexer.errors import KnownError
from indexer.extract.document import Note, Passage
from indexer.extractor import Extracted, Extractor
from indexer.pipeline import Pipeline
from indexer.store import files, roots
from indexer.store.connection import close_writer, open_writer, transaction


class StubExtractor(Extractor):
    """Gives what ``outcome`` returns or raises for a file name, without a worker process."""

    def __init__(self, outcome: Callable[[str], Extracted]) -> None:
        super().__init__(60, 512)
        self._outcome = outcome
        self.read_names: list[str] = []

    def read(self, path: str, kind: str) -> Extracted:
        self.read_names.append(Path(path).name)
        return self._outcome(Path(path).name)


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[apsw.Connection]:
    connection = open_writer(tmp_path / "index.db")
    yield connection
    close_writer(connection)


def test_the_newest_file_is_read_first_and_all_become_ready(connection: apsw.Connection) -> None:
    _see(connection, "old.txt", "middle.txt", "new.txt")
    extractor = StubExtractor(_text)
    seen: list[Snapshot] = []
    Pipeline(connection, seen.append, threading.Event()).read_pending([extractor])
    assert extractor.read_names == ["new.txt", "middle.txt", "old.txt"]
    assert {_row(connection, name).state for name in extractor.read_names} == {"ready"}
    assert [(s.done, s.total, s.passages) for s in seen] == [(0, 3, 0), (1, 3, 1), (2, 3, 2), (3, 3, 3)]


@pytest.mark.parametrize(
    ("code", "state"),
    [("encrypted", "failed"), ("timed_out", "failed"), ("damaged", "failed"), ("empty", "skipped"),
     ("no_text", "skipped"), ("too_large", "skipped")],
)
def test_a_file_that_cannot_be_read_is_recorded_and_the_next_is_read(
    code: str, state: str, connection: apsw.Connection
) -> None:
    _see(connection, "good.txt", "bad.txt")

    def outcome(name: str) -> Extracted:
        if name == "bad.txt":
            raise KnownError(code, "The reason.", name)
        return _text(name)

    _read(connection, outcome)
    bad = _row(connection, "bad.txt")
    assert (bad.state, bad.error_code, bad.error_detail) == (state, code, "The reason.")
    assert _row(connection, "good.txt").state == "ready"


def test_a_file_that_keeps_changing_is_tried_three_times(connection: apsw.Connection) -> None:
    _see(connection, "log.txt")

    def outcome(name: str) -> Extracted:
        raise KnownError("changing", "It is being written.", name)

    extractor = _read(connection, outcome)
    assert extractor.read_names == ["log.txt"] * 3
    assert _row(connection, "log.txt").error_code == "changing"


def test_a_file_that_ended_the_program_three_times_is_left_alone(connection: apsw.Connection) -> None:
    _see(connection, "killer.txt")
    for _ in range(3):
        files.count_attempt(connection, _row(connection, "killer.txt").id)
    extractor = _read(connection, _text)
    assert extractor.read_names == []
    assert _row(connection, "killer.txt").error_code == "crashed"


def test_stopped_work_is_given_back_untried(connection: apsw.Connection) -> None:
    _see(connection, "one.txt", "two.txt")
    stop = threading.Event()

    def outcome(name: str) -> Extracted:
        stop.set()
        raise KnownError("crashed", "Its worker was ended.", name)

    extractor = StubExtractor(outcome)
    Pipeline(connection, lambda _: None, stop).read_pending([extractor])
    assert extractor.read_names == ["two.txt"]
    row = _row(connection, "two.txt")
    assert (row.state, row.attempts) == ("pending", 0)


def test_parts_that_could_not_be_read_are_noted_on_a_ready_file(connection: apsw.Connection) -> None:
    _see(connection, "mail.eml", "odd.eml")

    def outcome(name: str) -> Extracted:
        notes = (Note("encrypted", "a.zip"), Note("encrypted", "b.zip"), Note("damaged", "c.doc"))
        return _text(name, notes[: 2 if name == "mail.eml" else 3])

    _read(connection, outcome)
    assert (_row(connection, "mail.eml").state, _row(connection, "mail.eml").error_code) == ("ready", "encrypted")
    assert _row(connection, "odd.eml").error_code == "partial"
    assert _row(connection, "odd.eml").error_detail == "a.zip; b.zip; c.doc"


def test_what_was_read_of_a_file_that_changed_meanwhile_is_dropped(connection: apsw.Connection) -> None:
    _see(connection, "a.txt")

    def outcome(name: str) -> Extracted:
        if not extractor.read_names[1:]:
            with transaction(connection):
                row = _row(connection, name)
                files.upsert_seen(connection, row.root_id, [
                    files.Seen(row.path, row.folder, row.name, "text", 11, row.mtime_ns + 1, row.inode, None)
                ])
            return _text("old.txt")
        return _text("new.txt")

    extractor = StubExtractor(outcome)
    Pipeline(connection, lambda _: None, threading.Event()).read_pending([extractor])
    assert extractor.read_names == ["a.txt", "a.txt"]
    assert connection.execute("SELECT text FROM chunk").fetchall() == [("the text of new",)]


def test_the_pace_decides_whether_more_is_begun(connection: apsw.Connection) -> None:
    _see(connection, "one.txt", "two.txt", "three.txt")
    answers = iter([True, True, False])
    extractor = StubExtractor(_text)
    Pipeline(connection, lambda _: None, threading.Event(), lambda: next(answers)).read_pending([extractor])
    assert extractor.read_names == ["three.txt"]
    assert files.pending_count(connection) == 2


def _text(name: str, notes: tuple[Note, ...] = ()) -> Extracted:
    passage = Passage(f"the text of {Path(name).stem}", "", {"line": 1})
    return Extracted(name.encode().ljust(32, b"\0"), None, None, None, None, (passage,), notes)


def _read(connection: apsw.Connection, outcome: Callable[[str], Extracted]) -> StubExtractor:
    extractor = StubExtractor(outcome)
    Pipeline(connection, lambda _: None, threading.Event()).read_pending([extractor])
    return extractor


def _see(connection: apsw.Connection, *names: str) -> None:
    """As a scan would: files in /files, the first one the oldest."""
    root = next(iter(roots.roots(connection)), None) or roots.add_root(connection, "/files")
    seen = [files.Seen(f"/files/{name}", "/files", name, "text", 10, age, age, None) for age, name in enumerate(names)]
    with transaction(connection):
        files.upsert_seen(connection, root.id, seen)


def _row(connection: apsw.Connection, name: str) -> files.FileRow:
    row = files.by_path(connection, f"/files/{name}")
    assert row is not None
    return row
