"""How something stands, in one line."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.controls import Label
from app.theme import Role, S, theme

_ICON = 16


class StateLine(QWidget):
    """A small drawing and a text, told by both; hidden while there is nothing to say."""

    def __init__(self, *, wrap: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing = ""
        self._role: Role = "ink-muted"
        self._icon = QLabel()
        self._label = Label(style="caption", role="ink-muted", wrap=wrap)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(S)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop if wrap else Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._label, 1)
        if not wrap:
            self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.say("")
        theme().changed.connect(self._dress)

    @property
    def text(self) -> str:
        """What it says."""
        return self._label.text()

    def say(self, text: str, icon: str = "", role: Role = "ink-muted", *, tip: str = "") -> None:
        """Say this. ``icon`` names a drawing, shown in ``role``; ``tip`` says more to those who point at it."""
        self._drawing, self._role = icon, role
        self._label.setText(text)
        self.setToolTip(f"<span>{escape(tip)}</span>" if tip else "")
        self.setVisible(bool(text))
        self._dress()

    def _dress(self) -> None:
        self._icon.setVisible(bool(self._drawing))
        if self._drawing:
            self._icon.setPixmap(theme().pixmap(self._drawing, self._role, _ICON, self.devicePixelRatioF()))
