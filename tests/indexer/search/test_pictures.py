"""Pictures found by what they show, among other files, in a made-up space with an axis for each thing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from indexer.answers import Results
from indexer.errors import KnownError
from indexer.search import Outside, PictureQueries, Searcher
from indexer.search.notices import NO_MODEL, NO_PICTURE_MODEL, UNREAD
from indexer.search.pictures import ANY_PICTURE, closeness
from indexer.store import chunks, vectors
from indexer.store.chunks import Reading
from indexer.store.connection import close_writer, open_reader, open_writer
from tests.helpers.made_up_index import add, embed_all, passages, seen, vector_of

Vectors = NDArray[np.float32]

THINGS = ("kayak", "lake", "dog", "cat", "tent", "receipt")
MATCH = 0.9
_ANY = 0.4
"""How much of every picture is what fits any picture."""

SHOWN = {
    "/r/Trips/IMG_1.jpg": "kayak lake", "/r/Trips/IMG_2.jpg": "kayak lake lake", "/r/Trips/IMG_3.png": "tent",
    "/r/Pets/IMG_4.jpg": "dog", "/r/Pets/IMG_5.jpg": "dog cat cat", "/r/scan.png": "receipt",
}
TEXTS = {
    "/r/Trips/plan.txt": ["The red kayak is rented at the lake from Monday on."],
    "/r/rent.txt": ["Rent is due on the first day of each month."],
    "/r/vet.txt": ["The vet looks at teeth and ears."],
}


@dataclass(frozen=True)
class View:
    webp: bytes
    phash: int = 1
    locator: Mapping[str, int | str] = field(default_factory=dict)


def shows(text: str) -> Vectors:
    """Unit vector (7,) of a picture or sentence of these things; what names none fits any picture."""
    words = text.casefold().split()
    parts = np.array([0.0, *(words.count(thing) for thing in THINGS)], dtype=np.float32)
    length = float(np.linalg.norm(parts))
    parts = parts / length if length else parts
    parts[0] = _ANY if length else 1.0
    unit: Vectors = parts / np.linalg.norm(parts)
    return unit


def embed_texts(texts: Sequence[str]) -> Vectors:
    return np.stack([shows(text) for text in texts])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Pictures and texts; one picture has text in it as well, and one file is a document with two pictures."""
    path = tmp_path / "index.db"
    index = open_writer(path)
    text = vectors.ensure_space(index, "t", "text", "m", 20)
    image = vectors.ensure_space(index, "i", "image", "c", 1 + len(THINGS))
    for name, words in TEXTS.items():
        chunks.replace(index, add(index, seen(name))[name], passages(words), Reading(name.encode(), 1))
    for name, things in SHOWN.items():
        file_id = add(index, seen(name)._replace(kind="picture"))[name]
        inside = passages(["Total due 318.50 for a new boiler"]) if things == "receipt" else []
        chunks.replace(index, file_id, inside, Reading(str(file_id).encode(), 1), [View(things.encode())])
    book = add(index, seen("/r/book.epub")._replace(kind="ebook"))["/r/book.epub"]
    chunks.replace(index, book, passages(["Once upon a time."]), Reading(b"book", 1), [
        View(b"tent dog", locator={"section": "One"}), View(b"cat", locator={"section": "Two"}),
    ])
    embed_all(index, text.id)
    due = vectors.pending_views(index, image.id, 100)
    vectors.put(index, image.id, [number for number, _ in due], np.stack([shows(webp.decode()) for _, webp in due]))
    close_writer(index)
    return path


@pytest.fixture
def opened(path: Path) -> Iterator[Callable[..., Searcher]]:
    searchers: list[Searcher] = []

    def open_searcher(
        embed: Callable[[str], Vectors] | None = None, look: Callable[[Sequence[str]], Vectors] | None = embed_texts
    ) -> Searcher:
        queries = PictureQueries(look, MATCH) if look else None
        searchers.append(Searcher(lambda: open_reader(path), embed, pictures=queries))
        return searchers[-1]

    yield open_searcher
    for searcher in searchers:
        searcher.close()


@pytest.fixture
def searcher(opened: Callable[..., Searcher]) -> Searcher:
    return opened()


def names(results: Results) -> list[str]:
    return [Path(hit.path).name for hit in results.hits]


@pytest.mark.parametrize(
    ("cosine", "usual", "match", "expected"),
    [
        (0.2, 0.2, 0.3, 0.0), (0.1, 0.2, 0.3, 0.0), (0.3, 0.2, 0.3, 1.0), (0.25, 0.2, 0.3, 0.5), (0.9, 0.2, 0.3, 1.0),
        (0.5, 0.4, 0.3, 1.0), (0.3, 0.4, 0.3, 0.0),
    ],
)
def test_closeness(cosine: float, usual: float, match: float, expected: float) -> None:
    assert closeness(cosine, usual, match) == pytest.approx(expected)


_COSINES = st.floats(-1, 1)


@given(_COSINES, _COSINES, _COSINES, _COSINES)
def test_closeness_rises_with_the_cosine_and_stays_within_its_bounds(
    cosine: float, nearer: float, usual: float, match: float
) -> None:
    low, high = (closeness(one, usual, match) for one in sorted((cosine, nearer)))
    assert 0.0 <= low <= high <= 1.0


def test_sentences_that_fit_any_picture_find_none(searcher: Searcher) -> None:
    for sentence in ANY_PICTURE:
        found = searcher.search(sentence, mode="all")
        assert all(hit.why.picture is None for hit in found.hits), sentence


def test_mode_pictures_orders_pictures_by_what_they_show(searcher: Searcher) -> None:
    results = searcher.search("kayak lake", mode="pictures")
    assert names(results)[:2] == ["IMG_1.jpg", "IMG_2.jpg"]
    assert results.notice is None
    assert {hit.kind for hit in results.hits} <= {"picture", "ebook"}
    first = results.hits[0]
    assert first.why.picture == pytest.approx(1.0, abs=0.01)
    assert (first.why.words, first.why.meaning, first.why.name) == (None, None, None)
    assert (first.snippet, first.passages[0].picture is not None) == ("", True)


def test_a_picture_in_a_document_is_a_page_of_it(searcher: Searcher) -> None:
    (hit,) = searcher.search("cat", mode="pictures", kinds=frozenset({"ebook"})).hits
    assert (hit.path, hit.locator) == ("/r/book.epub", {"section": "Two"})
    assert [passage.locator for passage in hit.passages] == [{"section": "Two"}, {"section": "One"}]


def test_pictures_and_texts_are_in_one_list(opened: Callable[..., Searcher]) -> None:
    results = opened(vector_of).search("kayak lake")
    assert results.notice is None
    assert set(names(results)[:3]) == {"plan.txt", "IMG_1.jpg", "IMG_2.jpg"}
    by_name = {Path(hit.path).name: hit.why for hit in results.hits}
    assert by_name["plan.txt"].words is not None
    assert by_name["plan.txt"].picture is None
    assert by_name["IMG_1.jpg"].picture is not None
    assert by_name["IMG_1.jpg"].words is None


def test_a_picture_that_does_not_show_it_stays_out_of_the_list(searcher: Searcher) -> None:
    found = searcher.search("kayak")
    assert {"IMG_1.jpg", "IMG_2.jpg"} <= set(names(found))
    assert not {"IMG_3.png", "IMG_4.jpg", "IMG_5.jpg"} & set(names(found))


def test_a_picture_is_told_with_its_view_and_a_document_is_not(searcher: Searcher) -> None:
    found = {hit.path: hit for hit in searcher.search("tent", mode="pictures").hits}
    tent = next(hit for path, hit in found.items() if hit.kind == "picture")
    assert tent.picture == tent.passages[0].picture
    assert tent.modified == pytest.approx(1e-9)
    assert tent.size == 1
    assert found["/r/book.epub"].picture is None
    assert found["/r/book.epub"].passages[0].picture is not None


@pytest.mark.parametrize("mode", ["words", "meaning"])
def test_other_modes_do_not_look(mode: str, opened: Callable[..., Searcher]) -> None:
    def look(texts: Sequence[str]) -> Vectors:
        raise AssertionError("no picture was asked for")

    found = opened(vector_of, look).search("kayak", mode=mode)
    assert all(hit.why.picture is None for hit in found.hits)


def test_text_in_a_picture_is_found_by_words_and_what_it_shows_by_sight(searcher: Searcher) -> None:
    worded = searcher.search("total due 318.50").hits[0]
    assert (worded.path, worded.locator, worded.why.picture) == ("/r/scan.png", {"line": 1}, None)
    assert worded.why.words
    seen_only = searcher.search("receipt").hits[0]
    assert (seen_only.path, seen_only.why.words) == ("/r/scan.png", None)
    assert seen_only.why.picture


@pytest.mark.parametrize(
    ("query", "options", "expected"),
    [
        ("dog", {"folder": "/r/Trips"}, set()),
        ("dog in:pets", {}, {"IMG_4.jpg", "IMG_5.jpg"}),
        ("kayak ext:png", {"mode": "pictures"}, {"IMG_3.png", "scan.png"}),
        ("dog type:picture", {}, {"IMG_4.jpg", "IMG_5.jpg"}),
        ("tent", {"kinds": frozenset({"ebook"})}, {"book.epub"}),
        ("tent", {"kinds": frozenset({"text"})}, set()),
    ],
)
def test_filters_hold_for_pictures(
    query: str, options: dict[str, object], expected: set[str], searcher: Searcher
) -> None:
    assert set(names(searcher.search(query, **options))) == expected  # type: ignore[arg-type]


def test_pictures_are_pulled_and_pushed_by_examples(searcher: Searcher) -> None:
    assert names(searcher.search("dog +cat", mode="pictures"))[0] == "IMG_5.jpg"
    assert names(searcher.search("dog -cat", mode="pictures"))[0] == "IMG_4.jpg"
    assert names(searcher.search("+IMG_3.png", mode="pictures"))[0] == "IMG_3.png"
    assert names(searcher.search("+IMG_3.png +dog", mode="pictures"))[0] == "book.epub"


def test_without_a_model_for_pictures(opened: Callable[..., Searcher]) -> None:
    searcher = opened(None, None)
    assert searcher.search("kayak", mode="pictures").notice == NO_PICTURE_MODEL
    found = searcher.search("total due 318.50")
    assert (names(found)[0], found.notice) == ("scan.png", NO_MODEL)


def test_a_model_for_pictures_that_fails(opened: Callable[..., Searcher]) -> None:
    def fail(texts: Sequence[str]) -> Vectors:
        raise KnownError("model_failed", "It stopped.")

    searcher = opened(None, fail)
    assert "It stopped." in str(searcher.search("kayak", mode="pictures").notice)
    assert names(searcher.search("kayak"))[0] == "plan.txt"


def test_like_a_picture_is_by_sight(searcher: Searcher) -> None:
    hits = searcher.similar("/r/Trips/IMG_1.jpg").hits
    assert hits[0].path == "/r/Trips/IMG_2.jpg"
    assert hits[0].why.picture is not None
    assert "/r/Trips/IMG_1.jpg" not in [hit.path for hit in hits]
    # By sight although there is text in it as well.
    assert all(hit.why.meaning is None for hit in searcher.similar("/r/scan.png").hits)


def test_like_a_document_is_by_meaning(searcher: Searcher) -> None:
    hits = searcher.similar("/r/book.epub").hits
    assert all(hit.why.picture is None for hit in hits)
    assert hits[0].why.meaning is not None
    assert {Path(hit.path).suffix for hit in hits} == {".txt", ".png"}


def test_like_a_file_outside_the_index(path: Path) -> None:
    both = Outside(vector_of("Rent is due on the first day of each month."), shows("dog"))
    held = {"/elsewhere/a.jpg": Outside(None, shows("tent dog")), "/elsewhere/b.jpg": both, "/elsewhere/a.docx": both}

    def read(path: str) -> Outside:
        return held.get(path, Outside(None, None))

    searcher = Searcher(lambda: open_reader(path), None, read_outside=read)
    for ask in (searcher.similar, lambda path: searcher.search(f"like:{path}")):
        assert names(ask("/elsewhere/a.jpg"))[0] == "book.epub"
        assert names(ask("/elsewhere/b.jpg"))[0] == "IMG_4.jpg"
        assert names(ask("/elsewhere/a.docx"))[0] == "rent.txt"
    with pytest.raises(KnownError) as caught:
        searcher.similar("/elsewhere/c.jpg")
    assert caught.value.code == "not_indexed"
    assert UNREAD in str(searcher.search("like:/elsewhere/c.jpg").notice)
    searcher.close()
