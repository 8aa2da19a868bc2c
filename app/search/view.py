"""The search: the field and its filters, what was found, and the file that is looked at."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app import words
from app.bridge import Bridge
from app.controls import EmptyState, Hairline, Label, QuietButton, ThinProgress, Toast
from app.engine_words import told
from app.memory import Memory
from app.preview import PreviewPane
from app.search.actions import like
from app.search.advice import Step, advice
from app.search.asking import Asking
from app.search.chips import FilterChips
from app.search.field import SearchField
from app.search.folders import Folders
from app.search.found import Found
from app.search.handling import Handling
from app.search.hit_view import HitView
from app.search.media import Media, holds_media
from app.search.modes import ModeChip
from app.search.recent import RecentPage
from app.search.remembering import Remembering
from app.search.split import Split
from app.search.thumbnails import Thumbnails
from app.shortcuts import bind, shortcut
from app.theme import L, M, S
from indexer.answers import Hit, Mode, Results
from indexer.client import Link
from indexer.errors import KnownError
from indexer.query import parse, without_filter


class SearchView(QWidget):
    """Searches while a person types: words at once, everything after. Main thread only.

    Signals:
        page_wanted: name of a page of the window, such as folders.
    """

    page_wanted = Signal(str)

    def __init__(self, bridge: Bridge, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._memory = memory
        self._ready: int | None = None
        self._step: Step | None = None
        thumbnails = Thumbnails(bridge, self)
        self._asking = Asking(bridge, self)
        self._folders = Folders(bridge, self)
        self._field = SearchField(memory, self._folders.paths, lambda key: self._found.turn(key))
        self._chips = FilterChips(self._folders.paths)
        self._mode = ModeChip()
        self._shape = QuietButton("grid", self.tr("Show as a grid"))
        self._look = QuietButton("eye", self.tr("Show or hide the preview"))
        self._missing = QuietButton("missing", self.tr("A file is missing…"))
        self._progress = ThinProgress(self.tr("Searching"))
        self._notice = Label(style="caption", role="ink-muted", wrap=True)
        self._found = Found(bridge, thumbnails)
        self._model = self._found.model
        self._recent = RecentPage(bridge, memory, thumbnails)
        self._empty = EmptyState("search", "", "")
        self._preview = PreviewPane(bridge)
        self._media = Media(bridge, memory.places.data, self)
        self._remembering = Remembering(memory, self)
        self._handling = Handling(
            bridge, self, self._view, self._field.text, found=self._found, recent=self._recent, preview=self._preview,
            remembering=self._remembering,
        )
        self._lay_out()
        self._toast = Toast(self)
        self._join()
        self.setAcceptDrops(True)
        self._typed(self._field.text())

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
        return self._handling.current_hit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """What nothing on it had a use for: letters go on in the field, wherever the keyboard is."""
        is_letter = event.text().isprintable() and bool(event.text())
        if QKeySequence(event.keyCombination()) == shortcut("preview"):
            self._split.toggle_preview()
        elif event.key() == Qt.Key.Key_Escape:
            self.focus_field()
        elif is_letter and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._field.setFocus()
            QCoreApplication.sendEvent(self._field, event)
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        self._remembering.used()
        super().hideEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        source = event.source()
        # What is dragged out of here may be let go of here without consequences.
        is_ours = isinstance(source, QWidget) and self.isAncestorOf(source)
        if holds_media(event.mimeData()) and not is_ours:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        event.acceptProposedAction()
        self._take_media(event.mimeData())

    def _join(self) -> None:
        self._field.textChanged.connect(self._typed)
        self._field.walked.connect(self._walk)
        self._field.opened.connect(self._open_current)
        self._field.media_given.connect(self._take_media)
        self._folders.found.connect(self._field.complete_again)
        self._chips.edited.connect(self.search)
        self._chips.completion_wanted.connect(self._complete)
        self._mode.chosen.connect(self._set_mode)
        self._shape.clicked.connect(lambda: self._found.set_shape("list" if self._found.shape == "grid" else "grid"))
        self._look.clicked.connect(self._split.toggle_preview)
        self._missing.clicked.connect(lambda: self._say_why())
        self._asking.answered.connect(self._show)
        self._asking.failed.connect(self._failed)
        self._asking.busy.connect(self._progress.setVisible)
        for view in (self._found, self._recent.files):
            view.current_changed.connect(self._look_at)
        self._found.near_end.connect(self._asking.ask_more)
        self._found.shape_changed.connect(self._shape_changed)
        self._recent.search_wanted.connect(self.search)
        self._recent.folders_wanted.connect(lambda: self.page_wanted.emit("folders"))
        self._media.failed.connect(self._toast.say)
        self._handling.said.connect(self._toast.say)
        self._handling.search_wanted.connect(self.search)
        self._handling.why_wanted.connect(self._say_why)
        self._handling.steered.connect(self._field.setText)
        self._empty.acted.connect(self._take_step)
        self._empty.asked.connect(self._say_why)
        self._bridge.link_changed.connect(self._linked)
        self._bridge.status_changed.connect(self._told)
        bind("history", self, self._field.show_history)
        bind("missing", self, self._say_why)
        bind("passage_next", self, partial(self._preview.step_passage, 1))
        bind("passage_previous", self, partial(self._preview.step_passage, -1))

    def _view(self) -> HitView | None:
        """The view of files that is seen."""
        if self._pages.currentWidget() is self._empty:
            return None
        return self._recent.files if self._left.currentWidget() is self._recent else self._found.view

    def _typed(self, text: str) -> None:
        self._found.view.touched = False
        self._chips.show_text(text)
        self._folders.typed(text)
        self._remembering.typed(text)
        self._asking.ask(text)
        if text.strip():
            return
        self._found.forget_shape()
        self._notice.hide()
        self._model.clear()
        self._left.setCurrentWidget(self._recent)
        self._pages.setCurrentWidget(self._split)
        self._tell_shape()
        self._look_at(self._recent.files.current_hit())
        self._recent.renew()

    def _show(self, results: Results, final: bool) -> None:
        self._model.show(results, final=final, keep=self._found.kept_row())
        if results.notice:
            self._tell(told(results.notice))
        else:
            is_chance = self._model.chance_row == 0
            self._tell(self.tr("Nothing here clearly matches. These come nearest.") if is_chance else "")
        if self._model.hits:
            self._left.setCurrentWidget(self._found)
            self._pages.setCurrentWidget(self._split)
            self._tell_shape()
            self._look_at(self.current_hit())
        elif final:
            self._say_nothing_found()
        else:
            self._preview.clear()

    def _say_nothing_found(self) -> None:
        said = advice(self._field.text(), self._asking.mode, self._bridge.status)
        self._step = said.step
        self._empty.say(said.icon, said.title, said.text, said.action, self.tr("A file is missing…"))
        self._pages.setCurrentWidget(self._empty)
        self._preview.clear()
        self._tell_shape()

    def _failed(self, error: KnownError) -> None:
        what, remedy = words.explain(error.code)
        if self._model.hits:
            self._tell(f"{what}\n{remedy}")
        else:
            self._step = None
            self._empty.say("warning", what, remedy)
            self._tell("")
            self._pages.setCurrentWidget(self._empty)
            self._preview.clear()
            self._tell_shape()

    def _tell(self, text: str) -> None:
        self._notice.setText(text)
        self._notice.setVisible(bool(text))

    def _take_step(self) -> None:
        match self._step:
            case "folders":
                self.page_wanted.emit("folders")
            case "everything":
                self._set_mode("all")
            case "filters":
                text = self._field.text()
                while filters := parse(text).filters:
                    text = without_filter(text, filters[-1])
                self.search(text)

    def _say_why(self, path: str = "") -> None:
        """Why a file is not where it is looked for: the one at ``path``, or one the person is asked for."""
        if text := self._field.text().strip():
            # Imported when needed: seldom, and it brings the adding of folders with it.
            from app.search.missing import MissingDialog

            dialog = MissingDialog(self._bridge, text, self)
            dialog.search_wanted.connect(self.search)
            dialog.page_wanted.connect(self.page_wanted)
            if path:
                dialog.explain(path)
            dialog.open()

    def _linked(self, link: Link) -> None:
        if link.state == "connected" and not self._field.text().strip():
            self._recent.renew()

    def _told(self, status: dict[str, Any]) -> None:
        ready = status.get("files", {}).get("ready")
        if ready == self._ready:
            return
        self._ready = ready
        if not self._field.text().strip():
            self._recent.renew()
        elif self._pages.currentWidget() is self._empty:
            self._asking.ask_again()

    def _complete(self, text: str) -> None:
        self.search(text)
        self._field.setCursorPosition(len(text))
        self._field.show_completions()

    def _set_mode(self, mode: Mode) -> None:
        self._mode.show_mode(mode)
        self._asking.ask(self._field.text(), mode)

    def _shape_changed(self, shape: str) -> None:
        is_grid = shape == "grid"
        self._shape.set_icon("list" if is_grid else "grid")
        self._shape.set_name(self.tr("Show as a list") if is_grid else self.tr("Show as a grid"))

    def _tell_shape(self) -> None:
        """The buttons are there where they do something."""
        self._shape.setVisible(self._view() is self._found.view)
        self._look.setVisible(self._view() is not None)
        self._missing.setVisible(bool(self._field.text().strip()))

    def _walk(self, by: int) -> None:
        if (view := self._view()) is not None:
            view.step(by)

    def _look_at(self, hit: Hit | None) -> None:
        if hit is None:
            self._preview.clear()
        elif hit == self.current_hit():
            self._preview.show_hit(hit, self._field.text())

    def _open_current(self, to_folder: bool) -> None:
        view = self._view()
        # With nothing typed, only a file that was walked to is meant.
        if view is not None and (view.touched or self._field.text().strip()) and (hit := view.current_hit()):
            self._handling.open(hit, to_folder)

    def _take_media(self, data: QMimeData) -> None:
        """Search with a file, or with a picture that is none yet."""
        self._media.take(data, lambda path: self.search(like(path)))

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(S)
        filters.addWidget(self._chips, 1, Qt.AlignmentFlag.AlignVCenter)
        for widget in (self._mode, self._missing, self._shape, self._look):
            filters.addWidget(widget)
        self._left = QStackedWidget()
        self._left.addWidget(self._recent)
        self._left.addWidget(self._found)
        self._split = Split(self._left, self._preview, self._memory)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._split)
        self._pages.addWidget(self._empty)
        self._notice.setContentsMargins(L, S, L, S)
        self._notice.hide()
        self._progress.setRange(0, 0)
        kept = self._progress.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._progress.setSizePolicy(kept)
        self._progress.hide()
        head = QVBoxLayout()
        head.setContentsMargins(L, M, L, 0)
        head.setSpacing(S)
        head.addWidget(self._field)
        head.addLayout(filters)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._progress)
        column.addWidget(Hairline())
        column.addWidget(self._notice)
        column.addWidget(self._pages, 1)
        self.setFocusProxy(self._field)
