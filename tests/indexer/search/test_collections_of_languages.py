"""Each language's collection is answered clearly better than by FTS5 with English stems and pairs of characters."""

from __future__ import annotations

import pytest

from benchmarks.languages import PRODUCT, evaluate, load, names, together

BASELINE = "porter, pairs"
EASY = {"th": 0.0, "fr": 0.1}
"""Gains asked for where the baseline misses little."""


@pytest.mark.parametrize("language", names())
def test_better_than_without(language: str) -> None:
    measures = evaluate(load(language))
    gain = measures[PRODUCT]["ndcg@10"] - measures[BASELINE]["ndcg@10"]
    assert measures[PRODUCT]["ndcg@10"] >= 0.85
    assert gain > EASY.get(language, 0.25), measures


def test_every_language_finds_its_own_in_one_library() -> None:
    measures = evaluate(together([load(name) for name in names()]))
    assert measures[PRODUCT]["ndcg@10"] >= 0.93
    assert measures[PRODUCT]["ndcg@10"] > measures[BASELINE]["ndcg@10"] + 0.5
