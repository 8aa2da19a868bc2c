"""The engine as a process of its own, from its first moment to its last."""

from __future__ import annotations

import logging
import signal
import threading
from types import FrameType

from indexer.errors import KnownError
from indexer.runtime import Places, WriterLock
from indexer.server import Server
from indexer.service import Service

log = logging.getLogger(__name__)

_LOOK_S = 1.0


def run(places: Places) -> None:
    """Serve until a client or a signal asks to end. To be called in the main thread, with the log started.

    Raises:
        KnownError: index_busy when another process serves or writes, and whatever ended the work.
    """
    ending = threading.Event()

    def end(number: int, frame: FrameType | None) -> None:
        ending.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, end)
    try:
        with WriterLock(places) as lock:
            _serve(places, lock, ending)
    except KnownError as error:
        # Whoever started us without a terminal reads it there.
        log.error("%s", error)
        raise


def _serve(places: Places, lock: WriterLock, ending: threading.Event) -> None:
    service = Service(places, lock)
    server = Server(places, service, on_quit=ending.set)
    try:
        service.start(server.tell, server.changed)
        server.start()
        log.info("the engine serves")
        while not ending.wait(_LOOK_S) and not service.ended.is_set():
            pass
    finally:
        server.close()
        service.close()
        log.info("the engine ended")
    if service.failure is not None:
        raise service.failure
