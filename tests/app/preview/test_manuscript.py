from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.preview.manuscript import LINE_CHARACTERS, Line, line_at, lines_of, units
from indexer.answers import Part
from tests.helpers.fake_engine import details


def body(lines: list[Line]) -> list[Line]:
    return [line for line in lines if line.form != "heading"]


@given(st.text(alphabet="ab \n\r\x0b\x0c\x00\u2028\u2029\ufdd0\U0001f600é", max_size=60))
def test_every_character_but_line_breaks_has_its_place(text: str) -> None:
    lines = lines_of(details("/a.txt", text))

    for line in lines:
        there = text[line.start : line.start + len(line.text)]
        assert line.text == there.replace("\x00", "\N{REPLACEMENT CHARACTER}")
    breaks = "\n\r\x0b\x0c\u2029\ufdd0"
    assert sum(len(line.text) for line in lines) == sum(character not in breaks for character in text)


def test_one_endless_line_is_laid_out_in_several_and_known_to_be_one() -> None:
    lines = lines_of(details("/a.json", "word " * 5_000, "json"))

    assert len(lines) > 5
    assert all(len(line.text) <= LINE_CHARACTERS for line in lines)
    assert [line.form for line in lines] == ["text", *["continued"] * (len(lines) - 1)]
    assert all(line.text.endswith(" ") for line in lines)


def test_an_endless_line_without_spaces_is_laid_out_in_several_too() -> None:
    lines = lines_of(details("/a.txt", "x" * 10_000))

    assert [len(line.text) for line in lines] == [4_000, 4_000, 2_000]


def test_a_program_has_the_numbers_of_its_file_and_none_where_something_is_left_out() -> None:
    text = "import os\n\ndef a():\n\ndef far():\n    pass"
    parts = (Part(0, 19, "", {"line": 1}), Part(21, len(text), "", {"line": 90}))

    lines = lines_of(details("/a.py", text, "code", parts=parts))

    assert [line.number for line in lines] == [1, 2, 3, None, 90, 91]


def test_prose_has_no_numbers() -> None:
    assert {line.number for line in lines_of(details("/a.txt", "one\ntwo"))} == {None}


def test_headings_stand_over_their_passages_without_the_title_they_all_share() -> None:
    text = "aa\n\nbb\n\ncc\n\ndd"
    contexts = ["Lease › 1 Upkeep", "Lease › 2 Money › Deposit", "Lease › 2 Money › Deposit", "Lease › 2 Money › Rent"]
    parts = tuple(Part(4 * i, 4 * i + 2, context, {}) for i, context in enumerate(contexts))

    lines = lines_of(details("/a.docx", text, "docx", parts=parts))

    assert [line.text for line in lines if line.text] == [
        "1 Upkeep", "aa", "2 Money › Deposit", "bb", "cc", "Rent", "dd"
    ]
    assert [line.text for line in body(lines)] == text.split("\n")


def test_the_line_that_holds_a_place_is_found_and_never_a_heading() -> None:
    parts = (Part(0, 2, "One", {}), Part(4, 6, "Two", {}))
    lines = lines_of(details("/a.docx", "aa\n\nbb", "docx", parts=parts))

    assert lines[line_at(lines, 4)] == Line("bb", 4)
    assert lines[line_at(lines, 5)].text == "bb"
    assert lines[line_at(lines, 999)].text == "bb"


def test_an_empty_text_is_one_empty_line() -> None:
    assert lines_of(details("/a", "", parts=())) == [Line("", 0)]


def test_length_is_counted_as_qt_does() -> None:
    assert units("a\U0001f600é") == 4
