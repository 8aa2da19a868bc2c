from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.families import near
from indexer.families.join import Joined
from indexer.store.sketches import MINIMA, SKETCH


def sketched(minima: np.ndarray) -> np.ndarray:
    sketches = np.zeros(len(minima), SKETCH)
    sketches["shingles"] = 100
    sketches["minima"] = minima
    return sketches


def minima(count: int, seed: int = 1) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 1 << 16, (count, MINIMA), dtype=np.uint16)


def test_texts_with_a_third_in_common_are_paired_and_others_are_not() -> None:
    own = minima(400)
    own[1::2][:, : MINIMA * 2 // 5] = own[::2][:, : MINIMA * 2 // 5]
    order = np.random.default_rng(2).permutation(400)
    first, second, share = near.texts(sketched(own[order]))
    pairs = {tuple(sorted((int(order[one]), int(order[other])))) for one, other in zip(first, second, strict=True)}
    assert pairs == {(n, n + 1) for n in range(0, 400, 2)}
    assert np.abs(share - 0.4).max() < 0.01
    assert (first < second).all()


def test_a_thousand_equal_texts_cost_a_few_pairs_each() -> None:
    first, second, share = near.texts(sketched(np.tile(minima(1), (1_000, 1))))
    assert 999 <= len(first) <= 1_000 * near.NEXT
    assert (share == 1).all()
    joined = Joined(1_000, ())
    for one, other in zip(first.tolist(), second.tolist(), strict=True):
        joined.join(one, other)
    assert len(joined.groups()) == 1


def test_nothing_and_a_single_text_have_no_pairs() -> None:
    for count in (0, 1):
        assert [len(part) for part in near.texts(sketched(minima(count)))] == [0, 0, 0]
        assert [len(part) for part in near.pictures(np.zeros(count, np.uint64))] == [0, 0]


def test_pictures_are_paired_up_to_eight_bits_however_many_there_are() -> None:
    random = np.random.default_rng(3)
    for count in (100, 2_000):
        hashes = random.integers(0, 1 << 63, count, dtype=np.uint64)
        for place in range(0, count, 2):
            flipped = random.choice(63, place // 2 % 10, replace=False)
            hashes[place + 1] = hashes[place] ^ np.bitwise_or.reduce(np.uint64(1) << flipped.astype(np.uint64))
        first, second = near.pictures(hashes)
        found = set(zip(first.tolist(), second.tolist(), strict=True))
        assert found >= {(place, place + 1) for place in range(0, count, 2) if place // 2 % 10 <= near.MOST_BITS}
        assert (np.bitwise_count(hashes[first] ^ hashes[second]) <= near.MOST_BITS).all()


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda two: two[0] != two[1]), max_size=20))
def test_groups_are_what_is_connected_when_nobody_objects(pairs: list[tuple[int, int]]) -> None:
    joined = Joined(12, ((one, other, True) for one, other in pairs))
    for one, other in pairs:
        joined.join_if_enough_agree(one, other)
    groups = joined.groups()
    assert sorted(place for group in groups for place in group) == list(range(12))
    of = {place: number for number, group in enumerate(groups) for place in group}
    assert all(of[one] == of[other] for one, other in pairs)
    reached = {place: {place} for place in range(12)}
    for _ in range(12):
        for one, other in pairs:
            reached[one] |= reached[other]
            reached[other] |= reached[one]
    assert all(set(group) == reached[group[0]] for group in groups)


def test_one_chance_agreement_does_not_join_two_groups_that_are_apart() -> None:
    inside = [(0, 1), (0, 2), (1, 2), (3, 4), (3, 5), (4, 5)]
    across = [(one, other) for one in (0, 1, 2) for other in (3, 4, 5)]
    votes = [*((*pair, True) for pair in inside), *((*pair, pair == (0, 3)) for pair in across)]
    joined = Joined(6, votes)
    for pair in (*inside, (0, 3)):
        joined.join_if_enough_agree(*pair)
    assert joined.groups() == [[0, 1, 2], [3, 4, 5]]


def test_versions_that_drifted_from_the_first_stay_with_their_neighbours() -> None:
    votes = [(0, 1, True), (1, 2, True), (2, 3, True), (0, 3, False)]
    joined = Joined(4, votes)
    for one, other, together in votes:
        if together:
            joined.join_if_enough_agree(one, other)
    assert joined.groups() == [[0, 1, 2, 3]]
