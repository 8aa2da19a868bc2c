"""Where in a file's text, or on its pages, what was found is. Pure; may take some milliseconds with a long text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from indexer.answers import FileDetails, HitPassage, Locator, Part

_MORE = "…"
_AROUND = 1_500
"""Characters before a part in which its passage may begin: they overlap, and the text holds the overlap once."""
_SPACED_SCRIPTS_END = "\u2e80"


Box = tuple[float, float, float, float]
"""Left, top, width and height, in parts of the page's width and height."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A passage in ``FileDetails.text``. ``focus``: where to look; ``words``: spans of what was searched for."""

    start: int
    end: int
    focus: int
    words: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class TextBox:
    """Text in a picture, and where it is."""

    box: Box
    text: str


def spot(details: FileDetails, passage: HitPassage) -> Spot | None:
    """Where ``passage`` is, or None when the text does not hold it."""
    text = details.text
    parts = [part for part in details.parts if part.picture is None and part.locator == passage.locator]
    pattern = _pattern(plain(passage))
    if pattern is not None:
        for part in parts:
            found = _in_part(pattern, text, part)
            if found is not None:
                start, end = min(part.start, found.start()), max(part.end, found.end())
                return Spot(start, end, found.start(), _words(text, start, end, passage))
        found = pattern.search(text)
        if found is not None:
            start, end = _around(details, found.start(), found.end())
            return Spot(start, end, found.start(), _words(text, start, end, passage))
    if parts and passage.picture is None:
        start, end = parts[0].start, parts[0].end
        return Spot(start, end, start, _words(text, start, end, passage))
    return None


def plain(passage: HitPassage) -> str:
    """The snippet without the marks of what was left out."""
    return passage.snippet.strip(_MORE).strip()


def passage_text(details: FileDetails | None, passage: HitPassage) -> str:
    """The whole passage as far as it is known."""
    found = spot(details, passage) if details is not None else None
    return plain(passage) if details is None or found is None else details.text[found.start : found.end].strip()


def page_of(locator: Locator) -> int | None:
    """The page or frame, from 1."""
    page = locator.get("page", locator.get("frame"))
    return page if isinstance(page, int) and page > 0 else None


def text_boxes(details: FileDetails, page: int) -> tuple[TextBox, ...]:
    """What was read in the picture or scanned page ``page``, and where."""
    return tuple(_boxes(details, page))


def box_of(locator: Locator) -> Box | None:
    """The box of a locator, or None where it has none that makes sense."""
    numbers = str(locator.get("box", "")).split(",")
    if len(numbers) != 4 or not all(number.strip().isdecimal() for number in numbers):
        return None
    left, top, width, height = (min(int(number), 1_000) / 1_000 for number in numbers)
    return (left, top, min(width, 1 - left), min(height, 1 - top)) if width > 0 and height > 0 else None


def _boxes(details: FileDetails, page: int) -> Iterator[TextBox]:
    for part in details.parts:
        box = box_of(part.locator)
        if box is not None and (page_of(part.locator) or 1) == page:
            yield TextBox(box, details.text[part.start : part.end].strip())


def _around(details: FileDetails, start: int, end: int) -> tuple[int, int]:
    """The part that holds the place, else the place itself."""
    holding = (part for part in details.parts if part.picture is None and part.start <= start < part.end)
    part: Part | None = next(holding, None)
    return (start, end) if part is None else (part.start, max(part.end, end))


def _in_part(pattern: re.Pattern[str], text: str, part: Part) -> re.Match[str] | None:
    """What is in the part, else what at least reaches into it."""
    around = pattern.finditer(text, max(0, part.start - _AROUND), part.end + _AROUND)
    reaching = (found for found in around if found.start() < part.end and found.end() > part.start)
    return pattern.search(text, part.start, part.end) or next(reaching, None)


def _pattern(text: str) -> re.Pattern[str] | None:
    words = text.split()
    return re.compile(r"\s+".join(re.escape(word) for word in words)) if words else None


def _words(text: str, start: int, end: int, passage: HitPassage) -> tuple[tuple[int, int], ...]:
    """Spans in [start, end) of the words that are marked in the snippet."""
    marked = {passage.snippet[a:b].strip() for a, b in passage.highlights} - {""}
    if not marked:
        return ()
    longest_first = sorted(marked, key=lambda word: (-len(word), word))
    pattern = re.compile("|".join(_whole(word) for word in longest_first), re.IGNORECASE)
    return tuple(found.span() for found in pattern.finditer(text, start, end))


def _whole(word: str) -> str:
    spaced = r"\s+".join(re.escape(part) for part in word.split())
    before = r"(?<![^\W_])" if word[0].isalnum() and word[0] < _SPACED_SCRIPTS_END else ""
    after = r"(?![^\W_])" if word[-1].isalnum() and word[-1] < _SPACED_SCRIPTS_END else ""
    return before + spaced + after
