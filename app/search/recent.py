"""What is shown before anything is asked: earlier searches, and the files changed last."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.bridge import Bridge
from app.controls import Chip, EmptyState, Label
from app.memory import Memory
from app.search.delegate import ResultDelegate
from app.search.flow import Flow
from app.search.list_view import ResultList
from app.search.result_model import ResultModel
from app.search.thumbnails import Thumbnails
from app.theme import XS, L, M, S
from indexer.answers import Hit, RecentFile, Results, Why

_FILES = 30
_SEARCHES = 4


class RecentPage(QWidget):
    """Asks for the files whenever ``renew`` is called. Main thread only.

    Attributes:
        files: the list of them.

    Signals:
        search_wanted: an earlier search. folders_wanted: no folder is chosen yet, and one should be.
    """

    search_wanted = Signal(str)
    folders_wanted = Signal()

    def __init__(
        self, bridge: Bridge, memory: Memory, thumbnails: Thumbnails, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._memory = memory
        self._model = ResultModel(lambda: bridge.roots, self)
        self.files = ResultList(self._model, ResultDelegate(thumbnails, dense=True))
        self.files.setAccessibleName(self.tr("Files changed lately"))
        self._searches_title = Label(self.tr("Earlier searches"), "caption", "ink-muted", strong=True)
        self._files_title = Label(self.tr("Changed lately"), "caption", "ink-muted", strong=True)
        self._searches = Flow(XS)
        self._empty = EmptyState("search", "", "")
        self._empty.acted.connect(self.folders_wanted)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._lay_out()
        memory.changed.connect(self._remembered)
        self._show_searches()
        self._show_files([])

    def renew(self) -> None:
        """Ask for the files changed last."""
        self._bridge.ask(self, lambda face: face.recent(_FILES), self._show_files, lambda error: None)

    def mark_gone(self, path: str) -> None:
        """The file at ``path`` is there no longer."""
        self._model.mark_gone(path)

    def _show_files(self, files: list[RecentFile]) -> None:
        hits = tuple(as_hit(file) for file in files)
        for widget in (self._files_title, self.files):
            widget.setVisible(bool(files))
        self._model.show(Results("", 0.0, hits), final=True, keep=self.files.kept_row())
        self._empty.setVisible(not files)
        if files:
            return
        if self._bridge.status and not self._bridge.status.get("roots"):
            self._empty.say(
                "folder-add", self.tr("No folder is chosen yet"),
                self.tr("Choose the folders you want to search. What is in them stays on this computer."),
                self.tr("Choose folders"),
            )
        else:
            self._empty.say(
                "search", self.tr("What do you remember?"),
                self.tr("Type a few words, or what it was about. Files changed lately will be here."),
            )

    def _show_searches(self) -> None:
        while (item := self._searches.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        searches = self._memory.searches[:_SEARCHES]
        for text in searches:
            chip = Chip(text, icon="history")
            chip.clicked.connect(partial(self.search_wanted.emit, text))
            self._searches.addWidget(chip)
        self._searches_title.setVisible(bool(searches))

    def _remembered(self, name: str) -> None:
        if name == "searches":
            self._show_searches()

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(L, M, L, S)
        head.setSpacing(S)
        head.addWidget(self._searches_title)
        head.addLayout(self._searches)
        self._files_title.setContentsMargins(0, S, 0, 0)
        head.addWidget(self._files_title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.files, 1)
        column.addWidget(self._empty, 1)


def as_hit(file: RecentFile) -> Hit:
    """A row that answers no question."""
    return Hit(
        file.path, file.kind, file.title, 0.0, "", (), {}, Why(), (), 0, modified=file.modified, size=file.size,
        picture=file.picture,
    )
