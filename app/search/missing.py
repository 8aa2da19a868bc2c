"""Is a file missing? Asks which one, and says why it is not where it was looked for, and what would bring it up."""

from __future__ import annotations

import os

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app import words
from app.bridge import Bridge, Ticket
from app.controls import Button, Hairline, ThinProgress
from app.desktop.files import database_path, paths_in
from app.desktop.open import reveal
from app.pages.folders.adding import Adding
from app.search.missing_pages import Answer, Failure, Question, Waiting
from app.search.missing_words import Step
from app.theme import XL, M, S
from indexer.errors import KnownError
from indexer.reports import Explanation

_WIDTH, _HEIGHT = 600, 420
_TALLEST = 680


class MissingDialog(QDialog):
    """For one query. A file can be dropped on it, chosen or named; gone when it closes. Main thread only.

    Attributes:
        explained: what is said, None before the answer is there.

    Signals:
        search_wanted: a text to look for. page_wanted: name of a page of the window.
    """

    search_wanted = Signal(str)
    page_wanted = Signal(str)

    def __init__(self, bridge: Bridge, query: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Is a file missing?"))
        self.setAcceptDrops(True)
        self._bridge = bridge
        self._query = query
        self._ticket: Ticket | None = None
        self.explained: Explanation | None = None
        self._progress = ThinProgress(self.tr("Looking why"))
        self._question = Question(query)
        self._question.named.connect(lambda name: self.explain(database_path(os.path.expanduser(name))))  # noqa: PTH111
        self._question.choice_wanted.connect(self._choose)
        self._waiting = Waiting()
        self._answer = QScrollArea()
        self._pages = QStackedWidget()
        self._other = Button(self.tr("Another file…"))
        self._other.clicked.connect(self._ask)
        self._close = Button(self.tr("Close"))
        self._close.clicked.connect(self.reject)
        self._lay_out()
        self._ask()

    def explain(self, path: str) -> None:
        """Say it of the file at this database path, or of that name."""
        if self._ticket is not None:
            self._ticket.cancel()
        query = self._query
        self._waiting.show_name(words.name_of(path))
        self._pages.setCurrentWidget(self._waiting)
        self._progress.show()
        self._other.show()
        self._ticket = self._bridge.ask(self, lambda face: face.why(path, query), self._took, self._failed)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if paths_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        event.acceptProposedAction()
        self.explain(paths_in(event.mimeData())[0])

    def _lay_out(self) -> None:
        self._answer.setWidgetResizable(True)
        self._answer.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._answer.setAccessibleName(self.windowTitle())
        self._pages.addWidget(self._question)
        self._pages.addWidget(self._waiting)
        self._pages.addWidget(self._answer)
        self._progress.setRange(0, 0)
        kept = self._progress.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._progress.setSizePolicy(kept)
        foot = QHBoxLayout()
        foot.setContentsMargins(XL, M, XL, M)
        foot.setSpacing(S)
        foot.addWidget(self._other)
        foot.addStretch()
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._progress)
        column.addWidget(self._pages, 1)
        column.addWidget(Hairline())
        column.addLayout(foot)
        self.resize(_WIDTH, _HEIGHT)

    def _ask(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
            self._ticket = None
        self._progress.hide()
        self._other.hide()
        self._pages.setCurrentWidget(self._question)
        self._question.setFocus()

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose the file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.explain(database_path(path)))
        dialog.open()

    def _took(self, found: Explanation) -> None:
        self.explained = found
        answer = Answer(found, self._bridge.roots)
        answer.step_wanted.connect(self._take)
        answer.unfolded.connect(lambda: self._fit(answer))
        self._show_answer(answer)

    def _failed(self, error: KnownError) -> None:
        self._show_answer(Failure(error))

    def _show_answer(self, answer: QWidget) -> None:
        self._ticket = None
        self._progress.hide()
        self._answer.setWidget(answer)
        self._pages.setCurrentWidget(self._answer)
        self._fit(answer)
        self._close.setFocus()

    def _fit(self, answer: QWidget) -> None:
        """Grow for what is said, up to a point."""
        wanted = answer.heightForWidth(self._answer.viewport().width())
        around = self.height() - self._answer.viewport().height()
        self.resize(self.width(), max(self.height(), min(wanted + around, _TALLEST)))

    def _take(self, step: Step) -> None:
        match step.do:
            case "explain":
                self.explain(step.value)
            case "retry":
                bridge, said = self._bridge, self.tr("It will be read again.")
                bridge.ask(
                    bridge, lambda face: face.retry([step.value]), lambda _: bridge.noticed.emit(said), lane="change"
                )
                self.accept()
            case "reveal":
                refused = self.tr("The folder of {name} could not be shown").format(name=words.name_of(step.value))
                self._bridge.work(
                    self, lambda: reveal(step.value), failed=lambda error: self._bridge.noticed.emit(refused)
                )
            case "add":
                self.accept()
                Adding(self._bridge, self._page).offer([step.value])
            case "search":
                self.accept()
                self.search_wanted.emit(step.value)
            case "page":
                self.accept()
                self.page_wanted.emit(step.value)
