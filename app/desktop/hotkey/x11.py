"""A system-wide key under X11: grabbed on the root windows, with and without the locks that happen to be on."""

from __future__ import annotations

import itertools
import logging

from PySide6.QtCore import QObject, QSocketNotifier, QTimer

from app.desktop.hotkey.base import Hotkey, parts
from app.desktop.xcb import KEY_PRESS, KEY_RELEASE, MAPPING_CHANGED, Display

log = logging.getLogger(__name__)

_SHIFT, _CAPS_LOCK, _CONTROL = 1, 2, 4
_ALT_KEYSYMS, _SUPER_KEYSYMS, _LOCK_KEYSYMS = {0xFFE9, 0xFFEA}, {0xFFEB, 0xFFEC}, {0xFF7F, 0xFF14}
# X11/keysymdef.h, by Qt's portable names; other keys are called by the character on them.
_KEYSYMS = {
    "Space": 0x20, "Backspace": 0xFF08, "Tab": 0xFF09, "Return": 0xFF0D, "Enter": 0xFF8D, "Pause": 0xFF13,
    "ScrollLock": 0xFF14, "Esc": 0xFF1B, "Home": 0xFF50, "Left": 0xFF51, "Up": 0xFF52, "Right": 0xFF53, "Down": 0xFF54,
    "PgUp": 0xFF55, "PgDown": 0xFF56, "End": 0xFF57, "Print": 0xFF61, "Ins": 0xFF63, "Menu": 0xFF67, "Del": 0xFFFF,
    "Search": 0x1008FF1B, **{f"F{number}": 0xFFBD + number for number in range(1, 25)},
}
_LATIN_1_END = 0x100
_UNICODE_KEYSYMS = 0x0100_0000
# One change of the keyboard comes as many.
_REMAP_MS = 200

Grab = tuple[int, int, int]


class X11Hotkey(Hotkey):
    """Main thread only."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._grabs: list[Grab] = []
        self._pressed_at = 0
        self._released: tuple[int, int] | None = None
        self._display: Display | None = None
        try:
            self._display = Display()
        except OSError as error:
            log.warning("no system-wide key: %s", error)
            return
        self.state = "off"
        self._notifier = QSocketNotifier(self._display.descriptor, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        self._remap = QTimer(self, singleShot=True, interval=_REMAP_MS)
        self._remap.timeout.connect(self._grab)

    def set_keys(self, keys: str) -> None:
        self.keys = keys
        self._grab()

    def raise_window(self, window_id: int) -> None:
        if self._display is not None:
            self._display.activate(window_id, self._pressed_at)
            self._pressed_at = 0

    def close(self) -> None:
        if self._display is not None:
            self._notifier.setEnabled(False)
            self._remap.stop()
            self._display.close()
            self._display = None

    def _grab(self) -> None:
        display = self._display
        if display is None:
            self._show("impossible")
            return
        for window, number, held in self._grabs:
            display.ungrab(window, number, held)
        self._grabs = []
        if not self.keys:
            self._show("off")
            return
        wanted = _wanted(display, self.keys)
        for grab in wanted:
            if not display.grab(*grab):
                for window, number, held in self._grabs:
                    display.ungrab(window, number, held)
                self._grabs = []
                self._show("taken")
                return
            self._grabs.append(grab)
        self._show("works" if wanted else "unknown_key")
        # Waiting for answers may have read events which the notifier then never tells of.
        QTimer.singleShot(0, self, self._read)

    def _read(self) -> None:
        display = self._display
        if display is None:
            return
        for event in display.events():
            if event.kind == KEY_PRESS and (event.code, event.time) != self._released:
                self._pressed_at = event.time
                self.pressed.emit("")
            elif event.kind == KEY_RELEASE:
                # A key that is held sends a release and a press of one time again and again.
                self._released = event.code, event.time
            elif event.kind == MAPPING_CHANGED:
                self._remap.start()
        if display.is_lost:
            self._notifier.setEnabled(False)


def _wanted(display: Display, keys: str) -> list[Grab]:
    """All that has to be grabbed: (root window, key code, modifiers); empty when the keyboard has no such key."""
    found = parts(keys)
    keysym = None if found is None else _keysym(found[1])
    symbols = display.keysyms()
    # A layout that stands earlier in the row comes first, and within it the key without shift.
    places = [(row.index(keysym), number) for number, row in symbols.items() if keysym in row]
    if found is None or not places:
        return []
    table = display.modifiers()

    def bit(wanted: set[int]) -> int:
        return next(
            (1 << n for n, numbers in enumerate(table) for number in numbers if wanted & set(symbols.get(number, ()))),
            0,
        )

    masks = {"Shift": _SHIFT, "Ctrl": _CONTROL, "Alt": bit(_ALT_KEYSYMS), "Meta": bit(_SUPER_KEYSYMS)}
    held = sum(masks[modifier] for modifier in found[0])
    locks = {_CAPS_LOCK, *filter(None, (bit({keysym}) for keysym in _LOCK_KEYSYMS))}
    variants = {
        held | sum(chosen) for count in range(len(locks) + 1) for chosen in itertools.combinations(locks, count)
    }
    return [(root, min(places)[1], variant) for root in display.roots() for variant in sorted(variants)]


def _keysym(key: str) -> int | None:
    if len(key) != 1:
        return _KEYSYMS.get(key)
    number = ord(key.lower())
    return number if number < _LATIN_1_END else _UNICODE_KEYSYMS | number
