"""Controls for one value each. The wheel turns them only while they have the keyboard: it is for scrolling the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSpinBox, QWidget

from app import words

Value = str | int

_SETTLED_MS = 400
_LEAST_WIDTH = 144


class Choice(QComboBox):
    """One of a few values. Signal: ``chosen`` by the person."""

    chosen = Signal(object)

    def __init__(
        self, values: Sequence[tuple[Value, str]], other: Callable[[Value], str] = str, parent: QWidget | None = None
    ) -> None:
        """``values`` with their texts; ``other`` gives the text of one that is none of them."""
        super().__init__(parent)
        self._other = other
        self._usual = len(values)
        self.setMinimumWidth(_LEAST_WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for value, text in values:
            self.addItem(text, value)
        self.activated.connect(lambda at: self.chosen.emit(self.itemData(at)))

    def show_value(self, value: Value) -> None:
        """Show what is in force; a value from elsewhere gets an entry of its own."""
        while self.count() > self._usual:
            self.removeItem(self._usual)
        if self.findData(value) < 0:
            self.addItem(self._other(value), value)
        self.setCurrentIndex(self.findData(value))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class Number(QSpinBox):
    """A whole number. Signal: ``chosen`` by the person, once it has been left alone for a moment."""

    chosen = Signal(object)

    def __init__(
        self, least: int, most: int, step: int = 1, *, unit: str = "", zero: str = "", parent: QWidget | None = None
    ) -> None:
        """``unit`` follows the number; ``zero`` is shown in place of the least."""
        super().__init__(parent)
        self.setMinimumWidth(_LEAST_WIDTH)
        self.setRange(least, most)
        self.setSingleStep(step)
        self.setSuffix(unit)
        self.setSpecialValueText(zero)
        self.setGroupSeparatorShown(True)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignTrailing)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settle.timeout.connect(lambda: self.chosen.emit(self.value()))
        self.valueChanged.connect(lambda _: self._settle.start())

    def show_value(self, value: int) -> None:
        """Show what is in force, unless the person is just about to choose another."""
        if not self._settle.isActive():
            self.setValue(value)
            self._settle.stop()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


def percent(number: Value) -> str:
    """The share as text: the sign's place is the language's business."""
    return f"{words.count(int(number))} %"
