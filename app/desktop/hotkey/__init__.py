"""The key that brings the quick search up from any program: one way for each system, behind one face."""

from __future__ import annotations

from app.desktop.hotkey.base import DEFAULT_KEYS, Hotkey, HotkeyState, hotkey, install

__all__ = ["DEFAULT_KEYS", "Hotkey", "HotkeyState", "hotkey", "install"]
