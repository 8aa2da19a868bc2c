"""The first run: four steps, each of which can be left."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app import words
from app.bridge import Bridge
from app.controls import Button, Label
from app.pages.first_run.choose_folders import ChooseFolders
from app.pages.first_run.choose_models import ChooseModels
from app.pages.first_run.step import Step
from app.pages.first_run.watch import Watch
from app.pages.first_run.welcome import Welcome
from app.pages.models.rows import ModelsModel
from app.theme import XL, XXL, L, S
from indexer.runtime import Places

_WIDEST = 680


class FirstRun(QWidget):
    """What Hunch is; folders; models; the first files.

    Args:
        models: goes on with a download when the first run is over.

    Signals:
        ended: a person is done with it, or left it; with the text to search for, which may be empty.
    """

    ended = Signal(str)

    def __init__(self, bridge: Bridge, places: Places, models: ModelsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folders = ChooseFolders(bridge, places)
        self._watch = Watch(bridge)
        self._watch.searched.connect(self.ended)
        self._steps: list[Step] = [Welcome(), self._folders, ChooseModels(models), self._watch]
        self._stack = QStackedWidget()
        for step in self._steps:
            self._stack.addWidget(step)
            step.changed.connect(self._look)
        self._where = Label(style="caption", role="ink-muted")
        self._back = Button(self.tr("Back"))
        self._back.clicked.connect(lambda: self._go(self._stack.currentIndex() - 1))
        self._later = Button(self.tr("Set up later"))
        self._later.clicked.connect(lambda: self.ended.emit(""))
        self._next = Button("", primary=True)
        self._next.clicked.connect(self._go_on)
        for button in (self._back, self._later, self._next):
            # So that Enter presses it, as it does in a dialog.
            button.setAutoDefault(True)
        self._lay_out()
        self._look()

    @property
    def is_begun(self) -> bool:
        """Whether a person has gone beyond the first step."""
        return self._stack.currentIndex() > 0

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self._later)
        foot.addStretch()
        foot.addWidget(self._where)
        foot.addSpacing(S)
        foot.addWidget(self._back)
        foot.addWidget(self._next)
        sheet = QWidget()
        sheet.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(XL, XXL, XL, XL)
        column.setSpacing(L)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)
        around = QHBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addStretch(1)
        around.addWidget(sheet, 1000)
        around.addStretch(1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self._next)

    def _go_on(self) -> None:
        step = self._steps[self._stack.currentIndex()]
        step.leave()
        if step is self._watch:
            self.ended.emit(self._watch.text)
        elif self._steps[-2] is step and not self._folders.has_chosen:
            self.ended.emit("")
        else:
            self._go(self._stack.currentIndex() + 1)

    def _go(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        self._look()
        self._next.setFocus()
        self._steps[number].enter()

    def _look(self) -> None:
        number = self._stack.currentIndex()
        step = self._steps[number]
        self._next.setText(step.next_text)
        self._next.setEnabled(step.can_go_on)
        # Folders that are being read already are the matter of their own page.
        self._back.setVisible(number == 1 or (number == 2 and not self._folders.has_chosen))
        self._later.setVisible(number < len(self._steps) - 1)
        self._where.setText(self.tr("Step {number} of {count}").format(
            number=words.count(number + 1), count=words.count(len(self._steps))
        ))
