"""The key on a Mac: Carbon's RegisterEventHotKey, still the only one that asks for no permission."""

from __future__ import annotations

import sys

if sys.platform == "darwin":
    import ctypes
    import ctypes.util

    from PySide6.QtCore import QObject

    from app.desktop.hotkey.base import RegisteredHotkey

    _KEYBOARD, _PRESSED = int.from_bytes(b"keyb", "big"), 5
    _SIGNATURE = int.from_bytes(b"hnch", "big")
    _COMMAND, _SHIFT, _OPTION, _CONTROL = 1 << 8, 1 << 9, 1 << 11, 1 << 12
    # Qt's Ctrl is Command on a Mac, and its Meta is Control.
    _MASKS = {"Ctrl": _COMMAND, "Shift": _SHIFT, "Alt": _OPTION, "Meta": _CONTROL}
    # Key codes of an ANSI keyboard (HIToolbox/Events.h), by place.
    _CODES = {
        **dict(zip("ASDFHGZXCV", range(10), strict=True)), "B": 11, "Q": 12, "W": 13, "E": 14, "R": 15, "Y": 16,
        "T": 17, "1": 18, "2": 19, "3": 20, "4": 21, "6": 22, "5": 23, "9": 25, "7": 26, "8": 28, "0": 29, "O": 31,
        "U": 32, "I": 34, "P": 35, "Return": 36, "L": 37, "J": 38, "K": 40, "N": 45, "M": 46, "Tab": 48, "Space": 49,
        "Esc": 53, "F1": 122, "F2": 120, "F3": 99, "F4": 118, "F5": 96, "F6": 97, "F7": 98, "F8": 100, "F9": 101,
        "F10": 109, "F11": 103, "F12": 111,
    }

    class _Kind(ctypes.Structure):
        _fields_ = (("event_class", ctypes.c_uint32), ("kind", ctypes.c_uint32))

    class _Id(ctypes.Structure):
        _fields_ = (("signature", ctypes.c_uint32), ("id", ctypes.c_uint32))

    _Handler = ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)

    class MacHotkey(RegisteredHotkey):
        """Main thread only."""

        def __init__(self, parent: QObject | None = None) -> None:
            super().__init__(_CODES, _MASKS, parent)
            self._carbon = ctypes.CDLL(ctypes.util.find_library("Carbon"))
            self._carbon.GetApplicationEventTarget.restype = ctypes.c_void_p
            self._target = ctypes.c_void_p(self._carbon.GetApplicationEventTarget())
            self._key = ctypes.c_void_p()
            self._handler = _Handler(self._heard)
            kind = _Kind(_KEYBOARD, _PRESSED)
            self._carbon.InstallEventHandler(self._target, self._handler, 1, ctypes.byref(kind), None, None)

        def close(self) -> None:
            if self._key:
                self._carbon.UnregisterEventHotKey(self._key)
                self._key = ctypes.c_void_p()

        def _register(self, code: int, modifiers: int) -> bool:
            return not self._carbon.RegisterEventHotKey(
                code, modifiers, _Id(_SIGNATURE, 1), self._target, 0, ctypes.byref(self._key)
            )

        def _heard(self, call: int | None, event: int | None, data: int | None) -> int:
            self.pressed.emit("")
            return 0
