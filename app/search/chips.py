"""The filters of a search as chips. They are nothing but the filters in the typed text."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from app.controls import Chip
from app.theme import XS
from indexer.query import Field, parse, with_filter, without_filter

_OFFERED: tuple[Field, ...] = ("type", "after", "in", "size")
_ICONS = {"type": "type", "after": "calendar", "in": "folder", "size": "size"}


def _choices(field: Field) -> list[tuple[str, str]]:
    """What a menu offers for a field: its words, and the filter's value."""
    translate = QCoreApplication.translate
    return {
        "type": [
            (translate("Words", "Documents"), "document"), (translate("Words", "PDF"), "pdf"),
            (translate("Words", "Pictures"), "picture"), (translate("Words", "Spreadsheets"), "spreadsheet"),
            (translate("Words", "Slides"), "slides"), (translate("Words", "Mail"), "mail"),
            (translate("Words", "Source code"), "code"), (translate("Words", "Archives"), "archive"),
        ],
        "after": [
            (translate("Words", "Today"), "today"), (translate("Words", "Yesterday or later"), "yesterday"),
            (translate("Words", "The last 7 days"), "last 7 days"),
            (translate("Words", "Since last month"), "last month"),
            (translate("Words", "This year"), "this year"), (translate("Words", "Since last year"), "last year"),
        ],
        "size": [
            (translate("Words", "Smaller than 100 kB"), "<100kb"), (translate("Words", "Larger than 1 MB"), ">1mb"),
            (translate("Words", "Larger than 10 MB"), ">10mb"), (translate("Words", "Larger than 100 MB"), ">100mb"),
        ],
    }.get(field, [])


def field_title(field: str) -> str:
    """What a filter is called."""
    translate = QCoreApplication.translate
    return {
        "type": translate("Words", "Type"), "after": translate("Words", "When"), "in": translate("Words", "Where"),
        "size": translate("Words", "Size"),
    }.get(field, field)


class FilterChips(QWidget):
    """Signals: ``edited`` with the text as it is with another filter."""

    edited = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._folders: tuple[str, ...] = ()
        self._shown: list[Chip] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(XS)
        self._offers: dict[str, Chip] = {}
        for field in _OFFERED:
            chip = self._offers[field] = Chip(field_title(field), icon=_ICONS[field])
            chip.clicked.connect(lambda _=False, field=field: self._offer(field))
            self._row.addWidget(chip)
        self.setAccessibleName(self.tr("Filters"))

    def show_text(self, text: str, folders: tuple[str, ...] = ()) -> None:
        """Follow the typed text; ``folders`` are names that can be chosen."""
        self._text, self._folders = text, folders
        filters = parse(text).filters
        for chip in self._shown:
            self._row.removeWidget(chip)
            chip.deleteLater()
        self._shown = []
        for place, one in enumerate(filters):
            chip = Chip(text[one.start : one.end], removable=True)
            chip.removed.connect(lambda one=one: self.edited.emit(without_filter(self._text, one)))
            chip.clicked.connect(lambda _=False, field=one.field: self._offer(field))
            self._row.insertWidget(place, chip)
            self._shown.append(chip)
        used = {one.field for one in filters}
        for field, chip in self._offers.items():
            chip.setVisible(field not in used and (field != "in" or bool(folders)))

    def _choose(self, field: Field, value: str) -> None:
        self.edited.emit(with_filter(self._text, field, value))

    def _offer(self, field: Field) -> None:
        choices = [(name, name) for name in self._folders] if field == "in" else _choices(field)
        if not choices:
            return
        menu = QMenu(self)
        for shown, value in choices:
            menu.addAction(shown.replace("&", "&&"), partial(self._choose, field, value))
        anchor = self._offers.get(field)
        place = anchor if anchor is not None and anchor.isVisible() else self
        menu.popup(place.mapToGlobal(place.rect().bottomLeft()))
