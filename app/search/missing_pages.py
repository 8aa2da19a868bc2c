"""The pages of the dialog that says why a file is missing: which file, and the answer."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app import words
from app.controls import Button, Card, ElidedLabel, Hairline, Label
from app.search.missing_facts import Facts
from app.search.missing_words import MissingWords, Reason
from app.theme import XL, XS, L, M, S, theme
from indexer.errors import KnownError
from indexer.paths import display
from indexer.reports import Explanation

_SIGN = 32


class Question(QWidget):
    """Which file? Signals: ``named`` what was typed, ``choice_wanted`` by the button."""

    named = Signal(str)
    choice_wanted = Signal()

    def __init__(self, query: str) -> None:
        super().__init__()
        self._name = QLineEdit()
        look = Button(self.tr("Look why"), primary=True)
        look.setDefault(True)
        look.setEnabled(False)
        look.clicked.connect(lambda: self.named.emit(self._name.text().strip()))
        self._name.setPlaceholderText(self.tr("Or type its name"))
        self._name.setAccessibleName(self.tr("Name of the file"))
        self._name.textChanged.connect(lambda text: look.setEnabled(bool(text.strip())))
        choose = Button(self.tr("Choose a file…"))
        choose.setAutoDefault(False)
        choose.clicked.connect(self.choice_wanted)
        self._sign = QLabel()
        self._sign.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        place = Card()
        place.body.setSpacing(S)
        place.body.addStretch()
        place.body.addWidget(self._sign)
        drop = Label(self.tr("Drop the file here"), role="ink-muted")
        drop.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        place.body.addWidget(drop)
        place.body.addWidget(choose, 0, Qt.AlignmentFlag.AlignHCenter)
        place.body.addStretch()
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addWidget(self._name, 1)
        row.addWidget(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, XL)
        column.setSpacing(M)
        column.addWidget(Label(self.tr("Which file did you expect?"), "title", strong=True, wrap=True))
        searched = self.tr("Searched for: {query}").format(query=display(query))
        column.addWidget(ElidedLabel(searched, role="ink-muted"))
        column.addWidget(place, 1)
        column.addLayout(row)
        self.setFocusProxy(self._name)
        theme().changed.connect(self._dress)
        self._dress()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._dress()
        return super().event(event)

    def _dress(self) -> None:
        self._sign.setPixmap(theme().pixmap("missing", "ink-muted", _SIGN, self.devicePixelRatioF()))


class Answer(QWidget):
    """What is the matter, what would help, and on demand all the rest.

    Signals:
        step_wanted: a ``Step``. unfolded: there is more to see.
    """

    step_wanted = Signal(object)
    unfolded = Signal()

    def __init__(self, found: Explanation, roots: list[str]) -> None:
        super().__init__()
        said = MissingWords(self)
        self._found = found
        self._facts: Facts | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(XL, XL, XL, XL)
        self._column.setSpacing(M)
        file = QVBoxLayout()
        file.setSpacing(2)
        file.addWidget(ElidedLabel(words.name_of(found.path), Qt.TextElideMode.ElideMiddle, "caption", strong=True))
        folder = words.folder_of(found.path, roots)
        file.addWidget(ElidedLabel(folder, Qt.TextElideMode.ElideMiddle, "caption", "ink-muted"))
        self._column.addLayout(file)
        self._column.addWidget(Label(said.headline(found), "title", strong=True, wrap=True))
        if found.place is None:
            searched = self.tr("Searched for: {query}").format(query=display(found.query))
            self._column.addWidget(ElidedLabel(searched, style="caption", role="ink-muted"))
        reasons = said.reasons(found)
        if reasons:
            self._column.addWidget(self._card(reasons))
        self._more = Button(self.tr("Details"), icon="chevron-down")
        self._more.setCheckable(True)
        self._more.toggled.connect(self._fold)
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addStretch()

    def _card(self, reasons: list[Reason]) -> Card:
        card = Card()
        card.body.setContentsMargins(L, S, S, S)
        card.body.setSpacing(0)
        for number, reason in enumerate(reasons):
            if number:
                card.body.addWidget(Hairline())
            row = QHBoxLayout()
            row.setContentsMargins(0, S, XS, S)
            row.setSpacing(M)
            row.addWidget(Label(reason.text, wrap=True), 1)
            if reason.step is not None:
                button = Button(reason.step.text)
                button.clicked.connect(partial(self.step_wanted.emit, reason.step))
                row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
            card.body.addLayout(row)
        return card

    def _fold(self, is_open: bool) -> None:
        if self._facts is None:
            self._facts = Facts(self._found)
            self._column.insertWidget(self._column.indexOf(self._more) + 1, self._facts)
        self._facts.setVisible(is_open)
        self._more.set_icon("chevron-up" if is_open else "chevron-down")
        if is_open:
            self.unfolded.emit()


class Waiting(QWidget):
    """Which file is being looked at."""

    def __init__(self) -> None:
        super().__init__()
        self._name = ElidedLabel("", Qt.TextElideMode.ElideMiddle, "caption", strong=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, XL)
        column.setSpacing(M)
        column.addWidget(self._name)
        column.addWidget(Label(self.tr("Looking why…"), "title", "ink-muted", strong=True, wrap=True))
        column.addStretch()

    def show_name(self, name: str) -> None:
        """Of this one."""
        self._name.setText(name)


class Failure(QWidget):
    """Why nothing can be said."""

    def __init__(self, error: KnownError) -> None:
        super().__init__()
        what, remedy = words.explain(error.code)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, XL)
        column.setSpacing(M)
        column.addWidget(Label(what, "title", strong=True, wrap=True))
        column.addWidget(Label(remedy, wrap=True))
        column.addStretch()
