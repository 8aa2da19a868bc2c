from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.store.bigrams import bigrams, pairs, pairs_at, words_only

RUNS = "検索全文ｶﾞﾎﾟ鍋ไทยน\u0e4d\u0e32เ한국 a-Z1Ａ\u200b"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain English, déjà vu, Привет", ""),
        ("検索", "検索 索"),
        ("全文検索", "全文 文検 検索 索"),
        ("本", "本"),
        ("カタカナとABC図面", "カタ タカ カナ ナと と 図面 面"),
        ("ﾎﾞｲﾗｰ", "ボイ イラ ラー ー"),
        ("鍋爐", "锅炉 炉"),
        ("สวัสดี", "สว วั ัส สด ดี ี"),
        ("น\u0e49\u0e4d\u0e32", "น้ ้ำ ำ"),
        ("เเม\u200bว", "แม มว ว"),
        ("한국어 단어", "한국 국어 어 단어 어"),
        ("𠮷野家", "𠮷野 野家 家"),
    ],
)
def test_runs_without_spaces_become_pairs(text: str, expected: str) -> None:
    assert bigrams(text) == expected


def test_a_query_has_a_last_character_only_where_it_is_alone() -> None:
    assert pairs("全文検索 本") == ["全文", "文検", "検索", "本"]


@given(st.text(alphabet="検索全文の a-Z1ไทย", max_size=30), st.text(alphabet="検索全文の", min_size=2, max_size=6))
def test_a_word_inside_a_run_is_found_as_a_phrase(around: str, word: str) -> None:
    assert f" {' '.join(pairs(word))} " in f" {bigrams(around + word + around)} "


@given(st.text(alphabet=RUNS, max_size=30))
def test_pairs_stand_where_they_are_said_to(text: str) -> None:
    found = list(pairs_at(text))
    assert " ".join(pair for _, _, pair in found) == bigrams(text)
    for start, end, pair in found:
        assert 0 <= start < end <= len(text)
        assert bigrams(text[start:end]).split()[0] == pair


@given(st.text(alphabet=RUNS, max_size=30))
def test_words_keep_their_places(text: str) -> None:
    plain = words_only(text)
    assert len(plain) == len(text)
    assert bigrams(plain) == ""


def test_words_beside_a_run_are_words() -> None:
    assert words_only("Excelファイル２０２４年ＡＢ").split() == ["Excel", "2024", "AB"]
