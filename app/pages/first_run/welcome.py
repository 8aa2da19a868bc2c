"""What Hunch is, and that nothing leaves the machine."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.controls import Label
from app.pages.first_run.step import Step
from app.theme import XL, L, application_icon, theme

_ICON = 24
_APPLICATION_ICON = 72


class Welcome(Step):
    """The first step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head(
            self.tr("Find a file from what you remember of it"),
            self.tr("Hunch reads your documents and pictures and finds them by what is in them."),
        )
        picture = QLabel()
        room = QSize(_APPLICATION_ICON, _APPLICATION_ICON)
        picture.setPixmap(application_icon().pixmap(room, self.devicePixelRatioF()))
        self.column.insertWidget(0, picture)
        self.column.insertSpacing(1, L)
        self.column.insertSpacing(self.column.count() - 1, L)
        self.body.setSpacing(XL)
        for icon, title, text in (
            ("search", self.tr("Write it as you remember it"),
             self.tr("“the letter about the boiler”, “red kayak at the lake”: the words need not be in it.")),
            ("privacy", self.tr("Nothing leaves this computer"),
             self.tr("No account, no cloud. Your files are read here, and what is known of them stays here.")),
            ("pause", self.tr("It gives way"),
             self.tr("Reading goes on in the background, waits while you need the computer, can be paused.")),
        ):
            self.body.addLayout(_point(icon, title, text))
        self.body.addStretch()


def _point(icon: str, title: str, text: str) -> QHBoxLayout:
    drawing = _Drawing(icon)
    said = QVBoxLayout()
    said.setSpacing(2)
    said.addWidget(Label(title, "title", strong=True, wrap=True))
    said.addWidget(Label(text, role="ink-muted", wrap=True))
    row = QHBoxLayout()
    row.setSpacing(L)
    row.addWidget(drawing, 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(said, 1)
    return row


class _Drawing(QLabel):
    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        theme().changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setPixmap(theme().pixmap(self._icon, "accent", _ICON, self.devicePixelRatioF()))
