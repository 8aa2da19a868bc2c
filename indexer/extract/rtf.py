"""RTF, after the Rich Text Format Specification 1.9.1: text with code pages, headings, tables and properties."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from indexer.errors import KnownError
from indexer.extract import limits
from indexer.extract.blocks import Blocks, flat
from indexer.extract.document import Block, Document
from indexer.extract.rtf_words import CHARSETS, KEPT_STARRED, PARAGRAPH_ENDS, SIGNS, SKIPPED, SYMBOLS
from indexer.extract.source import Budget, Source

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\'?",
    re.DOTALL,
)
_GROUPS = 5_000
"""Groups open at once; real files have a few dozen."""


@dataclass(slots=True)
class _State:
    """What a group inherits. ``target`` is where text goes: body, skip, font, style, info or an info field."""

    target: str = "body"
    encoding: str = "cp1252"
    skip_after_unicode: int = 1
    hidden: bool = False


@dataclass(slots=True)
class _Reading:
    encoding: str = "cp1252"
    fonts: dict[int, str] = field(default_factory=dict)
    headings: dict[int, int] = field(default_factory=dict)
    font: int = 0
    default_font: int = 0
    in_table: bool = False
    style: int = 0
    style_name: str = ""
    level: int = 0
    properties: dict[str, str] = field(default_factory=dict)
    created: dict[str, int] = field(default_factory=dict)
    pending: bytearray = field(default_factory=bytearray)
    text: list[str] = field(default_factory=list)
    row: list[str] = field(default_factory=list)


def read_rtf(source: Source, budget: Budget) -> Document:
    """Raises KnownError ``damaged`` (not RTF, or nested absurdly), ``too_large``."""
    return parse_rtf(source.read(limits.DOCUMENT_BYTES), budget)


def parse_rtf(data: bytes, budget: Budget) -> Document:
    """The text of RTF bytes; see ``read_rtf``."""
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rt"):
        raise KnownError("damaged", "It does not begin like an RTF file.")
    parser = _Parser(budget)
    parser.run(data)
    reading = parser.reading
    created = reading.created
    year = created.get("yr")
    return Document(
        blocks=parser.blocks,
        title=flat(reading.properties.get("title", "")) or None,
        author=flat(reading.properties.get("author", "")) or None,
        created=f"{year:04}-{created.get('mo', 1):02}-{created.get('dy', 1):02}" if year else None,
    )


class _Parser:
    def __init__(self, budget: Budget) -> None:
        self.reading = _Reading()
        self.blocks = Blocks(budget)
        self._state = _State()
        self._stack: list[_State] = []
        self._opened = False
        self._starred = False
        self._to_skip = 0

    def run(self, data: bytes) -> None:
        position = 0
        while position < len(data):
            match = _TOKEN.match(data, position)
            if match is None:
                position += 1
                continue
            position = match.end()
            word, number, hexadecimal, sign, brace, text = match.groups()
            opened, self._opened = self._opened, brace == b"{"
            if text is not None:
                self._text(text)
            elif word is not None:
                if word == b"bin":
                    position += max(int(number or 0), 0)
                else:
                    self._word(word.decode("ascii"), int(number) if number else None)
            elif hexadecimal is not None:
                self._text(bytes([int(hexadecimal, 16)]))
            elif brace == b"{":
                self._open()
            elif brace == b"}":
                self._close()
            elif sign == b"*":
                # Only right after the brace does it say that old programs may skip the group.
                self._starred = opened
            elif sign is not None:
                self._sign(sign)
            if self.blocks.full:
                break
        self._flush()
        self.reading.in_table = False
        if self.reading.row:
            self._end_row()
        self._end_paragraph()

    def _open(self) -> None:
        self._flush()
        if len(self._stack) >= _GROUPS:
            raise KnownError("damaged", f"Its groups are nested more than {_GROUPS} levels deep.")
        self._stack.append(replace(self._state))
        self._to_skip = 0

    def _close(self) -> None:
        self._flush()
        if self._state.target == "style":
            self._end_style()
        if self._stack:
            self._state = self._stack.pop()
        self._starred = False
        self._to_skip = 0

    def _sign(self, sign: bytes) -> None:
        if sign in b"\r\n":
            self._end_paragraph()
        else:
            self._unicode(SIGNS.get(sign, ""))

    def _word(self, word: str, number: int | None) -> None:
        starred, self._starred = self._starred, False
        state = self._state
        if word in ("ansi", "mac", "pc", "pca", "ansicpg"):
            self._code_page(word, number)
        elif word == "u" and number is not None:
            self._unicode(chr(number % 65536))
            self._to_skip = state.skip_after_unicode
        elif word == "uc" and number is not None:
            state.skip_after_unicode = min(max(number, 0), 16)
        elif word == "ud":
            # {\\upr{old}{\\*\\ud{new}}}: the second form of the same text, for whatever the outer group is.
            state.target = self._stack[-2].target if len(self._stack) > 1 else "body"
        elif word in SKIPPED or (starred and word not in KEPT_STARRED):
            self._flush()
            state.target = "skip"
        elif word in ("fonttbl", "stylesheet", "info"):
            self._flush()
            state.target = {"fonttbl": "font", "stylesheet": "style", "info": "info"}[word]
        elif state.target in ("font", "style", "info", "created"):
            self._table_word(word, number or 0)
        elif state.target == "body":
            self._body_word(word, number)

    def _table_word(self, word: str, number: int) -> None:
        state, reading = self._state, self.reading
        if state.target == "font":
            if word == "f":
                reading.font = number
            elif word == "fcharset" and number in CHARSETS:
                reading.fonts[reading.font] = CHARSETS[number]
            elif word == "cpg" and number:
                reading.fonts[reading.font] = _known_encoding(f"cp{number}", reading.encoding)
        elif state.target == "style":
            if word == "s":
                reading.style, reading.style_name = number, ""
            elif word == "outlinelevel" and number < 9:
                reading.headings[reading.style] = min(number + 1, 6)
        elif state.target == "created":
            reading.created[word] = number
        elif word in ("title", "author"):
            state.target = f"info:{word}"
        else:
            state.target = "created" if word == "creatim" else "skip"

    def _body_word(self, word: str, number: int | None) -> None:
        state, reading = self._state, self.reading
        if word in PARAGRAPH_ENDS:
            self._end_paragraph()
        elif word in SYMBOLS:
            self._unicode(SYMBOLS[word])
        elif word in ("cell", "nestcell"):
            self._flush()
            reading.row.append(" ".join("".join(reading.text).split()))
            reading.text = []
        elif word in ("row", "nestrow"):
            self._end_row()
        elif word in ("f", "af") and number is not None:
            self._flush()
            state.encoding = reading.fonts.get(number, reading.encoding)
        elif word == "deff":
            reading.default_font = number or 0
        elif word == "plain":
            self._flush()
            state.hidden = False
            state.encoding = reading.fonts.get(reading.default_font, reading.encoding)
        elif word in ("v", "deleted"):
            self._flush()
            state.hidden = number != 0
        elif word == "pard":
            reading.level = 0
            reading.in_table = False
        elif word == "intbl":
            reading.in_table = True
        elif word == "s":
            reading.level = reading.headings.get(number or 0, 0)
        elif word == "outlinelevel" and number is not None:
            reading.level = min(number + 1, 6) if number < 9 else 0
        elif word in ("footnote", "annotation", "shptxt", "dptxbxtext"):
            self._unicode(" ")

    def _code_page(self, word: str, number: int | None) -> None:
        names = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
        name = f"cp{number}" if word == "ansicpg" else names.get(word, "cp1252")
        self.reading.encoding = self._state.encoding = _known_encoding(name, "cp1252")

    def _text(self, raw: bytes) -> None:
        if self._to_skip:
            skipped = min(self._to_skip, len(raw))
            self._to_skip -= skipped
            raw = raw[skipped:]
        if self._state.target != "skip":
            self.reading.pending += raw

    def _unicode(self, text: str) -> None:
        self._flush()
        self._to_skip = 0
        self._put(text)

    def _flush(self) -> None:
        if self.reading.pending:
            self._put(self.reading.pending.decode(self._state.encoding, "replace"))
            self.reading.pending.clear()

    def _put(self, text: str) -> None:
        state, reading = self._state, self.reading
        if state.target == "body" and not state.hidden:
            reading.text.append(text)
        elif state.target == "style":
            reading.style_name += text
        elif state.target.startswith("info:"):
            name = state.target[5:]
            reading.properties[name] = reading.properties.get(name, "") + text

    def _end_style(self) -> None:
        match = re.match(r"\s*heading (\d)", self.reading.style_name, re.IGNORECASE)
        if match:
            self.reading.headings.setdefault(self.reading.style, min(int(match[1]), 6))
        self.reading.style_name = ""

    def _end_row(self) -> None:
        self._flush()
        reading = self.reading
        cells, reading.row = reading.row, []
        rest = "".join(reading.text).strip()
        reading.text = []
        line = " | ".join([*cells, rest] if rest else cells)
        if not line.strip(" |"):
            return
        previous = self.blocks[-1] if self.blocks else None
        self.blocks.add(_whole(line), "table")
        if previous is not None and previous.kind == "table" and self.blocks[-1] is not previous:
            self.blocks[-2:] = [Block(f"{previous.text}\n{self.blocks[-1].text}", "table")]

    def _end_paragraph(self) -> None:
        self._flush()
        reading = self.reading
        if reading.row or reading.in_table:
            # A paragraph inside a cell: the cell goes on.
            reading.text.append(" ")
            return
        text = "".join(reading.text)
        reading.text = []
        self.blocks.add(_whole(text), "heading" if reading.level else "paragraph", reading.level)


def _whole(text: str) -> str:
    """Pairs of ``\\u`` words for one character beyond the basic plane, put together."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _known_encoding(name: str, otherwise: str) -> str:
    name = {"cp10000": "mac_roman", "cp936": "gbk", "cp65001": "utf-8", "cp0": otherwise}.get(name, name)
    try:
        "".encode(name)
    except LookupError:
        return otherwise
    return name
