"""What file this is: its name, where it is, what is known of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QDateTime, QEvent, QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app import words
from app.controls import ElidedLabel
from app.theme import L, M, S, theme
from indexer.answers import FileDetails, Hit

_ICON = 40
_BESIDE = " · "


class Head(QWidget):
    """Three lines beside the kind's icon; ``compact``: without the last one."""

    def __init__(self, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = ""
        self._icon = QLabel()
        self._title = ElidedLabel("", Qt.TextElideMode.ElideMiddle, "title", strong=True)
        self._place = ElidedLabel("", Qt.TextElideMode.ElideMiddle, "caption", "ink-muted")
        self._facts = ElidedLabel("", Qt.TextElideMode.ElideRight, "caption", "ink-muted")
        self._facts.setVisible(not compact)
        column = QVBoxLayout()
        column.setSpacing(2)
        for label in (self._title, self._place, self._facts):
            column.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(L, M, L, S)
        row.setSpacing(M)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        theme().changed.connect(self._dress)

    def show_hit(self, hit: Hit, roots: Sequence[str]) -> None:
        """Tell of another file; ``roots`` are the chosen folders."""
        self._kind = hit.kind
        name = words.name_of(hit.path)
        folder = words.folder_of(hit.path, roots)
        self._title.setText(hit.title or name)
        self._place.setText(self.tr("{name} in {folder}").format(name=name, folder=folder) if hit.title else folder)
        size = _size(hit.width, hit.height)
        self._facts.setText(_BESIDE.join(filter(None, [words.when(hit.modified), size, words.size(hit.size)])))
        self.setAccessibleName(self._title.text())
        self._dress()

    def show_details(self, details: FileDetails) -> None:
        """Tell what more is known."""
        taken = self.tr("taken {when}").format(when=_moment(details.taken_at)) if _moment(details.taken_at) else ""
        pages = self.tr("%n page(s)", "", details.pages) if details.pages else ""
        facts = [
            taken or words.when(details.modified), details.author or "", details.camera or "", pages,
            _size(details.width, details.height), words.size(details.size),
        ]
        self._facts.setText(_BESIDE.join(filter(None, facts)))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._dress()
        return super().event(event)

    def _dress(self) -> None:
        if self._kind:
            self._icon.setPixmap(theme().kind_pixmap(self._kind, _ICON, self.devicePixelRatioF()))


def _size(width: int | None, height: int | None) -> str:
    return f"{words.count(width)} × {words.count(height)}" if width and height else ""


def _moment(text: str | None) -> str:
    """A moment in ISO 8601 as the person writes it; empty where it is none."""
    moment = QDateTime.fromString((text or "")[:19], Qt.DateFormat.ISODate)
    if not moment.isValid():
        return ""
    clock = QLocale().toString(moment.time(), QLocale.FormatType.ShortFormat)
    return QCoreApplication.translate("Head", "{date}, {time}").format(date=words.date(moment.date()), time=clock)
