"""The watcher of Linux: one watch for each folder that was entered, so that ignored folders cost nothing."""

from __future__ import annotations

import errno
import logging
import os
import select
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from indexer.watch import inotify_calls as calls
from indexer.watch.base import WaitingChanges
from indexer.watch.debounce import IGNORE_FILES, is_inside, upwards
from indexer.watch.inotify_calls import Event, Inotify

log = logging.getLogger(__name__)

_PAUSE_MS = 50
_NO_MORE = frozenset({errno.ENOSPC, errno.EMFILE, errno.ENFILE, errno.ENOMEM})


@dataclass(slots=True)
class _Pass:
    """A complete scan of a root that is under way: the watches entered, and whether there were too few."""

    entered: set[int] = field(default_factory=set)
    short: bool = False


class InotifyWatcher(WaitingChanges):
    """See ``Watcher``.

    A watch follows its folder, not the path. Where a path stops to lead to its folder (moved, deleted, unmounted),
    the watches below it are given up and the path becomes dirty recursively: the scan then enters what is there
    now. That also covers a scan that came before the news, when the path still seemed to be watched. Changes in a
    folder mounted at two places are told of the one entered first.
    """

    def __init__(self, wake: Callable[[], None]) -> None:
        super().__init__(wake)
        self._inotify: Inotify | None = None
        self._thread: threading.Thread | None = None
        self._stop: int | None = None
        self._closed = False
        self._paths: dict[int, str] = {}
        # Inverse of _paths, without those that are in doubt: they are entered anew.
        self._watches: dict[str, int] = {}
        self._passes: dict[str, _Pass] = {}
        self._short: set[str] = set()
        self._full = False

    def begin(self, root: str) -> None:
        with self._lock:
            if self._closed:
                return
            self._debounce.add_root(root)
            self._passes[root] = _Pass()
            self._full = False
            self._start()
            # Renamed together with what is above it, a root gets no event; another folder may have its path now.
            known = self._watches.get(root)
            if known is not None and self._add(root) != known:
                self._doubt(path for path in self._watches if is_inside(path, root))

    def enter(self, folder: str) -> None:
        wake = False
        with self._lock:
            watch = self._watches.get(folder)
            if watch is None:
                watch = self._add(folder)
                if watch is None:
                    return
                wake = self._lead(watch, folder)
            for each in self._passes.values():
                each.entered.add(watch)
        if wake:
            self._wake()

    def finish(self, root: str) -> None:
        with self._lock:
            done = self._passes.pop(root, None)
            if done is None:
                return
            self._drop(watch for watch in self._watches_of(root) if watch not in done.entered)
            if not done.short:
                self._short.discard(root)

    def forget(self, root: str) -> None:
        with self._lock:
            self._drop(self._watches_of(root))
            self._debounce.remove_root(root)
            self._passes.pop(root, None)
            self._short.discard(root)

    @property
    def limited(self) -> bool:
        return bool(self._short)

    def close(self) -> None:
        with self._lock:
            if self._closed:
                return
            self._closed = True
            if self._stop is not None:
                os.eventfd_write(self._stop, 1)
        if self._thread is not None:
            self._thread.join()
        with self._lock:
            self._close_handles()
            self._paths.clear()
            self._watches.clear()

    def _start(self) -> None:
        if self._inotify is not None:
            return
        try:
            self._stop = os.eventfd(0, os.EFD_CLOEXEC)
            self._inotify = Inotify()
        except OSError as error:
            log.warning("folders cannot be watched: %s", error)
            self._close_handles()
            return
        self._thread = threading.Thread(
            target=self._run, args=(self._inotify, self._stop), name="watcher", daemon=True
        )
        self._thread.start()

    def _close_handles(self) -> None:
        if self._stop is not None:
            os.close(self._stop)
        if self._inotify is not None:
            self._inotify.close()
        self._stop = self._inotify = None

    def _add(self, folder: str) -> int | None:
        root = self._debounce.root_of(folder)
        if root is None or self._closed:
            return None
        if self._inotify is None or self._full:
            self._fall_short(root)
            return None
        try:
            return self._inotify.add(folder)
        except OSError as error:
            # Gone, a file by now, or not readable: what the scan finds next, and its parent tells when that changes.
            if error.errno in _NO_MORE:
                log.warning("no more folders can be watched after %d: %s", len(self._paths), error)
                self._full = True
                self._fall_short(root)
            return None

    def _lead(self, watch: int, folder: str) -> bool:
        """Note the path of a watch. True when the owner has to be woken: its path before leads elsewhere now."""
        before = self._paths.get(watch)
        wake = False
        if before is not None and before != folder and self._watches.get(before) == watch:
            if _is_same(before, folder):
                return False
            self._drop(self._watches_below({before}) - {watch})
            del self._watches[before]
            wake = self._told({before: True})
        self._paths[watch] = folder
        self._watches[folder] = watch
        return wake

    def _fall_short(self, root: str) -> None:
        self._short.add(root)
        if root in self._passes:
            self._passes[root].short = True

    def _watches_of(self, root: str) -> list[int]:
        own = self._debounce.own(root)
        return [watch for watch, path in self._paths.items() if own(path)]

    def _drop(self, watches: Iterable[int]) -> None:
        for watch in list(watches):
            self._lose_path(watch)
            if self._inotify is not None:
                self._inotify.remove(watch)

    def _lose_path(self, watch: int) -> str | None:
        path = self._paths.pop(watch, None)
        if path is not None and self._watches.get(path) == watch:
            del self._watches[path]
        return path

    def _doubt(self, paths: Iterable[str]) -> None:
        for path in list(paths):
            del self._watches[path]

    def _run(self, inotify: Inotify, stop: int) -> None:
        events, pause = select.poll(), select.poll()
        for poll in (events, pause):
            poll.register(stop, select.POLLIN)
        events.register(inotify, select.POLLIN)
        while stop not in [handle for handle, _ in events.poll()]:
            found = inotify.read()
            with self._lock:
                wake = self._receive(found)
            if wake:
                self._wake()
            # A program that writes all the time would wake us each time; Linux joins what repeats in the meantime.
            pause.poll(_PAUSE_MS)

    def _receive(self, events: Iterable[Event]) -> bool:
        """Whether the owner has to be woken."""
        folders: dict[str, bool] = {}
        moved: set[str] = set()
        lost = False
        for watch, mask, name in events:
            if mask & calls.OVERFLOW:
                lost = True
                self._doubt(self._watches)
                continue
            path = self._lose_path(watch) if mask & calls.IGNORED else self._paths.get(watch)
            if path is None:
                continue
            if not name:
                # ATTRIB: it may be readable again. IGNORED, MOVE_SELF: another folder may be there now.
                folders[path] = True
                if mask & calls.MOVE_SELF:
                    moved.add(path)
            elif not mask & calls.IS_FOLDER:
                folders[path] = folders.get(path, False) or name in IGNORE_FILES
            elif mask & calls.ATTRIB:
                folders[os.path.join(path, name)] = True  # noqa: PTH118
            else:
                folders.setdefault(path, False)
                inside = os.path.join(path, name)  # noqa: PTH118
                if mask & (calls.MOVED_FROM | calls.DELETE) and inside in self._watches:
                    folders[inside] = True
                    if mask & calls.MOVED_FROM:
                        moved.add(inside)
                    else:
                        # Its own end is told only when nobody has it open any more. Nothing was left below it.
                        self._drop([self._watches[inside]])
        if moved:
            self._drop(self._watches_below(moved))
        return self._told(folders, lost)

    def _watches_below(self, tops: set[str]) -> set[int]:
        near = os.path.commonpath(list(tops))
        candidates = [(watch, path) for watch, path in self._paths.items() if path.startswith(near)]
        return {watch for watch, path in candidates if not tops.isdisjoint(upwards(path))}


def _is_same(one: str, other: str) -> bool:
    """Whether both paths lead to one folder, which is then mounted twice."""
    try:
        return os.path.samestat(os.lstat(one), os.lstat(other))
    except OSError:
        return False
