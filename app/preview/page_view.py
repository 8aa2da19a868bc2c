"""Pages of a document, or a picture, as the engine renders them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSizeF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QImage
from PySide6.QtWidgets import QMenu, QWidget

from app.bridge import Bridge, Ticket
from app.preview.canvas import Canvas, Fit
from app.preview.page_shelf import PageShelf, Sheet, Wanted, decoded
from app.preview.spots import Box
from app.theme import theme
from indexer.answers import Hit
from indexer.errors import KnownError
from indexer.face import Face

RENDERED: dict[str, Fit] = {"pdf": "width", "picture": "whole"}
"""Kinds the engine renders, and how they fit at first."""

_RATIO_SLACK = 0.02
_UNKNOWN_PIXELS = 100_000.0
"""Width taken for a picture whose size is not known, so that its small view fills the room."""


@dataclass(frozen=True, slots=True)
class Place:
    """A page from 1, the text to mark on it, and boxes to mark where the page does not hold it as text."""

    number: int = 1
    passage: str = ""
    boxes: tuple[Box, ...] = ()


class PageView(Canvas):
    """What was shown stays until something of the next file is there.

    Signals:
        arrived: something of the file that was opened is shown now.
        page_changed: number of the page that is shown, and how many there are.
        refused: KnownError, with nothing new to show.
        passage_copied: the menu asks to copy the passage.
    """

    arrived = Signal()
    page_changed = Signal(int, int)
    refused = Signal(object)
    passage_copied = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._shelf = PageShelf(bridge, self)
        self._hit: Hit | None = None
        self._place = Place()
        self._number = self._target = self._pages = 1
        self._fetching: Ticket | None = None
        self._others: list[Ticket] = []
        self._is_open = self._is_small = False
        self.setAccessibleName(self.tr("Picture of the file"))
        self.width_wanted.connect(self._render_anew)
        self.turned.connect(self.turn)

    @property
    def is_open(self) -> bool:
        """Whether what is shown is of the file that was opened last."""
        return self._is_open

    @property
    def number(self) -> int:
        """The page that is shown."""
        return self._number

    def open(self, hit: Hit, place: Place) -> None:
        """Show another file, of a kind in ``RENDERED``; of one that is offline, what the index holds."""
        self.leave()
        self._hit, self._place = hit, place
        self._number = self._target = place.number
        self._pages = 1
        if hit.kind == "picture" and hit.picture is not None:
            self._ask_small(hit.picture, hit.offline)
        elif hit.offline:
            self.refused.emit(_offline(hit))
        if not hit.offline:
            self._fetch(place)

    def go_to(self, place: Place) -> None:
        """Show another place of the same file."""
        self._place = place
        if self._hit is not None and not self._hit.offline:
            self._fetch(place)

    def turn(self, step: int) -> None:
        """Show the page ``step`` further than the one asked for last, if there is one."""
        number = self._target + step
        if self._hit is not None and self._is_open and 1 <= number <= self._pages:
            self._fetch(self._on(number))

    def turn_to(self, number: int) -> None:
        """Show page ``number``, if there is one."""
        self.turn(number - self._target)

    def leave(self) -> None:
        """Another file comes, or none: answers about this one are not wanted any more."""
        for ticket in (*self._others, *filter(None, [self._fetching])):
            ticket.cancel()
        self._others.clear()
        self._fetching = None
        self._shelf.forget_early()
        self._hit = None
        self._is_open = self._is_small = False

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        if not self.has_image:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        passage = menu.addAction(theme().icon("copy-text"), self.tr("Copy the passage"), self.passage_copied.emit)
        passage.setEnabled(bool(self._place.passage))
        menu.addAction(theme().icon("picture"), self.tr("Copy as a picture"), self.copy_image)
        menu.popup(event.globalPos())

    def _on(self, number: int) -> Place:
        return self._place if number == self._place.number else Place(number)

    def _wanted(self, hit: Hit, place: Place, width: int) -> Wanted:
        return Wanted(hit.path, hit.modified, place.number, width, place.passage)

    def _width(self, hit: Hit) -> int:
        """Device pixels across at which a page of ``hit`` is shown."""
        if self._is_open:
            return self.width_for(self.shape, RENDERED[hit.kind], self.zoom)
        return self.width_for(_shape(hit), RENDERED[hit.kind])

    def _fetch(self, place: Place) -> None:
        hit = self._hit
        assert hit is not None
        self._target = place.number
        if self._fetching is not None:
            self._fetching.cancel()

        def failed(error: KnownError) -> None:
            self._target = self._number
            self.refused.emit(error)

        self._fetching = self._shelf.fetch(
            self._wanted(hit, place, self._width(hit)), lambda sheet: self._show(hit, place, sheet), failed
        )

    def _show(self, hit: Hit, place: Place, sheet: Sheet) -> None:
        marks = sheet.marks or place.boxes
        shape = _fitting(_shape(hit), sheet.image)
        if self._is_small and not _shape(hit).isEmpty() and sheet.number == 1:
            self.sharpen(sheet.image, sheet.rendered, marks)
        elif self._is_open and not self._is_small:
            self.show_image(sheet.image, shape, sheet.rendered, marks)
        else:
            self.open_image(sheet.image, shape, sheet.rendered, RENDERED[hit.kind], marks)
        self._number = self._target = sheet.number
        self._pages = sheet.pages
        self._is_open, self._is_small = True, False
        self.page_changed.emit(sheet.number, sheet.pages)
        self.arrived.emit()
        self._fetch_beside(hit)

    def _fetch_beside(self, hit: Hit) -> None:
        for number in (self._number + 1, self._number - 1):
            if 1 <= number <= self._pages:
                self._shelf.fetch_early(self._wanted(hit, self._on(number), self._width(hit)))

    def _ask_small(self, name: str, is_all: bool) -> None:
        hit = self._hit
        assert hit is not None

        def small(face: Face) -> QImage:
            return decoded(face.views([name]).get(name, ""))

        def done(image: QImage) -> None:
            if self._is_open:
                return
            if not image.isNull():
                shape = _shape(hit)
                whole = shape if not shape.isEmpty() else QSizeF(image.size()) * (_UNKNOWN_PIXELS / image.width())
                self.open_image(image, whole, self._width(hit), RENDERED[hit.kind], self._place.boxes)
                self._is_open, self._is_small = True, not is_all
                self.page_changed.emit(1, 1)
                self.arrived.emit()
            elif is_all:
                self.refused.emit(_offline(hit))

        # Without its small view a picture is still rendered; only an offline one has nothing else.
        self._others.append(self._bridge.ask(self, small, done, self.refused.emit if is_all else _pass_over))

    def _render_anew(self, width: int) -> None:
        hit, place = self._hit, self._on(self._number)
        if hit is None or hit.offline or not self._is_open or self._is_small:
            return

        def done(sheet: Sheet) -> None:
            if sheet.number == self._number:
                self.sharpen(sheet.image, sheet.rendered, sheet.marks or place.boxes)
                self._fetch_beside(hit)

        ticket = self._shelf.fetch(self._wanted(hit, place, width), done, _pass_over)
        if ticket is not None:
            self._others.append(ticket)


def _shape(hit: Hit) -> QSizeF:
    return QSizeF(hit.width, hit.height) if hit.width and hit.height else QSizeF()


def _fitting(known: QSizeF, image: QImage) -> QSizeF:
    """The true size, unless it is that of another frame."""
    own = QSizeF(image.size())
    if known.isEmpty() or abs(known.height() * own.width() / (known.width() * own.height()) - 1) > _RATIO_SLACK:
        return own
    return known


def _offline(hit: Hit) -> KnownError:
    return KnownError("root_missing", "It is shown again when its disk is there.", hit.path)


def _pass_over(error: KnownError) -> None:
    pass
