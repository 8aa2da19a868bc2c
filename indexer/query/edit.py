"""Filters put into a typed text and taken out of it again. The text stays the only place they are kept in."""

from __future__ import annotations

from indexer.query.language import PIECE, Field, Filter, parse
from indexer.query.texts import MAX_CHARACTERS, quoted, without_controls


def filter_text(field: Field, value: str) -> str:
    """A filter as it is typed: ``in:"Tax 2023"``."""
    plain = f"{field}:{value}"
    piece = PIECE.fullmatch(without_controls(plain))
    return plain if piece and piece["field"] and piece["plain"] == value else f"{field}:{quoted(value)}"


def with_filter(text: str, field: Field, value: str) -> str:
    """``text`` with this filter in place of those of the same field that are not negative, else at its end."""
    new = filter_text(field, value)
    same = parse(text).of(field)
    if same:
        for other in reversed(same[1:]):
            text = without_filter(text, other)
        after = text[same[0].end :]
        apart = " " if after and not after[0].isspace() else ""
        return text[: same[0].start] + new + apart + after
    kept = _closed(text).rstrip()
    if not kept:
        return new
    # What is beyond the limit is not read.
    return f"{kept} {new}" if len(kept) + len(new) < MAX_CHARACTERS else f"{new} {kept}"


def without_filter(text: str, filter: Filter) -> str:
    """``text`` without one of the filters that ``parse`` found in it."""
    before, after = text[: filter.start].rstrip(), text[filter.end :].lstrip()
    return f"{before} {after}" if before and after else before + after


def _closed(text: str) -> str:
    """``text`` with a quote left open closed, so that what follows is no part of it."""
    pieces = list(PIECE.finditer(without_controls(text)))
    if pieces and pieces[-1]["quoted"] is not None and pieces[-1].end("quoted") == len(text):
        return text + '"'
    return text
