"""Word 6 to 2003 (.doc): the text of the piece table, after [MS-DOC]; headings from the paragraph styles."""

from __future__ import annotations

import re
import struct
from bisect import bisect_right
from dataclasses import dataclass

import olefile

from indexer.errors import KnownError
from indexer.extract.blocks import Blocks
from indexer.extract.document import Block, Document
from indexer.extract.ole import ole_properties, open_ole, stream_bytes
from indexer.extract.source import Budget, Source

_WORD_97 = 0xC1
_FLAG_COMPLEX, _FLAG_ENCRYPTED, _FLAG_TABLE_1 = 0x0004, 0x0100, 0x0200
# Offsets into the FIB of Word 97 and later, and of Word 6 and 95.
_CLX_97, _CLX_6 = 0x01A2, 0x0160
_PLCF_PAPX_97 = 0x0102
_TEXT_LENGTHS_97 = (0x4C, 0x50, 0x54, 0x58, 0x5C, 0x60, 0x64, 0x68)
_HEADER_TEXT = 2
_FIELD = re.compile("\x13[^\x13\x14\x15]*\x14([^\x13\x14\x15]*)\x15|\x13[^\x13\x14\x15]*\x15")
_PARAGRAPH = re.compile("([^\r\x0c\x07]*)([\r\x0c\x07]|$)")
_CELL_END = "\x07"
_CONTROL = re.compile("[\x00-\x06\x08\x0e-\x1d\x1f]")
# The languages whose documents of before Word 97 are in another code page than cp1252.
_CODE_PAGES = {
    0x01: "cp1256", 0x02: "cp1251", 0x04: "gbk", 0x05: "cp1250", 0x08: "cp1253", 0x0D: "cp1255", 0x0E: "cp1250",
    0x11: "cp932", 0x12: "cp949", 0x15: "cp1250", 0x18: "cp1250", 0x19: "cp1251", 0x1B: "cp1250", 0x1E: "cp874",
    0x1F: "cp1254", 0x22: "cp1251", 0x23: "cp1251", 0x24: "cp1250", 0x25: "cp1257", 0x26: "cp1257", 0x27: "cp1257",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Piece:
    """Characters ``start`` to ``end`` stand at byte ``offset`` of the main stream, ``width`` bytes each."""

    start: int
    end: int
    offset: int
    width: int


def read_doc(source: Source, budget: Budget) -> Document:
    """Raises KnownError ``encrypted``, ``damaged``, ``unsupported`` (older than Word 6), ``too_large``."""
    with open_ole(source) as ole:
        main = stream_bytes(ole, "WordDocument")
        if len(main) < 0x80:
            raise KnownError("damaged", "Its beginning is cut off.")
        (version,) = struct.unpack_from("<H", main, 2)
        (flags,) = struct.unpack_from("<H", main, 0x0A)
        if flags & _FLAG_ENCRYPTED:
            raise KnownError("encrypted", "Save a copy without a password to have it found by its content.")
        if version < 100:
            raise KnownError("unsupported", "It was written by a Word older than Word 6. Save it anew as .docx.")
        title, author, created = ole_properties(ole)
        blocks = Blocks(budget)
        document = Document(blocks, title, author, created)
        try:
            if version >= _WORD_97:
                _read_97(blocks, ole, main, flags)
            else:
                _read_6(blocks, main, flags)
        except (struct.error, IndexError, OverflowError) as error:
            raise KnownError("damaged", "Its table of text pieces is broken.") from error
    return document


def _read_97(blocks: Blocks, ole: olefile.OleFileIO, main: bytes, flags: int) -> None:
    table_name = "1Table" if flags & _FLAG_TABLE_1 else "0Table"
    table = stream_bytes(ole, table_name)
    start, size = struct.unpack_from("<II", main, _CLX_97)
    pieces = _pieces(table[start : start + size], compressed=True)
    styles = _ParagraphStyles(main, table)
    lengths = [max(struct.unpack_from("<i", main, at)[0], 0) for at in _TEXT_LENGTHS_97]
    text = _text(main, pieces, "cp1252")
    first = 0
    for number, length in enumerate(lengths):
        # Running heads and feet come last: they are the least of a document.
        if number != _HEADER_TEXT:
            _add_text(blocks, text[first : first + length], first, pieces, styles)
        first += length
    first = sum(lengths[:_HEADER_TEXT])
    _add_text(blocks, text[first : first + lengths[_HEADER_TEXT]], first, pieces, None)


def _read_6(blocks: Blocks, main: bytes, flags: int) -> None:
    (language,) = struct.unpack_from("<H", main, 6)
    encoding = _CODE_PAGES.get(language & 0x3FF, "cp1252")
    first, last = struct.unpack_from("<II", main, 0x18)
    start, size = struct.unpack_from("<II", main, _CLX_6)
    if flags & _FLAG_COMPLEX and size:
        pieces = _pieces(main[start : start + size], compressed=False)
        text = _text(main, pieces, encoding)
    else:
        text = main[first:last].decode(encoding, "replace")
    _add_text(blocks, text, 0, [], None)


def _pieces(clx: bytes, *, compressed: bool) -> list[_Piece]:
    """The piece table. ``compressed``: bit 30 of an offset says that the piece has one byte a character."""
    at = 0
    while at < len(clx) and clx[at] == 1:
        at += 3 + int(struct.unpack_from("<H", clx, at + 1)[0])
    if at >= len(clx) or clx[at] != 2:
        raise KnownError("damaged", "Its table of text pieces is missing.")
    (size,) = struct.unpack_from("<I", clx, at + 1)
    table = clx[at + 5 : at + 5 + size]
    count = (len(table) - 4) // 12
    bounds = struct.unpack_from(f"<{count + 1}I", table)
    pieces: list[_Piece] = []
    for index in range(count):
        (raw,) = struct.unpack_from("<I", table, 4 * (count + 1) + 8 * index + 2)
        narrow = not compressed or bool(raw & 0x40000000)
        offset = (raw & 0x3FFFFFFF) // 2 if compressed and narrow else raw & 0x3FFFFFFF
        if bounds[index + 1] < bounds[index]:
            raise KnownError("damaged", "Its table of text pieces is broken.")
        pieces.append(_Piece(bounds[index], bounds[index + 1], offset, 1 if narrow else 2))
    return pieces


def _text(main: bytes, pieces: list[_Piece], encoding: str) -> str:
    """The whole text, one character per position.

    Bounded by the stream: pieces that overlap cannot make more text than twice its bytes.
    """
    parts: list[str] = []
    total = 0
    for piece in pieces:
        length = piece.end - piece.start
        data = main[piece.offset : piece.offset + length * piece.width]
        total += len(data)
        if total > 2 * len(main):
            break
        part = _utf16_units(data) if piece.width == 2 else data.decode(encoding, "replace")
        # A piece that is cut off must not move those behind it.
        parts.append(part.ljust(length, "\x00") if length <= len(main) else part)
    return "".join(parts)


def _utf16_units(data: bytes) -> str:
    """One character per UTF-16 unit, halves of pairs included, so that positions keep counting units."""
    data = data[: len(data) // 2 * 2]
    text = data.decode("utf-16-le", "replace")
    if len(text) == len(data) // 2 and "\ufffd" not in text:
        return text
    return "".join(map(chr, struct.unpack(f"<{len(data) // 2}H", data)))


class _ParagraphStyles:
    """Which style the paragraph at a byte of the main stream has: the PlcfBtePapx and its 512-byte pages."""

    def __init__(self, main: bytes, table: bytes) -> None:
        start, size = struct.unpack_from("<II", main, _PLCF_PAPX_97)
        count = max((min(size, len(table) - start) - 4) // 8, 0)
        self._main = main
        self._bounds: list[int] = []
        self._styles: list[int] = []
        for index in range(count):
            (page,) = struct.unpack_from("<I", table, start + 4 * (count + 1) + 4 * index)
            self._read_page((page & 0x3FFFFF) * 512)

    def _read_page(self, at: int) -> None:
        page = self._main[at : at + 512]
        if len(page) < 512:
            return
        count = page[511]
        if 4 * (count + 1) + 13 * count > 511:
            return
        bounds = struct.unpack_from(f"<{count + 1}I", page)
        for index in range(count):
            offset = page[4 * (count + 1) + 13 * index] * 2
            # A size of 0 is followed by the real one.
            where = offset + (2 if offset and page[offset] == 0 else 1)
            style = struct.unpack_from("<H", page, where)[0] if offset and where <= 508 else 0
            self._bounds.append(bounds[index])
            self._styles.append(style)

    def level(self, offset: int) -> int:
        """1-6 for the built-in styles Heading 1 and on, else 0."""
        index = bisect_right(self._bounds, offset) - 1
        style = self._styles[index] if index >= 0 else 0
        return min(style, 6) if 1 <= style <= 9 else 0


def _add_text(
    blocks: Blocks,
    text: str,
    first: int,
    pieces: list[_Piece],
    styles: _ParagraphStyles | None,
) -> None:
    starts = [piece.start for piece in pieces]
    cells: list[str] = []
    for match in _PARAGRAPH.finditer(text):
        raw, end = match.groups()
        cleaned = clean_text(raw)
        if end == _CELL_END:
            # The mark of a row's end follows that of its last cell; an empty cell looks the same.
            if cleaned:
                cells.append(" ".join(cleaned.split()))
            else:
                _add_row(blocks, cells)
        elif cleaned:
            _add_row(blocks, cells)
            level = 0
            index = bisect_right(starts, first + match.start()) - 1
            if styles is not None and index >= 0:
                piece = pieces[index]
                level = styles.level(piece.offset + (first + match.start() - piece.start) * piece.width)
            blocks.add(cleaned, "heading" if level else "paragraph", level)
        if blocks.full:
            return
    _add_row(blocks, cells)


def _add_row(blocks: Blocks, cells: list[str]) -> None:
    if not cells:
        return
    previous = blocks[-1] if blocks else None
    blocks.add(" | ".join(cells), "table")
    cells.clear()
    if previous is not None and previous.kind == "table" and blocks[-1] is not previous:
        blocks[-2:] = [Block(f"{previous.text}\n{blocks[-1].text}", "table")]


def clean_text(raw: str) -> str:
    """Text without field instructions, marks and control characters."""
    previous = None
    while previous != raw and "\x13" in raw:
        previous = raw
        raw = _FIELD.sub(r"\1", raw)
    raw = raw.replace("\x0b", "\n").replace("\x1e", "-").replace("\xa0", " ")
    raw = _CONTROL.sub("", raw)
    return raw.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").strip()
