"""The page of the folders that are indexed."""

from __future__ import annotations

import threading
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from app import words
from app.bridge import Bridge
from app.controls import Button, Card, EmptyState, Hairline, Label, PageTitle
from app.desktop.files import paths_in
from app.desktop.open import open_file
from app.pages.folders.adding import Adding
from app.pages.folders.root_row import RootRow
from app.pages.folders.rules_card import RulesCard
from app.pages.folders.work_card import WorkCard
from app.pages.frame import at_leading_edge
from app.theme import CARD_RADIUS, XL, L, M, S, theme
from indexer.answers import Problem
from indexer.errors import KnownError
from indexer.face import Face
from indexer.paths import to_text

_WIDEST = 820


class FoldersPage(QScrollArea):
    """The chosen folders, what is going on in them, and what is left out. Folders may be dropped anywhere on it."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._adding = Adding(bridge, self)
        self._rows: dict[str, RootRow] = {}
        self._looking: set[str] = set()
        self._closed: set[str] = set()
        self._state = ""
        add = Button(self.tr("Add folder…"), primary=True, icon="folder-add")
        add.clicked.connect(self._adding.ask)
        head = QHBoxLayout()
        head.addWidget(PageTitle(self.tr("Folders")), 1)
        head.addWidget(add)
        self._card = Card()
        self._card.body.setContentsMargins(L, 0, S, 0)
        self._card.body.setSpacing(0)
        self._empty = EmptyState(
            "folder-add", self.tr("The folders you search are listed here"),
            self.tr("Choose one, or drop it here. Hunch reads what is in it and keeps up with changes."),
            self.tr("Choose a folder…"),
        )
        self._empty.acted.connect(self._adding.ask)
        self._rules_title = Label(self.tr("Left out"), "title", strong=True)
        self._rules = RulesCard(bridge)
        body = QWidget()
        body.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(body)
        column.setContentsMargins(XL, XL, XL, XL)
        column.setSpacing(M)
        column.addLayout(head)
        column.addWidget(Label(
            self.tr("Hunch reads these folders and keeps up with changes. It never changes your files. Drop a folder "
                    "anywhere on this page to add it."), role="ink-muted", wrap=True,
        ))
        column.addWidget(WorkCard(bridge))
        column.addWidget(self._card)
        column.addWidget(self._empty, 1)
        column.addSpacing(S)
        column.addWidget(self._rules_title)
        column.addWidget(self._rules)
        column.addStretch()
        self.setWidget(at_leading_edge(body))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptDrops(True)
        self._veil = _Veil(self)
        bridge.status_changed.connect(self._show)
        self._show(bridge.status)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._ask_closed()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Whoever leaves the page meant what was removed on it."""
        for row in list(self._rows.values()):
            row.settle()
        super().hideEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if paths_in(event.mimeData()):
            event.acceptProposedAction()
            self._veil.cover()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802
        self._veil.hide()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        self._veil.hide()
        event.acceptProposedAction()
        self._adding.offer(paths_in(event.mimeData()))

    def _show(self, status: dict[str, Any]) -> None:
        roots = {to_text(root["path"]): root for root in status.get("roots", ())}
        if list(roots) != list(self._rows):
            self._list(list(roots))
        for path, row in self._rows.items():
            row.show_state(roots[path], status, is_looking=path in self._looking, is_closed=path in self._closed)
        self._card.setVisible(bool(roots))
        self._empty.setVisible(bool(status) and not roots)
        for widget in (self._rules_title, self._rules):
            widget.setVisible(bool(roots))
        state, self._state = self._state, status.get("state", "")
        if self._state == "idle" and state != "idle" and self.isVisible():
            self._ask_closed()

    def _list(self, paths: list[str]) -> None:
        """Show these; rows that stay keep what a person is doing in them."""
        for path in set(self._rows) - set(paths):
            self._rows.pop(path).deleteLater()
        while (item := self._card.body.takeAt(0)) is not None:
            if isinstance(line := item.widget(), Hairline):
                line.deleteLater()
        self._rows = {path: self._rows.get(path) or self._row(path) for path in paths}
        for number, row in enumerate(self._rows.values()):
            if number:
                self._card.body.addWidget(Hairline())
            self._card.body.addWidget(row)

    def _row(self, path: str) -> RootRow:
        row = RootRow(path)
        row.opened.connect(lambda: self._open(path))
        row.looked_again.connect(lambda: self._look_again(path))
        row.removed.connect(lambda: self._remove(path))
        return row

    def _open(self, path: str) -> None:
        self._bridge.work(
            self, lambda: open_file(path, {}),
            failed=lambda error: self._bridge.noticed.emit(self.tr("The folder could not be opened.")),
        )

    def _look_again(self, path: str) -> None:
        self._looking.add(path)
        self._show(self._bridge.status)
        self._bridge.ask(
            self, partial(_begin_to_look, path), lambda _: self._looked(path),
            lambda error: self._looked(path, error), lane="long",
        )

    def _looked(self, path: str, error: KnownError | None = None) -> None:
        self._looking.discard(path)
        self._show(self._bridge.status)
        if error is not None:
            self._tell(error)

    def _remove(self, path: str) -> None:
        """Also when the page is gone by then."""

        def failed(error: KnownError) -> None:
            if isValid(self) and path in self._rows:
                self._rows[path].stay()
            self._tell(error)

        self._bridge.ask(self._bridge, lambda face: face.remove(path), failed=failed, lane="change")

    def _tell(self, error: KnownError) -> None:
        self._bridge.noticed.emit(words.explained(error.code))

    def _ask_closed(self) -> None:
        """Which of the folders cannot be listed is among the problems."""
        self._bridge.ask(self, lambda face: face.problems(), self._took_problems, lambda error: None)

    def _took_problems(self, problems: list[Problem]) -> None:
        self._closed = {problem.path for problem in problems if problem.state is None}
        self._show(self._bridge.status)


class _Veil(QWidget):
    """Lies over a page while folders are held above it."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def cover(self) -> None:
        """Lie over the whole page."""
        self.setGeometry(self._page.rect())
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        ground = theme().color("accent-soft")
        ground.setAlphaF(0.92)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(ground)
            painter.setPen(QPen(theme().color("accent"), 2, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(self.rect().adjusted(M, M, -M, -M), CARD_RADIUS, CARD_RADIUS)
            painter.setFont(theme().font("title", strong=True))
            painter.setPen(theme().color("ink"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("Drop to add"))


def _begin_to_look(path: str, face: Face) -> None:
    """Returns when the engine has begun; what it finds is told by its status."""
    begun = threading.Event()
    face.index([path], lambda _: begun.set(), begun)
