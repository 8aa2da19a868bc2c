"""What a person typed, taken apart. Every string is accepted; what is not understood is a word like any other."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from indexer.extract import kind_of

MAX_CHARACTERS = 4_000
"""Characters of a query that are read; the rest is cut at a word's end."""

_PIECE = re.compile(
    r"""(?P<negative>(?<!\S)-)?
        (?:(?<!\S)(?P<field>type|ext|in):)?
        (?:["“”„](?P<quoted>[^"“”„]*)["“”„]?|(?P<plain>[^\s"“”„]+))""",
    re.VERBOSE | re.IGNORECASE,
)
_GROUPS: dict[str, frozenset[str]] = {
    "image": frozenset({"picture"}), "photo": frozenset({"picture"}),
    "word": frozenset({"docx", "doc", "odt", "rtf"}),
    "excel": frozenset({"xlsx", "xls", "ods", "csv"}), "spreadsheet": frozenset({"xlsx", "xls", "ods", "csv"}),
    "powerpoint": frozenset({"pptx", "ppt", "odp"}), "slides": frozenset({"pptx", "ppt", "odp"}),
    "mail": frozenset({"eml", "mbox", "msg"}), "email": frozenset({"eml", "mbox", "msg"}),
    "ebook": frozenset({"epub"}), "notebook": frozenset({"ipynb"}),
}
_IDENTIFIER = re.compile(
    r"^(?!\d{4}s\b)(?=.*[^\W\d_])(?:\D*\d){4}"  # letters and at least four digits, but not the 1960s
    r"|^(?!(?:19|20)\d\d\W+(?:19|20)\d\d\b)(?:\D*\d){6}"  # six digits, but not two years
    r"|[^\W_]_[^\W_]|[^\s@]@[^\s@]+\.\w"
    r"|[^\W\d_A-Z][A-Z]\w*[^\W\d_A-Z][A-Z]"  # two humps at least: iPhone and McDonald are names
)
_KIND_NAMES = frozenset({"text", "markdown", "code", "archive", "picture", "other"})


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed query.

    Attributes:
        text: words and phrases in the order typed, without operators: what is embedded.
        phrases: quoted texts of more than nothing; each must stand in the file.
        excluded: texts that must not stand in the file.
        kinds: kinds of file wanted, or None for all.
        extensions: wanted file name endings without the dot, lower case, or None for all.
        folders: names or paths of folders, in any of which the file must be.
        identifiers: words meant to the letter: numbers of things, codes, addresses, symbols of programs.
    """

    text: str
    phrases: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    kinds: frozenset[str] | None = None
    extensions: frozenset[str] | None = None
    folders: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()


def parse(untrusted_text: str) -> Query:
    """Take a query apart. Never fails; an empty or unusable query has an empty ``text``."""
    text: list[str] = []
    phrases: list[str] = []
    excluded: list[str] = []
    folders: list[str] = []
    identifiers: list[str] = []
    kinds: set[str] = set()
    extensions: set[str] = set()
    for piece in _PIECE.finditer(_readable(untrusted_text)):
        value = (piece["quoted"] if piece["quoted"] is not None else piece["plain"]).strip()
        field = (piece["field"] or "").lower()
        found_kinds = kinds_named(value) if field == "type" else frozenset()
        if not _has_word(value):
            continue
        if field and not piece["negative"] and (field != "type" or found_kinds):
            if field == "type":
                kinds |= found_kinds
            elif field == "ext":
                extensions |= {part.lower().lstrip(".") for part in value.split(",") if part.strip(".")}
            else:
                folders.append(value)
        elif piece["negative"] and not field:
            excluded.append(value)
        else:
            text.append(f"{field}:{value}" if field else value)
            if piece["quoted"] is not None:
                phrases.append(value)
            elif is_identifier(value):
                identifiers.append(value)
    return Query(
        " ".join(text), tuple(phrases), tuple(excluded), frozenset(kinds) or None, frozenset(extensions) or None,
        tuple(folders), tuple(identifiers),
    )


def is_identifier(word: str) -> bool:
    """Whether a word without spaces names one thing: INV-2023-0042, 0171/5550123, a@b.org, max_rows, getHTTPPort."""
    return bool(_IDENTIFIER.search(word))


def kinds_named(names: str) -> frozenset[str]:
    """The kinds meant by ``pdf``, ``.jpg``, ``spreadsheet`` or several of these with commas; empty if unknown."""
    return frozenset().union(*(_kinds_of(name.strip().lower().lstrip(".")) for name in names.split(",")))


def fold(text: str) -> str:
    """Text for comparing as people do: without case, accents or compatibility forms."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def _kinds_of(name: str) -> Iterable[str]:
    if name in _GROUPS:
        return _GROUPS[name]
    if name in _KIND_NAMES:
        return (name,)
    kind = kind_of(f"name.{name}")
    return () if kind == "other" else (kind,)


def _readable(untrusted_text: str) -> str:
    # Lone surrogates cannot be stored or embedded, and SQLite reads text up to a NUL only.
    valid = untrusted_text[: MAX_CHARACTERS + 1].encode("utf-8", "replace").decode()
    text = unicodedata.normalize("NFC", "".join(" " if unicodedata.category(c) == "Cc" else c for c in valid))
    if len(text) <= MAX_CHARACTERS:
        return text
    cut = text[:MAX_CHARACTERS]
    whole, _, _ = cut.rpartition(" ")
    return whole or cut


def _has_word(value: str) -> bool:
    return any(unicodedata.category(c)[0] in "LNS" for c in value)
