"""What a system-wide key offers, and which way this system has."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence

HotkeyState = Literal["off", "works", "taken", "unknown_key", "asking", "impossible"]

# Free by default in GNOME, KDE, Xfce and Windows; on a Mac (where Qt's Ctrl is Command) that one finds files, and
# Ctrl+Option+Space changes the keyboard's language.
DEFAULT_KEYS = "Alt+Shift+Space" if sys.platform == "darwin" else "Ctrl+Alt+Space"

_current: Hotkey | None = None


class Hotkey(QObject):
    """A key that works in every program. Main thread only. This one is for systems that have no way.

    Attributes:
        keys: what was asked for, in ``QKeySequence``'s portable text, or empty for none.
        shown: the keys as the desktop describes them where it decides (Wayland), else empty.
        state: off (no keys asked for); works; taken (another program has them); unknown_key (the keyboard has no such
            key); asking (the desktop is asking the person); impossible (bind a key to ``hunch toggle`` in the
            desktop's settings instead).

    Signals:
        pressed: with a token that lets a window come to the front, or an empty text.
        changed: keys, shown or state.
    """

    pressed = Signal(str)
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.keys = ""
        self.shown = ""
        self.state: HotkeyState = "impossible"

    def set_keys(self, keys: str) -> None:
        """Listen to these keys from now on, and not to those before."""
        self.keys = keys
        self._show("impossible")

    def raise_window(self, window_id: int) -> None:
        """After ``pressed``: let the window in front although another program has the keyboard, where that has to be
        asked for."""

    def close(self) -> None:
        """Let go of the keys."""

    def _show(self, state: HotkeyState, shown: str = "") -> None:
        self.state, self.shown = state, shown
        self.changed.emit()


class RegisteredHotkey(Hotkey):
    """For systems that are given a key code and modifiers, and say yes or no.

    Args:
        codes: key codes by portable name. masks: bits by modifier.
    """

    def __init__(self, codes: Mapping[str, int], masks: Mapping[str, int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._codes = codes
        self._masks = masks

    def set_keys(self, keys: str) -> None:
        self.close()
        self.keys = keys
        if not keys:
            self._show("off")
            return
        found = parts(keys)
        if found is None or found[1] not in self._codes:
            self._show("unknown_key")
            return
        held, key = found
        registered = self._register(self._codes[key], sum(self._masks[one] for one in held))
        self._show("works" if registered else "taken")

    def _register(self, code: int, modifiers: int) -> bool:
        """Ask the system for the key; ``close`` gives it back."""
        raise NotImplementedError


def parts(keys: str) -> tuple[frozenset[str], str] | None:
    """Modifiers (Ctrl, Alt, Shift, Meta) and key of one combination, in portable names; None for anything else."""
    sequence = QKeySequence.fromString(keys, QKeySequence.SequenceFormat.PortableText)
    if sequence.count() != 1:
        return None
    text = sequence.toString(QKeySequence.SequenceFormat.PortableText)
    held, _, key = text[:-1].rpartition("+")
    return frozenset(filter(None, held.split("+"))), key + text[-1:]


def hotkey() -> Hotkey:
    """The one of this process; RuntimeError before ``install``."""
    if _current is None:
        raise RuntimeError("install has not been called")
    return _current


def install(parent: QObject) -> Hotkey:
    """Make the one of this process for the system it runs on; it listens once ``set_keys`` is called."""
    global _current
    _current = _made(parent)
    return _current


def _made(parent: QObject) -> Hotkey:
    if sys.platform == "win32":
        from app.desktop.hotkey.windows import WindowsHotkey

        return WindowsHotkey(parent)
    if sys.platform == "darwin":
        from app.desktop.hotkey.macos import MacHotkey

        return MacHotkey(parent)
    platform = QGuiApplication.platformName()
    if platform == "xcb" and not os.environ.get("WAYLAND_DISPLAY"):
        from app.desktop.hotkey.x11 import X11Hotkey

        return X11Hotkey(parent)
    if platform in ("wayland", "xcb"):
        from app.desktop.hotkey.portal import PortalHotkey

        return PortalHotkey(parent)
    return Hotkey(parent)
