"""Progress people can believe: what is done, what is left, and a time left that does not jump."""

from __future__ import annotations

import math
import threading
from dataclasses import dataclass
from typing import Literal

from indexer.manners.conditions import Wait

_MEMORY_S = 60.0
_LONGEST_STEP_S = 10.0
_FILES_REMEMBERED = 1000
_SURPRISE = 10.0
_BELIEVED_NEXT = 3.0
_IN_A_ROW = 10
_FEW = 10
_FIRST_S = 10.0
_FIRST_STEPS = 3
_PULL_S = 15.0
_MOST_RISE = 0.05
_SLOWEST_RISE_S = 0.5


@dataclass(frozen=True, slots=True)
class ProgressSnapshot:
    """Where the work stands.

    Attributes:
        phase: what goes on.
        current: the file that is read or the folder that is scanned, as the database keeps it.
        rate: files a minute while reading, passages a minute while embedding; None while unknown.
        eta_s: seconds until everything is read and embedded; None while unknown and when nothing is left.
        files_done, files_pending: files read since work began, and still to read.
        passages_done, passages_due: passages embedded since work began, and those known that are still to embed.
        seen: files seen by the scan that goes on, or the last one.
        wait: why it waits, while it does.
    """

    phase: Literal["idle", "scan", "read", "embed", "look", "ocr", "wait"]
    current: str | None
    rate: float | None
    eta_s: float | None
    files_done: int
    files_pending: int
    passages_done: int
    passages_due: int
    seen: int
    wait: Wait | None


class Progress:
    """Turns what the worker tells into what a person is shown. Thread-safe.

    Every ``now`` is in seconds of a clock that never goes back. The time between two calls belongs to what the first
    one announced; scanning and waiting are no work and hold the time left.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._now: float | None = None
        self._phase: Literal["idle", "scan", "read", "embed", "look", "ocr"] = "idle"
        self._wait: Wait | None = None
        self._current: str | None = None
        self._seen = 0
        self._files = _Pace()
        self._passages = _Pace()
        self._gain = _Gain()
        self._pending = 0
        self._due = 0
        self._worked_s = 0.0
        self._left: float | None = None

    def scanning(self, seen: int, folder: str | None, now: float) -> None:
        """A scan goes on: it has seen so many files and is in ``folder``."""
        with self._lock:
            self._enter("scan", folder, now)
            self._seen = seen

    def reading(self, done: int, pending: int, passages: int, path: str | None, now: float) -> None:
        """Files are read: ``done`` since work began, ``pending`` left, ``path`` in hand.

        ``passages`` is how many those that are done gave to embed; 0 where no model will embed them.
        """
        with self._lock:
            self._enter("read", path, now)
            files = self._files.finish(done)
            self._due += self._gain.take(passages, files)
            self._pending = pending

    def embedding(self, done: int, due: int, now: float) -> None:
        """Passages are embedded: ``done`` since work began, ``due`` left."""
        with self._lock:
            self._enter("embed", None, now)
            self._passages.finish(done)
            self._due = due

    def looking(self, phase: Literal["scan", "read", "embed", "look", "ocr"], current: str | None, now: float) -> None:
        """Pictures are looked at, or the text in them is read: after everything else, and no part of the time left."""
        with self._lock:
            self._enter(phase, current, now)

    def waiting(self, wait: Wait | None, now: float) -> None:
        """Work stands still because of ``wait``, or with None goes on as before."""
        with self._lock:
            self._advance(now)
            self._wait = wait

    def idle(self, now: float) -> None:
        """All is done; whatever follows counts from 0. What was learned about speed is kept."""
        with self._lock:
            self._enter("idle", None, now)
            self._files.begin()
            self._passages.begin()
            self._gain.begin()
            self._pending = self._due = 0
            self._worked_s, self._left = 0.0, None

    def snapshot(self, now: float) -> ProgressSnapshot:
        """Where it stands now."""
        with self._lock:
            self._advance(now)
            pace = {"read": self._files, "embed": self._passages}.get(self._phase)
            return ProgressSnapshot(
                phase="wait" if self._wait else self._phase, current=None if self._wait else self._current,
                rate=60 / pace.each_s if pace and pace.each_s and not self._wait else None, eta_s=self._left,
                files_done=self._files.count, files_pending=self._pending, passages_done=self._passages.count,
                passages_due=self._due, seen=self._seen, wait=self._wait,
            )

    def _enter(
        self, phase: Literal["idle", "scan", "read", "embed", "look", "ocr"], current: str | None, now: float
    ) -> None:
        self._advance(now)
        self._phase, self._current, self._wait = phase, current, None

    def _advance(self, now: float) -> None:
        """Let the clock run to ``now``: the time left falls with it, drawn gently towards the estimate."""
        passed = max(0.0, now - self._now) if self._now is not None else 0.0
        self._now = now
        if self._wait or self._phase not in ("read", "embed"):
            return
        (self._files if self._phase == "read" else self._passages).work(passed)
        self._worked_s += passed
        estimate = self._estimate()
        if estimate is None or self._worked_s < _FIRST_S:
            return
        if self._left is None:
            self._left = estimate
            return
        drawn = (estimate - self._left) * (1 - math.exp(-passed / _PULL_S)) - passed
        self._left = max(0.0, self._left + min(drawn, max(_MOST_RISE * self._left, _SLOWEST_RISE_S) * passed))

    def _estimate(self) -> float | None:
        passages = self._due + self._pending * self._gain.each
        if (self._pending and not self._files.known) or (passages and not self._passages.known):
            return None
        return self._pending * (self._files.each_s or 0.0) + passages * (self._passages.each_s or 0.0)


class _Surprises:
    """Counts a piece that is more than ten times as large as usual as ten, so that a single monster among a thousand
    files is no prophecy. Of each that follows at once three times as much is believed.
    """

    def __init__(self) -> None:
        self._in_a_row = 0

    def tame(self, size: float, usual: float) -> float:
        most = usual * _SURPRISE * _BELIEVED_NEXT**self._in_a_row
        self._in_a_row = min(self._in_a_row + 1, _IN_A_ROW) if size > usual * _SURPRISE else 0
        return min(size, most)


class _Pace:
    """Seconds one piece takes, over about the last minute of work.

    The first step after a rest is not counted, since it starts the reader or the model.
    """

    def __init__(self) -> None:
        self.count = 0
        self._pieces = 0.0
        self._seconds = 0.0
        self._unsettled_s = 0.0
        self._steps = 0
        self._surprises = _Surprises()

    @property
    def known(self) -> bool:
        return self._steps >= _FIRST_STEPS

    @property
    def each_s(self) -> float | None:
        return self._seconds / self._pieces if self._pieces else None

    def begin(self) -> None:
        self.count = self._steps = 0
        self._unsettled_s = 0.0

    def work(self, seconds: float) -> None:
        self._unsettled_s += seconds

    def finish(self, count: int) -> int:
        """Take the number of pieces finished so far; returns how many are new."""
        new, self.count = max(0, count - self.count), count
        if not new:
            return 0
        took, self._unsettled_s = self._unsettled_s, 0.0
        if self._steps:
            kept = math.exp(-min(took, _LONGEST_STEP_S) / _MEMORY_S)
            if self._pieces >= _FEW and self.each_s:
                took = self._surprises.tame(took, self.each_s * new)
            self._pieces = self._pieces * kept + new
            self._seconds = self._seconds * kept + took
        self._steps += 1
        return new


class _Gain:
    """Passages a file gives, over about the last thousand."""

    def __init__(self) -> None:
        self._count = 0
        self._files = 0.0
        self._passages = 0.0
        self._surprises = _Surprises()

    @property
    def each(self) -> float:
        return self._passages / self._files if self._files else 0.0

    def begin(self) -> None:
        self._count = 0

    def take(self, count: int, files: int) -> int:
        """Take the number of passages so far, after ``files`` more; returns how many are new."""
        new, self._count = max(0, count - self._count), count
        if files:
            gave = self._surprises.tame(new, self.each * files) if self._files >= _FEW and self.each else new
            kept = (1 - 1 / _FILES_REMEMBERED) ** files
            self._passages = self._passages * kept + gave
            self._files = self._files * kept + files
        return new
