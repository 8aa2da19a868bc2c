"""The window: rail, pages, and the line at its foot."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QRect, QSize, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QHideEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from app.bridge import Bridge
from app.controls import Toast
from app.engine_banner import EngineBanner
from app.memory import Memory
from app.rail import PAGES, Page, Rail, page_title
from app.search.view import SearchView
from app.shortcuts import Name, shortcuts
from app.status_line import StatusLine
from app.theme import M
from indexer.runtime import Places

if TYPE_CHECKING:
    from app.pages.first_run.run import FirstRun
    from app.pages.models.rows import ModelsModel

FIRST_RUN_DONE = "first_run_done"
"""Name of the value in ``Memory`` that says whether a person has gone through the first run, or left it."""

_FIRST_SIZE = QSize(1100, 720)
_LEAST_SIZE = QSize(720, 500)
_GEOMETRY = "window_geometry"
_PAGE_KEYS: dict[Name, Page] = {
    "page_1": "search", "page_2": "duplicates", "page_3": "folders", "page_4": "problems", "page_5": "models",
    "page_6": "settings", "page_7": "about", "settings": "settings", "search_field": "search",
}


class MainWindow(QMainWindow):
    """Search at once, the other pages when they are first visited; the first run while no folder was ever chosen.

    Args:
        hides: asked when the window is closed: whether something is there to bring it back. If not, closing it asks to
            quit.

    Signals:
        quit_asked: a person wants the window's program to end.
    """

    quit_asked = Signal()

    def __init__(
        self, bridge: Bridge, memory: Memory, places: Places, hides: Callable[[], bool] = lambda: False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._memory = memory
        self._places = places
        self._hides = hides
        self._pages: dict[Page, QWidget] = {}
        self._rail = Rail()
        self._stack = QStackedWidget()
        self._line = StatusLine(bridge)
        self._search = SearchView(bridge, memory)
        self._first_run: FirstRun | None = None
        self._models_model: ModelsModel | None = None
        self._lay_out(EngineBanner(bridge))
        self._toast = Toast(self._stack)
        self._rail.chosen.connect(self.show_page)
        self._search.page_wanted.connect(self.show_page)
        self._line.problems_asked.connect(lambda: self.show_page("problems"))
        self._bind_keys()
        if sys.platform == "darwin":
            self._make_menus()
        bridge.noticed.connect(self.say)
        bridge.status_changed.connect(self._told)
        self._place()
        self.show_page("search")
        if not memory.value(FIRST_RUN_DONE, False):
            self._begin_first_run()
        self._told(bridge.status)

    @property
    def page(self) -> Page | None:
        """The page seen; None during the first run."""
        return next((name for name, page in self._pages.items() if page is self._stack.currentWidget()), None)

    def show_page(self, name: Page) -> None:
        """Go to a page; during the first run that leaves it."""
        self._end_first_run()
        if name not in self._pages:
            page = self._pages[name] = self._make(name)
            page.setAccessibleName(page_title(name))
            self._stack.addWidget(page)
        self._rail.set_current(name)
        self._stack.setCurrentWidget(self._pages[name])
        title = self.tr("Hunch")
        self.setWindowTitle(title if name == "search" else f"{page_title(name)} – {title}")
        focused = self.focusWidget()
        if name == "search":
            self._search.focus_field()
        elif focused is None or not self._rail.isAncestorOf(focused):
            self._pages[name].setFocus()

    def search(self, text: str) -> None:
        """Look for ``text``, as if a person had typed it."""
        self.show_page("search")
        self._search.search(text)

    def say(self, text: str) -> None:
        """Show a sentence that goes away by itself."""
        self._toast.say(text)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        if self._hides():
            event.ignore()
            self.hide()
        else:
            event.accept()
            self.quit_asked.emit()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        self._memory.set_value(_GEOMETRY, self.saveGeometry())
        super().hideEvent(event)

    def _lay_out(self, banner: EngineBanner) -> None:
        over = QVBoxLayout()
        over.setContentsMargins(M, M, M, 0)
        over.addWidget(banner)
        pages = QVBoxLayout()
        pages.setSpacing(0)
        pages.addLayout(over)
        pages.addWidget(self._stack, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addLayout(pages, 1)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        column.addWidget(self._line)
        self.setCentralWidget(whole)

    def _place(self) -> None:
        self.setMinimumSize(_LEAST_SIZE)
        # Qt moves a window that would be on no screen onto one.
        if self.restoreGeometry(self._memory.value(_GEOMETRY, QByteArray())):
            return
        room = QGuiApplication.primaryScreen().availableGeometry()
        place = QRect(room.topLeft(), _FIRST_SIZE.boundedTo(room.size()))
        place.moveCenter(room.center())
        self.setGeometry(place)

    def _make(self, name: Page) -> QWidget:
        # Imported when needed: the search is on the screen before the other pages are read from the disk.
        match name:
            case "search":
                return self._search
            case "duplicates":
                return self._duplicates()
            case "folders":
                from app.pages.folders.page import FoldersPage

                return FoldersPage(self._bridge)
            case "problems":
                from app.pages.problems.page import ProblemsPage

                return ProblemsPage(self._bridge)
            case "models":
                from app.pages.models.page import ModelsPage

                return ModelsPage(self._models())
            case "settings":
                from app.pages.settings.page import SettingsPage

                return SettingsPage(self._bridge, self._memory, self._places)
            case "about":
                from app.pages.about.page import AboutPage

                return AboutPage(self._bridge)

    def _duplicates(self) -> QWidget:
        from app.pages.duplicates.page import DuplicatesPage

        page = DuplicatesPage(self._bridge, self._memory)
        page.page_wanted.connect(self.show_page)
        page.search_wanted.connect(self.search)
        return page

    def _models(self) -> ModelsModel:
        """One for the first run and the page: a download begun in the one is seen on the other."""
        if self._models_model is None:
            from app.pages.models.rows import ModelsModel

            self._models_model = ModelsModel(self._bridge, self)
        return self._models_model

    def _bind_keys(self) -> None:
        for name, page in _PAGE_KEYS.items():
            self._bind(name, partial(self.show_page, page))
        self._bind("pause", self._line.pause_or_go_on)
        self._bind("help", self._show_help)
        self._bind("close", self.close)
        self._bind("quit", self.quit_asked.emit)

    def _bind(self, name: Name, act: Callable[[], object]) -> None:
        for keys in shortcuts(name):
            QShortcut(keys, self).activated.connect(act)

    def _make_menus(self) -> None:
        """A Mac has a menu bar whatever the window looks like. The shortcuts shown there are bound by the window."""
        window = self.menuBar().addMenu(self.tr("Window"))
        for page in PAGES:
            window.addAction(page_title(page), partial(self.show_page, page))
        window.addSeparator()
        window.addAction(self.tr("Close the window"), self.close)
        self.menuBar().addMenu(self.tr("Help")).addAction(self.tr("Keyboard and search help"), self._show_help)

    def _show_help(self) -> None:
        from app.pages.keyboard import KeyboardHelp

        KeyboardHelp(self).open()

    def _begin_first_run(self) -> None:
        from app.pages.first_run.run import FirstRun

        run = self._first_run = FirstRun(self._bridge, self._places, self._models())
        run.ended.connect(self.search)
        self._stack.addWidget(run)
        self._stack.setCurrentWidget(run)
        self._rail.hide()
        self._line.hide()
        self.setWindowTitle(self.tr("Hunch"))
        run.setFocus()

    def _end_first_run(self) -> None:
        run, self._first_run = self._first_run, None
        if run is not None:
            self._stack.removeWidget(run)
            run.deleteLater()
            self._rail.show()
            self._line.show()
            self._memory.set_value(FIRST_RUN_DONE, True)

    def _told(self, status: dict[str, Any]) -> None:
        self._rail.set_count("problems", status.get("files", {}).get("failed", 0))
        # Folders may have been chosen in a terminal.
        if status.get("roots") and self._first_run is not None and not self._first_run.is_begun:
            self.show_page("search")
