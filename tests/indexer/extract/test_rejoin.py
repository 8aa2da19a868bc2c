"""The text of a file from its passages."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.extract import kind_of
from indexer.extract.chunk import chunk
from indexer.extract.readers import read_any
from indexer.extract.rejoin import Kept, rejoin
from indexer.extract.source import Budget, Source

LIBRARY = Path(__file__).parents[3] / "resources" / "library"
MOST = 2_000_000
ENDINGS = "pdf docx odt html epub md rst txt eml pptx xlsx ods rtf ipynb"
DOCUMENTS = sorted(path for path in LIBRARY.rglob("*.*") if path.suffix[1:] in ENDINGS.split())


def kept(name: str, data: bytes) -> list[Kept]:
    document = read_any(Source.of_bytes(name, data), Budget())
    return [Kept(passage.text, passage.context, passage.locator) for passage in chunk(document)]


def whole(name: str, text: str) -> str:
    return rejoin(kept(name, text.encode()), kind_of(name), MOST)[0]


def squeezed(text: str) -> str:
    return "".join(text.split())


def spaced(text: str) -> str:
    return " ".join(text.split())


@st.composite
def prose(draw: st.DrawFn) -> str:
    """Paragraphs of numbered words, so that nothing in them is said twice, wrapped and ended in many ways."""
    choose = random.Random(draw(st.integers(0, 2**32)))
    number = 0
    paragraphs = []
    for _ in range(draw(st.integers(1, 12))):
        width = choose.choice((20, 60, 100, 100_000))
        lines, line = [], ""
        for _ in range(choose.choice((1, 3, 40, 90))):
            words = []
            for _ in range(choose.choice((1, 2, 8, 15, 60))):
                number += 1
                words.append(choose.choice(("w", "Über", "naïveté", "x" * 70, "日本語", "it’s")) + str(number))
            sentence = " ".join(words) + choose.choice((".", "?", "!”", ":", "", "。", " etc."))
            if line and len(line) + len(sentence) > width:
                lines.append(line)
                line = ""
            line = f"{line} {sentence}" if line else choose.choice(("", "- ", "  ")) + sentence
        paragraphs.append("\n".join([*lines, line]))
    return choose.choice(("\n\n", "\n\n\n\n", "\n \n")).join(paragraphs)


@settings(max_examples=60, deadline=None)
@given(prose())
def test_a_plain_text_is_whole_again(text: str) -> None:
    assert squeezed(whole("a.txt", text)) == squeezed(text)


@settings(max_examples=60, deadline=None)
@given(prose())
def test_code_is_whole_again(text: str) -> None:
    assert squeezed(whole("a.py", text)) == squeezed(text)


@settings(max_examples=60, deadline=None)
@given(st.integers(2, 400), st.integers(1, 8), st.integers(0, 60))
def test_a_table_is_whole_again_with_its_first_row_once(rows: int, columns: int, width: int) -> None:
    head = ",".join(f"head{column}{'h' * width}" for column in range(columns))
    body = "\n".join(",".join(f"r{row}c{column}" for column in range(columns)) for row in range(rows))
    assert squeezed(whole("a.csv", f"{head}\n{body}").replace("|", ",")) == squeezed(f"{head}\n{body}")


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("ab. \n日"), max_size=4_000))
def test_no_word_is_lost_before_the_last_sentence_of_a_passage(text: str) -> None:
    """Where one thing is said again and again, a sentence more or less may stay; never more than a sentence a cut."""
    passages = kept("a.txt", text.encode()) if text.strip() else []
    found = rejoin(passages, "text", MOST)[0]
    assert abs(len(squeezed(found)) - len(squeezed(text))) <= 600 * max(0, len(passages) - 1)


def test_a_wrapped_text_keeps_its_lines() -> None:
    lines = [f"Line {number} of a letter that was broken to fit a page, nothing else." for number in range(200)]
    assert whole("a.txt", "\n".join(lines)).split("\n") == lines


def test_blocks_of_code_keep_their_lines() -> None:
    text = "\n\n".join(f"def f{number}():\n    a = {number}\n\n    return a" for number in range(200))
    assert whole("a.py", text) == text


def test_a_script_without_spaces_gets_none() -> None:
    text = "".join(chr(0x4E00 + number) for number in range(3_000))
    assert whole("a.txt", text) == text


def test_a_word_that_is_cut_is_one_again() -> None:
    text = "".join(f"{number:05}" for number in range(4_000))
    assert whole("a.txt", text) == text


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_documents_of_all_kinds_are_read_once_and_whole(path: Path) -> None:
    document = read_any(Source.of_file(path), Budget())
    passages = [Kept(one.text, one.context, one.locator) for one in chunk(document)]
    text, parts, cut = rejoin(passages, kind_of(path.name), MOST)
    assert not cut
    body = [block.text for block in document.blocks if block.kind != "heading"]
    words = spaced(text)
    at = 0
    for block in body:
        # In order, each once.
        at = words.index(spaced(block), at) + len(spaced(block))
    headings = sum(len(squeezed(block.text)) for block in document.blocks if block.kind == "heading")
    assert len(squeezed(text)) <= sum(len(squeezed(block)) for block in body) + headings
    assert all(part.start < part.end for part in parts)


def test_parts_follow_each_other_and_say_where_they_are() -> None:
    passages = kept("a.txt", "\n\n".join(f"Paragraph {n} says {'much ' * 100}{n}." for n in range(20)).encode())
    text, parts, _ = rejoin(passages, "text", MOST)
    assert [part.locator for part in parts] == [passage.locator for passage in passages]
    end = 0
    for part, passage in zip(parts, passages, strict=True):
        assert not text[end : part.start].strip()
        assert passage.text.endswith(text[part.start : part.end])
        end = part.end
    assert end == len(text)


def test_a_long_text_is_cut_with_the_parts_that_are_left() -> None:
    passages = kept("a.txt", "\n\n".join(f"Paragraph {n} says {'much ' * 100}{n}." for n in range(20)).encode())
    text, parts, cut = rejoin(passages, "text", 1_000)
    assert cut
    assert len(text) == 1_000
    assert parts[-1].end == 1_000
    assert text == rejoin(passages, "text", MOST)[0][:1_000]


def test_pictures_and_the_text_read_in_them_stand_on_their_page() -> None:
    passages = [
        Kept("first page", "", {"page": 1}), Kept("third page", "", {"page": 3}),
        Kept("attached", "", {"member": "a.txt", "line": 1}),
        Kept("", "", {"page": 1}, "aa"), Kept("", "", {"page": 3}, "bb"),
        Kept("read on the second", "", {"page": 2, "box": "1,2,3,4"}),
    ]
    text, parts, _ = rejoin(passages, "pdf", MOST)
    assert re.split(r"\n+", text) == ["first page", "read on the second", "third page", "attached"]
    assert [(part.picture, text[part.start : part.end]) for part in parts] == [
        (None, "first page"), ("aa", ""), (None, "read on the second"), (None, "third page"), ("bb", ""),
        (None, "attached"),
    ]


def test_a_line_on_the_foot_of_every_page_stays() -> None:
    pages = [Kept(f"Page {n} tells of {n}.\n\nConfidential.", "", {"page": n}) for n in (1, 2, 3)]
    assert rejoin(pages, "pdf", MOST)[0].count("Confidential.") == 3
    starts = [Kept(f"Milk {n}\nConfidential {n}", "", {"slide": n}) for n in (1, 2)]
    assert rejoin(starts, "pptx", MOST)[0] == "Milk 1\nConfidential 1\n\nMilk 2\nConfidential 2"


def test_an_item_that_begins_like_the_last_one_stays_whole() -> None:
    passages = [Kept("Bread\nMilk", "", {}), Kept("Milk chocolate\nTea", "", {})]
    assert rejoin(passages, "html", MOST)[0].split() == ["Bread", "Milk", "Milk", "chocolate", "Tea"]


def test_nothing_comes_of_nothing() -> None:
    assert rejoin([], "text", MOST) == ("", (), False)
