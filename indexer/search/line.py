"""The line below which hits are no better than chance: what lies below it comes last, and may be all there is."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import apsw

from indexer.search.names import TELLING
from indexer.search.ranking import Literal, RankedFile, RankedPassage
from indexer.search.terms import Forms
from indexer.search.words import Weighted
from indexer.store.bigrams import bigrams

COVERED = 0.75
"""Share of what a query's words tell from which on a passage that holds them is an answer, whatever it means. Below it
a passage needs the less of the cosine the more it holds. On the test collections the hits are then in no worse order
than without a line, and above it are 95 to 99 % of the relevant ones found (benchmarks/chance.py)."""
CLEAR = 0.3
"""Closeness from which on a picture shows what was asked for."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What tells a hit from chance.

    Attributes:
        text: cosine that a passage must pass; None where no meaning is known, which then speaks against nothing.
        picture: cosine that a picture must pass; None where ``closeness`` decides.
        literal: passages that hold a phrase or an identifier of the query to the letter.
        closeness: of pictures, by chunk id; see ``PictureHit``.
        coverage: by chunk id, how much of what the query's words tell stands in a passage, in [0, 1].
    """

    text: float | None
    picture: float | None
    literal: Literal
    closeness: Mapping[int, float]
    coverage: Mapping[int, float]

    def speaks_for(self, file: RankedFile) -> bool:
        """Whether the file is an answer rather than chance, or may be one for all that is known of it."""
        if file.why.name is not None and file.why.name >= TELLING:
            return True
        return any(self._speaks_for_passage(passage) for passage in file.passages)

    def apart(self, ranked: Sequence[RankedFile]) -> tuple[list[RankedFile], int]:
        """The files with those no better than chance last, each part in its order; and how many are better."""
        spoken_for = {file.file_id for file in ranked if self.speaks_for(file)}
        return sorted(ranked, key=lambda file: file.file_id not in spoken_for), len(spoken_for)

    def begin(self, ranked: Sequence[RankedFile]) -> int:
        """How many files there are up to the last one that is better, where their order is not to change."""
        return max((place for place, file in enumerate(ranked, 1) if self.speaks_for(file)), default=0)

    def _speaks_for_passage(self, passage: RankedPassage) -> bool:
        number, why = passage.chunk_id, passage.why
        if number in self.literal.phrases or number in self.literal.identifiers:
            return True
        if why.picture is not None:
            return why.picture > self.picture if self.picture is not None else self.closeness.get(number, 0) >= CLEAR
        if why.meaning is None or self.text is None:
            return True
        held = min(1.0, self.coverage.get(number, 0.0) / COVERED)
        return held == 1.0 or why.meaning > self.text * (1.0 - held * held)


def coverage(
    connection: apsw.Connection, forms: Forms, chunk_ids: Sequence[int], terms: Sequence[Weighted], unseen: float
) -> dict[int, float]:
    """By chunk id, the share of what the query's words tell that stands in a passage, in [0, 1].

    Args:
        unseen: idf of the words of the query that stand nowhere, all together.
    """
    total = unseen + sum(one.idf for one in terms)
    if not terms or total <= 0:
        return {}
    rows = connection.execute(
        "SELECT id, context, text FROM chunk WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(chunk_ids),)
    )
    shares = {}
    for chunk_id, context, text in rows:
        whole = f"{context} {text}"
        pairs = bigrams(whole).split()
        # A lone character is looked for as the first of any pair.
        held = {*forms(whole), *pairs, *(pair[0] for pair in pairs)}
        shares[chunk_id] = sum(one.idf for one in terms if not one.term.forms.isdisjoint(held)) / total
    return shares
