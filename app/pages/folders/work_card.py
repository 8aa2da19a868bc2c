"""What the engine is doing now, and how long it takes."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app import words
from app.bridge import Bridge
from app.controls import Card, ElidedLabel, Label, ThinProgress
from app.theme import XS, M, Role, theme
from indexer.paths import to_text

_ICON = 20
_BESIDE = " · "


class WorkCard(Card):
    """Follows the engine's status: one line what goes on, a bar, and what is left or why it waits."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = QLabel()
        self._doing = Label(style="title", strong=True, wrap=True)
        self._bar = ThinProgress(self.tr("Progress"))
        self._left = Label(role="ink-muted", wrap=True)
        self._current = ElidedLabel("", Qt.TextElideMode.ElideMiddle, "caption", "ink-muted")
        head = QHBoxLayout()
        head.setSpacing(M)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._doing, 1)
        self.body.setSpacing(XS + 2)
        self.body.addLayout(head)
        self.body.addWidget(self._bar)
        self.body.addWidget(self._left)
        self.body.addWidget(self._current)
        self._bridge = bridge
        for signal in (bridge.status_changed, theme().changed):
            signal.connect(self._show)
        self._show()

    def _show(self) -> None:
        status = self._bridge.status
        self.setVisible(bool(status.get("roots")))
        if self.isHidden():
            return
        state = status["state"]
        icon, role = _drawing(state)
        self._icon.setPixmap(theme().pixmap(icon, role, _ICON, self.devicePixelRatioF()))
        self._doing.setText(words.rate(status))
        waits = state == "paused"
        self._left.setText(words.explain(_why(status))[1] if waits else self._amounts(status))
        self._left.setVisible(bool(self._left.text()))
        current = status.get("current")
        self._current.setText(words.folder(to_text(current), self._bridge.roots) if current and not waits else "")
        self._current.setVisible(bool(self._current.text()))
        self._bar.setVisible(state == "indexing" or (waits and status["files"]["pending"] > 0))
        done, whole = _progress(status)
        self._bar.setRange(0, whole)
        self._bar.setValue(done)

    def _amounts(self, status: dict[str, Any]) -> str:
        """What is left in each kind of work. What waits while nothing goes on is the matter of other pages."""
        if status["state"] == "idle":
            return ""
        said: list[str] = []
        if waiting := status["files"]["pending"]:
            said.append(self.tr("%Ln file(s) to read", "", waiting))
        if passages := _due(status, "text"):
            said.append(self.tr("%Ln passage(s) to prepare for search by meaning", "", passages))
        if pictures := _due(status, "image"):
            said.append(self.tr("%Ln picture(s) to look at", "", pictures))
        if unread := status.get("unread_pictures", 0):
            said.append(self.tr("text in %Ln picture(s) to read", "", unread))
        return _BESIDE.join(said)


def _drawing(state: str) -> tuple[str, Role]:
    drawings: dict[str, tuple[str, Role]] = {"idle": ("good", "good"), "paused": ("pause", "ink-muted")}
    return drawings.get(state, ("refresh", "accent"))


def _why(status: dict[str, Any]) -> str:
    waiting = status.get("waiting")
    return waiting["code"] if waiting else "paused"


def _due(status: dict[str, Any], kind: str) -> int:
    return sum(space["due"] for space in status.get("spaces", ()) if space["kind"] == kind)


def _progress(status: dict[str, Any]) -> tuple[int, int]:
    """Done and whole of what goes on now; a whole of 0 where it is not known."""
    files, phase = status["files"], status.get("phase")
    if files["pending"] and phase != "scan":
        whole = sum(files.values())
        return whole - files["pending"], whole
    kind, count = {"embed": ("text", "chunks"), "look": ("image", "pictures")}.get(phase or "", ("", ""))
    if kind and status.get(count):
        return max(0, status[count] - _due(status, kind)), status[count]
    if phase == "ocr" and status.get("pictures"):
        whole = max(status["pictures"], status["unread_pictures"])
        return whole - status["unread_pictures"], whole
    return 0, 0
