"""What a report of a fault should name: versions of Hunch and of what it runs on."""

from __future__ import annotations

import sys
from importlib.metadata import PackageNotFoundError, version

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QSysInfo, qVersion
from PySide6.QtGui import QGuiApplication


def hunch_version() -> str:
    """As the installed package says; empty where Hunch was started without being installed. Reads a file."""
    try:
        return version("hunch")
    except PackageNotFoundError:
        return ""


def versions() -> list[tuple[str, str]]:
    """Names with their versions, not translated: the report is for the makers. Names no person and no folder."""
    python = ".".join(map(str, sys.version_info[:3]))
    return [
        ("Hunch", hunch_version() or "not installed"),
        ("Python", python),
        ("PySide6", pyside_version),
        ("Qt", qVersion()),
        ("System", f"{QSysInfo.prettyProductName()}, {QSysInfo.kernelType()} {QSysInfo.kernelVersion()}"),
        ("Processor", QSysInfo.currentCpuArchitecture()),
        ("Display", QGuiApplication.platformName() or "none"),
    ]


def report_text() -> str:
    """``versions`` as lines to paste into a report."""
    return "\n".join(f"{name}: {what}" for name, what in versions())
