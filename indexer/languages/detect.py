"""The language of a passage, told by the words that hold its sentences together, its endings and its letters."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from indexer.languages.markers import ENDINGS, LARGEST, LETTERS, MARKERS, SCRIPTS

LEAST = 1.0
"""Votes below which the language is not told; a word that only one language has is one vote."""

_LETTER = 0.25
_SCRIPT = 0.1
_ENDING = 0.25
_LONG = 6
"""Letters of a word whose ending is looked at, at least."""
_REMEMBERED = 1 << 16
_LONGEST_ENDING = max(map(len, ENDINGS))


def _votes() -> dict[str, tuple[tuple[str, float], ...]]:
    languages: dict[str, list[str]] = {}
    for language, words in MARKERS.items():
        for word in words.replace("|", " ").split():
            languages.setdefault(word, []).append(language)
    # A letter alone may be anything: an item, a symbol.
    return {
        word: tuple((one, (1.0 if len(word) > 1 else _LETTER) / len(known)) for one in known)
        for word, known in languages.items()
    }


_VOTES = _votes()
FUNCTION_WORDS = {language: frozenset(words.partition("|")[0].split()) for language, words in MARKERS.items()}
"""By language; of those with a script of their own none are known."""
_LETTER_VOTES = {letter: tuple((one, _LETTER / len(languages.split())) for one in languages.split())
                 for letter, languages in LETTERS.items()}


def _pattern(scripts: Mapping[str, tuple[str, str]]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{one}>[{first}-{last}])" for one, (first, last) in scripts.items()))


_OWN_SCRIPT = _pattern(SCRIPTS)
_SHARED_SCRIPT = _pattern(LARGEST)


def language_of(words: Iterable[str]) -> str | None:
    """ISO 639-1 of the language of a text, given by its distinct words in lower case; None when they do not tell."""
    votes: dict[str, float] = defaultdict(float)
    for word in words:
        for language, share in _votes_of(word):
            votes[language] += share
    if not votes:
        return None
    told = max(votes, key=lambda one: (round(votes[one], 6), one))
    return told if votes[told] >= LEAST else None


@lru_cache(_REMEMBERED)
def _votes_of(word: str) -> tuple[tuple[str, float], ...]:
    """Languages a word speaks for, and how much."""
    if word in _VOTES:
        return _VOTES[word]
    votes = []
    if len(word) >= _LONG:
        spoken = (ENDINGS.get(word[-length:]) for length in range(_LONGEST_ENDING, 1, -1))
        votes += [(language, _ENDING) for language in filter(None, spoken)][:1]
    if word.isascii():
        return tuple(votes)
    if own := _OWN_SCRIPT.match(word):
        return ((own.lastgroup or "", 1.0),)
    if shared := _SHARED_SCRIPT.match(word):
        votes.append((shared.lastgroup or "", _SCRIPT))
    votes += [one for letter in sorted(set(word)) for one in _LETTER_VOTES.get(letter, ())]
    return tuple(votes)
