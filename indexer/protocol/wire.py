"""A connection that carries whole frames, and how both sides make sure of each other first."""

from __future__ import annotations

import contextlib
import os
import socket
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing import AuthenticationError
from multiprocessing.connection import Connection, answer_challenge, deliver_challenge
from typing import TypeAlias

from indexer.protocol.codec import MalformedError, from_bytes, to_bytes, typed

PROTOCOL = 1
"""Raised by every change after which an old client or engine would misunderstand a new one."""
HANDSHAKE_SECONDS = 5.0
_HELLO_BYTES = 1_000


if sys.platform == "win32":
    import ctypes
    from multiprocessing.connection import PipeConnection

    FAMILY = "AF_PIPE"
    Stream: TypeAlias = Connection | PipeConnection

    def _cut(handle: int) -> None:
        ctypes.windll.kernel32.CancelIoEx(handle, None)
        ctypes.windll.kernel32.DisconnectNamedPipe(handle)
else:
    FAMILY = "AF_UNIX"
    Stream: TypeAlias = Connection

    def _cut(handle: int) -> None:
        with socket.socket(fileno=os.dup(handle)) as connection:
            connection.shutdown(socket.SHUT_RDWR)


class ClosedError(Exception):
    """The connection is over: the other side went (``is_plain``), does not keep to the protocol, or ``end``."""

    def __init__(self, reason: str, *, is_plain: bool = False) -> None:
        super().__init__(reason)
        self.is_plain = is_plain


@dataclass(frozen=True, slots=True)
class Hello:
    """The first frame, from the server: its version and that of its protocol."""

    hunch: str
    protocol: int


class Wire:
    """One connection. One thread sends, one receives, any may ``end``."""

    def __init__(self, connection: Stream) -> None:
        self._connection = connection
        self._lock = threading.Lock()
        self._ended = False

    def wait(self) -> None:
        """Return when there is something to receive. Raises ClosedError."""
        with self._failures():
            self._connection.poll(None)

    def receive(self, most_bytes: int) -> bytes:
        """The next frame. Raises ClosedError, also for a longer one."""
        with self._failures():
            return self._connection.recv_bytes(most_bytes)

    def send(self, frame: bytes) -> None:
        """Blocks while the other side does not read. Raises ClosedError."""
        with self._failures():
            self._connection.send_bytes(frame)

    def greet(self, key: bytes, hello: Hello) -> None:
        """The server's part: both prove that they have the key, then the version. Raises ClosedError."""
        with self._deadline(), self._failures():
            deliver_challenge(self._connection, key)
            answer_challenge(self._connection, key)
            self._connection.send_bytes(to_bytes(hello))

    def meet(self, key: bytes) -> Hello:
        """The client's part of ``greet``."""
        with self._deadline(), self._failures():
            answer_challenge(self._connection, key)
            deliver_challenge(self._connection, key)
            hello: Hello = typed(Hello, from_bytes(self._connection.recv_bytes(_HELLO_BYTES)), "hello")
            return hello

    def end(self) -> None:
        """Make what other threads do with it raise ClosedError. ``close`` is still due."""
        # Closing a descriptor would not wake a thread that reads from it.
        with self._lock, contextlib.suppress(OSError):
            self._ended = True
            if not self._connection.closed:
                _cut(self._connection.fileno())

    def close(self) -> None:
        """Give the connection back. No other thread may be sending or receiving."""
        with self._lock:
            self._ended = True
            self._connection.close()

    @contextlib.contextmanager
    def _failures(self) -> Iterator[None]:
        if self._ended:
            raise ClosedError("ended here", is_plain=True)
        try:
            yield
        # An AssertionError or RuntimeError is what multiprocessing makes of a strange challenge or an aborted read.
        except (OSError, EOFError, AuthenticationError, AssertionError, RuntimeError, MalformedError) as error:
            raise ClosedError(type(error).__name__, is_plain=self._ended or isinstance(error, EOFError)) from error

    @contextlib.contextmanager
    def _deadline(self) -> Iterator[None]:
        late = threading.Timer(HANDSHAKE_SECONDS, self.end)
        late.daemon = True
        late.start()
        try:
            yield
        finally:
            late.cancel()
            late.join()
