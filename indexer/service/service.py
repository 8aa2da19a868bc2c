"""The engine in the background: notices changes, keeps the index current, answers everybody at once."""

from __future__ import annotations

import logging
import os
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from indexer.answering import Answering
from indexer.answers import Results, Snapshot
from indexer.errors import KnownError
from indexer.lookup import Lookup
from indexer.manners import Conditions, Gate, Pause
from indexer.models_in_use import ModelsInUse
from indexer.pages import Pages
from indexer.paths import from_text
from indexer.progress import Progress
from indexer.reports import Explanation
from indexer.runtime import Places, WriterLock
from indexer.service.indexing import Indexing
from indexer.settings import LiveSettings
from indexer.upkeep import Upkeep

log = logging.getLogger(__name__)

_NOTICES = 5
_STEP_S = 0.25
_COUNTING_SHARE = 0.05
"""Counting takes longer the larger the index is; it is done so often that it takes this share of the time at most."""
_COUNT_AT_MOST_EVERY_S = 0.2


class Service(Answering):
    """Satisfies ``face.Face``. Runs from ``start`` to ``close``.

    Args:
        lock: the writer lock, held by the caller until after ``close``.
    """

    def __init__(self, places: Places, lock: WriterLock) -> None:
        self._places = places
        self._settings = LiveSettings(places.settings)
        self._pause = Pause(places.pause)
        self._progress = Progress()
        self._gate = Gate()
        self._models = ModelsInUse(places.models, lambda: self._settings.now, background=True)
        self._lookup = Lookup(
            places, self._models, lambda: self._settings.now, lambda: None, lambda: self._indexing.doubt()
        )
        self._pages = Pages(lambda: self._settings.now.extract_memory_mb)
        upkeep = Upkeep(
            places, self._models, lambda: self._settings.now, self._note, self._lookup.renew, background=True
        )
        self._indexing = Indexing(
            places, lock, upkeep, self._settings, Conditions(places.data, self._pause), self._gate, self._progress,
            tell=self._note, changed=self._tell_change,
        )
        self._since = time.time()
        self._notices: deque[dict[str, Any]] = deque(maxlen=_NOTICES)
        self._tell: Callable[[str], None] = lambda message: None
        self._changed: Callable[[], None] = lambda: None
        self._count_lock = threading.Lock()
        self._counted: dict[str, Any] = {}
        self._counted_at = self._count_cost_s = 0.0

    def start(self, tell: Callable[[str], None], changed: Callable[[], None]) -> None:
        """Begin. ``tell`` gets notices for people, ``changed`` is called when the status is another.

        Raises KnownError when the index cannot be opened.
        """
        self._tell, self._changed = tell, changed
        if self._settings.problem:
            self._note(f"{self._settings.problem} The defaults are used until then.")
        self._indexing.start()

    def close(self) -> None:
        """End the work after the step in hand, the children, the connections."""
        self._indexing.close()
        self._pages.close()
        self._lookup.close()
        self._models.close()

    @property
    def ended(self) -> threading.Event:
        """Set when the work ended, by ``close`` or for the reason in ``failure``."""
        return self._indexing.ended

    @property
    def failure(self) -> KnownError | None:
        """Why it ended by itself."""
        return self._indexing.failure

    def search(
        self, query: str, *, limit: int = 10, mode: str = "all", kinds: frozenset[str] | None = None,
        folder: str | None = None, first: Callable[[Results], None] | None = None,
    ) -> Results:
        """The best files for ``query``; see ``search.Searcher.search``."""
        with self._gate.query():
            return self._lookup.search(query, limit=limit, mode=mode, kinds=kinds, folder=folder, first=first)

    def similar(self, path: str, *, limit: int = 10) -> Results:
        """Files whose content is near that of the file at ``path``."""
        with self._gate.query():
            return self._lookup.similar(path, limit=limit)

    def why(self, path: str, query: str) -> Explanation:
        """Why a file is, or is not, among the results of ``query``."""
        with self._gate.query():
            return super().why(path, query)

    def status(self) -> dict[str, Any]:
        """What is indexed, what goes on, what waits and why, in the documented form of ``hunch status --json``."""
        now = self._progress.snapshot(time.monotonic())
        paused = self._pause.state(time.time())
        state = "paused" if paused or now.wait else "idle" if now.phase == "idle" else "indexing"
        waiting = asdict(now.wait) if now.wait else None
        return {
            "state": state, **self._count(), "phase": now.phase,
            "current": from_text(now.current) if now.current else None, "rate": now.rate, "eta_s": now.eta_s,
            "waiting": waiting, "notices": list(self._notices),
            "engine": {"pid": os.getpid(), "since": self._since},
        }

    def retry(self, paths: Sequence[str]) -> int:
        """Read failed files again: all, or those at or below ``paths``; returns how many."""
        return self._indexing.do(lambda upkeep: upkeep.retry(paths))

    def add(self, path: str) -> None:
        """Keep the folder at database path ``path`` indexed; reading it begins at once."""
        self._indexing.look_below(self._indexing.do(lambda upkeep: [upkeep.add(path).path]))

    def remove(self, path: str) -> None:
        """Forget the chosen folder at database path ``path``, there or not. Raises KnownError not_indexed."""
        self._indexing.do(lambda upkeep: upkeep.remove(path))

    def index(self, paths: Sequence[str], report: Callable[[Snapshot], None], stop: threading.Event) -> None:
        """Look for changes (below ``paths`` only, if any) and return when nothing waits, or when ``stop`` is set.

        While somebody waits, only the person's own pause and a full disk hold the work up.

        Raises:
            KnownError: paused, disk_low, or what made the work stand still.
        """
        with self._indexing.watched_by(report) as settled:
            self._indexing.look_below(list(paths))
            while not stop.is_set() and not settled.wait(_STEP_S):
                if self._pause.state(time.time()):
                    raise KnownError("paused", "hunch resume lets it go on.")
                if self._indexing.trouble is not None:
                    raise self._indexing.trouble
                wait = self._progress.snapshot(time.monotonic()).wait
                if wait is not None and wait.code == "disk_low":
                    raise KnownError(wait.code, wait.message)
        error = self._indexing.model_error
        if error is not None and error.code != "model_missing" and not stop.is_set():
            raise error

    def pause(self, minutes: float | None) -> None:
        """Do not index for a time, or until ``resume``. Questions are answered as before."""
        self._pause.pause(minutes, time.time())
        self._indexing.wake()
        self._tell_change()

    def resume(self) -> None:
        """End the pause."""
        self._pause.resume()
        self._indexing.wake()
        self._tell_change()

    def change_settings(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Change some settings; all that are then in force. What they decide is looked at anew in the background."""
        before = self._settings.now
        now = self._settings.change(**values)
        if now != before:
            self._lookup.renew()
            self._indexing.settings_changed()
        return asdict(now)

    def fetch_model(self, model_id: str, progress: Callable[[int, int], None]) -> None:
        """Install a model, downloading it when it is not on this machine."""
        self._models.fetch(model_id, progress)
        self._models_changed()

    def import_model(self, model_id: str, path: str) -> None:
        """Install a model from a file or folder."""
        self._models.import_path(model_id, Path(from_text(path)))
        self._models_changed()

    def use_model(self, model_id: str) -> None:
        """Index with this model from now on. Raises KnownError model_missing when it is not installed."""
        self._settings.change(**self._models.choice(model_id))
        self._models_changed()

    def remove_model(self, model_id: str) -> None:
        """Delete a model's file."""
        self._models.remove(model_id)
        self._models_changed()

    def verify_models(self, model_id: str | None) -> list[str]:
        """Check installed models against their hashes; returns their ids."""
        return self._models.verify(model_id)

    def _models_changed(self) -> None:
        self._lookup.renew()
        self._indexing.models_changed()

    def _count(self) -> dict[str, Any]:
        with self._count_lock:
            now = time.monotonic()
            pause = max(_COUNT_AT_MOST_EVERY_S, self._count_cost_s / _COUNTING_SHARE)
            if not self._counted or now - self._counted_at >= pause:
                self._counted = self._lookup.counted()
                self._counted_at = time.monotonic()
                self._count_cost_s = self._counted_at - now
            return self._counted

    def _note(self, message: str) -> None:
        # Notices name files, never what they say.
        self._notices.append({"at": time.time(), "message": message})
        self._tell(message)

    def _tell_change(self) -> None:
        self._changed()
