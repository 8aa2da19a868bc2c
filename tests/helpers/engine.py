"""The engine in a process of its own, and waiting for what it does."""

from __future__ import annotations

import contextlib
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, TypeVar

import psutil

from indexer.answers import Hit
from indexer.client import Client
from indexer.runtime import Places
from indexer.store.connection import open_reader
from tests.helpers.command import Hunch

PATIENCE_S = 60.0
_LOOK_S = 0.1

_T = TypeVar("_T")


def until(condition: Callable[[], _T | None], seconds: float = PATIENCE_S) -> _T:
    """The first true value of ``condition``, which is asked again and again; fails after ``seconds``."""
    end = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < end, f"not within {seconds:.0f} seconds: {found!r}"
        time.sleep(_LOOK_S)
    return found


def until_equal(ask: Callable[[], object], expected: object, seconds: float = PATIENCE_S) -> None:
    """Wait until ``ask`` answers ``expected``; fails with the last other answer after ``seconds``."""
    end = time.monotonic() + seconds
    while (found := ask()) != expected:
        assert time.monotonic() < end, f"after {seconds:.0f} seconds {found!r} instead of {expected!r}"
        time.sleep(_LOOK_S)


def attempts(hunch: Hunch) -> dict[str, tuple[object, ...]]:
    """Id, number of attempts and time of the last one of every file, by path: the same as long as none is read."""
    with closing(open_reader(hunch.index_db)) as connection:
        rows = connection.execute("SELECT path, id, attempts, tried_ns FROM file").fetchall()
    return {str(path): tuple(rest) for path, *rest in rows}


class RunningEngine:
    """One engine, the only one on its data folder, and a client of it.

    Attributes:
        told: what the client was told while a command was in hand.
    """

    def __init__(self, hunch: Hunch, process: subprocess.Popen[bytes], client: Client, told: list[str]) -> None:
        self.hunch = hunch
        self.process = process
        self.client = client
        self.told = told

    def hits(self, query: str, mode: str = "words") -> list[Hit]:
        """Best first, 50 at most."""
        return list(self.client.search(query, limit=50, mode=mode).hits)

    def names(self, query: str, mode: str = "words") -> list[str]:
        """File names of the hits, best first."""
        return [Path(hit.path).name for hit in self.hits(query, mode)]

    def status(self) -> dict[str, Any]:
        return self.client.status()

    def settle(self, seconds: float = PATIENCE_S) -> None:
        """Have it look for changes and wait until nothing is left to do."""
        stop = threading.Event()
        timer = threading.Timer(seconds, stop.set)
        timer.start()
        self.client.index([], lambda step: None, stop)
        timer.cancel()
        timer.join()
        until(self._is_idle, seconds)

    def notices(self) -> str:
        """All that the engine wants people to know now."""
        return "\n".join(notice["message"] for notice in self.status()["notices"])

    def children(self) -> list[psutil.Process]:
        """Readers and model children that run now."""
        try:
            return psutil.Process(self.process.pid).children(recursive=True)
        except psutil.NoSuchProcess:
            return []

    def _is_idle(self) -> bool:
        status = self.status()
        waits = status["files"]["pending"] or any(space["due"] for space in status["spaces"])
        return status["state"] == "idle" and not waits


@contextmanager
def running_engine(hunch: Hunch, *before: str) -> Iterator[RunningEngine]:
    """Start ``hunch engine`` and wait until it answers; ended by SIGTERM if it still runs, and never left behind.

    ``before``: a command that the engine is started with, such as ``unshare``.
    """
    process = start_engine(hunch, *before)
    told: list[str] = []
    try:
        client = connect(hunch, process, told)
        try:
            yield RunningEngine(hunch, process, client, told)
        finally:
            client.close()
    finally:
        end(process)


def start_engine(hunch: Hunch, *before: str) -> subprocess.Popen[bytes]:
    """Start it without waiting. Its standard error is a pipe."""
    return subprocess.Popen(
        [*before, *hunch.arguments("engine")], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE, start_new_session=True,
    )


def connect(hunch: Hunch, process: subprocess.Popen[bytes], told: list[str]) -> Client:
    """A client of the engine ``process``, as soon as it answers."""

    def answers() -> Client | None:
        assert process.poll() is None, f"it ended at once: {process.communicate()}"
        return Client.connect(Places(hunch.data_dir), told.append)

    return until(answers)


def end(process: subprocess.Popen[bytes], number: signal.Signals = signal.SIGTERM) -> tuple[int, str]:
    """End it by a signal if it still runs; its exit code and what it wrote to standard error."""
    children = []
    with contextlib.suppress(psutil.NoSuchProcess):
        children = psutil.Process(process.pid).children(recursive=True)
    if process.poll() is None:
        process.send_signal(number)
    try:
        _, error = process.communicate(timeout=PATIENCE_S)
    finally:
        process.kill()
        _, alive = psutil.wait_procs(children, timeout=10)
        for child in alive:
            child.kill()
    return process.returncode, error.decode()
