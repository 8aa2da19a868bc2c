from __future__ import annotations

import io
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from indexer.extract.document import Document, Shot
from indexer.extract.picture import read_picture
from indexer.extract.picture_words import sentence
from indexer.extract.source import Budget, Source

XMP = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">
<rdf:Description rdf:about="" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:City="Brest">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Red kayak</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li>On the lake at noon</rdf:li></rdf:Alt></dc:description>
<dc:subject><rdf:Bag><rdf:li>water</rdf:li><rdf:li>holiday</rdf:li></rdf:Bag></dc:subject>
<dc:creator><rdf:Seq><rdf:li>Nora</rdf:li></rdf:Seq></dc:creator>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""


def read(form: str = "JPEG", **options: object) -> Document:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(out, form, **options)
    return read_picture(Source.of_bytes("a.jpg", out.getvalue()), Budget())


def text(document: Document) -> str:
    return "\n".join(block.text for block in document.blocks)


def taken(date: str = "2024:03:05 10:11:12", offset: str = "+02:00") -> Image.Exif:
    exif = Image.Exif()
    details = exif.get_ifd(0x8769)
    details[0x9003], details[0x9011] = date, offset
    return exif


def test_date_camera_and_place() -> None:
    exif = taken()
    exif[0x010F], exif[0x0110] = "Canon", "Canon EOS 80D"
    exif.get_ifd(0x8825).update({1: "S", 2: (33.0, 51.0, 30.0), 3: "E", 4: (151.0, 12.0, 36.0)})
    document = read(exif=exif)
    assert document.shot == Shot(40, 30, "2024-03-05T10:11:12+02:00", "Canon EOS 80D", -33.858333, 151.21)
    assert document.created == "2024-03-05T10:11:12+02:00"
    assert text(document) == "Taken on 5 March 2024 with Canon EOS 80D."


@pytest.mark.parametrize("date", ["0000:00:00 00:00:00", "2024:13:40 99:00:00", "", "yesterday", "    :  :     :  :  "])
def test_dates_that_are_none(date: str) -> None:
    document = read(exif=taken(date))
    assert (document.shot, document.blocks) == (Shot(40, 30), [])


def test_a_broken_offset_is_left_out_and_make_is_told_once() -> None:
    exif = taken(offset="zone")
    exif[0x010F], exif[0x0110] = "NIKON CORPORATION", "NIKON D70\0\0"
    shot = read(exif=exif).shot
    assert shot
    assert (shot.taken_at, shot.camera) == ("2024-03-05T10:11:12", "NIKON D70")
    exif[0x010F], exif[0x0110] = "samsung", "SM-G973F"
    shot = read(exif=exif).shot
    assert shot
    assert shot.camera == "samsung SM-G973F"


@pytest.mark.parametrize("place", [
    {1: "N", 2: (0.0, 0.0, 0.0), 3: "E", 4: (0.0, 0.0, 0.0)}, {1: "N", 2: (95.0, 0.0, 0.0), 3: "E", 4: (1.0, 0.0, 0.0)},
    {2: (1.0,), 4: 3}, {1: "N"},
])  # fmt: skip
def test_places_that_are_none(place: dict[int, object]) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8825).update(place)
    shot = read(exif=exif).shot
    assert shot
    assert (shot.latitude, shot.longitude) == (None, None)


def test_xmp() -> None:
    for form in ("JPEG", "WEBP", "TIFF"):
        document = read(form, **({"tiffinfo": {700: XMP.encode()}} if form == "TIFF" else {"xmp": XMP.encode()}))
        assert (document.title, document.author) == ("Red kayak", "Nora"), form
        assert text(document) == "Red kayak\nBrest\nOn the lake at noon\nwater, holiday", form


def test_windows_properties_and_descriptions() -> None:
    exif = Image.Exif()
    exif[0x010E], exif[0x013B] = "Boiler room, before the leak", "Ada"
    exif[0x9C9B], exif[0x9C9E] = "Kessel".encode("utf-16-le") + b"\0\0", "heating;flat".encode("utf-16-le")
    exif.get_ifd(0x8769)[0x9286] = b"UNICODE\0" + "notée".encode("utf-16")
    document = read(exif=exif)
    assert (document.title, document.author) == ("Kessel", "Ada")
    assert text(document) == "Kessel\nheating, flat\nBoiler room, before the leak\nnotée"


@pytest.mark.parametrize("caption", ["OLYMPUS DIGITAL CAMERA         ", "SONY DSC", "Created with GIMP", "  ", "12345"])
def test_what_machines_write_is_no_caption(caption: str) -> None:
    exif = Image.Exif()
    exif[0x010E] = caption
    assert read(exif=exif).blocks == []


def test_texts_of_a_png_and_comments() -> None:
    info = PngImagePlugin.PngInfo()
    info.add_text("Title", "Sunset")
    info.add_itxt("Description", "über dem Meer")
    info.add_text("Software", "Paint 3")
    document = read("PNG", pnginfo=info)
    assert (document.title, text(document)) == ("Sunset", "Sunset\nüber dem Meer")
    assert text(read("GIF", comment=b"the cat jumps")) == "the cat jumps"
    assert text(read("JPEG", comment=b"CREATOR: gd-jpeg v1.0 (using IJG JPEG v62), quality = 90")) == ""


def test_iptc() -> None:
    def record(number: int, value: bytes) -> bytes:
        return b"\x1c\x02" + bytes([number]) + struct.pack(">H", len(value)) + value

    data = record(5, b"Regatta") + record(25, b"sail") + record(25, b"boat") + record(120, "Fünf Boote".encode())
    data += b"\0" * (len(data) % 2)
    block = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", len(data)) + data
    out = io.BytesIO()
    Image.new("RGB", (40, 30)).save(out, "JPEG")
    jpeg = out.getvalue()
    marked = jpeg[:2] + b"\xff\xed" + struct.pack(">H", len(block) + 2) + block + jpeg[2:]
    document = read_picture(Source.of_bytes("a.jpg", marked), Budget())
    assert (document.title, text(document)) == ("Regatta", "Regatta\nFünf Boote\nsail, boat")


@given(st.binary(max_size=200))
@settings(max_examples=80, deadline=None)
def test_broken_metadata_costs_nothing_but_itself(noise: bytes) -> None:
    assert len(read(exif=b"Exif\0\0II*\0\x08\0\0\0" + noise, xmp=noise).views) == 1
    assert len(read(exif=taken().tobytes()[:40] + noise).views) == 1


def test_dates_in_words() -> None:
    assert sentence(Shot(1, 1)) == ""
    assert sentence(Shot(1, 1, camera="Box")) == "Taken with Box."
    assert sentence(Shot(1, 1, "2020-12-31T23:59:59")) == "Taken on 31 December 2020."
