"""Words of a text as a person would type them, and how much each tells in this library."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import apsw

from indexer.search import words
from indexer.search.scope import EVERY_FILE
from indexer.search.terms import Term, forms_of, terms_of, tokeniser
from indexer.search.words import WordIndex

_TELLING = 1 / 3
"""Share of the idf of a word that stands nowhere, from which on a word is more than a function word."""
_LETTERS = 3
_FILES = 50


@dataclass(frozen=True, slots=True)
class Word:
    """A word as written; of scripts without spaces two characters. ``idf``: natural logarithm."""

    written: str
    term: Term
    idf: float


class Vocabulary:
    """Reads the index through one connection, in one thread."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._tokenise = tokeniser(connection)
        self._index = WordIndex(connection, forms_of(connection))

    def telling(self, text: str) -> list[Word]:
        """The distinct words of ``text`` that are no function words, in its order."""
        written = {form: text[start:end] for start, end, form in reversed(self._tokenise(text))}
        # Pairs overlap: every other one is what a person would type.
        terms = list(_without_overlap(terms_of(self._tokenise, text)))
        weighed = {one.term: one.idf for one in self._index.weigh(terms)}
        least = _TELLING * self._index.unseen()
        found = [
            Word(written.get(term.form, term.form), term, weighed[term]) for term in terms if term in weighed
        ]
        return [word for word in found if word.idf >= least and (word.term.is_pair or _is_word(word.written))]

    def holding_all(self, wanted: Sequence[Word]) -> set[int]:
        """Ids of the files that hold all these words in one passage, fifty passages at most."""
        expression = " AND ".join(f"({word.term.expression})" for word in wanted)
        return set(words.holding(self._connection, expression, EVERY_FILE, _FILES).values())


def _is_word(written: str) -> bool:
    return len(written) >= _LETTERS and written.isalpha()


def _without_overlap(terms: Sequence[Term]) -> Iterator[Term]:
    last = ""
    for term in terms:
        if term.is_pair and last and term.form[0] == last:
            last = ""
            continue
        last = term.form[-1] if term.is_pair else ""
        yield term
