from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, cast

import pytest

from indexer.errors import TITLES, KnownError
from indexer.extract import kind_of, limits, worker
from indexer.extract.document import Block, Document, Note
from indexer.extract.source import Budget, Source
from indexer.extractor import Extractor
from indexer.paths import to_text
from models import frames
from models.frames import read_frame, write_frame

SECRET = "words of the document"

READERS = f'''
import os, sys, time
from indexer.extract import readers
from indexer.extract.document import Block, Document

def noisy(source, budget):
    print("a library prints")
    os.write(1, b"and one in C as well")
    return Document([Block("quiet")])

def hungry(source, budget):
    kept = []
    while True:
        kept.append(bytearray(1 << 24))

def deep(source, budget):
    return deep(source, budget)

def failing(source, budget):
    raise ValueError("{SECRET}")

def dying(source, budget):
    os._exit(9)

for name in ("noisy", "hungry", "deep", "failing", "dying"):
    readers.READERS[name] = "odd:" + name
readers.true_kind = lambda source, kind: kind
readers.import_module = lambda name: sys.modules[__name__]

from indexer.extract.worker import main
sys.exit(main(600))
'''


class Child:
    """A worker process, with readers that misbehave when ``odd``."""

    def __init__(self, folder: Path, *, odd: bool = False) -> None:
        command = ["-m", "indexer.extract", "--memory-mb", "600"]
        if odd:
            (folder / "odd.py").write_text(READERS)
            command = [str(folder / "odd.py")]
        self.process = subprocess.Popen(
            [sys.executable, *command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(Path(worker.__file__).parents[2])},
        )

    def ask(self, path: Path, kind: str | None = None) -> dict[str, Any]:
        assert self.process.stdin
        assert self.process.stdout
        write_frame(cast(BinaryIO, self.process.stdin), {"path": to_text(str(path)), "kind": kind})
        frame = read_frame(cast(BinaryIO, self.process.stdout))
        assert frame is not None, "the worker ended"
        return frame[0]

    def end(self) -> tuple[int, bytes, bytes]:
        out, err = self.process.communicate(timeout=60)
        return self.process.returncode, out, err

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(60)
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            assert stream
            with contextlib.suppress(OSError):
                stream.close()


@pytest.fixture
def child(tmp_path: Path) -> Iterator[Child]:
    child = Child(tmp_path)
    yield child
    child.close()


@pytest.fixture
def odd_child(tmp_path: Path) -> Iterator[Child]:
    child = Child(tmp_path, odd=True)
    yield child
    child.close()


def rtf(folder: Path, text: str = "warm water") -> Path:
    path = folder / "a.rtf"
    path.write_bytes(b"{\\rtf1{\\info{\\title Boiler}} " + text.encode() + b"}")
    return path


def code(reply: dict[str, Any]) -> str:
    assert reply["error"]["code"] in TITLES
    assert reply["error"]["message"]
    return str(reply["error"]["code"])


def answer(path: Path, kind: str | None = None) -> dict[str, Any]:
    return worker.answer({"path": to_text(str(path)), "kind": kind})[0]


def test_a_file_becomes_passages(child: Child, tmp_path: Path) -> None:
    path = rtf(tmp_path)
    found = child.ask(path, "rtf")["ok"]
    assert found["content_hash"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (found["title"], found["size"], found["notes"]) == ("Boiler", path.stat().st_size, [])
    assert [passage["text"] for passage in found["passages"]] == ["warm water"]
    assert set(found) == {
        "title", "author", "created", "pages", "content_hash", "size", "passages", "notes", "views", "scans",
        "shot",
    }  # fmt: skip
    assert code(child.ask(tmp_path / "missing.rtf")) == "vanished"
    assert child.ask(path)["ok"] == found
    assert child.process.stdin
    child.process.stdin.close()
    assert child.process.wait(60) == 0


def test_a_name_that_is_not_utf_8(child: Child, tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.rtf"))
    path.write_bytes(b"{\\rtf1 warm water}")
    assert child.ask(path)["ok"]["passages"][0]["text"] == "warm water"


def test_a_pipe_in_the_files_place_does_not_hang(child: Child, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo.rtf")
    (tmp_path / "link.rtf").symlink_to(rtf(tmp_path))
    assert code(child.ask(tmp_path / "fifo.rtf")) == "special"
    assert code(child.ask(tmp_path / "link.rtf")) == "link"
    assert code(child.ask(tmp_path)) == "special"


def test_what_libraries_print_does_not_reach_the_replies(odd_child: Child, tmp_path: Path) -> None:
    assert odd_child.ask(rtf(tmp_path), "noisy")["ok"]["passages"][0]["text"] == "quiet"
    status, out, err = odd_child.end()
    assert (status, out) == (0, b"")
    assert b"a library prints" in err
    assert b"in C as well" in err


def test_a_reader_that_fails_ends_in_a_code_and_the_next_file_is_read(odd_child: Child, tmp_path: Path) -> None:
    path = rtf(tmp_path)
    for kind, expected, named in (
        ("hungry", "out_of_memory", "memory"),
        ("deep", "damaged", "RecursionError"),
        ("failing", "damaged", "ValueError"),
    ):
        reply = odd_child.ask(path, kind)
        assert code(reply) == expected
        assert named in reply["error"]["message"]
        assert SECRET not in json.dumps(reply)
        assert odd_child.ask(path, "noisy")["ok"]


def test_a_worker_that_dies_ends_the_stream(odd_child: Child, tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="the worker ended"):
        odd_child.ask(rtf(tmp_path), "dying")
    assert odd_child.end()[0] == 9


def test_a_killed_worker_ends_the_stream(child: Child, tmp_path: Path) -> None:
    child.process.kill()
    with pytest.raises((AssertionError, OSError)):
        child.ask(rtf(tmp_path))
    child.process.wait(60)


def test_garbage_ends_the_worker_with_a_status_of_its_own(child: Child) -> None:
    assert child.process.stdin
    child.process.stdin.write(b"\xff" * 100)
    child.process.stdin.flush()
    status, out, err = child.end()
    assert (status, out) == (2, b"")
    assert b"broken request" in err


def test_requests_that_name_no_file() -> None:
    for request in ({}, {"path": 3, "kind": "rtf"}, {"path": "/x", "kind": 3}):
        assert code(worker.answer(request)[0]) == "io_error"


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (PermissionError(13, "no"), "unreadable"),
        (FileNotFoundError(2, "no"), "vanished"),
        (OSError(5, "no"), "io_error"),
        (OSError("without a number"), "io_error"),
        (MemoryError(), "out_of_memory"),
        (KeyError(SECRET), "damaged"),
        (ModuleNotFoundError("x", name="selectolax"), "crashed"),
        (KnownError("encrypted", "why"), "encrypted"),
    ],
)
def test_every_failure_has_its_code(
    error: Exception, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> int:
        raise error

    path = rtf(tmp_path)
    monkeypatch.setattr(os, "open", fail)
    reply = answer(path)
    assert code(reply) == expected
    assert SECRET not in json.dumps(reply)


def returning(document: Document) -> Any:
    return lambda source, budget, kind: document


def test_a_file_written_to_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = rtf(tmp_path)

    def change(source: Source, budget: Budget, kind: str | None) -> Document:
        path.write_bytes(b"{\\rtf1 something else}")
        raise KnownError("damaged", "half of it")

    monkeypatch.setattr(worker, "read_any", change)
    assert code(answer(path)) == "changing"

    def remove(source: Source, budget: Budget, kind: str | None) -> Document:
        path.unlink()
        return Document([Block("text")])

    monkeypatch.setattr(worker, "read_any", remove)
    assert code(answer(path)) == "vanished"


def test_empty_and_blank(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty.txt").touch()
    assert code(answer(tmp_path / "empty.txt")) == "empty"
    for document in (Document(), Document([Block(" \n\x00")])):
        monkeypatch.setattr(worker, "read_any", returning(document))
        assert code(answer(rtf(tmp_path))) == "no_text"


def test_everything_that_crosses_is_clean(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = Document(
        [Block("cafe\u0301\x00 \ud800 end", locator={"member": "a\udce9", "page": 3})],
        title="A\x00\n title\ud800",
        notes=[Note("partial", "why\udc80")],
    )
    monkeypatch.setattr(worker, "read_any", returning(document))
    reply = answer(rtf(tmp_path))
    text = json.dumps(reply, ensure_ascii=False)
    text.encode("utf-8")
    assert "\x00" not in text
    assert reply["ok"]["passages"][0]["text"].startswith("café")
    assert reply["ok"]["passages"][0]["locator"]["page"] == 3


@pytest.mark.parametrize(
    ("title", "heading", "expected"),
    [
        ("Lease", "Other", "Lease"),
        (None, "First heading", "First heading"),
        ("untitled", "First heading", "First heading"),
        ("Microsoft Word - draft.doc", None, None),
        ("letter.docx", None, None),
        ("PowerPoint Presentation", None, None),
    ],
)
def test_titles(
    title: str | None, heading: str | None, expected: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocks = [Block("text"), *([Block(heading, "heading", 1)] if heading else [])]
    monkeypatch.setattr(worker, "read_any", returning(Document(blocks, title)))
    assert answer(rtf(tmp_path))["ok"]["title"] == expected


def test_the_name_of_a_member_is_no_title(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocks = [Block("a.txt", "heading", 1, {"member": "a.txt"}), Block("text", locator={"member": "a.txt"})]
    monkeypatch.setattr(worker, "read_any", returning(Document(blocks)))
    assert answer(rtf(tmp_path))["ok"]["title"] is None


def test_notes_are_bounded_and_told_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    notes = [Note("damaged", "same"), Note("damaged", "same")]
    monkeypatch.setattr(worker, "read_any", returning(Document([Block("x")], notes=notes)))
    assert answer(rtf(tmp_path))["ok"]["notes"] == [{"code": "damaged", "detail": "same"}]
    notes = [Note("damaged", str(number)) for number in range(limits.NOTES + 7)]
    monkeypatch.setattr(worker, "read_any", returning(Document([Block("x")], notes=notes)))
    found = answer(rtf(tmp_path))["ok"]["notes"]
    assert len(found) == limits.NOTES + 1
    assert "7 more" in found[-1]["detail"]


def test_a_full_budget_is_noted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "Budget", lambda: Budget.of(characters=4))
    found = answer(rtf(tmp_path))["ok"]
    assert found["passages"][0]["text"] == "warm"
    assert [note["code"] for note in found["notes"]] == ["cut_short"]


def test_a_reply_that_is_too_large_is_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paragraphs = [Block(f"Paragraph {number} of a long document. " * 40) for number in range(30)]
    monkeypatch.setattr(worker, "read_any", returning(Document(paragraphs)))
    whole = answer(rtf(tmp_path))["ok"]
    monkeypatch.setattr(frames, "MAX_HEADER_BYTES", 20_000)
    requests, replies = io.BytesIO(), io.BytesIO()
    write_frame(requests, {"path": to_text(str(rtf(tmp_path))), "kind": "rtf"})
    requests.seek(0)
    assert worker.serve(requests, replies) == 0
    replies.seek(0)
    frame = read_frame(replies)
    assert frame
    found = frame[0]["ok"]
    assert 0 < len(found["passages"]) < len(whole["passages"])
    assert {note["code"] for note in found["notes"]} == {"cut_short"}


@pytest.mark.corpus
def test_every_shared_document_ends_in_passages_or_a_reason(shared_data: Path) -> None:
    extractor = Extractor(limits.KILL_SECONDS, limits.MEMORY_MB)
    outcomes: dict[str, list[str]] = {}
    try:
        for path in sorted((shared_data / "documents").rglob("*")):
            if not path.is_file():
                continue
            try:
                found = extractor.read(to_text(str(path)), kind_of(path.name))
            except KnownError as error:
                outcomes.setdefault(error.code, []).append(path.name)
            else:
                assert all(passage.text.strip() for passage in found.passages), path
                assert {note.code for note in found.notes} <= set(TITLES), path
                outcomes.setdefault("ok", []).append(path.name)
    finally:
        extractor.close()
    assert outcomes.keys().isdisjoint({"crashed", "timed_out", "out_of_memory"}), outcomes
    assert len(outcomes["ok"]) > sum(map(len, outcomes.values())) / 2
