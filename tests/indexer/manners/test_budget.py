from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.manners import Budget

SHARES = st.integers(10, 99).map(lambda percent: percent / 100)


def _rest(budget: Budget, worked_s: float, share: float) -> float:
    """All the rest for one step, as its owner takes it."""
    whole, rest = 0.0, budget.pay(worked_s, share)
    while rest:
        assert 0.01 <= rest <= 1
        whole += rest
        rest = budget.pay(0, share)
    return whole


@given(st.lists(st.floats(0, 6), min_size=1, max_size=50), SHARES)
def test_work_comes_to_its_share_of_the_time(steps: list[float], share: float) -> None:
    budget = Budget()
    rest = sum(_rest(budget, step, share) for step in steps)
    assert rest == pytest.approx(sum(steps) * (1 - share) / share, abs=0.01)


@given(st.floats(0, 1e9), SHARES)
def test_one_huge_step_is_rested_for_a_minute_at_most(worked_s: float, share: float) -> None:
    assert _rest(Budget(), worked_s, share) <= 60.001


def test_the_whole_share_needs_no_rest_and_forgets_what_was_owed() -> None:
    budget = Budget()
    assert budget.pay(30, 0.5) == 1
    assert budget.pay(30, 1.0) == 0
    assert budget.pay(0, 0.5) == 0
