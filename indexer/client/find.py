"""Reaching the engine of a data folder, and starting one."""

from __future__ import annotations

import contextlib
import logging
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing import connection

import psutil

from indexer.errors import KnownError
from indexer.protocol.card import Card, read_key
from indexer.protocol.wire import FAMILY, PROTOCOL, ClosedError, Wire
from indexer.runtime import Places, WriterLock

log = logging.getLogger(__name__)

_LOOK_SECONDS = 0.05
_PATIENCE_SECONDS = 3.0
_STARTS = 2
_REASON_BYTES = 4_000
_REASON_CHARACTERS = 500


@dataclass(frozen=True, slots=True)
class Reached:
    """A connection on which both sides are sure of each other."""

    wire: Wire
    pid: int
    version: str


def reach(places: Places) -> Reached | None:
    """The engine that runs, or None. Raises KnownError protocol when it speaks another protocol."""
    card, key = Card.read(places), read_key(places)
    if card is None or key is None:
        return None
    try:
        wire = Wire(connection.Client(card.address, FAMILY))
    except (OSError, ValueError):
        return None
    try:
        hello = wire.meet(key)
    except ClosedError as end:
        log.info("the engine did not answer: %s", end)
        wire.close()
        return None
    if hello.protocol != PROTOCOL:
        wire.close()
        raise KnownError(
            "protocol", f"The engine that runs is of Hunch {hello.hunch}. Quit all windows of Hunch, end the engine"
            f" (process {card.pid}) and try again."
        )
    return Reached(wire, card.pid, hello.hunch)


def reach_or_start(places: Places, wait_s: float, stop: Callable[[], bool] = lambda: False) -> Reached | None:
    """The engine that runs, started if there is none; None when ``stop`` says so.

    Several may do so at once: the lock lets one engine win, the others end, and everybody reaches the winner.

    Raises:
        KnownError: engine_not_started with its reason, index_busy when another program holds the lock for longer
            than ``wait_s`` seconds, protocol.
    """
    end = time.monotonic() + wait_s
    places.create()
    log_bytes = _size(places)
    process: subprocess.Popen[bytes] | None = None
    starts = 0
    while (reached := reach(places)) is None and not stop():
        if process is None or (process.returncode is not None and not WriterLock.is_held(places)):
            # Once more, since the one that kept ours from becoming the engine may have ended just now.
            if starts == _STARTS:
                raise KnownError("engine_not_started", _reason(places, log_bytes), str(places.data))
            starts += 1
            process = _start(places)
        elif time.monotonic() > end:
            if process.returncode is None:
                raise KnownError("engine_not_started", f"It does not answer after {wait_s:.0f} seconds. "
                                 + _reason(places, log_bytes), str(places.data))
            raise KnownError("index_busy", "Wait until it is done, or end it.", str(places.data))
        time.sleep(_LOOK_SECONDS)
    return reached


def end_by_force(places: Places) -> None:
    """End the engine of a data folder, whatever it does, and what it started; nothing where none runs.

    Only a process that both holds the lock of the folder and is named as its engine is touched.

    Raises:
        KnownError: engine_busy when it cannot be ended.
    """
    card = Card.read(places)
    if card is None or card.pid != WriterLock.holder(places):
        return
    try:
        process = psutil.Process(card.pid)
        if not any(part.endswith("engine") for part in process.cmdline()):
            return
        family = [*process.children(recursive=True), process]
        # One that still listens ends its children and puts away its files by itself.
        process.terminate()
        psutil.wait_procs([process], _PATIENCE_SECONDS)
        for left in family:
            with contextlib.suppress(psutil.NoSuchProcess):
                left.kill()
    except psutil.NoSuchProcess:
        log.info("the engine ended by itself")
    except psutil.Error as error:
        raise _unending(card) from error
    end = time.monotonic() + _PATIENCE_SECONDS
    while WriterLock.holder(places) == card.pid:
        if time.monotonic() > end:
            raise _unending(card)
        time.sleep(_LOOK_SECONDS)


def _unending(card: Card) -> KnownError:
    return KnownError("engine_busy", f"It does not end. End process {card.pid}, or restart the computer.")


def _start(places: Places) -> subprocess.Popen[bytes]:
    try:
        process = subprocess.Popen(
            _command(places), cwd=places.data, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, start_new_session=True, creationflags=_DETACHED,
        )
    except OSError as error:
        raise KnownError("engine_not_started", f"Install Hunch again ({error.strerror}).") from error
    # Somebody has to take note of its end, which may be long after us.
    threading.Thread(target=process.wait, name="hunch-engine-end", daemon=True).start()
    return process


def _command(places: Places) -> Sequence[str]:
    # -P: a folder named like one of our packages must not be imported.
    return [sys.executable, "-P", "-m", "app", "--data-dir", str(places.data), "engine"]


if sys.platform == "win32":
    _DETACHED = subprocess.DETACHED_PROCESS | subprocess.CREATE_NEW_PROCESS_GROUP
else:
    _DETACHED = 0


def _reason(places: Places, log_bytes: int) -> str:
    """What the engine wrote last to its log, which had ``log_bytes`` before."""
    path = places.logs / "hunch.log"
    try:
        with path.open("rb") as file:
            size = _size(places)
            file.seek(max(log_bytes if size >= log_bytes else 0, size - _REASON_BYTES))
            lines = file.read(_REASON_BYTES).decode("utf-8", "replace").strip().splitlines()
    except OSError:
        lines = []
    last = f"The last it wrote: {lines[-1][:_REASON_CHARACTERS]}. " if lines else ""
    return f"{last}Try hunch engine in a terminal; {path} may say more."


def _size(places: Places) -> int:
    try:
        return (places.logs / "hunch.log").stat().st_size
    except OSError:
        return 0
