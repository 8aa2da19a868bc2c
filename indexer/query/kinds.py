"""Kinds of file in plain words."""

from __future__ import annotations

from collections.abc import Iterable

from indexer.extract import KINDS, kind_of

GROUPS: dict[str, frozenset[str]] = {
    "word": frozenset({"docx", "doc", "odt", "rtf"}),
    "document": frozenset({"pdf", "docx", "doc", "odt", "rtf", "epub"}),
    "text": frozenset({"text", "markdown", "rst"}),
    "picture": frozenset({"picture"}),
    "spreadsheet": frozenset({"xlsx", "xls", "ods", "csv"}),
    "slides": frozenset({"pptx", "ppt", "odp"}),
    "mail": frozenset({"eml", "mbox", "msg"}),
    "book": frozenset({"epub"}),
    "web": frozenset({"html"}),
    "data": frozenset({"csv", "json", "xml"}),
    "notebook": frozenset({"ipynb"}),
    "code": frozenset({"code"}),
    "archive": frozenset({"archive"}),
    "other": frozenset({"other"}),
}
_ALSO = {
    "image": "picture", "photo": "picture", "excel": "spreadsheet", "table": "spreadsheet", "powerpoint": "slides",
    "slide": "slides", "presentation": "slides", "email": "mail", "e-mail": "mail", "ebook": "book",
}


def kinds_named(names: str) -> frozenset[str]:
    """The kinds meant by ``pdf``, ``.jpg``, ``spreadsheets`` or several of these with commas; empty if unknown."""
    return frozenset().union(*(_kinds_of(name.strip().lower().lstrip(".")) for name in names.split(",")))


def _kinds_of(name: str) -> Iterable[str]:
    for word in (name, name.removesuffix("s")):
        group = _ALSO.get(word, word)
        if group in GROUPS:
            return GROUPS[group]
    if name in KINDS:
        return (name,)
    # A single letter is the beginning of a word rather than the ending of a source file.
    kind = kind_of(f"name.{name}") if len(name) > 1 else "other"
    return () if kind == "other" else (kind,)
