"""What all steps of the first run have in common."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.controls import Label
from app.theme import L, S


class Step(QWidget):
    """A heading, a paragraph, and what the step is about in ``body``.

    Signals:
        changed: ``next_text`` or ``can_go_on`` may be another.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Label(style="display", strong=True, wrap=True)
        self._text = Label(role="ink-muted", wrap=True)
        self.body = QVBoxLayout()
        self.body.setSpacing(L)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(S)
        self.column.addWidget(self._title)
        self.column.addWidget(self._text)
        self.column.addSpacing(S)
        self.column.addLayout(self.body, 1)

    def head(self, title: str, text: str) -> None:
        """Say what the step is about."""
        self._title.setText(title)
        self._text.setText(text)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)

    @property
    def next_text(self) -> str:
        """What the button says that goes on."""
        return self.tr("Continue")

    @property
    def can_go_on(self) -> bool:
        """Whether that button can be pressed."""
        return True

    def enter(self) -> None:
        """The step is seen now."""

    def leave(self) -> None:
        """A person goes on from it."""
