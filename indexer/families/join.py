"""From pairs to groups: files are joined one by one, unless too many of those they would join are plainly others. Pure.

Single links alone would make one family of a year of invoices as soon as two of them happen to agree.
"""

from __future__ import annotations

from collections.abc import Iterable

_AGREEING = 0.34
"""Least share of the judged pairs between two groups that must agree: versions drift apart from the first one."""


class Joined:
    """``count`` places, each a group of its own at first.

    Args:
        votes: pairs of two places, and whether they belong together or do not.
    """

    def __init__(self, count: int, votes: Iterable[tuple[int, int, bool]]) -> None:
        self._parents = list(range(count))
        self._between: dict[int, dict[int, tuple[int, int]]] = {}
        for one, other, together in votes:
            self._vote(one, other, int(together), int(not together))

    def join(self, one: int, other: int) -> None:
        """Make the groups of two places one."""
        kept, gone = self._root(one), self._root(other)
        if kept == gone:
            return
        between = self._between
        if len(between.get(kept, ())) < len(between.get(gone, ())):
            kept, gone = gone, kept
        self._parents[gone] = kept
        for third, (together, apart) in between.pop(gone, {}).items():
            del between[third][gone]
            if third != kept:
                self._vote(kept, third, together, apart)

    def join_if_enough_agree(self, one: int, other: int) -> None:
        """The same, unless too many of the pairs between the two groups are apart."""
        first, second = self._root(one), self._root(other)
        together, apart = self._between.get(first, {}).get(second, (1, 0))
        if together >= _AGREEING * (together + apart):
            self.join(first, second)

    def groups(self) -> list[list[int]]:
        """All groups, places ascending."""
        found: dict[int, list[int]] = {}
        for place in range(len(self._parents)):
            found.setdefault(self._root(place), []).append(place)
        return list(found.values())

    def _root(self, place: int) -> int:
        parents = self._parents
        while parents[place] != place:
            parents[place] = parents[parents[place]]
            place = parents[place]
        return place

    def _vote(self, one: int, other: int, together: int, apart: int) -> None:
        for mine, theirs in ((one, other), (other, one)):
            before = self._between.setdefault(mine, {}).get(theirs, (0, 0))
            self._between[mine][theirs] = (before[0] + together, before[1] + apart)
