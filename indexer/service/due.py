"""Which folders have to be compared with the index, and why: the watcher, the timer, lost time, disks that come."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence

from indexer.paths import from_text, to_text
from indexer.scan import Start, is_there
from indexer.store.roots import Root
from indexer.watch import Watcher

ROOTS_EVERY_S = 10.0
"""How often it is looked whether the chosen folders are there."""
LIMITED_EVERY_S = 600.0
"""How often everything is compared when not every folder can be watched."""
JUMP_S = 30.0
"""A difference between the clocks from which on the machine slept or its clock was set: what happened is unknown."""


class DueScans:
    """Collects them. One thread's.

    Args:
        every_s: asked for the seconds between two scans of everything.
        clock, wall: monotonic and Unix time in seconds.
    """

    def __init__(
        self, watcher: Watcher, every_s: Callable[[], float], clock: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
    ) -> None:
        self._watcher = watcher
        self._every_s = every_s
        self._clock = clock
        self._wall = wall
        self._all = True
        self._roots: set[int] = set()
        self._folders: dict[str, bool] = {}
        self._all_at = clock()
        self._roots_at = clock()
        self._apart = wall() - clock()

    def __bool__(self) -> bool:
        """Whether anything has to be compared now."""
        return self._all or bool(self._roots or self._folders)

    def everything(self) -> None:
        """All folders have to be compared."""
        self._all = True

    def add(self, starts: Sequence[Start]) -> None:
        """These have to be compared."""
        for start in starts:
            if start.recursive and start.folder in (None, start.root.path):
                self._roots.add(start.root.id)
            else:
                self._mark(from_text(start.folder or start.root.path), start.recursive)

    def look(self, roots: Callable[[], Sequence[Root]]) -> None:
        """Take in what has become due; cheap when nothing has."""
        now = self._clock()
        changes = self._watcher.take()
        for dirty in changes.dirty:
            self._mark(dirty.folder, dirty.recursive)
        apart = self._wall() - now
        every_s = min(self._every_s(), LIMITED_EVERY_S) if self._watcher.limited else self._every_s()
        if changes.lost or abs(apart - self._apart) > JUMP_S or now - self._all_at >= every_s:
            self._all = True
        self._apart = apart
        if now - self._roots_at >= ROOTS_EVERY_S:
            self._roots_at = now
            self._roots |= {root.id for root in roots() if is_there(root) == root.missing}

    def take(self, roots: Sequence[Root]) -> list[Start]:
        """Everything that is due, which then is no longer."""
        wanted = [root for root in roots if not root.paused]
        whole = [root for root in wanted if self._all or root.id in self._roots]
        starts = [Start(root) for root in whole]
        for folder, recursive in self._folders.items():
            path = to_text(folder)
            inside = [root for root in wanted if _holds(root.path, path)]
            if not inside:
                continue
            root = max(inside, key=lambda one: len(one.path))
            if root not in whole:
                starts.append(Start(root, None if path == root.path else path, recursive))
        if self._all:
            self._all_at = self._clock()
        self._all = False
        self._roots.clear()
        self._folders.clear()
        return starts

    def _mark(self, folder: str, recursive: bool) -> None:
        self._folders[folder] = recursive or self._folders.get(folder, False)


def _holds(root: str, path: str) -> bool:
    return path == root or path.startswith(root.rstrip(os.sep) + os.sep)
