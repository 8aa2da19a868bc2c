"""All that is known of why a file stands where it does: for those who want to know exactly."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app import words
from app.controls import Label
from app.search.fitted_text import FittedText, line_step
from app.theme import L, M, S, theme
from indexer.answers import Spans, State
from indexer.paths import display
from indexer.reports import Channel, ChannelPlace, Explanation, Known, OnDisk, Standing, WordPlace

_BESIDE = " · "
_NAMES = 140
_SNIPPET_LINES = 4
_CHANNELS: dict[Channel, object] = {
    "name": QT_TRANSLATE_NOOP("Words", "Its name"),
    "identifier": QT_TRANSLATE_NOOP("Words", "Numbers and codes"),
    "words": QT_TRANSLATE_NOOP("Words", "Its words"),
    "meaning": QT_TRANSLATE_NOOP("Words", "What it means"),
    "picture": QT_TRANSLATE_NOOP("Words", "What it looks like"),
    "together": QT_TRANSLATE_NOOP("Words", "All together"),
}
_STATES: dict[State, object] = {
    "ready": QT_TRANSLATE_NOOP("Words", "read"),
    "pending": QT_TRANSLATE_NOOP("Words", "waits to be read"),
    "failed": QT_TRANSLATE_NOOP("Words", "could not be read"),
    "skipped": QT_TRANSLATE_NOOP("Words", "found by its name only"),
}


class Facts(QWidget):
    """The file on disk and in the index, each part of the search, each way of finding, each word, the best passage."""

    def __init__(self, found: Explanation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(S)
        self._add_table(self.tr("The file"), self._file(found))
        self._add_table(self.tr("What you typed"), self._conditions(found))
        standing = found.standing
        if standing is not None:
            self._add_table(self.tr("Ways of finding it"), map(self._channel, standing.channels))
            self._add_table(self.tr("Words"), map(self._word, standing.words))
            if standing.path not in (None, found.path):
                told = self.tr("First of all is {name}.").format(name=words.name_of(standing.path or ""))
                self._column.addWidget(Label(told, "caption", "ink-muted", wrap=True))
            if standing.snippet:
                self._add_passage(standing)

    def _add_table(self, title: str, rows: Iterator[tuple[str, str]]) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(L)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, _NAMES)
        number = 0
        for number, (name, told) in enumerate(rows, 1):
            label = Label(name, "caption", "ink-muted", wrap=True)
            value = Label(told, "caption", wrap=True)
            value.setAccessibleName(f"{name}: {told}")
            grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, number, 1, Qt.AlignmentFlag.AlignTop)
        if number:
            self._add_title(title)
            self._column.addLayout(grid)

    def _add_title(self, title: str) -> None:
        if self._column.count():
            self._column.addSpacing(M - S)
        self._column.addWidget(Label(title, "caption", strong=True))

    def _add_passage(self, standing: Standing) -> None:
        title, place = self.tr("Its best passage"), words.place(standing.locator or {})
        self._add_title(_BESIDE.join(filter(None, (title, place))))
        self._column.addWidget(Passage(standing.snippet, standing.highlights))

    def _file(self, found: Explanation) -> Iterator[tuple[str, str]]:
        yield self.tr("On disk"), self._on_disk(found.disk)
        if found.disk.root is None:
            yield self.tr("Folder"), self.tr("in none that is searched")
        else:
            away = self.tr("disk not connected") if found.disk.offline else ""
            yield self.tr("Folder"), _BESIDE.join(filter(None, (words.folder(found.disk.root), away)))
        known = found.known
        if known is None:
            yield self.tr("State"), self.tr("nothing is known of it")
            return
        yield self.tr("State"), self._reading(known)
        yield self.tr("Text"), self._text(known)
        if known.pages_unread or known.passages_in_pictures:
            yield self.tr("Text in pictures"), self._in_pictures(known)
        for share in known.spaces:
            if share.vectors + share.due:
                told = self.tr("{done} of {all} with {model}").format(
                    done=words.count(share.vectors), all=words.count(share.vectors + share.due), model=share.model
                )
                later = "" if share.active else self.tr("not in use yet")
                name = self.tr("Read for meaning") if share.kind == "text" else self.tr("Looked at")
                yield name, _BESIDE.join(filter(None, (told, later)))

    def _on_disk(self, disk: OnDisk) -> str:
        if disk.size is None or disk.modified is None:
            return self.tr("not there")
        return _BESIDE.join(filter(None, (words.size(disk.size), words.when(disk.modified))))

    def _reading(self, known: Known) -> str:
        said = [QCoreApplication.translate("Words", str(_STATES[known.state]))]
        if known.code:
            said.append(words.explain(known.code)[0])
        if known.tried is not None:
            said.append(words.when(known.tried))
        if known.attempts > 1:
            told = self.tr("{tries} of {most} tries")
            said.append(told.format(tries=words.count(known.attempts), most=words.count(known.most_attempts)))
        return _BESIDE.join(filter(None, said))

    def _text(self, known: Known) -> str:
        said = [self.tr("%Ln passage(s)", "", known.passages), self.tr("%Ln character(s)", "", known.characters)]
        if known.pages:
            said.append(self.tr("%Ln page(s)", "", known.pages))
        if known.pictures:
            said.append(self.tr("%Ln picture(s)", "", known.pictures))
        return _BESIDE.join(said)

    def _in_pictures(self, known: Known) -> str:
        said = []
        if known.passages_in_pictures:
            said.append(self.tr("%Ln passage(s) read", "", known.passages_in_pictures))
        if known.pages_unread:
            said.append(self.tr("%Ln page(s) still to be read", "", known.pages_unread))
        return _BESIDE.join(said)

    def _conditions(self, found: Explanation) -> Iterator[tuple[str, str]]:
        for one in found.conditions:
            if one.met:
                told = self.tr("fits")
            else:
                told = self.tr("leaves it out") if one.excludes else self.tr("does not fit, but this does not count")
            yield display(one.text), told

    def _channel(self, one: ChannelPlace) -> tuple[str, str]:
        name = QCoreApplication.translate("Words", str(_CHANNELS[one.channel]))
        if one.place is None:
            return name, self.tr("not found by this")
        told = self.tr("place {place} or below of {count}") if one.beyond else self.tr("place {place} of {count}")
        return name, told.format(place=words.count(one.place), count=words.count(one.of))

    def _word(self, one: WordPlace) -> tuple[str, str]:
        if one.in_passage:
            told = self.tr("in its best passage")
        else:
            told = self.tr("elsewhere in it") if one.in_file else self.tr("not in it")
        return display(one.word), _BESIDE.join((told, self.tr("%Ln passage(s) here have it", "", one.passages)))


class Passage(QWidget):
    """A few lines of text with marks behind what was found."""

    def __init__(self, text: str, spans: Spans, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = "".join(letter if letter.isprintable() else " " for letter in text)
        self._spans = spans
        self._fitted: FittedText | None = None
        self.setAccessibleName(self._source)
        theme().changed.connect(self._forget)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(0, self._lines() * line_step(theme().font("body")))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        self._forget()
        self.setFixedHeight(self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._text().draw(painter, QPointF(0, 0), theme().color("ink"), theme().color("mark"))

    def _lines(self) -> int:
        return self._text().lines

    def _text(self) -> FittedText:
        if self._fitted is None:
            self._fitted = FittedText(
                self._source, self._spans, theme().font("body"), self.width(), _SNIPPET_LINES, self.layoutDirection()
            )
        return self._fitted

    def _forget(self) -> None:
        self._fitted = None
        self.update()
