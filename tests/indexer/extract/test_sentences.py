from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.extract.sentences import pieces, sentences, word_weight


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
        ('He said "no." Then he left.', ['He said "no."', "Then he left."]),
        ("Dr. Smith, e.g. in Fig. 3, met J. R. Hartley.", ["Dr. Smith, e.g. in Fig. 3, met J. R. Hartley."]),
        ("I said no. Three came.", ["I said no.", "Three came."]),
        ("Version 3.11 costs 4.50 euro. Buy it.", ["Version 3.11 costs 4.50 euro.", "Buy it."]),
        ("See example.com or a.b for more.", ["See example.com or a.b for more."]),
        ("今日は晴れ。明日は「雨だ。」と言う！本当？", ["今日は晴れ。", "明日は「雨だ。」", "と言う！", "本当？"]),
        ("A title\n\nA paragraph that goes on.", ["A title", "A paragraph that goes on."]),
        ("- milk\n- two eggs\n- bread", ["- milk", "- two eggs", "- bread"]),
        ("1. First step\n2. Second step", ["1. First step", "2. Second step"]),
        (
            "This line was wrapped because it was too long for\nthe page. Next.",
            ["This line was wrapped because it was too long for\nthe page.", "Next."],
        ),
        ("wait... what", ["wait...", "what"]),
        ("   \n\n ", []),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@given(st.text(alphabet=st.sampled_from("aB3 .!?。\n\t-é漢ก'\")"), max_size=200) | st.text(max_size=200))
def test_sentences_hold_every_character_once_and_in_order(text: str) -> None:
    spans = sentences(text)
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    assert all(a < b for a, b in spans)
    assert all(b <= c for (_, b), (c, _) in pairwise(spans))
    assert all(text[a:b] == text[a:b].strip() for a, b in spans)


@given(st.text(max_size=300))
def test_pieces_hold_every_character_once_and_in_order(text: str) -> None:
    assert "".join(text[a:b] for a, b in pieces(text, 0, len(text))) == "".join(text.split())


@pytest.mark.parametrize(
    "unit", [" ", "\n", ". ", ".", "a", "\n ", " \n", "a.\n", '."', "- \n", "漢", "...... x", "\t", "'", "a\n", "1) "]
)
def test_odd_input_of_megabytes_takes_linear_time(unit: str) -> None:
    text = unit * (300_000 // len(unit)) + "x"
    assert "".join(text[slice(*span)] for span in sentences(text)[-1:]).endswith("x")
    assert word_weight(text) > 0


def test_weight_follows_tokens_not_spaces() -> None:
    assert word_weight("") == 0
    assert word_weight(" \n\t") == 0
    assert word_weight("the boiler in the flat") == 5
    assert word_weight("漢字を読む") == pytest.approx(5 * 0.7)
    assert word_weight("สวัสดี") < word_weight("漢字漢字漢字")
    assert word_weight("getUserAccountByIdentifier") > 3
    assert word_weight("123456789012") > 4
    assert word_weight("{}[]();") == 7 * 0.75


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("boilers", 1), ("boiler's, don’t", 3), ("thermostat", 1.75), ("Öltank", 1), ("a1b22", 2 + 0.8 + 1),
        ("7 7 2024", 0.8 + 0.8 + 2), ("дом", 1), ("отопление", 3), ("漢字kanji漢", 3 * 0.7 + 1), ("ไทย", 1.2),
        ("snake_case", 2.75), ("a\x1cb\u3000c", 3), ("٣½😀\ud800", 3 * 0.75 + 1), ("。", 0.75),
    ],
)  # fmt: skip
def test_weights(text: str, weight: float) -> None:
    assert word_weight(text) == pytest.approx(weight)


@given(st.lists(st.text(alphabet=st.sampled_from("aBé’07.-_漢字ก您дш😀"), max_size=12), max_size=12))
def test_weights_of_words_add_up(words: list[str]) -> None:
    assert word_weight(" \n".join(words)) == pytest.approx(sum(map(word_weight, words)))
