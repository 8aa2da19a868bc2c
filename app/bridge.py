"""The engine as the window sees it: asked from the main thread, answering there, never waited for."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import Any, Literal, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from shiboken6 import isValid

from app import words
from app.engine_words import told
from app.lanes import Lane
from indexer.answers import Results
from indexer.client import Link
from indexer.errors import KnownError
from indexer.face import Face
from indexer.paths import to_text

log = logging.getLogger(__name__)

T = TypeVar("T")
Name = Literal["search", "look", "change", "long"]

_THREADS: dict[Name, int] = {"search": 2, "look": 4, "change": 1, "long": 2}
_OWN_THREADS = 4
_STALL_SECONDS = 8.0
_LOOK_MS = 1_000
_LAST_CHANGES_S = 5.0


class Engine(Face, Protocol):
    """A connection to the engine."""

    def cancel_searches(self) -> None:
        """Let all searches that wait now end with KnownError cancelled."""

    def quit_engine(self) -> None:
        """End the engine; returns when it has ended."""


class Connection(Protocol):
    """Keeps a connection; ``indexer.client.KeptClient`` is one."""

    @property
    def client(self) -> Engine:
        """Raises KnownError engine_gone while there is none."""

    def retry(self) -> None:
        """Connect now."""

    def restart(self) -> None:
        """End an engine that hangs, and start another; may take seconds."""

    def close(self) -> None:
        """End the connection."""


class Connect(Protocol):
    """Makes the connection; its listeners are called in threads of its own."""

    def __call__(
        self, *, tell: Callable[[str], None], on_link: Callable[[Link], None],
        on_status: Callable[[dict[str, Any]], None],
    ) -> Connection: ...


class Ticket:
    """Something asked for. After ``cancel`` nobody hears of it any more; main thread only."""

    def __init__(self, owner: QObject) -> None:
        self._owner = owner
        self.cancelled = False

    def cancel(self) -> None:
        """Nobody wants the answer any more."""
        self.cancelled = True

    @property
    def wanted(self) -> bool:
        """Whether somebody is there to take the answer."""
        return not self.cancelled and isValid(self._owner)


class _CalledOffError(Exception):
    pass


def _ignore(_: object) -> None:
    pass


class Bridge(QObject):
    """Main thread only, but for what is said otherwise. Callbacks come on the main thread.

    Signals:
        link_changed: the ``Link`` to the engine.
        status_changed: the documented object of ``hunch status --json``.
        noticed: a sentence for the person.
        stalled: True when a search has had no answer for eight seconds, False when answers come again.
    """

    link_changed = Signal(object)
    status_changed = Signal(object)
    noticed = Signal(str)
    stalled = Signal(bool)
    _posted = Signal(object)

    def __init__(self, connect: Connect, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.link = Link("connecting")
        self.status: dict[str, Any] = {}
        self._is_stalled = False
        self._waiting_since: dict[Ticket, float] = {}
        self._searches: dict[int, Ticket] = {}
        self._lanes = {name: Lane(name, threads) for name, threads in _THREADS.items()}
        self._own = Lane("own", _OWN_THREADS)
        self._control = Lane("control", 1)
        self._posted.connect(self._run, Qt.ConnectionType.QueuedConnection)
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look_for_stall)
        self._timer.start()
        self._connection = connect(
            tell=lambda text: self._post(lambda: self.noticed.emit(told(text))),
            on_link=lambda link: self._post(lambda: self._linked(link)),
            on_status=lambda status: self._post(lambda: self._told(status)),
        )

    @property
    def roots(self) -> list[str]:
        """Database paths of the chosen folders, as last told."""
        return [to_text(root["path"]) for root in self.status.get("roots", ())]

    def ask(
        self, owner: QObject, call: Callable[[Face], T], done: Callable[[T], None] = _ignore,
        failed: Callable[[KnownError], None] | None = None, *, lane: Name = "look",
    ) -> Ticket:
        """Let ``call`` ask the engine in a thread of ``lane``; then ``done`` or ``failed``.

        Neither is called once the ticket is cancelled or ``owner`` is gone. Without ``failed`` what went wrong is
        told by ``noticed``.
        """
        ticket = Ticket(owner)
        refused = failed or (lambda error: self.noticed.emit(words.explained(error.code)))
        self._lanes[lane].put(lambda: self._do(ticket, lambda: call(self._connection.client), done, refused))
        return ticket

    def search(
        self, owner: QObject, query: str, *, limit: int = 50, mode: str = "all", first: Callable[[Results], None],
        done: Callable[[Results], None], failed: Callable[[KnownError], None],
    ) -> Ticket:
        """Search; ``first`` may come before ``done`` with what names and words gave. Ends ``owner``'s earlier one."""
        earlier = self._searches.get(id(owner))
        if earlier is not None and earlier in self._waiting_since:
            earlier.cancel()
            self._control.put(self._cancel_searches)
        ticket = self._searches[id(owner)] = Ticket(owner)
        self._waiting_since[ticket] = time.monotonic()

        def found(results: Results) -> None:
            self._post(lambda: first(results) if ticket.wanted else None)

        def call() -> Results:
            # Calling off ends the searches of all owners; whoever still wants its answer asks again.
            while True:
                try:
                    return self._connection.client.search(query, limit=limit, mode=mode, first=found)
                except KnownError as error:
                    if error.code != "cancelled" or not ticket.wanted:
                        raise

        self._lanes["search"].put(lambda: self._do(ticket, call, done, failed))
        return ticket

    def fetch_model(
        self, owner: QObject, model_id: str, progress: Callable[[int, int], None], done: Callable[[], None],
        failed: Callable[[KnownError], None],
    ) -> Ticket:
        """Install a model; ``progress`` gets bytes done and in all. Cancelling ends the download, not what is here."""
        ticket = Ticket(owner)

        def fetched(here: int, total: int) -> None:
            if not ticket.wanted:
                raise _CalledOffError
            self._post(lambda: progress(here, total) if ticket.wanted else None)

        self._lanes["long"].put(lambda: self._do(
            ticket, lambda: self._connection.client.fetch_model(model_id, fetched), lambda _: done(), failed
        ))
        return ticket

    def work(
        self, owner: QObject, call: Callable[[], T], done: Callable[[T], None] = _ignore,
        failed: Callable[[OSError], None] | None = None,
    ) -> Ticket:
        """Let ``call`` do in a thread what may wait for a disk or another program; then ``done`` or ``failed``."""
        ticket = Ticket(owner)

        def job() -> None:
            if not ticket.wanted:
                return
            try:
                value = call()
            except OSError as error:
                reason = error
                self._post(lambda: failed(reason) if failed and ticket.wanted else None)
            except Exception as error:
                # Not the error's own text, which may name files of the person.
                log.error("work of the window failed: %s", type(error).__name__)
            else:
                self._post(lambda: done(value) if ticket.wanted else None)

        self._own.put(job)
        return ticket

    def retry(self) -> None:
        """Connect now, also after the engine was ended on purpose."""
        self._connection.retry()

    def restart_engine(self) -> None:
        """End the engine, which hangs, and start another."""
        self._control.put(self._restart)

    def end_engine(self, then: Callable[[], None]) -> None:
        """End the engine, then go on with ``then``, also where it could not be ended."""

        def end() -> None:
            try:
                self._connection.client.quit_engine()
            except KnownError as error:
                log.info("the engine was not ended: %s", error.code)
            self._post(then)

        self._lanes["change"].put(end)

    def close(self) -> None:
        """End the connection once the changes asked for are with the engine, or after some seconds; it goes on."""
        self._timer.stop()
        for lane in (*self._lanes.values(), self._own, self._control):
            lane.close()
        self._lanes["change"].wait(_LAST_CHANGES_S)
        self._connection.close()

    def _do(
        self, ticket: Ticket, call: Callable[[], T], done: Callable[[T], None], failed: Callable[[KnownError], None]
    ) -> None:
        """In a thread of a lane."""
        if not ticket.wanted:
            self._post(lambda: self._answered(ticket))
            return
        try:
            value = call()
        except KnownError as error:
            reason = error
            self._post(lambda: self._answer(ticket, failed, reason))
        except _CalledOffError:
            self._post(lambda: self._answered(ticket))
        except Exception as error:
            log.error("asking the engine failed: %s", type(error).__name__)
            mistake = KnownError("engine_failed", "Its log may say more.")
            self._post(lambda: self._answer(ticket, failed, mistake))
        else:
            self._post(lambda: self._answer(ticket, done, value))

    def _answer(self, ticket: Ticket, take: Callable[[T], None], value: T) -> None:
        self._answered(ticket)
        if ticket.wanted:
            take(value)

    def _answered(self, ticket: Ticket) -> None:
        self._waiting_since.pop(ticket, None)
        self._look_for_stall()

    def _cancel_searches(self) -> None:
        try:
            self._connection.client.cancel_searches()
        except KnownError:
            log.debug("no search to call off")

    def _restart(self) -> None:
        try:
            self._connection.restart()
        except KnownError as error:
            reason = error
            self._post(lambda: self.noticed.emit(words.explained(reason.code)))

    def _linked(self, link: Link) -> None:
        self.link = link
        self.link_changed.emit(link)

    def _told(self, status: dict[str, Any]) -> None:
        self.status = status
        self.status_changed.emit(status)

    def _look_for_stall(self) -> None:
        oldest = min(self._waiting_since.values(), default=time.monotonic())
        is_stalled = time.monotonic() - oldest > _STALL_SECONDS
        if is_stalled != self._is_stalled:
            self._is_stalled = is_stalled
            self.stalled.emit(is_stalled)

    def _post(self, job: Callable[[], object]) -> None:
        """Any thread."""
        if isValid(self):
            self._posted.emit(job)

    @Slot(object)
    def _run(self, job: Callable[[], object]) -> None:
        job()
