"""One setting on a page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from app.controls.texts import Label
from app.theme import L, S


class FormRow(QWidget):
    """A name, what it means, and the control at the end of the row, which gets name and meaning for screen readers."""

    def __init__(self, label: str, explanation: str, control: QWidget, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        self._explanation = Label(explanation, "caption", "ink-muted", wrap=True)
        self._explanation.setVisible(bool(explanation))
        name = Label(label, wrap=True)
        name.setBuddy(control)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(name)
        texts.addWidget(self._explanation)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, S, 0, S)
        row.setSpacing(L)
        row.addLayout(texts, 1)
        row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        if not control.accessibleName():
            control.setAccessibleName(label)
        control.setAccessibleDescription(explanation)

    def set_explanation(self, text: str) -> None:
        """Explain it otherwise."""
        self._explanation.setText(text)
        self._explanation.setVisible(bool(text))
        self.control.setAccessibleDescription(text)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """The whole row turns a switch."""
        inside = event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint())
        if inside and isinstance(self.control, QAbstractButton) and self.control.isCheckable():
            self.control.click()
