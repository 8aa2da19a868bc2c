"""The person's own pause: for a time or until resumed, remembered over restarts."""

from __future__ import annotations

import json
import logging
import math
import threading
from dataclasses import dataclass
from pathlib import Path

from indexer.runtime import replace_file

log = logging.getLogger(__name__)

_MOST_MINUTES = 366 * 24 * 60
_MOST_BYTES = 1000


@dataclass(frozen=True, slots=True)
class Paused:
    """A pause in force. Times are Unix seconds; ``until`` is None when it lasts until resumed."""

    since: float
    until: float | None


class Pause:
    """Keeps the pause in a small file. Thread-safe.

    A file that is damaged means: not paused. Where it cannot be written the pause holds until this process ends.
    ``now`` is Unix time everywhere; a clock set back never makes a pause last longer than its whole length again.

    Args:
        path: ``pause.json`` in the data folder.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._since = 0.0
        # Infinite until resumed; None when there is no pause.
        self._length_s: float | None = None
        self._load()

    def pause(self, minutes: float | None, now: float) -> None:
        """Pause for ``minutes``, at most a year, or until resumed. Raises ValueError unless they are above 0."""
        if minutes is not None and not minutes > 0:
            raise ValueError(f"{minutes} minutes are no time to pause")
        with self._lock:
            self._since = now
            self._length_s = math.inf if minutes is None else min(minutes, _MOST_MINUTES) * 60
            self._save()

    def resume(self) -> None:
        """End the pause, if there is one."""
        with self._lock:
            self._end()

    def state(self, now: float) -> Paused | None:
        """The pause in force, or None."""
        with self._lock:
            if self._length_s is None:
                return None
            if now < self._since:
                self._since = now
                self._save()
            if now >= self._since + self._length_s:
                self._end()
                return None
            return Paused(self._since, None if math.isinf(self._length_s) else self._since + self._length_s)

    def _end(self) -> None:
        self._length_s = None
        try:
            self._path.unlink(missing_ok=True)
        except OSError as error:
            log.warning("the pause ended, yet its file cannot be deleted: %s", error.strerror)

    def _save(self) -> None:
        assert self._length_s is not None
        length = None if math.isinf(self._length_s) else self._length_s
        try:
            replace_file(self._path, json.dumps({"since": self._since, "seconds": length}).encode())
        except OSError as error:
            log.warning("the pause will not outlast this process: %s", error.strerror)

    def _load(self) -> None:
        try:
            with self._path.open("rb") as file:
                kept = json.loads(file.read(_MOST_BYTES))
            since = float(kept["since"])
            until_resumed = kept["seconds"] is None
            length = math.inf if until_resumed else float(kept["seconds"])
            if not math.isfinite(since) or not (until_resumed or 0 < length <= _MOST_MINUTES * 60):
                raise ValueError("no such time")
        except FileNotFoundError:
            return
        except (OSError, ValueError, TypeError, LookupError, OverflowError, RecursionError) as error:
            log.warning("the file that keeps the pause is damaged, so nothing is paused: %s", error)
            return
        self._since, self._length_s = since, length
