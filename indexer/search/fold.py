"""Files that are one thing become one result: the newest version, with the others under it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import apsw

from indexer.families import group
from indexer.search.names import TELLING
from indexer.search.ranking import RankedFile

SPARE = 40
"""Files ranked beyond those wanted, so that as many are left when versions are folded."""
_COMPARED = 200
"""Files compared with each other at most."""
_TIE = 0.001


def folded(connection: apsw.Connection, ranked: Sequence[RankedFile], better: int) -> tuple[list[RankedFile], int]:
    """One result for each family, in the order of their best ones, and how many begin among the first ``better``."""
    if not ranked:
        return [], 0
    compared = ranked[:_COMPARED]
    families = group(connection, [file.file_id for file in compared])
    places = {file.file_id: place for place, file in enumerate(ranked)}
    one_each = [_as_one([ranked[places[number]] for number in family]) for family in families]
    begin_better = sum(min(places[number] for number in family) < better for family in families)
    rest = ranked[len(compared) :]
    return [*one_each, *rest], begin_better + max(0, min(better, len(ranked)) - len(compared))


def _as_one(family: Sequence[RankedFile]) -> RankedFile:
    """The newest of a family, newest first, or the one whose own name was typed; as good as the best of them."""
    newest, best = family[0], max(family, key=lambda file: file.score)
    shown = best if (best.why.name or 0.0) >= max(TELLING, (newest.why.name or 0.0) + _TIE) else newest
    others = tuple(file.file_id for file in family if file is not shown)
    return replace(shown, score=best.score, others=others)
