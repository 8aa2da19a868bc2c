"""The passages of a file, one chip each, to step through."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.controls import Chip, Label, QuietButton
from app.theme import XS, L, S

_LONGEST = 20
_SEPARATOR = " › "


class Steps(QWidget):
    """Shows as many chips as there is room for, the current one always. Signal ``chosen``: index of a passage."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: list[Chip] = []
        self._current = 0
        self._count = Label("", "caption", "ink-muted")
        self._back = QuietButton("back", self.tr("Previous passage"))
        self._forward = QuietButton("forward", self.tr("Next passage"))
        self._back.clicked.connect(lambda: self.chosen.emit(self._current - 1))
        self._forward.clicked.connect(lambda: self.chosen.emit(self._current + 1))
        self._row = QHBoxLayout()
        self._row.setSpacing(XS)
        # Chips that do not fit are hidden, so they must not ask for room.
        self._room = QWidget()
        self._room.setLayout(self._row)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addStretch(1)
        self._room.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(L, 0, S, S)
        row.setSpacing(S)
        row.addWidget(self._count)
        row.addWidget(self._room, 1)
        row.addWidget(self._back)
        row.addWidget(self._forward)
        self.setVisible(False)

    def show_places(self, places: Sequence[str], current: int) -> None:
        """``places`` say where each passage is; hidden where there are fewer than two."""
        while self._chips:
            chip = self._chips.pop()
            self._row.removeWidget(chip)
            chip.deleteLater()
        for number, place in enumerate(places):
            chip = Chip(_shortened(place) or str(number + 1))
            chip.setCheckable(True)
            chip.setAccessibleName(
                self.tr("Passage {number} of {all}: {place}").format(number=number + 1, all=len(places), place=place)
            )
            chip.clicked.connect(lambda _, number=number: self.chosen.emit(number))
            self._row.insertWidget(number, chip)
            self._chips.append(chip)
        self._count.setText(self.tr("%n passage(s):", "", len(places)))
        self.setVisible(len(places) > 1)
        self.show_current(current)

    def show_current(self, current: int) -> None:
        """The passage that is looked at."""
        self._current = current
        for number, chip in enumerate(self._chips):
            chip.setChecked(number == current)
        self._back.setEnabled(current > 0)
        self._forward.setEnabled(current < len(self._chips) - 1)
        self._choose_shown()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        hint = super().minimumSizeHint()
        widest = max((chip.sizeHint().width() for chip in self._chips), default=0)
        return QSize(hint.width() + min(widest, 80), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._choose_shown()

    def _choose_shown(self) -> None:
        """The current chip and its neighbours, nearest first, until the room is full."""
        if not self._chips:
            return
        room = self._room.width()
        nearest = sorted(range(len(self._chips)), key=lambda number: abs(number - self._current))
        first = last = self._current
        for number in nearest:
            if number not in (first - 1, first, last + 1):
                continue
            low, high = min(first, number), max(last, number)
            if sum(chip.sizeHint().width() + XS for chip in self._chips[low : high + 1]) - XS <= room:
                first, last = low, high
        for number, chip in enumerate(self._chips):
            chip.setVisible(first <= number <= last)


def _shortened(place: str) -> str:
    """Of headings the last, which is the nearest."""
    place = place.rpartition(_SEPARATOR)[2] if len(place) > _LONGEST else place
    half = _LONGEST // 2
    return place if len(place) <= _LONGEST else f"{place[:half].rstrip()}…{place[-half:].lstrip()}"
