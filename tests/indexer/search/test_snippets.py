"""Snippets show the words asked for, and their highlights are true."""

from __future__ import annotations

from collections.abc import Iterator

import apsw
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.extract.sentences import sentences
from indexer.search.snippets import LENGTH, Snippet, around_span, around_words
from indexer.search.terms import Tokenise, terms_of, tokeniser

FILLER = "Nothing in this sentence is of any interest to the reader at all. " * 12


@pytest.fixture(scope="module")
def tokenise() -> Iterator[Tokenise]:
    connection = apsw.Connection(":memory:")
    yield tokeniser(connection)
    connection.close()


def make(text: str, query: str, tokenise: Tokenise) -> Snippet:
    return around_words(text, terms_of(tokenise, query), {}, tokenise)


def marked(snippet: Snippet) -> list[str]:
    return [snippet.text[start:end] for start, end in snippet.highlights]


def test_the_densest_part_is_shown(tokenise: Tokenise) -> None:
    text = "A boiler. " + FILLER + "The lease says the boiler is inspected every year. " + FILLER
    snippet = make(text, "boiler lease inspection", tokenise)
    assert marked(snippet) == ["lease", "boiler", "inspected"]
    assert snippet.text.startswith("…")
    assert snippet.text.endswith("…")


def test_stems_and_accents(tokenise: Tokenise) -> None:
    assert marked(make("The cafés were running late", "cafe run", tokenise)) == ["cafés", "running"]


def test_accents_after_other_scripts_keep_their_places(tokenise: Tokenise) -> None:
    assert marked(make("日本語 😀 naïve café", "cafe", tokenise)) == ["café"]


def test_chinese(tokenise: Tokenise) -> None:
    snippet = make("我们研究人工智能的应用", "人工智能", tokenise)
    assert marked(snippet) == ["人工智能"]


@pytest.mark.parametrize(
    ("text", "query", "shown"),
    [
        ("予防接種を受けた猫。", "猫", "猫"),
        ("ﾎﾞｲﾗｰの年次点検", "ボイラー", "ﾎﾞｲﾗｰ"),
        ("鍋爐維修", "锅炉", "鍋爐"),
        ("ตรวจหม้อต้มน\u0e49\u0e4d\u0e32", "น้ำ", "น\u0e49\u0e4d\u0e32"),
        ("보일러를 점검", "보일러", "보일러"),
        ("Excelファイル２０２４年", "2024 excel", "Excel"),
    ],
)
def test_scripts_without_spaces_are_marked_as_they_are_written(
    tokenise: Tokenise, text: str, query: str, shown: str
) -> None:
    assert marked(make(text, query, tokenise))[0] == shown


def test_heavier_words_win(tokenise: Tokenise) -> None:
    text = "Common words are common here. " + FILLER + "Rare thing. " + FILLER
    terms = terms_of(tokenise, "common rare")
    snippet = around_words(text, terms, {"common": 0.1, "rare": 5.0}, tokenise)
    assert "Rare" in marked(snippet)


@pytest.mark.parametrize("place", range(0, 60, 3))
def test_cut_between_words(tokenise: Tokenise, place: int) -> None:
    text = "antidisestablishmentarianism " * place + "boiler " + "antidisestablishmentarianism " * (60 - place)
    words = make(text, "boiler", tokenise).text.strip("…").split()
    assert "boiler" in words
    assert set(words) <= {"boiler", "antidisestablishmentarianism"}


def test_without_a_match_the_beginning(tokenise: Tokenise) -> None:
    snippet = make("It begins here. " + FILLER, "absent", tokenise)
    assert snippet.text.startswith("It begins here.")
    assert snippet.highlights == ()


def test_a_sentence_by_meaning(tokenise: Tokenise) -> None:
    text = FILLER + "\n\nThe heating broke down.\nAnother one follows. " + FILLER
    span = next(span for span in sentences(text) if text[slice(*span)].startswith("The heating"))
    snippet = around_span(text, span, terms_of(tokenise, "heating"), tokenise)
    assert snippet.text.startswith("…The heating broke down. Another one")
    assert marked(snippet)[0] == "heating"


def test_a_sentence_by_meaning_without_spaces(tokenise: Tokenise) -> None:
    text = "第一句话在这里。暖气坏了。"
    start = text.index("暖")
    snippet = around_span(text, (start, len(text)), (), tokenise)
    assert snippet.text == "…暖气坏了。"


words = st.lists(
    st.sampled_from(["run", "running", "Café", "the", "人工智能", "😀", "x1", "\n\n", ".", "…", "é", "a\u0301"])
)


@given(words, words)
def test_highlights_are_spans_of_the_query(text_words: list[str], query_words: list[str]) -> None:
    connection = apsw.Connection(":memory:")
    check(" ".join(text_words), " ".join(query_words), tokeniser(connection))
    connection.close()


@given(st.text(max_size=2_000), st.text(max_size=50))
def test_any_text(text: str, query: str) -> None:
    connection = apsw.Connection(":memory:")
    check(text, query, tokeniser(connection))
    connection.close()


def check(text: str, query: str, tokenise: Tokenise) -> None:
    terms = terms_of(tokenise, query)
    forms = {term.form for term in terms}
    pairs = [term.form for term in terms if term.is_pair]
    snippet = around_words(text, terms, {}, tokenise)
    assert len(snippet.text) <= LENGTH + 80
    previous = 0
    for start, end in snippet.highlights:
        assert previous <= start < end <= len(snippet.text)
        previous = end
        shown = snippet.text[start:end]
        found = {form for _, _, form in tokenise(shown)}
        assert found & forms or any(pair[0] in shown or shown in pair for pair in pairs)
    if text.split() and not snippet.text:
        pytest.fail("a text with content gave an empty snippet")
