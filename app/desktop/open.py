"""Opening a file with the person's program for it, and showing it in its folder. Any thread; both may take seconds."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage

from app.desktop.launch import launch
from app.desktop.readers import command_at
from indexer.answers import Locator
from indexer.paths import from_text

_MANAGER = "org.freedesktop.FileManager1"
_ASK_MS = 5_000


def open_file(path: str, locator: Locator) -> None:
    """Open with the system's program for it, at the page or line of ``locator`` where that program can.

    Args:
        path: as in ``Hit.path``.

    Raises:
        FileNotFoundError: it is gone.
        OSError: it cannot be opened; ``strerror`` says why.
    """
    real = _there(path)
    if sys.platform == "win32":
        os.startfile(real)
        return
    if sys.platform == "darwin":
        launch(["open", real])
        return
    if (command := command_at(real, locator)) is not None:
        try:
            launch(command)
            return
        except OSError:
            # What is said in its desktop file does not hold; the system may know better.
            pass
    _open_as_usual(real)


def reveal(path: str) -> None:
    """Show the folder of a file or folder, with it selected where the file manager can. Arguments as ``open_file``."""
    real = _there(path)
    if sys.platform == "win32":
        # Explorer reads its command line by rules of its own: the quotes belong around the path alone. No file name
        # holds a quote there.
        subprocess.Popen(f'explorer /select,"{real}"')
        return
    if sys.platform == "darwin":
        launch(["open", "-R", real])
        return
    if not _show_item(real):
        _open_as_usual(str(Path(real).parent))


def _there(path: str) -> str:
    """The path as the system knows it. Raises FileNotFoundError, or another OSError when it cannot be reached."""
    real = from_text(path)
    os.lstat(real)
    return real


def _open_as_usual(real: str) -> None:
    for opener in (["xdg-open"], ["gio", "open"]):
        if shutil.which(opener[0]):
            try:
                launch([*opener, real])
            except OSError as error:
                raise OSError(None, QCoreApplication.translate(
                    "Words", "No program could open it. Choose one for files of this kind in the file manager."
                )) from error
            return
    raise OSError(None, QCoreApplication.translate("Words", "The program xdg-open is not installed."))


def _show_item(real: str) -> bool:
    """Ask the file manager; False where none can be asked."""
    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    message = QDBusMessage.createMethodCall(_MANAGER, "/org/freedesktop/FileManager1", _MANAGER, "ShowItems")
    message.setArguments([[Path(real).as_uri()], ""])
    return bus.call(message, QDBus.CallMode.Block, _ASK_MS).type() == QDBusMessage.MessageType.ReplyMessage
