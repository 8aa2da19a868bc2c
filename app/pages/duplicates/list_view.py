"""The list of files that are there more than once on the screen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.pages.duplicates.rows import TwinDelegate
from app.pages.duplicates.twins import FILE, TwinsModel
from app.search.file_view import FileView
from app.search.thumbnails import Thumbnails
from indexer.reports import Twin


class TwinsView(FileView):
    """Rows of one height from edge to edge; its signals tell a ``Twin``. Main thread only."""

    def __init__(self, model: TwinsModel, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(model, FILE, TwinDelegate(model, thumbnails), thumbnails, parent)
        self.setUniformItemSizes(True)
        self.setAccessibleName(self.tr("Files that are there more than once"))

    def current_file(self) -> Twin | None:
        """The file the person is at."""
        file: Twin | None = self.currentIndex().data(FILE)
        return file
