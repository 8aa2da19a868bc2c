"""One connection to the engine."""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable, Sequence
from typing import Any, cast, get_args

from indexer.answers import Mode, Problem, Results, Snapshot
from indexer.client.find import Reached, reach, reach_or_start
from indexer.errors import KnownError
from indexer.protocol import frames
from indexer.protocol import messages as m
from indexer.protocol.card import Card
from indexer.protocol.codec import MalformedError, typed
from indexer.protocol.wire import ClosedError
from indexer.runtime import Places, WriterLock

log = logging.getLogger(__name__)

START_SECONDS = 20.0
_QUIT_SECONDS = 30.0
_LOOK_SECONDS = 0.2
_SEARCHES = (m.Search, m.Similar)


class _Call:
    """A request that waits for its answer; None in the queue says that there will be none."""

    def __init__(self, request: m.Request) -> None:
        self.request = request
        self.answers: queue.SimpleQueue[frames.Answer | None] = queue.SimpleQueue()


class Client:
    """A ``Face``. Thread-safe; callbacks run in the thread that called, those of ``subscribe`` in one of ours.

    Every method raises KnownError engine_gone once the connection is lost, also those that are waiting then.
    """

    def __init__(self, reached: Reached, places: Places, tell: Callable[[str], None]) -> None:
        self.version = reached.version
        self.lost = threading.Event()
        self._wire = reached.wire
        self._pid = reached.pid
        self._places = places
        self._tell = tell
        self._sending = threading.Lock()
        self._lock = threading.Lock()
        self._calls: dict[int, _Call] = {}
        self._last_id = 0
        self._subscription: tuple[int, Callable[[dict[str, Any]], None]] | None = None
        self._reader = threading.Thread(target=self._receive, name="hunch-receive", daemon=True)
        self._reader.start()

    @classmethod
    def connect(
        cls, places: Places, tell: Callable[[str], None], *, start: bool = False, wait_s: float = START_SECONDS
    ) -> Client | None:
        """A connection to the engine of a data folder.

        Args:
            tell: receives what the person should know although nothing failed; of a command in hand in the thread
                that called, else in one of ours, where it must not call the client.
            start: start an engine if none runs, and wait until it answers, ``wait_s`` seconds at most.

        Returns:
            None when no engine answers and none is to be started.

        Raises:
            KnownError: protocol when the engine is of another version; with ``start`` also engine_not_started,
                index_busy, read_only, not_a_folder.
        """
        reached = reach_or_start(places, wait_s) if start else reach(places)
        return None if reached is None else cls(reached, places, tell)

    def search(
        self, query: str, *, limit: int = 10, mode: str = "all", kinds: frozenset[str] | None = None,
        folder: str | None = None, first: Callable[[Results], None] | None = None,
    ) -> Results:
        """As ``Face.search``; also raises KnownError cancelled, see ``cancel_searches``."""
        if mode not in get_args(Mode):
            raise ValueError(f"mode must be one of {', '.join(get_args(Mode))}, not {mode!r}")

        def found(event: m.Event) -> None:
            if first is not None and isinstance(event, m.Found):
                first(event.results)

        request = m.Search(query, limit, cast(Mode, mode), kinds, folder, first is not None)
        answer: Results = self._ask(request, found)
        return answer

    def similar(self, path: str, *, limit: int = 10) -> Results:
        answer: Results = self._ask(m.Similar(path, limit))
        return answer

    def cancel_searches(self) -> None:
        """Let all searches that wait now end with KnownError cancelled: nobody wants their answers any more."""
        with self._lock:
            ids = [id for id, call in self._calls.items() if isinstance(call.request, _SEARCHES)]
        for id in ids:
            self._post(m.Cancel(id))

    def warm_up(self) -> None:
        self._ask(m.WarmUp())

    def status(self) -> dict[str, Any]:
        answer: dict[str, Any] = self._ask(m.GetStatus())
        return answer

    def problems(self) -> list[Problem]:
        answer: list[Problem] = self._ask(m.GetProblems())
        return answer

    def retry(self, paths: Sequence[str]) -> int:
        answer: int = self._ask(m.Retry(tuple(paths)))
        return answer

    def models(self) -> list[dict[str, Any]]:
        answer: list[dict[str, Any]] = self._ask(m.GetModels())
        return answer

    def add(self, path: str) -> None:
        self._ask(m.Add(path))

    def remove(self, path: str) -> None:
        self._ask(m.Remove(path))

    def index(self, paths: Sequence[str], report: Callable[[Snapshot], None], stop: threading.Event) -> None:
        """As ``Face.index``. ``stop`` ends the waiting; the engine goes on with what it has to do."""

        def step(event: m.Event) -> None:
            if isinstance(event, m.Step):
                report(event.snapshot)

        try:
            self._ask(m.Index(tuple(paths)), step, stop)
        except KnownError as error:
            if error.code != "cancelled" or not stop.is_set():
                raise

    def pause(self, minutes: float | None) -> None:
        self._ask(m.Pause(minutes))

    def resume(self) -> None:
        self._ask(m.Resume())

    def settings_in_force(self) -> dict[str, Any]:
        answer: dict[str, Any] = self._ask(m.GetSettings())
        return answer

    def fetch_model(self, model_id: str, progress: Callable[[int, int], None]) -> None:
        def fetched(event: m.Event) -> None:
            if isinstance(event, m.Fetched):
                progress(event.done, event.total)

        self._ask(m.FetchModel(model_id), fetched)

    def import_model(self, model_id: str, path: str) -> None:
        self._ask(m.ImportModel(model_id, path))

    def use_model(self, model_id: str) -> None:
        self._ask(m.UseModel(model_id))

    def remove_model(self, model_id: str) -> None:
        self._ask(m.RemoveModel(model_id))

    def verify_models(self, model_id: str | None) -> list[str]:
        answer: list[str] = self._ask(m.VerifyModels(model_id))
        return answer

    def subscribe(self, on_status: Callable[[dict[str, Any]], None]) -> None:
        """Hear of every change of the status, now and at most four times a second; replaces an earlier subscription.

        ``on_status`` runs in one of our threads and must not call the client.
        """
        with self._lock:
            self._last_id += 1
            self._subscription = self._last_id, on_status
            id = self._last_id
        self._ask(m.Subscribe(), id=id)

    def unsubscribe(self) -> None:
        """Hear no more of the status."""
        with self._lock:
            self._subscription = None
        self._ask(m.Unsubscribe())

    def quit_engine(self) -> None:
        """End the engine; returns when it has really ended. Raises KnownError engine_busy when it does not."""
        self._ask(m.Quit())
        end = time.monotonic() + _QUIT_SECONDS
        self.lost.wait(_QUIT_SECONDS)
        while WriterLock.is_held(self._places):
            card = Card.read(self._places)
            if card is not None and card.pid != self._pid:
                return
            if time.monotonic() > end:
                raise KnownError("engine_busy", f"It did not end yet. Wait, or end process {self._pid}.")
            time.sleep(_LOOK_SECONDS / 4)

    def close(self) -> None:
        """End the connection; not in a callback."""
        self._wire.end()
        self._reader.join()
        self._wire.close()

    def _ask(
        self, request: m.Request, on_event: Callable[[m.Event], None] | None = None,
        stop: threading.Event | None = None, id: int | None = None,
    ) -> Any:
        call = _Call(request)
        with self._lock:
            if id is None:
                self._last_id += 1
                id = self._last_id
            if self.lost.is_set():
                raise _gone()
            self._calls[id] = call
        try:
            self._send(id, request)
            return self._answer(id, call, on_event, stop)
        except BaseException:
            # Interrupted, or a callback failed: nobody waits any more.
            if id in self._calls:
                self._post(m.Cancel(id))
            raise
        finally:
            with self._lock:
                self._calls.pop(id, None)

    def _answer(
        self, id: int, call: _Call, on_event: Callable[[m.Event], None] | None, stop: threading.Event | None
    ) -> Any:
        called_off = False
        while True:
            if stop is not None and stop.is_set() and not called_off:
                called_off = True
                self._post(m.Cancel(id))
            try:
                # In turns, since a wait without end cannot be interrupted everywhere.
                answer = call.answers.get(timeout=_LOOK_SECONDS)
            except queue.Empty:
                continue
            if answer is None:
                raise _gone()
            if isinstance(answer.event, m.Notice):
                self._tell(answer.event.text)
            elif answer.event is not None:
                if on_event is not None and not called_off:
                    on_event(answer.event)
            else:
                with self._lock:
                    self._calls.pop(id, None)
                if answer.error is not None:
                    raise answer.error
                return _checked(call.request, answer.value)

    def _post(self, request: m.Request) -> None:
        """Send what needs no answer; nothing happens when the connection is lost."""
        with self._lock:
            self._last_id += 1
            id = self._last_id
        try:
            self._send(id, request)
        except KnownError:
            log.debug("nobody to post to")

    def _send(self, id: int, request: m.Request) -> None:
        frame = frames.encode_request(id, request)
        try:
            with self._sending:
                self._wire.send(frame)
        except ClosedError as end:
            raise _gone() from end

    def _receive(self) -> None:
        try:
            while True:
                self._deliver(frames.decode_answer(self._wire.receive(frames.REPLY_BYTES)))
        except ClosedError as end:
            log.debug("the connection to the engine ended: %s", end)
        except MalformedError as error:
            log.warning("the engine sent what cannot be understood: %s", error)
            self._wire.end()
        with self._lock:
            self.lost.set()
            calls = list(self._calls.values())
        for call in calls:
            call.answers.put(None)

    def _deliver(self, answer: frames.Answer) -> None:
        with self._lock:
            subscription, call = self._subscription, self._calls.get(-1 if answer.id is None else answer.id)
        if answer.event is not None and subscription is not None and answer.id == subscription[0]:
            try:
                match answer.event:
                    case m.Changed(status):
                        subscription[1](status)
                    case m.Notice(text):
                        self._tell(text)
            except Exception:
                log.exception("a subscriber failed")
        elif call is not None:
            call.answers.put(answer)
        elif answer.id is None and answer.error is not None:
            log.warning("the engine refused a request: %s", answer.error.message)


def _checked(request: m.Request, value: Any) -> Any:
    try:
        return typed(request.answer, value, "answer")
    except MalformedError as error:
        raise KnownError("protocol", f"Quit the engine and try again ({error}).") from error


def _gone() -> KnownError:
    return KnownError("engine_gone", "Try again; it is started when it is needed.")
