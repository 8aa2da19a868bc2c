"""The rail at the leading edge of the window: one button a page."""

from __future__ import annotations

from typing import Literal, get_args

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from app import words
from app.controls.focus import ring
from app.theme import CONTROL_RADIUS, XS, L, M, Role, S, theme

Page = Literal["search", "duplicates", "folders", "problems", "models", "settings", "about"]
PAGES: tuple[Page, ...] = get_args(Page)
_ICONS = {
    "search": "search", "duplicates": "duplicates", "folders": "folder", "problems": "problems", "models": "models",
    "settings": "settings", "about": "info",
}
_ICON = 20
_MOST_SHOWN = 999


def page_title(name: Page) -> str:
    """The name of a page as a person reads it."""
    return {
        "search": QCoreApplication.translate("Words", "Search"),
        "duplicates": QCoreApplication.translate("Words", "Duplicates"),
        "folders": QCoreApplication.translate("Words", "Folders"),
        "problems": QCoreApplication.translate("Words", "Problems"),
        "models": QCoreApplication.translate("Words", "Models"),
        "settings": QCoreApplication.translate("Words", "Settings"),
        "about": QCoreApplication.translate("Words", "About"),
    }[name]


class Rail(QWidget):
    """Buttons of all pages, one of them current; Up and Down go from one to the next.

    Signals:
        chosen: name of the page a person chose.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._buttons = {name: RailButton(_ICONS[name], self) for name in PAGES}
        group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(S, M, S, M)
        column.setSpacing(XS)
        for name, button in self._buttons.items():
            button.setText(page_title(name))
            group.addButton(button)
            column.addWidget(button)
            button.clicked.connect(lambda _=False, name=name: self.chosen.emit(name))
            if name == "models":
                column.addStretch()
        self.setAccessibleName(self.tr("Pages"))
        self.set_current("search")
        theme().changed.connect(self.update)

    def set_current(self, name: Page) -> None:
        """Show that the page ``name`` is the one seen."""
        self._buttons[name].setChecked(True)

    def set_count(self, name: Page, count: int) -> None:
        """A number beside a page's name; 0 for none."""
        self._buttons[name].set_count(count)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        edge = 0 if self.isRightToLeft() else self.width() - 1
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme().color("surface"))
            painter.fillRect(QRect(edge, 0, 1, self.height()), theme().color("line"))


class RailButton(QAbstractButton):
    """An icon, a name, perhaps a number; the current one has a bar at its leading edge and a soft ground."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._count = 0
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_count(self, count: int) -> None:
        """The number in the badge; 0 for none."""
        if count != self._count:
            self._count = count
            self.setAccessibleDescription(words.count(count) if count else "")
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        metrics = self.fontMetrics()
        badge = metrics.horizontalAdvance(f"{_MOST_SHOWN}+") + 2 * XS
        return QSize(M + _ICON + S + metrics.horizontalAdvance(self.text()) + S + badge + S, metrics.height() + L)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            rail = self.parentWidget()
            buttons = [] if rail is None else rail.findChildren(RailButton)
            there = buttons.index(self) + (1 if event.key() == Qt.Key.Key_Down else -1)
            if 0 <= there < len(buttons):
                buttons[there].setFocus(Qt.FocusReason.TabFocusReason)
                buttons[there].click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        look = theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        current, whole = self.isChecked(), self.rect()
        if current or self.underMouse():
            painter.setBrush(look.color("accent-soft" if current else "hover"))
            painter.drawRoundedRect(whole, CONTROL_RADIUS, CONTROL_RADIUS)
        if current:
            bar = QRect(0, whole.height() // 4, 3, whole.height() // 2)
            painter.setBrush(look.color("accent"))
            painter.drawRoundedRect(self._placed(bar), 1.5, 1.5)
        role: Role = "accent" if current else "ink-muted"
        icon = QRect(M, (whole.height() - _ICON) // 2, _ICON, _ICON)
        painter.drawPixmap(self._placed(icon), look.pixmap(self._icon, role, _ICON, self.devicePixelRatioF()))
        end = self._paint_badge(painter) if self._count else whole.width() - S
        painter.setFont(look.font("body", strong=current))
        painter.setPen(look.color("ink"))
        name = QRect(icon.right() + 1 + S, 0, end - icon.right() - 1 - S, whole.height())
        painter.drawText(self._placed(name), Qt.AlignmentFlag.AlignVCenter | self._leading, self.text())
        if self.hasFocus():
            ring(painter, QRectF(whole), CONTROL_RADIUS - 1)

    def _paint_badge(self, painter: QPainter) -> int:
        """Draws it; where it begins, in left to right coordinates."""
        look = theme()
        painter.setFont(look.font("caption", strong=True))
        metrics = painter.fontMetrics()
        text = words.count(self._count) if self._count <= _MOST_SHOWN else f"{words.count(_MOST_SHOWN)}+"
        height = metrics.height() + 2
        width = max(height, metrics.horizontalAdvance(text) + 2 * XS + 2)
        badge = QRect(self.width() - S - width, (self.height() - height) // 2, width, height)
        painter.setBrush(look.color("raised"))
        painter.setPen(look.color("line"))
        painter.drawRoundedRect(self._placed(badge), height / 2, height / 2)
        painter.setPen(look.color("warn"))
        painter.drawText(self._placed(badge), Qt.AlignmentFlag.AlignCenter, text)
        return badge.left() - XS

    @property
    def _leading(self) -> Qt.AlignmentFlag:
        return Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft

    def _placed(self, there: QRect) -> QRect:
        """A place given as if read left to right."""
        if not self.isRightToLeft():
            return there
        return QRect(self.width() - there.right() - 1, there.top(), there.width(), there.height())
