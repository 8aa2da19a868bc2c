"""A watcher whose folders are entered as a scan enters them, and whose hints are waited for."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path

from indexer.watch import Changes, Dirty, Watcher

PATIENCE_S = 10.0


class Watched:
    """Enters all folders below ``top`` but those named ``ignored``. Hints are expected to be ripe at once."""

    def __init__(self, watcher: Watcher, top: Path, woken: threading.Event) -> None:
        self.watcher = watcher
        self.top = top
        self.woken = woken
        self._marks = top / "marks"
        self._marks.mkdir()

    def scan(self) -> None:
        self.watcher.begin(str(self.top))
        self.enter(self.top)
        self.watcher.finish(str(self.top))

    def enter(self, top: Path) -> None:
        """A folder and all below it."""
        self.watcher.enter(str(top))
        for folder in sorted(entry for entry in top.iterdir() if entry.is_dir() and not entry.is_symlink()):
            if folder.name != "ignored":
                self.enter(folder)

    def told(self) -> set[tuple[str, bool]]:
        """Every hint up to now, as the path relative to the top and whether recursive. It has to come in order."""
        mark = self._marks / "mark"
        mark.write_bytes(b"")
        found: set[tuple[str, bool]] = set()
        while (changes := self._next()) and Dirty(str(self._marks), False) not in changes.dirty:
            found |= self._relative(changes)
        found |= self._relative(changes)
        return found - {("marks", False)}

    def lost(self) -> None:
        """Wait until a loss is told."""
        while not self._next().lost:
            pass

    def _next(self) -> Changes:
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            changes = self.watcher.take()
            if changes != Changes():
                return changes
            self.woken.wait(0.2)
            self.woken.clear()
        raise AssertionError("nothing was told")

    def _relative(self, changes: Changes) -> set[tuple[str, bool]]:
        assert not changes.lost
        return {(os.path.relpath(dirty.folder, self.top), dirty.recursive) for dirty in changes.dirty}
