"""The search: the field and its filters, what was found, and the file that is looked at."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QByteArray, QMimeData, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from app.bridge import Bridge, Ticket
from app.controls import EmptyState, Hairline, Label, Toast
from app.memory import Memory
from app.preview import PreviewPane
from app.search.actions import Actions
from app.search.chips import FilterChips
from app.search.delegate import ResultDelegate
from app.search.field import SearchField
from app.search.list_view import ResultList
from app.search.result_model import ResultModel
from app.search.thumbnails import Thumbnails
from app.search.why import WhyPopup
from app.shortcuts import Name, shortcuts
from app.theme import L, M, S
from indexer.answers import Hit, RecentFile, Results
from indexer.client import Link
from indexer.errors import KnownError
from indexer.paths import display, from_text, to_text
from indexer.query import parse, with_filter, without_filter

Mode = Literal["all", "words", "meaning", "pictures"]

_FIRST_LIMIT, _MORE = 50, 4
_MOST = 10_000
_REMEMBER_MS = 2_000
_RECENT = 20
_LIST_SHARE = 58
"""Percent of the width that the list has before a person draws the line elsewhere."""
_SPLIT = "search_split"
_MODES: tuple[Mode, ...] = ("all", "words", "meaning", "pictures")


class _Split(QSplitter):
    """List and preview, in their usual shares until a person draws the line elsewhere (``is_chosen``)."""

    is_chosen = False

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        if not self.is_chosen:
            self.setSizes([_LIST_SHARE * self.width() // 100, (100 - _LIST_SHARE) * self.width() // 100])


class SearchView(QWidget):
    """Searches while a person types: words at once, everything after. Main thread only."""

    page_wanted = Signal(str)

    def __init__(self, bridge: Bridge, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._memory = memory
        self._mode: Mode = "all"
        self._limit = _FIRST_LIMIT
        self._ticket: Ticket | None = None
        self._waits_for_engine = False
        self._field = SearchField(memory, self._folders)
        self._chips = FilterChips()
        self._thumbnails = Thumbnails(bridge, self)
        self._model = ResultModel(self)
        self._list = ResultList(self._model, ResultDelegate(self._thumbnails))
        self._preview = PreviewPane(bridge)
        self._actions = Actions(bridge, self)
        self._notice = Label(style="caption", role="ink-muted", wrap=True)
        self._empty = EmptyState("search", "", "")
        self._remember = QTimer(self, singleShot=True, interval=_REMEMBER_MS)
        self._lay_out()
        self._toast = Toast(self)
        self._join()
        self._show_recent()

    def search(self, text: str) -> None:
        """Look for ``text``, as if a person had typed it."""
        self._field.setText(text)
        self._field.setFocus()

    def focus_field(self) -> None:
        """The keyboard goes to the field, what is there selected."""
        self._field.setFocus()
        self._field.selectAll()

    @property
    def text(self) -> str:
        """What is typed."""
        return self._field.text()

    def current_hit(self) -> Hit | None:
        """The file that is looked at."""
        return self._list.current_hit()

    def _join(self) -> None:
        self._field.textChanged.connect(self._typed)
        self._field.walked.connect(self._list.step)
        self._field.opened.connect(self._open_current)
        self._field.media_given.connect(self._take_media)
        self._chips.edited.connect(self.search)
        self._list.current_changed.connect(self._look_at)
        self._list.activated_hit.connect(self._open)
        self._list.menu_wanted.connect(self._show_menu)
        self._list.near_end.connect(self._ask_more)
        self._preview.acted.connect(self._act)
        self._actions.failed.connect(self._toast.say)
        self._actions.gone.connect(self._model.mark_gone)
        self._remember.timeout.connect(lambda: self._memory.remember_search(self._field.text()))
        self._empty.acted.connect(self._drop_filters)
        self._bridge.link_changed.connect(self._linked)
        self._bridge.status_changed.connect(self._told)
        acts: dict[Name, str] = {
            "copy_path": "copy_path", "copy_passage": "copy_passage", "similar": "similar", "why": "why",
        }
        for name, act in acts.items():
            self._bind(name, lambda act=act: self._act(act))
        self._bind("history", self._field.show_history)
        self._bind("passage_next", lambda: self._preview.step_passage(1))
        self._bind("passage_previous", lambda: self._preview.step_passage(-1))

    def _bind(self, name: Name, act: Any) -> None:
        for keys in shortcuts(name):
            QShortcut(keys, self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut).activated.connect(act)

    def _split_chosen(self) -> None:
        self._split.is_chosen = True
        self._memory.set_value(_SPLIT, self._split.saveState())

    def _typed(self, text: str) -> None:
        self._limit = _FIRST_LIMIT
        self._list.touched = False
        self._chips.show_text(text, tuple(self._folders()))
        if text.strip():
            self._remember.start()
            self._ask(text)
            return
        if self._ticket is not None:
            self._ticket.cancel()
        self._notice.hide()
        self._model.clear()
        self._show_recent()

    def _ask(self, text: str) -> None:
        self._ticket = self._bridge.search(
            self, text, limit=self._limit, mode=self._mode, first=lambda results: self._show(results, final=False),
            done=lambda results: self._show(results, final=True), failed=self._failed,
        )

    def _ask_more(self) -> None:
        waits = self._ticket is not None and self._limit > len(self._model.hits)
        if self._field.text().strip() and not waits and self._limit < _MOST:
            self._limit = min(_MORE * self._limit, _MOST)
            self._ask(self._field.text())

    def _show(self, results: Results, *, final: bool) -> None:
        self._waits_for_engine = False
        self._model.show(results, final=final, keep=self._list.kept_row())
        self._notice.setText(results.notice or "")
        self._notice.setVisible(bool(results.notice))
        if self._model.hits:
            self._pages.setCurrentWidget(self._split)
        elif final:
            self._say_nothing_found()

    def _say_nothing_found(self) -> None:
        filters = parse(self._field.text()).filters
        pending = self._bridge.status.get("files", {}).get("pending", 0)
        if filters:
            text = self.tr("No file matches with these filters.")
        elif not self._bridge.status.get("roots"):
            text = self.tr("No folder is indexed yet. Choose some under Folders.")
        elif pending:
            text = self.tr("%Ln file(s) are still waiting to be read.", "", pending)
        else:
            text = self.tr("Try fewer or other words; the meaning counts, not the spelling.")
        action = self.tr("Remove the filters") if filters else None
        self._empty.say("search", self.tr("Nothing here matches"), text, action)
        self._pages.setCurrentWidget(self._empty)

    def _drop_filters(self) -> None:
        text = self._field.text()
        while filters := parse(text).filters:
            text = without_filter(text, filters[-1])
        self.search(text)

    def _failed(self, error: KnownError) -> None:
        self._waits_for_engine = error.code == "engine_gone"
        if not self._waits_for_engine:
            self._notice.setText(f"{error.title}. {error.message}")
            self._notice.show()

    def _linked(self, link: Link) -> None:
        if link.state != "connected":
            return
        if self._field.text().strip():
            if self._waits_for_engine:
                self._ask(self._field.text())
        elif not self._model.hits:
            self._show_recent()

    def _told(self, status: dict[str, Any]) -> None:
        if not self._field.text().strip() and not self._model.hits and status.get("files", {}).get("ready"):
            self._show_recent()

    def _show_recent(self) -> None:
        self._empty.say(
            "search", self.tr("What do you remember?"),
            self.tr("Type some words, or what it was about. Files changed lately are shown here."), None,
        )
        self._pages.setCurrentWidget(self._empty)
        self._bridge.ask(self, lambda face: face.recent(_RECENT), self._show_files, lambda error: None)

    def _show_files(self, files: list[RecentFile]) -> None:
        if self._field.text().strip() or not files:
            return
        from app.search.recent import as_hit

        self._model.show(Results("", 0.0, tuple(as_hit(file) for file in files)), final=True, keep=None)
        self._pages.setCurrentWidget(self._split)

    def _look_at(self, hit: Hit | None) -> None:
        if hit is None:
            self._preview.clear()
        else:
            self._preview.show_hit(hit, self._field.text())

    def _open_current(self, to_folder: bool) -> None:
        if (hit := self._list.current_hit()) is not None:
            self._open(hit, to_folder)

    def _open(self, hit: Hit, to_folder: bool) -> None:
        self._memory.remember_search(self._field.text())
        if to_folder:
            self._actions.reveal(hit)
        else:
            self._actions.open(hit)

    def _act(self, act: str) -> None:
        hit = self._list.current_hit()
        if hit is None:
            return
        match act:
            case "open":
                self._open(hit, False)
            case "reveal":
                self._open(hit, True)
            case "copy_path":
                self._actions.copy_path(hit)
                self._toast.say(self.tr("The path is copied."))
            case "copy_passage":
                self._actions.copy_text(self._preview.passage_text or hit.snippet)
                self._toast.say(self.tr("The passage is copied."))
            case "similar":
                self.search(with_filter("", "like", display(hit.path)))
            case "why":
                rect = self._list.visualRect(self._list.currentIndex())
                WhyPopup(hit, self).show_at(self._list.viewport().mapToGlobal(rect.center()))

    def _show_menu(self, hit: Hit, point: QPoint) -> None:
        menu = QMenu(self)
        rows: tuple[tuple[str, str, Name], ...] = (
            ("open", self.tr("Open"), "open"), ("reveal", self.tr("Show in folder"), "open_folder"),
            ("copy_path", self.tr("Copy the path"), "copy_path"),
            ("copy_passage", self.tr("Copy the passage"), "copy_passage"),
            ("similar", self.tr("Find similar files"), "similar"), ("why", self.tr("Why is it here?"), "why"),
        )
        for act, text, name in rows:
            menu.addAction(text, partial(self._act, act)).setShortcut(shortcuts(name)[0])
        menu.popup(point)

    def _take_media(self, data: QMimeData) -> None:
        """Search with a file, or with a picture that is none yet."""
        paths = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if paths:
            self.search(with_filter("", "like", display(to_text(paths[0]))))
        elif data.hasImage() and isinstance(image := data.imageData(), QImage):
            folder = self._memory.places.data

            def keep() -> str:
                with tempfile.NamedTemporaryFile(dir=folder, prefix="pasted-", suffix=".png", delete=False) as file:
                    path = file.name
                if not image.save(path):
                    Path(path).unlink(missing_ok=True)
                    raise OSError(None, "the picture could not be written")
                return path

            self._bridge.work(self, keep, lambda path: self.search(with_filter("", "like", path)))

    def _folders(self) -> list[str]:
        return [Path(from_text(root["path"])).name for root in self._bridge.status.get("roots", [])]

    def _set_mode(self, mode: Mode) -> None:
        self._mode = mode
        self._mode_button.setText(self._mode_name(mode))
        if self._field.text().strip():
            self._ask(self._field.text())

    def _mode_name(self, mode: Mode) -> str:
        return {
            "all": self.tr("Everything"), "words": self.tr("Words only"), "meaning": self.tr("By meaning only"),
            "pictures": self.tr("Pictures by sight"),
        }[mode]

    def _lay_out(self) -> None:
        self._mode_button = QToolButton()
        self._mode_button.setAutoRaise(True)
        self._mode_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._mode_button.setAccessibleName(self.tr("How to search"))
        menu = QMenu(self._mode_button)
        for mode in _MODES:
            menu.addAction(self._mode_name(mode), partial(self._set_mode, mode))
        self._mode_button.setMenu(menu)
        self._mode_button.setText(self._mode_name("all"))
        filters = QHBoxLayout()
        filters.addWidget(self._chips)
        filters.addStretch(1)
        filters.addWidget(self._mode_button)
        self._split = _Split(Qt.Orientation.Horizontal)
        self._split.addWidget(self._list)
        self._split.addWidget(self._preview)
        self._split.setStretchFactor(0, 3)
        self._split.setStretchFactor(1, 2)
        self._split.setHandleWidth(1)
        self._split.is_chosen = self._split.restoreState(self._memory.value(_SPLIT, QByteArray()))
        self._split.splitterMoved.connect(self._split_chosen)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._split)
        self._pages.addWidget(self._empty)
        self._notice.setContentsMargins(L, S, L, S)
        self._notice.hide()
        head = QVBoxLayout()
        head.setContentsMargins(L, M, L, S)
        head.setSpacing(S)
        head.addWidget(self._field)
        head.addLayout(filters)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Hairline())
        column.addWidget(self._notice)
        column.addWidget(self._pages, 1)
        self.setFocusProxy(self._field)
