"""Families: the files that are one thing to a person, whatever they are called and however they were made.

    group(connection, file_ids) -> list[list[int]]           of one list of results
    families_of_library(connection) -> Iterator[Family]      of everything
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import apsw
import numpy as np
from numpy.typing import NDArray

from indexer.families import alike, near
from indexer.families.join import Joined
from indexer.families.known import Files, load
from indexer.families.names import told
from indexer.families.near import Ids
from indexer.store.vectors import active_space, vectors_of

Alike = Literal["same content", "nearly the same text", "other version", "same picture"]
_MAIL = frozenset({"eml", "msg", "mbox"})
_LEAST_BITS = 16
"""Bits set in the perceptual hash of a picture that shows anything; blank ones are told apart by their content only."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file of a family. ``path`` is a database path; ``alike``: what it is to the newest, None for the newest."""

    file_id: int
    path: str
    kind: str
    size: int
    mtime_ns: int
    alike: Alike | None


@dataclass(frozen=True, slots=True)
class Family:
    """Two files or more, the newest first. ``space``: bytes that all but the newest take."""

    members: tuple[Member, ...]
    space: int


def group(connection: apsw.Connection, file_ids: Sequence[int]) -> list[list[int]]:
    """The files, each once, by family: in order of first appearance, the newest of each first.

    A file that nothing is known of is a family of its own. Takes 4 ms for 200 files.
    """
    if not file_ids:
        return []
    files = load(connection, list(dict.fromkeys(file_ids)))
    families: dict[int, list[int]] = {}
    for places in _families(files, _judged(connection, files)):
        own = [files.ids[place] for place in places]
        families.update(dict.fromkeys(own, own))
    ordered = {number: families.get(number, [number]) for number in file_ids}
    return list({id(own): own for own in ordered.values()}.values())


def families_of_library(connection: apsw.Connection) -> Iterator[Family]:
    """Every family of two files or more, the one first that takes most space beside its newest file."""
    files = load(connection)
    pairs = _judged(connection, files)
    known = {
        (min(one, other), max(one, other)): (share, sight) for one, other, share, sight in zip(
            pairs.first[pairs.together].tolist(), pairs.second[pairs.together].tolist(),
            pairs.share[pairs.together].tolist(), pairs.by_sight[pairs.together].tolist(), strict=True,
        )
    }
    found = []
    for newest, *others in _families(files, pairs):
        members = [_member(files, newest, None), *(_member(files, o, _alike(files, known, newest, o)) for o in others)]
        found.append(Family(tuple(members), sum(files.sizes[place] for place in others)))
    yield from sorted(found, key=lambda family: (-family.space, family.members[0].path))


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Pairs of places that belong together or do not. ``share``: of their shingles in common, 1 for pictures."""

    first: Ids
    second: Ids
    share: NDArray[np.float64]
    together: NDArray[np.bool_]
    apart: NDArray[np.bool_]
    by_sight: NDArray[np.bool_]


def _judged(connection: apsw.Connection, files: Files) -> _Pairs:
    worded = np.flatnonzero(files.sketches["shingles"])
    first, second, share = near.texts(files.sketches[worded])
    version, no_version = _by_text(files, worded[first], worded[second], share)
    seen = np.flatnonzero((files.views >= 0) & (np.bitwise_count(files.hashes) >= _LEAST_BITS))
    one, other = near.pictures(files.hashes[seen])
    same, not_same = _by_sight(connection, files, seen[one], seen[other])
    return _Pairs(
        np.concatenate([seen[one], worded[first]]), np.concatenate([seen[other], worded[second]]),
        np.concatenate([np.ones(len(one)), share]), np.concatenate([same, version]),
        np.concatenate([not_same, no_version]), np.arange(len(one) + len(first)) < len(one),
    )


def _by_text(
    files: Files, first: Ids, second: Ids, share: NDArray[np.float64]
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    def said(ones: Ids, others: Ids) -> NDArray[np.int64]:
        pairs = zip(ones.tolist(), others.tolist(), strict=True)
        return np.array([told(files.names[one], files.names[other]) for one, other in pairs], dtype=np.int64)

    mail = np.array([kind in _MAIL for kind in files.kinds], dtype=np.bool_)
    differing = (files.views[first] >= 0) & (files.views[second] >= 0)
    differing &= np.bitwise_count(files.hashes[first] ^ files.hashes[second]) > alike.ONE_PAGE_BITS
    return alike.by_text(
        files.sketches, first, second, share, said, mail[first] & mail[second], differing
    )


def _by_sight(
    connection: apsw.Connection, files: Files, first: Ids, second: Ids
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    share = near.shares(files.sketches["minima"], first, second)
    told_apart = alike.apart(files.sketches["shingles"], first, second, share)
    same = alike.by_sight(
        np.bitwise_count(files.hashes[first] ^ files.hashes[second]), _cosines(connection, files, first, second),
        told_apart, files.unread[first] | files.unread[second],
    )
    return same, told_apart


def _cosines(connection: apsw.Connection, files: Files, first: Ids, second: Ids) -> NDArray[np.float64]:
    """Of the vectors of each pair of pictures, NaN where one has none."""
    space = active_space(connection, "image") if len(first) else None
    if space is None:
        return np.full(len(first), np.nan)
    own = vectors_of(connection, space.id, np.unique(files.views[np.concatenate([first, second])]).tolist())
    none = np.full(space.dim, np.nan, dtype=np.float32)
    views = files.views.tolist()
    return np.array([
        float(own.get(views[one], none) @ own.get(views[other], none))
        for one, other in zip(first.tolist(), second.tolist(), strict=True)
    ])


def _families(files: Files, pairs: _Pairs) -> list[list[int]]:
    """Places of each family of two or more, the newest first."""
    joined = Joined(len(files.ids), _votes(pairs))
    firsts: dict[bytes | None, int] = {}
    for place, content in enumerate(files.contents):
        joined.join(firsts.setdefault(content, place), place)
    # The most alike first: what they are joined to is then judged by all of them.
    together = np.flatnonzero(pairs.together)
    together = together[np.argsort(-pairs.share[together], kind="stable")]
    for one, other in zip(pairs.first[together].tolist(), pairs.second[together].tolist(), strict=True):
        joined.join_if_enough_agree(one, other)
    return [_newest_first(files, places) for places in joined.groups() if len(places) > 1]


def _votes(pairs: _Pairs) -> Iterator[tuple[int, int, bool]]:
    """Pairs with whether they belong together. Of files that belong to none it is of no account that they do not."""
    own = np.unique(np.concatenate([pairs.first[pairs.together], pairs.second[pairs.together]]))
    counts = pairs.together | pairs.apart & np.isin(pairs.first, own) & np.isin(pairs.second, own)
    return zip(
        pairs.first[counts].tolist(), pairs.second[counts].tolist(), pairs.together[counts].tolist(), strict=True
    )


def _newest_first(files: Files, places: Sequence[int]) -> list[int]:
    return sorted(places, key=lambda place: (-files.mtimes[place], files.paths[place]))


def _member(files: Files, place: int, alike_to_newest: Alike | None) -> Member:
    return Member(
        files.ids[place], files.paths[place], files.kinds[place], files.sizes[place], files.mtimes[place],
        alike_to_newest,
    )


def _alike(files: Files, known: dict[tuple[int, int], tuple[float, bool]], newest: int, place: int) -> Alike:
    share, by_sight = known.get((min(newest, place), max(newest, place)), (0.0, False))
    if files.contents[newest] == files.contents[place]:
        return "same content"
    if by_sight or (files.views[newest] >= 0 and files.views[place] >= 0):
        return "same picture"
    return "nearly the same text" if share >= alike.NEARLY_SAME else "other version"
