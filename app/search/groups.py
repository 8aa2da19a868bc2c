"""Hits, and the other versions of a file that stand under those of them that are open. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from indexer.answers import Hit, Version, Why

Versions = tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Groups:
    """No path is there twice.

    Attributes:
        hits: from the top.
        versions: those that stand under an open hit, by its path.
        counts: how many stand there, or would if it were open, by the path of a hit that has any.
    """

    hits: Sequence[Hit] = ()
    versions: Mapping[str, Versions] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)

    @property
    def rows(self) -> list[Hit]:
        """All of them from the top; a version as if it were a hit."""
        return [one for hit in self.hits for one in (hit, *self.versions.get(hit.path, ()))]

    @property
    def starts(self) -> list[int]:
        """The row of each hit, and last how many rows there are."""
        return list(accumulate((1 + len(self.versions.get(hit.path, ())) for hit in self.hits), initial=0))


def grouped(
    hits: Sequence[Hit], opened: Collection[str] = (), settled: Mapping[str, Versions] | None = None,
    removed: Collection[str] = (),
) -> Groups:
    """These hits, of which those at the paths ``opened`` are open.

    Args:
        settled: versions of hits that are to stay as they are while these are open.
        removed: paths of versions that are not to be there.

    What stands somewhere already, as a hit or under another, is no version here.
    """
    settled = settled or {}
    kept = {hit.path: settled[hit.path] for hit in hits if hit.path in opened and hit.path in settled}
    taken = {hit.path for hit in hits}.union(paths_of(kept.values()))
    versions: dict[str, Versions] = {}
    counts: dict[str, int] = {}
    for hit in hits:
        if not hit.others and hit.path not in kept:
            continue
        free = [one for one in hit.others if one.path not in taken and one.path not in removed]
        under = kept[hit.path] if hit.path in kept else tuple(map(_as_hit, free))
        if under:
            counts[hit.path] = len(under)
        if under and hit.path in opened:
            versions[hit.path] = under
            taken.update(one.path for one in under)
    return Groups(hits, versions, counts)


def paths_of(groups: Iterable[Versions]) -> set[str]:
    """The paths of all versions in these."""
    return {one.path for versions in groups for one in versions}


def _as_hit(version: Version) -> Hit:
    """Found by nothing itself, but opened, shown and dragged like any hit."""
    return Hit(
        version.path, version.kind, None, 0.0, "", (), {}, Why(), (), 0, version.offline, version.modified, version.size
    )
