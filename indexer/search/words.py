"""The channel of words: BM25 over the passages (Robertson and Zaragoza, 2009).

FTS5 finds and scores; its cost is the number of passages the terms stand in. Of a query with common terms only
the rarer ones choose the candidates, whose scores are then computed here, with FTS5's formula, from all terms.
"""

from __future__ import annotations

import json
import math
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import apsw

from indexer.search.scope import Scope
from indexer.search.terms import KINDS, Forms, Term
from indexer.search.variants import TOGETHER, Vocabulary
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
_COMMON = 0.1
_FEW = 50
"""A term that stands in more passages than these, and in more than that share of them, is not looked for in others."""
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
    """A term that stands, itself or one of its variants, in ``count`` passages.

    ``idf``: what finding it, or another form of it, tells, natural logarithm. ``wide_idf``: what compounds and parts
    of it tell; at most the same, since more passages hold one of all these.
    """

    term: Term
    count: int
    idf: float
    wide_idf: float = 0.0


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
        weighted = [self._weighed(term, total) for term in self._with_variants(terms, total)]
        return sorted((one for one in weighted if one.count), key=lambda one: one.count)

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
        expressions = [one.term.expression for one in choosing]
        variants = [expression for one in choosing for expression in one.term.expressions()[1:]]
        if variants:
            # FTS5 takes a rare form of a common word for a rare word; said twice, the word itself stays ahead.
            expressions = [*expressions, *expressions, *variants]
        found = self._from_index(expressions, scope, limit)
        wanted = {chunk_id: file_id for chunk_id, file_id in also if chunk_id not in found}
        if len(choosing) < len(terms) or variants:
            wanted.update({chunk_id: one.file_id for chunk_id, one in found.items()})
        scores = self.score(list(wanted), terms)
        return found | {chunk_id: Found(wanted[chunk_id], score) for chunk_id, score in scores.items() if score > 0}

    def score(self, chunk_ids: Sequence[int], terms: Sequence[Weighted]) -> dict[int, float]:
        """BM25 of these passages, equal to FTS5's bm25() with its sign turned where terms have no variants."""
        total, tokens = self._size()
        usual_length = tokens / max(1, total)
        extended = [one for one in terms if one.term.variants or one.term.parts]
        word_idfs = {one.term.form: one.idf for one in terms if not one.term.is_pair and one not in extended}
        words = word_idfs.keys() | {form for one in extended for form in one.term.forms}
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
            in_words = _counts(((in_context, CONTEXT_WEIGHT), (in_text, 1.0)), words)
            in_pairs = _counts(((pairs, 1.0),), pair_idfs) if pair_idfs else {}
            in_pairs.update({head: float(sum(pair.startswith(head) for pair in pairs)) for head in heads})
            length = len(in_context) + len(in_text) + len(pairs)
            damping = _K1 * (1.0 - _B + _B * length / usual_length)
            scores[chunk_id] = sum(_gain(one, in_words, damping) for one in extended) + sum(
                idfs[form] * _saturated(count, damping)
                for counts, idfs in ((in_words, word_idfs), (in_pairs, pair_idfs))
                for form, count in counts.items()
                if form in idfs
            )
        return scores

    def _from_index(self, expressions: Sequence[str], scope: Scope, limit: int) -> dict[int, Found]:
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
            (CONTEXT_WEIGHT, *scope.parameters, " OR ".join(expressions), limit),
        )
        return {chunk_id: Found(file_id, score) for chunk_id, file_id, score in rows}

    def _with_variants(self, terms: Sequence[Term], total: int) -> Iterable[Term]:
        """The terms in order; those that stand nearly everywhere, and tell little, as they are."""
        most = max(_FEW, _COMMON * total)
        telling = [one for one in terms if not one.is_pair and self._count(one.expression) <= most]
        extended = Vocabulary(self.connection, self.forms).with_variants(
            telling, lambda term: self._count(term.expression) > 0
        )
        by_term = dict(zip(telling, extended, strict=True))
        return (by_term.get(one, one) for one in terms)

    def _weighed(self, term: Term, total: int) -> Weighted:
        if not term.variants and not term.parts:
            count = self._count(term.expression)
            return Weighted(term, count, _idf(total, count))
        same, wide, every = (
            self._count(" OR ".join(term.expressions(kinds))) for kinds in (KINDS[:1], KINDS[:2], KINDS)
        )
        idf = _idf(total, same or wide or every)
        return Weighted(term, every, idf, min(idf, _idf(total, wide or every)))

    def _count(self, expression: str) -> int:
        count = self._counts.get(expression)
        if count is None:
            sql = "SELECT count(*) FROM chunk_fts WHERE chunk_fts MATCH ?"
            count = int(self.connection.execute(sql, (expression,)).get)
            # A small count is fast to find, and another is soon far from it: a word looked for before its file came.
            if count >= _REMEMBERED:
                self._counts[expression] = count
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


def _gain(one: Weighted, counts: Mapping[str, float], damping: float) -> float:
    """What a term with variants adds to the score of a passage in which forms stand as often as ``counts`` says."""
    own, wide = counts.get(one.term.form, 0.0), 0.0
    for variant in one.term.variants:
        if variant.form in counts:
            if variant.kind == "same":
                own += variant.weight * counts[variant.form]
            else:
                wide += variant.weight * counts[variant.form]
    if one.term.parts:
        held = [sum(counts.get(variant.form, 0.0) for variant in part) for part in one.term.parts]
        wide += TOGETHER * min(held)
    near = _saturated(own, damping)
    return one.idf * near + (one.wide_idf * (_saturated(own + wide, damping) - near) if wide else 0.0)


def _saturated(count: float, damping: float) -> float:
    return count * (_K1 + 1.0) / (count + damping)


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
