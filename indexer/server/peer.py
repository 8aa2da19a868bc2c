"""One client as the engine sees it."""

from __future__ import annotations

import contextlib
import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import Any

from indexer.errors import KnownError
from indexer.protocol import frames
from indexer.protocol import messages as m
from indexer.protocol.wire import ClosedError, Hello, Wire
from indexer.server.outbox import Outbox
from indexer.server.work import COMMANDS, Job, Work, cancelled

log = logging.getLogger(__name__)

STATUS_SECONDS = 0.25
IN_HAND = 32
FRAME_SECONDS = 10.0
FULL_SECONDS = 10.0


class Peer:
    """Reads requests in one thread and sends in another. Whatever the client does, only its own connection ends.

    Args:
        subscribed: called when the client wants to hear of the status.
        quit_asked: called when the client wants the engine to end.
    """

    def __init__(self, wire: Wire, work: Work, subscribed: Callable[[], None], quit_asked: Callable[[], None]) -> None:
        self._wire = wire
        self._work = work
        self._subscribed = subscribed
        self._quit_asked = quit_asked
        self._outbox = Outbox()
        self._writer = threading.Thread(target=self._send, name="hunch-send", daemon=True)
        self._lock = threading.Lock()
        self._jobs: dict[int, Job] = {}
        self._futures: dict[Job, Future[None]] = {}
        self._in_hand = 0
        self._subscription: int | None = None
        self._shown: dict[str, Any] | None = None
        self._frame_since: float | None = None
        self._fault = ""

    def serve(self, key: bytes, hello: Hello) -> None:
        """Until the connection ends. Raises nothing that the client could cause."""
        try:
            self._wire.greet(key, hello)
            self._writer.start()
            while True:
                self._outbox.wait_for_room()
                self._wire.wait()
                self._frame_since = time.monotonic()
                frame = self._wire.receive(frames.REQUEST_BYTES)
                self._frame_since = None
                self._take(frame)
        except ClosedError as end:
            usual = end.is_plain and not self._in_hand and not self._fault
            log.log(logging.DEBUG if usual else logging.INFO, "a client's connection ended (%s), %d requests in hand",
                    self._fault or end, self._in_hand)
        finally:
            self.drop_work(None)
            self._outbox.finish()
            self._wire.end()
            if self._writer.ident is not None:
                self._writer.join()
            self._wire.close()

    @property
    def is_subscribed(self) -> bool:
        """Whether it wants to hear of the status."""
        return self._subscription is not None

    def show(self, status: dict[str, Any]) -> None:
        """Send the status to a subscriber that does not know it yet."""
        with self._lock:
            id = self._subscription
            if id is None or status == self._shown:
                return
            frame = frames.encode_event(id, m.Changed(status))
            self._outbox.offer((id, "changed"), lambda: frame, STATUS_SECONDS)
            self._shown = status

    def tell(self, message: str) -> None:
        """Send a notice if the client has a command in hand or is subscribed."""
        with self._lock:
            commands = [id for id, job in self._jobs.items() if isinstance(job.request, COMMANDS)]
            id = min(commands, default=self._subscription)
            if id is not None and not self._outbox.full_for(time.monotonic()):
                self._outbox.put(frames.encode_event(id, m.Notice(message)))

    def check(self, now: float) -> None:
        """End the connection when the client left a frame half-sent or has not read for too long."""
        since = self._frame_since
        if since is not None and now - since > FRAME_SECONDS:
            self._fault = f"half a message for {FRAME_SECONDS:.0f} seconds"
        elif self._outbox.full_for(now) > FULL_SECONDS:
            self._fault = f"nothing read for {FULL_SECONDS:.0f} seconds"
        if self._fault:
            self._wire.end()

    def drop_work(self, error: KnownError | None) -> None:
        """Answer all that is in hand with ``error``, or not at all, and let the work end."""
        with self._lock:
            jobs = list(self._jobs.values())
            self._subscription = None
        for job in jobs:
            self._call_off(job, error)

    def finish(self, until: float) -> None:
        """Send what is ready, until ``until`` (``time.monotonic``) at most, then end the connection."""
        self._outbox.finish()
        if self._writer.ident is not None:
            self._writer.join(max(0.0, until - time.monotonic()))
        self._wire.end()

    def _send(self) -> None:
        with contextlib.suppress(ClosedError):
            while (frame := self._outbox.take()) is not None:
                self._wire.send(frame)
        self._outbox.finish()
        self._wire.end()

    def _take(self, frame: bytes) -> None:
        try:
            id, request = frames.decode_request(frame)
        except frames.BadRequestError as bad:
            self._outbox.put(frames.encode_error(bad.id, bad.error))
            return
        try:
            self._begin(id, request)
        except KnownError as error:
            self._outbox.put(frames.encode_error(id, error))

    def _begin(self, id: int, request: m.Request) -> None:
        match request:
            case m.Cancel(target):
                if job := self._jobs.get(target):
                    self._call_off(job, cancelled())
            case m.Subscribe():
                with self._lock:
                    self._end_subscription()
                    self._subscription = id
            case m.Unsubscribe():
                with self._lock:
                    self._end_subscription()
            case m.Quit():
                pass
            case _:
                self._start(id, request)
                return
        self._outbox.put(frames.encode_answer(id, None))
        if isinstance(request, m.Subscribe):
            self._subscribed()
        elif isinstance(request, m.Quit):
            self._quit_asked()

    def _start(self, id: int, request: m.Request) -> None:
        with self._lock:
            if id in self._jobs or id == self._subscription:
                raise KnownError("protocol", "The id of a request is in use already.")
            if self._in_hand >= IN_HAND:
                raise KnownError("engine_busy", f"{IN_HAND} requests are in hand; wait for an answer first.")
            job = self._job(id, request)
            self._jobs[id] = job
            self._in_hand += 1
        try:
            future = self._work.start(job)
        except KnownError:
            self._forget(job)
            self._ended()
            raise
        with self._lock:
            if self._jobs.get(id) is job:
                self._futures[job] = future
        future.add_done_callback(lambda _: self._ended())

    def _job(self, id: int, request: m.Request) -> Job:
        def event(event: m.Event) -> None:
            with self._lock:
                if self._jobs.get(id) is job:
                    self._outbox.put(frames.encode_event(id, event))

        def newest(event: m.Event, every_s: float) -> None:
            with self._lock:
                if self._jobs.get(id) is job:
                    self._outbox.offer((id, type(event).__name__), partial(frames.encode_event, id, event), every_s)

        job = Job(id, request, event, newest, lambda frame: self._answer(job, frame))
        return job

    def _answer(self, job: Job, frame: bytes | None) -> None:
        """Unless it was answered already; in silence without a frame."""
        if self._forget(job):
            self._outbox.settle(job.id, frame)

    def _call_off(self, job: Job, error: KnownError | None) -> None:
        with self._lock:
            future = self._futures.get(job)
        self._answer(job, None if error is None else frames.encode_error(job.id, error))
        job.stop.set()
        if future is not None:
            future.cancel()

    def _forget(self, job: Job) -> bool:
        with self._lock:
            self._futures.pop(job, None)
            return self._jobs.get(job.id) is job and self._jobs.pop(job.id) is job

    def _ended(self) -> None:
        with self._lock:
            self._in_hand -= 1

    def _end_subscription(self) -> None:
        if self._subscription is not None:
            self._outbox.settle(self._subscription, None)
        self._subscription, self._shown = None, None
