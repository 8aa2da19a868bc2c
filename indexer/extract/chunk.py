"""Documents to passages: by structure, about ``TARGET`` words each, the same for every model. Pure."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field

from indexer.extract.divide import SPAN_CHARACTERS, divide
from indexer.extract.document import Block, Document, Locator, Passage
from indexer.extract.sentences import sentences, word_weight

TARGET = 200.0
"""Words (``word_weight``) of a passage together with its context."""
CHARACTERS = SPAN_CHARACTERS + 1_000
"""Characters no passage's text exceeds, whatever it consists of."""
CONTEXT_CHARACTERS = 240
"""Characters of title and heading path together."""
SEPARATOR = " › "

_HEADING_CHARACTERS = 110
_REPEATED_CHARACTERS = 600
"""Characters of an overlap or a table's first row, which are left out when longer."""
_OVERLAP = 25.0
_TABLE_HEADER = 40.0
_TINY = 30.0
_CLOSING = ("member", "slide", "sheet")
"""Places whose change leaves every open section."""
_PLACES = (*_CLOSING, "section", "page")
_CELL = re.compile(r"([A-Z]+)([0-9]+)")
_FINISHED = re.compile(r"[.!?…:;。！？]\W*$")


@dataclass(frozen=True, slots=True)
class _Unit:
    """``block.text[start:end]``, which is not divided further."""

    block: Block
    start: int
    end: int
    weight: float


@dataclass(slots=True)
class _Run:
    """Units that may share passages: one section, one place. ``continues``: begins in mid-sentence."""

    context: str
    place: tuple[object, ...]
    room: float
    continues: bool = False
    weight: float = 0.0
    units: list[_Unit] = field(default_factory=list)


@dataclass(slots=True)
class _Heading:
    text: str
    level: int
    locator: Locator
    shown: bool = False


def chunk(document: Document) -> list[Passage]:
    """The passages of ``document`` in reading order.

    Every word of every block is in the text or (headings) in the context of a passage. A passage never spans two
    archive members, slides, sheets or sections, nor two pages unless the first holds hardly anything. A passage
    may repeat the last sentence of the one before it in the same section, and a table's first row.
    """
    outline = _Outline(document.title)
    for block in document.blocks:
        if block.text.strip():
            outline.take(block)
    outline.finish()
    passages: list[Passage] = []
    overlap = ""
    for run in outline.runs:
        overlap = _pack(run, overlap if run.continues else "", passages)
    return passages


class _Outline:
    """Sorts blocks into runs and keeps the heading path."""

    def __init__(self, title: str | None) -> None:
        self.runs: list[_Run] = []
        self._title = _shortened(title or "")
        self._path: list[_Heading] = []
        self._run: _Run | None = None
        self._outer: tuple[object, ...] = (None,) * len(_CLOSING)

    def take(self, block: Block) -> None:
        outer = tuple(block.locator.get(key) for key in _CLOSING)
        if outer != self._outer:
            self._close(0)
            self._outer = outer
        if block.kind != "heading":
            self._add(block)
            return
        level = max(1, block.level)
        self._close(level)
        text = " ".join(block.text.split())
        self._path.append(_Heading(text, level, block.locator))
        if len(text) > _HEADING_CHARACTERS:
            self._add(Block(text, locator=block.locator))

    def finish(self) -> None:
        self._close(0)

    def _close(self, level: int) -> None:
        """Leave the sections of ``level`` and deeper. A heading that stood over nothing becomes text."""
        while self._path and self._path[-1].level >= level:
            heading = self._path.pop()
            if heading.shown:
                self._run = None
            else:
                self._add(Block(heading.text, "list", locator=heading.locator))
        if level == 0:
            self._run = None

    def _add(self, block: Block) -> None:
        if self._path and not self._path[-1].shown:
            self._run = None
        place = tuple(block.locator.get(key) for key in _PLACES)
        run = self._run
        if run is None or (place != run.place and not (place[:-1] == run.place[:-1] and run.weight < _TINY)):
            run = self._new_run(place)
            for heading in self._path:
                if not heading.shown:
                    heading.shown = True
                    if _shortened(heading.text) not in run.context:
                        self._append(run, Block(heading.text, "list", locator=heading.locator))
        self._append(run, block)

    def _append(self, run: _Run, block: Block) -> None:
        for start, end, weight in divide(block, run.room):
            run.units.append(_Unit(block, start, end, weight))
            run.weight += weight

    def _new_run(self, place: tuple[object, ...]) -> _Run:
        before, context = self._run, self._context()
        run = _Run(context, place, max(TARGET / 2, TARGET - word_weight(context)))
        if before is not None and before.units and before.place[:-1] == place[:-1]:
            last = before.units[-1].block
            run.continues = last.kind == "paragraph" and not _FINISHED.search(last.text[-8:])
        self._run = run
        self.runs.append(run)
        return run

    def _context(self) -> str:
        """Title and as many of the deepest headings as fit, in reading order."""
        kept: list[str] = []
        length = len(self._title)
        for heading in reversed(self._path):
            text = _shortened(heading.text)
            length += len(SEPARATOR) + len(text)
            if length > CONTEXT_CHARACTERS:
                break
            if text.casefold() != self._title.casefold():
                kept.append(text)
        return SEPARATOR.join(filter(None, [self._title, *reversed(kept)]))


def _pack(run: _Run, overlap: str, passages: list[Passage]) -> str:
    """Append the passages of ``run``, of about equal weight; returns the last one's overlap."""
    aim = run.weight / math.ceil(run.weight / run.room) if run.weight else 0.0
    lines = _Lines()
    group: list[_Unit] = []
    before, weight, length = _before(run.units[0], overlap), 0.0, 0
    for unit in run.units:
        own = unit.end - (group[-1].end if group and group[-1].block is unit.block else unit.start) + 2
        full = weight + unit.weight > run.room or weight + unit.weight / 2 > aim or length + own > SPAN_CHARACTERS
        if group and full:
            passages.append(Passage(before + _joined(group), run.context, lines.locate(group[0])))
            before = _before(unit, _last_sentence(group))
            weight, length = word_weight(before), 0
            group = []
        group.append(unit)
        weight += unit.weight
        length += own
    passages.append(Passage(before + _joined(group), run.context, lines.locate(group[0])))
    return _last_sentence(group)


def _before(unit: _Unit, overlap: str) -> str:
    """What a passage that starts with ``unit`` repeats of the text before it."""
    block = unit.block
    if block.kind == "table":
        header = block.text[: block.text.find("\n") + 1] if unit.start > 0 else ""
        return header if is_short_row(header) else ""
    if not overlap or block.kind != "paragraph":
        return ""
    return overlap + (" " if unit.start > 0 else "\n\n")


def _joined(group: list[_Unit]) -> str:
    parts: list[str] = []
    first = group[0]
    for unit, following in zip(group, [*group[1:], None], strict=True):
        if following is not None and following.block is unit.block:
            continue
        parts.append(unit.block.text[first.start : unit.end])
        if following is not None:
            close = unit.block.kind == following.block.kind and unit.block.kind in ("list", "table")
            parts.append("\n" if close else "\n\n")
            first = following
    return "".join(parts)


def _last_sentence(group: list[_Unit]) -> str:
    last = group[-1]
    if last.block.kind != "paragraph":
        return ""
    text = last.block.text[last.start : last.end]
    start, end = sentences(text)[-1]
    sentence = text[start:end]
    return sentence if is_short_sentence(sentence) else ""


def is_short_sentence(sentence: str) -> bool:
    """Whether the passage that follows would repeat it."""
    return len(sentence) <= _REPEATED_CHARACTERS and word_weight(sentence) <= _OVERLAP


def is_short_row(row: str) -> bool:
    """Whether a passage would repeat it as the first row of a table that it goes on with."""
    return len(row) <= _REPEATED_CHARACTERS and word_weight(row) <= _TABLE_HEADER


@dataclass(slots=True)
class _Lines:
    """Counts lines from where it last stood, so that a block of a million lines is counted once."""

    block: Block | None = None
    position: int = 0
    lines: int = 0

    def locate(self, unit: _Unit) -> Locator:
        block = unit.block
        if self.block is not block:
            self.block, self.position, self.lines = block, 0, 0
        self.lines += block.text.count("\n", self.position, unit.start)
        self.position = unit.start
        locator = dict(block.locator)
        if isinstance(line := locator.get("line"), int):
            locator["line"] = line + self.lines
        cell = _CELL.fullmatch(str(locator.get("cell", "")))
        if cell and block.kind == "table":
            locator["cell"] = f"{cell[1]}{int(cell[2]) + self.lines}"
        return locator


def _shortened(text: str) -> str:
    return " ".join(text.split())[:_HEADING_CHARACTERS].strip()
