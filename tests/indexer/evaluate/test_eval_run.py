"""An evaluation: its figures are those of the answers, and it tells what it could not judge."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import apsw
import numpy as np
import pytest

from indexer.answers import Mode, Results
from indexer.errors import KnownError
from indexer.evaluate import evaluate
from indexer.search import Searcher
from indexer.store import vectors
from indexer.store.connection import close_writer, open_reader, open_writer
from tests.helpers.made_up_index import DIM, embed_all, vector_of
from tests.indexer.evaluate.test_eval_items import write

FACTS = ("boiler landlord service winter heating", "kayak lake paddle summer coast", "tax return salary refund office",
         "bread flour yeast oven dough", "guitar string chord melody rhythm", "garden tomato seed compost greenhouse")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "index.db"
    index = open_writer(path)
    space = vectors.ensure_space(index, "first", "text", "a-model", DIM)
    for number, facts in enumerate(FACTS):
        words = facts.split()
        sentence = "The {} and the {} of the {} in {} with {} and {}ish.".format(*words, words[0])
        write(index, f"/r/{words[0]} {words[1]} {number}.txt", [("", sentence)])
    embed_all(index, space.id)
    close_writer(index)
    return path


@pytest.fixture
def index(path: Path) -> Iterator[apsw.Connection]:
    opened = open_reader(path)
    yield opened
    opened.close()


@pytest.fixture
def searcher(path: Path) -> Iterator[Searcher]:
    searcher = Searcher(lambda: open_reader(path), vector_of)
    yield searcher
    searcher.close()


def test_figures_of_every_mode_and_kind(index: apsw.Connection, searcher: Searcher) -> None:
    steps: list[tuple[int, int]] = []

    def ask(query: str, mode: Mode) -> Results:
        return searcher.search(query, limit=10, mode=mode)

    found = evaluate(
        index, ask, ["words", "all", "pictures"], 60, 0, lambda done, total: steps.append((done, total)), lambda: False
    )
    by = {(one.mode, one.kind): one for one in found.figures}
    assert set(by) == {(mode, kind) for mode in ("words", "all") for kind in (None, "name", "sentence")}
    assert by["words", None].queries == by["words", "name"].queries + by["words", "sentence"].queries
    assert by["words", "name"].queries == len(FACTS)
    assert by["words", "name"].hit_1 == (1.0, 1.0, 1.0)
    assert found.models == {"text": "a-model"}
    assert found.files == len(FACTS)
    assert found.skipped["pictures"] == "No model for pictures is in use."
    assert {"title", "heading", "identifier"} < set(found.skipped)
    assert [pace.mode for pace in found.paces] == ["words", "all"]
    assert all(0 < pace.p50_ms <= pace.p95_ms for pace in found.paces)
    assert found.notice is not None
    assert f"{len(FACTS)} files only" in found.notice
    assert [done for done, _ in steps] == sorted(done for done, _ in steps)
    assert steps[-1][0] == steps[-1][1]


def test_a_search_that_finds_nothing_and_one_that_finds_the_wrong_ones(
    index: apsw.Connection, searcher: Searcher
) -> None:
    def nothing(query: str, mode: Mode) -> Results:
        return Results(query, 1.0, ())

    def second(query: str, mode: Mode) -> Results:
        found = searcher.search(query, limit=10, mode="words")
        other = next(hit for hit in searcher.search("type:text", limit=10).hits if hit.path != found.hits[0].path)
        return Results(query, 1.0, (other, found.hits[0]))

    for ask, expected in ((nothing, (0.0, 0.0, 0.0)), (second, (0.0, 1.0, 0.5))):
        found = evaluate(index, ask, ["words"], 20, 0, lambda done, total: None, lambda: False)
        whole = found.figures[0]
        assert (whole.hit_1[0], whole.hit_5[0], whole.mrr[0]) == expected


def test_a_copy_counts_as_found(index: apsw.Connection, searcher: Searcher, path: Path) -> None:
    writer = open_writer(path)
    row = writer.execute("SELECT id, path, content_hash FROM file ORDER BY id LIMIT 1").fetchall()[0]
    write(writer, "/r/zz copy.txt", [("", "something else")])
    writer.execute("UPDATE file SET content_hash = ? WHERE path = '/r/zz copy.txt'", (row[2],))
    close_writer(writer)

    def copies(query: str, mode: Mode) -> Results:
        return searcher.search("name:copy", limit=10)

    found = evaluate(index, copies, ["words"], 40, 0, lambda done, total: None, lambda: False)
    assert found.figures[0].hit_1[0] > 0
    assert found.figures[0].hit_1[0] < 1


def test_it_ends_when_it_is_called_off_and_asks_nothing_more(index: apsw.Connection, searcher: Searcher) -> None:
    asked: list[str] = []

    def ask(query: str, mode: Mode) -> Results:
        asked.append(query)
        return searcher.search(query, limit=10, mode=mode)

    with pytest.raises(KnownError) as caught:
        evaluate(index, ask, ["words"], 30, 0, lambda done, total: None, lambda: len(asked) > 3)
    assert caught.value.code == "cancelled"
    assert len(asked) == 4


def test_an_empty_library_and_one_without_a_model(tmp_path: Path, searcher: Searcher) -> None:
    empty = open_writer(tmp_path / "empty.db")
    with_none = Searcher(lambda: open_reader(tmp_path / "empty.db"), None)

    def ask(query: str, mode: Mode) -> Results:
        return with_none.search(query, limit=10, mode=mode)

    found = evaluate(empty, ask, ["words", "meaning", "all", "pictures"], 30, 0, lambda *_: None, lambda: False)
    assert (found.figures, found.paces, found.files) == ((), (), 0)
    assert found.skipped["meaning"] == "No text model is in use."
    assert "too little text" in found.skipped["words"]
    assert found.notice is not None
    write(empty, "/r/boiler letter.txt", [("", "The boiler of the landlord.")])
    again = evaluate(empty, ask, ["words", "meaning"], 30, 0, lambda *_: None, lambda: False)
    assert [one.mode for one in again.figures if one.kind is None] == ["words"]
    with_none.close()
    empty.close()


def test_passages_that_wait_for_their_vector_are_told(path: Path, searcher: Searcher) -> None:
    writer = open_writer(path)
    write(writer, "/r/late.txt", [("", "A late one.")])
    close_writer(writer)
    index = open_reader(path)

    def ask(query: str, mode: Mode) -> Results:
        return searcher.search(query, limit=10, mode=mode)

    found = evaluate(index, ask, ["words"], 10, 0, lambda done, total: None, lambda: False)
    index.close()
    assert found.notice is not None
    assert "(1 passages or pictures wait)" in found.notice


def test_json_has_numbers_that_can_be_read(index: apsw.Connection, searcher: Searcher) -> None:
    found = evaluate(
        index, lambda query, mode: searcher.search(query, limit=10, mode=mode), ["all"], 12, 4,
        lambda done, total: None, lambda: False,
    )
    told = found.to_json()
    assert told["seed"] == 4
    assert all(0 <= value <= 1 for one in told["figures"] for value in (*one["hit_1"], *one["hit_5"], *one["mrr"]))
    assert np.isfinite([pace["p95_ms"] for pace in told["paces"]]).all()
    assert not set(told) & {"queries", "questions", "items"}
