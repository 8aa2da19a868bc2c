"""What is typed, as text: made safe, compared as people do, and told apart into words and identifiers."""

from __future__ import annotations

import re
import unicodedata

MAX_CHARACTERS = 4_000
"""Characters of a query that are read; the rest is cut at a word's end."""

QUOTES = '"“”„'
"""Any of these opens and closes a quoted text; doubled inside it, it is itself."""

_IDENTIFIER = re.compile(
    r"^(?!\D*(?:19|20)\d\d\D*$)(?=.*[^\W\d_])(?:\D*\d){4}"  # letters and at least four digits, but not only a year
    r"|^(?!(?:19|20)\d\d\W+(?:19|20)\d\d\b)(?:\D*\d){6}"  # six digits, but not two years
    r"|[^\W_]_[^\W_]|[^\s@]@[^\s@]+\.\w"
    r"|[^\W\d_A-Z][A-Z]\w*[^\W\d_A-Z][A-Z]"  # two humps at least: iPhone and McDonald are names
)
_NUMBERED = r"\S*?\d\S*"
_GROUPS = re.compile(
    rf"(?<!\S)(?:[A-Z]{{1,5}}(?:-[A-Z]{{1,5}})? (?={_NUMBERED}))?{_NUMBERED}"
    rf"(?: (?:[-–—/] )?(?:{_NUMBERED}|[OQDIlLSBZG]{{1,3}}(?!\S)|[A-Z]{{1,4}}(?= {_NUMBERED})))*"
)
"""Words with a digit side by side, with the few capitals that may lead or join them."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DIGIT = re.compile(r"\d")
_LIKE_DIGITS = re.compile(r"\b[\dOQDIlLSBZG]+\b")
_WILD = re.compile(r"\*|\?(?=\S)")
_DOUBLED = re.compile(rf"([{QUOTES}])\1")


def is_identifier(word: str) -> bool:
    """Whether a word without spaces names one thing: INV-2023-0042, 0171/5550123, a@b.org, max_rows, getHTTPPort."""
    return bool(_IDENTIFIER.search(word))


def identifiers_in(words: str) -> tuple[str, ...]:
    """What of words typed side by side names one thing: single words, and groups: INV 2024 0417, 0171 / 555 01 23.

    Where nothing else is typed, less makes an identifier than among other words: 4711, AB-123, inv 2024 0417.
    """
    if is_pattern(words):
        return ()
    if _GROUPS.fullmatch(words.upper()) and _names_one(words.upper(), alone=True):
        found = [words]
    else:
        found = [match.group() for match in _GROUPS.finditer(words) if _names_one(match.group(), alone=False)]
    return tuple(dict.fromkeys([*found, *filter(is_identifier, words.split())]))


def is_pattern(text: str) -> bool:
    """Whether * or ? stand for what is in a name; the ? of a question is at its end."""
    return bool(_WILD.search(text))


def _names_one(group: str, *, alone: bool) -> bool:
    digits = len(_DIGIT.findall(group))
    if len(_DIGIT.findall(_YEAR.sub("", group))) < 3:
        return False
    if " " in group:
        return digits >= 4 if group[0].isalpha() else sum(map(len, _LIKE_DIGITS.findall(group))) >= 6
    return alone and (digits >= 4 or sum(map(str.isalnum, group)) >= 5)


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
