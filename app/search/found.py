"""What was found, as a list or as a grid of pictures: two views of the same rows and the same selection."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.bridge import Bridge
from app.search.delegate import ResultDelegate
from app.search.grid import PictureGrid
from app.search.hit_view import HitView
from app.search.list_view import ResultList
from app.search.result_model import ResultModel
from app.search.thumbnails import Thumbnails

Shape = Literal["list", "grid"]

_LEAST_PICTURES = 3


class Found(QStackedWidget):
    """Pictures alone are shown as a grid unless the person chose otherwise. Main thread only.

    Attributes:
        model: the rows.
        shape: what is seen.

    Signals:
        As those of ``HitView``. shape_changed: the ``Shape`` seen from now on.
    """

    menu_wanted = Signal(object, QPoint)
    activated_file = Signal(object, bool)
    current_changed = Signal(object)
    near_end = Signal()
    shape_changed = Signal(str)

    def __init__(self, bridge: Bridge, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ResultModel(lambda: bridge.roots, self)
        self.shape: Shape = "list"
        self._chosen: Shape | None = None
        self._list = ResultList(self.model, ResultDelegate(thumbnails))
        self._views: dict[Shape, HitView] = {"list": self._list, "grid": PictureGrid(self.model, thumbnails)}
        self._views["grid"].setSelectionModel(self._views["list"].selectionModel())
        for view in self._views.values():
            self.addWidget(view)
            view.menu_wanted.connect(self.menu_wanted)
            view.activated_file.connect(self.activated_file)
            view.near_end.connect(self.near_end)
        self._views["list"].current_changed.connect(self.current_changed)
        self.model.shown.connect(self._choose)
        self.setFocusProxy(self._views["list"])

    @property
    def view(self) -> HitView:
        """The one that is seen."""
        return self._views[self.shape]

    def kept_row(self) -> int | None:
        """As ``HitView.kept_row``."""
        return self.view.kept_row()

    def set_shape(self, shape: Shape) -> None:
        """The person wants this shape, until ``forget_shape``."""
        self._chosen = shape
        self._show(shape)

    def forget_shape(self) -> None:
        """What is found decides again."""
        self._chosen = None

    def toggle_versions(self) -> None:
        """Show the versions of the current file in the list, or hide them."""
        row = self.model.owner(self.view.currentIndex().row())
        self._show("list")
        self._list.toggle_versions(row)

    def turn(self, key: int) -> bool:
        """As ``ResultList.turn``, once the person goes through a list."""
        return self.shape == "list" and self._list.touched and self._list.turn(key)

    def _choose(self) -> None:
        hits = self.model.hits
        if hits and not self.view.touched:
            are_pictures = len(hits) >= _LEAST_PICTURES and all(hit.picture is not None for hit in hits)
            self._show(self._chosen or ("grid" if are_pictures else "list"))

    def _show(self, shape: Shape) -> None:
        if shape == self.shape:
            return
        had_focus = self.view.hasFocus()
        if shape == "grid" and (row := self.view.currentIndex().row()) >= 0:
            self.view.setCurrentIndex(self.model.index(self.model.owner(row)))
            self.model.close_all()
        self.shape = shape
        self.setCurrentWidget(self.view)
        self.setFocusProxy(self.view)
        if had_focus:
            self.view.setFocus()
        self.view.scrollTo(self.view.currentIndex())
        self.shape_changed.emit(shape)
