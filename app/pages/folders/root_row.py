"""A chosen folder: how it stands, and what can be done with it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app import words
from app.controls import Button, ElidedLabel, Label, QuietButton, ThinProgress
from app.pages.state_line import StateLine
from app.theme import M, Role, theme

_ICON = 24
_REGRET_MS = 8_000
_BESIDE = " · "


class RootRow(QWidget):
    """Follows what ``show_state`` is told.

    Removing can be taken back for some seconds, or until the page is left; only then is it meant.

    Args:
        path: a database path.

    Signals:
        opened, looked_again, removed: what is to be done with the folder.
    """

    opened = Signal()
    looked_again = Signal()
    removed = Signal()

    def __init__(self, path: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self._name = words.name_of(path)
        self.setAccessibleName(self._name)
        self._icon = QLabel()
        self._state = StateLine(wrap=True)
        self._bar = ThinProgress(self.tr("{folder}: how much of it is read").format(folder=self._name))
        self._regret = QTimer(self, singleShot=True, interval=_REGRET_MS)
        self._regret.timeout.connect(self.settle)
        self._usual, self._regretful = self._usual_face(), self._regretful_face()
        self._regretful.hide()
        faces = QVBoxLayout(self)
        faces.setContentsMargins(0, 0, 0, 0)
        faces.addWidget(self._usual)
        faces.addWidget(self._regretful)
        theme().changed.connect(self._dress)
        self._dress()

    @property
    def is_going(self) -> bool:
        """It was removed, and that may still be taken back."""
        return self._usual.isHidden()

    def show_state(self, root: dict[str, Any], status: dict[str, Any], *, is_looking: bool, is_closed: bool) -> None:
        """Say how it stands.

        Args:
            root: what ``status`` says of this folder.
            is_looking: a person asked to look for changes in it, and that goes on.
            is_closed: there is no permission to list it.
        """
        files: dict[str, int] = root["files"]
        text, icon, role = self._standing(root, status, is_looking=is_looking, is_closed=is_closed)
        amounts = self._amounts(files)
        self._state.say(_BESIDE.join(filter(None, (text, amounts))), icon, role)
        whole = sum(files.values())
        self._bar.setVisible(files["pending"] > 0 and not root["missing"])
        self._bar.setRange(0, max(1, whole))
        self._bar.setValue(whole - files["pending"])
        self._look_again.setEnabled(not root["missing"] and not is_looking)
        self._open.setEnabled(not root["missing"])

    def settle(self) -> None:
        """If it was removed, that is now meant."""
        if self.is_going:
            self._regret.stop()
            self.removed.emit()

    def stay(self) -> None:
        """It is not removed after all."""
        self._regret.stop()
        self._regretful.hide()
        self._usual.show()

    def _usual_face(self) -> QWidget:
        place = ElidedLabel(words.folder_of(self.path), Qt.TextElideMode.ElideMiddle, "caption", "ink-muted")
        name = ElidedLabel(self._name, Qt.TextElideMode.ElideMiddle, "title", strong=True)
        self._open = QuietButton("open", self.tr("Open {folder}").format(folder=self._name))
        self._open.clicked.connect(self.opened)
        self._look_again = QuietButton("refresh", self.tr("Look for changes in {folder}").format(folder=self._name))
        self._look_again.clicked.connect(self.looked_again)
        self._remove = QuietButton("trash", self.tr("Remove {folder} from Hunch").format(folder=self._name))
        self._remove.clicked.connect(self._go)
        grid = QGridLayout()
        grid.setContentsMargins(0, M, 0, M)
        grid.setHorizontalSpacing(M)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._icon, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(name, 0, 1)
        grid.addWidget(place, 1, 1)
        grid.addWidget(self._state, 2, 1)
        grid.addWidget(self._bar, 3, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        for button in (self._open, self._look_again, self._remove):
            buttons.addWidget(button)
        grid.addLayout(buttons, 0, 2, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        face = QWidget()
        face.setLayout(grid)
        return face

    def _regretful_face(self) -> QWidget:
        text = self.tr("{folder} will no longer be searched. The files on the disk are untouched.")
        self._undo = Button(self.tr("Undo"))
        self._undo.clicked.connect(self._undone)
        row = QHBoxLayout()
        row.setContentsMargins(0, M, 0, M)
        row.setSpacing(M)
        row.addWidget(Label(text.format(folder=self._name), role="ink-muted", wrap=True), 1)
        row.addWidget(self._undo)
        face = QWidget()
        face.setLayout(row)
        return face

    def _go(self) -> None:
        self._usual.hide()
        self._regretful.show()
        self._undo.setFocus()
        self._regret.start()

    def _undone(self) -> None:
        self.stay()
        self._remove.setFocus()

    def _standing(
        self, root: dict[str, Any], status: dict[str, Any], *, is_looking: bool, is_closed: bool
    ) -> tuple[str, str, Role]:
        if root["missing"]:
            text = self.tr("Not there now, its files stay findable")
            return text, "offline", "warn"
        if is_closed:
            return words.explained("no_permission"), "error", "bad"
        if root["paused"]:
            return self.tr("Paused"), "pause", "ink-muted"
        if is_looking or (status["phase"] == "scan" and str(status["current"]).startswith(root["path"])):
            return self.tr("Looking for changes"), "refresh", "accent"
        files = root["files"]
        if files["pending"]:
            whole = sum(files.values())
            waits = status["state"] == "paused"
            text = self.tr("Waits, {done} of {whole} files read") if waits else self.tr("Reading {done} of {whole}")
            text = text.format(done=words.count(whole - files["pending"]), whole=words.count(whole))
            return text, "pause" if waits else "refresh", "accent"
        return self.tr("Up to date"), "good", "good"

    def _amounts(self, files: dict[str, int]) -> str:
        said = [] if files["pending"] else [self.tr("%Ln file(s) can be found", "", files["ready"])]
        if files["failed"]:
            said.append(self.tr("%Ln could not be read", "", files["failed"]))
        if files["skipped"]:
            said.append(self.tr("%Ln found by name only", "", files["skipped"]))
        return _BESIDE.join(said)

    def _dress(self) -> None:
        self._icon.setPixmap(theme().pixmap("folder", "accent", _ICON, self.devicePixelRatioF()))
