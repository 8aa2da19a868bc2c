"""Passages back to the text they were cut from, as near as they tell it. The other way of ``chunk``. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from indexer.answers import Locator, Part
from indexer.extract.chunk import is_short_row, is_short_sentence
from indexer.extract.sentences import pieces, sentences

_PLACES = ("member", "slide", "sheet", "section")
"""Places whose change ends the text that a passage may repeat."""
_NO_SENTENCES = frozenset(("code", "csv", "xlsx", "xls", "ods"))
"""Kinds of files that are cut at lines: nothing of a passage is repeated in the next but the first row of a table."""
_TABLES = frozenset(("csv", "xlsx", "xls", "ods"))
_UNCUT = 48
"""Characters after which a word without an end is cut."""
_BLANK_LINES = 2
"""Most blank lines kept between two passages."""
_WORD_AT_END = re.compile(r"\S*\Z")
_FINISHED = re.compile(r"[.!?…:;。！？]\W*\Z")


class Kept(NamedTuple):
    """A passage as the index has it. ``picture``: the name of its view where it is a picture."""

    text: str
    context: str
    locator: Locator
    picture: str | None = None


def rejoin(passages: Sequence[Kept], kind: str, most: int) -> tuple[str, tuple[Part, ...], bool]:
    """The text of a file of ``kind``, where each passage is in it, and whether it was cut at ``most`` characters.

    What passages repeat of each other is left out. Text read in pictures, and pictures, stand on their page.
    """
    pieces: list[str] = []
    parts: list[Part] = []
    length = 0
    before: Kept | None = None
    line = 0
    for passage in _by_page(passages):
        if passage.picture is not None:
            parts.append(Part(length, length, passage.context, passage.locator, passage.picture))
            continue
        text, gap = (passage.text, "") if before is None else _apart(before, passage, line, kind)
        own = text[: max(0, most - length - len(gap))]
        if not own.strip() and text.strip():
            return "".join(pieces), tuple(parts), True
        start = length + len(gap)
        pieces += (gap, own)
        length = start + len(own)
        parts.append(Part(start, length, passage.context, passage.locator))
        if len(own) < len(text):
            return "".join(pieces), tuple(parts), True
        first = passage.locator.get("line")
        line = first + own.count("\n") if isinstance(first, int) else 0
        before = passage
    return "".join(pieces), tuple(parts), False


def _by_page(passages: Sequence[Kept]) -> Sequence[Kept]:
    """In order of pages or slides, where there are any; what lies on none (an attachment) comes last."""
    if not any(_page(passage.locator) for passage in passages):
        return passages
    return sorted(passages, key=lambda passage: _page(passage.locator) or len(passages) + 10**9)


def _page(locator: Locator) -> int:
    number = locator.get("page", locator.get("slide", 0))
    return number if isinstance(number, int) and "member" not in locator else 0


def _apart(before: Kept, passage: Kept, line: int, kind: str) -> tuple[str, str]:
    """The part of ``passage`` that ``before`` has not, and the white space between them.

    ``line``: number of the line in which ``before`` ends, 0 where lines have none.
    """
    first = passage.locator.get("line")
    gap = first - line if isinstance(first, int) and line else None
    if not _is_one_run(before, passage):
        return passage.text, _lines(gap, "\n\n")
    header = _header(before.text, passage.text, kind)
    if header:
        return passage.text[header:], _lines(gap, "\n")
    repeated = 0 if kind in _NO_SENTENCES else _repeated(before.text, passage.text)
    if repeated:
        own = passage.text[repeated:]
        text = own.lstrip(" ") if own.startswith(" ") else own.lstrip("\n")
        return text, _lines(gap, " " if own.startswith(" ") else "\n\n")
    goes_on = gap <= 0 if gap is not None else not _FINISHED.search(before.text[-8:])
    return passage.text, _seam(before.text, passage.text) if goes_on else _lines(gap, "\n\n")


def _is_one_run(before: Kept, passage: Kept) -> bool:
    """Whether the two may have been cut from one stretch of text."""
    if before.context != passage.context or "box" in passage.locator or "box" in before.locator:
        return False
    return all(before.locator.get(key) == passage.locator.get(key) for key in _PLACES)


def _header(before: str, text: str, kind: str) -> int:
    """Length of a table's first row, with its line break, that ``text`` repeats."""
    end = text.find("\n") + 1
    row = text[:end]
    if not end or not is_short_row(row) or (kind not in _TABLES and " | " not in row):
        return 0
    return end if before.startswith(row) or f"\n\n{row}" in before else 0


def _repeated(before: str, text: str) -> int:
    """Length of the sentence at the end of ``before`` that ``text`` repeats."""
    # A sentence that is repeated is short, and a blank line ends one: there is no need to look at all of it.
    tail = before[-4_000:].rpartition("\n\n")[2]
    spans = sentences(tail)
    if not spans:
        return 0
    sentence = tail[spans[-1][0] : spans[-1][1]]
    rest = text[len(sentence) :]
    if not text.startswith(sentence) or not rest.startswith((" ", "\n\n")) or not is_short_sentence(sentence):
        return 0
    # The sentence may be only the beginning of a longer one, as in a list: "Milk" and then "Milk chocolate".
    if rest.startswith(" ") and rest[1:2].islower() and sentences(text[: len(sentence) + 200])[0][1] != len(sentence):
        return 0
    return len(sentence)


def _lines(gap: int | None, otherwise: str) -> str:
    return otherwise if gap is None or gap <= 0 else "\n" * min(gap, 1 + _BLANK_LINES)


def _seam(before: str, text: str) -> str:
    """Between two passages cut in the middle of a line."""
    word = _WORD_AT_END.search(before[-_UNCUT * 100 :])
    cut = word is not None and len(word[0]) >= _UNCUT and len(word[0]) % _UNCUT == 0
    return "" if cut or len(pieces(before[-1:] + text[:1], 0, 2)) == 2 else " "
