"""The page of what is there more than once."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from app import words
from app.bridge import Bridge, Ticket
from app.controls import Button, ClearAction, EmptyState, Hairline, Label, PageTitle, QuietButton, ThinProgress
from app.memory import Memory
from app.pages.duplicates.list_view import TwinsView
from app.pages.duplicates.twins import TwinsModel
from app.pages.duplicates.ways import WayChips
from app.preview import PreviewPane
from app.search.actions import Actions, like
from app.search.result_menu import FileMenu
from app.search.split import Split
from app.search.thumbnails import Thumbnails
from app.shortcuts import bind
from app.theme import XL, M, S
from indexer.answers import Hit, Why
from indexer.client import Link
from indexer.errors import KnownError
from indexer.reports import Duplicates, Twin

_SEARCH = 240
_MOST_GROUPS = 10_000


class DuplicatesPage(QWidget):
    """Groups of files that are alike, those first that take the most space. Nothing is changed or deleted here.

    It asks when it is first shown, and again when files were read since or a person wants it.

    Signals:
        page_wanted: name of a page of the window.
        search_wanted: a text to look for.
    """

    page_wanted = Signal(str)
    search_wanted = Signal(str)

    def __init__(self, bridge: Bridge, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._found: Duplicates | None = None
        self._failure: KnownError | None = None
        self._counts: object = None
        self._ticket: Ticket | None = None
        self._model = TwinsModel(lambda: bridge.roots, self)
        self._view = TwinsView(self._model, Thumbnails(bridge, self))
        self._preview = PreviewPane(bridge)
        self._preview.leave_out("why")
        self._split = Split(self._view, self._preview, memory)
        self._actions = Actions(bridge, self)
        self._text = QLineEdit()
        self._ways = WayChips()
        self._said = Label(role="ink-muted", wrap=True)
        self._again = Button(self.tr("Look again"), icon="refresh")
        self._look = QuietButton("eye", self.tr("Show or hide the preview"))
        self._progress = ThinProgress(self.tr("Looking for files that are alike"))
        self._empty = EmptyState("duplicates", "", "")
        self._pages = QStackedWidget()
        self._join()
        self._lay_out()
        self._show_state()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        if self._found is None or self._counts != _counts(self._bridge.status):
            self._ask()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        if self._ticket is not None:
            self._ticket.cancel()
            self._ticket = None

    def _join(self) -> None:
        self._text.setPlaceholderText(self.tr("Name or folder"))
        self._text.setAccessibleName(self.tr("Search the duplicates"))
        ClearAction(self._text)
        self._text.textChanged.connect(self._narrow)
        self._ways.chosen.connect(self._narrow)
        self._again.clicked.connect(self._ask)
        self._look.clicked.connect(self._split.toggle_preview)
        self._empty.acted.connect(self._take_step)
        self._view.current_changed.connect(self._look_at)
        self._view.activated_file.connect(lambda file, to_folder: self._act("reveal" if to_folder else "open", file))
        self._view.menu_wanted.connect(self._show_menu)
        self._preview.acted.connect(self._act)
        self._actions.said.connect(self._bridge.noticed)
        self._actions.failed.connect(self._bridge.noticed)
        self._actions.gone.connect(self._model.mark_gone)
        self._bridge.link_changed.connect(self._linked)
        bind("copy_path", self._split, partial(self._act, "copy_path"))
        bind("similar", self._split, partial(self._act, "similar"))
        bind("preview", self._view, self._split.toggle_preview)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(S)
        head.addWidget(PageTitle(self.tr("Duplicates")), 1)
        self._text.setMaximumWidth(_SEARCH)
        self._text.setMinimumHeight(self._again.sizeHint().height())
        head.addWidget(self._text, 1)
        head.addWidget(self._again)
        head.addWidget(self._look)
        above = QVBoxLayout()
        above.setContentsMargins(XL, XL, XL, M)
        above.setSpacing(M)
        above.addLayout(head)
        above.addWidget(self._said)
        above.addWidget(self._ways)
        self._pages.addWidget(self._split)
        self._pages.addWidget(self._empty)
        self._progress.setRange(0, 0)
        kept = self._progress.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._progress.setSizePolicy(kept)
        self._line = Hairline()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(self._progress)
        column.addWidget(self._line)
        column.addWidget(self._pages, 1)
        self.setFocusProxy(self._view)

    def _ask(self) -> None:
        if self.isVisible() and self._ticket is None:
            counts = _counts(self._bridge.status)

            def took(found: Duplicates) -> None:
                self._counts = counts
                self._took(found)

            self._ticket = self._bridge.ask(
                self, lambda face: face.duplicates(None, _MOST_GROUPS), took, self._failed, lane="long"
            )
            self._failure = None
            self._show_state()

    def _took(self, found: Duplicates) -> None:
        self._ticket, self._found = None, found
        current, place = self._view.current_file(), self._view.verticalScrollBar().value()
        self._model.fill(found.groups)
        self._ways.show_counts(found.total_groups, self._model.ways)
        self._go_to(current)
        self._view.verticalScrollBar().setValue(place)
        self._show_state()

    def _failed(self, error: KnownError) -> None:
        self._ticket, self._failure = None, error
        self._show_state()

    def _linked(self, link: Link) -> None:
        if link.state == "connected" and self._failure is not None:
            self._ask()

    def _narrow(self) -> None:
        current = self._view.current_file()
        self._model.narrow(self._text.text(), self._ways.way)
        self._go_to(current)
        self._show_state()

    def _go_to(self, file: Twin | None) -> None:
        """To the row of this file if it is still there, else to the first."""
        row = self._model.row_of(file.path) if file is not None else None
        if self._model.rows:
            self._view.setCurrentIndex(self._model.index(row or 0))
        else:
            self._look_at(None)

    def _show_state(self) -> None:
        """Show what fits what is known."""
        whole, is_asking = self._model.whole, self._ticket is not None
        has_rows = bool(self._model.rows)
        self._progress.setVisible(is_asking)
        self._again.setEnabled(not is_asking)
        self._again.setVisible(self._found is not None)
        for widget in (self._said, self._text, self._ways, self._line):
            widget.setVisible(whole > 0)
        self._look.setVisible(has_rows)
        self._said.setText(self._summary() if whole else "")
        self._pages.setCurrentWidget(self._split if has_rows else self._empty)
        if has_rows:
            return
        if whole:
            self._empty.say("filter", self.tr("Nothing fits"),
                            self.tr("None of the groups has this in a name and folder."), self.tr("Show all"))
        elif self._failure is not None:
            what, remedy = words.explain(self._failure.code)
            self._empty.say("warning", what, remedy, self.tr("Try again"))
        elif self._found is None:
            self._empty.say("duplicates", self.tr("Looking for files that are alike"),
                            self.tr("With many files this takes a few seconds."))
        elif self._bridge.status and not self._bridge.status.get("roots"):
            self._empty.say(
                "folder-add", self.tr("No folder is chosen yet"),
                self.tr("Copies, other versions and pictures that look the same will be listed here, with the space "
                        "they take."), self.tr("Choose folders"),
            )
        else:
            self._empty.say(
                "good", self.tr("Nothing is there more than once"),
                self.tr("Copies, other versions and pictures that look the same will be listed here, with the space "
                        "they take."),
            )

    def _summary(self) -> str:
        model = self._model
        said = self.tr("{files} in {groups}; all but the newest of each take {space}.").format(
            files=self.tr("%Ln file(s)", "", model.files), groups=self.tr("%Ln group(s)", "", model.groups),
            space=words.size(model.space),
        )
        if self._found is not None and self._found.total_groups > model.whole:
            more = self.tr("{told} Only the {count} groups that take the most space are listed.")
            said = more.format(told=said, count=words.count(model.whole))
        return self.tr("{told} Hunch deletes nothing: to tidy up, show a file in its folder.").format(told=said)

    def _take_step(self) -> None:
        if self._model.whole:
            self._text.clear()
            self._ways.choose(None)
        elif self._failure is not None:
            self._ask()
        else:
            self.page_wanted.emit("folders")

    def _look_at(self, file: Twin | None) -> None:
        if file is None:
            self._preview.clear()
        else:
            self._preview.show_hit(as_hit(file), "")

    def _act(self, name: str, file: Twin | None = None) -> None:
        """Do this with ``file``, or else with the current one."""
        file = file or self._view.current_file()
        if file is None:
            return
        match name:
            case "open":
                self._actions.open(as_hit(file))
            case "reveal":
                self._actions.reveal(as_hit(file))
            case "copy_path":
                self._actions.copy_path(as_hit(file))
            case "similar":
                self.search_wanted.emit(like(file.path))

    def _show_menu(self, file: Twin, point: QPoint) -> None:
        menu = FileMenu(partial(self._act, file=file), self._view)
        menu.add("open", "open", self.tr("Open"), "open")
        menu.add("reveal", "reveal", self.tr("Show in folder"), "open_folder")
        menu.addSeparator()
        menu.add("copy_path", "copy", self.tr("Copy the path"), "copy_path")
        menu.add("similar", "similar", self.tr("Find similar files"), "similar")
        menu.popup(point)


def as_hit(file: Twin) -> Hit:
    """A row that answers no question."""
    return Hit(
        file.path, file.kind, None, 0.0, "", (), {}, Why(), (), 0, file.offline, file.modified, file.size, file.picture
    )


def _counts(status: dict[str, Any]) -> object:
    """What changes when files are read or go."""
    files = status.get("files", {})
    return files.get("ready"), files.get("pending")
