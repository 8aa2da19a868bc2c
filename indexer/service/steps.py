"""The steps of the index thread: comparing folders, reading files, embedding what was read."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from indexer.answers import Snapshot
from indexer.embedding import IsDone
from indexer.errors import KnownError
from indexer.manners import Conditions, Gate
from indexer.paths import from_text
from indexer.pipeline import Pace
from indexer.progress import Progress
from indexer.service.due import DueScans
from indexer.upkeep import Upkeep
from indexer.watch import Watcher

_MODEL_AGAIN_S = 300.0
"""After a model that cannot run; a change of models or settings is tried at once."""
_SAMPLE_PASSAGES = 128

_LIMITED = (
    "There are more folders than this system lets a program watch, so changes are looked for every ten minutes. To "
    "have them noticed at once, raise the limit: sudo sysctl fs.inotify.max_user_watches=1000000"
)


class Steps:
    """Called in the index thread only, but for ``embed_all`` and ``try_models``.

    Args:
        pace: called between two parts of a step; False when something else comes first.
        meanwhile: called while the model works, until that is done.
        report: receives what goes on.
        tell: receives a code and what the person should know of it, again and again.

    Attributes:
        model_error: why the model could not embed when it was last asked to.
    """

    def __init__(
        self, upkeep: Upkeep, due: DueScans, watcher: Watcher, conditions: Conditions, gate: Gate, progress: Progress,
        ending: threading.Event, *, pace: Pace, meanwhile: Callable[[IsDone], None],
        report: Callable[[Snapshot], None], tell: Callable[[str, str], None],
    ) -> None:
        self._upkeep = upkeep
        self._due = due
        self._watcher = watcher
        self._conditions = conditions
        self._gate = gate
        self._progress = progress
        self._ending = ending
        self._pace = pace
        self._meanwhile = meanwhile
        self._report = report
        self._tell = tell
        self._watched: set[str] = set()
        self._unembedded = True
        self._sampled = False
        self._embed_at = 0.0
        self._files = self._passages = self._embedded = 0
        self.model_error: KnownError | None = None

    @property
    def is_sample_due(self) -> bool:
        """Whether a few passages are embedded before the rest is read, so that the time left can be told."""
        return not self._sampled and self._passages >= _SAMPLE_PASSAGES

    @property
    def may_embed(self) -> bool:
        """Whether there may be something to embed, and it is time to try."""
        return self._unembedded and time.monotonic() >= self._embed_at

    def embed_all(self) -> None:
        """There may be something to embed, whatever was known before."""
        self._unembedded = True

    def try_models(self) -> None:
        """A model that could not run may be able to now."""
        self._embed_at = 0.0

    def begin_anew(self) -> None:
        """Everything is done: what comes now is counted from nothing."""
        self._files = self._passages = self._embedded = 0

    def scan(self) -> None:
        """Compare what is due with the index."""
        starts = self._due.take(self._upkeep.roots())
        paths = {from_text(root.path) for root in self._upkeep.roots()}
        for gone in self._watched - paths:
            self._watcher.forget(gone)
        self._watched = paths
        whole = [from_text(start.root.path) for start in starts if start.recursive and start.folder is None]
        for root in whole:
            self._watcher.begin(root)

        def stop() -> bool:
            return self._ending.is_set() or self._conditions.paused(time.time())

        def report(seen: int, folder: str) -> None:
            self._gate.let_pass(self._ending)
            self._progress.scanning(seen, folder, time.monotonic())
            self._report(Snapshot("scan", seen, None, folder))

        finished = False
        try:
            found = self._upkeep.scan(starts, stop, report, self._watcher.enter)
            finished = not stop()
        finally:
            if not finished:
                self._due.add(starts)
        if not finished:
            return
        missing = {from_text(path) for path in found.missing}
        for root in whole:
            if root not in missing:
                self._watcher.finish(root)
        if self._watcher.limited:
            self._tell("limited", _LIMITED)
        self._unembedded = self._unembedded or found.moved > 0

    def read(self, pace: Pace) -> None:
        """Read files that wait, for as long as ``pace`` lets it."""
        files, passages = self._files, self._passages

        def report(step: Snapshot) -> None:
            self._files, self._passages = files + step.done, passages + step.passages
            left = (step.total or step.done) - step.done
            due = 0 if self.model_error else self._passages
            self._progress.reading(self._files, left, due, step.current, time.monotonic())
            self._report(step)

        self._unembedded = True
        self._upkeep.read(report, self._ending, pace)

    def embed(self) -> None:
        """Embed passages, then pictures, then read the text in pictures."""
        embedded = self._embedded
        self._sampled = True

        def report(step: Snapshot) -> None:
            now = time.monotonic()
            if step.phase == "embed":
                self._embedded = embedded + step.done
                self._progress.embedding(self._embedded, (step.total or step.done) - step.done, now)
            else:
                self._progress.looking(step.phase, step.current, now)
            self._report(step)

        def pace() -> bool:
            sampled = self._embedded - embedded >= _SAMPLE_PASSAGES and self._upkeep.pending() > 0
            return self._pace() and not sampled

        failed: KnownError | None = None
        for stage in (self._upkeep.embed, self._upkeep.see, self._upkeep.read_pictures):
            try:
                if not stage(report, self._ending, pace, self._meanwhile):
                    return
            except KnownError as error:
                if not error.code.startswith("model_"):
                    raise
                failed = failed or error
                self._tell(error.code, error.message if error.code == "model_missing" else str(error))
        self._unembedded, self.model_error = failed is not None, failed
        self._embed_at = time.monotonic() + _MODEL_AGAIN_S if failed else 0.0
