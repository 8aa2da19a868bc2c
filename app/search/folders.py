"""Folders that a search may be kept to."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.bridge import Bridge, Ticket
from indexer.query import parse


class Folders(QObject):
    """The chosen ones are known; those inside them are asked for as they are typed. Main thread only.

    Signals:
        found: more are known now.
    """

    found = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._paths: list[str] = []
        self._ticket: Ticket | None = None

    def paths(self) -> list[str]:
        """Database paths, the chosen folders first."""
        return list(dict.fromkeys([*self._bridge.roots, *self._paths]))

    def typed(self, text: str) -> None:
        """Ask for those that fit the last ``in:`` of a query."""
        if self._ticket is not None:
            self._ticket.cancel()
        if inside := parse(text).of("in"):
            part = inside[-1].value.replace("\\", "/").rpartition("/")[2]
            self._ticket = self._bridge.ask(
                self, lambda face: face.folders(part), self._answered, lambda error: None
            )

    def _answered(self, paths: list[str]) -> None:
        self._paths = paths
        self.found.emit()
