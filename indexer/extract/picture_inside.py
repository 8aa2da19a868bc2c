"""Pictures inside a document: each once, logos and rules left out, number and bytes bounded."""

from __future__ import annotations

import io

from PIL import Image

from indexer.errors import KnownError
from indexer.extract import limits
from indexer.extract.document import Document, Locator, Note
from indexer.extract.picture_open import open_picture, upright, upright_size
from indexer.extract.picture_view import make_view

_FORMATS = (".png", ".jpg", ".jpeg", ".jpe", ".gif", ".webp", ".tif", ".tiff", ".bmp", ".avif", ".heic", ".jp2")
"""Endings that are read: vector pictures of office programs (EMF, WMF) need those programs."""


class Gallery:
    """Adds views to a document, at most ``limits.VIEWS`` of ``limits.VIEWS_BYTES`` together."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._seen: set[bytes] = set()
        self._bytes = 0
        self._places: dict[tuple[tuple[str, int | str], ...], int] = {}

    @property
    def full(self) -> bool:
        """True once no more views are taken."""
        return len(self._document.views) >= limits.VIEWS or self._bytes >= limits.VIEWS_BYTES

    def wants(self, name: str) -> bool:
        """Whether a part of that name is worth unpacking."""
        return not self.full and name.lower().endswith(_FORMATS)

    def add_file(self, name: str, data: bytes, locator: Locator) -> None:
        """Add a part that is a picture's file; one that is broken becomes a note."""
        try:
            with open_picture(io.BytesIO(data), name) as image:
                if min(image.size) >= limits.MEMBER_PICTURE_SIDE:
                    size = upright_size(image)
                    self.add(upright(image, limits.VIEW_SIDE, limits.VIEW_LONG_SIDE), size, locator)
        except KnownError as error:
            if error.code != "unsupported":
                self._document.notes.append(Note("partial", f"{name[: limits.NAME_CHARACTERS]}: {error.message}"))

    def add(self, image: Image.Image, size: tuple[int, int], locator: Locator) -> None:
        """Add an upright RGB picture whose original has ``size`` (width, height), unless it was added before."""
        place = tuple(sorted(locator.items()))
        if self.full or self._places.get(place, 0) >= limits.PAGE_VIEWS:
            return
        view = make_view(image, size, locator)
        if view.webp not in self._seen:
            self._seen.add(view.webp)
            self._bytes += len(view.webp)
            self._places[place] = self._places.get(place, 0) + 1
            self._document.views.append(view)
