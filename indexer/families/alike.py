"""Whether two files that may belong together do. Pure.

A form filled in anew shares most of its text with the last one, and so does a new version of a letter. What tells them
apart is what differs: in a version, numbers and names agree about as well as the words around them, however badly a
scan was read; in another invoice or contract they are just what does not. The vectors of passages say nothing here:
they put forms filled in anew as near as versions (docs/architecture.md).
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from indexer.families.names import SERIES, VERSION
from indexer.families.near import LEAST_SHARE, Ids
from indexer.store.sketches import NOTHING

NEARLY_SAME = 0.8
"""Share of their shingles from which two texts are called nearly the same."""
ONE_PAGE_BITS = 12
"""Bits in which the perceptual hashes of two pictures of one page may differ."""

# Shares of shingles in common.
_LEAST_VERSION, _LEAST, _LEAST_SERIES = LEAST_SHARE, 0.3, 0.42
_LEAST_UNTOLD = 0.4
"""For texts with hardly a number or name in them."""
_LEAST_PICTURES = 0.6
"""For two pictures that do not look alike."""
_LEAST_MAILS = 0.98
"""Mails quote each other whole: an answer is no version of what it answers."""

# Shares of numbers and names that may be lost beyond those of words.
_NUMBERS_LOST, _NAMES_LOST = 0.10, 0.30
_DEARER = 1.5
"""What is lost of numbers is taken from what may be lost of names, this many times."""
_STRICTER = 0.02
"""Taken from both where the files are called like two of a series."""
_LOST_VERSION, _LOST = 0.20, 0.12
"""Of numbers and names together."""
_TELLING = 5
"""Numbers or names below which they are judged together only."""
_HARDLY_ANY = 4
_CORRECTED_VERSION, _CORRECTED = (3, 0.5, 0), (2, 0.9, 8)
"""What may be corrected in a text that is called a version, and in one that is not: that many numbers or names, where
that share of shingles is in common, and at least that many numbers and names are known. The former allows more."""
_TINY = 8
"""Shingles below which only files that are called versions can be versions by their text."""

_SURE_BITS, _SURE_COSINE = 4, 0.7
_NEAR_COSINE = 0.9
"""What pictures must look like that differ in more than ``_SURE_BITS``."""
_CONTRADICTING = 0.3
"""Share of shingles below which the texts in two pictures tell them apart."""
_READABLE = 5
"""Shingles of a text in a picture that may tell anything."""
_BLOCK = 1 << 12

Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]


def by_text(
    sketches: NDArray[np.void], first: Ids, second: Ids, share: Floats, told: Callable[[Ids, Ids], NDArray[np.int64]],
    mails: Bools, pictures: Bools,
) -> tuple[Bools, Bools]:
    """Which pairs are versions of one text, and which are plainly not although their texts are alike.

    Args:
        share: of their shingles in common.
        told: ``names.told`` of pairs; asked only where it decides.
        mails, pictures: pairs of two mails, and of two pictures that do not look alike.
    """
    of_words = words_lost(sketches["shingles"], first, second, share)
    lost, known = np.zeros(len(first), np.intp), np.zeros(len(first), np.intp)
    beyond = []
    for counts, least in (("numbers", "least_numbers"), ("names", "least_names")):
        missing, of = _missing(sketches[counts], sketches[least], first, second)
        beyond.append(np.where(of < _TELLING, 0.0, np.maximum(0.0, missing / np.maximum(of, 1) - of_words)))
        lost += missing
        known += of
    numbers, names = beyond
    together = lost / np.maximum(known, 1) - of_words

    def agree(version: Bools, series: Bools) -> Bools:
        kept = (numbers <= _NUMBERS_LOST - _STRICTER * series) & (
            names <= _NAMES_LOST - _STRICTER * series - _DEARER * numbers
        ) & (together <= np.where(version, _LOST_VERSION, _LOST))
        for which, (most, alike, at_least) in ((version, _CORRECTED_VERSION), (~version & ~series, _CORRECTED)):
            kept |= which & (lost <= most) & (share >= alike) & (known >= at_least)
        found: Bools = kept
        return found

    every = np.ones(len(first), np.bool_)
    possible = np.flatnonzero(agree(every, ~every))
    said = np.zeros(len(first), np.int64)
    said[possible] = told(first[possible], second[possible])
    version, series = said == VERSION, said == SERIES
    needed = np.select([version, series], [_LEAST_VERSION, _LEAST_SERIES], _LEAST)
    needed[~version & (known < _HARDLY_ANY)] = _LEAST_UNTOLD
    needed[pictures] = _LEAST_PICTURES
    needed[mails] = _LEAST_MAILS
    sizes = sketches["shingles"]
    tiny = np.minimum(sizes[first], sizes[second]) < _TINY
    alike = agree(version, series)
    return alike & (share >= needed) & (version | ~tiny), ~alike


def words_lost(sizes: NDArray[np.uint32], first: Ids, second: Ids, share: Floats) -> Floats:
    """Of each pair, the share of words in the lesser text that the other has not: a shingle is there if its three are.

    ``sizes``: how many shingles each text has; ``share``: how many of both together are in common.
    """
    of_first, of_second = sizes[first].astype(np.float64), sizes[second].astype(np.float64)
    common = share / (1 + share) * (of_first + of_second)
    kept: Floats = np.cbrt(np.minimum(1, common / np.minimum(of_first, of_second)))
    return 1 - kept


def by_sight(bits: NDArray[np.uint8], cosine: Floats, told_apart: Bools, unread: Bools) -> Bools:
    """Which pairs are one picture.

    Args:
        bits: in which their perceptual hashes differ.
        cosine: of their vectors, NaN where there is none.
        told_apart: the texts in them differ, see ``apart``.
        unread: whether there is text in them is not known yet.
    """
    sure = (bits <= _SURE_BITS) & ~(cosine < _SURE_COSINE)
    found: Bools = (sure | (cosine >= _NEAR_COSINE) & ~unread) & ~told_apart
    return found


def apart(sizes: NDArray[np.uint32], first: Ids, second: Ids, share: Floats) -> Bools:
    """Which pairs of pictures both hold text, and another one. ``sizes``, ``share``: as for ``words_lost``."""
    both: Bools = (np.minimum(sizes[first], sizes[second]) >= _READABLE) & (share < _CONTRADICTING)
    return both


def _missing(
    counts: NDArray[np.uint32], least: NDArray[np.uint32], first: Ids, second: Ids
) -> tuple[Ids, Ids]:
    """Of each pair, how many hashes of the smaller set are not in the other, and of how many that is known.

    Of a set kept whole all are known; of a larger one those up to the greatest that is kept.
    """
    missing, known = np.zeros(len(first), np.intp), np.zeros(len(first), np.intp)
    bounds = np.where(counts > least.shape[1], least[:, -1], NOTHING - 1)
    for start in range(0, len(first), _BLOCK):
        part = slice(start, start + _BLOCK)
        one, other = least[first[part]], least[second[part]]
        bound = np.minimum(bounds[first[part]], bounds[second[part]])[:, np.newaxis]
        seen = one <= bound
        both = (one[:, :, np.newaxis] == other[:, np.newaxis, :]).any(axis=2) & seen
        known[part] = np.minimum(seen.sum(axis=1), (other <= bound).sum(axis=1))
        missing[part] = known[part] - both.sum(axis=1)
    return missing, known
