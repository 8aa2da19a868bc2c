"""The composition root: everything of the window made, joined, and ended in order."""

from __future__ import annotations

import signal
import socket
import sys
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QSocketNotifier, Qt, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.bridge import Bridge
from app.choices import (
    APPEARANCE,
    CLOSE_TO_TRAY,
    DEFAULT_APPEARANCE,
    DEFAULT_CLOSE_TO_TRAY,
    DEFAULT_LANGUAGE,
    DEFAULT_QUIT_ENGINE,
    HOTKEY,
    LANGUAGE,
    QUIT_ENGINE,
)
from app.crash_dialog import show_crashes
from app.crashes import Crashes
from app.desktop import hotkey
from app.desktop.clipboard import leave_as_text
from app.desktop.front import bring_to_front
from app.main_window import MainWindow
from app.memory import Memory
from app.quick_search import QuickSearch
from app.rail import Page
from app.single import Single
from app.theme import Theme, application_icon
from app.theme.theme import Mode
from app.tray import Tray
from app.wish import Wish
from indexer.client import KeptClient
from indexer.runtime import Places, start_logging

_TRANSLATIONS = Path(__file__).resolve().parent.parent / "resources" / "translations"


def run(places: Places, single: Single, wish: Wish) -> int:
    """Be the window of ``places`` until it is quit; returns the exit code. Once per process."""
    QGuiApplication.setDesktopFileName("hunch")
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Hunch")
    app.setQuitOnLastWindowClosed(False)
    start_logging(places, name="window")
    memory = Memory(places, app)
    speak(app, memory.value(LANGUAGE, DEFAULT_LANGUAGE))
    Theme.install(app, mode=cast(Mode, memory.value(APPEARANCE, DEFAULT_APPEARANCE)))
    app.setWindowIcon(application_icon())
    crashes = Crashes(places, app)
    bridge = Bridge(partial(KeptClient, places), app)
    hunch = Hunch(places, memory, bridge, single)
    _end_on_signals(app)
    show_crashes(crashes, bridge)
    single.listen()
    hunch.do(wish)
    code = app.exec()
    hunch.close()
    leave_as_text()
    bridge.close()
    memory.sync()
    single.close()
    crashes.close()
    return code


def speak(app: QApplication, language: str) -> None:
    """Load the texts of a language, ``system`` for the person's."""
    locale = QLocale.system() if language == "system" else QLocale(language)
    QLocale.setDefault(locale)
    for name, folder in (("qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
                         ("hunch", str(_TRANSLATIONS))):
        translator = QTranslator(app)
        # English too has forms for one and for many, which the source does not.
        if translator.load(locale, name, "_", folder) or translator.load(f"{name}_en", folder):
            app.installTranslator(translator)
    app.setLayoutDirection(locale.textDirection())


class Hunch(QObject):
    """Window, quick search, tray and key, and what passes between them. Main thread only."""

    def __init__(self, places: Places, memory: Memory, bridge: Bridge, single: Single) -> None:
        super().__init__()
        self._memory = memory
        self._bridge = bridge
        self._window = MainWindow(bridge, memory, places, self._stays_in_tray)
        self._hotkey = hotkey.install(self)
        self._quick = QuickSearch(bridge, memory, self._hotkey)
        self._tray = Tray(bridge, self)
        self._hotkey.set_keys(memory.value(HOTKEY, hotkey.DEFAULT_KEYS))
        self._hotkey.pressed.connect(self._quick.toggle)
        self._window.quit_asked.connect(self.quit)
        self._quick.more_wanted.connect(self._search)
        self._tray.window_wanted.connect(lambda: self.show_window())
        self._tray.quick_wanted.connect(self._quick.toggle)
        self._tray.settings_wanted.connect(lambda: self._show_page("settings"))
        self._tray.problems_wanted.connect(lambda: self._show_page("problems"))
        self._tray.quit_wanted.connect(self.quit)
        self._tray.gone.connect(self._not_stranded)
        single.wished.connect(self.do)
        app = QCoreApplication.instance()
        if isinstance(app, QGuiApplication):
            app.commitDataRequest.connect(lambda _: self._memory.sync())

    def do(self, wish: Wish) -> None:
        """What a start was for."""
        if wish.do == "toggle":
            self._quick.toggle(wish.token)
        elif wish.do == "show" or not self._tray.is_there:
            self.show_window(wish.token)

    def show_window(self, token: str = "") -> None:
        """Bring the window to the front; ``token`` as for ``bring_to_front``."""
        bring_to_front(self._window, self._hotkey, token)

    def quit(self) -> None:
        """End the window's process, and the engine where the person chose so."""
        # What is still to be told to the engine by what was seen there comes before its end.
        self._window.hide()
        if self._memory.value(QUIT_ENGINE, DEFAULT_QUIT_ENGINE):
            self._bridge.end_engine(QCoreApplication.quit)
        else:
            QCoreApplication.quit()

    def close(self) -> None:
        """Let go of what the desktop gave."""
        self._hotkey.close()
        self._tray.close()
        self._quick.close()
        self._window.hide()
        self._window.deleteLater()

    def _stays_in_tray(self) -> bool:
        return self._tray.is_there and self._memory.value(CLOSE_TO_TRAY, DEFAULT_CLOSE_TO_TRAY)

    def _not_stranded(self) -> None:
        # Nobody could bring back a window that is hidden, now that its icon is gone.
        if not self._window.isVisible():
            self.show_window()

    def _show_page(self, name: Page) -> None:
        self._window.show_page(name)
        self.show_window()

    def _search(self, text: str) -> None:
        self._window.search(text)
        self.show_window()


def _end_on_signals(app: QApplication) -> None:
    """SIGINT and SIGTERM end the loop: Python's handlers run only when Qt hears of them through a socket."""
    pair = socket.socketpair()
    for end in pair:
        end.setblocking(False)
    signal.set_wakeup_fd(pair[1].fileno())
    notifier = QSocketNotifier(pair[0].fileno(), QSocketNotifier.Type.Read, app)
    # The pair lives as long as the notifier that was given it.
    notifier.activated.connect(lambda: pair[0].recv(64))
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: app.quit())
