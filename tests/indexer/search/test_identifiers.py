"""What names one thing comes first, however it was typed, written or read; words and years stay words and years."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import apsw
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer.query import parse
from indexer.search import Searcher, identifiers
from indexer.search.scope import EVERY_FILE
from indexer.store.connection import open_reader, open_writer
from tests.helpers.made_up_index import fill, made, vector_of

LIBRARY = {
    "/r/Invoices/April.pdf": ["Invoice INV-2024-0417 for repairing the heating. Pay to DE89 3704 0044 0532 0130 00."],
    "/r/Invoices/May.pdf": ["Invoice INV-2024-0471 for repairing the heating. Pay to DE89 3704 0044 0532 0131 00."],
    "/r/Invoices/June.pdf": ["Invoice INV-2024-0418-B for the boiler."],
    "/r/Scans/1.pdf": ["Contract lNV-2O23-O5B8 was read from paper."],
    "/r/Scans/2.pdf": ["Contract INV-2023-0588 was typed."],
    "/r/Scans/3.pdf": ["Your case number 12 O 345/24 at the court."],
    "/r/KD-10482 offer.docx": ["An offer for the garden."],
    "/r/mail.eml": ["Anna answers KD-10482 about the garden from anna.schmidt@posteo.de, mobile +49 171 555 0123."],
    "/r/code.py": ["value = getHttpPort(max_rows, 3)"],
    "/r/notes.md": ["Notes of 2024 about covid 19, a flat with 3 bedrooms and the music of the 1960s."],
    "/r/研究.txt": ["発注番号INV-2022-9001です。"],
    **{f"/r/Trips/{number}.txt": [f"Trip {number} to the sea in 2024, INV rows, 171 km."] for number in range(60)},
}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("identifiers") / "index.db", LIBRARY)


@pytest.fixture(scope="module")
def searcher(path: Path) -> Iterator[Searcher]:
    searcher = Searcher(lambda: open_reader(path), vector_of)
    yield searcher
    searcher.close()


@pytest.fixture(scope="module")
def find(path: Path) -> Iterator[Callable[[str], dict[str, float]]]:
    """Query to strengths by path, of names and passages."""
    reader = open_reader(path)

    def find(query: str) -> dict[str, float]:
        hits = identifiers.find(reader, parse(query), EVERY_FILE)
        strengths = dict(hits.names)
        for file_id, strength in hits.passages.values():
            strengths[file_id] = max(strength, strengths.get(file_id, 0.0))
        return {str(path_of(reader, number)): strength for number, strength in strengths.items()}

    yield find
    reader.close()


def path_of(reader: apsw.Connection, file_id: int) -> object:
    return reader.execute("SELECT path FROM file WHERE id = ?", (file_id,)).get


@pytest.mark.parametrize("mode", ["all", "words"])
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("INV-2024-0417", "/r/Invoices/April.pdf"), ("inv 2024 0417", "/r/Invoices/April.pdf"),
        ("INV20240417", "/r/Invoices/April.pdf"), ("lNV-2O24-O4I7", "/r/Invoices/April.pdf"),
        ("INV-2024-0471", "/r/Invoices/May.pdf"), ("1NV/2024/0471", "/r/Invoices/May.pdf"),
        ("the letter about INV-2024-0471 from the sea", "/r/Invoices/May.pdf"),
        ("trip to the sea INV 2024 0471", "/r/Invoices/May.pdf"),
        ("DE89370400440532013000", "/r/Invoices/April.pdf"), ("DE89 3704 0044 0532 0131 00", "/r/Invoices/May.pdf"),
        ("INV-2024-047", "/r/Invoices/May.pdf"), ("2024-0418", "/r/Invoices/June.pdf"),
        ("INV-2023-0588", "/r/Scans/2.pdf"), ("lNV-2O23-O5B8", "/r/Scans/1.pdf"), ("12 O 345/24", "/r/Scans/3.pdf"),
        ("KD-10482", "/r/KD-10482 offer.docx"), ("kd 1O482", "/r/KD-10482 offer.docx"),
        ("anna.schrnidt@p0steo.de", "/r/mail.eml"), ("0171 5550123", "/r/mail.eml"), ("0171/555 01 23", "/r/mail.eml"),
        ("get_http_port", "/r/code.py"), ("maxRowsMaxRows max_rows", "/r/code.py"), ("INV-2022-9001", "/r/研究.txt"),
        ("発注番号INV-2022-9001", "/r/研究.txt"),
    ],
)
def test_the_file_that_holds_it_comes_first(searcher: Searcher, query: str, expected: str, mode: str) -> None:
    hits = searcher.search(query, mode=mode).hits
    assert hits[0].path == expected


def test_the_letters_before_what_looks_like_them_and_both_before_all_else(searcher: Searcher) -> None:
    assert [hit.path for hit in searcher.search("INV-2023-0588").hits[:2]] == ["/r/Scans/2.pdf", "/r/Scans/1.pdf"]
    assert [hit.path for hit in searcher.search("KD-10482").hits[:2]] == ["/r/KD-10482 offer.docx", "/r/mail.eml"]


def test_strengths_fall_with_every_difference(find: Callable[[str], dict[str, float]]) -> None:
    april = "/r/Invoices/April.pdf"
    typed = ["INV-2024-0417", "inv-2024-0417", "INV 2024 0417", "lNV-2024-0417", "INV-2024-041"]
    strengths = [find(query)[april] for query in typed]
    assert strengths == sorted(strengths, reverse=True)
    assert len(set(strengths)) == len(strengths)
    assert find("KD-10482 offer")["/r/KD-10482 offer.docx"] == 1.0
    assert find("INV-2024-0418")["/r/Invoices/June.pdf"] < strengths[0]


def test_neighbours_do_not_hold_it(find: Callable[[str], dict[str, float]]) -> None:
    assert set(find("INV-2024-0417")) == {"/r/Invoices/April.pdf"}
    assert find("INV-2024-0411") == {}


@pytest.mark.parametrize(
    "query",
    ["notes 2024", "the 1960s", "covid 19", "3 bedroom flat", "trip to the sea 2024", "2024", "june 2023 2024", "171",
     "the music of 1960 1970", "16th of may", "mp3", "iPhone 15"],
)
def test_ordinary_words_and_years_name_nothing(find: Callable[[str], dict[str, float]], query: str) -> None:
    assert find(query) == {}


def test_what_stands_in_very_many_passages_is_a_word_like_others_among_others(tmp_path: Path) -> None:
    writer = open_writer(tmp_path / "index.db")
    fill(writer, {f"/r/{number}.txt": ["ISO 9001 certified"] for number in range(identifiers.MANY + 5)})
    many = identifiers.find(writer, parse("ISO 9001"), EVERY_FILE)
    assert len(many.passages) > identifiers.MANY
    assert many.alone
    assert not identifiers.find(writer, parse("certified by ISO 9001"), EVERY_FILE).passages
    writer.close()


def test_only_what_is_inside_the_filters_is_found(searcher: Searcher) -> None:
    assert [hit.path for hit in searcher.search("INV-2023-0588 in:Scans").hits][:1] == ["/r/Scans/2.pdf"]
    assert all(hit.path.startswith("/r/Invoices/") for hit in searcher.search("INV-2023-0588 in:Invoices").hits)


def test_a_name_that_holds_it_is_a_reason(searcher: Searcher) -> None:
    assert searcher.search("KD 1O482").hits[0].why.name is not None


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.sampled_from("INV-2024 04l7|O/.@_()*\"'+DE89é研"), max_size=24) | st.text(max_size=40))
def test_strengths_lie_between_zero_and_one(find: Callable[[str], dict[str, float]], query: str) -> None:
    assert all(0.0 < strength <= 1.0 for strength in find(query).values())
