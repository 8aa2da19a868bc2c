"""The passages among which the best are chosen: those of the channels of words and of meaning, scored in both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import apsw
import numpy as np
from numpy.typing import NDArray

from indexer.search.meaning import LoadedSpace
from indexer.search.scope import Scope
from indexer.search.terms import Tokenise
from indexer.search.words import Found, Weighted, WordIndex
from indexer.store.vectors import cosines

CANDIDATES = 200
"""Passages taken from each channel."""
DEEPEST = 10_000
"""Passages taken at most, where the best ones belong to fewer files than are wanted."""

Vector = NDArray[np.float32]
Near = dict[int, tuple[int, float]]
"""Chunk id to (file id, cosine)."""


@dataclass(slots=True)
class Reader:
    """What one thread may use: SQLite connections are not shared."""

    connection: apsw.Connection
    tokenise: Tokenise
    words: WordIndex


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: ``terms`` may be empty, ``space`` and ``vector`` None; a channel without its part finds nothing.

    ``literal``: passages, with their files, that are candidates whatever they score.
    """

    reader: Reader
    terms: Sequence[Weighted]
    scope: Scope
    literal: dict[int, int]
    space: LoadedSpace | None
    vector: Vector | None

    def candidates(self, limit: int) -> tuple[dict[int, Found], Near]:
        """The best passages of both channels, each scored in both, of ``limit`` files if there are so many."""
        connection = self.reader.connection
        allowed = self.scope.files(connection) if self.vector is not None else None
        depth = max(CANDIDATES, 2 * limit)
        while True:
            near: Near = {}
            if self.space is not None and self.vector is not None:
                near = self.space.nearest(connection, self.vector, allowed, depth)
            owners = {chunk_id: file_id for chunk_id, (file_id, _) in near.items()}
            found = self.reader.words.best(self.terms, self.scope, depth, (owners | self.literal).items())
            owners.update({chunk_id: one.file_id for chunk_id, one in found.items()})
            if len(set(owners.values())) >= limit or depth >= DEEPEST or max(len(near), len(found)) < depth:
                break
            # A few long files hold all the best passages: look further down for the others.
            depth = min(8 * depth, DEEPEST)
        if self.space is not None and self.vector is not None:
            missing = [chunk_id for chunk_id in found if chunk_id not in near]
            exact = cosines(connection, self.space.id, missing, self.vector)
            near |= {chunk_id: (owners[chunk_id], cosine) for chunk_id, cosine in exact.items()}
        return found, near
