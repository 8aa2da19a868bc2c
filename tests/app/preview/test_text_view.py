from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.preview.manuscript import lines_of
from app.preview.spots import Spot
from app.preview.text_view import TextView
from app.theme import theme
from indexer.answers import FileDetails, Part
from tests.helpers.fake_engine import details

LONG = "\n".join(f"line {number} says that the boiler is to be serviced in May" for number in range(40_000))


@pytest.fixture
def view(themed: QApplication, qtbot: QtBot) -> TextView:
    view = TextView()
    qtbot.addWidget(view)
    view.resize(420, 500)
    view.show()
    qtbot.waitExposed(view)
    return view


def show(view: TextView, file: FileDetails, spot: Spot | None = None) -> None:
    view.show_lines(lines_of(file), spot, is_numbered=file.kind == "code")


def on_screen(view: TextView) -> str:
    return view.firstVisibleBlock().text()


def marked(view: TextView) -> list[str]:
    return [selection.cursor.selectedText() for selection in view.extraSelections()]


def ground(view: TextView) -> QColor:
    selections = view.extraSelections()
    return QColor(selections[0].format.background().color())


def test_a_text_is_shown_from_its_beginning(view: TextView) -> None:
    show(view, details("/a.txt", "First\nSecond"))

    assert view.toPlainText() == "First\nSecond"
    assert view.is_complete
    assert marked(view) == []


def test_the_passage_and_its_words_are_marked_and_in_sight_at_once(view: TextView) -> None:
    start = LONG.index("line 20000 ")
    word = LONG.index("boiler", start)
    show(view, details("/a.txt", LONG), Spot(start, start + 40, start, ((word, word + 6),)))

    assert marked(view) == [LONG[start : start + 40], "boiler"]
    assert any(row.is_marked and row.top >= 0 for row in view.rows(view.viewport().height()))


def test_what_is_on_the_screen_stays_while_the_rest_is_laid_out(view: TextView, qtbot: QtBot) -> None:
    start = LONG.index("line 20000 ")
    show(view, details("/a.txt", LONG), Spot(start, start + 40, start, ()))
    before = on_screen(view)

    qtbot.waitUntil(lambda: view.is_complete, timeout=15_000)

    assert on_screen(view) == before
    assert view.document().blockCount() == 40_000
    assert marked(view) == [LONG[start : start + 40]]


def test_the_window_is_never_held_up_by_two_million_characters(view: TextView, qtbot: QtBot) -> None:
    """In time of this thread's processor, so that a busy machine does not matter."""
    file = details("/a.txt", LONG)
    assert len(file.text) > 2_000_000
    lines = lines_of(file)
    start = file.text.index("line 20000 ")
    longest = 0.0
    before = time.thread_time()
    view.show_lines(lines, Spot(start, start + 40, start, ()), is_numbered=False)
    while not view.is_complete:
        QTest.qWait(2)
        now = time.thread_time()
        longest, before = max(longest, now - before), now

    assert longest < 0.05


def test_one_line_of_a_million_characters_is_shown_and_copied_as_one(view: TextView) -> None:
    line = "value " * 20_000
    show(view, details("/a.json", line, "json"))

    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)

    assert view.document().blockCount() > 10
    assert view.selected_text() == line


def test_select_all_takes_what_is_not_laid_out_yet(view: TextView, qtbot: QtBot) -> None:
    show(view, details("/a.txt", LONG))

    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    view.copy()

    assert QGuiApplication.clipboard().text() == LONG


def test_copied_text_is_plain_and_counts_letters_beyond_the_first_plane(view: TextView) -> None:
    show(view, details("/a.txt", "😀 <b>bold</b>\nnext"))
    cursor = view.textCursor()
    cursor.setPosition(2)
    cursor.setPosition(18, cursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    view.copy()

    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == " <b>bold</b>\nnex"
    assert not data.hasHtml()


def test_copy_is_taken_from_a_window_that_has_its_own_use_for_the_keys(view: TextView, qtbot: QtBot) -> None:
    taken: list[bool] = []
    QShortcut(QKeySequence("Ctrl+C"), view, context=Qt.ShortcutContext.WidgetWithChildrenShortcut).activated.connect(
        lambda: taken.append(True)
    )
    show(view, details("/a.txt", "copy me"))
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert QGuiApplication.clipboard().text() == "copy me"
    assert taken == []


def test_letters_beyond_the_first_plane_do_not_shift_the_marks(view: TextView) -> None:
    text = "😀😀 the boiler"
    show(view, details("/a.txt", text), Spot(0, len(text), 7, ((7, 13),)))

    assert marked(view)[1] == "boiler"


def test_lines_of_a_program_have_their_numbers(view: TextView) -> None:
    text = "def a():\n    pass"
    show(view, details("/a.py", text, "code", parts=(Part(0, len(text), "", {"line": 41}),)))

    assert [row.number for row in view.rows(200)] == [41, 42]
    assert view.highest_number == 42
    assert view.viewportMargins().left() > 20


def test_the_margin_is_on_the_other_side_where_one_reads_from_right_to_left(view: TextView) -> None:
    show(view, details("/a.py", "x = 1", "code"))
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    assert view.viewportMargins().left() == 0
    assert view.viewportMargins().right() > 20


def test_another_passage_is_gone_to_also_where_nothing_is_laid_out_yet(view: TextView) -> None:
    show(view, details("/a.txt", LONG))
    start = LONG.index("line 39000 ")
    view.show_spot(Spot(start, start + 20, start, ()))

    assert marked(view) == [LONG[start : start + 20]]
    assert any(row.is_marked for row in view.rows(view.viewport().height()))


def test_letters_grow_and_shrink_and_come_back(view: TextView) -> None:
    show(view, details("/a.txt", "some text"))
    usual = view.font().pointSizeF()

    view.enlarge(2)
    larger = view.font().pointSizeF()
    view.enlarge(-99)
    smallest = view.font().pointSizeF()
    view.enlarge(0)

    assert smallest < usual < larger
    assert view.font().pointSizeF() == usual


def test_marks_follow_the_theme(view: TextView) -> None:
    show(view, details("/a.txt", "the boiler"), Spot(0, 10, 0, ()))
    light = ground(view)

    theme().set_mode("dark")

    assert ground(view) != light


def test_it_cannot_be_changed_and_opens_no_links(view: TextView, qtbot: QtBot) -> None:
    show(view, details("/a.txt", "https://example.org"))
    QTest.keyClicks(view, "typed")

    assert view.toPlainText() == "https://example.org"
    assert not view.textInteractionFlags() & Qt.TextInteractionFlag.LinksAccessibleByMouse


def test_the_menu_copies(view: TextView, qtbot: QtBot) -> None:
    show(view, details("/a.txt", "the boiler"), Spot(0, 10, 0, ()))
    view.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(9, 9), QPoint(9, 9)))
    menu = next(widget for widget in view.findChildren(QMenu))
    copies = {action.text(): action for action in menu.actions() if action.text()}

    assert not copies["Copy"].isEnabled()
    with qtbot.waitSignal(view.passage_copied, timeout=1_000):
        copies["Copy the passage"].trigger()
    menu.close()


def test_no_text_leaves_nothing_behind(view: TextView) -> None:
    show(view, details("/a.txt", LONG), Spot(0, 10, 0, ()))
    view.clear_text()

    assert view.toPlainText() == ""
    assert marked(view) == []
    assert list(view.rows(500)) == []
