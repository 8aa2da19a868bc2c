"""What the search field offers below itself: earlier searches, and what the query language goes on with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.controls import Card
from app.search.file_rows import Index
from app.theme import CONTROL_RADIUS, XL, XS, M, S, theme

_OFFER = Qt.ItemDataRole.UserRole
_ICON = 16
_WIDEST = 560


@dataclass(frozen=True, slots=True)
class Offer:
    """``insert`` in place of the typed text at [start, end). ``explains``: what it means, or empty."""

    text: str
    explains: str
    insert: str
    start: int
    end: int
    icon: str


class Offers(Card):
    """Lies over the window below ``field``, which keeps the keyboard. Main thread only.

    It is a widget of that window and no window of its own: those take the keyboard on some systems, and stand in the
    wrong place on others.

    Signals:
        taken: an ``Offer``.
    """

    taken = Signal(object)

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        self.set_outline("edge")
        self.body.setContentsMargins(XS, XS, XS, XS)
        self._list = QListWidget()
        self._list.setStyleSheet("background: transparent")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setMouseTracking(True)
        self._list.setUniformItemSizes(True)
        self._list.setAccessibleName(self.tr("Suggestions"))
        self._list.setItemDelegate(_OfferDelegate(self))
        self._list.itemClicked.connect(self._take)
        self.body.addWidget(self._list)
        self.hide()

    @property
    def offers(self) -> list[Offer]:
        """What is offered now."""
        return [self._list.item(row).data(_OFFER) for row in range(self._list.count())] if self.isVisible() else []

    def offer(self, offers: Sequence[Offer]) -> None:
        """Show these, or nothing when there are none."""
        self._list.clear()
        for one in offers:
            item = QListWidgetItem(one.text, self._list)
            item.setData(_OFFER, one)
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, one.explains)
        if not offers:
            self.hide()
            return
        window = self._field.window()
        if self.parent() is not window:
            self.setParent(window)
            window.installEventFilter(self)
        self._place(window)
        self.show()
        self.raise_()

    def walk(self, by: int) -> None:
        """Go to another offer, from end to end; at first none is chosen."""
        row, count = self._list.currentRow(), self._list.count()
        self._list.setCurrentRow((row + by) % count if row >= 0 or by > 0 else count - 1)

    def take(self, *, first: bool) -> bool:
        """Take the chosen offer, or the ``first`` where none is; False when there is nothing to take."""
        row = self._list.currentRow()
        if row < 0 and not first:
            return False
        self._take(self._list.item(max(0, row)))
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() in (QEvent.Type.Resize, QEvent.Type.WindowDeactivate):
            self.hide()
        return super().eventFilter(watched, event)

    def _take(self, item: QListWidgetItem) -> None:
        offer: Offer = item.data(_OFFER)
        self.hide()
        self.taken.emit(offer)

    def _place(self, window: QWidget) -> None:
        corner = self._field.mapTo(window, QPoint(0, self._field.height() + XS))
        wide = min(_WIDEST, self._field.width())
        if self._field.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            corner.setX(corner.x() + self._field.width() - wide)
        high = self._list.sizeHintForRow(0) * self._list.count() + 2 * XS
        self.setGeometry(QRect(corner, QSize(wide, min(high, window.height() - corner.y() - S))))


class _OfferDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        return QSize(0, QFontMetrics(theme().font("body")).height() + M)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        offer: Offer = index.data(_OFFER)
        look = theme()
        whole: QRect = option.rect
        direction = option.direction
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("accent-soft" if is_chosen else "hover"))
            painter.drawRoundedRect(whole, CONTROL_RADIUS, CONTROL_RADIUS)
        sign = QRect(whole.left() + S, whole.center().y() - _ICON // 2 + 1, _ICON, _ICON)
        pixmap = look.pixmap(offer.icon, "ink-muted", _ICON, painter.device().devicePixelRatioF())
        painter.drawPixmap(QStyle.visualRect(direction, whole, sign).topLeft(), pixmap)
        room = whole.adjusted(S + _ICON + S, 0, -M, 0)
        body, caption = look.font("body"), look.font("caption")
        text = QFontMetrics(body).elidedText(offer.text, Qt.TextElideMode.ElideRight, room.width())
        wide = QFontMetrics(body).horizontalAdvance(text)
        rest = room.adjusted(wide + XL, 0, 0, 0)
        said = QFontMetrics(caption).elidedText(offer.explains, Qt.TextElideMode.ElideMiddle, max(0, rest.width()))
        in_line = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignAbsolute
        painter.setPen(look.color("ink"))
        painter.setFont(body)
        start = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
        painter.drawText(QStyle.visualRect(direction, whole, room), in_line | start, text)
        painter.setPen(look.color("ink-muted"))
        painter.setFont(caption)
        end = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignRight)
        painter.drawText(QStyle.visualRect(direction, whole, rest), in_line | end, said)
        painter.restore()
