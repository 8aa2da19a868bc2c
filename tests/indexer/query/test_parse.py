"""The parser takes anything and understands what people commonly type."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.paths import fold
from indexer.query import Query, parse
from indexer.query.kinds import kinds_named
from indexer.query.language import FIELDS
from indexer.query.texts import MAX_CHARACTERS, is_identifier

TODAY = date(2024, 3, 15)
DOCUMENTATION = Path(__file__).resolve().parents[3] / "docs" / "query.md"
FRAGMENTS = [
    *(f"{field}:" for field in FIELDS), "-", "+", '"', "“", "„", "a", "pdf", " ", ":", "..", "NEAR(", "*", "\0", "\n",
    "2024", "last month", ">10mb", "<", ",", "/", "e\u0301", "\ud800", "文件",
]
TYPED = st.text(max_size=80) | st.lists(st.sampled_from(FRAGMENTS)).map("".join)


def filters(typed: str) -> list[tuple[str, str, bool]]:
    return [(one.field, one.value, one.negative) for one in parse(typed, TODAY).filters]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("lease boiler", Query("lease boiler")),
        ('the "exact phrase" here', Query("the exact phrase here", phrases=("exact phrase",))),
        ("„deutsche Anführung“ hier", Query("deutsche Anführung hier", phrases=("deutsche Anführung",))),
        ('unclosed "phrase goes on', Query("unclosed phrase goes on", phrases=("phrase goes on",))),
        ("invoice -draft", Query("invoice", excluded=("draft",))),
        ('invoice -"first draft"', Query("invoice", excluded=("first draft",))),
        ("a boat +sunset", Query("a boat", wanted=("sunset",))),
        ('+IMG_0412.jpg -"a red car"', Query("", excluded=("a red car",), wanted=("IMG_0412.jpg",))),
        ("+49 171", Query("+49 171")),
        ("3+4 C++ + - a", Query("3+4 C++ + a")),
        ("type:nonsense a", Query("type:nonsense a")),
        ("-type:nonsense a", Query("type:nonsense a")),
        ("after:blah size:> a", Query("after:blah size:> a")),
        ("after:05/03/2024", Query("after:05/03/2024")),
        ("check:in desk", Query("check:in desk")),
        ("state-of-the-art -5", Query("state-of-the-art", excluded=("5",))),
        ("a - b", Query("a b")),
        ('""', Query("")),
        ('in:""', Query("")),
        ("in:", Query("in:")),
        ("-in: a", Query("in: a")),
        ("?!", Query("")),
    ],
)
def test_understands(typed: str, expected: Query) -> None:
    assert parse(typed, TODAY) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("type:pdf lease", [("type", "pdf", False)]),
        ("TYPE:.JPG red kayak", [("type", ".JPG", False)]),
        ("-type:pdf,docx a", [("type", "pdf,docx", True)]),
        ("+type:pdf a", [("type", "pdf", False)]),
        ('in:"Tax 2023" -in:Old ext:.DOCX', [("in", "Tax 2023", False), ("in", "Old", True), ("ext", ".DOCX", False)]),
        ('after:"last month" before:2024-03', [("after", "last month", False), ("before", "2024-03", False)]),
        ("date:last-week size:1mb..5mb", [("date", "last-week", False), ("size", "1mb..5mb", False)]),
        ('like:"/a b/c.pdf" name:_', [("like", "/a b/c.pdf", False), ("name", "_", False)]),
        ('name:"say ""hi"""', [("name", 'say "hi"', False)]),
        ('like:"/nfd/u\u0308.pdf"', [("like", "/nfd/u\u0308.pdf", False)]),
        ('in:"never closed', [("in", "never closed", False)]),
    ],
)
def test_filters(typed: str, expected: list[tuple[str, str, bool]]) -> None:
    assert filters(typed) == expected


def test_a_filter_is_no_word_of_the_text() -> None:
    assert parse("type:pdf lease after:2024 -in:old boiler", TODAY).text == "lease boiler"


def test_spans_are_those_of_the_typed_text_whatever_is_composed() -> None:
    typed = 'cafe\u0301 -type:pdf in:"Tax 2023" x'
    assert [typed[one.start : one.end] for one in parse(typed, TODAY).filters] == ["-type:pdf", 'in:"Tax 2023"']


@given(TYPED)
def test_anything_is_taken_apart(typed: str) -> None:
    parsed = parse(typed, TODAY)
    for text in (parsed.text, *parsed.phrases, *parsed.excluded, *parsed.wanted):
        text.encode()
        assert not any(ord(character) < 32 for character in text)
    places = [place for one in parsed.filters for place in (one.start, one.end)]
    assert places == sorted(places)
    assert all(0 <= place <= len(typed) for place in places)
    assert all(one.start < one.end and one.meaning for one in parsed.filters)


@given(TYPED)
def test_a_filter_stands_for_itself(typed: str) -> None:
    parsed = parse(typed, TODAY)
    for one in parsed.filters:
        (again,) = parse(typed[one.start : one.end], TODAY).filters
        assert (again.field, again.value, again.negative, again.meaning) == (
            one.field, one.value, one.negative, one.meaning,
        )


@given(TYPED)
def test_words_alone_are_read_alike_again(typed: str) -> None:
    words = " ".join(word for word in parse(typed, TODAY).text.split() if word.isalnum())
    assert parse(words, TODAY).text == words


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


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("INV 2024 0417", ("INV 2024 0417",)), ("inv 2024 0417", ("inv 2024 0417",)), ("4711", ("4711",)),
        ("rechnung 2024 0417", ("2024 0417",)), ("call KD 4711 now", ("KD 4711",)), ("AB-123", ("AB-123",)),
        ("0171 / 555 01 23", ("0171 555 01 23",)), ("O171 555 OI 23", ("O171 555 OI 23",)),
        ("the IBAN DE89 3704 0044 0532 0130 00", ("IBAN DE89 3704 0044 0532 0130 00",)),
        ('"KD 4711" for 12 345 678 euro', ("12 345 678",)), ("type:pdf KD 4711", ("KD 4711",)),
    ],
)
def test_groups_that_name_one_thing(typed: str, expected: tuple[str, ...]) -> None:
    assert parse(typed).identifiers == expected


@pytest.mark.parametrize(
    "typed",
    ["notes 2024", "the 1960s", "covid 19", "3 bedroom flat", "2024", "june 2023 2024", "boeing 747", "top 10 of 2020",
     "ISO 9 2015", "report-2022.pdf", "10 000 euro", "Q3 2024", "+49 171", "a room for 2 or 3",
     "IMG_2024*.jpg", "IMG_22??.jpg 1234567"],
)
def test_words_side_by_side_that_name_nothing(typed: str) -> None:
    assert parse(typed).identifiers == ()
    assert not parse(typed).names_one


@pytest.mark.parametrize("word", ["boiler", "2023", "1960s", "1972-1979", "16th", "iPhone", "McDonald", "x-15", "_"])
def test_words_that_are_no_identifiers(word: str) -> None:
    assert not is_identifier(word)


@pytest.mark.parametrize(
    ("names", "some", "others"),
    [
        ("spreadsheet", {"xlsx", "ods"}, {"pdf"}),
        ("Spreadsheets", {"xlsx"}, {"pdf"}),
        ("document", {"pdf", "docx", "odt"}, {"xlsx", "code"}),
        ("photo", {"picture"}, {"pdf"}),
        ("tiff,.eml", {"picture", "eml"}, {"pdf"}),
        ("text", {"text", "markdown"}, {"code"}),
        ("presentations", {"pptx", "odp"}, {"docx"}),
        ("other", {"other"}, {"text"}),
        ("e-mail", {"eml", "msg"}, {"text"}),
    ],
)
def test_kinds_in_plain_words(names: str, some: set[str], others: set[str]) -> None:
    assert kinds_named(names) >= some
    assert not kinds_named(names) & others


@pytest.mark.parametrize("names", ["", "nonsense", "p", "c", ","])
def test_what_names_no_kind(names: str) -> None:
    assert kinds_named(names) == frozenset()


def test_fold_is_blind_to_case_and_accents() -> None:
    assert fold("Übung") == fold("u\u0308bung") == fold("UBUNG")


def test_every_filter_in_the_documentation_is_understood() -> None:
    spans = re.findall(r"``? ?(.+?) ?``?(?=[^`]|$)", DOCUMENTATION.read_text(encoding="utf-8"))
    examples = [span for span in spans if re.match(rf"-?({'|'.join(FIELDS)}):.", span)]
    assert len(examples) > 20
    for example in examples:
        found = parse(example, TODAY).filters
        assert found, example
        assert found[0].start == 0
    assert {one.field for example in examples for one in parse(example, TODAY).filters} == set(FIELDS)


def test_every_date_in_the_documentation_is_understood() -> None:
    table = DOCUMENTATION.read_text(encoding="utf-8").partition("## Dates")[2].partition("Instead of quotes")[0]
    told = [span for row in re.findall(r"^\|([^|]+)\|", table, re.MULTILINE) for span in re.findall(r"`([^`]+)`", row)]
    assert len(told) > 20
    assert [span for span in told if not parse(f"date:{span}", TODAY).filters] == []
