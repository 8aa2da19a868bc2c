"""What a reader returns: text in reading order with structure and places, and pictures. Plain data, no I/O."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

BlockKind = Literal["heading", "paragraph", "list", "table", "code"]
Locator = Mapping[str, int | str]
"""Where a passage or a picture stands: any of page, slide, frame, line (all from 1), sheet, cell, member (path inside
an archive, mail or book), section, box (``x,y,width,height`` in thousandths of the upright page or picture). Keys are
stable: clients read them."""


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


@dataclass(frozen=True, slots=True)
class View:
    """A small copy of a picture, a frame or a page: what the picture model sees and the result list shows.

    Attributes:
        webp: upright, RGB, as a WEBP file; its SHA-256 is its name. Sides: ``limits.VIEW_SIDE``.
        width, height: pixels of the original, upright.
        locator: frame, page, slide or member; empty for a picture that is a file of its own.
        phash: 64 bits, unsigned; few differ between copies of one picture in other sizes or qualities.
    """

    webp: bytes
    width: int
    height: int
    locator: Locator
    phash: int


@dataclass(frozen=True, slots=True)
class Shot:
    """What a picture's file tells about it.

    ``width`` and ``height`` are pixels, upright; ``taken_at`` is local time in ISO 8601, with its offset where the
    file has one; latitude and longitude are in degrees, north and east positive.
    """

    width: int
    height: int
    taken_at: str | None = None
    camera: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(slots=True)
class Document:
    """A file's text and pictures.

    ``title`` is the document's own (metadata or first heading), never its file name. ``scans`` are pages (from 1)
    whose text, if they have any, is in a picture. ``shot`` is for a picture's file only.
    """

    blocks: list[Block] = field(default_factory=list)
    title: str | None = None
    author: str | None = None
    created: str | None = None
    pages: int | None = None
    notes: list[Note] = field(default_factory=list)
    views: list[View] = field(default_factory=list)
    scans: list[int] = field(default_factory=list)
    shot: Shot | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A chunk: what is embedded and found. ``context`` is title and heading path joined by " › ", may be empty."""

    text: str
    context: str
    locator: Locator
