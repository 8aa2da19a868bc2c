"""The line of controls over a page or a picture."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.controls import QuietButton
from app.preview.page_entry import PageEntry
from app.theme import XS, S


class Strip(QWidget):
    """Signals:
    page_asked: number of the page to go to.
    zoomed: +1 larger, -1 smaller, 0 to fit.
    boxes_asked, text_asked: whether to outline the text in the picture; whether to show text instead.
    """

    page_asked = Signal(int)
    zoomed = Signal(int)
    boxes_asked = Signal(bool)
    text_asked = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = self._pages = 1
        self._has_boxes = self._is_text = self._can_change = False
        self._back = QuietButton("page-prev", self.tr("Previous page"))
        self._forward = QuietButton("page-next", self.tr("Next page"))
        self._entry = PageEntry()
        self._boxes = QuietButton("eye", "")
        self._text = QuietButton("type", "")
        self._smaller = QuietButton("zoom-out", self.tr("Smaller"))
        self._fit = QuietButton("fit", self.tr("Fit"))
        self._larger = QuietButton("zoom-in", self.tr("Larger"))
        self._boxes.setCheckable(True)
        self._back.clicked.connect(lambda: self.page_asked.emit(self._number - 1))
        self._forward.clicked.connect(lambda: self.page_asked.emit(self._number + 1))
        self._entry.chosen.connect(self.page_asked)
        self._boxes.toggled.connect(self._toggle_boxes)
        self._text.clicked.connect(lambda: self.text_asked.emit(not self._is_text))
        for button, step in ((self._smaller, -1), (self._fit, 0), (self._larger, 1)):
            button.clicked.connect(lambda _, step=step: self.zoomed.emit(step))
        row = QHBoxLayout(self)
        row.setContentsMargins(S, 0, S, XS)
        row.setSpacing(XS)
        for widget in (self._back, self._entry, self._forward):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self._boxes, self._text, self._smaller, self._fit, self._larger):
            row.addWidget(widget)
        self.show_text(False, can_change=False)
        self.show_page(1, 1)
        self.show_boxes(False, False)

    def show_page(self, number: int, pages: int) -> None:
        """Where one is; nothing is said of a single page."""
        self._number, self._pages = number, pages
        self._entry.show_page(number, pages)
        self._back.setEnabled(number > 1)
        self._forward.setEnabled(number < pages)
        self._choose_shown()

    def show_boxes(self, there_are: bool, shown: bool) -> None:
        """Whether there is text in the picture, and whether it is outlined."""
        self._has_boxes = there_are
        with QSignalBlocker(self._boxes):
            self._boxes.setChecked(shown)
        self._name_boxes()
        self._choose_shown()

    def show_text(self, is_text: bool, *, can_change: bool) -> None:
        """Whether text is shown now, and whether there is also the other."""
        self._is_text, self._can_change = is_text, can_change
        self._text.set_icon("file" if is_text else "type")
        self._text.set_name(self.tr("Show as it looks") if is_text else self.tr("Show the text only"))
        self._choose_shown()

    def _choose_shown(self) -> None:
        for widget in (self._back, self._entry, self._forward):
            widget.setVisible(self._pages > 1 and not self._is_text)
        self._boxes.setVisible(self._has_boxes and not self._is_text)
        self._text.setVisible(self._can_change)

    def _toggle_boxes(self, shown: bool) -> None:
        self._name_boxes()
        self.boxes_asked.emit(shown)

    def _name_boxes(self) -> None:
        shown = self._boxes.isChecked()
        self._boxes.set_icon("eye-off" if shown else "eye")
        self._boxes.set_name(self.tr("Hide where text is") if shown else self.tr("Show where text is"))
