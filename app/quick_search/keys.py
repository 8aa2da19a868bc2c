"""The line at the foot of the quick search: which key does what."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.controls import Label
from app.theme import XS, L


class KeyLine(QWidget):
    """Says it to the eye only; the keyboard help says it to everybody."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(XS)
        control = "⌘" if sys.platform == "darwin" else self.tr("Ctrl+")
        enter = self.tr("Enter")
        for keys, does in (
            (enter, self.tr("open")), (f"{control}{enter}", self.tr("folder")), (self.tr("Space"), self.tr("preview")),
            (self.tr("Tab"), self.tr("more")),
        ):
            row.addWidget(Label(keys, "caption", strong=True))
            row.addWidget(Label(does, "caption", "ink-muted"))
            row.addSpacing(L)
        row.addStretch(1)
        row.addWidget(Label(self.tr("Esc"), "caption", strong=True))
        row.addWidget(Label(self.tr("close"), "caption", "ink-muted"))
