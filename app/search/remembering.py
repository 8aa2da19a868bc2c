"""Which of the texts typed were searches."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from app.memory import Memory

_REST_MS = 2_000


class Remembering(QObject):
    """What stays for two seconds, or is used, is a search; what was typed on the way to it is none."""

    def __init__(self, memory: Memory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._memory = memory
        self._text = ""
        self._before = ""
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._rested)

    def typed(self, text: str) -> None:
        """The text is this now."""
        self._text = text
        if text.strip():
            self._rest.start()
        else:
            self._rest.stop()
            self._before = ""

    def used(self) -> None:
        """Something was done with what was found."""
        self._rest.stop()
        self._rested()
        self._before = ""

    def _rested(self) -> None:
        if self._before and self._text.startswith(self._before):
            self._memory.forget_search(self._before)
        self._memory.remember_search(self._text)
        self._before = self._text
