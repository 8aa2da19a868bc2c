from __future__ import annotations

import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.errors import KnownError
from indexer.extract.document import Document
from indexer.extract.legacy_doc import clean_text, read_doc
from indexer.extract.legacy_ppt import read_ppt
from indexer.extract.source import Budget, Source
from tests.helpers.ole_file import compound_file
from tests.helpers.outcome import outcome

TEXT_AT = 2048


def word(
    *pieces: tuple[str, bool], flags: int = 0, footnotes: str = "", styles: tuple[int, ...] = (), version: int = 0xC1
) -> bytes:
    """A Word 97 file. ``pieces``: (text, one byte a character); ``styles``: that of each paragraph, in order."""
    main = bytearray(TEXT_AT)
    bounds, descriptors = [0], b""
    for text, narrow in [*pieces, (footnotes, True)]:
        offset = len(main)
        main += text.encode("cp1252" if narrow else "utf-16-le")
        bounds.append(bounds[-1] + len(text))
        descriptors += struct.pack("<HIH", 0, offset * 2 | 0x40000000 if narrow else offset, 0)
    plc = struct.pack(f"<{len(bounds)}I", *bounds) + descriptors
    # A property block in front of the piece table, as fast-saved files have it.
    clx = b"\x01" + struct.pack("<H", 4) + b"abcd" + b"\x02" + struct.pack("<I", len(plc)) + plc
    struct.pack_into("<HHHHHH", main, 0, 0xA5EC, version, 0, 0x0409, 0, flags)
    struct.pack_into("<ii", main, 0x4C, sum(len(text) for text, _ in pieces), len(footnotes))
    struct.pack_into("<II", main, 0x01A2, 0, len(clx))
    table = clx
    if styles:
        main += b"\x00" * (-len(main) % 512)
        struct.pack_into("<II", main, 0x0102, len(clx), 12)
        table += struct.pack("<III", TEXT_AT, TEXT_AT + 9999, len(main) // 512)
        ends = [len(part) + 1 for part in "".join(text for text, _ in pieces).split("\r")]
        starts = [TEXT_AT + sum(ends[:i]) for i in range(len(styles) + 1)]
        page = bytearray(512)
        struct.pack_into(f"<{len(starts)}I", page, 0, *starts)
        for index, style in enumerate(styles):
            place = 400 + 8 * index
            page[4 * len(starts) + 13 * index] = place // 2
            struct.pack_into("<BH", page, place, 2, style)
        page[511] = len(styles)
        main += page
    return compound_file({"WordDocument": bytes(main), "0Table": table})


def read(data: bytes) -> Document:
    return read_doc(Source.of_bytes("a.doc", data), Budget())


def texts(data: bytes) -> list[str]:
    return [block.text for block in read(data).blocks]


def failure(data: bytes) -> str:
    with pytest.raises(KnownError) as error:
        read(data)
    return error.value.code


def test_pieces_of_both_widths_in_order() -> None:
    data = word(("The “boiler”", True), (" была\rSecond ", False), ("end 𝄞\r", False), footnotes="A note\r")
    assert texts(data) == ["The “boiler” была", "Second end 𝄞", "A note"]


def test_headings_by_style() -> None:
    blocks = read(word(("Heating\rtext\rCosts\r", True), styles=(1, 0, 2))).blocks
    assert [(block.text, block.kind, block.level) for block in blocks] == [
        ("Heating", "heading", 1),
        ("text", "paragraph", 0),
        ("Costs", "heading", 2),
    ]


def test_tables_and_fields() -> None:
    blocks = read(word(("a\x07b\x07\x07c\x07\x07after\r", True))).blocks
    assert [(block.text, block.kind) for block in blocks] == [("a | b\nc", "table"), ("after", "paragraph")]
    assert (
        clean_text('see \x13 HYPERLINK "x" \x14the \x13 A \x14page\x15\x15 now\x0bnext\x01') == "see the page now\nnext"
    )


def test_encrypted_old_and_damaged() -> None:
    assert failure(word(("x", True), flags=0x0100)) == "encrypted"
    assert failure(word(("x", True), version=33)) == "unsupported"
    assert failure(word(("x", True))[:700]) == "damaged"
    assert failure(compound_file({"WordDocument": b"\xec\xa5\xc1\x00"})) == "damaged"
    assert failure(compound_file({"WordDocument": b"\xec\xa5\xc1\x00" + b"\x00" * 1000})) == "damaged"


def test_pieces_cannot_multiply_the_text() -> None:
    main = bytearray(TEXT_AT) + b"x" * 1000
    count = 5000
    plc = struct.pack(f"<{count + 1}I", *range(0, 1000 * (count + 1), 1000))
    plc += struct.pack("<HIH", 0, TEXT_AT * 2 | 0x40000000, 0) * count
    struct.pack_into("<HH", main, 0, 0xA5EC, 0xC1)
    struct.pack_into("<i", main, 0x4C, 1000 * count)
    struct.pack_into("<II", main, 0x01A2, 0, len(plc) + 5)
    data = compound_file({"WordDocument": bytes(main), "0Table": b"\x02" + struct.pack("<I", len(plc)) + plc})
    assert sum(map(len, texts(data))) <= 2 * len(main)


def test_word_6() -> None:
    main = bytearray(0x300) + "Отопление\rдома\r".encode("cp1251")
    struct.pack_into("<HHHH", main, 0, 0xA5DC, 101, 0, 0x0419)
    struct.pack_into("<II", main, 0x18, 0x300, len(main))
    assert texts(compound_file({"WordDocument": bytes(main)})) == ["Отопление", "дома"]


@given(st.integers(0, 600), st.binary(min_size=1, max_size=8))
@settings(deadline=None, max_examples=150)
def test_damage_in_the_head_is_a_document_or_a_known_error(at: int, noise: bytes) -> None:
    whole = word(("Heating\rtext\r", True), (" была\r", False), styles=(1, 0))
    at += 512
    damaged = whole[:at] + noise + whole[at + len(noise) :]
    assert outcome(lambda: read(damaged)) in ("ok", "damaged", "encrypted", "unsupported", "too_large")


def record(kind: int, body: bytes, instance: int = 0, *, container: bool = False) -> bytes:
    return struct.pack("<HHI", instance << 4 | (0xF if container else 0), kind, len(body)) + body


def shown(text: str, kind: int = 4) -> bytes:
    return record(3999, struct.pack("<I", kind)) + record(4000, text.encode("utf-16-le"))


def slide(*shapes: bytes) -> bytes:
    return record(1006, record(1036, b"".join(shapes), container=True), container=True)


def powerpoint(*, encrypted: bool = False, broken: bool = False) -> bytes:
    """Two slides, stored in the other order than shown; the second with notes."""

    def persist(number: int, identifier: int) -> bytes:
        return record(1011, struct.pack("<5I", number, 0, 0, identifier, 0))

    first = persist(2, 256) + shown("Heating", 0)
    first += record(3999, struct.pack("<I", 1)) + record(4008, b"first point\rsecond point")
    listing = record(4080, first + persist(3, 257), 0, container=True)
    notes = record(4080, persist(4, 300), 2, container=True)
    objects = {
        3: slide(shown("In a box"), record(4008, "Üben".encode("latin-1"))),
        2: slide(record(3998, b"\x00" * 4)),
        4: record(1008, record(1009, struct.pack("<II", 257, 0)) + shown("Say it slowly", 2), container=True),
        1: record(1000, listing + notes, container=True),
    }
    stream, places = b"", {}
    for number, data in objects.items():
        places[number] = len(stream)
        stream += data
    directory = len(stream)
    stream += record(6002, struct.pack("<5I", 4 << 20 | 1, *(places[number] for number in (1, 2, 3, 4))))
    edit = len(stream)
    stream += record(4085, struct.pack("<7I", 0, 0, edit if broken else 0, directory, 1, 4, 0))
    current = struct.pack("<HHI", 0, 0x0FF6, 20)
    current += (
        struct.pack("<III", 20, 0xF3D1C4DF if encrypted else 0xE391C05F, 0xFFFFFF if broken else edit) + b"\x00" * 8
    )
    return compound_file({"PowerPoint Document": stream, "Current User": current})


def read_slides(data: bytes) -> list[tuple[str, object, str]]:
    document = read_ppt(Source.of_bytes("a.ppt", data), Budget())
    return [(block.text, block.locator["slide"], block.kind) for block in document.blocks]


def test_slides_in_the_order_of_the_show() -> None:
    assert read_slides(powerpoint()) == [
        ("Heating", 1, "heading"),
        ("first point\nsecond point", 1, "paragraph"),
        ("In a box", 2, "paragraph"),
        ("Üben", 2, "paragraph"),
        ("Say it slowly", 2, "paragraph"),
    ]


def test_a_broken_table_of_objects_leaves_the_slides_as_stored() -> None:
    assert [text for text, _, _ in read_slides(powerpoint(broken=True))][:2] == ["In a box", "Üben"]


def test_presentations_that_cannot_be_read() -> None:
    for data, code in (
        (powerpoint(encrypted=True), "encrypted"),
        (compound_file({"PP40": b"x"}), "unsupported"),
        (compound_file({"PowerPoint Document": b"\x00" * 100}), "damaged"),
        (powerpoint()[:600], "damaged"),
    ):
        with pytest.raises(KnownError) as error:
            read_ppt(Source.of_bytes("a.ppt", data), Budget())
        assert error.value.code == code


@given(st.integers(512, 2000), st.binary(min_size=1, max_size=6))
@settings(deadline=None, max_examples=150)
def test_damaged_records_are_a_document_or_a_known_error(at: int, noise: bytes) -> None:
    whole = powerpoint()
    damaged = whole[:at] + noise + whole[at + len(noise) :]
    assert outcome(lambda: read_slides(damaged)) in ("ok", "damaged", "encrypted", "unsupported", "too_large")
