"""The page of all settings."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.bridge import Bridge
from app.controls import Button, Label, PageTitle
from app.desktop.hotkey import hotkey
from app.memory import Memory
from app.pages.frame import at_leading_edge
from app.pages.settings import engine_sections
from app.pages.settings.data_section import DataSection
from app.pages.settings.values import EngineValues
from app.pages.settings.window_sections import AppearanceSection, SearchingSection, WindowSection
from app.theme import XL, L, M
from indexer.runtime import Places

_WIDEST = 760


class SettingsPage(QScrollArea):
    """Every change holds at once. ``app.desktop.hotkey.install`` comes first."""

    def __init__(self, bridge: Bridge, memory: Memory, places: Places, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = EngineValues(bridge, self)
        self._data = DataSection(bridge, places)
        self._advanced = engine_sections.advanced(self._values)
        self._advanced.hide()
        self._fold = Button(self.tr("Show more settings"), icon="chevron-down")
        self._fold.setCheckable(True)
        self._fold.toggled.connect(self._unfold)
        fold = QHBoxLayout()
        fold.addWidget(self._fold)
        fold.addStretch()

        body = QWidget()
        body.setMaximumWidth(_WIDEST)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(XL, XL, XL, XL)
        layout.setSpacing(XL)
        head = QVBoxLayout()
        head.setSpacing(M)
        head.addWidget(PageTitle(self.tr("Settings")))
        head.addWidget(Label(self.tr("Changes take effect at once."), role="ink-muted"))
        layout.addLayout(head)
        for section in (
            engine_sections.indexing(self._values), engine_sections.reading(self._values), SearchingSection(memory),
            AppearanceSection(memory), WindowSection(bridge, memory, hotkey()), self._data,
        ):
            layout.addWidget(section)
        more = QVBoxLayout()
        more.setSpacing(M)
        more.addLayout(fold)
        more.addWidget(self._advanced)
        layout.addLayout(more)
        layout.addStretch()
        self.setWidget(at_leading_edge(body, L))
        self.setWidgetResizable(True)
        # The keys that scroll work at once; Tab goes straight to what can be done.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._look()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Somebody may have edited the settings file in another window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isVisible() and self.isActiveWindow():
            self._look()

    def _look(self) -> None:
        self._values.look()
        self._data.look()

    def _unfold(self, is_open: bool) -> None:
        self._advanced.setVisible(is_open)
        self._fold.setText(self.tr("Show fewer settings") if is_open else self.tr("Show more settings"))
        self._fold.set_icon("chevron-up" if is_open else "chevron-down")
