"""What every command shares: consoles, the engine, paths as typed, one JSON value on stdout."""

from __future__ import annotations

import json
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

import click
from rich.console import Console

from indexer.client import Client
from indexer.engine import Engine
from indexer.face import Face
from indexer.paths import to_text
from indexer.runtime import Places, start_logging


class Session:
    """The consoles, and the engine, reached or opened on first use."""

    def __init__(self, data_dir: Path | None, verbose: bool) -> None:
        self.out = Console(highlight=False)
        self.err = Console(stderr=True, highlight=False)
        self.places = Places.find(data_dir)
        self._verbose = verbose
        self._logs = False
        self._engine: Face | None = None

    @property
    def engine(self) -> Face:
        """The engine that runs, or one in this process for as long as the command takes."""
        if self._engine is None:
            self.start_log()
            self._engine = Client.connect(self.places, self.tell) or Engine(self.places, self.tell)
        return self._engine

    @property
    def running_engine(self) -> Client | None:
        """The engine that runs in the background, if one does."""
        return self.engine if isinstance(self.engine, Client) else None

    def start_engine(self) -> Client:
        """The engine that runs in the background, started if none does. Raises KnownError."""
        if not isinstance(self._engine, Client):
            self.close()
            self.start_log()
            client = Client.connect(self.places, self.tell, start=True)
            assert client is not None
            self._engine = client
        return self._engine

    def start_log(self) -> None:
        """Make the data folder and write the log there from now on."""
        if not self._logs:
            self.places.create()
            start_logging(self.places, verbose=self._verbose)
            self._logs = True

    def tell(self, message: str) -> None:
        """Something the person should know that is not the answer."""
        self.err.print(message, markup=False, soft_wrap=True)

    def close(self) -> None:
        if self._engine is not None:
            self._engine.close()
            self._engine = None


pass_session = click.make_pass_decorator(Session)


def typed(path: str) -> str:
    """Database path of a path as typed: absolute, with ~ replaced."""
    return to_text(str(Path(path).expanduser().absolute()))


def real(path: str) -> str:
    """The same without links, as the index has it."""
    return to_text(str(Path(path).expanduser().resolve()))


def print_json(value: Any) -> None:
    """One JSON value as one line of UTF-8; a byte of a name that is no text stays a JSON escape."""
    line = json.dumps(value, ensure_ascii=False) + "\n"
    sys.stdout.buffer.write(line.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()


@contextmanager
def stop_on_interrupt() -> Iterator[threading.Event]:
    """Ctrl+C and SIGTERM set the event, so that the work in hand ends cleanly; a second one ends at once."""
    stop = threading.Event()

    def request(number: int, frame: FrameType | None) -> None:
        if stop.is_set():
            raise KeyboardInterrupt
        stop.set()

    before = {number: signal.signal(number, request) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
