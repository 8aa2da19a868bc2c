"""Drawings (SVG): checked for traps, cut off from every other file, rendered by resvg."""

from __future__ import annotations

import base64
import binascii
import gzip
import io
import math
import re
import zlib
from xml.etree.ElementTree import Element, tostring

import resvg_py
from PIL import Image

from indexer.errors import KnownError
from indexer.extract import limits
from indexer.extract.blocks import flat
from indexer.extract.picture_open import open_picture, upright
from indexer.extract.safe_xml import parse_xml
from indexer.extract.source import Budget, Source, read_bounded
from indexer.extract.xml_walk import attribute, local

_GZIP = b"\x1f\x8b"
_REFERENCE = re.compile(r"url\(\s*[\"']?#([^\"')\s]+)")
_EMBEDDED = re.compile(r"data:image/(?:png|jpe?g|gif|webp);base64,", re.IGNORECASE)
_NUMBER = re.compile(r"\s*(\d+(?:\.\d+)?|\.\d+)\s*(px)?\s*$")
_LOOSE_URL = re.compile(r"@import|url\(\s*[\"']?(?!#)", re.IGNORECASE)
_LINKING = frozenset(("image", "feImage", "use", "tref"))
_TEXT = frozenset(("text", "tspan"))


def unpacked(source: Source, budget: Budget) -> Source:
    """The drawing itself when ``source`` is an .svgz, else ``source``. Raises KnownError as ``read_bounded`` does."""
    if source.head(2) != _GZIP:
        return source
    try:
        with source.open() as stream, gzip.GzipFile(fileobj=stream) as content:
            data = read_bounded(content, budget, packed=source.size, limit=limits.SVG_BYTES)  # type: ignore[arg-type]
    except (OSError, EOFError, zlib.error) as error:
        raise KnownError("damaged", "It cannot be unpacked.") from error
    return Source.of_bytes(source.name.removesuffix("z"), data)


def render_svg(data: bytes, width: int | None = None, pixels: int = 0) -> tuple[Image.Image, tuple[int, int]]:
    """The drawing on white in RGB, and its own size in pixels.

    It has the sides of a view, or is ``width`` pixels wide, less where that would make more than ``pixels`` in all.

    Raises KnownError ``damaged``, ``too_large``, ``hostile`` (references in a circle or too many of them).
    """
    root = parse_xml(data, allow_doctype=True)
    if local(str(root.tag)) != "svg":
        raise KnownError("damaged", "It is not a drawing.")
    _check(root)
    _cut_off(root)
    size = _own_size(root)
    for name, side in zip(("width", "height"), size, strict=True):
        root.set(name, str(side))
    if width is None:
        scale = min(limits.VIEW_SIDE / min(size), limits.VIEW_LONG_SIDE / max(size))
    else:
        scale = min(width / size[0], math.sqrt(pixels / (size[0] * size[1])))
    sides = max(1, round(size[0] * scale)), max(1, round(size[1] * scale))
    has_text = any(isinstance(element.tag, str) and local(element.tag) in _TEXT for element in root.iter())
    try:
        png = resvg_py.svg_to_bytes(
            svg_string=tostring(root, encoding="unicode"), background="white",
            width=sides[0], height=sides[1], skip_system_fonts=not has_text,
        )
    except ValueError as error:
        raise KnownError("damaged", "The drawing cannot be drawn.") from error
    with open_picture(io.BytesIO(png), "drawing.png") as image:
        return upright(image, min(sides), max(sides)), (round(size[0]) or 1, round(size[1]) or 1)


def drawing_texts(data: bytes) -> tuple[str | None, list[str]]:
    """Title, and the descriptions and texts in it. Raises KnownError as ``parse_xml`` does."""
    root = parse_xml(data, allow_doctype=True)
    found = [
        (local(element.tag), flat("".join(element.itertext())))
        for element in root.iter()
        if isinstance(element.tag, str) and local(element.tag) in ("title", "desc", "description", "text")
    ]
    title = next((text for name, text in found if name == "title" and text), None)
    return title, [text for text in dict.fromkeys(text for _, text in found) if text and text != title]


def _check(root: Element) -> None:
    """Raise KnownError hostile when drawing it would take for ever: depth, circles, references to references."""
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    by_id = {element.attrib["id"]: element for element in elements if "id" in element.attrib}
    weights: dict[int, int] = {}
    open_now: set[int] = set()
    # Without recursion: (element, depth, left) is pushed twice, the second time when all below it is weighed.
    stack: list[tuple[Element, int, bool]] = [(root, 0, False)]
    while stack:
        element, depth, left = stack.pop()
        below = [*(child for child in element if isinstance(child.tag, str)), *_targets(element, by_id)]
        if left:
            open_now.discard(id(element))
            weights[id(element)] = 1 + sum(weights[id(other)] for other in below)
            if weights[id(element)] > limits.SVG_ELEMENTS:
                raise KnownError("hostile", f"Its elements are drawn over {limits.SVG_ELEMENTS} times.")
            continue
        if id(element) in weights:
            continue
        if id(element) in open_now:
            raise KnownError("hostile", "Its elements refer to each other in a circle.")
        if depth > limits.SVG_DEPTH:
            raise KnownError("hostile", f"Its elements are nested over {limits.SVG_DEPTH} levels deep.")
        open_now.add(id(element))
        stack.append((element, depth, True))
        stack.extend((other, depth + 1, False) for other in below)


def _targets(element: Element, by_id: dict[str, Element]) -> list[Element]:
    names = [name for value in element.attrib.values() for name in _REFERENCE.findall(value)]
    link = attribute(element, "href") or ""
    if link.startswith("#") and local(str(element.tag)) != "a":
        names.append(link[1:])
    return [by_id[name] for name in names if name in by_id]


def _cut_off(root: Element) -> None:
    """Take out every link to another file, and embedded pictures that are too large or drawings themselves."""
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        if local(element.tag) == "style" and _LOOSE_URL.search(element.text or ""):
            element.text = ""
        if local(element.tag) not in _LINKING:
            continue
        for key, value in list(element.attrib.items()):
            if local(key) == "href" and not value.startswith("#") and not _is_picture(value):
                del element.attrib[key]


def _is_picture(link: str) -> bool:
    match = _EMBEDDED.match(link)
    if not match:
        return False
    try:
        data = base64.b64decode(link[match.end() :])
        with open_picture(io.BytesIO(data), "embedded"):
            return True
    except (KnownError, binascii.Error, ValueError):
        return False


def _own_size(root: Element) -> tuple[float, float]:
    """Width and height in pixels: as given, else of the view box, else what browsers take."""
    sides = [_NUMBER.match(root.get(name, "")) for name in ("width", "height")]
    if all(sides):
        width, height = (float(side[1]) for side in sides if side)
    else:
        box = re.split(r"[\s,]+", root.get("viewBox", "").strip())
        try:
            width, height = float(box[2]), float(box[3])
        except (IndexError, ValueError):
            width, height = 300.0, 150.0
    if not (0 < width < 1e6 and 0 < height < 1e6):
        raise KnownError("damaged", "It is a drawing without an area.")
    return width, height
