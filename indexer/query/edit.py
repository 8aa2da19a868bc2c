"""Filters and files as examples put into a typed text and taken out of it again, which is all that keeps them."""

from __future__ import annotations

from dataclasses import dataclass

from indexer.query.language import PIECE, Field, Filter, parse, pieces
from indexer.query.texts import MAX_CHARACTERS, quoted, without_controls


@dataclass(frozen=True, slots=True)
class FileExample:
    """A file that pulls the results towards it, or pushes them ``away``; typed at [start, end) by its whole path."""

    start: int
    end: int
    path: str
    away: bool


def filter_text(field: Field, value: str) -> str:
    """A filter as it is typed: ``in:"Tax 2023"``."""
    plain = f"{field}:{value}"
    piece = PIECE.fullmatch(without_controls(plain))
    return plain if piece and piece["field"] and piece["plain"] == value else f"{field}:{quoted(value)}"


def with_filter(text: str, field: Field, value: str) -> str:
    """``text`` with this filter in place of those of the same field that are not negative, else at its end."""
    new = filter_text(field, value)
    same = parse(text).of(field)
    if not same:
        return _appended(text, new)
    for other in reversed(same[1:]):
        text = without_filter(text, other)
    after = text[same[0].end :]
    apart = " " if after and not after[0].isspace() else ""
    return text[: same[0].start] + new + apart + after


def without_filter(text: str, filter: Filter | FileExample) -> str:
    """``text`` without one of the filters or examples that were found in it."""
    before, after = text[: filter.start].rstrip(), text[filter.end :].lstrip()
    return f"{before} {after}" if before and after else before + after


def file_examples(text: str) -> tuple[FileExample, ...]:
    """The files after a ``+`` or ``-`` in the order typed. One that is named without its folder may be a word."""
    return tuple(
        FileExample(piece.start, piece.end, piece.exact, piece.sign == "-")
        for piece in pieces(text) if piece.sign and not piece.field and _is_whole(piece.exact)
    )


def steered(text: str, path: str, *, away: bool) -> str:
    """``text`` with the file at the database path ``path`` as an example of what is wanted, or not wanted (``away``).

    Where it is that already it is taken out; where it is the opposite it becomes this.
    """
    same = [one for one in file_examples(text) if one.path == path]
    for one in reversed(same):
        text = without_filter(text, one)
    if any(one.away == away for one in same):
        return text
    return _appended(text, f"{'-' if away else '+'}{quoted(path)}")


def _appended(text: str, new: str) -> str:
    kept = _closed(text).rstrip()
    if not kept:
        return new
    # What is beyond the limit is not read.
    return f"{kept} {new}" if len(kept) + len(new) < MAX_CHARACTERS else f"{new} {kept}"


def _closed(text: str) -> str:
    """``text`` with a quote left open closed, so that what follows is no part of it."""
    last = list(PIECE.finditer(without_controls(text)))[-1:]
    if last and last[0]["quoted"] is not None and last[0].end("quoted") == len(text):
        return text + '"'
    return text


def _is_whole(path: str) -> bool:
    """Whether it is a path from the root on, of any system."""
    return len(path) > 1 and (path.startswith(("/", "\\\\")) or path[1:3] in (":\\", ":/"))
