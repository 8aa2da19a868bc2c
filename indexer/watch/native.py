"""The watcher of macOS and Windows: the system tells of everything in a root, and what was not entered is passed by.

Neither tells us when it loses events, and network drives often give none; timed scans find what is missed.
"""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch

from indexer.watch.base import WaitingChanges
from indexer.watch.debounce import IGNORE_FILES, is_inside

log = logging.getLogger(__name__)

_READING = frozenset({"opened", "closed_no_write"})
_LEAVING = frozenset({"moved", "deleted"})


class NativeWatcher(WaitingChanges, FileSystemEventHandler):
    """See ``Watcher``. Watching a root starts with ``begin``, and again when it had ended with the root."""

    def __init__(self, wake: Callable[[], None]) -> None:
        super().__init__(wake)
        # Taken before _lock and never inside it: watchdog calls dispatch with a lock of its own held.
        self._observing = threading.Lock()
        self._observer: BaseObserver | None = None
        self._watches: dict[str, ObservedWatch] = {}
        self._folders: set[str] = set()
        self._passes: dict[str, set[str]] = {}
        self._unwatched: set[str] = set()
        self._closed = False

    def begin(self, root: str) -> None:
        with self._lock:
            self._debounce.add_root(root)
            self._passes[root] = set()
        with self._observing:
            try:
                self._watch(root)
                self._unwatched.discard(root)
            # watchdog lets pass what the system's own interface raises, which differs by system.
            except Exception as error:
                log.warning("a folder cannot be watched: %s", error)
                self._unwatched.add(root)

    def enter(self, folder: str) -> None:
        with self._lock:
            if folder not in self._folders:
                if self._debounce.root_of(folder) is None:
                    return
                self._folders.add(folder)
            for entered in self._passes.values():
                entered.add(folder)

    def finish(self, root: str) -> None:
        with self._lock:
            entered = self._passes.pop(root, None)
            if entered is not None:
                self._folders.difference_update(self._folders_of(root) - entered)

    def forget(self, root: str) -> None:
        with self._lock:
            self._folders.difference_update(self._folders_of(root))
            self._debounce.remove_root(root)
            self._passes.pop(root, None)
        with self._observing:
            self._unwatched.discard(root)
            self._unwatch(root)

    @property
    def limited(self) -> bool:
        return bool(self._unwatched)

    def close(self) -> None:
        with self._observing:
            self._closed = True
            observer, self._observer = self._observer, None
            self._watches.clear()
        if observer is not None:
            observer.stop()
            observer.join()

    def dispatch(self, event: FileSystemEvent) -> None:
        """Called by watchdog, from its thread."""
        if event.event_type in _READING:
            return
        folders: dict[str, bool] = {}
        with self._lock:
            for end in (event.src_path, event.dest_path):
                if end:
                    self._note(event, os.fsdecode(end), folders)
            wake = self._told(folders)
        if wake:
            self._wake()

    def _note(self, event: FileSystemEvent, path: str, folders: dict[str, bool]) -> None:
        # A folder that is gone may be told as a file: Windows no longer knows which it was.
        if path in self._folders:
            if event.event_type in _LEAVING:
                folders[path] = True
                self._folders.difference_update([each for each in self._folders if is_inside(each, path)])
            else:
                folders[path] = event.event_type != "modified"
        if event.is_directory and event.event_type == "modified":
            return
        folder, name = os.path.split(path)
        if folder in self._folders:
            if event.is_directory and event.event_type == "attrib":
                folders[path] = True
            else:
                folders[folder] = folders.get(folder, False) or name in IGNORE_FILES

    def _folders_of(self, root: str) -> set[str]:
        return set(filter(self._debounce.own(root), self._folders))

    def _watch(self, root: str) -> None:
        if self._closed or not os.path.isdir(root):  # noqa: PTH112
            return
        if self._observer is None:
            self._observer = Observer()
            self._observer.start()
        watch = self._watches.get(root)
        if watch is not None and any(each.watch == watch and each.is_alive() for each in self._observer.emitters):
            return
        self._unwatch(root)
        self._watches[root] = self._observer.schedule(self, root, recursive=True)

    def _unwatch(self, root: str) -> None:
        watch = self._watches.pop(root, None)
        if watch is not None and self._observer is not None:
            self._observer.unschedule(watch)
