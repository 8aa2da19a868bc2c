"""The key on Windows: RegisterHotKey, heard through Qt's native events."""

from __future__ import annotations

import sys

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject

    from app.desktop.hotkey.base import RegisteredHotkey

    _WM_HOTKEY = 0x0312
    _ID = 0x4855
    _ALT, _CONTROL, _SHIFT, _WIN, _NO_REPEAT = 1, 2, 4, 8, 0x4000
    _MASKS = {"Alt": _ALT, "Ctrl": _CONTROL, "Shift": _SHIFT, "Meta": _WIN}
    # Virtual-key codes (winuser.h); letters and digits are their own characters.
    _CODES = {
        "Space": 0x20, "Tab": 0x09, "Return": 0x0D, "Esc": 0x1B, "Ins": 0x2D, "Del": 0x2E, "Home": 0x24, "End": 0x23,
        "PgUp": 0x21, "PgDown": 0x22, "Pause": 0x13, **{f"F{number}": 0x6F + number for number in range(1, 25)},
        **{character: ord(character) for character in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
    }

    class _Filter(QAbstractNativeEventFilter):
        def __init__(self, owner: WindowsHotkey) -> None:
            super().__init__()
            self._owner = owner

        def nativeEventFilter(  # noqa: N802
            self, kind: QByteArray | bytes | bytearray | memoryview, message: int
        ) -> tuple[bool, int]:
            event = wintypes.MSG.from_address(int(message))
            if event.message == _WM_HOTKEY and event.wParam == _ID:
                self._owner.pressed.emit("")
                return True, 0
            return False, 0

    class WindowsHotkey(RegisteredHotkey):
        """Main thread only."""

        def __init__(self, parent: QObject | None = None) -> None:
            super().__init__(_CODES, _MASKS, parent)
            self._filter = _Filter(self)
            self._is_registered = False
            app = QCoreApplication.instance()
            assert app is not None
            app.installNativeEventFilter(self._filter)

        def raise_window(self, window_id: int) -> None:
            """The process that has the key may come to the front."""
            ctypes.windll.user32.SetForegroundWindow(wintypes.HWND(window_id))

        def close(self) -> None:
            if self._is_registered:
                ctypes.windll.user32.UnregisterHotKey(None, _ID)
                self._is_registered = False

        def _register(self, code: int, modifiers: int) -> bool:
            self._is_registered = bool(
                ctypes.windll.user32.RegisterHotKey(None, _ID, modifiers | _NO_REPEAT, code)
            )
            return self._is_registered
