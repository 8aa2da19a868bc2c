"""The engine's settings as the page holds them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from app.bridge import Bridge
from indexer.client import Link


class EngineValues(QObject):
    """The values in force, also when somebody edited the file meanwhile. Main thread only.

    Signals:
        loaded: the values may be others now.
        refused: name of a setting that stays as it is, and the KnownError.
    """

    loaded = Signal()
    refused = Signal(str, object)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._values: dict[str, Any] = {}
        bridge.link_changed.connect(self._linked)

    @property
    def is_known(self) -> bool:
        """Whether the engine has told them."""
        return bool(self._values)

    def value(self, name: str) -> Any:
        """In force now. KeyError before ``is_known``, or for a name that does not exist."""
        return self._values[name]

    def look(self) -> None:
        """Ask which values are in force."""
        self._bridge.ask(self, lambda face: face.settings_in_force(), self._took, lambda error: None)

    def set(self, name: str, value: object) -> None:
        """Change one at once."""
        if self._values.get(name) == value:
            return

        self._bridge.ask(
            self, lambda face: face.change_settings({name: value}), self._took,
            lambda error: self.refused.emit(name, error), lane="change",
        )

    def _took(self, values: dict[str, Any]) -> None:
        self._values = values
        self.loaded.emit()

    def _linked(self, link: Link) -> None:
        if link.state == "connected":
            self.look()
