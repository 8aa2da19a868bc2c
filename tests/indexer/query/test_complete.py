from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.query import Completion, complete, parse
from indexer.query.complete import DAY_WORDS, ENDING_WORDS, FIELD_WORDS, KIND_WORDS, MONTH_WORDS, SIZE_WORDS
from indexer.query.dates import days_named
from indexer.query.kinds import kinds_named
from indexer.query.language import FIELDS
from indexer.query.sizes import size_named
from tests.indexer.query.test_parse import TYPED

TODAY = date(2024, 3, 15)
FOLDERS = ["/home/m/Work/Invoices", "/home/m/Home/Invoices", "/home/m/Tax 2023", "C:\\Docs\\Müller"]


def offers(typed: str) -> list[str]:
    """``|`` is the cursor, at the end where it is absent."""
    text, _, rest = typed.partition("|")
    return [applied(text + rest, one) for one in complete(text + rest, len(text), FOLDERS, TODAY)]


def applied(text: str, one: Completion) -> str:
    return text[: one.start] + one.insert + text[one.end :]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("ty", ["type:"]),
        ("boiler TY", ["boiler type:"]),
        ("-ty", ["-type:"]),
        ("be| boiler", ["before: boiler"]),
        ("type:p", ["type:pdf", "type:picture"]),
        ("-type:pi", ["-type:picture"]),
        ("type:pdf,w", ["type:pdf,word", "type:pdf,web"]),
        ("ext:do", ["ext:docx"]),
        ("in:tax", ['in:"Tax 2023"']),
        ('in:"tax 20', ['in:"Tax 2023"']),
        ("in:mull", ["in:Müller"]),
        ("in:inv", ["in:Work/Invoices", "in:Home/Invoices"]),
        ("after:yes", ["after:yesterday"]),
        ("after:last-m boiler|", []),
        ("after:last-m| boiler", ['after:"last month" boiler']),
        ("date:mar", ["date:march"]),
        ("after:05/03/2024", ["after:2024-03-05", "after:2024-05-03"]),
        ("size:>2", ["size:>2kb", "size:>2mb", "size:>2gb"]),
        ("type:pi|cture", ["type:picture"]),
    ],
)
def test_offers(typed: str, expected: list[str]) -> None:
    assert offers(typed) == expected


def test_every_value_is_offered_behind_a_field() -> None:
    assert offers("type:") == [f"type:{name}" for name in KIND_WORDS]
    assert "after:today" in offers("after:")
    assert "size:>10mb" in offers("size:")
    assert len(offers("in:")) == len(FOLDERS)
    assert offers("date:202")[:2] == ["date:2024", "date:2023"]


@pytest.mark.parametrize(
    "typed",
    [
        "", "t", "b", "typ|ewriter", "party", "xty", "lease boiler", '"ty', '"after:"', "name:x", "like:x", "+ty",
        "type:pdf ", 'in:"Tax 2023"', "type:picture", "size:>10mb",
    ],
)
def test_no_offers(typed: str) -> None:
    assert offers(typed) == []


def test_every_word_that_is_offered_is_understood() -> None:
    assert set(FIELD_WORDS) == set(FIELDS)
    assert all(kinds_named(word) for word in KIND_WORDS)
    assert all(kinds_named(word) for word in ENDING_WORDS)
    assert all(days_named(word, TODAY) for word in {**DAY_WORDS, **MONTH_WORDS})
    assert all(size_named(word) for word in SIZE_WORDS)


@given(TYPED, st.integers(0, 80))
def test_an_offer_replaces_the_piece_the_cursor_is_in_by_one_that_is_understood(typed: str, cursor: int) -> None:
    cursor = min(cursor, len(typed))
    for one in complete(typed, cursor, FOLDERS, TODAY):
        assert 0 <= one.start < cursor <= one.end <= len(typed)
        if not one.insert.endswith(":"):
            (found,) = parse(one.insert, TODAY).filters
            assert (found.start, found.end) == (0, len(one.insert))
