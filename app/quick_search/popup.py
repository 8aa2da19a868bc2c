"""The quick search: a field and a few answers over whatever is on the screen, for the keyboard alone."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QMargins, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QCursor, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from app.bridge import Bridge, Ticket
from app.controls import Hairline, Label
from app.desktop.front import bring_to_front
from app.desktop.hotkey import Hotkey
from app.memory import Memory
from app.quick_search.starters import Starters
from app.search.actions import Actions
from app.search.delegate import ResultDelegate
from app.search.list_view import ResultList
from app.search.result_model import ResultModel
from app.search.thumbnails import Thumbnails
from app.shortcuts import shortcuts
from app.theme import CARD_RADIUS, XL, L, M, S, theme
from indexer.answers import Hit, Results
from indexer.errors import KnownError

_WIDTH = 680
_SHOWN = 8
_SHADOW = XL
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
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setWindowTitle(self.tr("Hunch quick search"))
        self._bridge = bridge
        self._memory = memory
        self._hotkey = hotkey
        self._ticket: Ticket | None = None
        self._warmed_at = 0.0
        self._thumbnails = Thumbnails(bridge)
        self._model = ResultModel(self)
        self._list = ResultList(self._model, ResultDelegate(self._thumbnails, dense=True))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._starters = Starters(bridge, memory)
        self._actions = Actions(bridge, self)
        self._field = QLineEdit()
        self._field.setObjectName("quickField")
        self._field.setFrame(False)
        self._field.setFont(theme().font("search"))
        self._field.setPlaceholderText(self.tr("What do you remember?"))
        self._field.setAccessibleName(self.tr("Search"))
        self._field.installEventFilter(self)
        self._notice = Label(style="caption", role="ink-muted", wrap=True)
        self._notice.hide()
        self._lay_out()
        self._field.textChanged.connect(self._search)
        self._list.activated_hit.connect(self._open)
        self._starters.search_wanted.connect(self._field.setText)
        self._starters.file_wanted.connect(self._open_path)
        self._actions.failed.connect(self._say)
        theme().changed.connect(self.update)

    def toggle(self, token: str = "") -> None:
        """Show it, or hide it where it is in front; ``token`` lets it come to the front where that is asked for."""
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
        if not self._field.text().strip():
            self._starters.renew()
            self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        lost = event.type() == QEvent.Type.ActivationChange and self.isVisible() and not self.isActiveWindow()
        # A drag out of the list takes the focus too.
        if lost and QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            card = QRectF(self.rect().marginsRemoved(QMargins(_SHADOW, _SHADOW, _SHADOW, _SHADOW)))
            shade = QColor(0, 0, 0)
            painter.setPen(Qt.PenStyle.NoPen)
            for step in range(_SHADOW, 0, -2):
                shade.setAlphaF(0.012 + 0.02 * (1 - step / _SHADOW))
                painter.setBrush(shade)
                painter.drawRoundedRect(
                    card.adjusted(-step, -step + S, step, step), CARD_RADIUS + step, CARD_RADIUS + step
                )
            painter.setPen(theme().color("line"))
            painter.setBrush(theme().color("raised"))
            painter.drawRoundedRect(card, CARD_RADIUS, CARD_RADIUS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched is self._field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(event)
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent) -> bool:
        asks = bool(self._field.text().strip())
        match event.key():
            case Qt.Key.Key_Escape:
                self.hide()
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                (self._list if asks else self._starters).step(step)
                self._fit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                to_folder = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
                if not asks:
                    self._starters.choose()
                elif (hit := self._list.current_hit()) is not None:
                    self._open(hit, to_folder)
            case Qt.Key.Key_Tab:
                self.hide()
                self.more_wanted.emit(self._field.text())
            case _:
                hit = self._list.current_hit() if asks else None
                if hit is not None and QKeySequence(event.keyCombination()) in shortcuts("copy_path"):
                    self._actions.copy_path(hit)
                    return True
                return False
        return True

    def _search(self, text: str) -> None:
        self._notice.hide()
        if not text.strip():
            if self._ticket is not None:
                self._ticket.cancel()
            self._model.clear()
            self._pages.setCurrentWidget(self._starters)
            self._fit()
            return
        self._pages.setCurrentWidget(self._list)
        self._ticket = self._bridge.search(
            self, text, limit=_SHOWN, first=lambda results: self._show(results, final=False),
            done=lambda results: self._show(results, final=True), failed=self._failed,
        )

    def _show(self, results: Results, *, final: bool) -> None:
        self._model.show(results, final=final, keep=self._list.kept_row())
        if final and not self._model.hits:
            self._say(self.tr("Nothing matches. Tab searches with filters in the window."))
        self._fit()

    def _failed(self, error: KnownError) -> None:
        self._say(f"{error.title}. {error.message}")

    def _open(self, hit: Hit, to_folder: bool) -> None:
        self._memory.remember_search(self._field.text())
        self.hide()
        if to_folder:
            self._actions.reveal(hit)
        else:
            self._actions.open(hit)

    def _open_path(self, path: str, to_folder: bool) -> None:
        self.hide()
        self._actions.open_path(path, to_folder=to_folder)

    def _say(self, text: str) -> None:
        self._notice.setText(text)
        self._notice.show()
        if not self.isVisible():
            self.toggle()
        self._fit()

    def _lay_out(self) -> None:
        self._pages = QStackedLayout()
        self._pages.addWidget(self._starters)
        self._pages.addWidget(self._list)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        keys = Label(
            self.tr("Enter open   ·   Ctrl+Enter folder   ·   Tab more   ·   Esc close"), "caption", "ink-muted"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(_SHADOW + M, _SHADOW + M, _SHADOW + M, _SHADOW + S)
        column.setSpacing(S)
        column.addWidget(self._field)
        column.addWidget(Hairline())
        column.addLayout(self._pages, 1)
        column.addWidget(self._notice)
        column.addWidget(Hairline())
        column.addWidget(keys)
        self.setFixedWidth(_WIDTH + 2 * _SHADOW)

    def _fit(self) -> None:
        """As high as what there is to show."""
        asks = bool(self._field.text().strip())
        rows = self._list.wanted_height(_SHOWN) if asks else self._starters.sizeHint().height()
        shown = self._list if asks else self._starters
        shown.setFixedHeight(rows)
        for page in (self._starters, self._list):
            if page is not shown:
                page.setFixedHeight(0)
        self.adjustSize()

    def _place(self) -> None:
        """A third down the screen that has the pointer."""
        screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        self._fit()
        self.move(QPoint(room.center().x() - self.width() // 2, room.top() + room.height() // 3 - _SHADOW - L))
