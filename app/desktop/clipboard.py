"""What is on the clipboard when the window ends."""

from __future__ import annotations

from PySide6.QtGui import QClipboard, QGuiApplication
from shiboken6 import createdByPython


def leave_as_text() -> None:
    """Keep what was copied here as plain text of Qt's own; once, before the application ends.

    What Python made for the clipboard, Qt lets go of only after Python has ended, and the process dies of it.
    """
    clipboard = QGuiApplication.clipboard()
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        data = clipboard.mimeData(mode)
        if data is not None and createdByPython(data):
            clipboard.setText(data.text(), mode)
