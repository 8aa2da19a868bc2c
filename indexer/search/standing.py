"""Where one file stands among all that a question finds, in each channel and together, and what its words give."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from indexer.answers import Hit
from indexer.reports import Channel, ChannelPlace, Standing, WordPlace
from indexer.search import identifiers, names, words
from indexer.search.candidates import Reader, Vector
from indexer.search.channels import Channels
from indexer.search.meaning import LoadedSpace
from indexer.search.pictures import PictureQueries
from indexer.search.present import Presenter
from indexer.search.question import Question
from indexer.search.question_vectors import Seen
from indexer.search.ranking import RankedFile
from indexer.search.scope import Scope
from indexer.search.terms import Term, terms_of
from indexer.store.vectors import cosines

_FILES = 1_000
"""Files that are put in order together."""
_PASSAGES = 4_000
"""Passages found by their words that are put in order."""
_NEAREST = 100_000
"""Passages whose cosine is worked out."""
_TELLING = 4
_LETTERS = 4

_Best = Mapping[int, float]
"""File id to the best score of its passages in one channel."""


@dataclass(frozen=True, slots=True)
class Asking:
    """One question as the searcher asks it. ``scope`` must hold the file that is asked about."""

    reader: Reader
    question: Question
    scope: Scope
    space: LoadedSpace | None
    vector: Vector | None
    seen: Seen | None
    pictures: PictureQueries | None

    def standing(self, query: str, file_id: int) -> Standing:
        """Where the file stands. ``query`` is what was typed."""
        channels = self._channels(self.scope, _FILES)
        ranked = channels.rank(self.space, self.vector, self.seen).files
        first = ranked[0] if ranked else None
        place = next((place for place, one in enumerate(ranked, 1) if one.file_id == file_id), None)
        typed = terms_of(self.reader.tokenise, self.question.words)
        found, highest = self._by_words(typed, [file_id] if first is None else [file_id, first.file_id])
        own = ranked[place - 1] if place else self._alone(file_id, first, found)
        told: list[tuple[Channel, _Best, bool]] = [
            ("name", self._by_name(file_id, first), False),
            ("identifier", self._by_identifier(), False),
            ("words", {number: score / highest for number, score in found.items()}, len(found) >= _PASSAGES),
        ]
        for channel, space, vector in (("meaning", self.space, self.vector), ("picture", *(self.seen or (None, None)))):
            if space is not None and vector is not None:
                told.append((channel, self._by_vector(space, vector, file_id), len(space.chunk_ids) > _NEAREST))
        places = [
            _place(channel, best, cut, file_id, first)
            for channel, best, cut in told if channel != "identifier" or self.question.query.identifiers
        ]
        if own is not None:
            places.append(ChannelPlace(
                "together", place or len(ranked) + 1, place is None, len(ranked), own.score,
                first.score if first else None,
            ))
        hit = self._hit(channels, own)
        return Standing(
            query, self._path(first), tuple(places), self._words(typed, file_id, own, first, highest),
            hit.snippet if hit else "", hit.highlights if hit else (), hit.locator if hit else None,
            self._telling(typed, file_id, own),
        )

    def _channels(self, scope: Scope, limit: int) -> Channels:
        return Channels(self.reader, self.question, scope, "all", limit, self.pictures)

    def _alone(self, file_id: int, first: RankedFile | None, found: _Best) -> RankedFile | None:
        """The file as it would be ranked that is too far down; None when no channel finds it.

        With it are ranked those that set the scale: the first, and the one that its words speak for most.
        """
        most = max(found, key=found.__getitem__, default=file_id)
        few = json.dumps([file_id, most, first.file_id if first else file_id])
        scope = self.scope.within("f.id IN (SELECT value FROM json_each(?))", few)
        ranked = self._channels(scope, 3).rank(self.space, self.vector, self.seen).files
        return next((one for one in ranked if one.file_id == file_id), None)

    def _by_words(self, typed: Sequence[Term], file_ids: Sequence[int]) -> tuple[dict[int, float], float]:
        """BM25 of the best passage by file, and the highest of all."""
        terms = self.reader.words.weigh(typed)
        also = [(chunk_id, file_id) for file_id in file_ids for chunk_id in self._chunks(file_id)]
        best: dict[int, float] = {}
        for found in self.reader.words.best(terms, self.scope, _PASSAGES, also).values():
            best[found.file_id] = max(found.score, best.get(found.file_id, 0.0))
        return best, max(best.values(), default=1.0)

    def _by_name(self, file_id: int, first: RankedFile | None) -> _Best:
        connection, text = self.reader.connection, self.question.words
        best = {one.file_id: one.score for one in names.find(connection, text, self.scope)}
        for number in {file_id, first.file_id if first else file_id} - best.keys():
            for name, folder in connection.execute("SELECT name, folder FROM file WHERE id = ?", (number,)):
                if score := names.name_score(name, text, folder):
                    best[number] = score
        return best

    def _by_identifier(self) -> _Best:
        """How surely files hold an identifier of the query, in (0, 1]."""
        found = identifiers.find(self.reader.connection, self.question.query, self.scope)
        best = dict(found.names)
        for file_id, strength in found.passages.values():
            best[file_id] = max(strength, best.get(file_id, 0.0))
        return best

    def _by_vector(self, space: LoadedSpace, vector: Vector, file_id: int) -> _Best:
        connection = self.reader.connection
        near = space.nearest(connection, vector, self.scope.files(connection), _NEAREST)
        own = cosines(connection, space.id, self._chunks(file_id), vector)
        best = {file_id: max(own.values())} if own else {}
        for owner, cosine in near.values():
            best[owner] = max(cosine, best.get(owner, -1.0))
        return best

    def _words(
        self, typed: Sequence[Term], file_id: int, own: RankedFile | None, first: RankedFile | None, highest: float
    ) -> tuple[WordPlace, ...]:
        index = self.reader.words
        passages = [one.passages[0].chunk_id if one and one.passages else None for one in (own, first)]
        written = {form: self.question.words[start:end] for start, end, form in self.reader.tokenise(
            self.question.words)}
        within = Scope("f.id = ?", (file_id,))
        weighed = {one.term: one for one in index.weigh(typed)}
        told = []
        for term in typed:
            one = weighed.get(term)
            scores = index.score([number for number in passages if number is not None], [one]) if one else {}
            shares = [scores.get(number, 0.0) / highest if number is not None else 0.0 for number in passages]
            is_inside = bool(shares[0]) or bool(one and words.holding(
                self.reader.connection, " OR ".join(one.term.expressions()), within, 1
            ))
            told.append(WordPlace(
                written.get(term.form, term.form), is_inside, bool(shares[0]), one.count if one else 0,
                one.idf if one else index.unseen(), *shares,
            ))
        return tuple(sorted(told, key=lambda word: -word.idf))

    def _telling(self, typed: Sequence[Term], file_id: int, own: RankedFile | None) -> tuple[str, ...]:
        """Words of the best passage, or else of the first, that few passages hold."""
        chunk_id = own.passages[0].chunk_id if own and own.passages else next(iter(self._chunks(file_id)), None)
        rows = self.reader.connection.execute("SELECT context, text FROM chunk WHERE id = ?", (chunk_id,))
        text = "\n".join(part for row in rows for part in row)
        asked = {term.form for term in typed}
        written: dict[str, str] = {}
        for start, end, form in self.reader.tokenise(text):
            word = text[start:end]
            if form not in asked and word.isalpha() and len(word) >= _LETTERS:
                written.setdefault(form, word)
        known = [term for term in terms_of(self.reader.tokenise, " ".join(written.values())) if term.form in written]
        best = sorted(self.reader.words.weigh(known), key=lambda one: -one.idf)
        return tuple(written[one.term.form] for one in best[:_TELLING])

    def _hit(self, channels: Channels, own: RankedFile | None) -> Hit | None:
        if own is None or not own.passages:
            return None
        connection, tokenise = self.reader.connection, self.reader.tokenise
        hits = Presenter(connection, tokenise, channels.shown_terms, None, None).hits([own])
        return hits[0] if hits else None

    def _chunks(self, file_id: int) -> list[int]:
        rows = self.reader.connection.execute("SELECT id FROM chunk WHERE file_id = ? ORDER BY seq", (file_id,))
        return [number for (number,) in rows]

    def _path(self, file: RankedFile | None) -> str | None:
        sql = "SELECT path FROM file WHERE id = ?"
        return None if file is None else self.reader.connection.execute(sql, (file.file_id,)).get


def _place(channel: Channel, best: _Best, cut: bool, file_id: int, first: RankedFile | None) -> ChannelPlace:
    """``cut``: more would be found further down."""
    score = best.get(file_id)
    place = None if score is None else 1 + sum(other > score for other in best.values())
    beyond = cut and place == len(best)
    return ChannelPlace(channel, place, beyond, len(best), score, best.get(first.file_id) if first else None)
