"""The middle of the preview: the page, the picture, the text, or why there is none of them."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import words
from app.bridge import Bridge
from app.controls import Banner, EmptyState, Label, ThinProgress
from app.engine_words import told
from app.preview.manuscript import NUMBERED
from app.preview.page_view import RENDERED, PageView, Place
from app.preview.reading import Reading
from app.preview.spots import Spot, box_of, page_of, plain, text_boxes
from app.preview.stack import Stack
from app.preview.strip import Strip
from app.preview.text_view import TextView
from app.theme import L, S
from indexer.answers import FileDetails, Hit, HitPassage
from indexer.errors import KnownError

LOST = ("engine_gone", "engine_not_started", "engine_busy")
"""Codes of errors that pass when the engine is there again."""

_PATIENCE_MS = 300
_DESCRIBED_CHARACTERS = 4_000


class Body(QWidget):
    """What was shown stays until the next is there, for a moment at least.

    Signals:
        passage_copied: the menu asks to copy the passage.
        text_chosen: text of a box in a picture that is to be copied.
    """

    passage_copied = Signal()
    text_chosen = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hit: Hit | None = None
        self._passage: HitPassage | None = None
        self._reading: Reading | None = None
        self._spot: Spot | None = None
        self._wants_text = self._shows_boxes = self._is_refused = self._is_laid_out = False
        self._strip = Strip()
        self._banner = Banner("warn", "")
        self._notice = QWidget()
        self._progress = ThinProgress(self.tr("Reading the file"))
        self._progress.setRange(0, 0)
        self._pages = PageView(bridge)
        self._text = TextView()
        self._note = EmptyState("eye", "", "")
        self._blank = QWidget()
        self._remark = Label("", "caption", "ink-muted", wrap=True)
        self._remark.setContentsMargins(L, S, L, S)
        self._stack = Stack((self._blank, self._pages, self._text, self._note))
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._wait)
        self._connect()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        notice = QVBoxLayout(self._notice)
        notice.setContentsMargins(S, S, S, S)
        notice.addWidget(self._banner)
        for part in (self._strip, self._notice, self._progress):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        column.addWidget(self._remark)
        self.clear()

    def begin(self, hit: Hit, passage: HitPassage | None) -> None:
        """Another file comes."""
        self._hit, self._passage = hit, passage
        self._reading = self._spot = None
        self._wants_text = self._is_refused = self._is_laid_out = False
        self._notice.hide()
        if hit.offline:
            self._warn(self.tr("The disk it is on is not connected. This is what Hunch read of it."))
        self._patience.start()
        self._pages.leave()
        if hit.kind in RENDERED:
            # A page that is not to be seen has no size of its own yet.
            self._pages.resize(self._stack.contentsRect().size())
            self._pages.open(hit, self._place())

    def show_reading(self, reading: Reading, spot: Spot | None) -> None:
        """What is known of the file is there."""
        self._reading, self._spot = reading, spot
        self._is_laid_out = False
        self._outline()
        self._show()

    def show_unread(self, error: KnownError) -> None:
        """Nothing is known of the file, so what is shown of it is what the result holds."""
        if not self._pages.is_open:
            self._say(*words.explain(error.code))

    def show_passage(self, passage: HitPassage, spot: Spot | None) -> None:
        """Go to another passage of the same file."""
        self._passage, self._spot = passage, spot
        if self._hit is not None and self._hit.kind in RENDERED and not self._is_refused:
            self._pages.go_to(self._place())
        if self._is_laid_out:
            self._text.show_spot(spot)

    def clear(self) -> None:
        """Nothing is selected."""
        self._hit = self._passage = self._reading = self._spot = None
        self._notice.hide()
        self._pages.leave()
        self._pages.clear_image()
        self._text.clear_text()
        self._say(self.tr("Nothing selected"), self.tr("A result that is selected is shown here."))

    def enlarge(self, step: int) -> None:
        """Larger (+1), smaller (-1), as it fits (0)."""
        if self._stack.currentWidget() is self._text:
            self._text.enlarge(step)
        else:
            self._pages.enlarge(step)

    def turn(self, step: int) -> None:
        """Show the page ``step`` further."""
        if self._stack.currentWidget() is self._pages:
            self._pages.turn(step)

    def _connect(self) -> None:
        self._banner.dismissed.connect(self._notice.hide)
        self._pages.arrived.connect(self._show)
        self._pages.page_changed.connect(self._page_changed)
        self._pages.refused.connect(self._refused)
        self._pages.box_chosen.connect(self.text_chosen)
        for view in (self._pages, self._text):
            view.passage_copied.connect(self.passage_copied)
        self._strip.page_asked.connect(self._pages.turn_to)
        self._strip.zoomed.connect(self.enlarge)
        self._strip.boxes_asked.connect(self._ask_boxes)
        self._strip.text_asked.connect(self._ask_text)

    def _place(self) -> Place:
        """The page of the passage, and what to mark on it."""
        passage = self._passage
        if passage is None:
            return Place()
        box = box_of(passage.locator)
        has_text = passage.picture is None and self._hit is not None and self._hit.kind == "pdf"
        return Place(page_of(passage.locator) or 1, plain(passage) if has_text else "", (box,) if box else ())

    @property
    def _has_text(self) -> bool:
        return self._reading is not None and bool(self._reading.details.text.strip())

    def _show(self) -> None:
        """The best of what is there."""
        if self._hit is None:
            return
        can_render = self._hit.kind in RENDERED and not self._is_refused
        if can_render and not (self._wants_text and self._has_text):
            if not self._pages.is_open:
                return
            self._turn_to(self._pages)
        elif self._reading is None:
            return
        elif self._has_text:
            self._lay_out(self._reading)
            self._turn_to(self._text)
        else:
            self._say(*self._reason(self._reading.details))

    def _lay_out(self, reading: Reading) -> None:
        if not self._is_laid_out:
            self._text.show_lines(reading.lines, self._spot, is_numbered=reading.details.kind in NUMBERED)
            self._is_laid_out = True

    def _turn_to(self, widget: QWidget) -> None:
        self._patience.stop()
        self._progress.hide()
        is_text = widget is self._text
        renders = self._hit is not None and self._hit.kind in RENDERED and not self._is_refused
        self._strip.setVisible(renders and widget in (self._text, self._pages))
        self._strip.show_text(is_text, can_change=self._has_text)
        self._stack.setCurrentWidget(widget)
        remark = self._remarked() if widget in (self._text, self._pages) else ""
        self._remark.setText(remark)
        self._remark.setVisible(bool(remark))

    def _say(self, title: str, text: str) -> None:
        self._note.say("eye" if self._hit is None else "info", title, text)
        self._turn_to(self._note)

    def _wait(self) -> None:
        """What is shown is of another file, and that for too long."""
        self._turn_to(self._blank)
        self._pages.clear_image()
        self._progress.show()

    def _warn(self, text: str) -> None:
        self._banner.say("warn", text)
        self._banner.show()
        self._notice.show()

    def _remarked(self) -> str:
        """What there is to say about the text, in a line below it."""
        details = self._reading.details if self._reading is not None else None
        if details is None:
            return ""
        if details.error is not None:
            return told(details.error)
        if details.cut and self._stack.currentWidget() is self._text:
            return self.tr("Only the beginning of this long text is shown here. Open the file to read on.")
        return ""

    def _reason(self, details: FileDetails) -> tuple[str, str]:
        """Why there is nothing to look at."""
        if details.error is not None:
            return self.tr("No preview"), told(details.error)
        if details.state == "pending":
            return self.tr("Not read yet"), self.tr("It is shown here as soon as its turn has come.")
        return self.tr("No text inside"), self.tr("Hunch finds this file by its name.")

    def _refused(self, error: KnownError) -> None:
        if error.code in LOST and not self._pages.is_open:
            return
        if not self._pages.is_open:
            self._is_refused = True
        if error.code == "vanished":
            self._warn(self.tr("The file was moved or deleted. This is what Hunch read of it."))
        elif error.code != "root_missing":
            self._warn(words.explained(error.code))
        self._show()

    def _page_changed(self, number: int, pages: int) -> None:
        self._strip.show_page(number, pages)
        self._outline()

    def _outline(self) -> None:
        """Tell what text is on the page, to the eye where asked for, and to screen readers."""
        details = self._reading.details if self._reading is not None else None
        number = self._pages.number
        boxes = text_boxes(details, number) if details is not None and self._pages.is_open else ()
        self._strip.show_boxes(bool(boxes), self._shows_boxes)
        self._pages.show_boxes(boxes if self._shows_boxes else ())
        if details is not None:
            said = [
                details.text[part.start : part.end] for part in details.parts if (page_of(part.locator) or 1) == number
            ]
            self._pages.setAccessibleDescription("\n".join(said)[:_DESCRIBED_CHARACTERS])

    def _ask_boxes(self, shown: bool) -> None:
        self._shows_boxes = shown
        self._outline()

    def _ask_text(self, shown: bool) -> None:
        self._wants_text = shown
        self._show()
