"""One block to spans that are small enough for a passage, cut at the block's own seams. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from indexer.extract.document import Block, BlockKind
from indexer.extract.sentences import Span, pieces, sentences, word_weight

SPAN_CHARACTERS = 3_000
"""Characters of a span at most, and of the spans of one passage together."""

_Seam = Callable[[str, Span], Iterator[Span]]
_BLANK_LINES = re.compile(r"\n(?:[^\S\n]*+\n)++")
_LINE_BREAK = re.compile(r"\n")
_piece_weight = lru_cache(maxsize=10_000)(word_weight)
_FIRST_LINE = re.compile(r"(?:[^\S\n]*+\n)*+")


def divide(block: Block, room: float) -> list[tuple[int, int, float]]:
    """(start, end, ``word_weight``) of spans of ``block.text``, each of at most ``room`` words and
    ``SPAN_CHARACTERS``.

    Together they hold every character that is not white space, in order.
    """
    text = block.text
    return list(_split(text, _trimmed(text, 0, len(text)), room, _SEAMS[block.kind]))


def _split(text: str, span: Span, room: float, seams: tuple[_Seam, ...]) -> Iterator[tuple[int, int, float]]:
    start, end = span
    if start >= end:
        return
    if end - start <= SPAN_CHARACTERS and (weight := word_weight(text[start:end])) <= room:
        yield start, end, weight
    elif seams:
        for part in seams[0](text, span):
            yield from _split(text, part, room, seams[1:])
    else:
        for first, last in _by_words(text, span, room):
            yield first, last, word_weight(text[first:last])


def _by_words(text: str, span: Span, room: float) -> Iterator[Span]:
    first, last, weight = -1, -1, 0.0
    for start, end in pieces(text, *span):
        own = _piece_weight(text[start:end])
        if first >= 0 and (weight + own > room or end - first > SPAN_CHARACTERS):
            yield first, last
            first, weight = -1, 0.0
        if first < 0:
            first = start
        last = end
        weight += own
    if first >= 0:
        yield first, last


def _between(separator: re.Pattern[str]) -> _Seam:
    def seam(text: str, span: Span) -> Iterator[Span]:
        start, end = span
        for match in separator.finditer(text, start, end):
            yield _trimmed(text, start, match.start())
            start = match.end()
        yield _trimmed(text, start, end)

    return seam


def _by_sentences(text: str, span: Span) -> Iterator[Span]:
    offset, end = span
    for first, last in sentences(text[offset:end]):
        yield offset + first, offset + last


def _trimmed(text: str, start: int, end: int) -> Span:
    """The span without blank lines before and white space after; the first line keeps its indentation."""
    match = _FIRST_LINE.match(text, start, end)
    start = match.end() if match else start
    return start, start + len(text[start:end].rstrip())


_by_blank_lines, _by_lines = _between(_BLANK_LINES), _between(_LINE_BREAK)
_SEAMS: dict[BlockKind, tuple[_Seam, ...]] = {
    "heading": (_by_sentences,),
    "paragraph": (_by_sentences,),
    "list": (_by_lines, _by_sentences),
    "table": (_by_lines,),
    "code": (_by_blank_lines, _by_lines),
}
