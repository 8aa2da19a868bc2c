"""Spellings of one word: without accents and marks, with the letters a keyboard lacks written out, in full width."""

from __future__ import annotations

import unicodedata

_ONE = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ŋ": "n",
        "ё": "е", "ς": "σ"}
_TWO = {**_ONE, "ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"}
_ARABIC = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ک": "ك", "ـ": ""}
_SIMPLE, _WRITTEN_OUT = (str.maketrans({**letters, **_ARABIC}) for letters in (_ONE, _TWO))
_MARKS = (("\u0300", "\u036f"), ("\u0591", "\u05c7"), ("\u0610", "\u061a"), ("\u064b", "\u065f"), ("\u0670", "\u0670"),
          ("\u06d6", "\u06ed"))
"""Marks that a word may be written without: accents, Hebrew points, Arabic vowels. Not the vowels of India."""
_NO_MARKS = dict.fromkeys(point for first, last in _MARKS for point in range(ord(first), ord(last) + 1))


def lower(word: str) -> str:
    """Lower case in one form (NFC); the dotted I loses its dot as in the index."""
    return unicodedata.normalize("NFC", word.lower().replace("i\u0307", "i"))


def plain(word: str) -> str:
    """``word``, in lower case, in its barest spelling."""
    return word if word.isascii() else _bare(word.translate(_SIMPLE))


def spellings(word: str) -> tuple[str, ...]:
    """The ways ``word``, in lower case, may be typed by somebody who can not or will not write its letters."""
    if word.isascii():
        return (word,)
    return tuple(dict.fromkeys((plain(word), _bare(word.translate(_WRITTEN_OUT)))))


def _bare(word: str) -> str:
    # й is a letter, not an и with an accent.
    kept = word.replace("й", "\ue000")
    decomposed = unicodedata.normalize("NFKD", kept).translate(_NO_MARKS)
    return unicodedata.normalize("NFC", decomposed).replace("\ue000", "й").lower()
