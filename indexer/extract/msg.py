"""Outlook messages (.msg): MAPI properties in an OLE file, after [MS-OXMSG], [MS-OXRTFCP] and [MS-OXCDATA]."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import olefile

from indexer.errors import KnownError
from indexer.extract import kind_of, limits
from indexer.extract.blocks import Blocks, flat
from indexer.extract.document import Document, Note
from indexer.extract.members import add_body, add_member
from indexer.extract.source import Budget, Source

_SUBJECT, _BODY, _HTML, _RTF = 0x0037, 0x1000, 0x1013, 0x1009
_SENDER_NAME, _SENDER_SMTP, _SENDER_ADDRESS = 0x0C1A, 0x5D01, 0x0C1F
_TO, _CC = 0x0E04, 0x0E03
_DATES = (0x0039, 0x0E06, 0x3007)
_CODE_PAGES = (0x3FFD, 0x3FDE)
_RECIPIENT_NAME, _RECIPIENT_ADDRESSES = 0x3001, (0x39FE, 0x3003)
_ATTACHMENT_DATA, _ATTACHMENT_NAMES = 0x3701, (0x3707, 0x3704, 0x3001)
_HEADER_BYTES = {"top": 32, "embedded": 24, "part": 8}
_RTF_DICTIONARY = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor "
    rb"MS Sans SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0" + b"\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)


@dataclass(slots=True)
class _Storage:
    """One folder of the OLE file: a message, a recipient or an attachment."""

    ole: olefile.OleFileIO
    path: list[str]
    header: str
    encoding: str = "cp1252"

    def stream(self, name: str) -> bytes | None:
        where = [*self.path, name]
        if not self.ole.exists(where) or self.ole.get_type(where) != olefile.STGTY_STREAM:
            return None
        if self.ole.get_size(where) > limits.MEMBER_BYTES:
            raise KnownError("too_large", "A part of the message is too large.")
        with self.ole.openstream(where) as stream:
            data: bytes = stream.read()
            return data

    def text(self, tag: int) -> str:
        wide = self.stream(f"__substg1.0_{tag:04X}001F")
        if wide is not None:
            return wide.decode("utf-16-le", "replace").rstrip("\x00")
        narrow = self.stream(f"__substg1.0_{tag:04X}001E")
        return narrow.decode(self.encoding, "replace").rstrip("\x00") if narrow is not None else ""

    def first(self, *tags: int) -> str:
        return next((text for tag in tags if (text := self.text(tag).strip())), "")

    def binary(self, tag: int) -> bytes | None:
        return self.stream(f"__substg1.0_{tag:04X}0102")

    def fixed(self) -> dict[int, bytes]:
        """Property number to its 8 bytes, for the properties kept in place."""
        data = self.stream("__properties_version1.0") or b""
        start = _HEADER_BYTES[self.header]
        records = (data[at : at + 16] for at in range(start, len(data) - 15, 16))
        return {struct.unpack_from("<H", record, 2)[0]: record[8:16] for record in records}

    def folders(self, prefix: str) -> list[list[str]]:
        depth = len(self.path)
        found = {
            entry[depth]
            for entry in self.ole.listdir(streams=True, storages=True)
            if len(entry) > depth and entry[:depth] == self.path and entry[depth].startswith(prefix)
        }
        return [[*self.path, name] for name in sorted(found)]


def read_msg(source: Source, budget: Budget) -> Document:
    """One message, attachments under locator ``member``. Raises KnownError ``damaged``, ``too_large``."""
    blocks = Blocks(budget)
    document = Document(blocks)
    try:
        with source.open() as stream, olefile.OleFileIO(stream) as ole:
            _add_message(document, blocks, _Storage(ole, [], "top"), {}, budget)
    except (KnownError, MemoryError):
        raise
    except Exception as error:
        # olefile raises many kinds of errors on broken sector chains.
        if not document.blocks:
            raise KnownError("damaged", "Its inner file table is broken.") from error
        document.notes.append(Note("partial", "A part of the message is broken."))
    return document


def _add_message(document: Document, blocks: Blocks, message: _Storage, place: dict[str, str], budget: Budget) -> None:
    fixed = message.fixed()
    message.encoding = _encoding(fixed)
    subject = flat(message.text(_SUBJECT))
    sender = " ".join(part for part in (message.text(_SENDER_NAME), _address(message)) if part)
    created = _date(fixed)
    if not place:
        document.title, document.author, document.created = subject or None, sender or None, created
    blocks.add(subject, "heading", 1, place)
    headers = {"From": sender, "To": _recipients(message), "Cc": message.text(_CC), "Date": created or ""}
    shown = "\n".join(f"{name}: {value[: limits.HEADER_CHARACTERS]}" for name, value in headers.items() if value)
    blocks.add(shown, locator=place)
    body = _body(message)
    if body is not None:
        add_body(document, body, place, budget)
    for number, path in enumerate(message.folders("__attach_version1.0_"), start=1):
        if budget.full or number > limits.MAIL_PARTS:
            break
        _add_attachment(document, blocks, _Storage(message.ole, path, "part", message.encoding), place, budget)


def _address(message: _Storage) -> str:
    address = message.first(_SENDER_SMTP, _SENDER_ADDRESS)
    return f"<{address}>" if "@" in address else ""


def _recipients(message: _Storage) -> str:
    found: list[str] = []
    for path in message.folders("__recip_version1.0_")[:200]:
        recipient = _Storage(message.ole, path, "part", message.encoding)
        name, address = recipient.text(_RECIPIENT_NAME).strip(), recipient.first(*_RECIPIENT_ADDRESSES)
        found.append(f"{name} <{address}>" if "@" in address and address != name else name)
    return ", ".join(each for each in found if each) or message.text(_TO)


def _body(message: _Storage) -> Source | None:
    """The text of the message: plain, else HTML, else RTF."""
    for name, tag in (("body.txt", _BODY), ("body.html", _HTML)):
        text = message.text(tag)
        if text.strip():
            # The byte order mark outweighs any other charset the HTML may name: it was decoded already.
            return Source.of_bytes(name, b"\xef\xbb\xbf" + text.encode("utf-8", "replace"))
    html = message.binary(_HTML)
    if html:
        return Source.of_bytes("body.html", html)
    packed = message.binary(_RTF)
    return Source.of_bytes("body.rtf", unpack_rtf(packed)) if packed else None


def _add_attachment(document: Document, blocks: Blocks, part: _Storage, place: dict[str, str], budget: Budget) -> None:
    budget.take_member()
    name = part.first(*_ATTACHMENT_NAMES).replace("/", " ") or "attachment"
    member = f"{place['member']}/{name}" if place else name
    inner = [*part.path, f"__substg1.0_{_ATTACHMENT_DATA:04X}000D"]
    if part.ole.exists(inner) and part.ole.get_type(inner) == olefile.STGTY_STORAGE:
        try:
            embedded = _Storage(part.ole, inner, "embedded")
            _add_message(document, blocks, embedded, {"member": member}, budget.deeper())
        except KnownError as error:
            document.notes.append(Note(error.code, f"{member}: {error.message}"))
        return
    data = part.binary(_ATTACHMENT_DATA)
    if data and kind_of(name) != "picture":
        budget.take_unpacked(len(data))
        add_member(document, Source.of_bytes(name, data), member, budget)


def _encoding(fixed: dict[int, bytes]) -> str:
    for tag in _CODE_PAGES:
        number = struct.unpack("<I", fixed[tag][:4])[0] if tag in fixed else 0
        name = {65001: "utf-8", 20127: "cp1252", 28591: "latin-1"}.get(number, f"cp{number}")
        try:
            "".encode(name)
        except LookupError:
            continue
        return name
    return "cp1252"


def _date(fixed: dict[int, bytes]) -> str | None:
    for tag in _DATES:
        ticks = struct.unpack("<Q", fixed[tag])[0] if tag in fixed else 0
        if ticks:
            try:
                # 100 nanoseconds since 1601.
                moment = datetime(1601, 1, 1, tzinfo=UTC) + timedelta(microseconds=ticks // 10)
            except OverflowError:
                continue
            return moment.date().isoformat()
    return None


def unpack_rtf(data: bytes) -> bytes:
    """Decompress LZFu, after [MS-OXRTFCP]. Raises KnownError ``damaged``, ``too_large``."""
    if len(data) < 16:
        raise KnownError("damaged", "Its text is cut off.")
    size, magic = struct.unpack_from("<I4s", data, 4)
    if magic == b"MELA":
        return data[16 : 16 + size]
    if magic != b"LZFu":
        raise KnownError("damaged", "Its text is packed in an unknown way.")
    window = bytearray(_RTF_DICTIONARY.ljust(4096, b"\x00"))
    write = len(_RTF_DICTIONARY)
    out = bytearray()
    position = 16
    while position < len(data):
        control = data[position]
        position += 1
        for bit in range(8):
            if control & (1 << bit):
                if position + 2 > len(data):
                    return bytes(out)
                reference = data[position] << 8 | data[position + 1]
                position += 2
                offset = reference >> 4
                if offset == write:
                    return bytes(out)
                piece = [0] * ((reference & 0xF) + 2)
                for index in range(len(piece)):
                    piece[index] = window[offset]
                    window[write] = window[offset]
                    write, offset = (write + 1) % 4096, (offset + 1) % 4096
                out += bytes(piece)
            elif position < len(data):
                out.append(data[position])
                window[write] = data[position]
                write, position = (write + 1) % 4096, position + 1
        if len(out) > limits.MEMBER_BYTES:
            raise KnownError("too_large", "Its text is too long.")
    return bytes(out)
