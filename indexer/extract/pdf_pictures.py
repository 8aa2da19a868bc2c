"""What a PDF page shows beside its text: pictures on it, and whether it is a scan."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from indexer.extract import limits
from indexer.extract.picture_inside import Gallery

_DEPTH = 3
"""Levels of forms inside forms in which pictures are looked for."""
_OBJECTS = 2_000
_WHOLE_PAGE = 0.6
"""Share of the page from which on a picture is the page itself."""
_SCAN_CHARACTERS = 60
"""Characters on a page that is a picture all the same: a number, a stamp, the scanning program's name."""
_DRAWN = (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_SHADING)
_UNPACKED_PIXELS = 4_000_000
_SHOWN_POINTS = 60.0
"""Points of the shorter side below which a picture is an ornament."""


def is_scan(page: Any, characters: int) -> bool:
    """Whether the text of a ``pypdfium2.PdfPage`` is, as far as can be told, in a picture of it.

    ``characters`` is how many it has as text. Text drawn as outlines counts as a picture.
    """
    if characters > _SCAN_CHARACTERS:
        return False
    if characters == 0:
        return any(True for _ in page.get_objects(filter=_DRAWN, max_depth=_DEPTH))
    return any(share >= _WHOLE_PAGE for _, share in _pictures(page))


def add_pictures(gallery: Gallery, page: Any, number: int) -> None:
    """Add the pictures of a page; a page that is one picture is added as it looks. Raises PdfiumError."""
    found = list(_pictures(page))
    if any(share >= _WHOLE_PAGE for _, share in found):
        gallery.add(_rendered(page), _own_size(max(found, key=lambda each: each[1])[0]), {"page": number})
        return
    for picture, _ in sorted(found, key=lambda each: -each[1])[: limits.PAGE_VIEWS]:
        if gallery.full:
            return
        size = _own_size(picture)
        # What is stored may be huge: it is never unpacked in full unless it is small.
        small = size[0] * size[1] <= _UNPACKED_PIXELS
        image = picture.get_bitmap(render=True, scale_to_original=small).to_pil()
        white = Image.new("RGB", image.size, "white")
        white.paste(image, mask=image.getchannel("A") if image.mode == "RGBA" else None)
        gallery.add(white, size, {"page": number})


def _pictures(page: Any) -> Iterator[tuple[Any, float]]:
    """(picture, share of the page's area) of those that are no ornaments."""
    width, height = page.get_size()
    for count, item in enumerate(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=_DEPTH)):
        if count == _OBJECTS:
            return
        try:
            left, bottom, right, top = item.get_bounds()
            size = _own_size(item)
        except pypdfium2.PdfiumError:
            continue
        if min(right - left, top - bottom) >= _SHOWN_POINTS and min(size) >= limits.MEMBER_PICTURE_SIDE:
            yield item, (right - left) * (top - bottom) / max(width * height, 1.0)


def _rendered(page: Any) -> Image.Image:
    width, height = page.get_size()
    scale = min(limits.VIEW_SIDE / min(width, height), limits.VIEW_LONG_SIDE / max(width, height))
    image: Image.Image = page.render(scale=scale).to_pil().convert("RGB")
    return image


def _own_size(picture: Any) -> tuple[int, int]:
    width, height = picture.get_px_size()
    return int(width), int(height)

