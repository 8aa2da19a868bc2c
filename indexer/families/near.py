"""Which files may belong together: pairs worth a closer look, found without comparing all with all. Pure.

Sketches by bands of their minima (locality-sensitive hashing, Indyk and Motwani 1998), pictures by pairs of pieces of
their perceptual hashes (as multi-index hashing, Norouzi et al. 2012). Nothing here is quadratic: where a great many
agree in a band, as forms filled in a thousand times do, each is paired with those next to it only.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

import numpy as np
from numpy.typing import NDArray

BAND = 2
"""Minima that must agree: with 48 bands a pair that shares a third of its shingles is found in 997 of 1,000 cases."""
NEXT, NEXT_IN_CROWD = 16, 4
"""Neighbours each is paired with where more agree, and where more than ``_CROWD`` do."""
LEAST_SHARE = 0.18
"""Share of their shingles two texts must have in common."""
MOST_BITS = 8
"""Bits in which two perceptual hashes may differ."""
_PIECES = 10
"""More than ``MOST_BITS + 1``: two pieces at least are then equal."""
_CROWD = 64
_FEW = 256
"""Pictures that are compared each with each."""
_SORTED = 1 << 21
"""Keys sorted at a time."""
_COMPARED = 1 << 15

Ids = NDArray[np.intp]
Pairs = tuple[Ids, Ids]


def texts(sketches: NDArray[np.void]) -> tuple[Ids, Ids, NDArray[np.float64]]:
    """Pairs of ``sketches`` (``store.sketches.SKETCH``) with the share of shingles each has in common, once each."""
    minima = np.ascontiguousarray(sketches["minima"])
    bands = minima.view("<u4")
    found, known = [np.zeros(0, np.int64)], [np.zeros(0)]
    at_once = max(1, _SORTED // max(1, len(sketches)))
    for side, least in enumerate(("least_numbers", "least_names")):
        # Versions of one form stand side by side among all that are filled in: their numbers, and their names, agree.
        order = np.lexsort((sketches[least][:, 1], sketches[least][:, 0]))
        places = range(side, bands.shape[1], 2)
        for start in range(0, len(places), at_once):
            some = places[start : start + at_once]
            keys = np.concatenate([bands[order, at] | np.uint64(at << 32) for at in some])
            pairs = _once(np.concatenate(list(_agreeing(keys, np.tile(order, len(some))))))
            share = shares(minima, *_unpacked(pairs))
            found.append(pairs[share >= LEAST_SHARE])
            known.append(share[share >= LEAST_SHARE])
    keys, places_of = np.unique(np.concatenate(found), return_index=True)
    return *_unpacked(keys), np.concatenate(known)[places_of]


def pictures(hashes: NDArray[np.uint64]) -> Pairs:
    """Pairs of perceptual hashes that differ in at most ``MOST_BITS`` bits, once each."""
    if len(hashes) <= _FEW:
        first, second = np.triu_indices(len(hashes), 1)
        near = np.bitwise_count(hashes[first] ^ hashes[second]) <= MOST_BITS
        return first[near], second[near]
    bounds = np.linspace(0, 64, _PIECES + 1).round().astype(int)
    pieces = [
        (hashes >> np.uint64(low)) & np.uint64((1 << high - low) - 1)
        for low, high in pairwise(bounds.tolist())
    ]
    order = np.argsort(hashes, kind="stable")
    found = [np.zeros(0, np.int64)]
    for one, other in combinations(range(_PIECES), 2):
        for pairs in _agreeing((pieces[one] << np.uint64(32) | pieces[other])[order], order):
            first, second = _unpacked(pairs)
            found.append(pairs[np.bitwise_count(hashes[first] ^ hashes[second]) <= MOST_BITS])
    return _unpacked(_once(np.concatenate(found)))


def shares(minima: NDArray[np.uint16], first: Ids, second: Ids) -> NDArray[np.float64]:
    """Of each pair, the share of shingles in common as the minima tell it."""
    found = np.empty(len(first))
    for start in range(0, len(first), _COMPARED):
        part = slice(start, start + _COMPARED)
        found[part] = (minima[first[part]] == minima[second[part]]).mean(axis=1)
    return found


def _agreeing(keys: NDArray[np.uint64], owners: Ids) -> Iterator[NDArray[np.int64]]:
    """Owners of equal keys, each with those that follow it in the order given; a pair may come repeatedly."""
    places = np.argsort(keys, kind="stable")
    keys, owners = keys[places], owners[places]
    crowded = np.zeros(len(keys), dtype=np.bool_)
    if len(keys) > _CROWD:
        many = keys[:-_CROWD] == keys[_CROWD:]
        crowded[:-_CROWD] |= many
        crowded[_CROWD:] |= many
    yield np.zeros(0, np.int64)
    for step in range(1, min(NEXT, len(keys) - 1) + 1):
        equal = np.flatnonzero(keys[:-step] == keys[step:])
        if step > NEXT_IN_CROWD:
            equal = equal[~crowded[equal]]
        yield _packed(owners[equal], owners[equal + step])


def _once(pairs: NDArray[np.int64]) -> NDArray[np.int64]:
    """Each once. Sorting tens of millions takes a quarter of the time that ``np.unique`` takes by hashing."""
    ordered = np.sort(pairs)
    found: NDArray[np.int64] = ordered[np.diff(ordered, prepend=-1) != 0]
    return found


def _packed(first: Ids, second: Ids) -> NDArray[np.int64]:
    return np.minimum(first, second).astype(np.int64) << 32 | np.maximum(first, second)


def _unpacked(keys: NDArray[np.int64]) -> Pairs:
    return (keys >> 32).astype(np.intp), (keys & 0xFFFF_FFFF).astype(np.intp)
