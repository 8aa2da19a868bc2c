"""Where on a page of a PDF the text of a passage stands."""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

Span = tuple[int, int]

_CHARACTERS = 100_000
"""Characters of a page that are compared."""
_RUN = 8
"""Letters in a row that must agree."""
_CANDIDATES = 50
"""Places looked at that begin alike."""
_ALONE = 20
"""Letters of a run that counts although nothing near it agrees."""
_NEAR = 60
"""Letters of the page that may lie between two runs of one passage."""
_FINER = 16
"""Parts of a pixel in which PDFium tells places: it tells whole ones only."""
_WORD_GAP = 3.0
"""Heights of a letter between two words of one line at most."""


class Box(NamedTuple):
    """Pixels from the left and the top."""

    left: float
    top: float
    right: float
    bottom: float


def marks(page: Any, text_page: Any, passage: str, size: tuple[int, int]) -> list[tuple[float, float, float, float]]:
    """(left, top, width, height) of each line of ``passage`` on the page when it is drawn in ``size`` pixels."""
    count = min(text_page.count_chars(), _CHARACTERS)
    # Where a letter is no character of its own, such as half of an emoji, it agrees with nothing.
    units = [pdfium.FPDFText_GetUnicode(text_page, index) for index in range(max(count, 0))]
    text = "".join(chr(unit) if 0 < unit < 0x110000 and not 0xD800 <= unit < 0xE000 else " " for unit in units)
    boxes = [
        box
        for start, end in matching(text, passage)
        for index in range(start, end)
        if not text[index].isspace() and (box := _box(page, text_page, index, size)) is not None
    ]
    return [(box.left, box.top, box.right - box.left, box.bottom - box.top) for box in lines(boxes)]


def matching(text: str, passage: str) -> list[Span]:
    """Spans of ``text`` that say what ``passage`` says; white space, marks, accents and case do not count.

    The two may begin and end at different places, and either may have what the other has not.
    """
    places, here = _letters(text)
    _, wanted = _letters(passage)
    if not here or not wanted:
        return []
    at = here.find(wanted)
    runs = [(at, at + len(wanted))] if at >= 0 else _credible(_runs(here, wanted), len(wanted))
    return [_with_marks(text, places[start], places[end - 1] + 1) for start, end in runs]


def lines(boxes: Sequence[Box]) -> list[Box]:
    """Boxes of letters in reading order, those that share a line in one."""
    found: list[Box] = []
    last: Box | None = None
    for box in boxes:
        if last is not None and _is_next(last, box):
            line = found[-1]
            found[-1] = Box(
                min(line.left, box.left), min(line.top, box.top), max(line.right, box.right),
                max(line.bottom, box.bottom),
            )
        else:
            found.append(box)
        last = box
    return found


def _runs(here: str, wanted: str) -> list[Span]:
    """Stretches of ``here`` that agree with ``wanted``, in order and apart."""
    starts: dict[str, list[int]] = {}
    for index in range(len(here) - _RUN + 1):
        starts.setdefault(here[index : index + _RUN], []).append(index)
    runs: list[Span] = []
    at, expected = 0, 0
    while at <= len(wanted) - _RUN:
        candidates = starts.get(wanted[at : at + _RUN])
        if candidates is None:
            at += 1
            continue
        # What is said more than once is taken where most agrees, and then where the passage would go on.
        length, _, start = max(
            (_agreeing(here, start, wanted, at), -abs(start - expected), start) for start in candidates[:_CANDIDATES]
        )
        runs.append((start, start + length))
        at += length
        expected = start + length
    return _merged(sorted(runs))


def _agreeing(here: str, start: int, wanted: str, at: int) -> int:
    """Letters from ``start`` and ``at`` on that are the same."""
    length = _RUN
    while at + length < len(wanted) and here[start + length : start + length + 1] == wanted[at + length]:
        length += 1
    return length


def _merged(runs: list[Span]) -> list[Span]:
    found: list[Span] = []
    for start, end in runs:
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def _credible(runs: list[Span], wanted: int) -> list[Span]:
    """Without short runs that nothing near them supports: a turn of phrase that is used elsewhere too."""
    kept: list[Span] = []
    group: list[Span] = []
    for run in [*runs, None]:
        if run is not None and (not group or run[0] - group[-1][1] <= _NEAR):
            group.append(run)
            continue
        agreed = sum(end - start for start, end in group)
        if agreed >= min(_ALONE, wanted):
            kept += group
        group = [run] if run is not None else []
    return kept


def _letters(text: str) -> tuple[list[int], str]:
    """Letters and digits without case and accents, and the index in ``text`` of each."""
    places: list[int] = []
    letters: list[str] = []
    for index, character in enumerate(text):
        for letter in _plain(character):
            places.append(index)
            letters.append(letter)
    return places, "".join(letters)


@lru_cache(maxsize=20_000)
def _plain(character: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", character.casefold()) if c.isalnum())


def _with_marks(text: str, start: int, end: int) -> Span:
    """With the marks that touch it, such as the full stop at its end."""
    while start > 0 and _is_mark(text[start - 1]):
        start -= 1
    while end < len(text) and _is_mark(text[end]):
        end += 1
    return start, end


def _is_mark(character: str) -> bool:
    return character.isprintable() and not character.isalnum() and not character.isspace()


def _is_next(last: Box, box: Box) -> bool:
    """Whether two letters that follow each other stand in one line, or in one column of vertical writing."""
    height = min(last.bottom - last.top, box.bottom - box.top)
    width = min(last.right - last.left, box.right - box.left)
    beside = max(box.left - last.right, last.left - box.right)
    below = max(box.top - last.bottom, last.top - box.bottom)
    in_line = -below >= height / 2 and beside <= _WORD_GAP * max(height, 1.0)
    in_column = -beside >= width / 2 and below <= width / 2
    return in_line or in_column


def _box(page: Any, text_page: Any, index: int, size: tuple[int, int]) -> Box | None:
    rectangle = pdfium.FS_RECTF()
    if not pdfium.FPDFText_GetLooseCharBox(text_page, index, rectangle):
        return None
    one = _on_picture(page, rectangle.left, rectangle.bottom, size)
    other = _on_picture(page, rectangle.right, rectangle.top, size)
    left, right = sorted((one[0], other[0]))
    top, bottom = sorted((one[1], other[1]))
    left, right = max(left, 0.0), min(right, float(size[0]))
    top, bottom = max(top, 0.0), min(bottom, float(size[1]))
    return Box(left, top, right, bottom) if left < right and top < bottom else None


def _on_picture(page: Any, x: float, y: float, size: tuple[int, int]) -> tuple[float, float]:
    across, down = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDF_PageToDevice(page, 0, 0, size[0] * _FINER, size[1] * _FINER, 0, x, y, across, down)
    return across.value / _FINER, down.value / _FINER
