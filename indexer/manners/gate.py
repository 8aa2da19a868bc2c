"""Queries first: indexing lets every search pass between two of its steps."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

_STOP_CHECK_S = 0.1


class Gate:
    """Knows how many searches run. Thread-safe."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._running = 0

    @contextmanager
    def query(self) -> Iterator[None]:
        """Around a search; many may be inside at once."""
        with self._changed:
            self._running += 1
        try:
            yield
        finally:
            with self._changed:
                self._running -= 1
                if not self._running:
                    self._changed.notify_all()

    def let_pass(self, stop: threading.Event, most_s: float = 1.0) -> None:
        """Return at once when no search runs, else when none does any more, ``most_s`` are over or ``stop`` is set.

        So an unbroken stream of searches slows indexing down and never stops it.
        """
        end = time.monotonic() + most_s
        with self._changed:
            while self._running and not stop.is_set() and (left := end - time.monotonic()) > 0:
                self._changed.wait(min(left, _STOP_CHECK_S))
