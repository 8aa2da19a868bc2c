"""The keys that bring up the quick search from any program."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QKeySequenceEdit, QLineEdit, QWidget

from app.choices import HOTKEY
from app.controls import Button, ClearAction
from app.desktop.hotkey import DEFAULT_KEYS, Hotkey, HotkeyState
from app.memory import Memory
from app.theme import XL, Role, S

_WIDTH = 200
_PORTABLE = QKeySequence.SequenceFormat.PortableText


class KeyField(QWidget):
    """Press keys to set them; they work at once. Where the desktop decides about keys it only shows them."""

    def __init__(self, hotkey: Hotkey, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hotkey = hotkey
        self._memory = memory
        self._edit = QKeySequenceEdit()
        self._edit.setMaximumSequenceLength(1)
        if (inside := self._edit.findChild(QLineEdit)) is not None:
            ClearAction(inside)
        # What it asks for is Qt's own text, long in some languages.
        asked = inside.fontMetrics().horizontalAdvance(inside.placeholderText()) if inside is not None else 0
        self._edit.setFixedWidth(max(_WIDTH, asked + 2 * XL))
        self._edit.editingFinished.connect(self._choose)
        self._edit.keySequenceChanged.connect(lambda keys: self._choose() if keys.isEmpty() else None)
        self._usual = Button(self.tr("Usual keys"))
        self._usual.clicked.connect(lambda: self._set(DEFAULT_KEYS))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(S)
        layout.addWidget(self._usual)
        layout.addWidget(self._edit)
        self.setFocusProxy(self._edit)
        hotkey.changed.connect(self._show)
        self._show()

    def setAccessibleName(self, name: str) -> None:  # noqa: N802
        """The field is what is read out."""
        super().setAccessibleName(name)
        self._edit.setAccessibleName(name)

    def _choose(self) -> None:
        self._set(self._edit.keySequence().toString(_PORTABLE))

    def _set(self, keys: str) -> None:
        if keys != self._hotkey.keys:
            self._memory.set_value(HOTKEY, keys)
            self._hotkey.set_keys(keys)

    def _show(self) -> None:
        keys = QKeySequence.fromString(self._hotkey.keys, _PORTABLE)
        if self._edit.keySequence() != keys:
            self._edit.setKeySequence(keys)
        self._usual.setVisible(self._hotkey.keys != DEFAULT_KEYS and self._hotkey.state != "impossible")
        self._edit.setEnabled(self._hotkey.state != "impossible")


def how_keys_stand(state: HotkeyState, shown: str) -> tuple[str, str, Role]:
    """Text, drawing and its colour; an empty text where there is nothing to say. Arguments as in ``Hotkey``."""
    translate = QCoreApplication.translate
    told: dict[HotkeyState, tuple[str, str, Role]] = {
        "off": ("", "", "ink-muted"),
        "works": (
            translate("Words", "The desktop has set them to {keys}.").format(keys=shown) if shown else "", "info",
            "ink-muted",
        ),
        "taken": (translate("Words", "Another program has these keys. Choose others."), "warning", "warn"),
        "unknown_key": (translate("Words", "This keyboard cannot send these keys. Choose others."), "warning", "warn"),
        "asking": (
            translate("Words", "The desktop is asking you whether Hunch may use these keys."), "clock", "ink-muted",
        ),
        "impossible": (
            translate("Words", "This desktop lets no program choose keys for itself. In its keyboard settings, bind "
                               "any keys to the command: hunch toggle"), "info", "ink-muted",
        ),
    }
    return told[state]
