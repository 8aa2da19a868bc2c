"""Figures from places, held against what is known by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.evaluate.measures import figure, hit_at, reciprocal

places = st.lists(st.none() | st.integers(1, 10), min_size=1, max_size=30)


def test_by_hand() -> None:
    found = [1, 2, None, 6, 1]
    assert hit_at(found, 1).tolist() == [1, 0, 0, 0, 1]
    assert hit_at(found, 5).tolist() == [1, 1, 0, 0, 1]
    assert reciprocal(found).tolist() == [1, 0.5, 0, 1 / 6, 1]
    mean, low, high = figure(hit_at(found, 1), 0)
    assert mean == pytest.approx(0.4)
    assert low < 0.4 < high


@given(places)
def test_the_interval_holds_the_mean_and_is_the_same_each_time(found: list[int | None]) -> None:
    for values in (hit_at(found, 1), hit_at(found, 5), reciprocal(found)):
        mean, low, high = figure(values, 3)
        assert 0.0 <= low <= mean + 1e-9
        assert mean <= high + 1e-9 <= 1.0 + 2e-9
        assert figure(values, 3) == (mean, low, high)


def test_of_many_samples_about_95_in_100_intervals_hold_the_true_share() -> None:
    random = np.random.default_rng(7)
    held = 0
    for number in range(300):
        _, low, high = figure((random.random(80) < 0.7).astype(np.float64), number)
        held += low <= 0.7 <= high
    assert 0.89 <= held / 300 <= 0.99


def test_without_questions_there_is_no_figure() -> None:
    with pytest.raises(ValueError, match="question"):
        figure(hit_at([], 1), 0)
