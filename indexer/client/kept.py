"""A connection that is made again whenever it is lost, for programs that stay."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from indexer.client.client import START_SECONDS, Client
from indexer.client.find import Reached, end_by_force, reach_or_start
from indexer.errors import KnownError
from indexer.protocol.card import Card
from indexer.runtime import Places

log = logging.getLogger(__name__)

_FIRST_PAUSE_SECONDS = 0.5
_LONGEST_PAUSE_SECONDS = 30.0
_STEADY_SECONDS = 60.0
_TRIES = 8
_LOOK_SECONDS = 2.0


State = Literal["connecting", "connected", "waiting", "ended", "failed"]


@dataclass(frozen=True, slots=True)
class Link:
    """How the connection stands.

    Attributes:
        state: connecting; connected; waiting (for the next try); ended (somebody quit the engine on purpose: it is not
            started again until ``retry``); failed (several tries in a row failed: the same).
        message: for the person; empty when there is nothing to say.
    """

    state: State
    message: str = ""


class KeptClient:
    """Keeps one ``Client`` connected, starting the engine when it is not there. Thread-safe.

    Args:
        tell, on_status: as in ``Client``.
        on_link: told each state of the connection, in a thread of ours.
    """

    def __init__(
        self, places: Places, *, tell: Callable[[str], None], on_link: Callable[[Link], None],
        on_status: Callable[[dict[str, Any]], None],
    ) -> None:
        self._places = places
        self._tell = tell
        self._on_link = on_link
        self._on_status = on_status
        self._client: Client | None = None
        self._closing = threading.Event()
        self._wake = threading.Event()
        self._thread = threading.Thread(target=self._keep, name="hunch-keep", daemon=True)
        self._thread.start()

    @property
    def client(self) -> Client:
        """The connection. Raises KnownError engine_gone while there is none."""
        client = self._client
        if client is None or client.lost.is_set():
            raise KnownError("engine_gone", "It is being started again.")
        return client

    def retry(self) -> None:
        """Try now, also after ended and failed."""
        self._wake.set()

    def restart(self) -> None:
        """End the engine, by force where it does not listen, and start another; takes seconds, not in a callback.

        Raises KnownError engine_busy when it cannot be ended.
        """
        end_by_force(self._places)
        self.retry()

    def close(self) -> None:
        """End the connection, not the engine; not in a callback."""
        self._closing.set()
        self._wake.set()
        if (client := self._client) is not None:
            client.close()
        self._thread.join()

    def _keep(self) -> None:
        failures = 0
        while not self._closing.is_set():
            self._show("connecting")
            try:
                reached = reach_or_start(self._places, START_SECONDS, self._closing.is_set)
                if reached is None:
                    return
                lasted = self._use(reached)
                problem = "The engine stopped."
            except KnownError as error:
                lasted, problem = 0.0, str(error)
            if self._closing.is_set():
                return
            # An engine that ends as it should takes this file away first.
            if lasted and not self._places.engine_json.exists():
                failures = 0
                self._rest("ended", "The engine was ended.")
                continue
            failures = 1 if lasted > _STEADY_SECONDS else failures + 1
            if failures == _TRIES:
                failures = 0
                self._rest("failed", f"{problem} It was tried {_TRIES} times.")
            else:
                self._show("waiting", problem)
                self._wake.wait(min(_FIRST_PAUSE_SECONDS * 2 ** (failures - 1), _LONGEST_PAUSE_SECONDS))
                self._wake.clear()

    def _use(self, reached: Reached) -> float:
        """Until the connection is lost; the seconds it lasted."""
        began = time.monotonic()
        client = self._client = Client(reached, self._places, self._tell)
        try:
            if not self._closing.is_set():
                client.subscribe(self._on_status)
                self._show("connected")
                client.lost.wait()
        except KnownError as error:
            log.info("the engine was lost at once: %s", error.code)
        finally:
            self._client = None
            client.close()
        return time.monotonic() - began

    def _rest(self, state: State, message: str) -> None:
        """Until ``retry``, or until somebody else started an engine."""
        self._show(state, message)
        before = Card.read(self._places)
        while not self._wake.wait(_LOOK_SECONDS) and Card.read(self._places) in (before, None):
            pass
        self._wake.clear()

    def _show(self, state: State, message: str = "") -> None:
        try:
            self._on_link(Link(state, message))
        except Exception:
            log.exception("a listener failed")
