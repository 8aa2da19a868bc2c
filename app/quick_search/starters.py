"""What the quick search shows before anything is typed: earlier searches and the files changed last."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
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

from app import words
from app.bridge import Bridge
from app.memory import Memory
from app.search.recent import as_hit
from app.search.wording import title
from app.theme import CONTROL_RADIUS, XS, L, M, S, theme
from indexer.answers import Hit, RecentFile

_SEARCHES = 3
_FILES = 5
_ICON = 20
# What a row stands for: None for a heading, a text for an earlier search, a hit for a file.
_THING = Qt.ItemDataRole.UserRole
_QUIET = Qt.ItemDataRole.UserRole + 1
_BESIDE = "   ·   "


class Starters(QListWidget):
    """A list that is walked by the field's arrow keys; nothing is chosen at first.

    Signals:
        search_wanted: an earlier search.
        file_wanted: the ``Hit`` of a file, and whether its folder is meant.
        current_changed: the ``Hit`` that is current now, or None.
        filled: there are other rows.
    """

    search_wanted = Signal(str)
    file_wanted = Signal(object, bool)
    current_changed = Signal(object)
    filled = Signal()

    def __init__(self, bridge: Bridge, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._memory = memory
        self._files: Sequence[Hit] = ()
        self.setItemDelegate(_Rows(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Recent searches and files"))
        self.itemClicked.connect(lambda item: self._choose(item, to_folder=False))
        self.currentItemChanged.connect(lambda *_: self.current_changed.emit(self.current_hit()))
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def wanted_height(self) -> int:
        """Height of all rows."""
        return sum(self.sizeHintForRow(row) for row in range(self.count()))

    def renew(self) -> None:
        """Show what is known with nothing chosen, and ask for the newest files."""
        self.setCurrentRow(-1)
        self._fill()
        self._bridge.ask(self, lambda face: face.recent(_FILES), self._told, lambda error: None)

    def step(self, by: int) -> None:
        """Go down or up by one row, from end to end, passing over headings."""
        row = self.currentRow() if self.currentRow() >= 0 or by > 0 else 0
        for _ in range(self.count()):
            row = (row + by) % self.count()
            if self.item(row).data(_THING) is not None:
                self.setCurrentRow(row)
                return

    def choose(self, *, to_folder: bool) -> None:
        """Take the current row, if one is."""
        if (item := self.currentItem()) is not None:
            self._choose(item, to_folder=to_folder)

    def current_hit(self) -> Hit | None:
        """The file that is current, or None."""
        item = self.currentItem()
        thing = item.data(_THING) if item is not None else None
        return thing if isinstance(thing, Hit) else None

    def _told(self, files: list[RecentFile]) -> None:
        self._files = [as_hit(file) for file in files]
        self._fill()

    def _fill(self) -> None:
        current = self.currentItem()
        chosen = current.data(_THING) if current is not None else None
        self.clear()
        self._add_part(self.tr("Recent searches"), self._memory.searches[:_SEARCHES])
        self._add_part(self.tr("Recent files"), self._files)
        if not self.count():
            self._add(self.tr("What you searched for and the files changed last will be here."), None)
        for row in range(self.count()):
            if chosen is not None and self.item(row).data(_THING) == chosen:
                self.setCurrentRow(row)
        self.filled.emit()

    def _add_part(self, heading: str, things: Sequence[str] | Sequence[Hit]) -> None:
        if things:
            self._add(heading, None)
        for thing in things:
            self._add(thing if isinstance(thing, str) else title(thing), thing)

    def _add(self, text: str, thing: str | Hit | None) -> None:
        item = QListWidgetItem(text, self)
        item.setData(_THING, thing)
        if thing is None:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        quiet = self._where_and_when(thing) if isinstance(thing, Hit) else ""
        item.setData(_QUIET, quiet)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, (text, quiet))))

    def _where_and_when(self, hit: Hit) -> str:
        return _BESIDE.join(filter(None, (words.folder_of(hit.path, self._bridge.roots), words.when(hit.modified))))

    def _choose(self, item: QListWidgetItem, *, to_folder: bool) -> None:
        thing = item.data(_THING)
        if isinstance(thing, str):
            self.search_wanted.emit(thing)
        elif thing is not None:
            self.file_wanted.emit(thing, to_folder)


class _Rows(QStyledItemDelegate):
    """One line each: a sign, the text, and quietly where a file is and when it was changed."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        is_heading = index.data(_THING) is None
        line = QFontMetrics(theme().font("caption" if is_heading else "body")).height()
        return QSize(0, line + (M if is_heading else L))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look, whole, thing = theme(), option.rect, index.data(_THING)
        text: str = index.data()

        def draw(place: QRect, words_there: str, at: Qt.AlignmentFlag) -> None:
            painter.drawText(
                QStyle.visualRect(option.direction, whole, place),
                int(QStyle.visualAlignment(option.direction, at) | Qt.AlignmentFlag.AlignVCenter)
                | int(Qt.TextFlag.TextSingleLine), words_there,
            )

        inside = whole.adjusted(L, 0, -L, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if thing is None:
            painter.setFont(look.font("caption"))
            painter.setPen(look.color("ink-muted"))
            draw(inside.adjusted(0, S, 0, 0), text, Qt.AlignmentFlag.AlignLeft)
            painter.restore()
            return
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("accent-soft" if is_chosen else "hover"))
            painter.drawRoundedRect(QRectF(whole).adjusted(XS, 1, -XS, -1), CONTROL_RADIUS, CONTROL_RADIUS)
        dpr = painter.device().devicePixelRatioF()
        sign = QRect(inside.left(), whole.center().y() - _ICON // 2 + 1, _ICON, _ICON)
        pixmap = (
            look.pixmap("history", "ink-muted", _ICON, dpr) if isinstance(thing, str)
            else look.kind_pixmap(thing.kind, _ICON, dpr)
        )
        painter.drawPixmap(QStyle.visualRect(option.direction, whole, sign).topLeft(), pixmap)
        left, room = sign.right() + 1 + M, inside.right() - sign.right() - M
        body, caption = QFontMetrics(look.font("body")), QFontMetrics(look.font("caption", tabular=True))
        quiet = caption.elidedText(index.data(_QUIET), Qt.TextElideMode.ElideMiddle, room // 2)
        wide = caption.horizontalAdvance(quiet) + XS if quiet else 0
        place = QRect(left, whole.top(), room - wide - (L if quiet else 0), whole.height())
        painter.setFont(look.font("body"))
        painter.setPen(look.color("ink"))
        draw(place, body.elidedText(text, Qt.TextElideMode.ElideMiddle, place.width()), Qt.AlignmentFlag.AlignLeft)
        painter.setFont(look.font("caption", tabular=True))
        painter.setPen(look.color("ink-muted"))
        draw(QRect(inside.right() - wide, whole.top(), wide, whole.height()), quiet, Qt.AlignmentFlag.AlignRight)
        painter.restore()
