from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.errors import KnownError
from indexer.extract.document import Document
from indexer.extract.rtf import read_rtf
from indexer.extract.source import Budget, Source


def read(body: str | bytes, head: str = "\\rtf1\\ansi\\ansicpg1252 ") -> Document:
    raw = body if isinstance(body, bytes) else body.encode("ascii")
    return read_rtf(Source.of_bytes("a.rtf", b"{" + head.encode() + raw + b"}"), Budget())


def texts(body: str | bytes, head: str = "\\rtf1\\ansi\\ansicpg1252 ") -> list[str]:
    return [block.text for block in read(body, head).blocks]


def test_paragraphs_and_signs() -> None:
    assert texts("One\\par Two \\{x\\}\\line three\\par\r\nFour\\~five\\_six\\endash\\rdblquote") == [
        "One",
        "Two {x}\nthree",
        "Four\u00a0five-six–”",
    ]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("caf\\'e9", "café"),
        ("\\u1055?\\u1088?\\u1080?", "При"),
        ("\\uc0\\u8364 5", "€5"),
        ("\\uc2\\u8364\\'80\\'81x", "€x"),
        ("\\u-10187?\\u-8943?", "𝔑"),
        ("{\\upr{old}{\\*\\ud{\\u1055?new}}}", "Пnew"),
        ("a{\\v hidden}b", "ab"),
        ("a{\\*\\unknown b}c", "ac"),
        ("\\b0\\*\\cs7 kept", "kept"),
        ("{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt the link}}", "the link"),
        ("{\\pict\\bin5 }}{{\\}y", "y"),
        ("{\\pict 0123456789abcdef}y", "y"),
        ("{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv b}}{\\shptxt in the box}}{\\shprslt again}}", "in the box"),
    ],
)
def test_words_of_the_format(body: str, text: str) -> None:
    assert texts(body) == [text]


def test_code_pages_of_fonts() -> None:
    fonts = "{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}{\\f2\\fcharset128 C;}}"
    assert texts(fonts + "\\f0\\'e9{\\f1\\'cf\\'f0}\\f2\\'82\\'a0\\'82\\'a2") == ["éПрあい"]
    assert texts("\\'cf\\'f0", "\\rtf1\\ansi\\ansicpg1251 ") == ["Пр"]
    assert texts("\\'8a", "\\rtf1\\mac ") == ["ä"]
    assert texts("\\'e9", "\\rtf1\\ansi\\ansicpg99999 ") == ["é"]


def test_headings_tables_and_properties() -> None:
    document = read(
        "{\\stylesheet{\\s0 Normal;}{\\s3 heading 2;}{\\s4\\outlinelevel0 Titre;}}"
        "{\\info{\\title Boiler}{\\author Ada {\\uc1 L}}{\\creatim\\yr2024\\mo1\\dy31\\hr9}{\\company X}}"
        "\\pard\\s4 Heating\\par\\pard\\s3 Costs\\par\\pard text\\par"
        "\\trowd\\pard\\intbl a\\par b\\cell c\\cell\\row\\trowd\\intbl d\\cell\\row\\pard after"
    )
    assert (document.title, document.author, document.created) == ("Boiler", "Ada L", "2024-01-31")
    assert [(block.text, block.kind, block.level) for block in document.blocks] == [
        ("Heating", "heading", 1),
        ("Costs", "heading", 2),
        ("text", "paragraph", 0),
        ("a b | c\nd", "table", 0),
        ("after", "paragraph", 0),
    ]


def test_what_is_no_rtf() -> None:
    for bad in (b"hello", b"", b"{\\pdf"):
        with pytest.raises(KnownError) as error:
            read_rtf(Source.of_bytes("a.rtf", bad), Budget())
        assert error.value.code == "damaged"


def test_groups_without_end() -> None:
    with pytest.raises(KnownError) as error:
        read("{" * 100_000)
    assert error.value.code == "damaged"
    assert texts("fine}}}}}still") == ["finestill"]


def test_the_text_is_bounded() -> None:
    budget = Budget.of(characters=10)
    data = b"{\\rtf1 " + b"abcd\\par " * 1000 + b"}"
    document = read_rtf(Source.of_bytes("a.rtf", data), budget)
    assert sum(len(block.text) for block in document.blocks) == 10
    assert budget.full


TOKENS = st.sampled_from(
    ["{", "}", "\\", "\\*", "\\par ", "\\u-1", "\\'e9", "\\'", "x", "\\bin3 ", "\\cell", "\\row", "\\upr", "\\ud",
     "\\f1", "\\fonttbl", "\\stylesheet", "\\info", "\\title", "\\intbl", "\\ansicpg0", "\\uc9", "\\bin-5 ", "\n"]
)  # fmt: skip


@given(st.lists(TOKENS, max_size=40))
def test_any_tokens_give_a_document(tokens: list[str]) -> None:
    for block in read("".join(tokens)).blocks:
        assert block.text.strip()
        block.text.encode()
