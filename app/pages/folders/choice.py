"""A folder that is perhaps to be indexed, measured before anybody decides."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from app import words
from app.bridge import Bridge, Ticket
from app.controls import ElidedLabel, Label
from app.counted import Counted
from app.pages.state_line import StateLine
from app.theme import Role, S, theme
from indexer.answers import FolderSize
from indexer.errors import KnownError
from indexer.paths import to_text

_ICON = 20
_MANY = 200_000


class FolderChoice(QWidget):
    """A folder with a tick box; what is in it appears when it has been counted.

    Args:
        path: a database path.
        name, place: what to show in place of its name and the folder it is in.

    Signals:
        changed: it was ticked or not, or it turned out that it cannot be chosen.
        measured: it was counted, or could not be.
    """

    changed = Signal()
    measured = Signal()

    def __init__(
        self, bridge: Bridge, path: str, *, is_ticked: bool = True, name: str | None = None, place: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._measuring: Ticket | None = None
        self.path = path
        self.found: FolderSize | None = None
        name = name or words.name_of(path)
        place = place or words.folder_of(path)
        self._box = QCheckBox()
        self._box.setChecked(is_ticked)
        self._box.setAccessibleName(name)
        self._box.toggled.connect(self.changed)
        self._icon = QLabel()
        self._amount = Label(self.tr("Counting…"), "caption", "ink-muted")
        self._note = StateLine(wrap=True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, S, 0, S)
        grid.setHorizontalSpacing(S)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(2, 1)
        grid.addWidget(self._box, 0, 0, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self._icon, 0, 1, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(ElidedLabel(name, Qt.TextElideMode.ElideMiddle, strong=True), 0, 2)
        grid.addWidget(ElidedLabel(place, Qt.TextElideMode.ElideMiddle, "caption", "ink-muted"), 1, 2)
        grid.addWidget(self._amount, 0, 3, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self._note, 2, 2, 1, 2)
        theme().changed.connect(self._dress)
        self._dress()
        bridge.link_changed.connect(self._measure)
        self._measure()

    @property
    def is_ticked(self) -> bool:
        """Whether it is to be indexed."""
        return self._box.isEnabled() and self._box.isChecked()

    def tick(self, is_ticked: bool) -> None:
        """Choose it or not."""
        self._box.setChecked(is_ticked)

    def _measure(self) -> None:
        if self._bridge.link.state == "connected" and self._measuring is None:
            self._measuring = self._bridge.ask(
                self, lambda face: face.measure(self.path), self._took, self._failed
            )

    def _took(self, size: FolderSize) -> None:
        self.found = size
        self._amount.setText(_amount(size))
        text, role, is_possible = _note(size)
        self._note.say(text, {"warn": "warning", "bad": "error"}.get(role, "info") if text else "", role)
        self._box.setEnabled(is_possible)
        self._box.setAccessibleDescription(" ".join(filter(None, (self._amount.text(), text))))
        if not is_possible:
            self._box.setChecked(False)
        self.measured.emit()
        self.changed.emit()

    def _failed(self, error: KnownError) -> None:
        if error.code == "engine_gone":
            self._measuring = None
            return
        # Not counted is no reason not to choose it: adding it says what is wrong, if anything is.
        self._amount.setText("")
        self._note.say(words.explain(error.code)[0], "warning", "warn")
        self.measured.emit()

    def _dress(self) -> None:
        self._icon.setPixmap(theme().pixmap("folder", "ink-muted", _ICON, self.devicePixelRatioF()))


def holds_home(path: str) -> bool:
    """Whether the folder is the person's home, or has it somewhere inside."""
    home = to_text(str(Path.home()))
    return home == path or home.startswith(path.rstrip("/\\") + ("\\" if "\\" in home else "/"))


def _amount(size: FolderSize) -> str:
    if size.problem is not None:
        return ""
    amount = Counted().files(size.files)
    if size.files:
        amount = QCoreApplication.translate("Words", "{files}, {size}").format(
            files=amount, size=words.size(size.bytes)
        )
    return amount if size.complete else QCoreApplication.translate("Words", "more than {amount}").format(amount=amount)


def _note(size: FolderSize) -> tuple[str, Role, bool]:
    """What is to be said of it, how, and whether it can be chosen."""
    translate = QCoreApplication.translate
    if size.problem == "root_missing":
        # What is advised for a chosen folder does not fit one that may never be.
        return f"{words.explain(size.problem)[0]}.", "bad", False
    if size.problem is not None:
        # What is said of files that cannot be read speaks of a file.
        code = "no_permission" if size.problem == "unreadable" else size.problem
        return words.explained(code), "bad", False
    if size.chosen_above == size.path:
        return translate("Words", "It is indexed already."), "ink-muted", False
    if size.chosen_above is not None:
        text = translate("Words", "It is indexed already, as part of {folder}.")
        return text.format(folder=words.folder(size.chosen_above)), "ink-muted", False
    if holds_home(size.path):
        text = translate("Words", "This holds your whole home folder, with much that nobody looks for. It may take "
                                  "hours; choosing the folders you work in is usually better.")
        return text, "warn", True
    if size.files > _MANY:
        text = translate("Words", "That is a lot. You can search while it is read, newest files first.")
        return text, "ink-muted", True
    if size.chosen_below:
        names = QLocale().createSeparatedList([words.name_of(path) for path in size.chosen_below])
        text = translate("Words", "It holds {folders}, which then becomes a part of it and is not read again.")
        return text.format(folders=names), "ink-muted", True
    if size.files == 0 and size.complete:
        text = translate("Words", "There is nothing to read in it yet. New files are read when they come.")
        return text, "ink-muted", True
    return "", "ink-muted", True
