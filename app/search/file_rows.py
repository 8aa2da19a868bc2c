"""Files as rows that can be dragged out of the window."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt

from app.desktop.files import files_as_mime
from indexer.paths import display

Index = QModelIndex | QPersistentModelIndex


class FileRows(QAbstractListModel):
    """A file a row; ``path_at`` is to be given. Main thread only."""

    def path_at(self, row: int) -> str:
        """Database path of the file in ``row``."""
        raise NotImplementedError

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemNeverHasChildren if index.isValid() else flags

    def supportedDragActions(self) -> Qt.DropAction:  # noqa: N802
        return Qt.DropAction.CopyAction | Qt.DropAction.LinkAction

    def mimeTypes(self) -> list[str]:  # noqa: N802
        return ["text/uri-list"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802
        return files_as_mime([self.path_at(index.row()) for index in indexes])

    def whole_path(self, row: int) -> str:
        """The tool tip of ``row``. It would take angle brackets for markup."""
        return f"<span>{escape(display(self.path_at(row)))}</span>"
