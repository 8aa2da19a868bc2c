"""What is typed, as text: made safe, compared as people do, and told apart into words and identifiers."""

from __future__ import annotations

import re
import unicodedata

MAX_CHARACTERS = 4_000
"""Characters of a query that are read; the rest is cut at a word's end."""

QUOTES = '"“”„'
"""Any of these opens and closes a quoted text; doubled inside it, it is itself."""

_IDENTIFIER = re.compile(
    r"^(?!\d{4}s\b)(?=.*[^\W\d_])(?:\D*\d){4}"  # letters and at least four digits, but not the 1960s
    r"|^(?!(?:19|20)\d\d\W+(?:19|20)\d\d\b)(?:\D*\d){6}"  # six digits, but not two years
    r"|[^\W_]_[^\W_]|[^\s@]@[^\s@]+\.\w"
    r"|[^\W\d_A-Z][A-Z]\w*[^\W\d_A-Z][A-Z]"  # two humps at least: iPhone and McDonald are names
)
_DOUBLED = re.compile(rf"([{QUOTES}])\1")


def is_identifier(word: str) -> bool:
    """Whether a word without spaces names one thing: INV-2023-0042, 0171/5550123, a@b.org, max_rows, getHTTPPort."""
    return bool(_IDENTIFIER.search(word))


def has_word(text: str) -> bool:
    """Whether there is a letter, digit or symbol in it."""
    return any(unicodedata.category(c)[0] in "LNS" for c in text)


def storable(untrusted_text: str) -> str:
    """The part of a query that is read, character for character, without what cannot be stored: lone surrogates."""
    text = untrusted_text[: MAX_CHARACTERS + 1].encode("utf-8", "replace").decode()
    if len(text) <= MAX_CHARACTERS:
        return text
    cut = text[:MAX_CHARACTERS]
    whole, _, _ = cut.rpartition(" ")
    return whole or cut


def without_controls(text: str) -> str:
    """The same with a space for each control character: SQLite reads text up to a NUL only."""
    return "".join(" " if unicodedata.category(c) == "Cc" else c for c in text)


def composed(text: str) -> str:
    """One form for letters with accents (NFC)."""
    return unicodedata.normalize("NFC", text)


def quoted(value: str) -> str:
    """``value`` as a quoted text of the query language, whatever is in it."""
    return '"' + re.sub(rf"([{QUOTES}])", r"\1\1", value) + '"'


def unquoted(inside: str) -> str:
    """What stood between the quotes."""
    return _DOUBLED.sub(r"\1", inside)
