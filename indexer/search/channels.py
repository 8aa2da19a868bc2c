"""One question put to every channel through one reader, and its files in order."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

import apsw

from indexer.search import identifiers, names, words
from indexer.search.candidates import Asked, Reader, Vector
from indexer.search.fold import SPARE
from indexer.search.fuse import FEW_WORDS
from indexer.search.line import Evidence, coverage
from indexer.search.meaning import LoadedSpace
from indexer.search.pictures import PictureHit, PictureQueries
from indexer.search.question import Question
from indexer.search.question_vectors import Seen
from indexer.search.ranking import Literal, RankedFile, rank
from indexer.search.scope import Scope
from indexer.search.terms import phrase_expression, terms_of
from indexer.search.words import Weighted

_CLOSE = 0.15
"""Least closeness of a picture that is shown among other files."""
_PICTURES = 100
"""Pictures taken at least."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """``files`` best first. ``closeness`` of the pictures among them, by chunk id."""

    files: list[RankedFile]
    closeness: Mapping[int, float]


class Channels:
    """What one question finds. Names, words and phrases are looked up once, the rest as often as ``rank`` is called.

    Args:
        mode: one of ``searcher.MODES``.
        limit: files wanted.
        pictures: queries in the image space; None compares pictures with each other only.
    """

    def __init__(
        self, reader: Reader, question: Question, scope: Scope, mode: str, limit: int, pictures: PictureQueries | None
    ) -> None:
        self._reader = reader
        self._question = question
        self._scope = scope
        self._limit = limit
        self._mode = mode
        self._pictures = pictures
        query = question.query
        self._phrased = _holding(reader.connection, query.phrases, scope)
        self._typed = terms_of(reader.tokenise, question.words)
        self._terms = reader.words.weigh(self._typed)
        by_name = mode in ("all", "words")
        self._names = names.find(reader.connection, question.words, scope) if by_name else []
        self._identified = identifiers.find(reader.connection, query, scope) if by_name else identifiers.NONE
        self.literal = Literal(self._phrased.keys(), self._identified.passages.keys())

    @property
    def _unseen(self) -> float:
        """Idf of the words of the query that stand nowhere, all together."""
        weighed = {one.term for one in self._terms}
        return self._reader.words.unseen() * sum(one not in weighed for one in self._typed)

    @property
    def _few(self) -> float | None:
        """As for ``fuse``; two characters of a script without spaces are taken for a word."""
        pairs = sum(term.is_pair for term in self._typed)
        if len(self._typed) - pairs + (pairs + 1) // 2 > FEW_WORDS:
            return None
        return self._unseen + sum(one.idf for one in self._terms)

    @property
    def by_cosine(self) -> bool:
        """Whether pictures stand in the order of their cosine: among pictures alone it says most."""
        return self._mode == "pictures" or self._question.by_sight

    @property
    def shown_terms(self) -> list[Weighted]:
        """What snippets are chosen by: those of a quoted phrase are as telling as the rarest one."""
        phrases = self._question.query.phrases
        return _emphasised(self._terms, {form for text in phrases for _, _, form in self._reader.tokenise(text)})

    def rank(self, space: LoadedSpace | None, vector: Vector | None, seen: Seen | None) -> Ranking:
        """The best files. ``vector``: the question in ``space``, None to leave meaning out; ``seen``: as a picture."""
        by_words = self._terms if self._mode in ("all", "words") else []
        literal = self._phrased | {number: owner for number, (owner, _) in self._identified.passages.items()}
        found, near = Asked(self._reader, by_words, self._scope, literal, space, vector).candidates(self._limit)
        pictures = self._nearest_pictures(seen) if seen is not None else {}
        closeness = {chunk_id: hit.closeness for chunk_id, hit in pictures.items()}
        if self.by_cosine:
            pictures = {number: replace(hit, closeness=max(0.0, hit.cosine)) for number, hit in pictures.items()}
        limit = self._limit + SPARE
        files = rank(found, near, self._names, self.literal, limit, pictures, self._identified, self._few)
        return Ranking(files, closeness)

    def evidence(self, ranking: Ranking, text: float | None, picture: float | None) -> Evidence:
        """What tells the files from chance; ``text`` and ``picture`` as in ``Evidence``."""
        # Reading passages again takes longest here: only where meaning leaves it to the words.
        level = -math.inf if text is None else text
        passages = (passage for file in ranking.files for passage in file.passages)
        chunk_ids = [one.chunk_id for one in passages if one.why.meaning is not None and one.why.meaning <= level]
        covered = coverage(self._reader.connection, self._reader.words.forms, chunk_ids, self._terms, self._unseen)
        return Evidence(text, picture, self.literal, ranking.closeness, covered)

    def _nearest_pictures(self, seen: Seen) -> dict[int, PictureHit]:
        space, vector = seen
        connection = self._reader.connection
        allowed = self._scope.files(connection)
        best = max(_PICTURES, self._limit)
        if self._pictures is None or self._question.by_sight:
            near = space.nearest(connection, vector, allowed, best)
            return {number: PictureHit(owner, cosine, 0.0) for number, (owner, cosine) in near.items()}
        hits = self._pictures.nearest(connection, space, vector, allowed, best)
        if self._mode == "pictures":
            return hits
        return {number: hit for number, hit in hits.items() if hit.closeness >= _CLOSE}


def _holding(connection: apsw.Connection, texts: Sequence[str], scope: Scope) -> dict[int, int]:
    """Passages that hold any of ``texts`` to the letter, with their files; what stands everywhere names nothing."""
    holding: dict[int, int] = {}
    for text in texts:
        expression = phrase_expression(connection, text)
        found = words.holding(connection, expression, scope, identifiers.MANY + 1) if expression else {}
        if len(found) <= identifiers.MANY:
            holding |= found
    return holding


def _emphasised(terms: Sequence[Weighted], forms: Set[str]) -> list[Weighted]:
    highest = max((one.idf for one in terms), default=0.0)
    return [replace(one, idf=highest) if one.term.form in forms else one for one in terms]
