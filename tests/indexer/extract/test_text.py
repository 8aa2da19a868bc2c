from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.extract import limits
from indexer.extract.blocks import Blocks, clean
from indexer.extract.document import Document
from indexer.extract.readers import read_any
from indexer.extract.source import Budget, Source


def read(name: str, text: str | bytes) -> Document:
    return read_any(Source.of_bytes(name, text.encode() if isinstance(text, str) else text), Budget())


def shown(document: Document) -> list[tuple[str, str, int | str | None]]:
    return [(block.kind, block.text, block.locator.get("line")) for block in document.blocks]


def test_paragraphs_with_lines() -> None:
    text = "A title\n=======\r\n\nFirst\nparagraph.\n\n\n\nSecond.\n"
    assert shown(read("a.txt", text)) == [
        ("heading", "A title", 1),
        ("paragraph", "First\nparagraph.", 4),
        ("paragraph", "Second.", 9),
    ]


def test_long_lines_stand_for_themselves() -> None:
    assert read("a.log", "x " * 100 + "\nshort\n").blocks[0].kind == "list"


@pytest.mark.parametrize(
    ("name", "text", "level"),
    [
        ("a.adoc", "== Heating\n\nText.", 2),
        ("a.org", "** Heating\nText.", 2),
        ("a.wiki", "== Heating ==\nText.", 2),
        ("a.tex", "\\section*{Heating}\nText.", 2),
    ],
)
def test_headings_of_text_formats(name: str, text: str, level: int) -> None:
    document = read(name, text)
    assert [(b.kind, b.level, b.text) for b in document.blocks] == [
        ("heading", level, "Heating"),
        ("paragraph", 0, "Text."),
    ]


def test_subtitles_without_times() -> None:
    text = "WEBVTT\n\n1\n00:00:01.000 --> 00:00:04.000\nThe boiler\nis broken.\n"
    assert shown(read("a.vtt", text)) == [("paragraph", "The boiler\nis broken.", 5)]


def test_a_large_file_is_read_in_part(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as stream:
        stream.write(b"The first line.\n")
        stream.truncate(500 * limits.MIB)
    document = read_any(Source.of_file(path), Budget())
    assert document.blocks[0].text.startswith("The first line.")
    assert [note.code for note in document.notes] == ["cut_short"]


def test_code_begins_blocks_at_unindented_lines() -> None:
    code = "import os\n\n\ndef f():\n    a = 1\n\n    return a\n\nclass C:\n    pass\n"
    assert shown(read("a.py", code)) == [
        ("code", "import os", 1),
        ("code", "def f():\n    a = 1\n\n    return a", 4),
        ("code", "class C:\n    pass", 9),
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", 'name,note\nboiler,"old, broken"\n'),
        ("a.csv", 'name;note\nboiler;"old, broken"\n'),
        ("a.csv", "sep=|\nname|note\nboiler|old, broken\n"),
        ("a.tsv", "name\tnote\nboiler\told, broken\n"),
        ("a.csv", 'name,note\nboiler,"old,\n broken"\n'),
    ],
)
def test_csv(name: str, text: str) -> None:
    assert shown(read(name, text)) == [("table", "name | note\nboiler | old, broken", 1)]


def test_csv_with_a_quotation_mark_never_closed_keeps_its_rows() -> None:
    text = 'a,b\n1,"open\n' + "2,more\n" * 20_000
    block = read("a.csv", text).blocks[0]
    assert block.text.count("\n") == 20_001


@given(st.text(alphabet=st.sampled_from("ab1é漢\"',;\t|\n\r "), max_size=200))
def test_csv_keeps_every_word(text: str) -> None:
    found = "".join(block.text for block in read("a.csv", "x,y\n" + text).blocks)
    assert {c for c in text if c.isalnum()} <= set(found)


def test_json_paths_and_values() -> None:
    value = {
        "name": "Ada",
        "home": {"city": "Köln", "tags": ["a", "b"], "vector": [0.5] * 40},
        "ok": True,
        "none": None,
    }
    document = read("a.json", json.dumps(value))
    assert [block.text for block in document.blocks] == [
        "name: Ada",
        "home.city: Köln\nhome.tags: a, b",
        "ok: true",
        "none: null",
    ]


def test_json_lines() -> None:
    document = read("a.jsonl", '{"t": "one"}\n\n{"t": "two"}\nnot json\n')
    assert shown(document) == [("list", "t: one", 1), ("list", "t: two", 3), ("list", "not json", 4)]


@pytest.mark.parametrize(
    "text",
    [
        '{"a": "kept", // a comment\n',
        "[" * 100_000 + '"kept"' + "]" * 100_000,
        '{"a": "kept"' + ', "b": ' + "9" * 100_000,
    ],
)
def test_json_that_cannot_be_parsed_is_text(text: str) -> None:
    assert "kept" in read("a.json", text).blocks[0].text


def test_json_with_deep_nesting_below_the_limit_and_huge_numbers() -> None:
    text = '{"a":' * 200 + '["kept", ' + "9" * 10_000 + "]" + "}" * 200
    assert read("a.json", text).blocks[0].text.endswith("9" * 100)


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    )
)
def test_json_of_any_shape(value: object) -> None:
    document = read("a.json", json.dumps(value))
    for block in document.blocks:
        block.text.encode()


@given(st.text())
def test_clean_text_can_be_stored(text: str) -> None:
    cleaned = clean(text + "\x00\r\n\ud800e\u0301")
    cleaned.encode()
    assert "\x00" not in cleaned
    assert "\r" not in cleaned
    assert cleaned.endswith("\n\ufffdé")
    assert clean(cleaned) == cleaned


def test_text_over_the_budget_is_cut() -> None:
    blocks = Blocks(Budget.of(characters=10))
    for _ in range(3):
        blocks.add("seven..")
    assert [block.text for block in blocks] == ["seven..", "sev"]
    assert blocks.full
