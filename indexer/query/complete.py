"""What may be typed next: fields, and values of the field at the cursor. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import cast

from indexer.paths import fold
from indexer.query.dates import readings
from indexer.query.edit import filter_text
from indexer.query.language import FIELDS, PIECE, UNFINISHED, Field
from indexer.query.texts import unquoted, without_controls

_LEAST = 2
"""Letters of a field from which on it is offered."""
_MOST = 15
_YEARS = 10

FIELD_WORDS: dict[Field, str] = {
    "type": "kind of file", "ext": "ending of the name", "in": "folder", "after": "changed since",
    "before": "changed before", "date": "changed in", "size": "size of the file", "name": "part of the name",
    "like": "like this file",
}
KIND_WORDS = {
    "document": "PDF, Word, OpenDocument, books", "pdf": "PDF", "word": "Word, OpenDocument, RTF",
    "picture": "photos, scans, drawings", "spreadsheet": "Excel, OpenDocument, CSV",
    "slides": "PowerPoint, OpenDocument", "mail": "saved mail", "text": "plain text, Markdown", "book": "EPUB",
    "web": "saved web pages", "code": "programs and scripts", "data": "CSV, JSON, XML", "notebook": "Jupyter",
    "archive": "ZIP and the like", "other": "all other kinds",
}
ENDING_WORDS = {
    "pdf": "PDF", "docx": "Word", "xlsx": "Excel", "pptx": "PowerPoint", "txt": "plain text", "md": "Markdown",
    "jpg": "photo", "png": "picture", "csv": "table", "html": "web page",
}
DAY_WORDS = {
    "today": "one day", "yesterday": "one day", "this week": "from Monday", "last week": "Monday to Sunday",
    "last 7 days": "up to today", "this month": "up to today", "last month": "the whole month",
    "last 3 months": "up to today", "this year": "up to today", "last year": "the whole year",
}
MONTH_WORDS = dict.fromkeys(
    (
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ),
    "the latest one",
)
SIZE_WORDS = {
    ">1mb": "larger", ">10mb": "larger", ">100mb": "larger", "<100kb": "smaller", "1mb..10mb": "between",
}

_NUMBER = re.compile(r"[<>]?\d+")
_SEPARATORS = re.compile(r"[/\\]")


@dataclass(frozen=True, slots=True)
class Completion:
    """One offer: ``insert`` in place of the typed text at [start, end).

    ``text`` is what is shown; ``explains`` says it in a few English words, to be translated by whoever shows them, or
    is the path of a folder.
    """

    text: str
    start: int
    end: int
    insert: str
    explains: str


def complete(
    text: str, cursor: int, folders: Sequence[str] = (), today: date | None = None
) -> list[Completion]:
    """Offers for the word the cursor is in or behind, best first; empty in ordinary words.

    ``folders``: paths that ``in:`` may offer.
    """
    clean = without_controls(text)
    piece = next((one for one in PIECE.finditer(clean) if one.start() < cursor <= one.end()), None)
    if piece is None or piece["sign"] == "+":
        return []
    start, end, sign = piece.start(), piece.end(), piece["sign"] or ""
    field = piece["field"]
    if piece["quoted"] is not None:
        opened, closed = piece.span("quoted")
        if field is None or not opened <= cursor <= closed:
            return []
        typed = unquoted(clean[opened:cursor])
    elif field is not None:
        typed = clean[piece.start("plain") : max(cursor, piece.start("plain"))]
    elif piece["plain"].lower() in UNFINISHED and cursor == end:
        field, typed = piece["plain"][:-1], ""
    else:
        return _fields(piece["plain"], start, end, sign) if cursor == end else []
    field = cast(Field, field.lower())
    offers = _values(field, typed, folders, today or date.today())
    return [
        Completion(shown, start, end, sign + filter_text(field, value), explains)
        for shown, value, explains in islice(offers, _MOST)
        if value != typed or cursor < end
    ]


def _fields(typed: str, start: int, end: int, sign: str) -> list[Completion]:
    if len(typed) < _LEAST:
        return []
    return [
        Completion(f"{field}:", start, end, f"{sign}{field}:", FIELD_WORDS[field])
        for field in FIELDS
        if field.startswith(typed.lower())
    ]


def _values(field: Field, typed: str, folders: Sequence[str], today: date) -> Iterator[tuple[str, str, str]]:
    """What is shown, the value, and what it means."""
    match field:
        case "type" | "ext":
            earlier, comma, last = typed.rpartition(",")
            words = KIND_WORDS if field == "type" else ENDING_WORDS
            for shown, value, explains in _beginning(words, last.strip().lstrip(".")):
                yield shown, f"{earlier}{comma}{value}", explains
        case "after" | "before" | "date":
            yield from _days(typed, today)
        case "size":
            yield from _sizes(typed)
        case "in":
            yield from _folders(typed, folders)
        case "name" | "like":
            return


def _beginning(words: dict[str, str], typed: str) -> Iterator[tuple[str, str, str]]:
    wanted = fold(typed)
    return ((word, word, explains) for word, explains in words.items() if word.startswith(wanted))


def _days(typed: str, today: date) -> Iterator[tuple[str, str, str]]:
    wanted = " ".join(re.split(r"[\s_-]+", fold(typed)))
    for day, explains in zip(readings(typed), ("day first", "month first"), strict=False):
        yield day.isoformat(), day.isoformat(), explains
    yield from _beginning(DAY_WORDS, wanted)
    if wanted.isdecimal():
        years = (str(today.year - back) for back in range(_YEARS))
        yield from ((year, year, "the whole year") for year in years if year.startswith(wanted))
    elif wanted:
        yield from _beginning(MONTH_WORDS, wanted)


def _sizes(typed: str) -> Iterator[tuple[str, str, str]]:
    if _NUMBER.fullmatch(typed):
        for limit in typed[:1] if typed[0] in "<>" else "><":
            for unit in ("kb", "mb", "gb"):
                size = f"{limit}{typed.lstrip('<>')}{unit}"
                yield size, size, "larger" if limit == ">" else "smaller"
    else:
        yield from _beginning(SIZE_WORDS, typed)


def _folders(typed: str, folders: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Folders whose name begins with what is typed first; a name that several bear comes with its parent."""
    wanted = fold(typed)
    parts = {path: [part for part in _SEPARATORS.split(path) if part] for path in dict.fromkeys(folders)}
    named = [(path, split) for path, split in parts.items() if split and wanted in fold("/".join(split[-2:]))]
    named.sort(key=lambda one: not fold(one[1][-1]).startswith(wanted))
    names = [fold(split[-1]) for split in parts.values() if split]
    for path, split in named:
        alone = names.count(fold(split[-1])) == 1
        value = split[-1] if alone else "/".join(split[-2:])
        yield value, value, path
