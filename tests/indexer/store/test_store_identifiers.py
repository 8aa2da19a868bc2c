"""Keys of what names one thing, and the index that holds them."""

from __future__ import annotations

import shutil
from pathlib import Path

import apsw
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.store import chunks, connection, files, maintenance, migrate
from indexer.store.chunks import Reading
from indexer.store.connection import transaction
from indexer.store.identifiers import CONFUSED, LENGTH, key, keys, tail_key
from tests.helpers.made_up_index import add, fill, passages, seen

READ = Reading(b"h", 1)


def found(index: apsw.Connection, text: str, table: str = "identifier_fts") -> list[int]:
    """Rows whose keys begin with that of ``text``."""
    expression = f'"{key(text)[:LENGTH]}"*'
    rows = index.execute(f"SELECT rowid FROM {table} WHERE {table} MATCH ? ORDER BY rowid", (expression,))
    return [number for (number,) in rows]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("INV-2024-0417", "inv 2024 0417"), ("INV-2024-0417", "lNV_2O24/O4I7"), ("0171/5550123", "0171 555 01 23"),
        ("BX-1582", "8X-IS8Z"), ("anna.schmidt@posteo.de", "anna.schrnidt@p0steo.de"), ("SQ-606", "5O 6O6"),
        ("max_rows", "MaxRows"), ("АВ-123", "AB-123"), ("２０２４-０７１", "2024-071"), ("Ä-1234", "a1234"),
    ],
)
def test_one_key_for_what_is_typed_and_read_alike(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("INV-2024-0417", "INV-2024-0471"), ("INV-2024-0417", "INV-2024-0411"), ("BX-1582", "BX-1562"), ("solo", "5010")],
)
def test_neighbours_and_words_have_keys_of_their_own(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_no_two_digits_are_one() -> None:
    assert len({key(f"{digit}1234") for digit in "0123456789"}) == 10
    letters = "".join(CONFUSED.values())
    assert len(set(letters)) == len(letters)


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Invoice INV-2024-0417 of May", "INV-2024-0417"), ("INV 2024 0417", "INV-2024-0417"),
        ("pay to IBAN DE89 3704 0044 0532 0130 00 today", "DE89370400440532013000"),
        ("Tel. 0171 / 555 01 23, Fax 0171 555 0124", "01715550123"), ("(0171) 5550123", "0171 555 0123"),
        ("Nr.:4711-22", "4711-22"), ("see https://doi.org/10.1145/3397271.3401075.", "10.1145/3397271.3401075"),
        ("from <anna.schmidt@posteo.de>", "anna.schmidt@posteo.de"), ("call getHttpPort(max_rows)", "max_rows"),
        ("call getHttpPort(max_rows)", "get_http_port"), ("発注番号INV-2024-0417です", "INV-2024-0417"),
        ("ISBN 978-3-16-148410-0", "9783161484100"), ("O171 555 OI 23", "0171 5550123"), ("1.234,56 EUR", "1234.56"),
        ("HD-AB 1234", "hdab1234"), ("lease-offer-manual-2022.pdf", "lease offer manual 2022"),
        ("a\tKD-4711\r\n", "kd4711"),
    ],
)
def test_a_text_is_found_by_what_stands_in_it(text: str, typed: str) -> None:
    assert any(one.startswith(key(typed)[:LENGTH]) for one in keys(text).split())


@pytest.mark.parametrize("text", ["", "The boiler of 2024", "in 12 of 25 patients", "iPhone 15", "a_", "@", "Q3"])
def test_words_years_and_small_numbers_have_no_keys(text: str) -> None:
    assert keys(text) == ""


def test_a_telephone_number_is_one_with_and_without_its_country() -> None:
    assert tail_key("+49 (0)171 555 0123") == tail_key("0171/5550123") is not None
    assert tail_key("0171/5550123") in keys("Tel. +49 171 555 0123").split()
    assert tail_key("INV-2024-0417") is None


@given(st.text())
def test_any_text_gives_words_of_letters_and_digits(text: str) -> None:
    assert all(one.isalnum() and len(one) <= LENGTH for one in keys(text).split())


@given(st.from_regex(r"[A-Z]{2,4}-[0-9]{4}-[0-9]{2,6}", fullmatch=True), st.sampled_from(["", " ", "-", "/", ".", "_"]))
def test_separators_do_not_matter(number: str, between: str) -> None:
    written = number.replace("-", between)
    assert any(one.startswith(key(number)[:LENGTH]) for one in keys(f"Number {written}, please").split())


def test_passages_and_names_are_found_until_they_go(index: apsw.Connection) -> None:
    paths = ["/r/INV-2024-0417.txt", "/r/b.txt"]
    numbers = fill(index, {paths[0]: ["KD 10482", "nothing"], paths[1]: ["see KD-1O482"]})
    assert len(found(index, "KD-10482")) == 2
    assert found(index, "INV 2024 0417", "identifier_name_fts") == [numbers[paths[0]]]
    chunks.replace(index, numbers[paths[0]], passages(["KD 10483"]), READ)
    assert len(found(index, "KD-10482")) == len(found(index, "KD-10483")) == 1
    with transaction(index):
        files.mark_gone(index, list(numbers.values()))
    for typed in ("KD-10482", "KD-10483"):
        assert found(index, typed) == []
    assert found(index, "INV 2024 0417", "identifier_name_fts") == []
    for table in ("identifier_fts", "identifier_name_fts"):
        assert index.execute(f"SELECT count(*) FROM {table}_docsize").get == 0
    assert maintenance.integrity(index, full=True) == []


def test_a_renamed_file_is_found_by_its_new_name_only(index: apsw.Connection) -> None:
    number = add(index, seen("/r/KD-1111.txt"))["/r/KD-1111.txt"]
    index.execute("UPDATE file SET name = 'KD-2222.txt' WHERE id = ?", (number,))
    assert found(index, "KD1111", "identifier_name_fts") == []
    assert found(index, "KD2222", "identifier_name_fts") == [number]


def test_an_older_index_gets_its_keys(tmp_path: Path) -> None:
    older = tmp_path / "migrations"
    older.mkdir()
    for script in sorted(migrate.FOLDER.glob("*.sql"))[:2]:
        shutil.copy(script, older)
    path = tmp_path / "index.db"
    old = connection.open_writer(path, older)
    old.execute("INSERT INTO root (path) VALUES ('/r')")
    old.execute(
        "INSERT INTO file (root_id, path, folder, name, kind, size, mtime_ns, inode, state)"
        " VALUES (1, '/r/KD-10482.pdf', '/r', 'KD-10482.pdf', 'pdf', 1, 1, 1, 'ready')"
    )
    old.executemany(
        "INSERT INTO chunk (file_id, seq, text, context, locator, text_hash) VALUES (1, ?, ?, ?, '{}', x'00')",
        [(0, "words alone", ""), (1, "no number", "Invoice INV-2024-0417")],
    )
    connection.close_writer(old)
    opened = connection.open_writer(path)
    assert found(opened, "INV 2024 0417") == [2]
    assert found(opened, "KD 10482", "identifier_name_fts") == [1]
    assert maintenance.integrity(opened, full=True) == []
    connection.close_writer(opened)
