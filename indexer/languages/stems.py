"""Words that are one word in several forms: Snowball's stems (Porter 2001), and the heads of compounds."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from typing import Protocol, cast

from indexer.languages.spelling import plain

STEMMERS = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek", "es": "spanish",
    "et": "estonian", "fa": "persian", "fi": "finnish", "fr": "french", "hi": "hindi", "hu": "hungarian",
    "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian", "nl": "dutch", "no": "norwegian",
    "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sv": "swedish", "ta": "tamil",
    "tr": "turkish",
}
"""Languages with stems (ISO 639-1), by Snowball's name. English has them in the word index itself."""

LANGUAGES = (*STEMMERS, "he")

_ENDINGS = {
    "de": ("ern", "en", "er", "em", "es", "e", "n", "s"),
    "nl": ("eren", "en", "es", "e", "s"),
    "sv": ("arna", "erna", "orna", "ens", "ets", "en", "et", "ar", "er", "or", "n", "s", "a"),
    "da": ("erne", "ene", "ens", "ets", "en", "et", "er", "e", "s"),
    "no": ("ene", "ens", "ets", "en", "et", "er", "e", "a", "s"),
}
COMPOUNDING = frozenset(_ENDINGS)
"""Languages that write compounds as one word."""
LINKS = ("", "s", "es", "n", "en", "er", "e")
"""What may stand between the parts of a compound."""
LEAST_PART = 3
"""Letters of a part, at least."""

_REMEMBERED = 1 << 16
_lock = threading.Lock()


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802


@lru_cache(_REMEMBERED)
def stem(language: str, word: str) -> str:
    """What the forms of ``word`` have in common, without accents; ``word`` in lower case, language of ``LANGUAGES``."""
    if language == "he":
        return _hebrew(plain(word))
    # A stemmer works on itself, and threads share it.
    with _lock:
        return plain(_stemmer(language).stemWord(word))


@lru_cache(_REMEMBERED)
def head(language: str, word: str) -> str:
    """``word`` without the ending of its inflection: the same for a word alone and at the end of any compound.

    A stem is not: what Snowball takes off depends on what stands before. Language of ``COMPOUNDING``.
    """
    bare = plain(word)
    for ending in _ENDINGS[language]:
        if bare.endswith(ending) and len(bare) - len(ending) >= LEAST_PART:
            return bare[: -len(ending)]
    return bare


def divisions(language: str, word: str) -> Iterator[tuple[list[str], str]]:
    """Every way to divide a compound in two: what its first part may be as a word, and the second."""
    bare = plain(word)
    for place in range(LEAST_PART, len(bare) - LEAST_PART + 1):
        left, right = bare[:place], bare[place:]
        alone = [left[: -len(link)] for link in LINKS if link and left.endswith(link)]
        # Schulweg, Kirchturm: what lost its e. Kyrkogård, gatuplan: an a that became another vowel.
        lost = f"{left[:-1]}a" if language == "sv" and left[-1] in "ou" else f"{left}e"
        yield list(dict.fromkeys([left, *(part for part in alone if len(part) >= LEAST_PART), lost])), right


@lru_cache
def _stemmer(language: str) -> _Stemmer:
    name = STEMMERS[language]
    module = import_module(f"snowballstemmer.{name}_stemmer")
    return cast(_Stemmer, getattr(module, f"{name.capitalize()}Stemmer")())


def _hebrew(word: str) -> str:
    """Without one particle before and the commonest plural endings behind, three letters left at least."""
    if len(word) > 3 and word[0] in "הובלמכש":
        word = word[1:]
    for ending in ("ים", "ות"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word
