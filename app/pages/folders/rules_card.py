"""What is left out: patterns, and how many files they would hide."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPlainTextEdit, QSizePolicy, QWidget

from app import words
from app.bridge import Bridge, Ticket
from app.controls import Button, Card, Hairline, Label
from app.desktop.files import database_path
from app.pages.folders.adding import folder_dialog
from app.pages.leaving_out import pattern_for
from app.pages.state_line import StateLine
from app.theme import M, S, theme
from indexer.errors import KnownError
from indexer.paths import from_text

_REST_MS = 250
_LEAST_LINES, _MOST_LINES = 4, 12


class RulesCard(Card):
    """An editor of the patterns in force. Nothing is left out before it is saved."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._saved: tuple[str, ...] | None = None
        self._counting: Ticket | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._count)
        self._editor = _Editor()
        self._editor.setAccessibleName(self.tr("Patterns of what is left out, one a line"))
        self._editor.setEnabled(False)
        self._editor.textChanged.connect(self._edited)
        self._told = StateLine(wrap=True)
        self._save = Button(self.tr("Save"), primary=True)
        self._save.clicked.connect(self._put)
        self._revert = Button(self.tr("Discard changes"))
        self._revert.clicked.connect(self._take_back)
        self._choose = Button(self.tr("Leave out a folder…"), icon="folder")
        self._choose.clicked.connect(self._ask_folder)
        self._fold = Button(self.tr("What is left out anyway"), icon="chevron-down")
        self._fold.setCheckable(True)
        self._anyway = Label(self._always_left_out(), role="ink-muted", wrap=True)
        self._anyway.hide()
        self._fold.toggled.connect(self._unfold)
        buttons = QHBoxLayout()
        buttons.setSpacing(S)
        for button in (self._save, self._revert):
            buttons.addWidget(button)
        buttons.addStretch()
        buttons.addWidget(self._choose)
        self.body.addWidget(Label(
            self.tr("Files and folders that match a pattern are not read. One pattern a line, as in a .gitignore:"),
            wrap=True,
        ))
        self.body.addLayout(self._examples())
        self.body.addWidget(self._editor)
        self.body.addWidget(self._told)
        self.body.addLayout(buttons)
        self.body.addWidget(Hairline())
        self.body.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._anyway)
        self._look()

    @property
    def patterns(self) -> tuple[str, ...]:
        """What the editor holds, without empty lines."""
        lines = (line.rstrip("\r") for line in self._editor.toPlainText().split("\n"))
        return tuple(line for line in lines if line.strip())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._bridge.ask(self, lambda face: face.settings_in_force(), self._took, lambda error: None)

    def add(self, pattern: str) -> None:
        """Write one more pattern; it is not saved yet."""
        text = self._editor.toPlainText()
        self._editor.setPlainText(f"{text}{'' if not text or text.endswith(chr(10)) else chr(10)}{pattern}\n")

    def _took(self, settings: dict[str, Any]) -> None:
        in_force = tuple(settings["ignore"])
        is_untouched = self._saved is None or self.patterns == self._saved
        self._saved = in_force
        self._editor.setEnabled(True)
        if is_untouched and self.patterns != in_force:
            self._take_back()
        self._look()

    def _take_back(self) -> None:
        self._editor.setPlainText("".join(f"{pattern}\n" for pattern in self._saved or ()))

    def _edited(self) -> None:
        self._stop_counting()
        self._rest.start()
        self._look()

    def _look(self) -> None:
        changed = self._saved is not None and self.patterns != self._saved
        self._save.setEnabled(changed)
        self._revert.setVisible(changed)
        if not changed:
            self._stop_counting()
            self._told.say("")

    def _stop_counting(self) -> None:
        self._rest.stop()
        if self._counting is not None:
            self._counting.cancel()

    def _count(self) -> None:
        patterns = self.patterns
        self._counting = self._bridge.ask(self, lambda face: face.hidden(patterns), self._counted, self._failed)

    def _counted(self, hidden: int) -> None:
        if hidden:
            self._told.say(
                self.tr("%Ln file(s) that can be found now would be left out", "", hidden), "eye-off", "warn"
            )
        else:
            self._told.say(self.tr("No file that can be found now would be left out"), "info")

    def _put(self) -> None:
        self._stop_counting()
        patterns = self.patterns
        self._save.setEnabled(False)
        self._bridge.ask(
            self, lambda face: face.change_settings({"ignore": list(patterns)}), self._put_done, self._failed,
            lane="change",
        )

    def _put_done(self, settings: dict[str, Any]) -> None:
        self._took(settings)
        self._told.say(self.tr("Saved. Hunch looks through the folders again."), "good", "good")

    def _failed(self, error: KnownError) -> None:
        self._look()
        self._told.say(words.explained(error.code), "error", "bad", tip=error.message)

    def _ask_folder(self) -> None:
        dialog = folder_dialog(self)
        dialog.fileSelected.connect(self._leave_out)
        dialog.open()

    def _leave_out(self, path: str) -> None:
        roots = [from_text(root) for root in self._bridge.roots]
        pattern = pattern_for(from_text(database_path(path)), roots, is_folder=True)
        if pattern is None:
            self._told.say(self.tr("Only a folder inside one that is indexed can be left out."), "info")
        else:
            self.add(pattern)

    def _unfold(self, is_open: bool) -> None:
        self._fold.set_icon("chevron-up" if is_open else "chevron-down")
        self._anyway.setVisible(is_open)

    def _examples(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(M)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for number, (pattern, meaning) in enumerate((
            ("*.log", self.tr("files whose name ends like this, in every folder")),
            ("Archive/", self.tr("every folder of this name, with all that is in it")),
            ("/Private/", self.tr("only the one directly inside a chosen folder")),
            ("!keep.log", self.tr("takes back what a line above leaves out")),
        )):
            grid.addWidget(Label(pattern, "mono"), number, 0)
            grid.addWidget(Label(meaning, "caption", "ink-muted", wrap=True), number, 1)
        return grid

    def _always_left_out(self) -> str:
        return self.tr(
            "Hidden files, unless Settings say otherwise; folders of version control and packages such as .git and "
            "node_modules; caches and build output; temporary and half-downloaded files; folders of the system such as "
            "the recycle bin; and what a .gitignore or .hunchignore in a folder names. A line that begins with ! takes "
            "any of it back."
        )


class _Editor(QPlainTextEdit):
    """As high as its text, within bounds. Tab leaves it."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.textChanged.connect(self._fit)
        theme().changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setFont(theme().font("mono"))
        self._fit()

    def _fit(self) -> None:
        lines = max(_LEAST_LINES, min(self.blockCount(), _MOST_LINES))
        around = 2 * (self.frameWidth() + int(self.document().documentMargin())) + M
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + around)
