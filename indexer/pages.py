"""Pages and pictures as they look, drawn by children that stay while somebody looks."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from indexer.answers import Page
from indexer.errors import KnownError
from indexer.extractor import PageReader

CHILDREN = 2
"""A page that takes long must not keep that of another file waiting."""
SECONDS = 20.0
"""A page that takes longer is given up: somebody is waiting in front of it."""
IDLE_SECONDS = 60.0
NARROWEST, WIDEST = 16, 4_000
_LOOK_SECONDS = 0.1


@dataclass(slots=True, eq=False)
class _Desk:
    """A child, made when first needed, and the file it has open."""

    reader: PageReader | None = None
    path: str = ""
    is_busy: bool = False


class Pages:
    """Draws pages. Thread-safe.

    Args:
        memory_mb: asked for the megabytes one child may use.
        idle_s: seconds without a question after which the children end.
    """

    def __init__(self, memory_mb: Callable[[], int], idle_s: float = IDLE_SECONDS) -> None:
        self._memory_mb = memory_mb
        self._idle_s = idle_s
        self._free = threading.Condition()
        # The one used last is at the end.
        self._desks = [_Desk() for _ in range(CHILDREN)]
        self._timer: threading.Timer | None = None
        self._closed = False

    def page(self, path: str, number: int, width: int, passage: str) -> Page:
        """See ``face.Face.page``. Raises KnownError; engine_gone after ``close``."""
        with self._reader_for(path) as reader:
            return reader.read(path, number, min(max(width, NARROWEST), WIDEST), passage)

    def close(self) -> None:
        """End the children; a question in hand fails."""
        with self._free:
            self._closed = True
            self._rest()
            self._free.notify_all()
            # Again and again: a child may be only about to start.
            while not self._free.wait_for(lambda: not any(desk.is_busy for desk in self._desks), _LOOK_SECONDS):
                for desk in self._desks:
                    if desk.is_busy and desk.reader is not None:
                        desk.reader.kill()
        self._end_idle()

    @contextmanager
    def _reader_for(self, path: str) -> Iterator[PageReader]:
        with self._free:
            self._free.wait_for(lambda: self._closed or not all(desk.is_busy for desk in self._desks))
            if self._closed:
                raise KnownError("engine_gone", "It is being ended.")
            free = [desk for desk in self._desks if not desk.is_busy]
            # Where it is open already, else where nothing is, else the one that was not used for longest.
            desk = next((one for one in free if one.path == path), None) or min(free, key=lambda one: bool(one.path))
            reader = desk.reader = desk.reader or PageReader(SECONDS, self._memory_mb())
            desk.is_busy, desk.path = True, path
            self._rest()
        try:
            yield reader
        finally:
            with self._free:
                desk.is_busy = False
                self._desks.remove(desk)
                self._desks.append(desk)
                if not self._closed:
                    self._rest()
                    self._timer = threading.Timer(self._idle_s, self._end_idle)
                    self._timer.daemon = True
                    self._timer.start()
                self._free.notify_all()

    def _rest(self) -> None:
        if self._timer is not None:
            self._timer.cancel()

    def _end_idle(self) -> None:
        with self._free:
            for desk in self._desks:
                if not desk.is_busy and desk.reader is not None:
                    desk.reader.close()
                    desk.reader, desk.path = None, ""
