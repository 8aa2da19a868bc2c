from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.controls import ClearAction
from app.memory import Memory
from app.search.field import SearchField
from app.theme import theme
from indexer.runtime import Places

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def memory(themed: QApplication, tmp_path: Path) -> Memory:
    return Memory(Places(tmp_path))


@pytest.fixture
def field(memory: Memory, qtbot: QtBot) -> SearchField:
    window = QWidget()
    window.resize(800, 500)
    field = SearchField(memory, lambda: ["/home/mia/Documents/Flat", "/home/mia/Tax 2023"], lambda key: False)
    QVBoxLayout(window).addWidget(field)
    qtbot.addWidget(window)
    window.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.window_kept = window  # type: ignore[attr-defined]
    return field


def offered(field: SearchField) -> list[str]:
    return [one.text for one in field.offers.offers]


def test_a_field_of_the_language_is_offered_and_tab_takes_it(field: SearchField) -> None:
    QTest.keyClicks(field, "lease ty")
    assert offered(field) == ["type:"]
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert field.text() == "lease type:"
    assert "pdf" in offered(field)
    QTest.keyClicks(field, "pd")
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "lease type:pdf"
    assert field.hasFocus()
    assert offered(field) == []


def test_folders_are_offered_with_quotes_where_they_need_them(field: SearchField) -> None:
    QTest.keyClicks(field, "in:ta")
    assert offered(field) == ["Tax 2023"]
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert field.text() == 'in:"Tax 2023"'


def test_enter_opens_what_was_found_though_something_is_offered(field: SearchField) -> None:
    opened: list[bool] = []
    field.opened.connect(opened.append)
    QTest.keyClicks(field, "ty")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (field.text(), opened, offered(field)) == ("ty", [False], [])
    QTest.keyClick(field, Qt.Key.Key_Return, CONTROL)
    assert opened == [False, True]


def test_ordinary_words_offer_nothing(field: SearchField) -> None:
    QTest.keyClicks(field, "the boiler letter")
    assert offered(field) == []


def test_arrows_walk_through_the_results(field: SearchField) -> None:
    walked: list[int] = []
    field.walked.connect(walked.append)
    QTest.keyClicks(field, "boiler")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        QTest.keyClick(field, key)
    assert walked[:2] == [1, -1]
    assert walked[2] == -walked[3] > 1


def test_up_in_an_empty_field_offers_what_was_searched_for(field: SearchField, memory: Memory) -> None:
    for text in ("first", "second"):
        memory.remember_search(text)
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert offered(field) == ["second", "first"]
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Enter)
    assert field.text() == "first"


def test_escape_closes_the_offers_then_clears_then_is_left_to_others(field: SearchField) -> None:
    QTest.keyClicks(field, "ty")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), offered(field)) == ("ty", [])
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""


def test_the_offers_are_gone_when_the_keyboard_leaves(field: SearchField) -> None:
    QTest.keyClicks(field, "ty")
    assert offered(field)
    field.clearFocus()
    assert offered(field) == []


def test_what_was_offered_for_one_text_is_not_put_into_another(field: SearchField) -> None:
    QTest.keyClicks(field, "boiler after:la")
    assert offered(field)
    field.setText("boiler")
    assert offered(field) == []
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert field.text() == "boiler"


def test_a_pasted_file_or_picture_is_searched_with_and_pasted_text_is_text(field: SearchField) -> None:
    given: list[QMimeData] = []
    field.media_given.connect(given.append)
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("some words")
    QTest.keyClick(field, Qt.Key.Key_V, CONTROL)
    assert (field.text(), given) == ("some words", [])
    clipboard.setImage(QImage(4, 4, QImage.Format.Format_RGB32))
    QTest.keyClick(field, Qt.Key.Key_V, CONTROL)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/home/mia/photo.jpg")])
    clipboard.setMimeData(data)
    QTest.keyClick(field, Qt.Key.Key_V, CONTROL)
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/photo.jpg")])
    data.setText("https://example.org/photo.jpg")
    clipboard.setMimeData(data)
    field.clear()
    QTest.keyClick(field, Qt.Key.Key_V, CONTROL)
    assert len(given) == 2
    assert field.text() == "https://example.org/photo.jpg"


def test_a_window_too_low_for_all_offers_cuts_the_list_and_not_the_window(field: SearchField) -> None:
    field.window().resize(300, 160)
    QTest.keyClicks(field, "after:")
    room = field.window().rect()
    assert room.contains(field.offers.geometry())


def test_the_cross_is_of_our_drawing_and_empties_the_field(field: SearchField) -> None:
    cross = field.findChild(ClearAction)
    assert isinstance(cross, ClearAction)
    assert not cross.isVisible()
    QTest.keyClicks(field, "lease")
    assert cross.isVisible()
    light = cross.icon().pixmap(20).toImage()
    theme().set_mode("dark")
    try:
        assert cross.icon().pixmap(20).toImage() == theme().icon("close", "ink-muted").pixmap(20).toImage() != light
    finally:
        theme().set_mode("light")
    cross.trigger()
    assert field.text() == ""


def test_arrow_keys_to_the_side_are_for_the_results_behind_all_that_is_typed(memory: Memory, qtbot: QtBot) -> None:
    keys: list[int] = []
    has_use = [True]

    def turn(key: int) -> bool:
        keys.append(key)
        return has_use[0]

    field = SearchField(memory, list, turn)
    qtbot.addWidget(field)
    field.setText("ab")
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(field, key)
    assert (keys, field.cursorPosition()) == ([Qt.Key.Key_Right, Qt.Key.Key_Left], 2)
    QTest.keyClick(field, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert (len(keys), field.selectedText()) == (2, "b")
    field.setCursorPosition(2)
    has_use[0] = False
    QTest.keyClick(field, Qt.Key.Key_Left)
    QTest.keyClick(field, Qt.Key.Key_Left)
    assert (len(keys), field.cursorPosition()) == (3, 0)
