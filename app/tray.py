"""Hunch in the tray: its state at a glance, and what is wanted most often."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from app import words
from app.bridge import Bridge
from app.status_line import is_paused, pause_menu
from app.theme import theme
from app.theme.theme import TrayState
from indexer.answers import Problem

_LOOK_MS = 5_000
_SHOWN_PROBLEMS = 5


class Tray(QObject):
    """Shown wherever the desktop has a tray, as soon as it has one.

    Signals:
        window_wanted, quick_wanted, settings_wanted, problems_wanted, quit_wanted: what was chosen.
        gone: the desktop has no tray any more.
    """

    window_wanted = Signal()
    quick_wanted = Signal()
    settings_wanted = Signal()
    problems_wanted = Signal()
    quit_wanted = Signal()
    gone = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._state: TrayState | None = None
        self._icon = QSystemTrayIcon(self)
        # A menu needs a widget to live in; this one is never shown.
        self._home = QWidget()
        self._menu = QMenu(self._home)
        self._doing = self._menu.addAction("")
        self._doing.setEnabled(False)
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Open Hunch"), self.window_wanted.emit)
        self._menu.addAction(self.tr("Quick search"), self.quick_wanted.emit)
        self._menu.addSeparator()
        self._pauses = pause_menu(bridge, self._home)
        self._pauses.setTitle(self.tr("Pause"))
        self._menu.addMenu(self._pauses)
        self._resume = self._menu.addAction(
            self.tr("Resume"), lambda: bridge.ask(self, lambda face: face.resume(), lane="change")
        )
        self._problems = QMenu(self.tr("Recent problems"), self._home)
        self._menu.addMenu(self._problems)
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Settings"), self.settings_wanted.emit)
        self._menu.addAction(self.tr("Quit Hunch"), self.quit_wanted.emit)
        self._menu.aboutToShow.connect(self._ask_problems)
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._activated)
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        bridge.status_changed.connect(self._show)
        bridge.link_changed.connect(self._show)
        self._show()
        self._look()

    @property
    def is_there(self) -> bool:
        """Whether a person can reach Hunch through it now."""
        return self._icon.isVisible() and QSystemTrayIcon.isSystemTrayAvailable()

    def close(self) -> None:
        """Take the icon away, for good."""
        self._timer.stop()
        self._icon.hide()
        self._home.deleteLater()
        self.deleteLater()

    def _look(self) -> None:
        available = QSystemTrayIcon.isSystemTrayAvailable()
        if available != self._icon.isVisible():
            self._icon.setVisible(available)
            if not available:
                self.gone.emit()

    def _show(self) -> None:
        status = self._bridge.status
        state = tray_state(status, self._bridge.link.state == "connected")
        # The status comes four times a second; a desktop draws the icon anew each time it is set.
        if state != self._state:
            self._state = state
            self._icon.setIcon(theme().tray_icon(state))
        doing = words.rate(status) if status else self.tr("Hunch is starting")
        self._doing.setText(doing)
        self._icon.setToolTip(f"Hunch\n{doing}")
        paused = is_paused(status)
        self._resume.setVisible(paused)
        self._pauses.menuAction().setVisible(not paused)
        self._problems.menuAction().setVisible(status.get("files", {}).get("failed", 0) > 0)

    def _ask_problems(self) -> None:
        if self._problems.menuAction().isVisible():
            self._bridge.ask(self, lambda face: face.problems(), self._list_problems, lambda error: None)

    def _list_problems(self, problems: list[Problem]) -> None:
        self._problems.clear()
        for problem in [one for one in problems if one.state == "failed"][:_SHOWN_PROBLEMS]:
            what, _ = words.explain(problem.code)
            text = f"{words.name_of(problem.path)}: {what}"
            # An ampersand of a file's name is no mnemonic.
            self._problems.addAction(text.replace("&", "&&"), self.problems_wanted.emit)
        self._problems.addSeparator()
        self._problems.addAction(self.tr("All problems"), self.problems_wanted.emit)

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason == QSystemTrayIcon.ActivationReason.Trigger:
            self.window_wanted.emit()
        elif reason == QSystemTrayIcon.ActivationReason.MiddleClick:
            self.quick_wanted.emit()


def tray_state(status: dict[str, Any], is_connected: bool) -> TrayState:
    """What the icon tells."""
    if not is_connected:
        return "problem"
    if status.get("state") == "paused":
        return "paused"
    return "working" if status.get("state") == "indexing" else "idle"
