"""The question of a search view and its answers, of which only those to the newest question are heard of."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from app.bridge import Bridge, Ticket
from indexer.answers import Mode, Results
from indexer.client import Link
from indexer.errors import KnownError

_FIRST_LIMIT, _MORE, _MOST = 50, 4, 10_000
_PATIENCE_MS = 300
_PASSING = ("engine_gone", "engine_not_started", "engine_busy", "cancelled")
"""Codes of errors after which the same question is asked again once the engine is there."""


class Asking(QObject):
    """At most one question is with the engine. Main thread only.

    Attributes:
        text: what is asked; empty for nothing.
        mode: where it is looked for.

    Signals:
        answered: the results, and whether they are all: the answer by words comes before.
        failed: why there is no answer, a ``KnownError``; not told while the engine is only away.
        busy: True when an answer takes long, False when it is there.
    """

    answered = Signal(object, bool)
    failed = Signal(object)
    busy = Signal(bool)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._limit = _FIRST_LIMIT
        self._found = 0
        self._ticket: Ticket | None = None
        self._waits_for_engine = False
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(lambda: self.busy.emit(True))
        self.text = ""
        self.mode: Mode = "all"
        bridge.link_changed.connect(self._linked)

    def ask(self, text: str, mode: Mode | None = None) -> None:
        """Ask anew; an empty ``text`` asks nothing."""
        self.text, self.mode = text, mode or self.mode
        self._limit, self._found = _FIRST_LIMIT, 0
        self._begin()

    def ask_more(self) -> None:
        """Ask for more of the same, unless all of it came or is on its way."""
        if self._ticket is None and self._found >= self._limit and self._limit < _MOST:
            self._limit = min(_MORE * self._limit, _MOST)
            self._begin()

    def ask_again(self) -> None:
        """The same question, since there is more in the index now."""
        if self._ticket is None:
            self._begin()

    def _begin(self) -> None:
        self._end()
        self._waits_for_engine = False
        if self.text.strip():
            self._patience.start()
            self._ticket = self._bridge.search(
                self, self.text, limit=self._limit, mode=self.mode,
                first=lambda results: self.answered.emit(results, False), done=self._done, failed=self._failed,
            )

    def _end(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
        self._ticket = None
        self._patience.stop()
        self.busy.emit(False)

    def _done(self, results: Results) -> None:
        self._end()
        self._found = len(results.hits)
        self.answered.emit(results, True)

    def _failed(self, error: KnownError) -> None:
        self._end()
        self._waits_for_engine = error.code in _PASSING
        if not self._waits_for_engine:
            self.failed.emit(error)

    def _linked(self, link: Link) -> None:
        if link.state == "connected" and self._waits_for_engine:
            self._begin()
