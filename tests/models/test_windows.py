from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.windows import average_windows, pack_by_length, split_windows


@settings(deadline=None)
@given(total=st.integers(0, 3000), room=st.integers(1, 520), overlap=st.integers(0, 40))
def test_windows_hold_every_token_in_order(total: int, room: int, overlap: int) -> None:
    tokens = list(range(total))
    windows = split_windows(tokens, room, overlap)
    assert all(len(window) <= room for window in windows)
    assert sorted({token for window in windows for token in window}) == tokens
    for before, after in pairwise(windows):
        assert after[0] <= before[-1] + 1
        assert before[-1] - after[0] + 1 >= min(overlap, room // 4)
    assert len({len(window) for window in windows}) == 1
    assert len(windows) == 1 or (len(windows) - 1) * (room - min(overlap, room // 4)) < total


def test_a_text_just_too_long_is_read_in_halves() -> None:
    assert [len(window) for window in split_windows(range(260), 254)] == [138, 138]


def test_text_that_fits_is_one_window() -> None:
    assert split_windows([1, 2, 3], 3) == [[1, 2, 3]]
    assert split_windows([], 3) == [[]]
    with pytest.raises(ValueError, match="room"):
        split_windows([1], 0)


@settings(deadline=None)
@given(lengths=st.lists(st.integers(1, 300), max_size=60), limit=st.integers(1, 600), most=st.integers(1, 20))
def test_packs_hold_each_member_once_within_the_limits(lengths: list[int], limit: int, most: int) -> None:
    packs = pack_by_length(lengths, limit, most)
    assert sorted(index for pack in packs for index in pack) == list(range(len(lengths)))
    for pack in packs:
        assert len(pack) <= most
        assert len(pack) == 1 or sum(lengths[index] for index in pack) <= limit


def test_packs_are_of_similar_length() -> None:
    assert pack_by_length([5, 200, 6, 199], 400, 8) == [[1, 3], [2, 0]]


def test_average_weighs_windows_by_their_tokens() -> None:
    vectors = np.array([[1, 0], [0, 1], [0, 1]], dtype=np.float32)
    found = average_windows(vectors, owners=[0, 0, 1], weights=[3, 1, 7], count=2)
    assert found.tolist() == [[0.75, 0.25], [0, 1]]
