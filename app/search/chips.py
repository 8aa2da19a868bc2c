"""The filters of a search as chips. They are nothing but the filters in the typed text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Literal, get_args

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app import words
from app.controls import Chip
from app.search.flow import Flow
from app.theme import XS, theme
from indexer.paths import display
from indexer.query import Field, FileExample, Filter, complete, file_examples, parse, with_filter, without_filter

Group = Literal["type", "when", "where", "size"]
GROUPS: tuple[Group, ...] = get_args(Group)

_TITLES: dict[Group, object] = {
    "type": QT_TRANSLATE_NOOP("Words", "Type"), "when": QT_TRANSLATE_NOOP("Words", "When"),
    "where": QT_TRANSLATE_NOOP("Words", "Where"), "size": QT_TRANSLATE_NOOP("Words", "Size"),
}
_ICONS: dict[Group, str] = {"type": "type", "when": "calendar", "where": "folder", "size": "size"}
_FIELDS: dict[Group, tuple[Field, ...]] = {
    "type": ("type", "ext"), "when": ("after", "before", "date"), "where": ("in",), "size": ("size",),
}
_CHOICES: dict[Group, tuple[tuple[Field, str, object], ...]] = {
    "type": (
        ("type", "document", QT_TRANSLATE_NOOP("Words", "Documents")),
        ("type", "pdf", QT_TRANSLATE_NOOP("Words", "PDF")),
        ("type", "picture", QT_TRANSLATE_NOOP("Words", "Pictures")),
        ("type", "spreadsheet", QT_TRANSLATE_NOOP("Words", "Spreadsheets")),
        ("type", "slides", QT_TRANSLATE_NOOP("Words", "Slides")),
        ("type", "mail", QT_TRANSLATE_NOOP("Words", "Mail")),
        ("type", "code", QT_TRANSLATE_NOOP("Words", "Source code")),
        ("type", "archive", QT_TRANSLATE_NOOP("Words", "Archives")),
    ),
    "when": (
        ("date", "today", QT_TRANSLATE_NOOP("Words", "Today")),
        ("date", "yesterday", QT_TRANSLATE_NOOP("Words", "Yesterday")),
        ("date", "this week", QT_TRANSLATE_NOOP("Words", "This week")),
        ("date", "last month", QT_TRANSLATE_NOOP("Words", "Last month")),
        ("date", "this year", QT_TRANSLATE_NOOP("Words", "This year")),
        ("date", "last year", QT_TRANSLATE_NOOP("Words", "Last year")),
        ("before", "last year", QT_TRANSLATE_NOOP("Words", "Before last year")),
    ),
    "where": (),
    "size": (
        ("size", "<100kb", QT_TRANSLATE_NOOP("Words", "Smaller than 100 kB")),
        ("size", ">1mb", QT_TRANSLATE_NOOP("Words", "Larger than 1 MB")),
        ("size", ">10mb", QT_TRANSLATE_NOOP("Words", "Larger than 10 MB")),
        ("size", ">100mb", QT_TRANSLATE_NOOP("Words", "Larger than 100 MB")),
    ),
}
# What is typed for "custom": the field, whose values the search field then offers.
_TYPED: dict[Group, tuple[str, object]] = {
    "type": ("type:", QT_TRANSLATE_NOOP("Words", "Another type…")),
    "when": ("after:", QT_TRANSLATE_NOOP("Words", "Another time…")),
    "where": ("in:", QT_TRANSLATE_NOOP("Words", "Another folder…")),
    "size": ("size:", QT_TRANSLATE_NOOP("Words", "Another size…")),
}
_SAID: dict[Field, object] = {
    "type": QT_TRANSLATE_NOOP("Words", "Type: {value}"), "ext": QT_TRANSLATE_NOOP("Words", "Ending: {value}"),
    "in": QT_TRANSLATE_NOOP("Words", "In {value}"), "after": QT_TRANSLATE_NOOP("Words", "Since {value}"),
    "before": QT_TRANSLATE_NOOP("Words", "Before {value}"), "date": QT_TRANSLATE_NOOP("Words", "Changed {value}"),
    "size": QT_TRANSLATE_NOOP("Words", "Size {value}"), "name": QT_TRANSLATE_NOOP("Words", "Name has {value}"),
    "like": QT_TRANSLATE_NOOP("Words", "Like {value}"),
}


def filter_words(one: Filter) -> str:
    """A filter as a person says it."""
    known = {(field, value): said for choices in _CHOICES.values() for field, value, said in choices}
    said = known.get((one.field, one.value.lower()))
    value = one.value.replace("\\", "/").rpartition("/")[2] if one.field == "like" else one.value
    text = _translated(said) if said is not None else _translated(_SAID[one.field]).format(value=display(value))
    return _translated(QT_TRANSLATE_NOOP("Words", "Not: {filter}")).format(filter=text) if one.negative else text


def example_words(one: FileExample) -> str:
    """A file that others are to be like, or not, as a person says it."""
    more, less = QT_TRANSLATE_NOOP("Words", "More like {name}"), QT_TRANSLATE_NOOP("Words", "Less like {name}")
    return _translated(less if one.away else more).format(name=words.name_of(one.path))


class FilterChips(QWidget):
    """A chip that offers for each group of filters, and one that can be removed for each filter and example typed.

    Args:
        folders: paths that can be searched in.

    Signals:
        edited: the text with other filters. completion_wanted: the text with a field at its end whose value is to be
            typed.
    """

    edited = Signal(str)
    completion_wanted = Signal(str)

    def __init__(self, folders: Callable[[], Sequence[str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folders = folders
        self._text = ""
        self._filters: tuple[Filter, ...] = ()
        self._pieces: tuple[Filter | FileExample, ...] = ()
        self._looks: list[tuple[str, str | None]] = []
        self._shown: list[Chip] = []
        self._flow = Flow(XS)
        self.setLayout(self._flow)
        for group in GROUPS:
            chip = Chip(_translated(_TITLES[group]), icon=_ICONS[group])
            chip.clicked.connect(partial(self._offer, group, chip))
            self._flow.addWidget(chip)
        self.setAccessibleName(self.tr("Filters"))

    def show_text(self, text: str) -> None:
        """Follow the typed text."""
        self._text = text
        self._filters, examples = parse(text).filters, file_examples(text)
        self._pieces = (*self._filters, *examples)
        looks: list[tuple[str, str | None]] = [(filter_words(one), None) for one in self._filters]
        looks += [(example_words(one), "further" if one.away else "nearer") for one in examples]
        if looks != self._looks:
            self._looks = looks
            self._show()

    def menu(self, group: Group) -> QMenu:
        """What ``group`` offers, the filter in force ticked."""
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        used = [one for one in self._filters if one.field in _FIELDS[group] and not one.negative]
        in_force = {(one.field, one.value.lower()) for one in used}
        choices = [(field, value, _translated(said)) for field, value, said in _CHOICES[group]]
        tips: dict[str, str] = {}
        if group == "where":
            offers = complete("in:", 3, self._folders())
            choices = [("in", one.text, display(one.text)) for one in offers]
            tips = {one.text: display(one.explains) for one in offers}
        for field, value, said in choices:
            action = menu.addAction(said.replace("&", "&&"), partial(self._choose, group, field, value))
            action.setToolTip(tips.get(value, ""))
            action.setCheckable(True)
            action.setChecked((field, value.lower()) in in_force)
        menu.addSeparator()
        typed, said_typed = _TYPED[group]
        menu.addAction(theme().icon("edit"), _translated(said_typed), partial(self._ask_for, group, typed))
        if used:
            menu.addAction(theme().icon("close"), self.tr("Any"), lambda: self.edited.emit(self._without(group)))
        return menu

    def _show(self) -> None:
        for chip in self._shown:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._shown = []
        for place, (text, icon) in enumerate(self._looks):
            chip = Chip(text, removable=True, icon=icon)
            chip.removed.connect(partial(self._remove, place))
            chip.clicked.connect(partial(self._change, place, chip))
            self._flow.addWidget(chip)
            self._shown.append(chip)
            chip.show()
        self._flow.invalidate()
        self.updateGeometry()

    def _remove(self, place: int) -> None:
        self.edited.emit(without_filter(self._text, self._pieces[place]))

    def _change(self, place: int, chip: Chip) -> None:
        piece = self._pieces[place]
        field = piece.field if isinstance(piece, Filter) else None
        group = next((group for group in GROUPS if field in _FIELDS[group]), None)
        if group is not None:
            self._offer(group, chip)

    def _offer(self, group: Group, chip: Chip) -> None:
        menu = self.menu(group)
        menu.aboutToHide.connect(menu.deleteLater)
        is_mirrored = self.isRightToLeft()
        corner = chip.rect().bottomRight() if is_mirrored else chip.rect().bottomLeft()
        place = chip.mapToGlobal(corner)
        if is_mirrored:
            place.setX(place.x() - menu.sizeHint().width())
        menu.popup(place)

    def _choose(self, group: Group, field: Field, value: str) -> None:
        kept = self._without(group, but=field)
        self.edited.emit(with_filter(kept, field, value))

    def _ask_for(self, group: Group, typed: str) -> None:
        kept = self._without(group).rstrip()
        self.completion_wanted.emit(f"{kept} {typed}" if kept else typed)

    def _without(self, group: Group, but: Field | None = None) -> str:
        """The text without the filters of a group that are not negative; of ``but`` they stay."""
        text = self._text
        for one in reversed(parse(text).filters):
            if one.field in _FIELDS[group] and one.field != but and not one.negative:
                text = without_filter(text, one)
        return text


def _translated(source: object) -> str:
    return QCoreApplication.translate("Words", str(source))
