"""Buttons. Pressing one with the mouse leaves the keyboard where it is."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QToolButton, QWidget

from app.theme import Role, S, theme
from app.theme.icons import paint

_ICON = 16
_QUIET_ICON = 20


class Button(QPushButton):
    """A button with words. ``primary``: the one next step of a page. ``icon``: name of a drawing."""

    def __init__(
        self, text: str, *, primary: bool = False, icon: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._icon = icon
        self._primary = primary
        self.setProperty("primary", primary)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._dress()
        theme().changed.connect(self._dress)

    def set_icon(self, name: str | None) -> None:
        """Show another drawing, or none."""
        self._icon = name
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        hint = super().sizeHint()
        return hint if self._icon is None else hint + QSize(_ICON + S, 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Style sheets leave too little room between drawing and words, so only the ground is theirs."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        text, option.text = option.text, ""
        with QPainter(self) as painter:
            self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
            ink = theme().color("ink-muted" if not self.isEnabled() else "on-accent" if self._primary else "ink")
            metrics = self.fontMetrics()
            words = metrics.size(Qt.TextFlag.TextShowMnemonic, text).width()
            beside = _ICON + S if self._icon is not None else 0
            whole = QRect(0, 0, min(words + beside, self.width() - 2 * S), self.height())
            whole.moveCenter(self.rect().center())
            direction = self.layoutDirection()
            if self._icon is not None:
                square = QRect(whole.left(), (self.height() - _ICON) // 2, _ICON, _ICON)
                paint(painter, self._icon, ink, QRectF(QStyle.visualRect(direction, whole, square)))
            painter.setPen(ink)
            painter.drawText(
                QStyle.visualRect(direction, whole, whole.adjusted(beside, 0, 0, 0)),
                Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextHideMnemonic, text,
            )

    def _dress(self) -> None:
        self.setFont(theme().font("body", strong=self._primary))
        self.update()


class QuietButton(QToolButton):
    """A drawing alone; its name is told to screen readers and in the tool tip."""

    def __init__(
        self, icon: str, accessible_name: str, *, role: Role = "ink-muted", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._role: Role = role
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setIconSize(QSize(_QUIET_ICON, _QUIET_ICON))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.set_name(accessible_name)
        self._dress()
        theme().changed.connect(self._dress)

    def set_name(self, accessible_name: str) -> None:
        """Say what it does now."""
        self.setAccessibleName(accessible_name)
        self.setToolTip(accessible_name)

    def set_icon(self, name: str) -> None:
        """Show another drawing."""
        self._icon = name
        self._dress()

    def _dress(self) -> None:
        self.setIcon(theme().icon(self._icon, self._role, _QUIET_ICON))
