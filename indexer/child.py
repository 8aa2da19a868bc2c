"""A supervised child process that answers one framed request at a time. Used for extraction and for models.

Whatever the child does (hang, eat memory, crash, write garbage), ``request`` returns or raises within its deadline
and leaves no process behind; the next request starts a fresh child.
"""

from __future__ import annotations

import contextlib
import logging
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from typing import BinaryIO, NoReturn, cast

import psutil

from indexer.manners.priority import lower
from models.frames import FrameError, Header, read_frame, write_frame

log = logging.getLogger(__name__)

_POLL_SECONDS = 0.25
_GRACE_SECONDS = 2.0


class ChildError(Exception):
    """The child did not answer. ``code`` is a key of ``errors.TITLES``: timed_out, out_of_memory or crashed."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.code = code


class Child:
    """One child process, started on first use and again after it ended. Not thread-safe: one owner.

    Args:
        arguments: what follows the Python interpreter on the command line.
        memory_bytes: resident size above which the child is killed, or None.
        background: it runs when nothing else wants the processor or the disk.
    """

    def __init__(
        self, arguments: Sequence[str], memory_bytes: int | None = None, *, background: bool = False
    ) -> None:
        self._arguments = tuple(arguments)
        self._memory_bytes = memory_bytes
        self._background = background
        self._process: subprocess.Popen[bytes] | None = None
        self._replies: queue.SimpleQueue[tuple[Header, bytes] | None] = queue.SimpleQueue()
        self._reader: threading.Thread | None = None

    @property
    def pid(self) -> int | None:
        """Process id while a child runs."""
        return self._process.pid if self._process and self._process.poll() is None else None

    def request(self, header: Header, payload: bytes = b"", *, deadline_s: float) -> tuple[Header, bytes]:
        """Send ``header`` and ``payload`` and return the reply. Raises ChildError; the child is gone after that."""
        process = self._running()
        try:
            self._send(process, header, payload, deadline_s)
            reply = self._await_reply(process, deadline_s)
        except (OSError, FrameError) as error:
            self._raise_ended(process, f"could not talk to the child: {error}")
        except ChildError:
            self.kill()
            raise
        if reply is None:
            self._raise_ended(process, "the child ended without an answer")
        return reply

    def close(self) -> None:
        """End the child: by closing its input, by force when it does not listen."""
        process = self._process
        if process is None:
            return
        with contextlib.suppress(OSError):
            cast(BinaryIO, process.stdin).close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(_GRACE_SECONDS)
        self.kill()

    def kill(self) -> None:
        """End the child and whatever it started, at once."""
        process, self._process = self._process, None
        if process is None:
            return
        if process.poll() is None:
            with contextlib.suppress(psutil.Error):
                for descendant in psutil.Process(process.pid).children(recursive=True):
                    descendant.kill()
            process.kill()
        process.wait()
        if self._reader is not None:
            self._reader.join()
        for stream in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):
                cast(BinaryIO, stream).close()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is None:
            return self._process
        self.kill()
        # -P: a folder named like one of our packages, where the person happens to be, must not be imported.
        environment = os.environ | {"HF_HUB_OFFLINE": "1", "PYTHONIOENCODING": "utf-8"}
        self._process = subprocess.Popen(
            [sys.executable, "-P", *self._arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, env=environment, start_new_session=True,
        )
        if self._background:
            lower(self._process.pid)
        self._replies = queue.SimpleQueue()
        self._reader = threading.Thread(
            target=_read_replies, args=(cast(BinaryIO, self._process.stdout), self._replies), daemon=True,
        )
        self._reader.start()
        return self._process

    def _send(self, process: subprocess.Popen[bytes], header: Header, payload: bytes, deadline_s: float) -> None:
        # A child that does not read leaves the pipe full and the write blocked: only its end frees us.
        stuck = threading.Timer(deadline_s, process.kill)
        stuck.start()
        try:
            write_frame(cast(BinaryIO, process.stdin), header, payload)
        finally:
            stuck.cancel()

    def _await_reply(self, process: subprocess.Popen[bytes], deadline_s: float) -> tuple[Header, bytes] | None:
        end = time.monotonic() + deadline_s
        while True:
            left = end - time.monotonic()
            if left <= 0:
                raise ChildError("timed_out", f"no answer within {deadline_s:.0f} seconds")
            try:
                return self._replies.get(timeout=min(left, _POLL_SECONDS))
            except queue.Empty:
                self._check_memory(process)

    def _check_memory(self, process: subprocess.Popen[bytes]) -> None:
        with contextlib.suppress(psutil.Error):
            used = psutil.Process(process.pid).memory_info().rss
            if self._memory_bytes is not None and used > self._memory_bytes:
                raise ChildError("out_of_memory", f"used {used >> 20} MB of {self._memory_bytes >> 20} MB")

    def _raise_ended(self, process: subprocess.Popen[bytes], detail: str) -> NoReturn:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(_GRACE_SECONDS)
        status = process.poll()
        self.kill()
        raise ChildError("crashed", f"{detail} (exit status {status})")


def _read_replies(stream: BinaryIO, replies: queue.SimpleQueue[tuple[Header, bytes] | None]) -> None:
    try:
        while (reply := read_frame(stream)) is not None:
            replies.put(reply)
    except (OSError, ValueError, FrameError) as error:
        log.warning("a child's answer could not be read: %s", error)
    replies.put(None)
