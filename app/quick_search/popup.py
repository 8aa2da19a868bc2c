"""The quick search: a field and a few answers over whatever is on the screen, for the keyboard alone."""

from __future__ import annotations

import time
from functools import partial

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QCursor,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app import words
from app.bridge import Bridge, Ticket
from app.controls import Hairline, Label
from app.desktop.front import bring_to_front
from app.desktop.hotkey import Hotkey
from app.desktop.translucent import can_be_translucent
from app.memory import Memory
from app.preview import PreviewPane
from app.quick_search.frame import SHADOW, paint_frame
from app.quick_search.keys import KeyLine
from app.quick_search.starters import Starters
from app.search.actions import Actions, like
from app.search.delegate import ResultDelegate
from app.search.list_view import ResultList
from app.search.media import Media, holds_media
from app.search.result_model import ResultModel
from app.search.thumbnails import Thumbnails
from app.shortcuts import bind, shortcuts
from app.theme import XS, L, M, S, theme
from indexer.answers import Hit, Results
from indexer.errors import KnownError
from indexer.query import steered

_WIDTH = 680
_SHOWN = 8
_BESIDE_PREVIEW = 3
_PREVIEW_HEIGHT = 320
_LENS = 24
_WARM_SECONDS = 60.0


class QuickSearch(QWidget):
    """Made once and kept hidden, so that it is there at once. Main thread only.

    Signals:
        more_wanted: the text to search for in the window.
    """

    more_wanted = Signal(str)

    def __init__(self, bridge: Bridge, memory: Memory, hotkey: Hotkey) -> None:
        super().__init__(None, Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint
                         | Qt.WindowType.WindowStaysOnTopHint | Qt.WindowType.NoDropShadowWindowHint)
        self._translucent = can_be_translucent()
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, self._translucent)
        self.setWindowTitle(self.tr("Hunch quick search"))
        self.setAcceptDrops(True)
        self._bridge = bridge
        self._memory = memory
        self._hotkey = hotkey
        self._ticket: Ticket | None = None
        self._warmed_at = -_WARM_SECONDS
        self._thumbnails = Thumbnails(bridge)
        self._model = ResultModel(lambda: bridge.roots, self)
        self._list = ResultList(self._model, ResultDelegate(self._thumbnails, dense=True))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._starters = Starters(bridge, memory)
        # Made when it is first asked for.
        self._preview: PreviewPane | None = None
        self._preview_line = Hairline()
        self._preview_line.hide()
        self._actions = Actions(bridge, self)
        self._media = Media(bridge, memory.places.data, self)
        self._lens = QLabel()
        self._field = QLineEdit()
        self._field.setProperty("bare", True)
        self._field.setPlaceholderText(self.tr("What do you remember?"))
        self._field.setAccessibleName(self.tr("Search"))
        # Files that are dropped are taken by the window around it.
        self._field.setAcceptDrops(False)
        self._field.installEventFilter(self)
        self._notice = Label(style="caption", role="ink-muted", wrap=True)
        self._notice.hide()
        self._lay_out()
        self._dress()
        self._field.textChanged.connect(self._search)
        self._list.activated_file.connect(self._open)
        self._list.current_changed.connect(self._look_at)
        self._model.rowsInserted.connect(self._fit)
        self._model.rowsRemoved.connect(self._fit)
        self._starters.search_wanted.connect(self._field.setText)
        self._starters.file_wanted.connect(self._open)
        self._starters.current_changed.connect(self._look_at)
        self._starters.filled.connect(self._fit)
        self._actions.failed.connect(self._say)
        self._media.failed.connect(self._say)
        self._actions.gone.connect(self._model.mark_gone)
        theme().changed.connect(self._dress)
        bind("more_like", self, partial(self._steer, away=False))
        bind("less_like", self, partial(self._steer, away=True))
        # What the first showing would else have to wait for.
        self.ensurePolished()
        self.winId()

    def toggle(self, token: str = "") -> None:
        """Show it, or hide it where it is in front; ``token`` as for ``bring_to_front``."""
        if self.isVisible() and self.isActiveWindow():
            self.hide()
            return
        self._place()
        bring_to_front(self, self._hotkey, token)
        self._field.setFocus()
        self._field.selectAll()
        if time.monotonic() - self._warmed_at > _WARM_SECONDS:
            self._warmed_at = time.monotonic()
            self._bridge.ask(self, lambda face: face.warm_up(), failed=lambda error: None)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._notice.hide()
        self._show_preview(False)
        # Files come and go while nobody looks.
        self._search(self._field.text())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        lost = event.type() == QEvent.Type.ActivationChange and self.isVisible() and not self.isActiveWindow()
        # A drag out of the list takes the focus too.
        if lost and QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            paint_frame(painter, self.rect(), translucent=self._translucent)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        # Not what is dragged out of the list here.
        if event.source() is None and (holds_media(event.mimeData()) or event.mimeData().hasText()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        event.acceptProposedAction()
        if holds_media(event.mimeData()):
            self._search_like(event.mimeData())
        else:
            self._field.setText(event.mimeData().text().strip())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched is self._field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(event)
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent) -> bool:
        """Whether the key was not for typing."""
        hit, clipboard = self._current(), QGuiApplication.clipboard()
        match event.key():
            case Qt.Key.Key_Escape:
                if self._has_preview:
                    self._show_preview(False)
                else:
                    self.hide()
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                (self._list if self._asks else self._starters).step(1 if event.key() == Qt.Key.Key_Down else -1)
                self._fit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                to_folder = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
                if hit is not None:
                    self._open(hit, to_folder)
                elif not self._asks:
                    self._starters.choose(to_folder=to_folder)
            case Qt.Key.Key_Tab:
                self.hide()
                self.more_wanted.emit(self._field.text())
            # While the person types a space is a space; once they walk the list it asks for a look.
            case Qt.Key.Key_Space if hit is not None and (self._list.touched or not self._asks):
                self._show_preview(not self._has_preview)
            case Qt.Key.Key_Left | Qt.Key.Key_Right if self._list.touched and self._asks and self._is_at_end(event):
                return self._list.turn(event.key())
            case _ if event.matches(QKeySequence.StandardKey.Paste) and holds_media(clipboard.mimeData()):
                self._search_like(clipboard.mimeData())
            case _ if hit is not None and QKeySequence(event.keyCombination()) in shortcuts("copy_path"):
                self._actions.copy_path(hit)
            case _:
                return False
        return True

    @property
    def _asks(self) -> bool:
        return bool(self._field.text().strip())

    def _is_at_end(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return self._field.cursorPosition() == len(self._field.text()) and held == Qt.KeyboardModifier.NoModifier

    @property
    def _has_preview(self) -> bool:
        return not self._preview_line.isHidden()

    def _current(self) -> Hit | None:
        return self._list.current_hit() if self._asks else self._starters.current_hit()

    def _search(self, text: str) -> None:
        self._notice.hide()
        self._list.setVisible(self._asks)
        self._starters.setVisible(not self._asks)
        if self._asks:
            self._ticket = self._bridge.search(
                self, text, limit=_SHOWN, first=lambda results: self._show(results, final=False),
                done=lambda results: self._show(results, final=True), failed=self._failed,
            )
            self._fit()
            return
        if self._ticket is not None:
            self._ticket.cancel()
        self._model.clear()
        self._starters.renew()

    def _steer(self, *, away: bool) -> None:
        """Make the current file an example, or none any more; where it is found again it stays the current one."""
        hit = self._current()
        if self._asks and hit is not None:
            text = steered(self._field.text(), hit.path, away=away)
            self._model.stay_with(hit.path, text)
            self._field.setText(text)

    def _search_like(self, data: QMimeData) -> None:
        self._media.take(data, lambda path: self._field.setText(like(path)))

    def _show(self, results: Results, *, final: bool) -> None:
        self._model.show(results, final=final, keep=self._list.kept_row())
        if not self._model.hits:
            self._show_preview(False)
        if final and not self._model.hits:
            self._say(self.tr("Nothing matches. Tab searches with filters in the window."))
        self._fit()

    def _look_at(self, hit: Hit | None) -> None:
        if hit is None:
            self._show_preview(False)
        elif self._preview is not None and self._has_preview:
            self._preview.show_hit(hit, self._field.text())
        # The keyboard stays in the field, so nobody else would say what the arrow keys came to.
        rows = self._list if self._asks else self._starters
        says = rows.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
        if says and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._field, says))

    def _show_preview(self, shown: bool) -> None:
        if shown and self._preview is None:
            self._preview = PreviewPane(self._bridge, compact=True)
            self._preview.setFixedHeight(_PREVIEW_HEIGHT)
            self._column.insertWidget(self._column.indexOf(self._preview_line) + 1, self._preview)
        if self._preview is None or shown == self._has_preview:
            return
        for widget in (self._preview_line, self._preview):
            widget.setVisible(shown)
        hit = self._current()
        if shown and hit is not None:
            self._preview.show_hit(hit, self._field.text())
        self._fit()
        self._list.scrollTo(self._list.currentIndex())

    def _failed(self, error: KnownError) -> None:
        self._say(words.explained(error.code))

    def _open(self, hit: Hit, to_folder: bool) -> None:
        self._memory.remember_search(self._field.text())
        self.hide()
        if to_folder:
            self._actions.reveal(hit)
        else:
            self._actions.open(hit)

    def _say(self, text: str) -> None:
        if not self.isVisible():
            self.toggle()
        self._notice.setText(text)
        self._notice.show()
        self._fit()

    def _lay_out(self) -> None:
        margin = SHADOW if self._translucent else 0
        field = QHBoxLayout()
        field.setContentsMargins(L, XS, L, XS)
        field.setSpacing(M)
        field.addWidget(self._lens)
        field.addWidget(self._field, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(margin + 1, margin + S, margin + 1, margin + S)
        self._column.setSpacing(S)
        self._column.addLayout(field)
        self._column.addWidget(Hairline())
        self._column.addWidget(self._starters)
        self._column.addWidget(self._list)
        self._column.addWidget(self._preview_line)
        self._column.addWidget(self._notice)
        self._column.addWidget(Hairline())
        keys = KeyLine()
        keys.setContentsMargins(L, 0, L, 0)
        self._column.addWidget(keys)
        self._notice.setContentsMargins(L, 0, L, 0)
        self._list.hide()
        self.setFixedWidth(_WIDTH + 2 * margin)

    def _dress(self) -> None:
        self._field.setFont(theme().font("search"))
        self._lens.setPixmap(theme().pixmap("search", "ink-muted", _LENS, self.devicePixelRatioF()))
        self.update()

    def _fit(self) -> None:
        """As high as what there is to show."""
        self._starters.setFixedHeight(self._starters.wanted_height)
        self._list.setFixedHeight(self._list.wanted_height(_BESIDE_PREVIEW if self._has_preview else _SHOWN))
        self.adjustSize()
        self._stay_on_screen()

    def _stay_on_screen(self) -> None:
        """Where it is too low for its height, go up as far as there is room."""
        margin = SHADOW if self._translucent else 0
        room = self.screen().availableGeometry().adjusted(0, -margin, 0, margin)
        if self.y() + self.height() > room.bottom() + 1:
            self.move(self.x(), max(room.top(), room.bottom() + 1 - self.height()))

    def _place(self) -> None:
        """A third down the screen that has the pointer."""
        screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        margin = SHADOW if self._translucent else 0
        self._fit()
        self.move(QPoint(room.center().x() - self.width() // 2, room.top() + room.height() // 3 - margin - L))
        self._stay_on_screen()
