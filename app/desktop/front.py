"""Bringing a window to the front although another program has the keyboard."""

from __future__ import annotations

import os

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QWidget

from app.desktop.hotkey import Hotkey


def bring_to_front(window: QWidget, hotkey: Hotkey, token: str = "") -> None:
    """Show ``window`` before all others, minimised or not, with the keyboard in it. Main thread only.

    Args:
        token: what the desktop, or another program, gave for it; Wayland asks for one.
    """
    if token:
        # Qt takes it from here with the next request for activation, and then forgets it.
        os.environ["XDG_ACTIVATION_TOKEN"] = token
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
    handle = window.windowHandle()
    if handle.isExposed():
        hotkey.raise_window(int(window.winId()))
    else:
        _WhenShown(handle, hotkey)


class _WhenShown(QObject):
    """A window manager listens only to what is asked for a window that it shows already."""

    def __init__(self, handle: QWindow, hotkey: Hotkey) -> None:
        super().__init__(handle)
        self._hotkey = hotkey
        handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Expose and isinstance(watched, QWindow) and watched.isExposed():
            watched.removeEventFilter(self)
            self._hotkey.raise_window(int(watched.winId()))
            self.deleteLater()
        return False
