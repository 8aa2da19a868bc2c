"""The problem that is selected: all there is to say of it, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app import words
from app.controls import Button, Card, ElidedLabel, Label
from app.engine_words import told
from app.theme import XS, M, S
from indexer.answers import Problem
from indexer.paths import display


class ChosenProblem(Card):
    """Says what happened to the selected file and what to do; its buttons trigger the page's actions.

    Args:
        actions: what can be done with a file: read again, open, show in folder; then what leaves something out.
    """

    def __init__(
        self, actions: Sequence[QAction], leaving: Sequence[QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = ElidedLabel(style="title", strong=True)
        self._what = Label(wrap=True)
        self._detail = Label(style="caption", role="ink-muted", wrap=True)
        self._buttons = [(action, Button(action.text())) for action in actions]
        menu = QMenu(self)
        menu.addActions(list(leaving))
        self._leave = Button(self.tr("Leave out"))
        self._leave.setMenu(menu)
        self._leaving = leaving
        buttons = QHBoxLayout()
        buttons.setSpacing(S)
        for action, button in self._buttons:
            button.clicked.connect(action.trigger)
            buttons.addWidget(button)
        buttons.addWidget(self._leave)
        buttons.addStretch()
        texts = QVBoxLayout()
        texts.setSpacing(XS)
        for label in (self._name, self._what, self._detail):
            texts.addWidget(label)
        self.body.setSpacing(M)
        self.body.addLayout(texts)
        self.body.addLayout(buttons)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say it of one; of several only how many."""
        if len(problems) == 1:
            self._show_one(problems[0])
        else:
            self._name.setText(self.tr("%Ln file(s) selected", "", len(problems)))
            self._what.setText("")
            self._detail.setText("")
        self._what.setVisible(bool(self._what.text()))
        self._detail.setVisible(bool(self._detail.text()))
        for action, button in self._buttons:
            button.setEnabled(action.isEnabled())
        self._leave.setEnabled(any(action.isEnabled() for action in self._leaving))

    def _show_one(self, problem: Problem) -> None:
        self._name.setText(words.name_of(problem.path))
        self._what.setText(words.explained(problem.code))
        # The engine's own words, which may name what the general ones cannot.
        self._detail.setText(display(told(problem.detail)))
