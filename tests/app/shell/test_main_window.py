from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.bridge import Bridge
from app.engine_banner import EngineBanner
from app.main_window import FIRST_RUN_DONE, MainWindow
from app.memory import Memory
from app.pages.folders.page import FoldersPage
from app.pages.keyboard import KeyboardHelp
from app.rail import PAGES, Rail, RailButton
from app.search.view import SearchView
from indexer.runtime import Places
from tests.helpers.fake_engine import FakeConnection, FakeEngine, hit


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    memory = Memory(Places(tmp_path))
    memory.set_value(FIRST_RUN_DONE, True)
    return memory


@pytest.fixture
def window(bridge: Bridge, memory: Memory, qtbot: QtBot) -> MainWindow:
    window = MainWindow(bridge, memory, memory.places)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def press(window: MainWindow, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.ControlModifier) -> None:
    QTest.keyClick(window.focusWidget() or window, key, held)


def test_it_opens_on_the_search_with_the_keyboard_in_the_field(window: MainWindow) -> None:
    assert window.page == "search"
    assert window.focusWidget() is not None
    assert window.findChildren(SearchView)[0].isAncestorOf(window.focusWidget())
    assert window.findChildren(FoldersPage) == []


def test_every_page_has_its_key(window: MainWindow) -> None:
    for key, page in ((Qt.Key.Key_2, "duplicates"), (Qt.Key.Key_3, "folders"), (Qt.Key.Key_4, "problems"),
                      (Qt.Key.Key_7, "about"), (Qt.Key.Key_5, "models"), (Qt.Key.Key_1, "search")):
        press(window, key)
        assert window.page == page
    press(window, Qt.Key.Key_3)
    press(window, Qt.Key.Key_K)
    assert window.page == "search"


def test_a_slash_goes_to_the_field_unless_it_is_typed(window: MainWindow) -> None:
    window.show_page("folders")
    press(window, Qt.Key.Key_Slash, Qt.KeyboardModifier.NoModifier)
    assert window.page == "search"
    press(window, Qt.Key.Key_Slash, Qt.KeyboardModifier.NoModifier)
    assert window.findChildren(SearchView)[0].text == "/"


def test_the_title_names_the_page(window: MainWindow) -> None:
    assert window.windowTitle() == "Hunch"
    window.show_page("folders")
    assert window.windowTitle() == "Folders – Hunch"


def test_pages_are_made_once(window: MainWindow) -> None:
    window.show_page("folders")
    first = window.findChildren(FoldersPage)[0]
    window.show_page("search")
    window.show_page("folders")
    assert window.findChildren(FoldersPage) == [first]


def test_up_and_down_go_through_the_rail(window: MainWindow) -> None:
    buttons = window.findChildren(Rail)[0].findChildren(RailButton)
    buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
    seen = []
    for button, key in ((buttons[0], Qt.Key.Key_Down), (buttons[1], Qt.Key.Key_Down), (buttons[2], Qt.Key.Key_Up)):
        QTest.keyClick(button, key)
        seen.append(window.page)
        assert buttons[PAGES.index(window.page or "about")].hasFocus()
    assert seen == ["duplicates", "folders", "duplicates"]


def test_the_number_of_problems_stands_beside_their_name(
    window: MainWindow, connection: FakeConnection, qtbot: QtBot
) -> None:
    button = window.findChildren(Rail)[0].findChildren(RailButton)[3]
    assert button.accessibleDescription() == "3"
    connection.set_status(files={"ready": 1, "pending": 0, "failed": 0, "skipped": 0})
    qtbot.waitUntil(lambda: button.accessibleDescription() == "")


def test_a_search_from_outside_shows_its_hits(window: MainWindow, engine: FakeEngine, qtbot: QtBot) -> None:
    engine.answers["lease"] = [hit("/home/mia/Documents/lease.pdf")]
    window.show_page("folders")
    window.search("lease")
    assert window.page == "search"
    qtbot.waitUntil(lambda: window.findChildren(SearchView)[0].current_hit() is not None)


def test_closing_hides_it_where_something_brings_it_back(bridge: Bridge, memory: Memory, qtbot: QtBot) -> None:
    stays = True
    window = MainWindow(bridge, memory, memory.places, lambda: stays)
    qtbot.addWidget(window)
    window.show()
    with qtbot.assertNotEmitted(window.quit_asked):
        window.close()
    assert not window.isVisible()
    window.show()
    stays = False
    with qtbot.waitSignal(window.quit_asked):
        window.close()


def test_ctrl_q_asks_to_quit(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.quit_asked):
        press(window, Qt.Key.Key_Q)


def test_f1_shows_the_keys(window: MainWindow) -> None:
    press(window, Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier)
    help = window.findChildren(KeyboardHelp)[0]
    assert help.isVisible()
    help.reject()


def test_it_comes_back_where_it_was_and_on_a_screen(bridge: Bridge, memory: Memory, qtbot: QtBot) -> None:
    for where, kept in ((60, True), (-20_000, False)):
        window = MainWindow(bridge, memory, memory.places)
        qtbot.addWidget(window)
        window.setGeometry(where, 40, 740, 500)
        window.show()
        window.hide()
        again = MainWindow(bridge, memory, memory.places)
        qtbot.addWidget(again)
        assert again.size() == window.size()
        assert (abs(again.x() - window.x()) < 20) == kept
        assert again.screen().availableGeometry().intersects(again.geometry())


def test_a_notice_of_the_engine_is_shown(window: MainWindow, connection: FakeConnection, qtbot: QtBot) -> None:
    connection.tell("A disk came back.")
    qtbot.waitUntil(lambda: window._toast.isVisible())
    assert "A disk came back." in [label.text() for label in window._toast.findChildren(type(window._toast._text))]


class TestBanner:
    @pytest.fixture
    def banner(self, window: MainWindow) -> EngineBanner:
        banner = window.findChildren(EngineBanner)[0]
        banner._patience.setInterval(30)
        assert banner.isHidden()
        return banner

    def test_a_connection_made_at_once_is_not_worth_a_word(
        self, banner: EngineBanner, connection: FakeConnection, bridge: Bridge, qtbot: QtBot
    ) -> None:
        banner._patience.setInterval(60_000)
        connection.set_link("waiting", "The engine stopped.")
        qtbot.waitUntil(lambda: bridge.link.state == "waiting")
        assert banner.isHidden()
        connection.set_link("connected")
        qtbot.waitUntil(lambda: bridge.link.state == "connected")
        assert banner.isHidden()
        assert not banner._patience.isActive()

    @pytest.mark.parametrize(
        ("state", "part"),
        [("waiting", "is being started again"), ("ended", "was ended"), ("failed", "Disk full."),
         ("connecting", "is being started")],
    )
    def test_each_state_says_what_it_is_and_goes_away(
        self, banner: EngineBanner, connection: FakeConnection, qtbot: QtBot, state: str, part: str
    ) -> None:
        connection.set_link(state, "Disk full.")
        qtbot.waitUntil(lambda: banner.isVisible())
        assert part in banner._text.text()
        if state != "connecting":
            banner.acted.emit()
            assert connection.retried == 1
        connection.set_link("connected")
        qtbot.waitUntil(lambda: banner.isHidden())

    def test_an_engine_that_hangs_can_be_restarted(
        self, banner: EngineBanner, window: MainWindow, connection: FakeConnection, engine: FakeEngine, qtbot: QtBot,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setattr("app.bridge._STALL_SECONDS", 0.05)
        gate = engine.gates["lease"] = threading.Event()
        window.search("lease")
        qtbot.waitUntil(lambda: banner.isVisible(), timeout=5_000)
        banner.acted.emit()
        qtbot.waitUntil(lambda: connection.restarted == 1)
        gate.set()
        qtbot.waitUntil(lambda: banner.isHidden(), timeout=5_000)

