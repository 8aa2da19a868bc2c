"""The text of a file as lines to lay out: none too long, with headings and numbers. Pure."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal

from indexer.answers import FileDetails, Part

LINE_CHARACTERS = 4_000
"""Characters from which on a line is laid out in several, since one line of two million takes seconds."""

NUMBERED = frozenset({"code", "csv", "json", "xml"})
"""Kinds whose lines are shown with their numbers, in a monospaced font."""

_SEPARATOR = " › "
_CUT_AT_SPACE = 200
# What a QTextDocument begins a new block at.
_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\u2029\ufdd0\ufdd1]")
_HIDDEN = dict.fromkeys((*range(9), *range(14, 32), 127), "\N{REPLACEMENT CHARACTER}")


@dataclass(frozen=True, slots=True)
class Line:
    """One block of the view.

    Attributes:
        text: as shown; as long as the part of the file's text it stands for, but for headings.
        start: its first character's place in ``FileDetails.text``; of a heading, the place of what it stands over.
        form: ``continued`` goes on with the line before it.
        number: the line's number in the file, where it is known and shown.
    """

    text: str
    start: int
    form: Literal["text", "continued", "heading"] = "text"
    number: int | None = None


def lines_of(details: FileDetails) -> list[Line]:
    """All lines of ``details.text``; at least one."""
    parts = [part for part in details.parts if part.picture is None and part.end > part.start]
    is_numbered = details.kind in NUMBERED
    headings = [] if is_numbered else _headings(parts)
    lines: list[Line] = []
    numbers = _Numbers(parts if is_numbered else ())
    due = 0
    for start, end in _spans(details.text):
        while due < len(headings) and headings[due][0] <= end:
            lines.append(Line(headings[due][1], headings[due][0], "heading"))
            due += 1
        number = numbers.of(start, end)
        for piece, (first, last) in enumerate(_pieces(details.text, start, end)):
            shown = details.text[first:last].translate(_HIDDEN)
            lines.append(Line(shown, first, "continued" if piece else "text", None if piece else number))
    return lines


def line_at(lines: Sequence[Line], place: int) -> int:
    """The index of the line that holds the character at ``place`` of the text."""
    return max(0, bisect_right(lines, place, key=lambda line: line.start) - 1)


def units(text: str) -> int:
    """Length of ``text`` as Qt counts it."""
    return len(text) + sum(character > "\uffff" for character in text)


class _Numbers:
    """Counts on from the number that each part has."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self._parts = parts
        self._next = 0
        self._number: int | None = None

    def of(self, start: int, end: int) -> int | None:
        """The number of the line [start, end); lines are asked for in order. None between parts."""
        if self._number is not None:
            self._number += 1
        while self._next < len(self._parts) and self._parts[self._next].start <= end:
            part = self._parts[self._next]
            line = part.locator.get("line")
            if isinstance(line, int) and (part.start == start or self._number is None):
                self._number = line
            self._next += 1
        is_inside = self._next > 0 and start < self._parts[self._next - 1].end
        return self._number if is_inside else None


def _headings(parts: Sequence[Part]) -> list[tuple[int, str]]:
    """(place, text) of a heading wherever the heading path changes, without the title that is on every path."""
    paths = [part.context.split(_SEPARATOR) if part.context else [] for part in parts]
    headings: list[tuple[int, str]] = []
    before = paths[0][:1] if all(path[:1] == paths[0][:1] for path in paths) and paths else []
    for part, path in zip(parts, paths, strict=True):
        shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(path, before, strict=False)))
        if path[shared:]:
            headings.append((part.start, _SEPARATOR.join(path[shared:])))
        before = path
    return headings


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in _BREAK.finditer(text):
        yield start, gap.start()
        start = gap.end()
    yield start, len(text)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LINE_CHARACTERS:
        space = text.rfind(" ", start + LINE_CHARACTERS - _CUT_AT_SPACE, start + LINE_CHARACTERS)
        cut = space + 1 if space > 0 else start + LINE_CHARACTERS
        yield start, cut
        start = cut
    yield start, end
