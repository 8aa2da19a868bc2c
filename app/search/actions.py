"""What a person does with a file that was found."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from app import words
from app.bridge import Bridge
from app.desktop import open as desktop
from app.search.wording import files_as_mime
from indexer.answers import Hit, Locator
from indexer.paths import display


class Actions(QObject):
    """Main thread only; what may take long is done in a thread.

    Signals:
        failed: a sentence for the person. gone: path of a file that is not there any more.
    """

    failed = Signal(str)
    gone = Signal(str)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge

    def open(self, hit: Hit) -> None:
        """Open with the person's program, at the place found where it can."""
        self._open(hit.path, hit.locator)

    def open_path(self, path: str, *, to_folder: bool = False) -> None:
        """Open a file, or show it in its folder."""
        if to_folder:
            self._do(path, lambda: desktop.reveal(path))
        else:
            self._open(path, {})

    def reveal(self, hit: Hit) -> None:
        """Show it in its folder."""
        self._do(hit.path, lambda: desktop.reveal(hit.path))

    def copy_path(self, hit: Hit) -> None:
        """Path as text and file as such, so that it can be pasted into a field and into a folder."""
        data = files_as_mime([hit.path])
        data.setText(display(hit.path))
        QGuiApplication.clipboard().setMimeData(data)

    def copy_text(self, text: str) -> None:
        """A passage."""
        QGuiApplication.clipboard().setText(text)

    def _open(self, path: str, locator: Locator) -> None:
        self._do(path, lambda: desktop.open_file(path, locator))

    def _do(self, path: str, call: Callable[[], None]) -> None:
        self._bridge.work(self, call, failed=lambda error: self._refused(path, error))

    def _refused(self, path: str, error: OSError) -> None:
        name = words.name_of(path)
        if isinstance(error, FileNotFoundError):
            self.gone.emit(path)
            self.failed.emit(self.tr("{name} is no longer there.").format(name=name))
        else:
            reason = error.strerror or self.tr("The system gives no reason.")
            self.failed.emit(self.tr("{name} could not be opened. {reason}").format(name=name, reason=reason))
