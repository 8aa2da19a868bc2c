"""What a reader returns: text in reading order with structure and places. Plain data, no I/O."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

BlockKind = Literal["heading", "paragraph", "list", "table", "code"]
Locator = Mapping[str, int | str]
"""Where a passage stands: any of page, slide (from 1), line (from 1), sheet, cell, member (path inside an
archive or mail), section. Keys are stable: clients read them."""


@dataclass(frozen=True, slots=True)
class Block:
    """One structural unit. ``level`` is 1-6 for headings, else 0. ``text`` is NFC, without NUL, may hold newlines."""

    text: str
    kind: BlockKind = "paragraph"
    level: int = 0
    locator: Locator = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Note:
    """A part that could not be read although the rest could. ``code`` is a key of ``errors.TITLES``."""

    code: str
    detail: str


@dataclass(slots=True)
class Document:
    """A file's text. ``title`` is the document's own (metadata or first heading), never its file name."""

    blocks: list[Block] = field(default_factory=list)
    title: str | None = None
    author: str | None = None
    created: str | None = None
    pages: int | None = None
    notes: list[Note] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Passage:
    """A chunk: what is embedded and found. ``context`` is title and heading path joined by " › ", may be empty."""

    text: str
    context: str
    locator: Locator
