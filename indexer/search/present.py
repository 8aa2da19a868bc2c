"""Ranked files to hits: titles, places, snippets, reasons. Reads only what is shown."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import apsw
import numpy as np
from numpy.typing import NDArray

from indexer.answers import Hit, HitPassage, Version, Why
from indexer.errors import KnownError
from indexer.extract.sentences import sentences
from indexer.search.ranking import RankedFile, RankedPassage
from indexer.search.snippets import Snippet, Span, around_span, around_words
from indexer.search.terms import Tokenise
from indexer.search.words import Weighted
from indexer.store.shown import VIEW_OF_FILE

_TELLING = 0.2
"""Share of the highest idf of a query from which on a term is marked."""
_MAX_SENTENCES = 12
"""Sentences of a passage that are compared with the query."""
_MIN_CHARACTERS = 20
"""Characters below which a sentence says too little to be shown alone."""

Vectors = NDArray[np.float32]


class _File(NamedTuple):
    path: str
    kind: str
    title: str | None
    missing: int
    mtime_ns: int
    size: int
    picture: str | None
    width: int | None
    height: int | None


@dataclass(frozen=True, slots=True)
class _Row:
    text: str
    locator: dict[str, int | str]
    picture: str | None = None


class Presenter:
    """Builds the hits of one search.

    Args:
        terms: what snippets are chosen by and marked with.
        vector: the query's, or None.
        embed_documents: vectors of sentences, or None.
    """

    def __init__(
        self,
        connection: apsw.Connection,
        tokenise: Tokenise,
        terms: Sequence[Weighted],
        vector: Vectors | None,
        embed_documents: Callable[[Sequence[str]], Vectors] | None,
    ) -> None:
        self._connection = connection
        self._tokenise = tokenise
        # Marking every "the" would hide the words that matter, unless there are no others.
        least = _TELLING * max((one.idf for one in terms), default=0.0)
        telling = [one for one in terms if one.idf >= least]
        self._terms = [one.term for one in telling]
        self._weights = {one.term.form: one.idf for one in telling}
        self._vector = vector
        self._embed_documents = embed_documents

    def hits(self, ranked: Sequence[RankedFile]) -> tuple[Hit, ...]:
        """One hit for each file, in the same order; a file deleted meanwhile is left out."""
        files = self._files([number for file in ranked for number in (file.file_id, *file.others)])
        rows = self._passages([p.chunk_id for file in ranked for p in file.passages])
        openings = self._openings([file.file_id for file in ranked if not file.passages or _by_sight(file.why)])
        best = self._best_sentences([file.passages[0] for file in ranked if file.passages], rows)
        hits: list[Hit] = []
        for file in ranked:
            if file.file_id not in files:
                continue
            row = files[file.file_id]
            passages = tuple(
                self._passage(p, rows[p.chunk_id], best.get(p.chunk_id)) for p in file.passages if p.chunk_id in rows
            )
            if passages and passages[0].picture is None:
                snippet, highlights, locator = passages[0].snippet, passages[0].highlights, passages[0].locator
            else:
                # A picture has no text of its own; what is known of it is told: where and when it was taken.
                opening = openings.get(file.file_id, _Row("", {}))
                shown = around_words(opening.text, self._terms, self._weights, self._tokenise)
                snippet, highlights = shown.text, shown.highlights
                locator = passages[0].locator if passages else opening.locator
            hits.append(
                Hit(
                    row.path, row.kind, row.title, file.score, snippet, highlights, locator, file.why, passages,
                    file.file_id, bool(row.missing), row.mtime_ns / 1e9, row.size, row.picture, row.width, row.height,
                    tuple(_version(files[number]) for number in file.others if number in files),
                )
            )
        return tuple(hits)

    def _passage(self, passage: RankedPassage, row: _Row, sentence: Span | None) -> HitPassage:
        shown: Snippet
        if sentence is None:
            shown = around_words(row.text, self._terms, self._weights, self._tokenise)
        else:
            shown = around_span(row.text, sentence, self._terms, self._tokenise)
        return HitPassage(shown.text, shown.highlights, row.locator, passage.score, passage.why, row.picture)

    def _best_sentences(self, passages: Sequence[RankedPassage], rows: dict[int, _Row]) -> dict[int, Span]:
        """For passages that only their meaning brought up: the span of the sentence nearest to the query."""
        if self._vector is None or self._embed_documents is None:
            return {}
        spans: list[tuple[int, Span]] = []
        for passage in passages:
            if _by_meaning_only(passage.why) and passage.chunk_id in rows:
                long_enough = [
                    span for span in sentences(rows[passage.chunk_id].text) if span[1] - span[0] >= _MIN_CHARACTERS
                ]
                spans += [(passage.chunk_id, span) for span in long_enough[:_MAX_SENTENCES]]
        if not spans:
            return {}
        texts = [rows[chunk_id].text[start:end] for chunk_id, (start, end) in spans]
        try:
            nearness = self._embed_documents(texts) @ self._vector
        except KnownError:
            # The snippet is then the passage's beginning; the hits stand without it.
            return {}
        best: dict[int, Span] = {}
        for place in np.argsort(nearness, kind="stable"):
            chunk_id, span = spans[int(place)]
            best[chunk_id] = span
        return best

    def _files(self, file_ids: Sequence[int]) -> dict[int, _File]:
        rows = self._connection.execute(
            f"SELECT file.id, file.path, kind, title, missing, mtime_ns, size, {VIEW_OF_FILE}, width, height"
            " FROM file JOIN root ON root.id = root_id WHERE file.id IN (SELECT value FROM json_each(?))",
            (json.dumps(file_ids),),
        )
        return {file_id: _File(*row) for file_id, *row in rows}

    def _passages(self, chunk_ids: Sequence[int]) -> dict[int, _Row]:
        rows = self._connection.execute(
            "SELECT id, text, locator, lower(hex(picture)) FROM chunk WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(chunk_ids),),
        )
        return {number: _Row(text, json.loads(locator), picture or None) for number, text, locator, picture in rows}

    def _openings(self, file_ids: Sequence[int]) -> dict[int, _Row]:
        """The first passage of files that only their name or their looks brought up."""
        rows = self._connection.execute(
            "SELECT file_id, text, locator FROM chunk WHERE seq = 0 AND picture IS NULL"
            " AND file_id IN (SELECT value FROM json_each(?))",
            (json.dumps(file_ids),),
        )
        return {file_id: _Row(text, json.loads(locator)) for file_id, text, locator in rows}


def _version(file: _File) -> Version:
    return Version(file.path, file.kind, file.mtime_ns / 1e9, file.size, bool(file.missing))


def _by_sight(why: Why) -> bool:
    return why.picture is not None


def _by_meaning_only(why: Why) -> bool:
    return why.words is None and why.meaning is not None
