"""The channel of words: BM25 over the passages (Robertson and Zaragoza, 2009).

FTS5 finds and scores; its cost is the number of passages the terms stand in. Of a query with common terms only
the rarer ones choose the candidates, whose scores are then computed here, with FTS5's formula, from all terms.
"""

from __future__ import annotations

import json
import math
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field

import apsw

from indexer.search.scope import Scope
from indexer.search.terms import Forms, Term
from indexer.store.bigrams import bigrams

CONTEXT_WEIGHT = 2.0
"""Weight of a word in the title and heading path against one in the text."""

ROW_BUDGET = 6_000
"""Passages FTS5 scores for one query, about 2.5 microseconds each. On the test collections a budget of a tenth of the
passages costs words alone 0.007 nDCG@10, words and meaning together nothing down to a twentieth."""

_K1 = 1.2
_B = 0.75
_LEAST_IDF = 1e-6
"""FTS5's, for terms that stand in more than half of the passages."""
_REMEMBERED = 1_000
_DRIFT = 0.05
"""Share by which the number of passages may change before terms are counted anew."""


@dataclass(frozen=True, slots=True)
class Found:
    """``score`` is BM25, above 0."""

    file_id: int
    score: float


@dataclass(frozen=True, slots=True)
class Weighted:
    """A term that stands in ``count`` passages. ``idf``: what finding it tells, natural logarithm."""

    term: Term
    count: int
    idf: float


@dataclass(slots=True)
class WordIndex:
    """BM25 through one connection, in one thread."""

    connection: apsw.Connection
    forms: Forms
    _counts: dict[str, int] = field(default_factory=dict)
    _counted_at: int = -1

    def weigh(self, terms: Sequence[Term]) -> list[Weighted]:
        """The terms that stand anywhere, rarest first."""
        total, _ = self._size()
        if abs(total - self._counted_at) > _DRIFT * self._counted_at:
            self._counts.clear()
            self._counted_at = total
        weighted = [Weighted(term, count, _idf(total, count)) for term in terms if (count := self._count(term))]
        return sorted(weighted, key=lambda one: one.count)

    def unseen(self) -> float:
        """Idf of a term that stands nowhere."""
        return _idf(self._size()[0], 0)

    def best(
        self, terms: Sequence[Weighted], scope: Scope, limit: int, also: Iterable[tuple[int, int]] = ()
    ) -> dict[int, Found]:
        """By chunk id, the passages inside ``scope`` that score highest, about ``limit`` of them.

        Args:
            terms: from ``weigh``; any of them may stand in a passage.
            also: (chunk id, file id) of passages wanted whatever they score; left out when no term stands in them.
        """
        if not terms:
            return {}
        choosing = _choosing(terms)
        found = self._from_index(choosing, scope, limit)
        wanted = {chunk_id: file_id for chunk_id, file_id in also if chunk_id not in found}
        if len(choosing) < len(terms):
            wanted.update({chunk_id: one.file_id for chunk_id, one in found.items()})
        scores = self.score(list(wanted), terms)
        return found | {chunk_id: Found(wanted[chunk_id], score) for chunk_id, score in scores.items() if score > 0}

    def score(self, chunk_ids: Sequence[int], terms: Sequence[Weighted]) -> dict[int, float]:
        """BM25 of these passages, equal to FTS5's bm25() with its sign turned."""
        total, tokens = self._size()
        usual_length = tokens / max(1, total)
        word_idfs = {one.term.form: one.idf for one in terms if not one.term.is_pair}
        # A lone character is counted at the head of every pair, as its expression does.
        pair_idfs = {one.term.form: one.idf for one in terms if one.term.is_pair}
        heads = [form for form in pair_idfs if len(form) == 1]
        scores: dict[int, float] = {}
        rows = self.connection.execute(
            "SELECT id, context, text FROM chunk WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(chunk_ids),)
        )
        for chunk_id, context, text in rows:
            in_context, in_text = self.forms(context), self.forms(text)
            pairs = bigrams(f"{context} {text}").split()
            in_words = _counts(((in_context, CONTEXT_WEIGHT), (in_text, 1.0)), word_idfs)
            in_pairs = _counts(((pairs, 1.0),), pair_idfs) if pair_idfs else {}
            in_pairs.update({head: float(sum(pair.startswith(head) for pair in pairs)) for head in heads})
            length = len(in_context) + len(in_text) + len(pairs)
            damping = _K1 * (1.0 - _B + _B * length / usual_length)
            scores[chunk_id] = sum(
                idfs[form] * count * (_K1 + 1.0) / (count + damping)
                for counts, idfs in ((in_words, word_idfs), (in_pairs, pair_idfs))
                for form, count in counts.items()
            )
        return scores

    def _from_index(self, terms: Sequence[Weighted], scope: Scope, limit: int) -> dict[int, Found]:
        # CROSS JOIN: FTS5 goes first, whatever the planner thinks of the filters.
        inside = (
            "CROSS JOIN chunk c ON c.id = chunk_fts.rowid CROSS JOIN file f ON f.id = c.file_id"
            f" AND ({scope.condition})"
        )
        rows = self.connection.execute(
            f"""
            SELECT c.id, c.file_id, s.score FROM (
              SELECT chunk_fts.rowid AS id, -bm25(chunk_fts, ?, 1.0, 1.0) AS score
              FROM chunk_fts {inside if scope else ""} WHERE chunk_fts MATCH ? ORDER BY score DESC LIMIT ?
            ) s JOIN chunk c ON c.id = s.id
            """,
            (CONTEXT_WEIGHT, *scope.parameters, " OR ".join(one.term.expression for one in terms), limit),
        )
        return {chunk_id: Found(file_id, score) for chunk_id, file_id, score in rows}

    def _count(self, term: Term) -> int:
        count = self._counts.get(term.expression)
        if count is None:
            sql = "SELECT count(*) FROM chunk_fts WHERE chunk_fts MATCH ?"
            count = int(self.connection.execute(sql, (term.expression,)).get)
            # A small count is fast to find, and another is soon far from it: a word looked for before its file came.
            if count >= _REMEMBERED:
                self._counts[term.expression] = count
        return count

    def _size(self) -> tuple[int, int]:
        """Number of passages and of their tokens, from the record FTS5 keeps for bm25()."""
        record: bytes | None = self.connection.execute("SELECT block FROM chunk_fts_data WHERE id = 1").get
        total, *columns = _varints(record) if record else [0]
        return total, sum(columns)


def holding(connection: apsw.Connection, expression: str, scope: Scope, limit: int) -> dict[int, int]:
    """Chunk id to file id of at most ``limit`` passages inside ``scope`` that match an FTS5 expression."""
    rows = connection.execute(
        f"""
        SELECT c.id, c.file_id FROM chunk_fts CROSS JOIN chunk c ON c.id = chunk_fts.rowid
        CROSS JOIN file f ON f.id = c.file_id AND ({scope.condition or 1}) WHERE chunk_fts MATCH ? LIMIT ?
        """,
        (*scope.parameters, expression, limit),
    )
    return dict(rows)


def _counts(fields: Iterable[tuple[Sequence[str], float]], wanted: Container[str]) -> dict[str, float]:
    """How often each wanted form stands in the fields, times each field's weight."""
    counts: dict[str, float] = {}
    for forms, weight in fields:
        for form in forms:
            if form in wanted:
                counts[form] = counts.get(form, 0.0) + weight
    return counts


def _choosing(terms: Sequence[Weighted]) -> list[Weighted]:
    chosen: list[Weighted] = []
    rows = 0
    for one in terms:
        rows += one.count
        if chosen and rows > ROW_BUDGET:
            break
        chosen.append(one)
    return chosen


def _idf(total: int, count: int) -> float:
    idf = math.log((total - count + 0.5) / (count + 0.5)) if count <= total else 0.0
    return idf if idf > 0 else _LEAST_IDF


def _varints(data: bytes) -> list[int]:
    """SQLite's variable-length integers (file format, section 1.6): 7 bits a byte, highest first."""
    values: list[int] = []
    value = length = 0
    for byte in data:
        length += 1
        last = length == 9
        value = (value << 8 | byte) if last else (value << 7 | byte & 0x7F)
        if last or byte < 0x80:
            values.append(value)
            value = length = 0
    return values
