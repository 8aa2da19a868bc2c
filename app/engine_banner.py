"""The banner above the pages while the engine does not answer."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.bridge import Bridge
from app.controls import Banner, BannerKind
from app.engine_words import told

_PATIENCE_MS = 3_000


class EngineBanner(Banner):
    """Shown while the engine is lost, ended, cannot be started or hangs, with the one thing to do about it.

    A connection that is made within three seconds is not worth a word.
    """

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__("warn", "", parent=parent)
        self._bridge = bridge
        self._is_stalled = False
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._tell_of_waiting)
        self.acted.connect(self._act)
        bridge.link_changed.connect(self._look)
        bridge.stalled.connect(self._stalled)
        self.hide()
        self._look()

    def _look(self) -> None:
        state = self._bridge.link.state
        if state in ("connecting", "waiting"):
            if self.isHidden():
                self._patience.start()
            else:
                self._tell_of_waiting()
            return
        self._patience.stop()
        if state == "ended":
            self._tell("warn", self.tr(
                "Hunch’s engine was ended. Nothing can be found and nothing is indexed until it runs again."
            ), self.tr("Start it"))
        elif state == "failed":
            self._tell("bad", told(self._bridge.link.message), self.tr("Try again"))
        elif self._is_stalled:
            self._tell("warn", self.tr(
                "The engine has not answered for a while. It may be busy; starting it anew loses nothing."
            ), self.tr("Restart it"))
        else:
            self.hide()

    def _tell_of_waiting(self) -> None:
        if self._bridge.link.state == "connecting":
            self._tell("warn", self.tr("The engine is being started. Searching works as soon as it is there."), None)
        else:
            self._tell("warn", self.tr("The engine stopped and is being started again."), self.tr("Try now"))

    def _stalled(self, is_stalled: bool) -> None:
        self._is_stalled = is_stalled
        self._look()

    def _tell(self, kind: BannerKind, text: str, action: str | None) -> None:
        self.say(kind, text, action)
        self.show()

    def _act(self) -> None:
        if self._bridge.link.state == "connected":
            self._bridge.restart_engine()
        else:
            self._bridge.retry()
