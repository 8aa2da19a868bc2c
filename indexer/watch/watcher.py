"""What every watcher does, however the system tells it of changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Dirty:
    """A folder to compare, as an OS path. It may be gone, or ignored.

    Attributes:
        recursive: everything below it too: an ignore file has changed, the folder came, went or was replaced, or
            many changes were merged.
    """

    folder: str
    recursive: bool


@dataclass(frozen=True, slots=True)
class Changes:
    """What has to be compared now. With ``lost`` events were lost: every root, and ``dirty`` is empty."""

    dirty: tuple[Dirty, ...] = ()
    lost: bool = False


class Watcher(Protocol):
    """Tells which folders have changed. Thread-safe; nothing here raises for what the disk or the system does.

    All paths are OS paths, absolute and without links. A root inside another one counts for itself, not for the
    one around it. After ``close`` every call does nothing.
    """

    def begin(self, root: str) -> None:
        """A complete recursive scan of ``root`` begins; from the first one on, its folders can be entered."""

    def enter(self, folder: str) -> None:
        """Tell of changes in ``folder`` from now on. To be called before the folder is listed, on every scan.

        A folder outside every root is not watched.
        """

    def finish(self, root: str) -> None:
        """That scan came to its end: folders of ``root`` not entered since ``begin`` are not watched any more.

        Not to be called for a scan that was stopped or found the root missing.
        """

    def forget(self, root: str) -> None:
        """``root`` is not indexed any more."""

    def take(self) -> Changes:
        """What is ripe now, each change told once. Does not wait."""

    def due_in(self) -> float | None:
        """Seconds until ``take`` may have something; None while nothing waits."""

    @property
    def limited(self) -> bool:
        """Whether the system did not allow to watch every folder, so that the rest relies on timed scans."""

    def close(self) -> None:
        """End the threads and give back the watches."""
