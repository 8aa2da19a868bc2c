"""Whether the person asked the desktop for less motion."""

from __future__ import annotations

import configparser
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QProcess

_GNOME_LIKE = {"gnome", "unity", "cinnamon", "budgie", "pantheon", "x-cinnamon"}


def windows_says_less() -> bool:
    """Windows: "Animation effects" is off (SPI_GETCLIENTAREAANIMATION)."""
    if sys.platform != "win32":
        return False
    import ctypes

    animates = ctypes.c_int(1)
    known = ctypes.windll.user32.SystemParametersInfoW(0x1042, 0, ctypes.byref(animates), 0)
    return bool(known) and not animates.value


def mac_says_less() -> bool:
    """macOS: "Reduce motion" is on (NSWorkspace.accessibilityDisplayShouldReduceMotion)."""
    if sys.platform != "darwin":
        return False
    import ctypes
    import ctypes.util

    ctypes.CDLL(ctypes.util.find_library("AppKit"))
    objc = ctypes.CDLL(ctypes.util.find_library("objc"))
    objc.objc_getClass.restype = objc.sel_registerName.restype = ctypes.c_void_p
    objc.objc_getClass.argtypes = objc.sel_registerName.argtypes = [ctypes.c_char_p]
    ask = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(("objc_msgSend", objc))
    tell = ctypes.CFUNCTYPE(ctypes.c_bool, ctypes.c_void_p, ctypes.c_void_p)(("objc_msgSend", objc))
    workspace = ask(objc.objc_getClass(b"NSWorkspace"), objc.sel_registerName(b"sharedWorkspace"))
    return bool(tell(workspace, objc.sel_registerName(b"accessibilityDisplayShouldReduceMotion")))


def gtk_says_less(config: Path) -> bool:
    """What the GTK settings in the folder ``config`` say; those of XFCE, LXDE and many window managers."""
    settings = configparser.ConfigParser(interpolation=None, strict=False)
    for version in ("gtk-4.0", "gtk-3.0"):
        try:
            settings.read(config / version / "settings.ini", encoding="utf-8")
            value = settings.get("Settings", "gtk-enable-animations", fallback=None)
        except (configparser.Error, UnicodeDecodeError):
            continue
        if value is not None:
            return value.strip().lower() in {"0", "false"}
    return False


def kde_says_less(config: Path) -> bool:
    """What ``kdeglobals`` in the folder ``config`` says: a speed of zero is no motion."""
    settings = configparser.ConfigParser(interpolation=None, strict=False)
    try:
        settings.read(config / "kdeglobals", encoding="utf-8")
        return float(settings.get("KDE", "AnimationDurationFactor", fallback="1")) == 0
    except (configparser.Error, UnicodeDecodeError, ValueError):
        return False


def desktop_says_less() -> bool:
    """What the system says: Windows, macOS, or the settings files of a Linux desktop."""
    if sys.platform in ("win32", "darwin"):
        return windows_says_less() or mac_says_less()
    if not sys.platform.startswith("linux"):
        return False
    config = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    if "KDE" in os.environ.get("XDG_CURRENT_DESKTOP", "").split(":"):
        return kde_says_less(config)
    return gtk_says_less(config)


def ask_gnome(owner: QObject, answer: Callable[[bool], None]) -> None:
    """Ask GNOME and its kin, where one runs; ``answer`` comes later, on the main thread."""
    desktops = {name.lower() for name in os.environ.get("XDG_CURRENT_DESKTOP", "").split(":")}
    program = shutil.which("gsettings")
    if not desktops & _GNOME_LIKE or program is None:
        return
    process = QProcess(owner)

    def ended() -> None:
        answer(bytes(process.readAllStandardOutput().data()).strip() == b"false")
        process.deleteLater()

    process.finished.connect(ended)
    process.errorOccurred.connect(process.deleteLater)
    process.start(program, ["get", "org.gnome.desktop.interface", "enable-animations"])
