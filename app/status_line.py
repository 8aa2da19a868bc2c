"""The line at the foot of the window: what is indexed, what goes on, and the pause."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from app import words
from app.bridge import Bridge
from app.controls import ElidedLabel, Label
from app.theme import XS, L, M, S, theme

_ICON = 16
_MORNING = 8


class StatusLine(QWidget):
    """Follows the engine's status.

    Signals:
        problems_asked: a person wants to see the problems.
    """

    problems_asked = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.setAccessibleName(self.tr("Status"))
        self._files = Label(style="caption", role="ink-muted")
        self._problems = _quiet_button()
        self._problems.setAccessibleDescription(self.tr("Shows them"))
        self._problems.clicked.connect(self.problems_asked)
        self._doing = ElidedLabel(style="caption", role="ink-muted")
        self._doing.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._menu = pause_menu(bridge, self)
        self._pause = _quiet_button()
        self._pause.clicked.connect(self._pause_or_go_on)
        row = QHBoxLayout(self)
        row.setContentsMargins(L, XS, S, XS)
        row.setSpacing(0)
        row.addWidget(self._files)
        row.addWidget(self._problems)
        row.addSpacing(M)
        row.addWidget(self._doing, 1)
        row.addSpacing(S)
        row.addWidget(self._pause)
        for signal in (bridge.status_changed, bridge.link_changed, theme().changed):
            signal.connect(self._show)
        self._show()

    def pause_or_go_on(self) -> None:
        """Offer the lengths of a pause, or end it; nothing while there is nothing to pause."""
        if not self._pause.isHidden():
            self._pause_or_go_on()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """The style sheet takes from buttons the fonts they got before they were first shown."""
        super().showEvent(event)
        self._show()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme().color("surface"))
            painter.fillRect(0, 0, self.width(), 1, theme().color("line"))

    def _show(self) -> None:
        status = self._bridge.status
        counts: dict[str, int] = status.get("files", {})
        failed = counts.get("failed", 0)
        connected = self._bridge.link.state == "connected"
        self._files.setText(self.tr("%Ln file(s)", "", sum(counts.values())) if counts else "")
        self._problems.setVisible(failed > 0)
        self._problems.setText(self.tr("%Ln problem(s)", "", failed))
        self._problems.setIcon(theme().icon("problems", "warn", _ICON))
        self._doing.setText(words.rate(status) if connected and counts else "")
        paused = is_paused(status)
        self._pause.setVisible(connected and bool(status.get("roots")))
        self._pause.setText(self.tr("Resume") if paused else self.tr("Pause"))
        self._pause.setIcon(theme().icon("play" if paused else "pause", "ink-muted", _ICON))
        for button in (self._problems, self._pause):
            button.setFont(theme().font("caption"))

    def _pause_or_go_on(self) -> None:
        if is_paused(self._bridge.status):
            self._bridge.ask(self, lambda face: face.resume(), lane="change")
        else:
            room = self._menu.sizeHint()
            corner = self._pause.mapToGlobal(self._pause.rect().topRight())
            self._menu.popup(corner - QPoint(room.width(), room.height()))


def pause_menu(bridge: Bridge, parent: QWidget) -> QMenu:
    """The lengths of a pause a person can choose."""
    menu = QMenu(parent)

    def add(text: str, minutes: Callable[[], float | None]) -> None:
        menu.addAction(text, lambda: bridge.ask(bridge, lambda face: face.pause(minutes()), lane="change"))

    add(parent.tr("Pause for 15 minutes"), lambda: 15)
    add(parent.tr("Pause for 1 hour"), lambda: 60)
    add(parent.tr("Pause until tomorrow"), lambda: minutes_to_tomorrow(datetime.now().astimezone()))
    add(parent.tr("Pause until I resume"), lambda: None)
    return menu


def minutes_to_tomorrow(now: datetime) -> int:
    """Minutes to the next morning, when a person sits down again; at least one."""
    morning = now.replace(hour=_MORNING, minute=0, second=0, microsecond=0)
    if morning <= now:
        morning += timedelta(days=1)
    return max(1, math.ceil((morning - now).total_seconds() / 60))


def is_paused(status: dict[str, Any]) -> bool:
    """Whether the person paused indexing; it may wait for other reasons."""
    waiting = status.get("waiting")
    return status.get("state") == "paused" and (waiting is None or waiting["code"] == "paused")


def _quiet_button() -> QToolButton:
    button = QToolButton()
    button.setAutoRaise(True)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
