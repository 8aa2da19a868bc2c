from __future__ import annotations

import struct
from datetime import UTC, datetime

import pytest

from indexer.errors import KnownError
from indexer.extract.document import Document
from indexer.extract.msg import read_msg, unpack_rtf
from indexer.extract.source import Budget, Source
from tests.helpers.ole_file import compound_file


def properties(header: int, **values: int) -> bytes:
    """A properties stream; names are ``p`` and the property's number in hexadecimal."""
    records = b"".join(struct.pack("<HHIQ", 3, int(name[1:], 16), 6, value) for name, value in values.items())
    return b"\x00" * header + records


def filetime(moment: datetime) -> int:
    return int((moment - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10_000_000


def text(tag: str, value: str) -> dict[str, bytes]:
    return {f"__substg1.0_{tag}001F": value.encode("utf-16-le")}


def under(folder: str, streams: dict[str, bytes]) -> dict[str, bytes]:
    return {f"{folder}/{name}": data for name, data in streams.items()}


def read(streams: dict[str, bytes]) -> Document:
    return read_msg(Source.of_bytes("a.msg", compound_file(streams)), Budget())


TOP = {
    "__properties_version1.0": properties(32, p0039=filetime(datetime(2024, 1, 31, 12, tzinfo=UTC))),
    **text("0037", "Boiler service"),
    **text("0C1A", "Zoë Müller"),
    **text("5D01", "zoe@example.org"),
    **under("__recip_version1.0_#00000000", {**text("3001", "Bob"), **text("39FE", "bob@example.org")}),
}
# "{\rtf1 warm water}" as runs of literals, closed by a reference to the place of writing.
PLAIN_RTF = b"{\\rtf1 warm water}"


def packed(data: bytes) -> bytes:
    out = b""
    for at in range(0, len(data), 8):
        out += b"\x00" + data[at : at + 8]
    return struct.pack("<II4sI", len(out) + 12, len(data), b"LZFu", 0) + out


def test_headers_and_plain_body() -> None:
    document = read({**TOP, **text("1000", "The plumber comes on Tuesday.")})
    assert (document.title, document.author, document.created) == (
        "Boiler service",
        "Zoë Müller <zoe@example.org>",
        "2024-01-31",
    )
    assert document.blocks[1].text == (
        "From: Zoë Müller <zoe@example.org>\nTo: Bob <bob@example.org>\nDate: 2024-01-31"
    )
    assert document.blocks[2].text == "The plumber comes on Tuesday."


def test_html_and_rtf_bodies() -> None:
    html = {"__substg1.0_10130102": b"<html><body><p>Heizung</p></body></html>"}
    assert read({**TOP, **html}).blocks[-1].text == "Heizung"
    rtf = {"__substg1.0_10090102": packed(PLAIN_RTF)}
    assert read({**TOP, **rtf}).blocks[-1].text == "warm water"


def test_old_strings_use_their_code_page() -> None:
    document = read(
        {
            "__properties_version1.0": properties(32, p3FFD=1251),
            "__substg1.0_0037001E": "Отопление".encode("cp1251"),
        }
    )
    assert document.title == "Отопление"


def test_attachments_and_messages_inside() -> None:
    attached = {**text("3707", "note.rtf"), "__substg1.0_37010102": PLAIN_RTF}
    inner = {"__properties_version1.0": properties(24), **text("0037", "Inner"), **text("1000", "inner text")}
    document = read(
        {
            **TOP,
            **under("__attach_version1.0_#00000000", attached),
            **under("__attach_version1.0_#00000001", under("__substg1.0_3701000D", inner)),
        }
    )
    found = [(block.text, block.locator.get("member")) for block in document.blocks]
    assert ("warm water", "note.rtf") in found
    assert ("inner text", "attachment") in found
    assert document.title == "Boiler service"


def test_damaged_messages() -> None:
    whole = compound_file({**TOP, **text("1000", "x" * 9000)})
    for bad in (whole[:600], b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600):
        with pytest.raises(KnownError) as error:
            read_msg(Source.of_bytes("a.msg", bad), Budget())
        assert error.value.code == "damaged"


def test_unpacking_rtf() -> None:
    # The example of [MS-OXRTFCP] 4.1.1.
    example = bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
    )
    assert unpack_rtf(example) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"
    assert unpack_rtf(packed(b"anything at all")) == b"anything at all"
    assert unpack_rtf(struct.pack("<II4sI", 20, 3, b"MELA", 0) + b"abc") == b"abc"
    for bad in (b"short", struct.pack("<II4sI", 20, 3, b"????", 0)):
        with pytest.raises(KnownError):
            unpack_rtf(bad)


def test_a_window_that_feeds_itself_stays_small() -> None:
    # Every two bytes give at most 17: the output is bounded by the input.
    body = b"\xff" + b"\x00\x0f" * 8
    data = struct.pack("<II4sI", 0, 0, b"LZFu", 0) + body * 1000
    assert len(unpack_rtf(data)) <= 17 * 8 * 1000
