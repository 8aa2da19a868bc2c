"""Requests, done by threads that do not wait for each other's kind of work."""

from __future__ import annotations

import logging
import threading
import time
import traceback
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any

from indexer.answers import Results, Snapshot
from indexer.errors import KnownError
from indexer.face import Face
from indexer.protocol import frames
from indexer.protocol import messages as m

log = logging.getLogger(__name__)

_SEARCHES = 4
_WAITING = 64
_PROGRESS_SECONDS = 0.1

COMMANDS = (m.Add, m.Remove, m.Index, m.Retry, m.Pause, m.Resume, m.FetchModel, m.ImportModel, m.UseModel,
            m.RemoveModel, m.VerifyModels)
_POOLS: dict[str, tuple[int, tuple[type[m.Request], ...]]] = {
    "search": (_SEARCHES, (m.Search, m.Similar)),
    "why": (2, (m.Explain,)),
    "evaluate": (1, (m.Evaluate,)),
    "duplicates": (1, (m.GetDuplicates,)),
    "index": (_WAITING, (m.Index,)),
    "models": (1, (m.FetchModel, m.ImportModel, m.RemoveModel, m.VerifyModels)),
    "change": (1, (m.Add, m.Remove, m.Retry, m.UseModel, m.ChangeSettings)),
    "details": (2, (m.GetDetails,)),
    "views": (2, (m.GetViews,)),
    "page": (2, (m.GetPage,)),
    "measure": (2, (m.Measure,)),
    "files": (2, (m.GetRecent, m.GetFolders, m.CountHidden)),
}
_POOL_OF = {kind: name for name, (_, kinds) in _POOLS.items() for kind in kinds}
"""Every other request is quick and has a thread for all."""


class Job:
    """One request in hand. ``stop`` is set when its answer is no longer wanted.

    Args:
        event: sends an event of it.
        newest: sends an event that replaces an earlier one of its kind; not more often than each so many seconds.
        answer: sends the last word on it, a frame.
    """

    def __init__(
        self, id: int, request: m.Request, event: Callable[[m.Event], None],
        newest: Callable[[m.Event, float], None], answer: Callable[[bytes], None],
    ) -> None:
        self.id = id
        self.request = request
        self.stop = threading.Event()
        self._event = event
        self._newest = newest
        self._answer = answer

    def run(self, face: Face) -> None:
        """Do it and answer. Raises nothing."""
        try:
            self._check()
            frame = frames.encode_answer(self.id, self._ask(face))
        except KnownError as error:
            frame = frames.encode_error(self.id, error)
        except Exception as error:
            # Without the exception's own text, which may quote a document or a question.
            where = "".join(traceback.format_tb(error.__traceback__))
            log.error("%s failed: %s\n%s", self.request.op, type(error).__name__, where)
            known = KnownError("engine_failed", f"It could not do this ({type(error).__name__}); its log says where.")
            frame = frames.encode_error(self.id, known)
        self._answer(frame)

    def _ask(self, face: Face) -> Any:
        match self.request:
            case m.Search() as r:
                return face.search(r.query, limit=r.limit, mode=r.mode, kinds=r.kinds, folder=r.folder,
                                   first=self._found if r.first else None)
            case m.Similar(path, limit):
                return face.similar(path, limit=limit)
            case m.Explain(path, query):
                return face.why(path, query)
            case m.GetDuplicates(alike, limit):
                return face.duplicates(alike, limit)
            case m.Evaluate(queries, modes, seed):
                return face.evaluate(queries, modes, seed, self._asked, self.stop)
            case m.GetDetails(path):
                return face.details(path)
            case m.GetViews(names):
                return face.views(names)
            case m.GetPage(path, number, width, passage):
                return face.page(path, number, width, passage)
            case m.GetRecent(limit):
                return face.recent(limit)
            case m.GetFolders(part, limit):
                return face.folders(part, limit)
            case m.Measure(path):
                return face.measure(path, self.stop)
            case m.CountHidden(patterns):
                return face.hidden(patterns)
            case m.WarmUp():
                face.warm_up()
            case m.GetStatus():
                return face.status()
            case m.GetProblems():
                return face.problems()
            case m.Retry(paths):
                return face.retry(paths)
            case m.GetModels():
                return face.models()
            case m.Add(path):
                face.add(path)
            case m.Remove(path):
                face.remove(path)
            case m.Index(paths):
                face.index(paths, self._step, self.stop)
            case m.Pause(minutes):
                face.pause(minutes)
            case m.Resume():
                face.resume()
            case m.GetSettings():
                return face.settings_in_force()
            case m.ChangeSettings(values):
                return face.change_settings(values)
            case m.FetchModel(model_id):
                face.fetch_model(model_id, self._fetched)
            case m.ImportModel(model_id, path):
                face.import_model(model_id, path)
            case m.UseModel(model_id):
                face.use_model(model_id)
            case m.RemoveModel(model_id):
                face.remove_model(model_id)
            case m.VerifyModels(model_id):
                return face.verify_models(model_id)
            case _:
                raise NotImplementedError(self.request.op)
        return None

    def _check(self) -> None:
        if self.stop.is_set():
            raise cancelled()

    def _found(self, results: Results) -> None:
        self._event(m.Found(results))

    def _step(self, snapshot: Snapshot) -> None:
        self._newest(m.Step(snapshot), _PROGRESS_SECONDS)

    def _asked(self, done: int, total: int) -> None:
        self._newest(m.Asked(done, total), _PROGRESS_SECONDS)

    def _fetched(self, done: int, total: int) -> None:
        # The only way to end a download from outside.
        self._check()
        self._newest(m.Fetched(done, total), _PROGRESS_SECONDS)


class Work:
    """The threads. Thread-safe."""

    def __init__(self, face: Face) -> None:
        self._face = face
        self._lock = threading.Lock()
        self._running: set[Future[None]] = set()
        self._pools = {name: ThreadPoolExecutor(size, f"hunch-{name}") for name, (size, _) in _POOLS.items()}
        self._pools["look"] = ThreadPoolExecutor(1, "hunch-look")

    def start(self, job: Job) -> Future[None]:
        """Do it when its turn comes; the future can be cancelled until then. Raises KnownError engine_gone."""
        try:
            future = self._pools[_POOL_OF.get(type(job.request), "look")].submit(job.run, self._face)
        except RuntimeError as error:
            raise KnownError("engine_gone", "It is being ended.") from error
        with self._lock:
            self._running.add(future)
        future.add_done_callback(self._done)
        return future

    def close(self, until: float) -> None:
        """Start nothing more and wait until ``until`` (``time.monotonic``) for what runs to end."""
        for pool in self._pools.values():
            pool.shutdown(wait=False, cancel_futures=True)
        with self._lock:
            running = set(self._running)
        left = wait(running, max(0.0, until - time.monotonic())).not_done
        if left:
            log.warning("%d requests did not end in time", len(left))
            return
        for pool in self._pools.values():
            pool.shutdown(wait=True)

    def _done(self, future: Future[None]) -> None:
        with self._lock:
            self._running.discard(future)


def cancelled() -> KnownError:
    """The answer to a request that was called off."""
    return KnownError("cancelled", "It was called off.")
