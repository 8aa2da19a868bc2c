"""Whether windows can let through what is behind them."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from app.desktop.xcb import Display


def can_be_translucent() -> bool:
    """Whether the desktop mixes windows with what is behind them; under X11 a program of its own does it."""
    if QGuiApplication.platformName() != "xcb":
        return True
    try:
        display = Display()
    except OSError:
        return False
    try:
        return display.is_composited
    finally:
        display.close()
