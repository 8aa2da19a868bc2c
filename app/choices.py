"""The person's choices about the window: the names ``Memory`` keeps them under, and what holds without a choice."""

from __future__ import annotations

APPEARANCE = "appearance"
"""A ``app.theme.Mode``."""
DEFAULT_APPEARANCE = "system"

LANGUAGE = "language"
"""``system``, ``en``, ``de`` or ``zh_CN``; in force from the next start on."""
DEFAULT_LANGUAGE = "system"

HOTKEY = "hotkey"
"""Keys of the quick search in Qt's portable notation, empty for none; ``app.desktop.hotkey.DEFAULT_KEYS`` otherwise."""

CLOSE_TO_TRAY = "close_to_tray"
"""Closing the window leaves Hunch in the tray, where there is one."""
DEFAULT_CLOSE_TO_TRAY = True

QUIT_ENGINE = "quit_engine"
"""Quitting also ends the engine, so that nothing is indexed any more."""
DEFAULT_QUIT_ENGINE = False
