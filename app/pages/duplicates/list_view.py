"""The list of files that are there more than once on the screen."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from app.pages.duplicates.rows import TwinDelegate
from app.pages.duplicates.twins import ROW, Index, Row, TwinsModel
from app.search.thumbnails import Thumbnails
from app.theme import theme
from indexer.reports import Twin


class TwinsView(QListView):
    """Rows of one height from edge to edge. Main thread only.

    Signals:
        menu_wanted: a ``Twin`` and where its menu belongs on the screen.
        activated_file: a ``Twin``, and whether its folder is meant.
        current_changed: the ``Twin`` that is current now, or None.
    """

    menu_wanted = Signal(object, QPoint)
    activated_file = Signal(object, bool)
    current_changed = Signal(object)

    def __init__(self, model: TwinsModel, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUniformItemSizes(True)
        self.setItemDelegate(TwinDelegate(model, thumbnails, self))
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Files that are there more than once"))
        thumbnails.arrived.connect(self.viewport().update)
        theme().changed.connect(self.scheduleDelayedItemsLayout)
        self.doubleClicked.connect(lambda index: self.activated_file.emit(_file(index), False))

    def current_file(self) -> Twin | None:
        """The file the person is at."""
        return _file(self.currentIndex())

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        super().currentChanged(current, previous)
        self.current_changed.emit(_file(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        file = self.current_file()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and file is not None:
            self.activated_file.emit(file, bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
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
            self.menu_wanted.emit(_file(index), point)


def _file(index: QModelIndex | Index) -> Twin | None:
    row: Row | None = index.data(ROW) if index.isValid() else None
    return None if row is None else row.file
