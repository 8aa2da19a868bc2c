"""The first files come in: how many can be found, the newest of them, and a search field that works."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app import words
from app.bridge import Bridge
from app.controls import Card, ElidedLabel, Hairline, Label
from app.pages.first_run.step import Step
from app.pages.folders.work_card import WorkCard
from app.theme import XS, M, S, theme
from indexer.answers import Hit, RecentFile, Results

_SHOWN = 4
_REST_MS = 1_000
_KIND = 32
_ROOMY = 440


class Watch(Step):
    """The last step.

    Signals:
        searched: a person pressed Enter in the field; the text in it.
    """

    searched = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head(
            self.tr("Reading has begun"),
            self.tr("The newest files come first. Search for something now, or go on; Hunch keeps reading."),
        )
        self._bridge = bridge
        self._ready = -1
        self._files: Sequence[Hit | RecentFile] = ()
        self._count = Label(style="title", strong=True)
        self._field = QLineEdit()
        self._field.setFont(theme().font("search"))
        self._field.setPlaceholderText(self.tr("What do you remember?"))
        self._field.setAccessibleName(self.tr("Search"))
        self._field.textChanged.connect(self._typed)
        self._field.returnPressed.connect(lambda: self.searched.emit(self.text))
        self._heading = Label(style="caption", role="ink-muted")
        self._rows = [_FileRow() for _ in range(_SHOWN)]
        self._card = Card()
        self._card.body.setSpacing(0)
        self._card.body.setContentsMargins(M, XS, M, XS)
        for row in self._rows:
            self._card.body.addWidget(row)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._ask_newest)
        self.body.setSpacing(M)
        self.body.addWidget(self._field)
        counts = QHBoxLayout()
        counts.addWidget(self._count, 1)
        counts.addWidget(self._heading)
        self.body.addLayout(counts)
        self.body.addWidget(self._card)
        self.body.addStretch()
        self.body.addWidget(WorkCard(bridge))
        bridge.status_changed.connect(self._told)

    @property
    def next_text(self) -> str:
        return self.tr("Start searching")

    @property
    def text(self) -> str:
        """What is in the field."""
        return self._field.text()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._show_files()

    def enter(self) -> None:
        self._told(self._bridge.status)
        self._ask_newest()
        self._field.setFocus()

    def _told(self, status: dict[str, Any]) -> None:
        ready = status.get("files", {}).get("ready", 0)
        if ready != self._ready:
            self._ready = ready
            self._count.setText(self.tr("%Ln file(s) can be found", "", ready))
            if self.isVisible() and not self._rest.isActive():
                self._rest.start()

    def _ask_newest(self) -> None:
        if not self.text.strip():
            self._bridge.ask(self, lambda face: face.recent(_SHOWN), self._took_newest, lambda error: None)

    def _took_newest(self, files: Sequence[RecentFile]) -> None:
        if not self.text.strip():
            self._show(files, self.tr("Newest files read so far"))

    def _typed(self) -> None:
        if self.text.strip():
            self._bridge.search(
                self, self.text, limit=_SHOWN, first=self._found, done=self._found, failed=lambda error: None
            )
        else:
            self._ask_newest()

    def _found(self, results: Results) -> None:
        if results.query == self.text:
            nothing = self.tr("Nothing found yet. More files are being read.")
            self._show(results.hits, self.tr("Found") if results.hits else nothing)

    def _show(self, files: Sequence[Hit | RecentFile], heading: str) -> None:
        self._heading.setText(heading if files or self.text.strip() else self.tr("The first files appear in a moment"))
        self._files = files
        self._show_files()

    def _show_files(self) -> None:
        """As many as there are, fewer where there is little room."""
        files = self._files[: _SHOWN if self.height() >= _ROOMY else _SHOWN // 2]
        self._card.setVisible(bool(files))
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(files))
            if number < len(files):
                row.show_file(files[number], self._bridge.roots, is_first=number == 0)


class _FileRow(QWidget):
    """A file: its kind, name, folder and date, below a hairline unless it is the first."""

    def __init__(self) -> None:
        super().__init__()
        self._line = Hairline()
        self._icon = QLabel()
        self._icon.setFixedSize(_KIND, _KIND)
        self._name = ElidedLabel("", Qt.TextElideMode.ElideMiddle, strong=True)
        self._place = ElidedLabel("", Qt.TextElideMode.ElideMiddle, "caption", "ink-muted")
        self._when = Label(style="caption", role="ink-muted")
        self._kind = "other"
        grid = QGridLayout()
        grid.setContentsMargins(0, S, 0, S)
        grid.setHorizontalSpacing(M)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._icon, 0, 0, 2, 1)
        grid.addWidget(self._name, 0, 1)
        grid.addWidget(self._place, 1, 1)
        grid.addWidget(self._when, 0, 2, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._line)
        column.addLayout(grid)
        theme().changed.connect(self._dress)

    def show_file(self, file: Hit | RecentFile, roots: Sequence[str], *, is_first: bool) -> None:
        """Show this one; ``roots`` are the chosen folders."""
        self._kind = file.kind
        self._name.setText(words.name_of(file.path))
        self._place.setText(words.folder_of(file.path, roots))
        self._when.setText(words.when(file.modified))
        self._line.setVisible(not is_first)
        self._dress()

    def _dress(self) -> None:
        self._icon.setPixmap(theme().kind_pixmap(self._kind, _KIND, self.devicePixelRatioF()))
