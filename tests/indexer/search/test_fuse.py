"""Fusion is monotone in each channel and fair to passages without a vector."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.search.fuse import fuse, normalised

scores = st.lists(st.tuples(st.floats(0, 50), st.floats(-1, 1)), min_size=1, max_size=30)


@given(scores)
def test_better_in_both_channels_is_never_below(pairs: list[tuple[float, float]]) -> None:
    bm25, cosine = np.array(pairs).T
    fused = fuse(bm25, cosine)
    for i, (b, c) in enumerate(pairs):
        for j, (other_b, other_c) in enumerate(pairs):
            if b >= other_b and c >= other_c:
                assert fused[i] >= fused[j] - 1e-12


@given(scores)
def test_scale_of_bm25_does_not_matter(pairs: list[tuple[float, float]]) -> None:
    bm25, cosine = np.array(pairs).T
    assert fuse(bm25 * 4, cosine) == pytest.approx(fuse(bm25, cosine))


def test_without_vectors_words_decide() -> None:
    fused = fuse(np.array([1.0, 3.0, 2.0]), np.full(3, np.nan))
    assert fused.argsort().tolist() == [0, 2, 1]


def test_without_words_meaning_decides() -> None:
    fused = fuse(np.zeros(3), np.array([0.1, 0.3, 0.2]))
    assert fused.argsort().tolist() == [0, 2, 1]


def test_a_passage_without_a_vector_stands_among_its_equals_in_words() -> None:
    bm25 = np.array([5.0, 5.0, 5.0])
    fused = fuse(bm25, np.array([0.2, np.nan, 0.6]))
    assert fused[0] < fused[1] < fused[2]


def test_only_unvectored_words_beside_meaning() -> None:
    fused = fuse(np.array([4.0, 0.0]), np.array([np.nan, 0.5]))
    assert np.isfinite(fused).all()
    assert fused[0] > fused[1]


def test_nothing() -> None:
    assert fuse(np.array([]), np.array([])).shape == (0,)
    assert normalised(np.array([])).shape == (0,)
