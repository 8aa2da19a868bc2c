"""Camera raw files: the largest JPEG preview inside them. Nothing is developed, so no raw library is needed."""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterator
from typing import BinaryIO

from PIL import Image

from indexer.errors import KnownError
from indexer.extract import limits
from indexer.extract.source import Source

SUFFIXES = (".dng", ".nef", ".nrw", ".cr2", ".cr3", ".arw", ".sr2", ".orf", ".rw2", ".raf", ".pef", ".srw")
"""Endings of the files that are read this way."""

_START = b"\xff\xd8\xff"
_CANDIDATES = 200
_PREVIEW_BYTES = 64 * limits.MIB
_SEGMENTS = 100
_FRAME_HEADERS = frozenset((0xC0, 0xC1, 0xC2))
"""Baseline, extended and progressive. 0xC3, lossless, is the sensor's data itself, which nobody can look at."""
_TIFF_HEADS = (b"II*\0", b"MM\0*")


def largest_preview(source: Source) -> bytes:
    """The largest JPEG inside a raw file, perhaps with bytes of no meaning after its end.

    Raises KnownError ``unsupported`` when there is none.
    """
    with source.open() as stream:
        if source.path is None:
            found = max(_previews(source.head(source.size)), default=None)
        else:
            with mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as data:
                found = max(_previews(data), default=None)
        if found is None:
            raise KnownError("unsupported", "The camera put no preview into it. Export it as JPEG to have it found.")
        stream.seek(found[1])
        return stream.read(_PREVIEW_BYTES)


def container_exif(stream: BinaryIO) -> Image.Exif | None:
    """EXIF of a raw file that is a TIFF inside, as most are; None of any other or a broken one."""
    stream.seek(0)
    if stream.read(4) not in _TIFF_HEADS:
        return None
    stream.seek(0)
    exif = Image.Exif()
    try:
        exif.load_from_fp(stream)
    except (OSError, ValueError, SyntaxError, KeyError, IndexError, TypeError, struct.error):
        return None
    return exif


def _previews(data: mmap.mmap | bytes) -> Iterator[tuple[int, int]]:
    """(pixels, offset) of the first JPEGs."""
    at = data.find(_START)
    for _ in range(_CANDIDATES):
        if at < 0:
            return
        pixels = _pixels(data, at)
        if pixels:
            yield pixels, at
        at = data.find(_START, at + 1)


def _pixels(data: mmap.mmap | bytes, at: int) -> int:
    """Width times height from the frame header of the JPEG at ``at``; 0 when there is none to look at."""
    at += 2
    for _ in range(_SEGMENTS):
        head = data[at : at + 9]
        if len(head) < 9 or head[0] != 0xFF:
            return 0
        if head[1] in _FRAME_HEADERS:
            height, width = struct.unpack(">HH", head[5:9])
            return int(height) * int(width)
        if 0xC0 <= head[1] <= 0xCF and head[1] not in (0xC4, 0xC8, 0xCC):
            return 0
        at += 2 + struct.unpack(">H", head[2:4])[0]
    return 0
