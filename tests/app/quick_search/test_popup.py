from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app import words
from app.bridge import Bridge
from app.desktop import open as desktop_open
from app.desktop.hotkey import Hotkey
from app.memory import Memory
from app.quick_search import QuickSearch
from app.quick_search.frame import SHADOW
from indexer.answers import RecentFile, Version
from indexer.errors import KnownError
from indexer.paths import to_text
from indexer.runtime import Places
from tests.helpers.fake_engine import FakeEngine, details, hit

pytestmark = pytest.mark.filterwarnings("ignore:This plugin does not support")


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    places = Places(tmp_path / "data")
    places.create()
    return Memory(places)


@pytest.fixture
def popup(bridge: Bridge, memory: Memory, qtbot: QtBot) -> Iterator[QuickSearch]:
    popup = QuickSearch(bridge, memory, Hotkey())
    qtbot.addWidget(popup)
    popup.toggle()
    qtbot.waitUntil(popup.isActiveWindow)
    yield popup
    popup.hide()


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, object]]:
    """What the system was asked for."""
    asked: list[tuple[str, object]] = []
    monkeypatch.setattr(desktop_open, "open_file", lambda path, locator: asked.append((path, dict(locator))))
    monkeypatch.setattr(desktop_open, "reveal", lambda path: asked.append((path, "folder")))
    return asked


def type_in(popup: QuickSearch, text: str) -> None:
    QTest.keyClicks(popup._field, text)


def press(popup: QuickSearch, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(popup._field, key, held)


def rows(popup: QuickSearch) -> list[str]:
    return [one.path for one in popup._model.hits]


def find(popup: QuickSearch, engine: FakeEngine, qtbot: QtBot, query: str, *paths: str) -> None:
    """Type ``query``, to which these are the answers."""
    engine.answers[query] = [hit(path, locator={"page": 12}) for path in paths]
    engine.files.update({path: details(path) for path in paths})
    type_in(popup, query)
    qtbot.waitUntil(lambda: rows(popup) == list(paths))


def test_enter_opens_the_best_at_its_place_and_is_gone(
    popup: QuickSearch, engine: FakeEngine, memory: Memory, qtbot: QtBot, opened: list[tuple[str, object]]
) -> None:
    find(popup, engine, qtbot, "boiler lease", "/a.pdf", "/b.pdf")
    press(popup, Qt.Key.Key_Return)
    assert not popup.isVisible()
    qtbot.waitUntil(lambda: opened == [("/a.pdf", {"page": 12})])
    assert memory.searches == ("boiler lease",)


def test_arrows_choose_and_ctrl_enter_shows_the_folder(
    popup: QuickSearch, engine: FakeEngine, qtbot: QtBot, opened: list[tuple[str, object]]
) -> None:
    find(popup, engine, qtbot, "lease", "/a.pdf", "/b.pdf", "/c.pdf")
    press(popup, Qt.Key.Key_Down)
    press(popup, Qt.Key.Key_Down)
    press(popup, Qt.Key.Key_Up)
    press(popup, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: opened == [("/b.pdf", "folder")])


def test_a_space_is_typed_until_the_list_is_walked(popup: QuickSearch, engine: FakeEngine, qtbot: QtBot) -> None:
    find(popup, engine, qtbot, "red kayak", "/a.txt", "/b.txt")
    assert popup._preview is None
    press(popup, Qt.Key.Key_Down)
    press(popup, Qt.Key.Key_Space)
    assert popup._field.text() == "red kayak"
    preview = popup._preview
    assert preview is not None
    qtbot.waitUntil(lambda: ("details", "/b.txt") in engine.asked)
    press(popup, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: ("details", "/a.txt") in engine.asked)
    press(popup, Qt.Key.Key_Escape)
    assert not preview.isVisible()
    assert popup.isVisible()
    press(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()


def test_typing_on_makes_a_space_a_space_again(popup: QuickSearch, engine: FakeEngine, qtbot: QtBot) -> None:
    find(popup, engine, qtbot, "red", "/a.txt", "/b.txt")
    press(popup, Qt.Key.Key_Down)
    type_in(popup, "dish")
    qtbot.waitUntil(lambda: not popup._list.touched)
    type_in(popup, " boat")
    assert popup._field.text() == "reddish boat"


def test_the_preview_goes_when_nothing_is_found(popup: QuickSearch, engine: FakeEngine, qtbot: QtBot) -> None:
    find(popup, engine, qtbot, "red", "/a.txt", "/b.txt")
    press(popup, Qt.Key.Key_Down)
    press(popup, Qt.Key.Key_Space)
    assert popup._preview is not None
    type_in(popup, "zz")
    qtbot.waitUntil(popup._notice.isVisible)
    assert not popup._preview.isVisible()
    assert "Nothing matches" in popup._notice.text()


def test_tab_takes_the_question_to_the_window(popup: QuickSearch, qtbot: QtBot) -> None:
    type_in(popup, "boiler")
    with qtbot.waitSignal(popup.more_wanted) as told:
        press(popup, Qt.Key.Key_Tab)
    assert told.args == ["boiler"]
    assert not popup.isVisible()


def test_empty_it_offers_earlier_searches_and_the_newest_files(
    popup: QuickSearch, engine: FakeEngine, memory: Memory, qtbot: QtBot, opened: list[tuple[str, object]]
) -> None:
    memory.remember_search("red kayak")
    engine.recent_files = [RecentFile("/n\n.txt", "text", "Two\nlines", time.time(), 5)]
    popup.hide()
    popup.toggle()
    list_of = popup._starters
    qtbot.waitUntil(lambda: list_of.count() == 4)
    assert [list_of.item(row).text() for row in range(4)] == [
        "Recent searches", "red kayak", "Recent files", "Two lines"
    ]
    press(popup, Qt.Key.Key_Return)
    assert popup.isVisible()
    press(popup, Qt.Key.Key_Up)
    assert list_of.currentRow() == 3
    press(popup, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: opened == [("/n\n.txt", "folder")])
    popup.toggle()
    press(popup, Qt.Key.Key_Down)
    assert list_of.currentRow() == 1
    press(popup, Qt.Key.Key_Return)
    assert popup._field.text() == "red kayak"


def test_shown_again_it_asks_again_and_warms_the_models_once(
    popup: QuickSearch, engine: FakeEngine, qtbot: QtBot
) -> None:
    find(popup, engine, qtbot, "lease", "/a.txt")
    popup.hide()
    engine.answers["lease"] = [hit("/new.txt")]
    popup.toggle()
    qtbot.waitUntil(lambda: rows(popup) == ["/new.txt"])
    assert popup._field.selectedText() == "lease"
    assert [method for method, _ in engine.asked].count("warm_up") == 1


def test_toggled_in_front_it_hides(popup: QuickSearch) -> None:
    popup.toggle()
    assert not popup.isVisible()


def test_another_window_in_front_hides_it(popup: QuickSearch, qtbot: QtBot) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not popup.isVisible())


def test_a_file_that_is_gone_brings_it_back_to_say_so(
    popup: QuickSearch, engine: FakeEngine, qtbot: QtBot, tmp_path: Path
) -> None:
    gone = str(tmp_path / "gone.txt")
    find(popup, engine, qtbot, "lease", gone)
    press(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: popup.isVisible() and popup._notice.isVisible())
    assert "gone.txt is no longer there" in popup._notice.text()


def test_an_engine_that_is_gone_is_said_in_words(popup: QuickSearch, engine: FakeEngine, qtbot: QtBot) -> None:
    engine.errors["search"] = KnownError("engine_gone", "inner words")
    type_in(popup, "x")
    qtbot.waitUntil(popup._notice.isVisible)
    assert popup._notice.text() == "{}. {}".format(*words.explain("engine_gone"))


def drop(popup: QuickSearch, data: QMimeData) -> None:
    actions, buttons, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), actions, data, buttons, none)
    popup.dragEnterEvent(enter)
    assert enter.isAccepted()
    popup.dropEvent(QDropEvent(QPointF(5, 5), actions, data, buttons, none))


def test_a_file_that_is_dropped_is_searched_with(popup: QuickSearch, engine: FakeEngine, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/home/mia/a b.jpg")])
    drop(popup, data)
    assert popup._field.text() == 'like:"/home/mia/a b.jpg"'
    qtbot.waitUntil(lambda: any(method == "search" for method, _ in engine.asked))


def test_a_picture_that_is_pasted_is_searched_with(popup: QuickSearch, memory: Memory, qtbot: QtBot) -> None:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    QGuiApplication.clipboard().setImage(image)
    press(popup, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: popup._field.text().startswith("like:"))
    kept = list(memory.places.data.glob("pasted-*.png"))
    assert len(kept) == 1
    assert to_text(str(kept[0])) in popup._field.text()


def test_text_that_is_pasted_or_dropped_is_text(popup: QuickSearch) -> None:
    QGuiApplication.clipboard().setText("boiler")
    press(popup, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert popup._field.text() == "boiler"
    data = QMimeData()
    data.setText(" kayak ")
    drop(popup, data)
    assert popup._field.text() == "kayak"


def test_it_is_no_higher_than_what_it_shows(popup: QuickSearch, engine: FakeEngine, qtbot: QtBot) -> None:
    find(popup, engine, qtbot, "x", *(f"/{number}.txt" for number in range(8)))
    qtbot.waitUntil(lambda: not popup._list.verticalScrollBar().isVisible())
    full = popup.height()
    engine.answers["xy"] = [hit("/only.txt")]
    type_in(popup, "y")
    qtbot.waitUntil(lambda: rows(popup) == ["/only.txt"])
    qtbot.waitUntil(lambda: popup.height() < full - 200)


@pytest.mark.parametrize("name", ["n" * 251 + ".txt", "عقد الإيجار.pdf", "a\tb\x01.txt"])
def test_odd_names_are_painted(popup: QuickSearch, engine: FakeEngine, qtbot: QtBot, name: str) -> None:
    engine.recent_files = [RecentFile(f"/home/{name}", "text", None, 0.0, 5)]
    popup._starters.renew()
    qtbot.waitUntil(lambda: popup._starters.count() == 2)
    assert not popup.grab().isNull()
    find(popup, engine, qtbot, "q", f"/home/{name}")
    assert not popup.grab().isNull()
    assert popup.width() == 680 + 2 * SHADOW


def test_it_never_reaches_below_the_screen(popup: QuickSearch, engine: FakeEngine, qtbot: QtBot) -> None:
    room = popup.screen().availableGeometry()
    popup.move(popup.x(), room.bottom() - 200)
    find(popup, engine, qtbot, "red", *(f"/{number}.txt" for number in range(8)))
    press(popup, Qt.Key.Key_Down)
    press(popup, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: popup.height() > 400)
    assert room.top() - SHADOW <= popup.y() <= room.bottom() + 1 + SHADOW - popup.height()


def test_versions_are_shown_and_hidden_with_the_arrow_keys_once_the_list_is_walked(
    popup: QuickSearch, engine: FakeEngine, qtbot: QtBot, opened: list[tuple[str, object]]
) -> None:
    engine.answers["lease"] = [hit("/a.pdf", others=(Version("/old/a.docx", "docx", 1.0, 2),)), hit("/b.pdf")]
    type_in(popup, "lease")
    qtbot.waitUntil(lambda: rows(popup) == ["/a.pdf", "/b.pdf"])
    press(popup, Qt.Key.Key_Right)
    assert popup._model.rowCount() == 2
    before = popup.height()
    press(popup, Qt.Key.Key_Down)
    press(popup, Qt.Key.Key_Up)
    press(popup, Qt.Key.Key_Right)
    assert popup._model.rowCount() == 3
    assert popup.height() > before
    press(popup, Qt.Key.Key_Left)
    assert popup._model.rowCount() == 2
    press(popup, Qt.Key.Key_Right)
    press(popup, Qt.Key.Key_Right)
    press(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened == [("/old/a.docx", {})])


def test_the_list_is_steered_with_the_keyboard(popup: QuickSearch, engine: FakeEngine, qtbot: QtBot) -> None:
    find(popup, engine, qtbot, "lease", "/a.pdf", "/b.pdf")
    engine.answers['lease -"/b.pdf"'] = engine.answers["lease"]
    press(popup, Qt.Key.Key_Down)
    press(popup, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert popup._field.text() == 'lease -"/b.pdf"'
    qtbot.waitUntil(lambda: popup._model.query == 'lease -"/b.pdf"')
    current = popup._list.current_hit()
    assert current is not None
    assert current.path == "/b.pdf"
    press(popup, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert popup._field.text() == "lease"
