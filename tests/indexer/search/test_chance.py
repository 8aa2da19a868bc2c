"""Where chance begins: measured on made-up libraries, and drawn between answers and other hits."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from indexer.answers import Why
from indexer.search import Searcher
from indexer.search.chance import ENOUGH, QUESTIONS, SAMPLE, Chance, measured, sample_of, usual_highest
from indexer.search.line import CLEAR, Evidence
from indexer.search.notices import NOTHING
from indexer.search.ranking import Literal, RankedFile, RankedPassage
from indexer.store import chunks, vectors
from indexer.store.connection import close_writer, open_reader, open_writer
from tests.helpers.made_up_index import add, passages, seen

DIM = 32
RNG = np.random.default_rng(5)

Vectors = NDArray[np.float32]


def unit(rows: Vectors) -> Vectors:
    scaled: Vectors = (rows / np.linalg.norm(rows, axis=-1, keepdims=True)).astype(np.float32)
    return scaled


def about(subject: int, count: int, spread: float = 0.15) -> Vectors:
    """Vectors near an axis: a subject of the library."""
    rows = RNG.normal(scale=spread, size=(count, DIM))
    rows[:, subject] += 1.0
    return unit(rows.astype(np.float32))


def anything(count: int, dim: int = DIM) -> Vectors:
    return unit(RNG.normal(size=(count, dim)).astype(np.float32))


def test_a_question_about_the_only_subject_passes_and_others_do_not() -> None:
    library = about(0, 300)
    chance = measured(library, len(library), anything(len(QUESTIONS)))
    own, foreign = about(0, 20), about(1, 20)
    assert all((library @ one).max() > chance.asked for one in own)
    assert not any((library @ one).max() > chance.asked for one in foreign)


def test_of_a_sample_the_best_of_the_whole_library_is_foretold() -> None:
    library, questions = anything(40_000, 128), anything(len(QUESTIONS), 128)
    truth = usual_highest((library @ questions.T).max(axis=0))
    foretold = measured(library[:SAMPLE], len(library), questions).asked
    assert foretold == pytest.approx(truth, abs=0.04)
    assert measured(library[:SAMPLE], SAMPLE, questions).asked < truth - 0.04


def test_a_file_is_held_against_pairs_of_passages() -> None:
    library = np.concatenate([about(subject, 40) for subject in range(8)])
    chance = measured(library, len(library), anything(len(QUESTIONS)))
    assert (library @ about(3, 1)[0]).max() > chance.level(about(3, 1)[0], is_file=True)
    stranger = unit(np.eye(DIM, dtype=np.float32)[20:21])[0]
    assert (library @ stranger).max() < chance.level(stranger, is_file=True)


def test_few_high_values_do_not_lift_what_is_usual() -> None:
    values = np.linspace(0.1, 0.3, 41, dtype=np.float32)
    lifted = np.concatenate([values, np.full(3, 0.95, dtype=np.float32)])
    assert usual_highest(lifted) == pytest.approx(usual_highest(values), abs=0.04)
    assert usual_highest(np.zeros(0, dtype=np.float32)) == -1.0


@given(st.integers(1, 1 << 40), st.integers(1, 7), st.integers(1, 50))
def test_the_sample_stays_while_the_library_grows(start: int, step: int, more: int) -> None:
    ids = np.arange(start, start + step * (SAMPLE + 500 + more), step, dtype=np.int64)
    before, grown = sample_of(ids[:-more]), sample_of(ids)
    assert len(before) == len(grown) == SAMPLE
    assert len(np.intersect1d(before, grown)) >= SAMPLE - more


def file(number: int, why: Why, name: float | None = None) -> RankedFile:
    return RankedFile(number, 1.0 / number, Why(name=name), (RankedPassage(number, 1.0, why),))


def evidence(
    *, text: float | None = 0.5, picture: float | None = None, identified: frozenset[int] = frozenset(),
    closeness: dict[int, float] | None = None, coverage: dict[int, float] | None = None,
) -> Evidence:
    return Evidence(text, picture, Literal(identifiers=identified), closeness or {}, coverage or {})


@pytest.mark.parametrize(
    ("one", "told", "answers"),
    [
        (file(1, Why(meaning=0.6)), evidence(), True),
        (file(1, Why(meaning=0.4)), evidence(), False),
        (file(1, Why(meaning=0.4, words=1.0)), evidence(coverage={1: 0.9}), True),
        (file(1, Why(meaning=0.4, words=1.0)), evidence(coverage={1: 0.4}), True),
        (file(1, Why(meaning=0.4, words=1.0)), evidence(coverage={1: 0.2}), False),
        (file(1, Why(words=0.2)), evidence(), True),
        (file(1, Why(meaning=0.1)), evidence(identified=frozenset({1})), True),
        (file(1, Why(meaning=0.1), name=0.7), evidence(), True),
        (file(1, Why(meaning=0.1), name=0.3), evidence(), False),
        (file(1, Why(picture=0.3)), evidence(closeness={1: CLEAR}), True),
        (file(1, Why(picture=0.3)), evidence(closeness={1: CLEAR / 2}), False),
        (file(1, Why(picture=0.9)), evidence(picture=0.8), True),
        (file(1, Why(picture=0.7)), evidence(picture=0.8), False),
        (file(1, Why(meaning=0.1)), evidence(text=None), True),
    ],
)
def test_what_speaks_for_a_file(one: RankedFile, told: Evidence, answers: bool) -> None:
    assert told.speaks_for(one) is answers


def test_what_is_no_better_than_chance_comes_last_in_its_order() -> None:
    files = [file(1, Why(meaning=0.6)), file(2, Why(meaning=0.2)), file(3, Why(meaning=0.7)), file(4, Why(meaning=0.1))]
    ordered, better = evidence().apart(files)
    assert ([one.file_id for one in ordered], better) == ([1, 3, 2, 4], 2)


def test_where_the_order_says_most_the_line_is_below_the_last_that_is_better() -> None:
    files = [file(1, Why(picture=0.4)), file(2, Why(picture=0.3)), file(3, Why(picture=0.2))]
    assert evidence(closeness={1: CLEAR / 2, 2: CLEAR}).begin(files) == 2
    assert evidence().begin(files) == 0


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """One subject, in enough passages; letters give the vectors, as questions have them too."""
    path = tmp_path / "index.db"
    connection = open_writer(path)
    space = vectors.ensure_space(connection, "made-up", "text", "model", DIM)
    ids = add(connection, *(seen(f"/r/{number}.txt") for number in range(ENOUGH)))
    for number, file_id in enumerate(ids.values()):
        reading = chunks.Reading(str(number).encode(), 1)
        chunks.replace(connection, file_id, passages([f"boiler and heating, part {number}"]), reading)
    due = [row[0] for row in vectors.pending_chunks(connection, space.id, ENOUGH)]
    vectors.put(connection, space.id, due, about(0, ENOUGH))
    close_writer(connection)
    return path


def embed(text: str) -> Vectors:
    """Heating is the library's subject; every other text is one of its own."""
    if "warm" in text:
        about_heating: Vectors = about(0, 1)[0]
        return about_heating
    rows = np.random.default_rng(len(text) + ord(text[0])).normal(size=DIM)
    rows[0] = 0.0
    return unit(rows.astype(np.float32))


def test_the_line_is_drawn_and_nothing_is_said_to_be_nothing(library: Path) -> None:
    searcher = Searcher(lambda: open_reader(library), embed)
    found, missed, words = (
        searcher.search("a warm room"), searcher.search("zebra crossing"), searcher.search("boiler zebra", mode="words")
    )
    searcher.close()
    assert (found.chance_from in (None, *range(5, 11)), found.notice) == (True, None)
    assert (missed.chance_from, missed.notice) == (0, NOTHING)
    assert missed.hits
    assert words.chance_from is None


def test_words_that_stand_there_are_an_answer_whatever_they_mean(library: Path) -> None:
    searcher = Searcher(lambda: open_reader(library), embed)
    results = searcher.search("boiler part 7", limit=60)
    searcher.close()
    assert results.hits[0].path == "/r/7.txt"
    assert results.chance_from != 0
    assert results.notice is None


def test_nothing_is_said_before_the_model_has_read_all(library: Path) -> None:
    connection = open_writer(library)
    ids = add(connection, seen("/r/new.txt"))
    chunks.replace(connection, ids["/r/new.txt"], passages(["just written"]), chunks.Reading(b"n", 1))
    close_writer(connection)
    searcher = Searcher(lambda: open_reader(library), embed)
    assert searcher.search("zebra crossing").notice is None
    searcher.close()


def test_few_passages_have_no_line(tmp_path: Path) -> None:
    path = tmp_path / "index.db"
    connection = open_writer(path)
    space = vectors.ensure_space(connection, "made-up", "text", "model", DIM)
    ids = add(connection, seen("/r/a.txt"))
    chunks.replace(connection, ids["/r/a.txt"], passages(["boiler"]), chunks.Reading(b"h", 1))
    vectors.put(connection, space.id, [row[0] for row in vectors.pending_chunks(connection, space.id, 9)], about(0, 1))
    close_writer(connection)
    searcher = Searcher(lambda: open_reader(path), embed)
    results = searcher.search("zebra crossing")
    searcher.close()
    assert (results.chance_from, results.notice) == (None, None)


def test_similar_files_work_without_a_model(library: Path) -> None:
    searcher = Searcher(lambda: open_reader(library), None)
    results = searcher.similar("/r/3.txt")
    searcher.close()
    assert results.hits
    assert isinstance(measured(about(0, 60), 60, anything(4)), Chance)
