"""Where a search looks: the choice of it as a small button with a menu."""

from __future__ import annotations

from functools import partial
from typing import get_args

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from app.controls import Chip
from indexer.answers import Mode

_MODES: tuple[Mode, ...] = get_args(Mode)
_SAID: dict[Mode, object] = {
    "all": QT_TRANSLATE_NOOP("Words", "Everything"), "words": QT_TRANSLATE_NOOP("Words", "Words only"),
    "meaning": QT_TRANSLATE_NOOP("Words", "By meaning only"),
    "pictures": QT_TRANSLATE_NOOP("Words", "Pictures by sight"),
}


class ModeChip(Chip):
    """Signal ``chosen``: a ``Mode``."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", icon="search", parent=parent)
        self.setCheckable(True)
        self._menu = QMenu(self)
        self._group = QActionGroup(self)
        self._actions = {}
        for mode in _MODES:
            action = self._menu.addAction(_translated(mode), partial(self.chosen.emit, mode))
            action.setCheckable(True)
            self._group.addAction(action)
            self._actions[mode] = action
        self.clicked.connect(self._offer)
        self.show_mode("all")

    def show_mode(self, mode: Mode) -> None:
        """The mode in force; one that is not the usual stands out."""
        self._mode = mode
        self._actions[mode].setChecked(True)
        self.setText(_translated(mode))
        self.setAccessibleName(self.tr("Where to look: {mode}").format(mode=self.text()))
        self.setChecked(mode != "all")
        self.updateGeometry()

    def _offer(self) -> None:
        # A click turns it over; only the choice does.
        self.setChecked(self._mode != "all")
        place = self.mapToGlobal(self.rect().bottomRight())
        if not self.isRightToLeft():
            place.setX(place.x() - self._menu.sizeHint().width())
        self._menu.popup(place)


def _translated(mode: Mode) -> str:
    return QCoreApplication.translate("Words", str(_SAID[mode]))
