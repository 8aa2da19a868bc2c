"""Paragraphs and headings from the lines of a PDF page. Pure: no library, no I/O."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

HYPHEN = "\ufffe"
"""What PDFium puts where a line ended with a hyphen: the two halves are already on one line."""

_HEADING_CHARACTERS = 200
_HEADING_RATIO = 1.15
_LINE_GAP = 1.45
_BULLET = re.compile(r"^\s*([•◦▪‣●○■–—*·-]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+\S")
_BROKEN_WORD = re.compile(rf"(\w+){HYPHEN}(\w+)")
_END_HYPHEN = re.compile(r"([^\W\d_]{2,})[-\u00ad]$")
_SENTENCE_END = (".", "!", "?", ":", "。", "！", "？", "…", ".”", '."', ".)", "؟", "।")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page. ``size`` is the height of its font; all lengths in points, the origin bottom left."""

    text: str
    left: float
    right: float
    bottom: float
    size: float


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together. ``level`` is 1-3 for a heading, else 0."""

    text: str
    level: int = 0


def body_size(lines: Iterable[Line]) -> float:
    """The font height most characters are set in, 0 without lines."""
    weights: Counter[float] = Counter()
    for line in lines:
        weights[round(line.size, 1)] += len(line.text)
    return weights.most_common(1)[0][0] if weights else 0.0


def paragraphs(lines: list[Line], body: float) -> list[Paragraph]:
    """Group the lines of a page, in reading order. ``body`` is the document's usual font height."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _continues(groups[-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    known = _hyphenated_words(lines)
    found = []
    for group in groups:
        text = join_lines([line.text for line in group], known)
        if text:
            found.append(Paragraph(text, _level(text, group[0].size, body)))
    return found


def join_lines(lines: list[str], hyphenated: frozenset[str] = frozenset()) -> str:
    """One text of several lines; words broken at a line's end are whole again.

    ``hyphenated``: words, lower case, that are known to be written with a hyphen and keep it.
    """
    joined = ""
    for line in lines:
        line = line.strip()
        broken = _END_HYPHEN.search(joined)
        if broken and line[:1].islower():
            rest = re.match(r"\w+", line)
            whole = f"{broken[1]}-{rest[0] if rest else ''}".lower()
            joined = joined if whole in hyphenated else joined[:-1]
            joined += line
        elif joined and line:
            # No space between lines of a script that is written without spaces.
            joined += line if _unspaced(joined[-1]) and _unspaced(line[0]) else " " + line
        else:
            joined += line
    joined = _BROKEN_WORD.sub(lambda match: _mend(match[1], match[2], hyphenated), joined)
    return joined.replace(HYPHEN, "-")


def _mend(first: str, second: str, hyphenated: frozenset[str]) -> str:
    keeps = not second[0].islower() or first[-1].isdigit() or f"{first}-{second}".lower() in hyphenated
    return f"{first}-{second}" if keeps else first + second


def _hyphenated_words(lines: list[Line]) -> frozenset[str]:
    return frozenset(word.lower() for line in lines for word in re.findall(r"\b[^\W\d_]{2,}-[^\W\d_]{2,}\b", line.text))


def _unspaced(character: str) -> bool:
    return "\u2e80" <= character <= "\u9fff" or "\uac00" > character >= "\ua000" or "\uf900" <= character <= "\uffef"


def _continues(group: list[Line], line: Line) -> bool:
    previous = group[-1]
    size = max(previous.size, 1.0)
    if abs(line.size - previous.size) > 0.12 * size or _BULLET.match(line.text):
        return False
    step = previous.bottom - line.bottom
    if step < -0.5 * size:
        # The next column or the top of the next frame: only an unfinished sentence goes on there.
        return not previous.text.rstrip().endswith(_SENTENCE_END) and line.text[:1].islower()
    if step > _LINE_GAP * size:
        return False
    widest = max(each.right for each in group)
    ended = previous.text.rstrip().endswith(_SENTENCE_END)
    short = previous.right < widest - 2 * size or (ended and previous.right < line.right - 2 * size)
    indented = line.left > previous.left + 0.8 * size and len(group) > 1
    return not (ended and (short or indented))


def _level(text: str, size: float, body: float) -> int:
    if not body or len(text) > _HEADING_CHARACTERS or size < body * _HEADING_RATIO:
        return 0
    if sum(character.isalpha() for character in text) < 3:
        return 0
    return 1 if size >= body * 1.6 else 2 if size >= body * 1.3 else 3
