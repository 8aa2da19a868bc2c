"""Where Hunch keeps what, and how much it is."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app import words
from app.bridge import Bridge
from app.controls import Button, ElidedLabel
from app.desktop.open import reveal
from app.pages.settings.section import Section, SettingRow
from indexer.paths import display, to_text
from indexer.runtime import Places


@dataclass(frozen=True, slots=True)
class Sizes:
    """Bytes of the index, of the models, and free on the disk they are on."""

    index: int
    models: int
    free: int


class DataSection(Section):
    """The folders are looked at in the background."""

    def __init__(self, bridge: Bridge, places: Places, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_title(self.tr("Data"))
        self._bridge = bridge
        self._places = places
        self._data = self._add(self.tr("Data folder"), places.data, self.tr("Show the data folder"), "")
        self._data.add_line(ElidedLabel(
            display(to_text(str(places.data))), Qt.TextElideMode.ElideMiddle, "caption", "ink-muted"
        ))
        self._add(
            self.tr("Index"), places.index_db, self.tr("Show the index"),
            self.tr("It can be made again from your files at any time: quit Hunch, delete index.db, open Hunch."),
        )
        self._add(
            self.tr("Log"), places.logs, self.tr("Show the log"),
            self.tr("What Hunch did and what went wrong, without a word of what your files say."),
        )
        self._add(
            self.tr("Settings file"), places.settings, self.tr("Show the settings file"),
            self.tr("You may edit it while Hunch runs. It is made when the first setting is changed."),
        )

    def look(self) -> None:
        """Measure anew."""
        self._bridge.work(self, lambda: measure(self._places), self._measured)

    def _add(self, label: str, path: Path, accessible_name: str, explanation: str) -> SettingRow:
        button = Button(self.tr("Show in folder"), icon="reveal")
        button.setAccessibleName(accessible_name)
        row = self.add(label, explanation, button)
        button.clicked.connect(lambda: self._bridge.work(
            self, lambda: reveal(to_text(str(path))), lambda _: row.note.say(""),
            lambda error: row.note.say(self.tr("It is not there yet, or cannot be shown."), "error", "bad"),
        ))
        return row

    def _measured(self, sizes: Sizes) -> None:
        self._data.form.set_explanation(
            self.tr("Index {index}, models {models}. {free} are free on this disk.").format(
                index=words.size(sizes.index), models=words.size(sizes.models), free=words.size(sizes.free)
            )
        )


def measure(places: Places) -> Sizes:
    """Look at all files; not for the main thread. What vanishes meanwhile is not counted. Raises OSError."""
    index = sum(_bytes(path) for path in places.data.glob("*.db*"))
    models = sum(_bytes(path) for path in places.models.rglob("*"))
    return Sizes(index, models, shutil.disk_usage(places.data).free)


def _bytes(path: Path) -> int:
    try:
        return path.lstat().st_size if path.is_file() else 0
    except OSError:
        return 0
