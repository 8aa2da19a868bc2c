"""What one client is still to be sent: messages in order, and values of which only the newest counts."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable

FULL_MESSAGES = 256
FULL_BYTES = 16 << 20

Key = tuple[int, str]


class Outbox:
    """Never blocks those who put something in. Thread-safe; one thread takes.

    It is full from ``FULL_MESSAGES`` or ``FULL_BYTES`` on: then nothing more should be asked for, so that what is in
    hand is all that can come on top.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._frames: deque[bytes] = deque()
        self._bytes = 0
        self._full_since: float | None = None
        self._newest: dict[Key, tuple[Callable[[], bytes], float]] = {}
        self._sent: dict[Key, float] = {}
        self._finished = False

    def put(self, frame: bytes) -> None:
        """Send ``frame`` after what was put before."""
        with self._changed:
            if not self._finished:
                self._append(frame)
                self._changed.notify_all()

    def offer(self, key: Key, frame: Callable[[], bytes], every_s: float) -> None:
        """Send what ``frame`` gives once it can be taken, unless a newer one is offered under ``key`` until then.

        Two of one key are at least ``every_s`` seconds apart. ``key`` begins with the id of the request.
        """
        with self._changed:
            if not self._finished:
                self._newest[key] = frame, self._sent.get(key, -every_s) + every_s
                self._changed.notify_all()

    def settle(self, id: int, frame: bytes | None) -> None:
        """Nothing newer will be offered for ``id``: send its newest values, and ``frame`` as the last of it."""
        with self._changed:
            for key in [key for key in self._newest if key[0] == id]:
                self._append(self._newest.pop(key)[0]())
            for key in [key for key in self._sent if key[0] == id]:
                del self._sent[key]
            if frame is not None and not self._finished:
                self._append(frame)
            self._changed.notify_all()

    def take(self) -> bytes | None:
        """The next frame to send, as soon as there is one; None when finished and empty."""
        with self._changed:
            while not self._frames:
                now = time.monotonic()
                key = min(self._newest, key=lambda key: self._newest[key][1], default=None)
                if key is not None and self._newest[key][1] <= now:
                    self._sent[key] = now
                    return self._newest.pop(key)[0]()
                if self._finished:
                    return None
                self._changed.wait(None if key is None else self._newest[key][1] - now)
            frame = self._frames.popleft()
            self._bytes -= len(frame)
            if not self._is_full():
                self._full_since = None
                self._changed.notify_all()
            return frame

    def wait_for_room(self) -> None:
        """Return when it is not full, or finished."""
        with self._changed:
            self._changed.wait_for(lambda: self._finished or not self._is_full())

    def full_for(self, now: float) -> float:
        """Seconds since which it is full; 0 when it is not. ``now`` as ``time.monotonic`` gives it."""
        with self._changed:
            return 0.0 if self._full_since is None else now - self._full_since

    def finish(self) -> None:
        """Take nothing more in; what is in it can still be taken, except values that only have a newest."""
        with self._changed:
            self._finished = True
            self._newest.clear()
            self._changed.notify_all()

    def _append(self, frame: bytes) -> None:
        self._frames.append(frame)
        self._bytes += len(frame)
        if self._is_full() and self._full_since is None:
            self._full_since = time.monotonic()

    def _is_full(self) -> bool:
        return len(self._frames) >= FULL_MESSAGES or self._bytes >= FULL_BYTES
