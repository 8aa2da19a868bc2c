"""Many changes become few folders, each told when it has been quiet for a moment. No clock, no thread, no disk."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from indexer.scan.rules import GIT_FILE, OWN_FILE
from indexer.watch.watcher import Changes, Dirty

QUIET_S = 2.0
"""Seconds without a change after which a folder is ripe."""
MOST_S = 30.0
"""Seconds after the first change at which it is ripe even if it goes on changing."""
MERGED = 500
"""With more folders waiting below one root, the root itself is compared."""

IGNORE_FILES = frozenset({GIT_FILE, OWN_FILE})
"""Names of files that change what counts in everything below their folder."""


@dataclass(slots=True)
class _Waiting:
    """Since when, and with the last change when; both in seconds of the caller's clock."""

    first: float
    last: float
    recursive: bool = False

    @property
    def due(self) -> float:
        return min(self.last + QUIET_S, self.first + MOST_S)


class Debounce:
    """The changes that wait, by root. Not thread-safe.

    ``now`` is always in seconds of one clock that does not go back. No folder waits inside one of the same root
    that waits recursively.
    """

    def __init__(self) -> None:
        self._roots: dict[str, dict[str, _Waiting]] = {}
        self._lost: _Waiting | None = None

    def add_root(self, root: str) -> None:
        """Changes in ``root`` count from now on."""
        self._roots.setdefault(root, {})

    def remove_root(self, root: str) -> None:
        """Forget ``root`` and what waits in it."""
        self._roots.pop(root, None)

    def root_of(self, folder: str) -> str | None:
        """The innermost root that ``folder`` is or lies in."""
        return next((at for at in upwards(folder) if at in self._roots), None)

    def own(self, root: str) -> Callable[[str], bool]:
        """Tells for many folders whether ``root`` is their innermost root, as far as roots go now."""
        inner = [other for other in self._roots if other != root and is_inside(other, root)]
        return lambda folder: is_inside(folder, root) and not any(is_inside(folder, other) for other in inner)

    def changed(self, folder: str, recursive: bool, now: float) -> None:
        """Something in ``folder`` has changed. Outside every root it is of no interest."""
        root = self.root_of(folder)
        if root is None:
            return
        waiting = self._roots[root]
        for at in upwards(folder):
            found = waiting.get(at)
            if found and (found.recursive or (at == folder and not recursive)):
                found.last = now
                return
            if at == root:
                break
        merged = [path for path in waiting if is_inside(path, folder)] if recursive else []
        first = min([now, *(waiting.pop(path).first for path in merged)])
        waiting[folder] = _Waiting(first, now, recursive)
        if len(waiting) > MERGED:
            first = min(each.first for each in waiting.values())
            waiting.clear()
            waiting[root] = _Waiting(first, now, recursive=True)

    def lose(self, now: float) -> None:
        """Changes were lost, nobody knows where."""
        self._lost = _Waiting(self._lost.first if self._lost else now, now)

    def take(self, now: float) -> Changes:
        """What is ripe, and no longer waits."""
        if self._lost and self._lost.due <= now:
            self._lost = None
            for waiting in self._roots.values():
                waiting.clear()
            return Changes(lost=True)
        ripe = []
        for waiting in self._roots.values():
            folders = [folder for folder, each in waiting.items() if each.due <= now]
            ripe += [Dirty(folder, waiting.pop(folder).recursive) for folder in folders]
        return Changes(tuple(ripe))

    def due(self) -> float | None:
        """When something will be ripe, if nothing more happens; None while nothing waits."""
        due = [each.due for waiting in self._roots.values() for each in waiting.values()]
        if self._lost:
            due.append(self._lost.due)
        return min(due, default=None)


def upwards(folder: str) -> Iterator[str]:
    """The folder and all above it."""
    while True:
        yield folder
        above = os.path.dirname(folder)  # noqa: PTH120
        if above == folder:
            return
        folder = above


def is_inside(folder: str, top: str) -> bool:
    """Whether ``folder`` is ``top`` or lies in it."""
    return folder == top or folder.startswith(top.rstrip(os.sep) + os.sep)
