"""Words and files that pull the results towards them or push them away, in the space of texts and that of pictures."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from indexer.errors import KnownError
from indexer.search import Outside, PictureQueries, Searcher
from indexer.search.examples import AWAY, Example, file_named, name_in_words, names_file, steered, unit
from indexer.search.notices import NO_FILE, NO_MODEL
from indexer.store import chunks, vectors
from indexer.store.chunks import Reading
from indexer.store.connection import close_writer, open_reader, open_writer
from tests.helpers.made_up_index import add, passages, seen

Vectors = NDArray[np.float32]

THINGS = ("boat", "lake", "tax", "car", "snow")
TEXTS = {
    "/r/boats.txt": "boat boat boat", "/r/lake.txt": "boat lake", "/r/cars.txt": "boat car", "/r/tax/tax.txt": "tax",
    "/r/tax/2023 car.pdf": "tax car", "/r/old/2023 car.pdf": "snow",
}
SHOWN = {"/r/IMG_1.jpg": "boat", "/r/IMG_2.jpg": "boat lake", "/r/IMG_3.jpg": "car"}


def means(text: str) -> Vectors:
    words = text.casefold().split()
    return unit(np.array([0.1, *(words.count(thing) for thing in THINGS)], dtype=np.float32))


def sentences(texts: Sequence[str]) -> Vectors:
    return np.stack([means(text) for text in texts])


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("examples") / "index.db"
    index = open_writer(path)
    text = vectors.ensure_space(index, "t", "text", "m", 1 + len(THINGS))
    image = vectors.ensure_space(index, "i", "image", "c", 1 + len(THINGS))
    for place, (name, says) in enumerate(TEXTS.items()):
        number = add(index, seen(name, mtime_ns=10**18 - place))[name]
        chunks.replace(index, number, passages([says]), Reading(str(number).encode(), 1))
    for name, shows in SHOWN.items():
        number = add(index, seen(name)._replace(kind="picture"))[name]
        chunks.replace(index, number, [], Reading(str(number).encode(), 1), [View(b"a view of " + shows.encode())])
    add(index, seen("/r/never read.txt"))
    for space, due in (
        (text.id, [(number, says) for number, _, says in vectors.pending_chunks(index, text.id, 100)]),
        (image.id, [(number, webp.decode()) for number, webp in vectors.pending_views(index, image.id, 100)]),
    ):
        vectors.put(index, space, [number for number, _ in due], sentences([said for _, said in due]))
    close_writer(index)
    return path


@dataclass(frozen=True)
class View:
    webp: bytes
    phash: int = 1
    locator: Mapping[str, int | str] = field(default_factory=dict)


@pytest.fixture(scope="module")
def searcher(path: Path) -> Iterator[Searcher]:
    opened = Searcher(lambda: open_reader(path), means, pictures=PictureQueries(sentences, 0.9))
    yield opened
    opened.close()


def names(searcher: Searcher, query: str, mode: str = "meaning") -> list[str]:
    return [Path(hit.path).name for hit in searcher.search(query, mode=mode).hits]


def test_words_pull_a_text_and_push_a_picture(searcher: Searcher) -> None:
    assert names(searcher, "boat")[0] == "boats.txt"
    assert names(searcher, "boat +lake")[0] == "lake.txt"
    assert names(searcher, "boat +car")[0] == "cars.txt"
    assert names(searcher, "boat -lake", "pictures")[0] == "IMG_1.jpg"
    assert names(searcher, "boat +lake", "pictures")[0] == "IMG_2.jpg"


def test_files_pull_and_push_by_name_or_path(searcher: Searcher) -> None:
    assert names(searcher, "boat +cars.txt")[0] == "cars.txt"
    assert names(searcher, "car")[0] == names(searcher, "car +cars.txt")[0] == "cars.txt"
    assert names(searcher, "car -cars.txt")[0] == "2023 car.pdf"
    assert names(searcher, "tax +/r/cars.txt")[0] == "2023 car.pdf"
    assert names(searcher, 'boat -like:"/r/lake.txt"')[0] == "boats.txt"
    assert names(searcher, "+IMG_3.jpg", "pictures")[0] == "IMG_3.jpg"


def test_a_word_that_is_not_wanted_is_in_no_text(searcher: Searcher) -> None:
    assert "lake.txt" not in names(searcher, "boat -lake", "all")


def test_a_wanted_word_is_looked_for_by_its_letters_too(searcher: Searcher) -> None:
    assert set(names(searcher, "boat +snow", "words")) >= {"boats.txt", "2023 car.pdf"}


def test_like_a_file_alone_is_similar(searcher: Searcher) -> None:
    alike = {"like:lake.txt": "/r/lake.txt", "like:img_2": "/r/IMG_2.jpg", 'like:"/r/boats.txt"': "/r/boats.txt"}
    for query, path in alike.items():
        for mode in ("all", "words", "meaning"):
            found = searcher.search(query, mode=mode)
            assert [hit.path for hit in found.hits] == [hit.path for hit in searcher.similar(path).hits]
            assert path not in [hit.path for hit in found.hits]
            assert (found.query, found.notice) == (query, None)


def test_like_a_file_with_words_is_steered_by_both(searcher: Searcher) -> None:
    assert names(searcher, "like:boats.txt car")[0] == "cars.txt"
    assert names(searcher, "like:boats.txt car", "all")[0] == "cars.txt"
    assert "boats.txt" not in names(searcher, "like:boats.txt car", "all")
    assert names(searcher, "like:IMG_1.jpg lake", "all")[0] in ("IMG_2.jpg", "lake.txt")


def test_like_within_filters(searcher: Searcher) -> None:
    assert names(searcher, "like:cars.txt in:tax") == ["2023 car.pdf", "tax.txt"]
    assert names(searcher, "like:IMG_1.jpg type:picture", "all") == ["IMG_2.jpg", "IMG_3.jpg"]


def test_a_file_that_is_not_there_is_words_and_told_of(searcher: Searcher) -> None:
    results = searcher.search('like:"Lake trip.pdf"')
    assert results.notice == NO_FILE.format("Lake trip.pdf")
    assert "lake.txt" in [Path(hit.path).name for hit in results.hits]


def test_a_file_that_no_model_has_read(path: Path, searcher: Searcher) -> None:
    assert "No model has read it" in str(searcher.search("like:/r/never.txt car").notice)
    assert "cars.txt" in names(searcher, 'like:"/r/never read.txt" car')
    with pytest.raises(KnownError):
        searcher.similar("/r/never read.txt")


def test_files_are_compared_without_any_model(path: Path) -> None:
    opened = Searcher(lambda: open_reader(path), None)
    assert names(opened, "like:lake.txt", "all")[0] in ("boats.txt", "cars.txt")
    assert names(opened, "like:IMG_2.jpg", "all")[0] == "IMG_1.jpg"
    assert opened.search("like:lake.txt").notice is None
    assert opened.search("like:lake.txt boat").notice == NO_MODEL
    opened.close()


def test_a_file_outside_is_read(path: Path) -> None:
    asked: list[str] = []

    def read(path: str) -> Outside:
        asked.append(path)
        return Outside(means("tax car"), None)

    opened = Searcher(lambda: open_reader(path), means, read_outside=read)
    assert names(opened, 'like:"/elsewhere/a b.pdf"', "all")[0] == "2023 car.pdf"
    assert names(opened, 'like:"/elsewhere/a b.pdf" snow')[0]
    assert asked == ["/elsewhere/a b.pdf"] * 2
    opened.close()


def test_of_equal_names_the_newest(path: Path) -> None:
    connection = open_reader(path)
    assert file_named(connection, "2023 car.pdf") == "/r/tax/2023 car.pdf"
    assert file_named(connection, "2023 CAR") == "/r/tax/2023 car.pdf"
    assert file_named(connection, "/r/old/2023 car.pdf") == "/r/old/2023 car.pdf"
    assert file_named(connection, "2023") is None
    connection.close()


def test_a_path_with_its_accents_apart_is_found_as_it_is_typed(tmp_path: Path) -> None:
    connection = open_writer(tmp_path / "accents.db")
    apart = unicodedata.normalize("NFD", "/r/Käufe/Müsli.txt")
    add(connection, seen(apart), seen("/r/Kaufe/Musli.txt"))
    assert file_named(connection, unicodedata.normalize("NFC", apart)) == apart
    assert file_named(connection, "/r/elsewhere/Müsli.txt") is None
    close_writer(connection)


@pytest.mark.parametrize("typed", ["a.pdf", "IMG_0412.jpg", "Letters/a", "C:\\x", "/r/a"])
def test_names_of_files(typed: str) -> None:
    assert names_file(typed)


@pytest.mark.parametrize("typed", ["sunset", "a red car", "e.g.", "3.", ".pdf", "well-known"])
def test_what_is_no_name_of_a_file(typed: str) -> None:
    assert not names_file(typed)


def test_a_name_in_words() -> None:
    assert name_in_words("/r/Lease_2023-final.pdf") == "Lease 2023 final"
    assert name_in_words("C:\\docs\\Lease 2023.pdf") == "Lease 2023"


def held(one: Example) -> Vectors | None:
    return one.text


def test_arithmetic() -> None:
    east, north = np.array([1, 0], dtype=np.float32), np.array([0, 1], dtype=np.float32)

    def embed(texts: Sequence[str]) -> Vectors:
        return np.stack([{"east": east, "north": north}[text] for text in texts])

    both = steered("east", [Example(1.0, "north")], held, embed)
    assert both == pytest.approx(np.array([1, 1]) / np.sqrt(2))
    away = steered("", [Example(1.0, "east"), Example(AWAY, "x", "/x", north)], held, embed)
    assert away == pytest.approx(unit(np.array([1, AWAY], dtype=np.float32)))
    assert steered("", [Example(1.0, "x", "/x")], held, embed) is None
    same = steered("", [Example(1.0, "x", "/x", north), Example(-1.0, "x", "/x", north)], held, embed)
    assert same is not None
    assert np.linalg.norm(same) == pytest.approx(1)


@given(st.text(max_size=60))
def test_any_name(typed: str) -> None:
    names_file(typed)
    name_in_words(typed)


