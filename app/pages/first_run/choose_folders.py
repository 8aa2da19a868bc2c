"""Which folders to read: the usual ones are suggested with what is in them."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app import words
from app.bridge import Bridge
from app.controls import Button, Card, Hairline, Label
from app.desktop.files import database_path, paths_in
from app.pages.first_run.step import Step
from app.pages.folders.adding import Adding, folder_dialog
from app.pages.folders.choice import FolderChoice
from app.theme import L, M, S
from indexer.paths import to_text
from indexer.runtime import Places

_Place = QStandardPaths.StandardLocation
_SUGGESTED = (
    (_Place.DocumentsLocation, True), (_Place.DesktopLocation, True), (_Place.PicturesLocation, True),
    (_Place.DownloadLocation, False),
)
_SAMPLE = Path(__file__).resolve().parents[3] / "resources" / "library"


class ChooseFolders(Step):
    """Reading begins when the step is left. Folders may be dropped on it."""

    def __init__(self, bridge: Bridge, places: Places, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head(
            self.tr("Which folders should be read?"),
            self.tr("What is in them can be found by its words as soon as it is read. Change this at any time."),
        )
        self._bridge = bridge
        self._sample_copy = places.data / "Sample library"
        self._adding = Adding(bridge, self)
        self._choices: list[FolderChoice] = []
        self._sample: FolderChoice | None = None
        self.setAcceptDrops(True)
        self._lay_out()
        bridge.link_changed.connect(self.changed)
        bridge.work(self, _suggestions, self._suggest)

    @property
    def next_text(self) -> str:
        return self.tr("Start reading") if self._ticked() else self.tr("Continue without folders")

    @property
    def can_go_on(self) -> bool:
        """Folders can be handed over as soon as the engine is there."""
        return not self._ticked() or self._bridge.link.state == "connected"

    @property
    def has_chosen(self) -> bool:
        """Whether there is something to read."""
        return bool(self._ticked())

    def leave(self) -> None:
        self._adding.add([choice.path for choice in self._ticked() if choice is not self._sample])
        if self._sample is not None and self._sample.is_ticked:
            # The first run may have ended before it is copied.
            bridge, adding, refused = self._bridge, self._adding, self.tr("The sample library could not be copied.")
            bridge.work(
                bridge, partial(shutil.copytree, _SAMPLE, self._sample_copy, dirs_exist_ok=True),
                lambda path: adding.add([to_text(str(path))]), lambda error: bridge.noticed.emit(refused),
            )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if paths_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        event.acceptProposedAction()
        for path in paths_in(event.mimeData()):
            self._put(FolderChoice(self._bridge, path))

    def _lay_out(self) -> None:
        card = Card()
        card.body.setContentsMargins(L, S, L, S)
        card.body.setSpacing(0)
        self._rows = card.body
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, S, 0)
        column.addWidget(card)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        another = Button(self.tr("Add another folder…"), icon="folder-add")
        another.clicked.connect(self._ask)
        self._sum = Label(role="ink-muted", wrap=True)
        foot = QHBoxLayout()
        foot.setSpacing(M)
        foot.addWidget(another)
        foot.addWidget(self._sum, 1)
        self.body.setSpacing(M)
        self.body.addWidget(scroll, 1)
        self.body.addLayout(foot)

    def _suggest(self, found: tuple[list[tuple[str, bool]], bool]) -> None:
        folders, has_sample = found
        for path, is_ticked in folders:
            self._put(FolderChoice(self._bridge, path, is_ticked=is_ticked))
        if has_sample:
            self._sample = FolderChoice(
                self._bridge, to_text(str(_SAMPLE)), is_ticked=not folders, name=self.tr("The sample library"),
                place=self.tr("Some documents and pictures to try Hunch with"),
            )
            self._put(self._sample)

    def _put(self, choice: FolderChoice) -> None:
        known = next((one for one in self._choices if one.path == choice.path), None)
        if known is not None:
            choice.deleteLater()
            known.tick(True)
            return
        if self._choices:
            self._rows.addWidget(Hairline())
        self._rows.addWidget(choice)
        self._choices.append(choice)
        choice.changed.connect(self._look)
        self._look()

    def _ask(self) -> None:
        dialog = folder_dialog(self)
        dialog.fileSelected.connect(lambda path: self._put(FolderChoice(self._bridge, database_path(path))))
        dialog.open()

    def _ticked(self) -> list[FolderChoice]:
        return [choice for choice in self._choices if choice.is_ticked]

    def _look(self) -> None:
        sizes = [choice.found for choice in self._ticked() if choice.found is not None]
        files = sum(size.files for size in sizes)
        text = self.tr("Together %Ln file(s), {size}", "", files)
        self._sum.setText(text.format(size=words.size(sum(size.bytes for size in sizes))) if files else "")
        self.changed.emit()


def _suggestions() -> tuple[list[tuple[str, bool]], bool]:
    """The person's usual folders that are there, whether to tick them, and whether there is a sample library."""
    home = Path.home()
    found: dict[str, bool] = {}
    for place, is_ticked in _SUGGESTED:
        path = Path(QStandardPaths.writableLocation(place))
        if path != home and path.is_dir():
            found.setdefault(database_path(str(path)), is_ticked)
    return list(found.items()), _SAMPLE.is_dir()
