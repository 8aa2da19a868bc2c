"""Adding folders: chosen in a dialog or dropped, measured, then indexed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app import words
from app.bridge import Bridge
from app.controls import Button, Hairline, Label
from app.desktop.files import database_path
from app.pages.folders.choice import FolderChoice
from app.theme import XL, L, M, S
from indexer.errors import KnownError
from indexer.face import Face

_WIDTH = 560
_LEAST_LIST = 76
_MOST_LIST = 420


class AddFolders(QDialog):
    """Shows what is in each folder before it is indexed.

    Signals:
        chosen: the database paths a person agreed to.
    """

    chosen = Signal(list)

    def __init__(self, bridge: Bridge, paths: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Add folders"))
        self._choices = [FolderChoice(bridge, path) for path in dict.fromkeys(paths)]
        self._add = Button("", primary=True)
        self._add.setDefault(True)
        self._add.clicked.connect(self._accept)
        cancel = Button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addStretch()
        foot.addWidget(cancel)
        foot.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, L)
        column.setSpacing(M)
        column.addWidget(Label(self.tr("Read these folders and keep them current?"), "title", strong=True, wrap=True))
        column.addWidget(Label(
            self.tr("What is in them stays on this computer. The files themselves are only read, never changed."),
            role="ink-muted", wrap=True,
        ))
        column.addWidget(self._list(), 1)
        column.addLayout(foot)
        for choice in self._choices:
            choice.changed.connect(self._look)
            choice.measured.connect(self._fit)
        self.setMinimumWidth(_WIDTH)
        self._look()
        self._fit()

    def _list(self) -> QScrollArea:
        inside = QWidget()
        self._rows = QVBoxLayout(inside)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        for number, choice in enumerate(self._choices):
            if number:
                self._rows.addWidget(Hairline())
            self._rows.addWidget(choice)
        self._rows.addStretch()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        return self._scroll

    def _look(self) -> None:
        ticked = sum(choice.is_ticked for choice in self._choices)
        self._add.setText(self.tr("Add %Ln folder(s)", "", ticked) if ticked else self.tr("Add"))
        self._add.setEnabled(ticked > 0)

    def _fit(self) -> None:
        """Grow for what is said of the folders, up to a point."""
        width = _WIDTH - 2 * XL
        wanted = self._rows.totalHeightForWidth(width) if self._rows.hasHeightForWidth() else 0
        wanted = max(wanted, self._rows.totalSizeHint().height())
        self._scroll.setMinimumHeight(max(_LEAST_LIST, min(wanted, _MOST_LIST)))
        self.adjustSize()

    def _accept(self) -> None:
        self.chosen.emit([choice.path for choice in self._choices if choice.is_ticked])
        self.accept()


class Adding:
    """Asks for folders on behalf of ``page``, and has them indexed."""

    def __init__(self, bridge: Bridge, page: QWidget) -> None:
        self._bridge = bridge
        self._page = page

    def ask(self) -> None:
        """Let a person choose a folder, then say what is in it."""
        dialog = folder_dialog(self._page)
        dialog.fileSelected.connect(lambda path: self.offer([database_path(path)]))
        dialog.open()

    def offer(self, paths: Sequence[str]) -> None:
        """Say what is in these folders; index those a person agrees to. Database paths."""
        dialog = AddFolders(self._bridge, paths, self._page)
        dialog.chosen.connect(self.add)
        dialog.open()

    def add(self, paths: Sequence[str]) -> None:
        """Index these folders, also when the page is gone; what fails is told by the bridge. Database paths."""
        for path in paths:
            self._bridge.ask(self._bridge, partial(_add, path), failed=self._tell, lane="change")

    def _tell(self, error: KnownError) -> None:
        what, remedy = words.explain(error.code)
        self._bridge.noticed.emit(
            QCoreApplication.translate("Words", "{folder}: {what}. {remedy}").format(
                folder=words.name_of(error.path or ""), what=what, remedy=remedy
            )
        )


def _add(path: str, face: Face) -> None:
    face.add(path)


def folder_dialog(parent: QWidget) -> QFileDialog:
    """The system's dialog to choose a folder; it is deleted when it closes."""
    dialog = QFileDialog(parent, QCoreApplication.translate("Words", "Choose a folder"))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog
