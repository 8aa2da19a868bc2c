"""Where one file stands, held against what a search with no end to it finds."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from indexer.answers import Hit
from indexer.reports import ChannelPlace, Standing
from indexer.search import PictureQueries, Searcher
from indexer.store import chunks, files, vectors
from indexer.store.chunks import Reading
from indexer.store.connection import close_writer, open_reader, open_writer
from tests.helpers.made_up_index import add, fill, made, seen, vector_of
from tests.indexer.search.test_pictures import MATCH, SHOWN, THINGS, View, embed_texts, shows

TOPICS = ("the boiler of the flat", "a red kayak", "the tax return", "a letter about the boiler", "bread and butter")
SYLLABLES = [consonant + vowel for consonant in "bdfgklmnrst" for vowel in "aeo"]
CHANCE = random.Random(5)


def others() -> str:
    """Words that no other text has, so that no two files are versions of each other."""
    return " ".join("".join(CHANCE.choices(SYLLABLES, k=4)) for _ in range(12))


LIBRARY = {
    f"/r/{'Home' if number % 2 else 'Work'}/file {number}.txt": [
        f"{topic} {'boiler ' * (number % 4)}{others()}", f"then {topic} {others()}"
    ]
    for number, topic in enumerate(TOPICS * 6)
} | {"/r/Home/nothing.txt": [], "/r/Home/boiler.txt": ["qqq"], "/r/研究.txt": ["我们研究人工智能在医学中的应用。"]}
QUERY = "letter about the boiler kayaks zzz"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("standing") / "index.db", LIBRARY)


@pytest.fixture(scope="module")
def searcher(path: Path) -> Iterator[Searcher]:
    searcher = Searcher(lambda: open_reader(path), vector_of)
    yield searcher
    searcher.close()


def standing(searcher: Searcher, path: Path, file: str, query: str = QUERY) -> Standing:
    row = files.by_path(open_reader(path), file)
    assert row is not None
    return searcher.standing(query, row.id)


def channel(found: Standing, name: str) -> ChannelPlace:
    return next(one for one in found.channels if one.channel == name)


def places(hits: tuple[Hit, ...], of: str) -> dict[str, int]:
    """Place by path in one channel: files with the same score share the first of their places."""
    scores = {hit.path: max(getattr(one.why, of) or 0.0 for one in hit.passages) for hit in hits if hit.passages}
    return {path: 1 + sum(other > score for other in scores.values()) for path, score in scores.items() if score}


@pytest.mark.parametrize(("name", "mode"), [("words", "words"), ("meaning", "meaning")])
def test_places_are_those_of_a_search_in_that_channel_alone(
    searcher: Searcher, path: Path, name: str, mode: str
) -> None:
    expected = places(searcher.search(QUERY, limit=100, mode=mode).hits, name)
    assert len(expected) > 10
    for file in LIBRARY:
        one = channel(standing(searcher, path, file), name)
        assert one.place == expected.get(file), file
        assert (one.of, one.beyond) == (len(expected), False)


def test_together_it_stands_where_the_results_have_it_with_their_score(searcher: Searcher, path: Path) -> None:
    hits = searcher.search(QUERY, limit=100).hits
    scores = {hit.path: hit.score for hit in hits}
    for file, score in scores.items():
        found = standing(searcher, path, file)
        together = channel(found, "together")
        assert together.score == pytest.approx(score)
        assert together.place is not None
        assert together.place <= 1 + sum(other >= score for other in scores.values())
        assert together.place > sum(other > score for other in scores.values())
        first = max(scores.values())
        assert together.first == pytest.approx(first)
        assert scores[found.path or ""] == pytest.approx(first)


def test_the_words_of_the_best_passage_add_up_and_missing_ones_are_told(searcher: Searcher, path: Path) -> None:
    for hit in searcher.search(QUERY, limit=100).hits:
        found = standing(searcher, path, hit.path)
        assert {word.word for word in found.words} == {"letter", "about", "the", "boiler", "kayaks", "zzz"}
        if hit.passages:
            assert sum(word.share for word in found.words) == pytest.approx(hit.passages[0].why.words or 0.0)
        for word in found.words:
            text = " ".join(LIBRARY[hit.path])
            stands = {"kayaks": "kayak"}.get(word.word, word.word) in text.split()
            assert word.in_file == stands
            assert not word.in_passage or stands
        nowhere = found.words[0]
        assert (nowhere.word, nowhere.passages, nowhere.share) == ("zzz", 0, 0.0)
        assert [word.idf for word in found.words] == sorted((word.idf for word in found.words), reverse=True)


def test_a_file_far_below_all_others_is_placed_and_scored(
    searcher: Searcher, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = {file: standing(searcher, path, file) for file in LIBRARY}
    monkeypatch.setattr("indexer.search.standing._FILES", 2)
    for file, known in whole.items():
        found = standing(searcher, path, file)
        if not known.channels or known.channels[-1].channel != "together":
            assert all(one.channel != "together" for one in found.channels)
            continue
        together, before = channel(found, "together"), channel(known, "together")
        assert together.score == pytest.approx(before.score)
        if together.beyond:
            assert together.place is not None
            assert before.place is not None
            assert together.place <= before.place


def test_a_name_alone_and_nothing_at_all(searcher: Searcher, path: Path) -> None:
    named = standing(searcher, path, "/r/Home/boiler.txt", "boiler")
    assert channel(named, "name").place == 1
    assert channel(named, "words").place is None
    assert named.words[0].in_file is False
    empty = standing(searcher, path, "/r/Home/nothing.txt", "boiler")
    assert [one.place for one in empty.channels if one.channel != "together"] == [None] * 3
    assert all(one.channel != "together" for one in empty.channels)
    assert (empty.snippet, empty.telling) == ("", ())


def test_the_best_passage_is_shown_with_its_place_and_the_words_that_tell_it_from_others(
    searcher: Searcher, path: Path
) -> None:
    found = standing(searcher, path, "/r/Home/file 3.txt", "letter")
    assert "letter" in found.snippet
    start, end = found.highlights[0]
    assert found.snippet[start:end] == "letter"
    assert found.locator in ({"line": 1}, {"line": 2})
    assert "letter" not in found.telling
    assert set(found.telling) <= set(" ".join(LIBRARY["/r/Home/file 3.txt"]).split())


def test_pairs_of_characters_are_words(searcher: Searcher, path: Path) -> None:
    found = standing(searcher, path, "/r/研究.txt", "研究 人工")
    assert {word.word: word.in_passage for word in found.words} == {"研究": True, "人工": True}


def test_pictures_stand_by_what_they_show(tmp_path: Path) -> None:
    place = tmp_path / "index.db"
    index = open_writer(place)
    space = vectors.ensure_space(index, "i", "image", "c", 1 + len(THINGS))
    for file, things in SHOWN.items():
        file_id = add(index, seen(file)._replace(kind="picture"))[file]
        chunks.replace(index, file_id, [], Reading(file.encode(), 1), [View(file.encode())])
        number = index.execute("SELECT id FROM chunk WHERE file_id = ?", (file_id,)).get
        vectors.put(index, space.id, [number], shows(things)[np.newaxis])
    close_writer(index)
    searcher = Searcher(lambda: open_reader(place), None, None, PictureQueries(embed_texts, MATCH))
    expected = [hit.path for hit in searcher.search("kayak", mode="pictures", limit=10).hits]
    told = {file: channel(standing(searcher, place, file, "kayak"), "picture") for file in SHOWN}
    searcher.close()
    assert {one.of for one in told.values()} == {len(SHOWN)}
    assert [told[file].place for file in expected[:2]] == [1, 2]
    assert told[expected[0]].score == pytest.approx(told[expected[0]].first)


def test_numbers_of_things_have_a_channel_of_their_own(tmp_path: Path) -> None:
    place = tmp_path / "index.db"
    index = open_writer(place)
    fill(index, {"/r/a.txt": ["Invoice INV-2024-0417 for the boiler."], "/r/b.txt": ["Invoice INV-2024-0471."]})
    close_writer(index)
    searcher = Searcher(lambda: open_reader(place), vector_of)
    held, other = (
        channel(standing(searcher, place, file, "INV-2024-0417"), "identifier") for file in ("/r/a.txt", "/r/b.txt")
    )
    plain = standing(searcher, place, "/r/a.txt", "boiler")
    searcher.close()
    assert held.place == 1
    assert held.score == pytest.approx(1.0, abs=0.1)
    assert other.place is None
    assert "identifier" not in [one.channel for one in plain.channels]
