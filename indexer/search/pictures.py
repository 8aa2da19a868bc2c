"""The channel of pictures: what a picture shows, against what was typed or shown.

A cosine of CLIP says little by itself: every photo is somewhat near to every sentence. A picture answers a query when
the query describes it better than sentences do that fit any picture (the zero-shot comparison of Radford et al.,
arXiv 2103.00020), and it does so fully when it is as near as a picture and its description usually are.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import apsw
import numpy as np
from numpy.typing import NDArray

from indexer.search.meaning import Ids, LoadedSpace
from indexer.store.vectors import vectors_of

Vector = NDArray[np.float32]

ANY_PICTURE = (
    "a picture", "an image", "a photo", "a drawing", "a photo of something", "a picture of some things", "a scene",
    "something", "a blurry photo", "an empty background",
)
"""Sentences that fit every picture: none of them names anything, or a picture of just that would count for less."""


@dataclass(frozen=True, slots=True)
class PictureHit:
    """A picture near the query. ``closeness`` in [0, 1]: how much better the query fits than any sentence does."""

    file_id: int
    cosine: float
    closeness: float


class PictureQueries:
    """Queries in the image space.

    Args:
        embed_texts: vectors (n, dim) of unit length of sentences, by the model of the image space.
        match: cosine a picture and its description usually have there.
    """

    def __init__(self, embed_texts: Callable[[Sequence[str]], Vector], match: float) -> None:
        self._embed_texts = embed_texts
        self._match = match
        self._any_picture: Vector | None = None

    def embed(self, texts: Sequence[str]) -> Vector:
        """Vectors (n, dim) of unit length of sentences. Raises KnownError."""
        return self._embed_texts(texts)

    def nearest(
        self, connection: apsw.Connection, space: LoadedSpace, query: Vector, allowed: Ids | None, best: int
    ) -> dict[int, PictureHit]:
        """By chunk id, the ``best`` pictures in the files ``allowed`` (None: all) for a sentence. Raises KnownError."""
        near = space.nearest(connection, query, allowed, best)
        if self._any_picture is None:
            self._any_picture = self._embed_texts(ANY_PICTURE)
        own = vectors_of(connection, space.id, list(near))
        hits = {}
        for chunk_id, (file_id, cosine) in near.items():
            usual = float((self._any_picture @ own[chunk_id]).max())
            hits[chunk_id] = PictureHit(file_id, cosine, closeness(cosine, usual, self._match))
        return hits


def closeness(cosine: float, usual: float, match: float) -> float:
    """In [0, 1]: 0 where the query is no nearer than sentences that fit any picture, 1 where it is at ``match``."""
    if cosine <= usual:
        return 0.0
    return min(1.0, (cosine - usual) / (match - usual)) if match > usual else 1.0
