"""Collects a document's blocks: cleans their text and counts it against the budget."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from indexer.extract.document import Block, BlockKind, Locator
from indexer.extract.source import Budget

_ODD = re.compile(
    "\r\n?|[\x0b\x0c]|[\ud800-\udfff]|[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\ufeff\ufffe\uffff]++"
)
_BREAKS = frozenset("\x0b\x0c")


def clean(text: str) -> str:
    """``text`` in NFC with ``\\n`` line breaks, without controls, soft hyphens, byte order marks, lone surrogates."""
    if _ODD.search(text):
        text = _ODD.sub(_replaced, text)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def flat(text: str) -> str:
    """``clean`` text with every run of white space as one space, trimmed."""
    return " ".join(clean(text).split())


def table_text(rows: Iterable[Iterable[str]]) -> str:
    """One line a row, cells between bars; empty cells at a row's end are left out."""
    return "\n".join(" | ".join(flat(cell) for cell in row).rstrip(" |") for row in rows)


class Blocks(list[Block]):
    """The blocks of one document in the making. Empty text is left out, text over the budget is cut."""

    def __init__(self, budget: Budget) -> None:
        super().__init__()
        self.budget = budget

    def add(self, text: str, kind: BlockKind = "paragraph", level: int = 0, locator: Locator | None = None) -> None:
        text = clean(text)
        text = text.strip("\n").rstrip() if kind in ("code", "table") else text.strip()
        if text:
            text = self.budget.take_text(text)
        if text:
            self.append(Block(text, kind, min(max(level, 1), 6) if kind == "heading" else 0, locator or {}))

    @property
    def full(self) -> bool:
        """True once nothing more will be kept or time is up."""
        return self.budget.full


def _replaced(match: re.Match[str]) -> str:
    odd = match.group()
    if odd[0] == "\r" or odd in _BREAKS:
        return "\n"
    return "\ufffd" if "\ud800" <= odd <= "\udfff" else ""
