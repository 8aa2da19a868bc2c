"""What the window remembers from one day to the next."""

from __future__ import annotations

import json
from typing import TypeVar, cast

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from indexer.runtime import Places

MOST_SEARCHES = 200
KEEP_SEARCHES = "keep_searches"
"""Name of the value that says whether searches are remembered; True unless the person said no."""

_SEARCHES = "searches"

V = TypeVar("V", str, int, float, bool, QByteArray)


class Memory(QObject):
    """Values by name and the searches made, in ``window.ini`` in the data folder. Main thread only.

    Written soon after a change and at the end, whole or not at all. What cannot be read counts as not there; when the
    disk is full or read-only nothing is remembered and nothing fails.

    Signals:
        changed: the name of the value that is different now; of the searches it is ``searches``.
    """

    changed = Signal(str)

    def __init__(self, places: Places, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.places = places
        self._settings = QSettings(str(places.data / "window.ini"), QSettings.Format.IniFormat, self)
        self._settings.setAtomicSyncRequired(True)
        self._searches = self._read_searches()

    def value(self, name: str, default: V) -> V:
        """What was remembered under ``name`` if it is of ``default``'s type, else ``default``."""
        kept = self._settings.value(name)
        if kept is None:
            return default
        if isinstance(default, bool):
            return {"true": True, "false": False}.get(str(kept).lower(), default)
        if isinstance(default, QByteArray):
            return kept if isinstance(kept, QByteArray) else default
        try:
            return type(default)(kept)
        except (TypeError, ValueError):
            return default

    def set_value(self, name: str, value: str | int | float | bool | QByteArray) -> None:
        """Remember ``value`` under ``name``."""
        if self._settings.value(name) != value:
            self._settings.setValue(name, value)
            self.changed.emit(name)
        if name == KEEP_SEARCHES and not value:
            self.forget_searches()

    @property
    def searches(self) -> tuple[str, ...]:
        """What was searched for, the latest first."""
        return self._searches

    def remember_search(self, text: str) -> None:
        """Put ``text`` first, unless it is empty or searches are not to be remembered."""
        text = " ".join(text.split())
        if text and self.value(KEEP_SEARCHES, True) and self._searches[:1] != (text,):
            self._keep((text, *(one for one in self._searches if one != text))[:MOST_SEARCHES])

    def forget_search(self, text: str) -> None:
        """Take one search out."""
        if text in self._searches:
            self._keep(tuple(one for one in self._searches if one != text))

    def forget_searches(self) -> None:
        """Take all searches out."""
        if self._searches:
            self._keep(())

    def sync(self) -> None:
        """Write what is not written yet."""
        self._settings.sync()

    def _keep(self, searches: tuple[str, ...]) -> None:
        self._searches = searches
        self._settings.setValue(_SEARCHES, json.dumps(searches, ensure_ascii=False))
        self.changed.emit(_SEARCHES)

    def _read_searches(self) -> tuple[str, ...]:
        try:
            kept = json.loads(self.value(_SEARCHES, "[]"))
        except ValueError:
            return ()
        if not isinstance(kept, list) or not all(isinstance(one, str) for one in kept):
            return ()
        return tuple(cast(list[str], kept)[:MOST_SEARCHES])
