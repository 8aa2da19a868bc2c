"""The preview: the selected file as it looks, at the place that was found."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import words
from app.bridge import Bridge, Ticket
from app.controls import Hairline, Toast
from app.preview.body import LOST, Body
from app.preview.footer import Footer
from app.preview.head import Head
from app.preview.reading import Reading, passages_of, read, spots_of
from app.preview.spots import Spot, passage_text
from app.preview.steps import Steps
from app.shortcuts import Name, shortcuts
from indexer.answers import Hit, HitPassage
from indexer.client import Link
from indexer.errors import KnownError

_REST_MS = 80
"""How long the selection stays before it is followed, so that holding an arrow key moves as fast as it can."""


class PreviewPane(QWidget):
    """Follows the selection and leaves the keyboard where it is. While hidden it asks for nothing.

    Args:
        compact: for a pop-up: without buttons, and with fewer facts.

    Signals:
        acted: open, reveal, copy_path, copy_passage, similar or why: what to do with the file shown.
    """

    acted = Signal(str)

    def __init__(self, bridge: Bridge, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._coming: tuple[Hit, str] | None = None
        self._hit: Hit | None = None
        self._query = ""
        self._passages: tuple[HitPassage, ...] = ()
        self._index = 0
        self._reading: Reading | None = None
        self._ticket: Ticket | None = None
        self._lost_engine = False
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._follow)
        self._head = Head(compact=compact)
        self._steps = Steps()
        self._body = Body(bridge)
        self._footer = None if compact else Footer()
        self._toast = Toast(self)
        self._lines = [Hairline()]
        self._steps.chosen.connect(self.choose_passage)
        self._body.passage_copied.connect(lambda: self.acted.emit("copy_passage"))
        self._body.text_chosen.connect(self._copy)
        bridge.link_changed.connect(self._link_changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._head, self._steps, self._lines[0]):
            column.addWidget(widget)
        column.addWidget(self._body, 1)
        if self._footer is not None:
            self._footer.acted.connect(self.acted)
            self._lines.append(Hairline())
            column.addWidget(self._lines[1])
            column.addWidget(self._footer)
        self.setAccessibleName(self.tr("Preview"))
        self._listen()
        self.clear()

    @property
    def passage(self) -> HitPassage | None:
        """The passage that is looked at."""
        return self._passages[self._index] if self._passages else None

    @property
    def passage_text(self) -> str:
        """All of it as far as it is known; empty where there is none."""
        details = self._reading.details if self._reading is not None else None
        return passage_text(details, self.passage) if self.passage is not None else ""

    def leave_out(self, name: str) -> None:
        """Do not offer what ``acted`` calls ``name``."""
        if self._footer is not None:
            self._footer.leave_out(name)

    def show_hit(self, hit: Hit, query: str) -> None:
        """Show ``hit`` once it has been selected for a moment.

        The same file found again by the same ``query`` stays at the passage that is looked at.
        """
        self._coming = (hit, query)
        if self.isVisible():
            self._rest.start()

    def clear(self) -> None:
        """Nothing is selected."""
        self._rest.stop()
        self._leave()
        self._coming = self._hit = None
        self._passages, self._index = (), 0
        self._steps.show_places((), 0)
        self._body.clear()
        self._show_parts(False)

    def step_passage(self, step: int) -> None:
        """Go to the next (+1) or previous (-1) passage."""
        self.choose_passage(self._index + step)

    def choose_passage(self, index: int) -> None:
        """Go to passage ``index``, if there is one."""
        if 0 <= index < len(self._passages):
            self._index = index
            self._steps.show_current(index)
            self._body.show_passage(self._passages[index], self._spot())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        if self._coming is not None:
            self._rest.start()

    def _listen(self) -> None:
        """Keys of the window, which work wherever the keyboard is while this is to be seen."""
        does: dict[Name, Callable[[], None]] = {
            "zoom_in": lambda: self._body.enlarge(1), "zoom_out": lambda: self._body.enlarge(-1),
            "zoom_fit": lambda: self._body.enlarge(0), "page_next": lambda: self._body.turn(1),
            "page_previous": lambda: self._body.turn(-1),
        }
        for name, action in does.items():
            for keys in shortcuts(name):
                QShortcut(keys, self).activated.connect(action)

    def _follow(self) -> None:
        if self._coming is None:
            return
        (hit, query), self._coming = self._coming, None
        before, was_at = self._hit, self.passage
        is_same = before is not None and (before.path, before.modified) == (hit.path, hit.modified)
        stays = is_same and query == self._query
        self._hit, self._query, self._passages = hit, query, passages_of(hit)
        self._index = 0
        if stays and was_at is not None:
            self._index = next((i for i, one in enumerate(self._passages) if one.locator == was_at.locator), 0)
        self._steps.show_places([words.place(passage.locator) for passage in self._passages], self._index)
        if self._footer is not None:
            self._footer.show_passage(bool(self._passages))
        self._show_parts(True)
        if is_same and self._reading is not None:
            self._look_up(self._reading)
        else:
            self._begin(hit)

    def _begin(self, hit: Hit) -> None:
        self._leave()
        self._lost_engine = False
        self._head.show_hit(hit, self._bridge.roots)
        self._body.begin(hit, self.passage)
        passages = self._passages
        self._ticket = self._bridge.ask(self, lambda face: read(face, hit.path, passages), self._read, self._not_read)

    def _look_up(self, reading: Reading) -> None:
        """The file is known; the passages found in it are others."""
        passages = self._passages

        def found(spots: tuple[Spot | None, ...]) -> None:
            self._reading = Reading(reading.details, reading.lines, spots)
            if self.passage is not None:
                self._body.show_passage(self.passage, self._spot())

        self._leave()
        self._reading = reading
        self._ticket = self._bridge.work(self, lambda: spots_of(reading.details, passages), found)

    def _leave(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
        self._ticket = self._reading = None

    def _read(self, reading: Reading) -> None:
        self._reading = reading
        self._head.show_details(reading.details)
        self._body.show_reading(reading, self._spot())

    def _not_read(self, error: KnownError) -> None:
        self._lost_engine = error.code in LOST
        self._body.show_unread(error)

    def _spot(self) -> Spot | None:
        return self._reading.spots[self._index] if self._reading is not None and self._reading.spots else None

    def _link_changed(self, link: Link) -> None:
        if link.state == "connected" and self._lost_engine and self._hit is not None:
            self._begin(self._hit)

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._toast.say(self.tr("Copied"))

    def _show_parts(self, shown: bool) -> None:
        for widget in (self._head, *self._lines):
            widget.setVisible(shown)
        if self._footer is not None:
            self._footer.setVisible(shown)
