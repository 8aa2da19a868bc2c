"""A chip for each way in which files are alike, to see only those."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from app import words
from app.controls import Chip
from app.pages.duplicates.twins import WAYS
from app.search.flow import Flow
from app.theme import XS
from indexer.reports import Alike

_SAID: dict[Alike | None, object] = {
    None: QT_TRANSLATE_NOOP("Words", "All"),
    "same content": QT_TRANSLATE_NOOP("Words", "Same content"),
    "nearly the same text": QT_TRANSLATE_NOOP("Words", "Nearly the same text"),
    "other version": QT_TRANSLATE_NOOP("Words", "Other version"),
    "same picture": QT_TRANSLATE_NOOP("Words", "Same picture"),
}


class WayChips(QWidget):
    """Of several one is chosen; the arrow keys go from one to the next. Signal ``chosen``: an ``Alike``, or None."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._chips: dict[Alike | None, Chip] = {}
        flow = Flow(XS)
        for way in (None, *WAYS):
            chip = self._chips[way] = Chip("")
            chip.setCheckable(True)
            chip.toggled.connect(partial(self._toggled, way))
            self._group.addButton(chip)
            flow.addWidget(chip)
        self.setLayout(flow)
        self.setAccessibleName(self.tr("How they are alike"))
        self._chips[None].setChecked(True)

    @property
    def way(self) -> Alike | None:
        """The one that is chosen; None for all."""
        return next(way for way, chip in self._chips.items() if chip.isChecked())

    def choose(self, way: Alike | None) -> None:
        """As if the person did."""
        self._chips[way].setChecked(True)

    def show_counts(self, whole: int, ways: Mapping[Alike, int]) -> None:
        """How many groups there are in all and of each way; a way without any has no chip."""
        for way, chip in self._chips.items():
            count = whole if way is None else ways.get(way, 0)
            said = QCoreApplication.translate("Words", str(_SAID[way]))
            chip.setText(self.tr("{way} ({count})").format(way=said, count=words.count(count)))
            chip.setVisible(way is None or count > 0)
            chip.updateGeometry()
        if self._chips[self.way].isHidden():
            self.choose(None)

    def _toggled(self, way: Alike | None, is_on: bool) -> None:
        if is_on:
            self.chosen.emit(way)
