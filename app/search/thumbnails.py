"""Small pictures from the engine, asked for as they come into sight and kept while there is room."""

from __future__ import annotations

from collections import OrderedDict
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QBrush, QImage, QPainter, QPixmap

from app.bridge import Bridge
from app.preview.page_shelf import decoded
from app.theme import XS
from indexer.client import Link
from indexer.errors import KnownError
from indexer.face import Face

_BATCH = 32
_IN_FLIGHT = 2
_WAITING = 400
"""Names that wait at most; what was out of sight for longest is forgotten first."""
_IMAGE_BYTES = 48_000_000
_PIXMAP_BYTES = 48_000_000

K = TypeVar("K")
V = TypeVar("V", QImage, QPixmap)


class Thumbnails(QObject):
    """Main thread only; pictures are decoded in a thread.

    Signals:
        arrived: the set of names whose pictures are there now, or may be after the connection came back.
    """

    arrived = Signal(object)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._images: _Bounded[str, QImage] = _Bounded(_IMAGE_BYTES)
        self._pixmaps: _Bounded[tuple[str, int, int, float], QPixmap] = _Bounded(_PIXMAP_BYTES)
        self._waiting: dict[str, None] = {}
        self._asked: set[str] = set()
        self._absent: set[str] = set()
        self._in_flight = 0
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._ask)
        bridge.link_changed.connect(self._linked)

    def pixmap(self, name: str, size: QSize, dpr: float) -> QPixmap | None:
        """The picture ``name`` at its own ratio within ``size``, in logical pixels of ``dpr`` device pixels each.

        Its corners are round. None while it is not there: it is then asked for, and ``arrived`` tells.
        """
        key = (name, size.width(), size.height(), dpr)
        known = self._pixmaps.get(key)
        if known is not None:
            return known
        image = self._images.get(name)
        if image is None:
            self._want(name)
            return None
        made = _fitted(image, size, dpr)
        self._pixmaps.put(key, made, made.width() * made.height() * 4)
        return made

    def _want(self, name: str) -> None:
        if name in self._absent or name in self._asked:
            return
        self._waiting.pop(name, None)
        self._waiting[name] = None
        if len(self._waiting) > _WAITING:
            del self._waiting[next(iter(self._waiting))]
        if not self._timer.isActive():
            self._timer.start()

    def _ask(self) -> None:
        while self._waiting and self._in_flight < _IN_FLIGHT:
            # What was painted last is what is looked at.
            names = list(self._waiting)[-_BATCH:]
            for name in names:
                del self._waiting[name]
            self._asked.update(names)
            self._in_flight += 1
            self._ask_for(names)

    def _ask_for(self, names: list[str]) -> None:
        def call(face: Face) -> dict[str, QImage]:
            return {name: decoded(encoded) for name, encoded in face.views(names).items()}

        def done(images: dict[str, QImage]) -> None:
            there = {name: image for name, image in images.items() if not image.isNull()}
            for name, image in there.items():
                self._images.put(name, image, image.sizeInBytes())
            self._answered(names, set(names) - set(there))
            if there:
                self.arrived.emit(set(there))

        def failed(error: KnownError) -> None:
            self._answered(names, set(names))

        self._bridge.ask(self, call, done, failed)

    def _answered(self, names: list[str], absent: set[str]) -> None:
        self._in_flight -= 1
        self._asked.difference_update(names)
        self._absent |= absent
        self._ask()

    def _linked(self, link: Link) -> None:
        if link.state == "connected" and self._absent:
            absent, self._absent = self._absent, set()
            self.arrived.emit(absent)


class _Bounded(Generic[K, V]):
    """Keeps what was used last, up to so many bytes."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._bytes = 0
        self._kept: OrderedDict[K, tuple[V, int]] = OrderedDict()

    def get(self, key: K) -> V | None:
        found = self._kept.get(key)
        if found is None:
            return None
        self._kept.move_to_end(key)
        return found[0]

    def put(self, key: K, value: V, cost: int) -> None:
        _, before = self._kept.pop(key, (None, 0))
        self._kept[key] = (value, cost)
        self._bytes += cost - before
        while self._bytes > self._most and len(self._kept) > 1:
            _, (_, freed) = self._kept.popitem(last=False)
            self._bytes -= freed


def _fitted(image: QImage, size: QSize, dpr: float) -> QPixmap:
    room = QSize(max(1, round(size.width() * dpr)), max(1, round(size.height() * dpr)))
    scaled = image.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    pixmap = QPixmap(scaled.size())
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(scaled))
        painter.drawRoundedRect(QRectF(pixmap.rect()), XS * dpr, XS * dpr)
    pixmap.setDevicePixelRatio(dpr)
    return pixmap
