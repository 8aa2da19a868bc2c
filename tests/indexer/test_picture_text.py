"""Reading the text in pictures with a real store and real files; only what is read in a page is made up."""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import apsw
import pytest

from indexer.answers import Snapshot
from indexer.errors import KnownError
from indexer.extract import READER_VERSION
from indexer.extract.document import Passage
from indexer.extractor import FoundText, OcrReader
from indexer.paths import to_text
from indexer.picture_text import PictureText
from indexer.scan import Options, Start, add_folder, scan
from indexer.store import chunks, files, ocr, roots
from indexer.store.chunks import Reading
from indexer.store.connection import close_writer, open_writer, transaction

Page = tuple[str, int | None]


class StubReader(OcrReader):
    """Reads what ``outcome`` returns or raises for a file name and page, without a child."""

    def __init__(self, outcome: Callable[[str, int | None], str]) -> None:
        super().__init__(60, 512)
        self._outcome = outcome
        self.asked: list[Page] = []
        self.killed = threading.Event()

    def read(self, path: str, kind: str, page: int | None = None) -> FoundText:
        name = Path(path).name
        self.asked.append((name, page))
        text = self._outcome(name, page)
        locator: dict[str, int | str] = {"box": "1,2,3,4"} if page is None else {"page": page, "box": "1,2,3,4"}
        return FoundText((), (Passage(text, "", locator),) if text else ())

    def kill(self) -> None:
        self.killed.set()


@pytest.fixture
def index(tmp_path: Path) -> Iterator[apsw.Connection]:
    index = open_writer(tmp_path / "index.db")
    yield index
    close_writer(index)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "pictures"
    folder.mkdir()
    return folder


def test_text_is_found_by_its_words_and_its_box(index: apsw.Connection, folder: Path) -> None:
    _add(index, folder / "old.png", b"old")
    _add(index, folder / "scan.pdf", b"scan", pages=(2, 5))
    _add(index, folder / "new.png", b"new")
    reader = StubReader(_named)
    steps: list[Snapshot] = []
    assert _read(index, reader, steps) == 3
    # The newest first, and a picture has no page.
    assert reader.asked == [("new.png", None), ("scan.pdf", 2), ("scan.pdf", 5), ("old.png", None)]
    assert _passages(index, "scan.pdf") == [
        ("scan.pdf reads 2", '{"page":2,"box":"1,2,3,4"}'), ("scan.pdf reads 5", '{"page":5,"box":"1,2,3,4"}'),
    ]
    assert _passages(index, "new.png") == [("new.png reads None", '{"box":"1,2,3,4"}')]
    assert index.execute("SELECT count(*) FROM chunk_fts WHERE chunk_fts MATCH 'reads'").get == 4
    assert [(step.phase, step.done, step.total, Path(step.current or "").name) for step in steps] == [
        ("ocr", 0, 3, "new.png"), ("ocr", 1, 3, "scan.pdf"), ("ocr", 2, 3, "old.png"),
    ]
    assert ocr.due_count(index) == 0


def test_what_was_there_before_stays(index: apsw.Connection, folder: Path) -> None:
    _add(index, folder / "a.png", b"a", caption="a caption")
    _read(index, StubReader(_named))
    assert [text for text, _ in _passages(index, "a.png")] == ["a caption", "a.png reads None"]


def test_the_same_content_is_read_once(index: apsw.Connection, folder: Path) -> None:
    _add(index, folder / "one.png", b"same")
    _add(index, folder / "two.png", b"same")
    reader = StubReader(lambda name, page: "said once")
    assert _read(index, reader) == 2
    assert reader.asked == [("two.png", None)]
    assert _passages(index, "one.png") == _passages(index, "two.png") == [("said once", '{"box":"1,2,3,4"}')]


@pytest.mark.parametrize("code", ["damaged", "too_large", "timed_out", "out_of_memory", "crashed"])
def test_a_page_that_cannot_be_read_counts_as_one_without_text(
    code: str, index: apsw.Connection, folder: Path
) -> None:
    _add(index, folder / "scan.pdf", b"scan", pages=(1, 2, 3))
    _add(index, folder / "good.png", b"good")

    def outcome(name: str, page: int | None) -> str:
        if page == 2:
            raise KnownError(code, "No.", name)
        return _named(name, page)

    reader = StubReader(outcome)
    assert _read(index, reader) == 2
    assert [text for text, _ in _passages(index, "scan.pdf")] == ["scan.pdf reads 1", "scan.pdf reads 3"]
    assert _state(index, "scan.pdf") == ("ready", None)
    assert ocr.known(index, _hash(b"scan"), (2,)) == []
    asked = len(reader.asked)
    assert (_read(index, reader), len(reader.asked)) == (0, asked)


def test_a_child_ended_from_outside_is_asked_again(index: apsw.Connection, folder: Path) -> None:
    _add(index, folder / "a.png", b"a")
    failures = [KnownError("crashed", "It was killed.")]

    def outcome(name: str, page: int | None) -> str:
        if failures:
            raise failures.pop()
        return "read after all"

    reader = StubReader(outcome)
    assert _read(index, reader) == 1
    assert reader.asked == [("a.png", None)] * 2
    assert [text for text, _ in _passages(index, "a.png")] == ["read after all"]


def test_without_a_recogniser_everything_stays_due(index: apsw.Connection, folder: Path) -> None:
    _add(index, folder / "a.png", b"a")

    def outcome(name: str, page: int | None) -> str:
        raise KnownError("model_missing", "Install Hunch anew.")

    with pytest.raises(KnownError, match="Install Hunch anew"):
        _read(index, StubReader(outcome))
    assert ocr.due_count(index) == 1


@pytest.mark.parametrize("code", ["vanished", "unreadable", "io_error", "changing"])
def test_a_file_that_cannot_be_had_now_is_left_to_the_next_scan(
    code: str, index: apsw.Connection, folder: Path
) -> None:
    _add(index, folder / "a.png", b"a", caption="a caption")

    def outcome(name: str, page: int | None) -> str:
        raise KnownError(code, "Not now.", name)

    assert _read(index, StubReader(outcome)) == 0
    assert (_state(index, "a.png"), ocr.due_count(index)) == (("failed", code), 0)
    assert [text for text, _ in _passages(index, "a.png")] == ["a caption"]
    _scan(index, folder)
    assert _state(index, "a.png")[0] == "pending"


def test_a_picture_moved_before_its_text_was_read_is_read_where_it_is(index: apsw.Connection, folder: Path) -> None:
    before = _add(index, folder / "a.png", b"a")
    (folder / "a.png").rename(folder / "b.png")

    def outcome(name: str, page: int | None) -> str:
        raise KnownError("vanished", "Not there.", name)

    _read(index, StubReader(outcome))
    _scan(index, folder)
    row = files.by_path(index, to_text(str(folder / "b.png")))
    assert row is not None
    assert (row.id, row.state) == (before, "pending")


def test_a_picture_found_elsewhere_while_it_is_read_is_read_there(index: apsw.Connection, folder: Path) -> None:
    _add(index, folder / "a.png", b"a")

    def outcome(name: str, page: int | None) -> str:
        if name == "a.png":
            (folder / "a.png").rename(folder / "b.png")
            _scan(index, folder)
            raise KnownError("vanished", "Not there.", name)
        return "read at last"

    reader = StubReader(outcome)
    assert _read(index, reader) == 1
    assert reader.asked == [("a.png", None), ("b.png", None)]
    assert [text for text, _ in _passages(index, "b.png")] == ["read at last"]


def test_what_is_read_in_a_file_that_changed_is_not_kept(index: apsw.Connection, folder: Path) -> None:
    _add(index, folder / "a.png", b"a")

    def outcome(name: str, page: int | None) -> str:
        (folder / name).write_bytes(b"quite another one")
        return "what the other one says"

    assert _read(index, StubReader(outcome)) == 0
    assert (_passages(index, "a.png"), _state(index, "a.png")) == ([], ("failed", "changing"))
    assert ocr.known(index, _hash(b"a"), (ocr.PICTURE,)) is None


def test_a_file_that_waits_to_be_read_again_is_not_asked_for_for_ever(index: apsw.Connection, folder: Path) -> None:
    number = _add(index, folder / "a.png", b"a")
    ocr.remember(index, _hash(b"a"), ocr.PICTURE, [("known", {"box": "1,2,3,4"})])
    with transaction(index):
        files.retry(index, [number])
    _read(index, StubReader(_named))
    assert (_state(index, "a.png")[0], ocr.due_count(index)) == ("pending", 0)


def test_the_pace_decides_between_pages(index: apsw.Connection, folder: Path) -> None:
    _add(index, folder / "scan.pdf", b"scan", pages=(1, 2, 3))
    answers = iter([True, True, False, False])
    reader = StubReader(_named)
    PictureText(index, reader, lambda _: None, threading.Event(), lambda: next(answers)).read_due()
    assert reader.asked == [("scan.pdf", 1), ("scan.pdf", 2)]
    assert (ocr.due_count(index), _passages(index, "scan.pdf")) == (1, [])
    assert _read(index, reader) == 1
    assert reader.asked[2:] == [("scan.pdf", 3)]
    assert len(_passages(index, "scan.pdf")) == 3


def test_stopped_work_is_given_back(index: apsw.Connection, folder: Path) -> None:
    _add(index, folder / "a.png", b"a")
    _add(index, folder / "b.png", b"b")
    stop = threading.Event()

    def outcome(name: str, page: int | None) -> str:
        stop.set()
        assert reader.killed.wait(20)
        raise KnownError("crashed", "It was ended.", name)

    reader = StubReader(outcome)
    assert PictureText(index, reader, lambda _: None, stop).read_due() == 0
    assert reader.asked == [("b.png", None)]
    assert ocr.due_count(index) == 2
    assert ocr.known(index, _hash(b"b"), (ocr.PICTURE,)) is None


def _named(name: str, page: int | None) -> str:
    return f"{name} reads {page}"


def _hash(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()


def _add(
    index: apsw.Connection, path: Path, content: bytes, *, pages: tuple[int, ...] = (ocr.PICTURE,),
    caption: str | None = None,
) -> int:
    """A real file, read already as the pipeline does; each one newer than the last. Returns its id."""
    path.write_bytes(content)
    age = 1_000_000_000 * (1_000_000 + len(list(path.parent.iterdir())))
    os.utime(path, ns=(age, age))
    root = next(iter(roots.roots(index)), None) or add_folder(index, to_text(str(path.parent)), Options()).root
    kind = "pdf" if path.suffix == ".pdf" else "picture"
    where, folder = to_text(str(path)), to_text(str(path.parent))
    with transaction(index):
        files.upsert_seen(index, root.id, [
            files.Seen(where, folder, path.name, kind, len(content), age, path.stat().st_ino, None)
        ])
    row = files.by_path(index, where)
    assert row is not None
    words = [Passage(caption, "", {})] if caption else []
    chunks.replace(index, row.id, words, Reading(_hash(content), READER_VERSION), unread=pages)
    return row.id


def _read(index: apsw.Connection, reader: StubReader, steps: list[Snapshot] | None = None) -> int:
    report = [] if steps is None else steps
    return PictureText(index, reader, report.append, threading.Event()).read_due()


def _scan(index: apsw.Connection, folder: Path) -> None:
    (root,) = roots.roots(index)
    scan(index, [Start(root)], Options(), stop=lambda: False, report=lambda seen, folder: None)


def _passages(index: apsw.Connection, name: str) -> list[tuple[object, ...]]:
    return index.execute(
        "SELECT text, locator FROM chunk JOIN file ON file.id = file_id WHERE name = ? ORDER BY seq", (name,)
    ).fetchall()


def _state(index: apsw.Connection, name: str) -> tuple[object, ...]:
    return index.execute("SELECT state, error_code FROM file WHERE name = ?", (name,)).fetchall()[0]
