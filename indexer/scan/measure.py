"""How much is in a folder, before it is indexed."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Sequence

from indexer.answers import FolderSize
from indexer.errors import KnownError
from indexer.paths import from_text
from indexer.scan.folders import is_same, reaches, resolve
from indexer.scan.rules import Rules
from indexer.scan.scan import Options, place_of
from indexer.scan.walk import Place, Walker
from indexer.store.roots import Root

SECONDS = 2.0
"""Time counting may take."""
_LOOK_S = 0.02


def measure(
    path: str, roots: Sequence[Root], options: Options, stop: threading.Event, seconds: float = SECONDS
) -> FolderSize:
    """Count the files that a scan of the folder at database path ``path`` would want read, ``seconds`` at most.

    Follows no link and opens nothing but ignore files. ``stop`` ends it early, with what was counted so far. A disk
    that does not answer is not waited for: its thread is left behind.
    """
    counting = _Counting(path, roots, options)
    end = time.monotonic() + seconds
    thread = threading.Thread(
        target=counting.run, args=(lambda: stop.is_set() or time.monotonic() > end,), name="hunch-measure", daemon=True
    )
    thread.start()
    while thread.is_alive() and not stop.is_set() and time.monotonic() < end + _LOOK_S:
        thread.join(_LOOK_S)
    return counting.found()


class _Counting:
    def __init__(self, path: str, roots: Sequence[Root], options: Options) -> None:
        self._path = path
        self._roots = roots
        self._options = options
        self._files = self._bytes = 0
        self._above: str | None = None
        self._below: tuple[str, ...] = ()
        self._problem: str | None = None
        self._complete = False

    def found(self) -> FolderSize:
        """What is known by now."""
        return FolderSize(
            self._path, self._files, self._bytes, self._complete, self._above, self._below, self._problem
        )

    def run(self, is_over: Callable[[], bool]) -> None:
        """Count until all is counted or ``is_over`` says so."""
        try:
            self._path = resolve(self._path)
            self._relate()
            place = self._start()
        except KnownError as error:
            self._problem = error.code
        except OSError:
            self._problem = "io_error"
        else:
            self._complete = place is None or self._count(place, is_over)

    def _relate(self) -> None:
        """How it stands to the chosen folders, as choosing it would find it."""
        for root in self._roots:
            if is_same(root.path, self._path) or reaches(root.path, self._path, self._options):
                self._above = root.path
                return
        self._below = tuple(root.path for root in self._roots if reaches(self._path, root.path, self._options))

    def _start(self) -> Place | None:
        top = self._above or self._path
        found = os.stat(from_text(top))  # noqa: PTH116
        rules = Rules.of(self._options.ignore, self._options.hidden)
        place = Place(from_text(top), rules, ((found.st_dev, found.st_ino),))
        return place_of(place, None if is_same(top, self._path) else self._path)

    def _count(self, start: Place, is_over: Callable[[], bool]) -> bool:
        for listing in Walker(self._options.avoid, self._options.max_file_bytes).walk(start):
            if is_over():
                return False
            if listing.error is not None and listing.folder == start.path:
                self._problem = listing.error[0]
            for entry in listing.entries:
                if entry.skip is None:
                    self._files += 1
                    self._bytes += entry.size
        return True
