"""Lines of text found in a picture to reading order, paragraphs and passages. Pure: no library of the recogniser."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from indexer.extract.chunk import chunk
from indexer.extract.document import Block, Document, Passage
from indexer.extract.pdf_layout import join_lines

Corner = tuple[float, float]
Box = tuple[float, float, float, float]

_WIDE = 3.0
"""Widths to heights from which on a line's slope says how the page lies."""
_COLUMN_WIDTH = 8.0
_COLUMN_LINES = 3
_PARAGRAPH_STEP = 1.9
"""Heights of a line between the tops of two lines of one paragraph."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line as found. ``corners`` are its four corners in pixels, from the text's own top left, clockwise."""

    text: str
    corners: tuple[Corner, Corner, Corner, Corner]
    score: float


@dataclass(frozen=True, slots=True)
class _Placed:
    line: TextLine
    left: float
    right: float
    top: float
    bottom: float

    @property
    def height(self) -> float:
        return max(self.bottom - self.top, 1.0)


def in_reading_order(lines: Sequence[TextLine]) -> list[list[list[TextLine]]]:
    """Paragraphs of rows of lines: columns of prose one after the other, all else from row to row, left to right.

    A page that lies askew is set straight first.
    """
    slope = _slope(lines)
    waiting = [[_place(line, slope) for line in lines]] if lines else []
    found: list[list[list[_Placed]]] = []
    while waiting:
        group = waiting.pop()
        parts = _columns(group) or _bands(group)
        if parts is None:
            found.extend(_paragraphs(_rows(group)))
        else:
            waiting.extend(reversed(parts))
    return [[[placed.line for placed in row] for row in paragraph] for paragraph in found]


def passages(lines: Sequence[TextLine], size: tuple[int, int], page: int | None) -> list[Passage]:
    """Passages with locator ``page`` (when there is one) and ``box``; ``size`` is the picture's, (width, height)."""
    paragraphs = in_reading_order(lines)
    if not paragraphs:
        return []
    place: dict[str, int | str] = {} if page is None else {"page": page}
    blocks = [
        Block(join_lines([" ".join(line.text for line in row) for row in rows]), locator={**place, "box": number})
        for number, rows in enumerate(paragraphs)
    ]
    found = chunk(Document(blocks))
    starts = [int(passage.locator["box"]) for passage in found]
    boxed = []
    for passage, start, following in zip(found, starts, [*starts[1:], len(paragraphs)], strict=True):
        inside = [line for rows in paragraphs[start : max(following, start + 1)] for row in rows for line in row]
        around = _around(box_of(line, size) for line in inside)
        thousandths = ",".join(str(round(1000 * part)) for part in around)
        boxed.append(Passage(passage.text, passage.context, {**place, "box": thousandths}))
    return boxed


def box_of(line: TextLine, size: tuple[int, int]) -> Box:
    """(x, y, width, height) of the upright box around a line, in fractions of ``size``, inside the picture."""
    across = [min(max(x / size[0], 0.0), 1.0) for x, _ in line.corners]
    down = [min(max(y / size[1], 0.0), 1.0) for _, y in line.corners]
    return min(across), min(down), max(across) - min(across), max(down) - min(down)


def _around(boxes: Iterable[Box]) -> Box:
    all_boxes = list(boxes)
    left, top = min(box[0] for box in all_boxes), min(box[1] for box in all_boxes)
    right, bottom = max(box[0] + box[2] for box in all_boxes), max(box[1] + box[3] for box in all_boxes)
    return left, top, right - left, bottom - top


def _slope(lines: Sequence[TextLine]) -> float:
    """Radians by which most of the text climbs (negative) or falls, 0 without lines wide enough to tell.

    Half a turn is added where most of it stands on its head.
    """
    slopes = []
    reversed_lines = 0
    for line in lines:
        (left, top), (right, right_top), _, (_, bottom) = line.corners
        across, down = right - left, right_top - top
        if abs(across) > _WIDE * abs(bottom - top):
            slopes.append(math.atan2(math.copysign(1, across) * down, abs(across)))
            reversed_lines += across < 0
    slope = median(slopes) if slopes else 0.0
    return slope + math.pi if 2 * reversed_lines > len(slopes) else slope


def _place(line: TextLine, slope: float) -> _Placed:
    cosine, sine = math.cos(slope), math.sin(slope)
    across = [x * cosine + y * sine for x, y in line.corners]
    down = [y * cosine - x * sine for x, y in line.corners]
    return _Placed(line, min(across), max(across), min(down), max(down))


def _columns(group: list[_Placed]) -> list[list[_Placed]] | None:
    """The group cut at the first gap from top to bottom that has prose on both sides."""
    gap = median(placed.height for placed in group)
    ordered = sorted(group, key=lambda placed: placed.left)
    reach = ordered[0].right
    for number, placed in enumerate(ordered):
        if placed.left > reach + gap and _is_prose(ordered[:number]) and _is_prose(ordered[number:]):
            return [ordered[:number], ordered[number:]]
        reach = max(reach, placed.right)
    return None


def _is_prose(group: list[_Placed]) -> bool:
    wide = median(placed.right - placed.left for placed in group) >= _COLUMN_WIDTH * median(p.height for p in group)
    return wide and len(group) >= _COLUMN_LINES


def _bands(group: list[_Placed]) -> list[list[_Placed]] | None:
    """The group cut at its widest gap from left to right, if one is wider than half a line."""
    ordered = sorted(group, key=lambda placed: placed.top)
    best, at = 0.5 * median(placed.height for placed in group), 0
    reach = ordered[0].bottom
    for number, placed in enumerate(ordered):
        if placed.top - reach > best:
            best, at = placed.top - reach, number
        reach = max(reach, placed.bottom)
    return [ordered[:at], ordered[at:]] if at else None


def _rows(group: list[_Placed]) -> list[list[_Placed]]:
    rows: list[list[_Placed]] = []
    for placed in sorted(group, key=lambda placed: placed.top + placed.bottom):
        middle = (placed.top + placed.bottom) / 2
        if rows and middle < rows[-1][0].bottom - 0.25 * rows[-1][0].height:
            rows[-1].append(placed)
        else:
            rows.append([placed])
    return [sorted(row, key=lambda placed: placed.left) for row in rows]


def _paragraphs(rows: list[list[_Placed]]) -> list[list[list[_Placed]]]:
    found: list[list[list[_Placed]]] = []
    for row in rows:
        above = found[-1][-1][0] if found else None
        if above is not None and row[0].top - above.top <= _PARAGRAPH_STEP * min(above.height, row[0].height):
            found[-1].append(row)
        else:
            found.append([row])
    return found
