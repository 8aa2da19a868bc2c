"""Pages and pictures as the engine renders them, the last ones kept."""

from __future__ import annotations

import base64
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from app.bridge import Bridge, Ticket
from app.preview.spots import Box
from indexer.errors import KnownError
from indexer.face import Face

_BYTES = 48 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Sheet:
    """A rendered page. ``marks`` are in parts of its width and height; ``rendered`` is the width asked for."""

    image: QImage
    number: int
    pages: int
    rendered: int
    marks: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for; ``version`` tells apart what a file held before and holds now."""

    path: str
    version: float
    number: int
    width: int
    passage: str = ""


class PageShelf:
    """Main thread only; pages are fetched and decoded in threads of the bridge, for ``owner``."""

    def __init__(self, bridge: Bridge, owner: QObject) -> None:
        self._bridge = bridge
        self._owner = owner
        self._kept: OrderedDict[Wanted, Sheet] = OrderedDict()
        self._bytes = 0
        self._early: dict[Wanted, Ticket] = {}

    def fetch(
        self, wanted: Wanted, done: Callable[[Sheet], None], failed: Callable[[KnownError], None]
    ) -> Ticket | None:
        """``done`` is called at once, and None returned, where the page is kept.

        What was to be had early waits no more, since others come next now.
        """
        sheet = self._kept.get(wanted)
        if sheet is not None:
            self._kept.move_to_end(wanted)
            done(sheet)
            return None
        self.forget_early()

        def arrived(sheet: Sheet) -> None:
            self._keep(wanted, sheet)
            done(sheet)

        return self._bridge.ask(self._owner, lambda face: _rendered(face, wanted), arrived, failed)

    def fetch_early(self, wanted: Wanted) -> None:
        """Have a page that is perhaps wanted next."""
        if wanted in self._kept or wanted in self._early:
            return

        def arrived(sheet: Sheet) -> None:
            self._early.pop(wanted, None)
            self._keep(wanted, sheet)

        def failed(error: KnownError) -> None:
            self._early.pop(wanted, None)

        self._early[wanted] = self._bridge.ask(self._owner, lambda face: _rendered(face, wanted), arrived, failed)

    def forget_early(self) -> None:
        """Nobody wants the next pages any more."""
        for ticket in self._early.values():
            ticket.cancel()
        self._early.clear()

    def _keep(self, wanted: Wanted, sheet: Sheet) -> None:
        before = self._kept.pop(wanted, None)
        self._bytes += sheet.image.sizeInBytes() - (before.image.sizeInBytes() if before is not None else 0)
        self._kept[wanted] = sheet
        while self._bytes > _BYTES and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            self._bytes -= oldest.image.sizeInBytes()


def decoded(encoded: str) -> QImage:
    """The image in ``encoded``, which is base64; a null image where there is none. Any thread."""
    image = QImage.fromData(base64.b64decode(encoded))
    if image.isNull():
        return image
    has_alpha = image.hasAlphaChannel()
    return image.convertToFormat(
        QImage.Format.Format_ARGB32_Premultiplied if has_alpha else QImage.Format.Format_RGB32
    )


def _rendered(face: Face, wanted: Wanted) -> Sheet:
    page = face.page(wanted.path, wanted.number, wanted.width, wanted.passage)
    image = decoded(page.png)
    if image.isNull():
        raise KnownError("damaged", "It could not be drawn.", wanted.path)
    across, down = 1 / max(1, page.width), 1 / max(1, page.height)
    marks = tuple(
        (left * across, top * down, width * across, height * down) for left, top, width, height in page.marks
    )
    return Sheet(image, page.number, page.pages, wanted.width, marks)
