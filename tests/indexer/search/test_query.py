"""The parser takes anything and understands what people commonly type."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.search.query import MAX_CHARACTERS, Query, fold, is_identifier, kinds_named, parse


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("lease boiler", Query("lease boiler")),
        ('the "exact phrase" here', Query("the exact phrase here", phrases=("exact phrase",))),
        ("„deutsche Anführung“ hier", Query("deutsche Anführung hier", phrases=("deutsche Anführung",))),
        ('unclosed "phrase goes on', Query("unclosed phrase goes on", phrases=("phrase goes on",))),
        ("invoice -draft", Query("invoice", excluded=("draft",))),
        ('invoice -"first draft"', Query("invoice", excluded=("first draft",))),
        ("type:pdf lease", Query("lease", kinds=frozenset({"pdf"}))),
        ("TYPE:.JPG red kayak", Query("red kayak", kinds=frozenset({"picture"}))),
        ("type:pdf,docx a", Query("a", kinds=frozenset({"pdf", "docx"}))),
        ("type:nonsense a", Query("type:nonsense a")),
        ("ext:docx a", Query("a", extensions=frozenset({"docx"}))),
        ("in:Invoices boiler", Query("boiler", folders=("Invoices",))),
        ('in:"Tax 2023" boiler', Query("boiler", folders=("Tax 2023",))),
        ("check:in desk", Query("check:in desk")),
        ("state-of-the-art -5", Query("state-of-the-art", excluded=("5",))),
        ("a - b", Query("a b")),
        ('""', Query("")),
        ("in:", Query("in:")),
        ("?!", Query("")),
    ],
)
def test_understands(typed: str, expected: Query) -> None:
    assert parse(typed) == expected


@given(st.text())
def test_never_fails_and_keeps_no_control_characters(typed: str) -> None:
    parsed = parse(typed)
    parsed.text.encode()
    assert not any(ord(character) < 32 for character in parsed.text)


@given(st.lists(st.sampled_from(["type:", "ext:", "in:", "-", '"', "“", "a", "pdf", " ", ":", "NEAR(", "*", "\0"])))
def test_operators_in_any_order(pieces: list[str]) -> None:
    parse("".join(pieces))


def test_a_long_text_is_cut_at_a_word() -> None:
    parsed = parse("word " * 20_000)
    assert len(parsed.text) <= MAX_CHARACTERS
    assert set(parsed.text.split()) == {"word"}


@pytest.mark.parametrize(
    "word", ["INV-2023-0042", "0171/5550123", "DE89370400440532013000", "a.b@example.org", "max_rows", "getHttpPort"]
)
def test_identifiers(word: str) -> None:
    assert is_identifier(word)
    assert parse(f"the {word} there").identifiers == (word,)
    assert parse(f"the {word} there").text == f"the {word} there"


@pytest.mark.parametrize("word", ["boiler", "2023", "1960s", "1972-1979", "16th", "iPhone", "McDonald", "x-15", "_"])
def test_words_that_are_no_identifiers(word: str) -> None:
    assert not is_identifier(word)


def test_kinds_by_group_and_ending() -> None:
    assert kinds_named("spreadsheet") >= {"xlsx", "ods"}
    assert kinds_named("tiff") == {"picture"}
    assert kinds_named("other") == {"other"}
    assert kinds_named("") == frozenset()


def test_fold_is_blind_to_case_and_accents() -> None:
    assert fold("Übung") == fold("u\u0308bung") == fold("UBUNG")
