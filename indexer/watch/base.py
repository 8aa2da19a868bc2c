"""What watchers share: the changes that wait, the lock around all they know, and waking the owner."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping

from indexer.watch.debounce import Debounce
from indexer.watch.watcher import Changes


class WaitingChanges:
    """The part of a watcher that is asked for changes. Subclasses hold ``_lock`` around all they change."""

    def __init__(self, wake: Callable[[], None]) -> None:
        self._lock = threading.Lock()
        self._debounce = Debounce()
        self._wake = wake

    def take(self) -> Changes:
        with self._lock:
            return self._debounce.take(time.monotonic())

    def due_in(self) -> float | None:
        with self._lock:
            due = self._debounce.due()
        return None if due is None else max(0.0, due - time.monotonic())

    def _told(self, folders: Mapping[str, bool], lost: bool = False) -> bool:
        """Note changed folders, by whether recursively. True when the owner has to be woken, the lock released."""
        now = time.monotonic()
        before = self._debounce.due()
        for folder, recursive in folders.items():
            self._debounce.changed(folder, recursive, now)
        if lost:
            self._debounce.lose(now)
        due = self._debounce.due()
        return due is not None and (before is None or due < before)
