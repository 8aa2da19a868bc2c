"""What a person typed, taken apart. Every string is accepted; what is not understood is a word like any other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, cast, get_args

from indexer.query.dates import Days, days_named
from indexer.query.kinds import kinds_named
from indexer.query.sizes import Bytes, size_named
from indexer.query.texts import (
    QUOTES,
    composed,
    has_word,
    identifiers_in,
    storable,
    unquoted,
    without_controls,
)

Field = Literal["type", "ext", "in", "after", "before", "date", "size", "name", "like"]
FIELDS: tuple[Field, ...] = get_args(Field)

Meaning = frozenset[str] | Days | Bytes | str
"""What a filter asks for: kinds (type), endings without their dot in lower case (ext), days, bytes, else a text."""

PIECE = re.compile(
    rf"""(?P<sign>(?<![^\s{QUOTES}])[-+])?
        (?:(?:(?<![^\s{QUOTES}])|(?<=[\s{QUOTES}][-+])|(?<=\A[-+]))(?P<field>{"|".join(FIELDS)}):)?
        (?:[{QUOTES}](?P<quoted>(?:[^{QUOTES}]|([{QUOTES}])\4)*)[{QUOTES}]?|(?P<plain>[^\s{QUOTES}]+))""",
    re.VERBOSE | re.IGNORECASE,
)
UNFINISHED = frozenset(f"{field}:" for field in FIELDS)
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter as it stands in the typed text, at [start, end); ``value`` as typed, without quotes."""

    start: int
    end: int
    field: Field
    value: str
    negative: bool
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed query.

    Attributes:
        text: words and phrases in the order typed, without operators: what is embedded.
        phrases: quoted texts of more than nothing; each must stand in the file.
        excluded: words, phrases or files that are not wanted.
        wanted: words, phrases or files that pull the results towards them.
        identifiers: words, or groups of them, meant to the letter: numbers of things, codes, addresses, symbols of
            programs.
        filters: in the order typed.
    """

    text: str
    phrases: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    wanted: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    filters: tuple[Filter, ...] = ()

    @property
    def names_one(self) -> bool:
        """Whether the words are nothing but an identifier."""
        return self.text in self.identifiers

    def of(self, field: Field, *, negative: bool = False) -> tuple[Filter, ...]:
        """The filters of one field."""
        return tuple(one for one in self.filters if one.field == field and one.negative == negative)


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a typed text, at [start, end) with its sign and field.

    Attributes:
        sign: ``+``, ``-`` or nothing.
        field: in lower case, or nothing.
        exact: as typed, without quotes.
        value: the same as it is compared: accents on their letters, no control characters.
    """

    start: int
    end: int
    sign: str
    field: str
    is_quoted: bool
    exact: str
    value: str


def pieces(untrusted_text: str) -> Iterator[Piece]:
    """What a typed text consists of, in order; what is beyond the part that is read is left out."""
    typed = storable(untrusted_text)
    for match in PIECE.finditer(without_controls(typed)):
        is_quoted = match["quoted"] is not None
        start, end = match.span("quoted" if is_quoted else "plain")
        exact = unquoted(typed[start:end]) if is_quoted else typed[start:end]
        value = composed(without_controls(exact)).strip()
        yield Piece(*match.span(), match["sign"] or "", (match["field"] or "").lower(), is_quoted, exact, value)


def parse(untrusted_text: str, today: date | None = None) -> Query:
    """Take a query apart. Never fails; an empty or unusable query has an empty ``text`` and no filters.

    ``today``: what words for days are counted from; the local date when None.
    """
    now = today or date.today()
    text: list[str] = []
    phrases: list[str] = []
    excluded: list[str] = []
    wanted: list[str] = []
    plain: list[list[str]] = [[]]
    filters: list[Filter] = []
    for piece in pieces(untrusted_text):
        field, value = cast(Field, piece.field), piece.value
        meaning = _meaning(field, piece.exact, now) if field else None
        if meaning:
            filters.append(Filter(piece.start, piece.end, field, piece.exact, piece.sign == "-", meaning))
        elif not has_word(value):
            continue
        elif field or value.lower() in UNFINISHED:
            text.append(f"{field}:{value}" if field else value)
            if piece.is_quoted:
                phrases.append(value)
        elif piece.sign == "-":
            excluded.append(value)
        elif piece.sign == "+" and (piece.is_quoted or _LETTER.search(value)):
            wanted.append(value)
        else:
            text.append(piece.sign + value)
            if piece.is_quoted:
                phrases.append(value)
                plain.append([])
            else:
                plain[-1].append(text[-1])
    identifiers = dict.fromkeys(name for words in plain for name in identifiers_in(" ".join(words)))
    return Query(
        " ".join(text), tuple(phrases), tuple(excluded), tuple(wanted), tuple(identifiers), tuple(filters)
    )


def _meaning(field: Field, value: str, today: date) -> Meaning | None:
    """What the value of a field asks for; nothing when it is not understood."""
    match field:
        case "type":
            return kinds_named(value)
        case "ext":
            return frozenset(part.strip().lower().lstrip(".") for part in value.split(",") if part.strip(" ."))
        case "after" | "before" | "date":
            return days_named(value, today)
        case "size":
            return size_named(value)
        case "in" | "name" | "like":
            return value if value.strip() else None
