"""One connection to the engine: requests out, each answer to whoever waits for it."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from typing import Any

from indexer.client.find import Reached
from indexer.errors import KnownError
from indexer.protocol import frames
from indexer.protocol import messages as m
from indexer.protocol.codec import MalformedError, typed
from indexer.protocol.wire import ClosedError

log = logging.getLogger(__name__)

_LOOK_SECONDS = 0.2


class _Call:
    """A request that waits for its answer; None in the queue says that there will be none."""

    def __init__(self, request: m.Request) -> None:
        self.request = request
        self.answers: queue.SimpleQueue[frames.Answer | None] = queue.SimpleQueue()


class Calls:
    """What asks and waits. Thread-safe; callbacks run in the thread that called, those of a subscription in ours.

    Args:
        tell: receives what the person should know although nothing failed.

    Attributes:
        lost: set when the connection has ended; whoever waits then, or asks later, gets KnownError engine_gone.
    """

    def __init__(self, reached: Reached, tell: Callable[[str], None]) -> None:
        self.lost = threading.Event()
        self._wire = reached.wire
        self._tell = tell
        self._sending = threading.Lock()
        self._lock = threading.Lock()
        self._calls: dict[int, _Call] = {}
        self._last_id = 0
        self._subscription: tuple[int, Callable[[dict[str, Any]], None]] | None = None
        self._reader = threading.Thread(target=self._receive, name="hunch-receive", daemon=True)
        self._reader.start()

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
