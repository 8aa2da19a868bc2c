"""From passages and pictures to vectors with a real store and a real child; only its vectors are made up."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import apsw
import numpy as np
import pytest

from indexer.answers import Snapshot
from indexer.embedding import Embedder, IsDone
from indexer.errors import KnownError
from indexer.model_host import ModelHost
from indexer.store import chunks, vectors
from indexer.store.chunks import Reading
from indexer.store.connection import close_writer, open_writer
from tests.helpers.made_up_index import add, passages, seen

DIM = 8

_MODEL = """
import os, sys
import numpy as np
from models.serve import serve_payloads
log = sys.argv[1]
def rows(numbers):
    found = np.ones((len(numbers), 8), dtype=np.float32)
    for row, number in zip(found, numbers): row[number % 8] = 50
    return found
def answer(header, payload):
    with open(log, "a") as f: f.write(header["op"] + " " + str(len(header.get("lengths", header.get("texts")))) + "\\n")
    if os.environ.get("HUNCH_TEST_DEAD_MODEL"): os._exit(9)
    if header["op"] == "embed":
        if any("poison" in text for text in header["texts"]): os._exit(9)
        found = rows([len(text) for text in header["texts"]])
        return {"ok": {"rows": len(found), "dim": 8}}, found.tobytes()
    pictures, start = [], 0
    for length in header["lengths"]:
        pictures.append(payload[start : start + length])
        start += length
    if start != len(payload): os._exit(8)
    if any(b"poison" in picture for picture in pictures): os._exit(9)
    bad = [index for index, picture in enumerate(pictures) if picture.startswith(b"unreadable")]
    # Of the picture's own last byte, so that a wrong cut of the payload shows.
    found = rows([picture[-1] for index, picture in enumerate(pictures) if index not in bad])
    told = [{"index": index, "message": "It is no picture."} for index in bad]
    return {"ok": {"rows": len(found), "dim": 8, "unreadable": told}}, found.tobytes()
serve_payloads(answer)
"""


@dataclass(frozen=True)
class View:
    webp: bytes
    phash: int = 1
    locator: Mapping[str, int | str] = field(default_factory=dict)


@pytest.fixture
def index(tmp_path: Path) -> Iterator[apsw.Connection]:
    index = open_writer(tmp_path / "index.db")
    yield index
    close_writer(index)


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "asked"


@pytest.fixture
def host(log: Path) -> Iterator[ModelHost]:
    host = ModelHost(["-c", _MODEL, str(log)])
    yield host
    host.close()


def test_a_passage_that_ends_the_model_is_given_up_and_the_others_get_vectors(
    index: apsw.Connection, host: ModelHost
) -> None:
    _add_texts(index, *(f"the text of {n}" for n in range(9)), "the text of poison")
    space = _embed(index, host, "text")
    assert vectors.pending_count(index, space.id) == 0
    assert _kept(index, space.id) == 9
    assert index.execute("SELECT count(*) FROM chunk_fts WHERE chunk_fts MATCH 'poison'").get == 1


def test_a_model_killed_from_outside_condemns_no_passage(index: apsw.Connection, log: Path, tmp_path: Path) -> None:
    left = tmp_path / "left"
    left.write_text("xx")
    dying = _MODEL.replace(
        "    if os.environ", f"    import pathlib; left = pathlib.Path({str(left)!r})\n"
        "    text = left.read_text(); left.write_text(text[1:])\n    if text: os._exit(9)\n    if os.environ", 1,
    )
    _add_texts(index, "a")
    with closing(ModelHost(["-c", dying, str(log)])) as host:
        space = _embed(index, host, "text")
    assert left.read_text() == ""
    assert _kept(index, space.id) == 1


@pytest.mark.parametrize("kind", ["text", "image"])
def test_a_model_that_never_answers_is_an_error_and_nothing_is_given_up(
    kind: Literal["text", "image"], index: apsw.Connection, host: ModelHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HUNCH_TEST_DEAD_MODEL", "1")
    _add_texts(index, "a", "b")
    _add_pictures(index, b"a", b"b")
    with pytest.raises(KnownError) as caught:
        _embed(index, host, kind)
    assert caught.value.code == "model_failed"
    assert vectors.pending_count(index, _space(index, kind).id) == 2


def test_pictures_get_their_own_vectors_in_slices(index: apsw.Connection, host: ModelHost, log: Path) -> None:
    pictures = [bytes([n + 1]) * (n % 7 + 1) for n in range(50)]
    _add_pictures(index, *pictures)
    space = _embed(index, host, "image")
    assert vectors.pending_count(index, space.id) == 0
    shown = index.execute(
        "SELECT vector, webp FROM embedding JOIN chunk ON chunk.id = chunk_id JOIN view ON hash = picture"
    )
    largest = [(int(np.frombuffer(vector, dtype=np.int8).argmax()), webp[-1] % DIM) for vector, webp in shown]
    assert len(largest) == 50
    assert all(found == wanted for found, wanted in largest)
    asked = log.read_text().split("\n")[:-1]
    assert {line.split()[0] for line in asked} == {"embed_images"}
    assert max(int(line.split()[1]) for line in asked) == 8
    assert sum(int(line.split()[1]) for line in asked) == 50


def test_each_space_takes_only_what_is_of_its_kind(index: apsw.Connection, host: ModelHost) -> None:
    _add_texts(index, "some text")
    _add_pictures(index, b"one", b"two")
    steps: list[Snapshot] = []
    text = _embed(index, host, "text", steps)
    assert {step.phase for step in steps} == {"embed"}
    assert (_kept(index, text.id), _counts(steps)) == (1, [(0, 1), (1, 1)])
    steps = []
    image = _embed(index, host, "image", steps)
    assert {step.phase for step in steps} == {"look"}
    assert (_kept(index, image.id), _counts(steps)) == (2, [(0, 2), (2, 2)])


@pytest.mark.parametrize("damage", [b"unreadable", b"poison"])
def test_a_picture_the_model_cannot_take_in_is_given_up_and_the_others_get_vectors(
    damage: bytes, index: apsw.Connection, host: ModelHost
) -> None:
    # Equal pictures are one: it is given up once, not offered again by its twin.
    _add_pictures(index, *(b"%d" % n for n in range(9)), damage, damage, b"last")
    space = _embed(index, host, "image")
    assert vectors.pending_count(index, space.id) == 0
    assert _kept(index, space.id) == 10


def test_pictures_none_of_which_can_be_read(index: apsw.Connection, host: ModelHost) -> None:
    _add_pictures(index, b"unreadable", b"unreadable too")
    space = _embed(index, host, "image")
    assert vectors.pending_count(index, space.id) == 0
    assert _kept(index, space.id) == 0


def test_the_pace_decides_whether_another_batch_is_begun(index: apsw.Connection, host: ModelHost, log: Path) -> None:
    _add_pictures(index, *(b"%d" % n for n in range(70)))
    space = _space(index, "image")
    answers = iter([True, True, False])
    Embedder(index, space, host, lambda _: None, threading.Event(), lambda: next(answers)).embed_pending()
    assert vectors.pending_count(index, space.id) == 70 - 2 * 32


def test_stopped_work_is_given_back(index: apsw.Connection, log: Path) -> None:
    _add_pictures(index, *(b"%d" % n for n in range(40)))
    space, stop = _space(index, "image"), threading.Event()
    slow = _MODEL.replace("    if header", "    import time; time.sleep(60)\n    if header", 1)

    def meanwhile(is_done: IsDone) -> None:
        if log.exists():
            stop.set()

    with closing(ModelHost(["-c", slow, str(log)])) as host:
        Embedder(index, space, host, lambda _: None, stop, meanwhile=meanwhile).embed_pending()
    assert vectors.pending_count(index, space.id) == 40


def _embed(
    index: apsw.Connection, host: ModelHost, kind: Literal["text", "image"], steps: list[Snapshot] | None = None
) -> vectors.Space:
    space = _space(index, kind)
    report = [] if steps is None else steps
    Embedder(index, space, host, report.append, threading.Event()).embed_pending()
    return space


def _space(index: apsw.Connection, kind: Literal["text", "image"]) -> vectors.Space:
    return vectors.ensure_space(index, f"f {kind}", kind, "m", DIM)


def _add_texts(index: apsw.Connection, *texts: str) -> None:
    for number, (path, text) in enumerate((f"/r/{n}.txt", text) for n, text in enumerate(texts)):
        file_id = add(index, seen(path, mtime_ns=number))[path]
        chunks.replace(index, file_id, passages([text]), Reading(b"h", 1))


def _add_pictures(index: apsw.Connection, *pictures: bytes) -> None:
    for number, picture in enumerate(pictures):
        path = f"/r/{number}.jpg"
        file_id = add(index, seen(path, mtime_ns=number))[path]
        chunks.replace(index, file_id, [], Reading(b"h", 1), [View(picture)])


def _kept(index: apsw.Connection, space_id: int) -> int:
    return int(index.execute("SELECT count(*) FROM embedding WHERE space_id = ?", (space_id,)).get)


def _counts(steps: Sequence[Snapshot]) -> list[tuple[int, int | None]]:
    return [(step.done, step.total) for step in steps]
