"""Files found by what people type of their names: in any order, unfinished, with the ending or the folder."""

from __future__ import annotations

import itertools
import posixpath
import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.paths import fold
from indexer.search import Searcher
from indexer.search.names import AS_TYPED, EXACT, TELLING, name_score
from indexer.store.connection import close_writer, open_reader, open_writer
from tests.helpers.made_up_index import fill, vector_of

WORDS = [
    "lease", "boiler", "invoice", "kayak", "holiday", "tax", "report", "minutes", "meeting", "contract", "letter",
    "draft", "budget", "plan", "garden", "kitchen", "recipe", "travel", "ticket", "insurance", "photo", "scan",
    "notes", "thesis", "chapter", "summary", "review", "proposal", "offer", "order", "receipt", "salary", "passport",
    "birth", "certificate", "school", "piano", "lesson", "doctor", "result", "warranty", "manual", "router", "energy",
    "water", "bill", "bank", "account", "Überweisung", "Müller", "Straße", "café", "résumé", "naïve", "Zürich",
    "Köln", "niño", "façade", "研究", "报告",
]
PLACES = ["Work", "Home", "Archive", "Clients", "Flat", "Family", "Projects", "Taxes", "Études", "工作"]
ENDINGS = ["pdf", "docx", "txt", "xlsx", "md"]
COUNT = 1_500
QUERIES = 200


def made_up_paths(choose: random.Random) -> list[str]:
    paths: dict[str, None] = {}
    while len(paths) < COUNT:
        words = choose.sample(WORDS, choose.randint(1, 4))
        number = choose.randint(1_000, 9_999)
        extra = choose.choice(["", "", str(choose.randint(2015, 2024)), f"v{choose.randint(1, 9)}", str(number)])
        name = choose.choice([" ", "_", "-", "."]).join([*words, extra] if extra else words)
        if choose.random() < 0.15:
            name = "".join(word.title() for word in words) + extra
        folder = "/r/" + "/".join(choose.sample(PLACES, choose.randint(1, 3)))
        paths[f"{folder}/{name}.{choose.choice(ENDINGS)}"] = None
    return list(paths)


def typed(path: str, choose: random.Random) -> str:
    """Something a person may type for this file."""
    name = posixpath.basename(path)
    stem, _, ending = name.rpartition(".")
    parts = re.findall(r"[^\W_]+", stem)
    choose.shuffle(parts)
    match choose.randrange(7):
        case 0:
            return name
        case 1:
            return stem.upper()
        case 2:
            return " ".join(parts)
        case 3:
            *whole, last = parts
            return " ".join([*whole, last[: max(3, len(last) - 2)]])
        case 4:
            return f"{' '.join(parts[:2])} {ending}"
        case 5:
            return " ".join([choose.choice(path.split("/")[2:-1]), *parts[:2]]).lower()
        case _:
            return fold(" ".join(part[:4] for part in parts))


def words_of(path: str) -> list[str]:
    """The words of the name and of the folders above, and those joined in the name."""
    name = posixpath.basename(path)
    apart = re.sub(r"(?<=[^\W\dA-Z])(?=[A-Z\d])", " ", name)
    return re.findall(r"[^\W_]+", fold(f"{posixpath.dirname(path)} {name} {apart}"))


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Searcher, list[str]]]:
    """Files whose contents speak of what others are named after."""
    choose = random.Random(11)
    paths = made_up_paths(choose)
    index = tmp_path_factory.mktemp("names") / "index.db"
    writer = open_writer(index)
    fill(writer, {path: [" ".join(choose.choices(WORDS, k=40))] for path in paths})
    close_writer(writer)
    searcher = Searcher(lambda: open_reader(index), vector_of)
    yield searcher, paths
    searcher.close()


@pytest.fixture(scope="module")
def asked(library: tuple[Searcher, list[str]]) -> list[tuple[str, str]]:
    """Queries with the only file in whose name and folders each of their parts begins a word."""
    _, paths = library
    choose = random.Random(12)
    words = {path: words_of(path) for path in paths}
    found: list[tuple[str, str]] = []
    while len(found) < QUERIES:
        path = choose.choice(paths)
        query = typed(path, choose)
        parts = re.findall(r"[^\W_]+", fold(query))
        fitting = (
            other for other, own in words.items() if all(any(word.startswith(part) for word in own) for part in parts)
        )
        if list(itertools.islice(fitting, 2)) == [path]:
            found.append((query, path))
    return found


@pytest.mark.parametrize("mode", ["all", "words"])
def test_what_is_typed_of_a_name_finds_the_file_first(
    library: tuple[Searcher, list[str]], asked: list[tuple[str, str]], mode: str
) -> None:
    searcher, _ = library
    first = [(query, path, searcher.search(query, limit=1, mode=mode).hits) for query, path in asked]
    missed = [(query, path) for query, path, hits in first if not hits or hits[0].path != path]
    assert len(missed) <= 0.02 * QUERIES, missed


def test_the_exact_name_is_before_longer_ones(library: tuple[Searcher, list[str]]) -> None:
    searcher, paths = library
    for path in paths[::100]:
        found = searcher.search(posixpath.basename(path), limit=20).hits
        assert posixpath.basename(found[0].path) == posixpath.basename(path)


def test_order_of_fits() -> None:
    query = "lease boiler"
    names = [
        "lease boiler", "Lease_Boiler.pdf", "lease boiler 2019 letter.pdf", "2019 boiler and lease.pdf",
        "subleases of boilers.pdf", "boiler manual.pdf", "holiday.pdf",
    ]
    fits = [name_score(name, query) for name in names]
    assert fits == sorted(fits, reverse=True)
    assert len(set(fits)) == len(fits)
    assert fits[1] >= EXACT > fits[2]
    assert fits[3] > fits[4] >= TELLING > fits[5]
    assert fits[-1] == 0


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("lease boiler.pdf", "boiler pdf"), ("LeaseBoiler2019.pdf", "boiler 2019"), ("IMG_2210.jpg", "2210"),
        ("lease boiler.pdf", "boil lea"), ("机器学习研究.txt", "研究"), ("Müller Straße.pdf", "strasse mull"),
    ],
)
def test_parts_that_tell(name: str, query: str) -> None:
    assert name_score(name, query) >= TELLING


def test_full_name_with_ending_is_exact() -> None:
    assert name_score("Q3 report.xlsx", "q3 report.xlsx") == 1.0
    assert name_score("Résumé.PDF", "resume") >= EXACT


def test_folders_above_tell_with_the_name_only() -> None:
    assert name_score("letter.pdf", "flat letter", "/r/Flat") >= TELLING
    assert name_score("letter.pdf", "letter", "/r/Flat") > name_score("letter.pdf", "flat letter", "/r/Flat")
    assert name_score("letter.pdf", "flat house", "/r/Flat/house") == 0
    assert name_score("letter.pdf", "flat letter", "/r/Home") < TELLING


def test_the_middle_of_a_word_does_not_tell() -> None:
    assert 0 < name_score("party.pdf", "art") < TELLING


def test_the_parts_of_a_path_find_a_name_that_many_have(tmp_path: Path) -> None:
    writer = open_writer(tmp_path / "index.db")
    many = {f"/r/Trips/{n}/IMG_{n}.jpg": ["x"] for n in range(2_500)}
    fill(writer, {**many, "/r/Wedding/IMG_77.jpg": ["the bride"]})
    close_writer(writer)
    searcher = Searcher(lambda: open_reader(tmp_path / "index.db"), None)
    assert searcher.search("wedding img").hits[0].path == "/r/Wedding/IMG_77.jpg"
    assert searcher.search("img_77.jpg wedding").hits[0].path == "/r/Wedding/IMG_77.jpg"
    searcher.close()


def test_a_question_that_mentions_a_word_of_the_name_is_a_weak_fit() -> None:
    assert 0 < name_score("boiler.pdf", "where is the letter about the boiler") < 0.5


def test_short_words_of_a_question_do_not_count() -> None:
    assert name_score("of.txt", "history of science") == 0


@pytest.mark.parametrize(
    ("query", "path"),
    [
        ("ease boil", "/r/Flat/lease boiler.pdf"), ("oiler leas", "/r/Flat/lease boiler.pdf"),
        ("se boi", "/r/Flat/lease boiler.pdf"), ("oiler", "/r/Flat/lease boiler.pdf"),
        ("flat/lease b", "/r/Flat/lease boiler.pdf"), ("Flat\\lease boil", "/r/Flat/lease boiler.pdf"),
        ("archive/flat/lease", "/r/Archive/Flat/lease.txt"), ("flat/2", "/r/Flat/Scan_0002.pdf"),
        ("scan*.pdf", "/r/Flat/Scan_0002.pdf"), ("IMG_22?0*", "/r/Photos/IMG_2210.jpg"),
        ("IMG_22??.jpg", "/r/Photos/IMG_2210.jpg"),
        ("*straße*", "/r/Müller Straße.odt"), ("MULLER STRAS", "/r/Müller Straße.odt"), ("[1]*", "/r/[1] draft.txt"),
    ],
)
def test_any_part_path_or_pattern_of_a_name(tmp_path: Path, query: str, path: str) -> None:
    paths = [
        "/r/Flat/lease boiler.pdf", "/r/Archive/Flat/lease.txt", "/r/Flat/Scan_0002.pdf", "/r/Photos/IMG_2210.jpg",
        "/r/Photos/IMG_221.jpg", "/r/Müller Straße.odt", "/r/[1] draft.txt", "/r/party.pdf", "/r/1 other.txt",
    ]
    writer = open_writer(tmp_path / "index.db")
    fill(writer, {one: [f"words {number}"] for number, one in enumerate(paths)})
    close_writer(writer)
    searcher = Searcher(lambda: open_reader(tmp_path / "index.db"), vector_of)
    assert searcher.search(query).hits[0].path == path
    searcher.close()


def test_a_path_asks_for_its_folder() -> None:
    assert name_score("lease.pdf", "flat/lease", "/r/Flat") >= AS_TYPED
    assert name_score("flat lease.pdf", "flat/lease", "/r/Home") < AS_TYPED
    assert name_score("other.pdf", "flat/lease", "/r/Flat") < TELLING


def test_a_pattern_fits_the_whole_name() -> None:
    assert name_score("IMG_2210.jpg", "IMG_22??.jpg") >= AS_TYPED
    assert name_score("IMG_221.jpg", "IMG_22??.jpg") < AS_TYPED
    assert name_score("what is it.txt", "what is it?") >= AS_TYPED


@given(st.text(), st.text(), st.text())
def test_between_zero_and_one(name: str, query: str, folder: str) -> None:
    assert 0.0 <= name_score(name, query, folder) <= 1.0


@given(st.text(alphabet=st.characters(categories=["Ll", "Nd"]), min_size=1, max_size=20))
def test_the_name_itself_is_exact(name: str) -> None:
    assert name_score(f"{name}.txt", name) >= EXACT
    assert name_score(f"{name}.txt", f"{name}.txt") == 1.0
