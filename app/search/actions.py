"""What a person does with a file that was found."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from app import words
from app.bridge import Bridge
from app.desktop import open as desktop
from app.desktop.files import copied_files
from app.pages.leaving_out import pattern_for
from indexer.answers import Hit, HitPassage, Locator
from indexer.face import Face
from indexer.paths import display, from_text, separator_of
from indexer.query import with_filter

Act = Literal[
    "open", "reveal", "copy_path", "copy_passage", "versions", "similar", "more_like", "less_like", "why", "remove",
    "leave_out",
]


class Actions(QObject):
    """Main thread only; what may take long is done in a thread.

    Signals:
        failed: a sentence for the person.
        said: a sentence on what was done.
        gone: path of a file that is not there any more.
        left_out: path of a folder that is not searched any more.
    """

    failed = Signal(str)
    said = Signal(str)
    gone = Signal(str)
    left_out = Signal(str)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge

    def open(self, hit: Hit, passage: HitPassage | None = None) -> None:
        """Open with the person's program, at the place of ``passage``, or else that of the hit, where it can."""
        self._open(hit.path, hit.locator if passage is None else passage.locator)

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
        data = copied_files([hit.path])
        data.setText(display(hit.path))
        QGuiApplication.clipboard().setMimeData(data)
        self.said.emit(self.tr("The path is copied."))

    def copy_text(self, text: str) -> None:
        """A passage."""
        QGuiApplication.clipboard().setText(text)
        self.said.emit(self.tr("The passage is copied."))

    def pattern_of_folder(self, hit: Hit) -> str | None:
        """What leaves the folder of ``hit`` out; None where it is a chosen folder itself."""
        folder = _folder(hit)
        roots = [from_text(root) for root in self._bridge.roots]
        return pattern_for(from_text(folder), roots, is_folder=True) if folder else None

    def leave_folder_out(self, hit: Hit) -> None:
        """Search the folder of ``hit`` no more."""
        pattern, folder = self.pattern_of_folder(hit), _folder(hit)
        if pattern is None:
            return

        def call(face: Face) -> None:
            patterns = face.settings_in_force()["ignore"]
            face.change_settings({"ignore": [*(one for one in patterns if one != pattern), pattern]})

        def done(_: None) -> None:
            self.left_out.emit(folder)
            self.said.emit(self.tr("Left out. The Folders page lists all patterns, and takes this one back."))

        self._bridge.ask(self, call, done, lambda error: self.failed.emit(words.explain(error.code)[0]), lane="change")

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


def like(path: str) -> str:
    """The query for files like the one at the database path ``path``."""
    return with_filter("", "like", path)


def _folder(hit: Hit) -> str:
    """The database path of the folder that holds ``hit``."""
    return hit.path.rpartition(separator_of(hit.path))[0]
