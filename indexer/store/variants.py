"""Words of the passages by what they have in common with words a query may have instead: see ``search.variants``.

Rows of ``variant``: key, then a word as it stands, in lower case. Keys are ``de:stem``; ``de<`` and the head of a
compound in reverse, where compounds are one word; ``=spelling``. Rows are only added: a word that stands nowhere any
more finds nothing. Passages in English have none but spellings; the word index stems them itself.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

import apsw
import regex

from indexer.languages import COMPOUNDING, FUNCTION_WORDS, LANGUAGES, head, language_of, lower, plain, spellings, stem
from indexer.store.bigrams import words_only

LONGEST = 40
"""Letters of a word; what is longer is none."""
LEAST_COMPOUND = 7
"""Letters of a compound without its ending, at least."""

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")
_LATIN = re.compile("(?:(?![æœøłđðþıŋß])[\u0000-\u024f\u1e00-\u1eff])*")
"""What the word index finds by its plain spelling without a row: it folds the accents of Latin letters itself."""
_REMEMBERED = 1 << 16


class Words:
    """Takes the passages of a file and makes their rows, JSON: SQL's aggregate ``hunch_variants(context, text)``."""

    def __init__(self) -> None:
        self._passages: list[tuple[str | None, frozenset[str]]] = []

    def step(self, *texts: apsw.SQLiteValue) -> None:
        """Take a passage: its headings and its text."""
        words = frozenset(_WORD.findall(lower(words_only(" ".join(str(text) for text in texts)))))
        self._passages.append((language_of(words), words))

    def final(self) -> str:
        """The rows, as pairs."""
        return json.dumps(sorted(self.rows()), ensure_ascii=False)

    def rows(self) -> set[tuple[str, str]]:
        """Key and word. A passage that does not tell its language (a table, a heading) has that of most others."""
        told = Counter(language for language, _ in self._passages if language)
        usual = told.most_common(1)[0][0] if told else None
        rows: set[tuple[str, str]] = set()
        for language, words in self._passages:
            for word in words:
                rows.update(_rows(language or usual, word))
        return rows


def keep(connection: apsw.Connection, passages: Iterable[tuple[str, str]]) -> None:
    """Add the words of passages of one file, each given by context and text. To be called inside a transaction."""
    words = Words()
    for passage in passages:
        words.step(*passage)
    connection.executemany("INSERT OR IGNORE INTO variant (key, word) VALUES (?, ?)", words.rows())


@lru_cache(_REMEMBERED)
def _rows(language: str | None, word: str) -> tuple[tuple[str, str], ...]:
    if len(word) < 2 or len(word) > LONGEST:
        return ()
    found = _LATIN.fullmatch(word) and plain(word)
    rows = [(f"={spelling}", word) for spelling in spellings(word) if spelling not in (word, found)]
    if language in LANGUAGES and word not in FUNCTION_WORDS.get(language, ()) and not any(map(str.isdigit, word)):
        rows.append((f"{language}:{stem(language, word)}", word))
        if language in COMPOUNDING and len(last := head(language, word)) >= LEAST_COMPOUND:
            rows.append((f"{language}<{last[::-1]}", word))
    return tuple(rows)
