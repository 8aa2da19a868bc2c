"""Files and pictures that are dropped or pasted, to search with them."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QImage

from app.bridge import Bridge
from app.desktop.files import paths_in
from indexer.paths import to_text

_PREFIX = "pasted-"


def holds_media(data: QMimeData) -> bool:
    """Whether there is a file of this computer, or a picture, in it."""
    return data.hasImage() or bool(paths_in(data))


class Media(QObject):
    """Makes a path of what is given. Main thread only; the disk is waited for in a thread.

    A picture that is no file becomes one in ``folder``, until the next one or the next start.

    Signals:
        failed: a sentence for the person.
    """

    failed = Signal(str)

    def __init__(self, bridge: Bridge, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._folder = folder
        bridge.work(self, lambda: _remove_all(folder))

    def take(self, data: QMimeData, done: Callable[[str], None]) -> None:
        """Tell ``done`` the database path of the first file, or of the picture."""
        if paths := paths_in(data):
            done(paths[0])
            return
        image = data.imageData()
        if isinstance(image, QImage) and not image.isNull():
            self._bridge.work(self, lambda: _keep(image, self._folder), done, lambda error: self.failed.emit(
                self.tr("The picture could not be kept to search with it. Look whether the disk is full.")
            ))


def _keep(image: QImage, folder: Path) -> str:
    _remove_all(folder)
    with tempfile.NamedTemporaryFile(dir=folder, prefix=_PREFIX, suffix=".png", delete=False) as file:
        path = Path(file.name)
    if not image.save(str(path)):
        path.unlink(missing_ok=True)
        raise OSError(f"{path} was not written")
    return to_text(str(path))


def _remove_all(folder: Path) -> None:
    for path in folder.glob(f"{_PREFIX}*.png"):
        path.unlink(missing_ok=True)
