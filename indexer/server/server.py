"""The engine on its local socket."""

from __future__ import annotations

import contextlib
import logging
import os
import threading
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from indexer.errors import KnownError
from indexer.face import Face
from indexer.protocol.card import Card, new_key
from indexer.protocol.wire import PROTOCOL, Hello, Wire
from indexer.runtime import Places
from indexer.server.door import Door
from indexer.server.peer import STATUS_SECONDS, Peer
from indexer.server.work import Work

log = logging.getLogger(__name__)

CLIENTS = 64
_CHECK_SECONDS = 1.0
_FLUSH_SECONDS = 1.0
_CLOSE_SECONDS = 4.5
_PAUSE_SECONDS = 0.2


class Server:
    """Lets clients in and answers them with ``face``. The caller holds the writer lock from ``start`` to ``close``.

    Args:
        on_quit: called once, in a thread of its own, when a client asks the engine to end.
    """

    def __init__(self, places: Places, face: Face, on_quit: Callable[[], None]) -> None:
        self._places = places
        self._face = face
        self._on_quit = on_quit
        self._work = Work(face)
        self._hello = Hello(version("hunch"), PROTOCOL)
        self._lock = threading.Lock()
        self._peers: dict[Peer, threading.Thread] = {}
        self._closing = threading.Event()
        self._due = threading.Event()
        self._quit_asked = False
        self._threads: list[threading.Thread] = []
        self._door: Door | None = None

    def start(self) -> None:
        """Listen, then say where. Raises KnownError read_only; ``close`` is due then too."""
        key = new_key(self._places)
        door = self._door = Door(self._places)
        for target in (lambda: self._let_in(door, key), self._publish, self._check):
            thread = threading.Thread(target=target, name="hunch-server", daemon=True)
            thread.start()
            self._threads.append(thread)
        Card(door.address, os.getpid(), self._hello.hunch, PROTOCOL).write(self._places)

    def close(self) -> None:
        """Let nobody in, end all connections and threads and remove the files; within 5 seconds."""
        until = time.monotonic() + _CLOSE_SECONDS
        # First, so that a client that loses its connection knows that the engine was ended and did not crash.
        _remove(self._places.engine_json)
        self._closing.set()
        self._due.set()
        if self._door is not None:
            self._door.close()
        for thread in self._threads:
            thread.join(max(0.0, until - time.monotonic()))
        with self._lock:
            peers = dict(self._peers)
        for peer in peers:
            peer.drop_work(KnownError("engine_gone", "It was asked to end."))
        flushed = time.monotonic() + _FLUSH_SECONDS
        for peer in peers:
            peer.finish(flushed)
        for thread in peers.values():
            thread.join(max(0.0, until - time.monotonic()))
        self._work.close(until)
        if self._door is not None:
            self._door.remove()
        _remove(self._places.engine_key)

    def tell(self, message: str) -> None:
        """Say something to the persons at all clients that have a command in hand or are subscribed."""
        for peer in self._all_peers():
            peer.tell(message)

    def changed(self) -> None:
        """The status is another: subscribers are due. Returns at once."""
        self._due.set()

    def _let_in(self, door: Door, key: bytes) -> None:
        while True:
            try:
                connection = door.accept()
            except OSError as error:
                # Out of descriptors, most likely: that passes.
                log.warning("a client could not be let in: %s", error)
                if self._closing.wait(_PAUSE_SECONDS):
                    return
                continue
            if connection is None:
                return
            wire = Wire(connection)
            with self._lock:
                if len(self._peers) >= CLIENTS:
                    log.warning("a client was turned away: there are %d", CLIENTS)
                    wire.close()
                    continue
                peer = Peer(wire, self._work, self._due.set, self._quit)
                thread = threading.Thread(target=self._serve, args=(peer, key), name="hunch-client", daemon=True)
                self._peers[peer] = thread
            thread.start()

    def _serve(self, peer: Peer, key: bytes) -> None:
        try:
            peer.serve(key, self._hello)
        finally:
            with self._lock:
                del self._peers[peer]

    def _publish(self) -> None:
        while True:
            self._due.wait()
            self._due.clear()
            if self._closing.is_set():
                return
            subscribers = [peer for peer in self._all_peers() if peer.is_subscribed]
            if not subscribers:
                continue
            try:
                status = self._face.status()
                for peer in subscribers:
                    peer.show(status)
            except Exception as error:
                log.error("the status cannot be told: %s", type(error).__name__)
            self._closing.wait(STATUS_SECONDS)

    def _check(self) -> None:
        while not self._closing.wait(_CHECK_SECONDS):
            now = time.monotonic()
            for peer in self._all_peers():
                peer.check(now)

    def _quit(self) -> None:
        with self._lock:
            if self._quit_asked:
                return
            self._quit_asked = True
        threading.Thread(target=self._on_quit, name="hunch-quit").start()

    def _all_peers(self) -> list[Peer]:
        with self._lock:
            return list(self._peers)


def _remove(path: Path) -> None:
    # The whole data folder may be gone by now.
    with contextlib.suppress(OSError):
        path.unlink()
