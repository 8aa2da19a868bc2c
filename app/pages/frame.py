"""What all pages that scroll have in common."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget


def at_leading_edge(body: QWidget, trailing: int = 0) -> QWidget:
    """``body`` up to its largest width, with nothing beside it; ``trailing`` pixels are kept free at the end."""
    frame = QWidget()
    around = QHBoxLayout(frame)
    around.setContentsMargins(0, 0, trailing, 0)
    around.addWidget(body, 1)
    around.addStretch()
    return frame
