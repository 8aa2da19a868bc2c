"""A question as a vector in each space, or why it has none there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter

import numpy as np

from indexer.errors import KnownError
from indexer.search.candidates import Vector
from indexer.search.examples import Example, steered, unit
from indexer.search.meaning import LoadedSpace
from indexer.search.notices import MODEL_REFUSES, NO_MODEL, NO_PICTURE_MODEL, NO_VECTORS, PICTURE_MODEL_REFUSES
from indexer.search.pictures import PictureQueries
from indexer.search.question import Question

Seen = tuple[LoadedSpace, Vector]


class QuestionVectors:
    """Asks the models. Thread-safe.

    Args:
        embed_query: vector of shape (dim,) in the active text space, or None without a model.
        pictures: queries in the active image space, or None without a model for pictures.
    """

    def __init__(self, embed_query: Callable[[str], Vector] | None, pictures: PictureQueries | None) -> None:
        self._embed_query = embed_query
        self._pictures = pictures

    def by_text(self, question: Question, space: LoadedSpace | None, mode: str) -> tuple[Vector | None, str | None]:
        """The question's vector in the text space, and why there is none."""
        text, examples, notice = question.text, question.examples, None
        if self._embed_query is None or space is None or not len(space.chunk_ids):
            notice = NO_MODEL if self._embed_query is None else NO_VECTORS
            text, examples = "", _files_of(question)
        try:
            own = attrgetter("text" if mode == "meaning" else "alike")
            vector = steered(text, examples, own, self.embed)
        except KnownError as error:
            return None, MODEL_REFUSES.format(error)
        if vector is not None and space is not None and vector.shape != (space.dim,):
            raise ValueError(f"query vector of shape {vector.shape} in a space of {space.dim} dimensions")
        return vector, notice if question.words else None

    def by_sight(self, question: Question, space: LoadedSpace | None, mode: str) -> tuple[Seen | None, str | None]:
        """The image space and the question's vector in it, and why there is none."""
        if space is None or not len(space.chunk_ids):
            return None, NO_PICTURE_MODEL if self._pictures is None else None
        # Beside texts, words alone are one sentence: what they show is then on the scale of all sentences.
        text, examples = (question.text, question.examples) if mode == "pictures" or question.by_sight else (
            question.words, ()
        )
        notice = None
        if self._pictures is None:
            text, examples, notice = "", _files_of(question), NO_PICTURE_MODEL
        try:
            own = attrgetter("picture" if mode == "pictures" else "seen")
            vector = steered(text, examples, own, self._embed_sentences)
        except KnownError as error:
            return None, PICTURE_MODEL_REFUSES.format(error)
        return None if vector is None else (space, vector), notice

    def embed(self, texts: Sequence[str]) -> Vector:
        """Unit vectors (n, dim) of queries in the text space. Raises KnownError."""
        assert self._embed_query is not None
        return np.stack([unit(self._embed_query(text)) for text in texts])

    def _embed_sentences(self, texts: Sequence[str]) -> Vector:
        assert self._pictures is not None
        return self._pictures.embed(texts)


def _files_of(question: Question) -> tuple[Example, ...]:
    return tuple(one for one in question.examples if one.path is not None)
