"""Threads for what may take long or never return, each kind of work in a lane of its own."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable


class Lane:
    """Runs jobs in the order given, ``threads`` at a time. Thread-safe.

    Its threads do not keep the process alive: a job may hang on a network drive that is gone, and the window must be
    able to end all the same.
    """

    def __init__(self, name: str, threads: int) -> None:
        self._jobs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._threads = [
            threading.Thread(target=self._work, name=f"hunch-{name}-{number}", daemon=True) for number in range(threads)
        ]
        for thread in self._threads:
            thread.start()

    def put(self, job: Callable[[], None]) -> None:
        """Do ``job``, which raises nothing, when its turn comes."""
        self._jobs.put(job)

    def close(self) -> None:
        """End the threads after what was put before."""
        for _ in self._threads:
            self._jobs.put(None)

    def wait(self, seconds: float) -> None:
        """Once closed: return when all is done that was put before, or after so many seconds."""
        until = time.monotonic() + seconds
        for thread in self._threads:
            thread.join(max(0.0, until - time.monotonic()))

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            job()
