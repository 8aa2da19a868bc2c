"""Results and preview side by side, as the person left them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from app.memory import Memory

_SHARE = "search_preview_share"
_SHOWN = "search_preview"
_USUAL_SHARE = 0.4
_LEAST_RESULTS = 240


class Split(QSplitter):
    """The preview has a share of the width, can be dragged away and be hidden; all is remembered."""

    def __init__(self, results: QWidget, preview: QWidget, memory: Memory) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._memory = memory
        self._preview = preview
        self._share = min(1.0, max(0.0, memory.value(_SHARE, _USUAL_SHARE)))
        results.setMinimumWidth(_LEAST_RESULTS)
        self.addWidget(results)
        self.addWidget(preview)
        self.setCollapsible(0, False)
        self.setHandleWidth(1)
        self.splitterMoved.connect(self._moved)
        preview.setVisible(memory.value(_SHOWN, True))

    @property
    def is_preview_shown(self) -> bool:
        """Whether there is anything to see of it."""
        return not self._preview.isHidden()

    def toggle_preview(self) -> None:
        """Show the preview, or hide it."""
        self._show_preview(self._preview.isHidden())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._divide()

    def _show_preview(self, is_wanted: bool) -> None:
        self._preview.setVisible(is_wanted)
        self._memory.set_value(_SHOWN, is_wanted)
        self._divide()

    def _divide(self) -> None:
        of_preview = round(self._share * self.width())
        self.setSizes([self.width() - of_preview, of_preview])

    def _moved(self) -> None:
        results, preview = self.sizes()
        if preview == 0:
            self._show_preview(False)
        else:
            self._share = preview / (results + preview)
            self._memory.set_value(_SHARE, self._share)
