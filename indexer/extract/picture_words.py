"""What a picture's file says about it: captions and keywords people wrote, when, where and with what it was taken."""

from __future__ import annotations

import math
import re
import struct
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from xml.etree.ElementTree import Element

from PIL import Image, ImageFile, IptcImagePlugin

from indexer.errors import KnownError
from indexer.extract.blocks import flat
from indexer.extract.document import Shot
from indexer.extract.picture_open import exif_of
from indexer.extract.safe_xml import parse_xml
from indexer.extract.xml_walk import find_all, local

_XMP_BYTES = 1 << 20
_TEXT_CHARACTERS = 20_000
_EXIF, _GPS = 0x8769, 0x8825
_DESCRIPTION, _MAKE, _MODEL, _ARTIST = 0x010E, 0x010F, 0x0110, 0x013B
_XP_TITLE, _XP_COMMENT, _XP_AUTHOR, _XP_KEYWORDS, _XP_SUBJECT = 0x9C9B, 0x9C9C, 0x9C9D, 0x9C9E, 0x9C9F
_TAKEN, _DIGITIZED, _TAKEN_OFFSET, _DIGITIZED_OFFSET, _USER_COMMENT = 0x9003, 0x9004, 0x9011, 0x9012, 0x9286
_XMP_TITLES = frozenset(("title", "Headline"))
_XMP_WORDS = frozenset(
    ("description", "subject", "City", "State", "Country", "CountryName", "ProvinceState", "Location", "Sublocation",
     "PersonInImage", "Event", "AltTextAccessibility")
)  # fmt: skip
_IPTC_TITLES = ((2, 5), (2, 105))
_IPTC_WORDS = ((2, 120), (2, 25), (2, 92), (2, 90), (2, 95), (2, 101))
_PNG_TITLES = ("title",)
_PNG_WORDS = ("description", "caption", "subject", "keywords", "comment", "parameters")
_BY_MACHINES = re.compile(
    r"(CREATOR: gd-jpeg|(Created|Edited) (with|by|in|using) |LEAD Tech|File written by|Lavc|AppleMark|Optimized |"
    r"Processed |ImageJ=|OLYMPUS DIGITAL|SONY DSC|KONICA|MINOLTA|SAMSUNG|DCIM|DIGITAL CAMERA|default$|untitled$|"
    r"Screenshot$|ASCII$|[\W\d_]*$)",
    re.IGNORECASE,
)
"""How the texts begin that cameras and programs put where a caption belongs."""
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


@dataclass(slots=True)
class Words:
    """``title`` and ``author`` as for a document; ``texts`` are captions and keywords, each once, in order."""

    title: str | None = None
    author: str | None = None
    texts: list[str] = field(default_factory=list)


def read_words(image: Image.Image) -> Words:
    """What people wrote into an opened picture's EXIF, XMP, IPTC and PNG texts. Broken parts are left out."""
    titles: list[str] = []
    texts: list[str] = []
    authors: list[str] = []
    for source in (_xmp_words, _iptc_words, _exif_words, _chunk_words):
        for kind, text in _safely(source, image):
            cleaned = flat(text[:_TEXT_CHARACTERS])
            if cleaned and not _BY_MACHINES.match(cleaned):
                {"title": titles, "author": authors}.get(kind, texts).append(cleaned)
    title = titles[0] if titles else None
    # A program often writes one text in three places, and the title again as the caption.
    kept = [text for text in dict.fromkeys([*titles[1:], *texts]) if text != title]
    return Words(title, authors[0] if authors else None, kept)


def read_shot(exif: Image.Exif, size: tuple[int, int]) -> Shot:
    """Date, camera and place out of ``exif``; ``size`` is (width, height), upright. Broken parts are left out."""
    taken_at = camera = None
    for value in _safely(_taken, exif):
        taken_at = taken_at or value
    for value in _safely(_camera, exif):
        camera = value
    place = next(_safely(_place, exif), (None, None))
    return Shot(*size, taken_at, camera, *place)


def sentence(shot: Shot) -> str:
    """Date and camera in words, such as ``Taken on 5 March 2024 with Canon EOS 80D.``; empty without both."""
    when = ""
    if shot.taken_at:
        date = datetime.fromisoformat(shot.taken_at)
        when = f" on {date.day} {_MONTHS[date.month - 1]} {date.year}"
    how = f" with {shot.camera}" if shot.camera else ""
    return f"Taken{when}{how}." if when or how else ""


def _safely(source: Callable[[Any], Iterator[Any]], image: object) -> Iterator[Any]:
    try:
        yield from source(image)
    except (KnownError, OSError, ValueError, SyntaxError, KeyError, IndexError, TypeError, AttributeError,
            ZeroDivisionError, struct.error):  # fmt: skip
        # Whatever a broken tag makes of Pillow's parsers: the picture itself is what counts.
        return


def _xmp_words(image: Image.Image) -> Iterator[tuple[str, str]]:
    raw = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    data = raw.encode() if isinstance(raw, str) else raw
    if not data or len(data) > _XMP_BYTES:
        return
    root = parse_xml(data.strip(b"\0 \r\n\t"))
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        yield from _xmp_text(local(element.tag), element)
        for key, value in element.attrib.items():
            name = local(key)
            if name in _XMP_TITLES or name in _XMP_WORDS or (name == "Name" and "mwg-rs" in key):
                yield ("title" if name in _XMP_TITLES else "text"), value


def _xmp_text(name: str, element: Element) -> Iterator[tuple[str, str]]:
    kind = "title" if name in _XMP_TITLES else "author" if name == "creator" else "text"
    if kind == "text" and name not in _XMP_WORDS and not (name == "Name" and "regions" in str(element.tag)):
        return
    items = ["".join(item.itertext()) for item in find_all(element, "li")]
    yield kind, ", ".join(filter(None, map(flat, items))) or "".join(element.itertext())


def _iptc_words(image: Image.Image) -> Iterator[tuple[str, str]]:
    if not isinstance(image, ImageFile.ImageFile):
        return
    found: Mapping[tuple[int, int], bytes | list[bytes]] = IptcImagePlugin.getiptcinfo(image) or {}
    for key in (*_IPTC_TITLES, *_IPTC_WORDS):
        values = found.get(key, [])
        texts = [_decoded(value) for value in (values if isinstance(values, list) else [values])]
        yield ("title" if key in _IPTC_TITLES else "text"), ", ".join(texts)


def _exif_words(image: Image.Image) -> Iterator[tuple[str, str]]:
    exif = exif_of(image)
    for tag, kind in ((_XP_TITLE, "title"), (_XP_AUTHOR, "author"), (_XP_SUBJECT, "text"), (_XP_COMMENT, "text"),
                      (_XP_KEYWORDS, "text")):  # fmt: skip
        value = exif.get(tag)
        if isinstance(value, tuple):
            value = bytes(value)
        if isinstance(value, bytes):
            yield kind, value.decode("utf-16-le", errors="replace").rstrip("\0").replace(";", ", ")
    yield "text", _decoded(exif.get(_DESCRIPTION, ""))
    yield "author", _decoded(exif.get(_ARTIST, ""))
    comment = exif.get_ifd(_EXIF).get(_USER_COMMENT, b"")
    if isinstance(comment, bytes):
        encoding = "utf-16" if comment.startswith(b"UNICODE\0") else "utf-8"
        yield "text", comment[8:].decode(encoding, errors="replace").strip("\0 ")


def _chunk_words(image: Image.Image) -> Iterator[tuple[str, str]]:
    """Texts of a PNG, comments of a GIF or JPEG."""
    texts = {key.lower(): value for key, value in image.info.items() if isinstance(key, str)}
    for key in (*_PNG_TITLES, "author", *_PNG_WORDS):
        value = texts.get(key, "")
        if isinstance(value, str | bytes):
            yield ("title" if key in _PNG_TITLES else key if key == "author" else "text"), _decoded(value)


def _decoded(value: object) -> str:
    if isinstance(value, bytes):
        try:
            return value.decode("utf-8").strip("\0")
        except UnicodeDecodeError:
            return value.decode("latin-1").strip("\0")
    return str(value).strip("\0") if isinstance(value, str) else ""


def _taken(exif: Image.Exif) -> Iterator[str]:
    details = exif.get_ifd(_EXIF)
    for tag, offset_tag in ((_TAKEN, _TAKEN_OFFSET), (_DIGITIZED, _DIGITIZED_OFFSET)):
        text = str(details.get(tag, "")).strip("\0 ")
        if not re.fullmatch(r"\d{4}[:-]\d\d[:-]\d\d[ T]\d\d:\d\d:\d\d", text):
            continue
        offset = str(details.get(offset_tag, "")).strip("\0 ")
        offset = offset if re.fullmatch(r"[+-]\d\d:\d\d", offset) else ""
        yield datetime.fromisoformat(f"{text[:10].replace(':', '-')}T{text[11:]}{offset}").isoformat()


def _camera(exif: Image.Exif) -> Iterator[str]:
    make, model = (flat(_decoded(exif.get(tag, "")))[:100] for tag in (_MAKE, _MODEL))
    # "NIKON CORPORATION" and "NIKON D70": once is enough.
    if make and model.casefold().startswith(make.split()[0].casefold()):
        make = ""
    if make or model:
        yield f"{make} {model}".strip()


def _place(exif: Image.Exif) -> Iterator[tuple[float, float]]:
    found = exif.get_ifd(_GPS)
    latitude, longitude = _degrees(found.get(2), found.get(1), "S"), _degrees(found.get(4), found.get(3), "W")
    # Cameras that know no place write zeros.
    if abs(latitude) <= 90 and abs(longitude) <= 180 and (latitude or longitude):
        yield latitude, longitude


def _degrees(parts: Any, reference: Any, negative: str) -> float:
    degrees, minutes, seconds = (float(part) for part in parts)
    value = degrees + minutes / 60 + seconds / 3600
    if not math.isfinite(value):
        raise ValueError("not a place")
    return round(-value if _decoded(reference).strip().upper() == negative else value, 6)
