from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.store.bigrams import bigrams


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain English, déjà vu, Привет", ""),
        ("検索", "検索"),
        ("全文検索", "全文 文検 検索"),
        ("本", "本"),
        ("カタカナとABC漢字", "カタ タカ カナ ナと 漢字"),
        ("สวัสดี", "สว วั ัส สด ดี"),
        ("한국어 단어", ""),
        ("𠮷野家", "𠮷野 野家"),
    ],
)
def test_runs_without_spaces_become_pairs(text: str, expected: str) -> None:
    assert bigrams(text) == expected


@given(st.text(alphabet="検索全文の a-Z1ไทย", max_size=30), st.text(alphabet="検索全文の", min_size=2, max_size=6))
def test_a_word_inside_a_run_is_found_as_a_phrase(around: str, word: str) -> None:
    assert f" {bigrams(word)} " in f" {bigrams(around + word + around)} "
