"""What every list of files has in common: how it scrolls, drags, and asks for a menu."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate, QWidget

from app.search.file_rows import FileRows, Index
from app.search.thumbnails import Thumbnails
from app.theme import theme


class FileView(QListView):
    """Main thread only.

    Args:
        role: under which ``model`` has what the signals tell of a row.

    Signals:
        menu_wanted: what a row holds, and where its menu belongs on the screen.
        activated_file: what a row holds, and whether the folder of the file is meant.
        current_changed: what the row holds that is current now, or None.
    """

    menu_wanted = Signal(object, QPoint)
    activated_file = Signal(object, bool)
    current_changed = Signal(object)

    def __init__(
        self, model: FileRows, role: int, delegate: QStyledItemDelegate, thumbnails: Thumbnails,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role = role
        # A view does not own its delegate.
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setMouseTracking(True)
        thumbnails.arrived.connect(self.viewport().update)
        theme().changed.connect(self.scheduleDelayedItemsLayout)
        self.doubleClicked.connect(self._double_clicked)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        super().currentChanged(current, previous)
        self.current_changed.emit(current.data(self._role))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        held = self.currentIndex().data(self._role)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and held is not None:
            self.activated_file.emit(held, bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            point = self.viewport().mapToGlobal(self.visualRect(index).center())
        else:
            index = self.indexAt(event.pos())
            point = event.globalPos()
        if index.isValid():
            self.setCurrentIndex(index)
            self.menu_wanted.emit(index.data(self._role), point)

    def _double_clicked(self, index: QModelIndex) -> None:
        self.activated_file.emit(index.data(self._role), False)
