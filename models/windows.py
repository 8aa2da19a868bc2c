"""Pure arithmetic on token lists: windows over what is too long, packs of what is short."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from models.base import Vectors

OVERLAP_TOKENS = 16


def split_windows(tokens: Sequence[int], room: int, overlap: int = OVERLAP_TOKENS) -> list[list[int]]:
    """As few consecutive windows of at most ``room`` tokens as hold every token and overlap.

    Neighbours share ``overlap`` tokens (fewer where ``room`` is small), one more where the division does not come out
    even. All windows are of one length, so that none of three words stands for the end of a text. ``[]`` gives one
    empty window.
    """
    if room < 1:
        raise ValueError("no room for a single token")
    total = len(tokens)
    if total <= room:
        return [list(tokens)]
    shared = min(overlap, room // 4)
    count = 1 + -(-(total - room) // (room - shared))
    length = -(-(total + shared * (count - 1)) // count)
    starts = [round(index * (total - length) / (count - 1)) for index in range(count)]
    return [list(tokens[start : start + length]) for start in starts]


def pack_by_length(lengths: Sequence[int], token_limit: int, sequence_limit: int) -> list[list[int]]:
    """Group the positions 0..len-1 into packs of similar length, longest first.

    A pack holds at most ``sequence_limit`` members and ``token_limit`` tokens; a longer member stands alone.
    """
    packs: list[list[int]] = []
    used = 0
    for index in sorted(range(len(lengths)), key=lambda position: -lengths[position]):
        if packs and used + lengths[index] <= token_limit and len(packs[-1]) < sequence_limit:
            packs[-1].append(index)
            used += lengths[index]
        else:
            packs.append([index])
            used = lengths[index]
    return packs


def average_windows(vectors: Vectors, owners: Sequence[int], weights: Sequence[int], count: int) -> Vectors:
    """One vector for each of ``count`` texts: the mean of its windows' vectors weighted by their tokens.

    ``vectors`` is (windows, dim); ``owners[i]`` is the text window ``i`` belongs to. Returns (count, dim) float32.
    """
    sums = np.zeros((count, vectors.shape[1]), dtype=np.float64)
    weighted = vectors.astype(np.float64) * np.asarray(weights, dtype=np.float64)[:, None]
    np.add.at(sums, np.asarray(owners, dtype=np.intp), weighted)
    totals = np.bincount(owners, weights=weights, minlength=count)
    return (sums / totals[:, None]).astype(np.float32)
