"""What Hunch is made of, to search and to read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QHeaderView, QLineEdit, QPlainTextEdit, QSplitter, QTreeView, QVBoxLayout, QWidget

from app.bridge import Bridge, Ticket
from app.controls import ClearAction
from app.pages.about.licences import Component, components, text_of
from app.theme import S, theme

_SHARES = [420, 500]

Index = QModelIndex | QPersistentModelIndex


class LicenceList(QWidget):
    """Filled in the background when it is made."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._reading: Ticket | None = None
        self._model = _Components(self)
        self._shown = QSortFilterProxyModel(self)
        self._shown.setSourceModel(self._model)
        self._shown.setFilterKeyColumn(-1)
        self._shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._search = QLineEdit()
        self._search.setPlaceholderText(self.tr("Find a component or licence"))
        self._search.setAccessibleName(self._search.placeholderText())
        ClearAction(self._search)
        self._search.textChanged.connect(self._shown.setFilterFixedString)
        self.setFocusProxy(self._search)
        self._list = QTreeView()
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.setModel(self._shown)
        self._list.setAccessibleName(self.tr("Components"))
        self._list.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.selectionModel().currentChanged.connect(self._choose)
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setFont(theme().font("mono"))
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(self.tr("Licence text"))

        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, S, 0)
        column.setSpacing(S)
        column.addWidget(self._search)
        column.addWidget(self._list, 1)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self._text)
        split.setSizes(_SHARES)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)
        bridge.work(self, components, self._fill, lambda error: self._text.setPlainText(str(error.strerror)))

    def _fill(self, found: list[Component]) -> None:
        self._model.fill(found)
        # Some licences are long expressions; their tool tip has the whole.
        self._list.header().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self._list.setCurrentIndex(self._shown.index(0, 0))

    def _choose(self, now: QModelIndex) -> None:
        if self._reading is not None:
            self._reading.cancel()
        if now.isValid():
            one = self._model.component(self._shown.mapToSource(now))
            self._reading = self._bridge.work(
                self, lambda: text_of(one), self._text.setPlainText,
                lambda error: self._text.setPlainText(self.tr("Its text could not be read.")),
            )


class _Components(QAbstractTableModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._components: Sequence[Component] = ()

    def fill(self, found: Sequence[Component]) -> None:
        self.beginResetModel()
        self._components = found
        self.endResetModel()

    def component(self, index: QModelIndex) -> Component:
        return self._components[index.row()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self._components)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        one = self._components[index.row()]
        texts = (one.name, one.version, one.licence or self.tr("see its text"))
        return texts[index.column()]

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (self.tr("Component"), self.tr("Version"), self.tr("Licence"))[section]
