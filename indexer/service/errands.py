"""Short pieces of work that other threads have done by the one that may write."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

from indexer.errors import KnownError

_T = TypeVar("_T")


class Errands:
    """A queue of them. Thread-safe; ``run`` and ``end`` belong to the thread that does them.

    Args:
        wake: called when one was added.
    """

    def __init__(self, wake: Callable[[], None]) -> None:
        self._wake = wake
        self._lock = threading.Lock()
        self._waiting: deque[tuple[Callable[[], object], Future[object]]] = deque()
        self._ended = False

    def do(self, errand: Callable[[], _T]) -> _T:
        """Have it done, wait, and return what it returns or raises. Raises KnownError engine_gone after ``end``."""
        future: Future[object] = Future()
        with self._lock:
            if self._ended:
                raise _gone()
            self._waiting.append((errand, future))
        self._wake()
        return future.result()  # type: ignore[return-value]

    def run(self) -> int:
        """Do all that wait; returns how many. Raises KnownError index_damaged after telling whoever asked."""
        done = 0
        while True:
            with self._lock:
                if not self._waiting:
                    return done
                errand, future = self._waiting.popleft()
            done += 1
            try:
                future.set_result(errand())
            except KnownError as error:
                future.set_exception(error)
                if error.code == "index_damaged":
                    raise
            except Exception as error:
                future.set_exception(error)

    def end(self) -> None:
        """Do none any more."""
        with self._lock:
            self._ended = True
            left, self._waiting = self._waiting, deque()
        for _, future in left:
            future.set_exception(_gone())


def _gone() -> KnownError:
    return KnownError("engine_gone", "It is being ended.")
