"""The one thread that changes the index: errands first, then changes on disk, then files, then their passages."""

from __future__ import annotations

import logging
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from indexer.answers import Snapshot
from indexer.embedding import IsDone
from indexer.errors import KnownError
from indexer.manners import Budget, Conditions, Gate, Wait
from indexer.pipeline import Report
from indexer.progress import Progress
from indexer.runtime import Places, WriterLock
from indexer.service.due import DueScans
from indexer.service.errands import Errands
from indexer.service.steps import Steps
from indexer.settings import LiveSettings
from indexer.store.connection import known_errors
from indexer.upkeep import Upkeep
from indexer.watch import open_watcher

log = logging.getLogger(__name__)

_LOOK_S = 2.0
"""Longest time between two looks at settings, data folder and what has become due."""
_AGAIN_S = 10.0
"""After an error that may pass, such as a full disk."""
_MODEL_LOOK_S = 0.2
_LIGHT = ("battery", "busy", "fullscreen")
"""Reasons to wait that let folders be compared all the same: it is little work, and what is deleted is not found."""
_CHECK_EVERY_S = 60.0
"""A check reads all of the index, so readers that are wrong about it must not have it done all the time."""
_TOLD_S = 3600.0
"""A notice is not given again within this time."""

_T = TypeVar("_T")


class Indexing:
    """Runs from ``start`` to ``close``. Thread-safe but for those two.

    Args:
        lock: the writer lock, held by the caller.
        tell: receives what the person should know; called in the thread.
        changed: called when the status is another.
    """

    def __init__(
        self, places: Places, lock: WriterLock, upkeep: Upkeep, settings: LiveSettings, conditions: Conditions,
        gate: Gate, progress: Progress, *, tell: Callable[[str], None], changed: Callable[[], None],
    ) -> None:
        self._places = places
        self._lock = lock
        self._upkeep = upkeep
        self._settings = settings
        self._conditions = conditions
        self._gate = gate
        self._progress = progress
        self._tell = tell
        self._changed = changed
        self._watcher = open_watcher(self.wake)
        self._due = DueScans(self._watcher, lambda: settings.now.scan_minutes * 60.0)
        self._budget = Budget()
        self._errands = Errands(self.wake)
        self._guard = threading.Lock()
        self._ending = threading.Event()
        self._woken = threading.Event()
        self._opened = threading.Event()
        self._settled = threading.Event()
        self._doubted = threading.Event()
        self._resettled = threading.Event()
        self._reports: list[Report] = []
        self._failure: KnownError | None = None
        self._trouble: tuple[KnownError, float] | None = None
        self._told: dict[str, float] = {}
        self._looked_at = 0.0
        self._checked_at = -_CHECK_EVERY_S
        self._paid_at = time.monotonic()
        self._worked_at = time.monotonic()
        self._steps = Steps(
            upkeep, self._due, self._watcher, conditions, gate, progress, self._ending, pace=self._pace,
            meanwhile=self._meanwhile, report=self._reported, tell=self._tell_once,
        )
        self._thread = threading.Thread(target=self._run, name="hunch-indexing")
        self.ended = threading.Event()

    def start(self) -> None:
        """Open the index and begin. Raises KnownError when it cannot be opened."""
        self._thread.start()
        self._opened.wait()
        if self._failure is not None:
            raise self._failure

    def close(self) -> None:
        """End after the step in hand; what is not done is found again at the next start."""
        self._ending.set()
        self._woken.set()
        if self._thread.ident is not None:
            self._thread.join()
        self._watcher.close()

    @property
    def failure(self) -> KnownError | None:
        """Why the thread ended by itself."""
        return self._failure

    @property
    def trouble(self) -> KnownError | None:
        """The error for which the work stands still now."""
        return self._trouble[0] if self._trouble else None

    @property
    def model_error(self) -> KnownError | None:
        """Why the model could not embed when it was last asked to."""
        return self._steps.model_error

    def wake(self) -> None:
        """Look at once whether there is something to do."""
        self._woken.set()

    def do(self, errand: Callable[[Upkeep], _T]) -> _T:
        """Have ``errand`` done in the thread, before everything else, and return what it returns or raises."""

        def known() -> _T:
            with known_errors(self._places.index_db):
                return errand(self._upkeep)

        return self._errands.do(known)

    def look_below(self, paths: list[str]) -> None:
        """Compare the folders at ``paths`` with the index, or all; what is in no chosen folder yet is added."""

        def errand(upkeep: Upkeep) -> None:
            self._due.add(upkeep.starts(paths))
            self._steps.try_models()
            self._settled.clear()

        self.do(errand)

    def doubt(self) -> None:
        """A reader met damage: the index is checked soon, and put aside if it is damaged. Returns at once."""
        self._doubted.set()
        self._woken.set()

    def models_changed(self) -> None:
        """Another model is wanted or can be run now."""
        self._steps.embed_all()
        self._steps.try_models()
        self._told = {code: at for code, at in self._told.items() if not code.startswith("model_")}
        self._woken.set()

    def settings_changed(self) -> None:
        """The settings in force are others: what they decide is looked at anew. Returns at once."""
        self._resettled.set()
        self._woken.set()

    @contextmanager
    def watched_by(self, report: Report) -> Iterator[threading.Event]:
        """Somebody waits for the work: each step is reported, and only what the person asked for holds it up.

        Yields an event that is set when nothing is left to do.
        """
        with self._guard:
            self._reports.append(report)
        try:
            yield self._settled
        finally:
            with self._guard:
                self._reports.remove(report)

    def _run(self) -> None:
        # Not lowered as the children are: asleep with the interpreter lock in hand it would keep every search waiting.
        try:
            while not self._ending.is_set():
                try:
                    with self._upkeep.opened():
                        self._opened.set()
                        while not self._ending.is_set():
                            self._guarded_step()
                except KnownError as error:
                    if error.code != "index_damaged" or not self._opened.is_set():
                        raise
                    self._due.everything()
                    self._steps.embed_all()
        except KnownError as error:
            log.error("indexing ended: %s", error.code)
            self._failure = error
        except Exception as error:
            log.error("indexing ended: %s\n%s", type(error).__name__, "".join(traceback.format_tb(error.__traceback__)))
            self._failure = KnownError("engine_failed", "Its log says where. It can be started again.")
        finally:
            self.ended.set()
            self._errands.end()
            self._opened.set()
            self._settled.set()

    def _guarded_step(self) -> None:
        try:
            with known_errors(self._places.index_db):
                self._step()
        except KnownError as error:
            if error.code in ("index_damaged", "data_gone"):
                raise
            self._stumble(error)
        except Exception as error:
            # Without the exception's own text, which may quote a document.
            log.error("a step failed: %s\n%s", type(error).__name__, "".join(traceback.format_tb(error.__traceback__)))
            self._stumble(KnownError("engine_failed", "It goes on in a moment; its log says where it failed."))

    def _stumble(self, error: KnownError) -> None:
        self._tell_once(error.code, str(error))
        self._trouble = error, time.monotonic() + _AGAIN_S

    def _step(self) -> None:
        self._attend()
        if not self._has_work():
            self._be_idle()
            return
        wait = self._reason()
        self._progress.waiting(wait, time.monotonic())
        if wait is not None and not self._may_scan(wait):
            self._changed()
            self._sleep(_LOOK_S)
            return
        self._worked_at = self._paid_at = time.monotonic()
        self._settled.clear()
        if self._due:
            self._steps.scan()
        elif self._upkeep.pending() and not self._steps.is_sample_due:
            self._steps.read(self._pace)
        else:
            self._steps.embed()

    def _has_work(self) -> bool:
        return bool(self._due) or self._upkeep.pending() > 0 or self._steps.may_embed

    def _reason(self) -> Wait | None:
        """Why nothing may be done now."""
        if self._trouble is not None:
            error, until = self._trouble
            if time.monotonic() < until:
                return Wait(error.code, str(error))
            self._trouble = None
        wait = self._conditions.reason(self._settings.now, time.time())
        if wait is not None and self._reports and wait.code not in ("paused", "disk_low"):
            return None
        return wait

    def _pace(self) -> bool:
        """Between two steps: errands and searches pass, the budget is kept; False when something else comes first."""
        self._attend()
        self._gate.let_pass(self._ending)
        self._keep_budget()
        return not (self._ending.is_set() or self._due or self._steps.is_sample_due or self._reason())

    def _keep_budget(self) -> None:
        share = self._settings.now.cpu_percent / 100
        rest = self._budget.pay(time.monotonic() - self._paid_at, share)
        while rest and not self._ending.is_set() and not self._due:
            self._sleep(rest)
            self._attend()
            rest = self._budget.pay(0.0, share)
        self._paid_at = time.monotonic()

    def _attend(self) -> None:
        """Errands, and every now and then settings, the data folder and what has become due."""
        if self._errands.run():
            self._changed()
        if self._resettled.is_set():
            self._resettled.clear()
            self._adopt()
        self._due.look(self._upkeep.roots)
        now = time.monotonic()
        if now - self._looked_at < _LOOK_S:
            return
        self._looked_at = now
        if not self._lock.is_in_place:
            raise KnownError("data_gone", "The engine ends; the next one builds a new index.", str(self._places.data))
        self._check()
        before = self._settings.now
        if self._settings.renew():
            if self._settings.problem:
                self._tell(f"{self._settings.problem} Until then the last good settings are used.")
            if self._settings.now != before:
                self._adopt()

    def _check(self) -> None:
        """Raises KnownError index_damaged when a reader was right to doubt the index."""
        now = time.monotonic()
        if self._doubted.is_set() and now - self._checked_at >= _CHECK_EVERY_S:
            self._doubted.clear()
            self._checked_at = now
            self._upkeep.check()

    def _adopt(self) -> None:
        """Settings have changed: what they decide is looked at anew."""
        self._due.everything()
        self.models_changed()
        self._changed()

    def _may_scan(self, wait: Wait | None) -> bool:
        return bool(self._due) and (wait is None or wait.code in _LIGHT)

    def _meanwhile(self, is_done: IsDone) -> None:
        """While the model works, which on a busy machine may take long, whatever comes before it is done."""
        self._attend()
        wait = self._reason()
        self._progress.waiting(wait, time.monotonic())
        if self._may_scan(wait):
            self._steps.scan()
        elif wait is None and self._upkeep.pending():
            self._steps.read(lambda: self._pace() and not is_done(0.0))
        else:
            is_done(_MODEL_LOOK_S)

    def _be_idle(self) -> None:
        if not self._settled.is_set():
            self._progress.idle(time.monotonic())
            self._steps.begin_anew()
            self._settled.set()
            self._changed()
        if time.monotonic() - self._worked_at > self._settings.now.idle_minutes * 60:
            self._upkeep.rest()
        due = self._watcher.due_in()
        self._sleep(_LOOK_S if due is None else min(due, _LOOK_S))

    def _sleep(self, seconds: float) -> None:
        self._woken.wait(seconds)
        self._woken.clear()

    def _reported(self, step: Snapshot) -> None:
        with self._guard:
            reports = list(self._reports)
        for report in reports:
            report(step)
        self._changed()

    def _tell_once(self, code: str, message: str) -> None:
        now = time.monotonic()
        if now - self._told.get(code, -_TOLD_S) >= _TOLD_S:
            self._told[code] = now
            self._tell(message)
