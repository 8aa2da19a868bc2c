from __future__ import annotations

import threading
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.bridge import Bridge
from app.controls import Banner, Button, Chip, EmptyState, ThinProgress
from app.preview import PreviewPane
from app.preview.head import Head
from app.preview.page_view import PageView
from app.preview.text_view import TextView
from indexer.answers import FileDetails, Hit, HitPassage, Locator, Part, Why
from indexer.errors import KnownError
from tests.helpers.fake_engine import FakeConnection, FakeEngine, details, hit

W = TypeVar("W", bound=QWidget)

LEASE = "/home/mia/Documents/lease.docx"
STUDY = "/home/mia/Documents/study.pdf"
PHOTO = "/home/mia/Pictures/kayak.jpg"


@pytest.fixture
def pane(bridge: Bridge, qtbot: QtBot) -> PreviewPane:
    pane = PreviewPane(bridge)
    qtbot.addWidget(pane)
    pane.resize(440, 700)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def passage(snippet: str, locator: Locator, picture: str | None = None) -> HitPassage:
    return HitPassage(snippet, (), locator, 0.5, Why(words=0.5), picture)


def study(*pages: int, offline: bool = False) -> Hit:
    """A PDF found on these pages."""
    passages = tuple(passage(f"…found on {page}…", {"page": page}) for page in pages)
    return hit(STUDY, kind="pdf", snippet="", passages=passages, offline=offline)


def part(pane: QWidget, kind: type[W]) -> W:
    return next(widget for widget in pane.findChildren(kind) if widget.isVisible())


def is_seen(pane: QWidget, kind: type[QWidget]) -> bool:
    return any(widget.isVisible() for widget in pane.findChildren(kind))


def title(pane: QWidget) -> str:
    return pane.findChildren(Head)[0].accessibleName()


def button(pane: QWidget, name: str) -> QToolButton:
    return next(one for one in pane.findChildren(QToolButton) if one.accessibleName() == name and one.isVisible())


def said(pane: QWidget) -> str:
    return "\n".join(label.text() for label in pane.findChildren(QLabel) if label.isVisible())


def asked(engine: FakeEngine, method: str) -> list[Any]:
    return [arguments for name, arguments in engine.asked if name == method]


def pages_asked(engine: FakeEngine) -> list[tuple[int, str]]:
    return [(number, text) for _, number, _, text in asked(engine, "page")]


def see(pane: PreviewPane, qtbot: QtBot, kind: type[W], shown: Hit, query: str = "boiler") -> W:
    """Show ``shown`` and wait until a widget of ``kind`` shows it."""
    pane.show_hit(shown, query)
    name = shown.title or shown.path.rpartition("/")[2]
    qtbot.waitUntil(lambda: title(pane) == name and is_seen(pane, kind), timeout=5_000)
    return part(pane, kind)


def test_without_a_selection_it_says_what_it_is_for(pane: PreviewPane) -> None:
    assert "Nothing selected" in said(pane)
    assert not is_seen(pane, Button)


def test_a_document_is_shown_as_text_at_its_passage(pane: PreviewPane, engine: FakeEngine, qtbot: QtBot) -> None:
    engine.files[LEASE] = details(LEASE, "One thing.\n\nThe boiler.", "docx", parts=(
        Part(0, 10, "Lease › Intro", {"section": "a"}), Part(12, 23, "Lease › Heating", {"section": "b"}),
    ))
    view = see(pane, qtbot, TextView, hit(LEASE, kind="docx", snippet="The boiler.", locator={"section": "b"}))

    qtbot.waitUntil(lambda: "boiler" in view.toPlainText(), timeout=5_000)
    assert "Heating\nThe boiler." in view.toPlainText()
    assert view.extraSelections()[0].cursor.selectedText() == "The boiler."
    assert pane.passage_text == "The boiler."


def test_a_pdf_opens_at_the_page_of_its_best_passage_and_marks_it(
    pane: PreviewPane, engine: FakeEngine, qtbot: QtBot
) -> None:
    engine.files[STUDY] = details(STUDY, "x", "pdf", pages=40)
    engine.pages[STUDY] = 40
    see(pane, qtbot, PageView, study(12, 40))

    assert pages_asked(engine)[0] == (12, "found on 12")
    assert part(pane, QLineEdit).text() == "12"
    assert "of 40" in said(pane)


def test_the_next_file_has_the_whole_pane_and_no_more(pane: PreviewPane, qtbot: QtBot) -> None:
    for name in ("a.jpg", "b.jpg"):
        view = see(pane, qtbot, PageView, hit(f"/d/{name}", kind="picture", snippet="", picture="v"))
        qtbot.waitUntil(lambda: part(pane, PageView).is_open, timeout=5_000)
        assert view.geometry() == pane._body._stack.contentsRect()


def test_the_pages_beside_it_are_there_before_they_are_asked_for(
    pane: PreviewPane, engine: FakeEngine, qtbot: QtBot
) -> None:
    engine.pages[STUDY] = 40
    view = see(pane, qtbot, PageView, study(12))
    qtbot.waitUntil(lambda: len(pages_asked(engine)) == 3, timeout=5_000)
    assert sorted(pages_asked(engine)) == [(11, ""), (12, "found on 12"), (13, "")]

    qtbot.waitUntil(lambda: len(view._shelf._kept) == 3, timeout=5_000)
    button(pane, "Next page").click()
    assert part(pane, QLineEdit).text() == "13"


def test_a_page_can_be_typed(pane: PreviewPane, engine: FakeEngine, qtbot: QtBot) -> None:
    engine.pages[STUDY] = 40
    view = see(pane, qtbot, PageView, study(1))
    field = part(pane, QLineEdit)
    field.setText("33")
    QTest.keyClick(field, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: view.number == 33, timeout=5_000)


def test_a_page_that_does_not_exist_is_not_gone_to(pane: PreviewPane, engine: FakeEngine, qtbot: QtBot) -> None:
    engine.pages[STUDY] = 2
    see(pane, qtbot, PageView, study(1))
    field = part(pane, QLineEdit)
    field.setText("33")
    QTest.keyClick(field, Qt.Key.Key_Return)
    field.clearFocus()

    assert all(number <= 2 for number, _ in pages_asked(engine))


def test_passages_are_stepped_through(pane: PreviewPane, engine: FakeEngine, qtbot: QtBot) -> None:
    engine.pages[STUDY] = 40
    view = see(pane, qtbot, PageView, study(12, 40, 3))
    assert [chip.text() for chip in pane.findChildren(Chip)] == ["page 12", "page 40", "page 3"]

    pane.step_passage(1)
    qtbot.waitUntil(lambda: view.number == 40, timeout=5_000)
    button(pane, "Next passage").click()
    qtbot.waitUntil(lambda: view.number == 3, timeout=5_000)
    assert not button(pane, "Next passage").isEnabled()
    pane.step_passage(1)
    assert pane.passage is not None
    assert pane.passage.locator == {"page": 3}


def test_its_keys_work_while_the_keyboard_is_elsewhere(bridge: Bridge, engine: FakeEngine, qtbot: QtBot) -> None:
    engine.pages[STUDY] = 40
    window, field, pane = QWidget(), QLineEdit(), PreviewPane(bridge)
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(field)
    column.addWidget(pane)
    window.resize(440, 700)
    window.show()
    window.activateWindow()
    field.setFocus()
    view = see(pane, qtbot, PageView, study(12))
    assert QApplication.focusWidget() is field

    QTest.keyClick(field, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom > 1
    QTest.keyClick(field, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == 1
    QTest.keyClick(field, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: view.number == 13, timeout=5_000)


def test_holding_an_arrow_key_asks_for_the_last_file_only(
    pane: PreviewPane, engine: FakeEngine, qtbot: QtBot
) -> None:
    for number in range(20):
        pane.show_hit(hit(f"/a/{number}.txt"), "q")
    engine.files["/a/19.txt"] = details("/a/19.txt", "the last")
    view = see(pane, qtbot, TextView, hit("/a/19.txt"))

    assert asked(engine, "details") == ["/a/19.txt"]
    assert view.toPlainText() == "the last"


def test_a_late_answer_about_the_file_before_is_dropped(
    pane: PreviewPane, engine: FakeEngine, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, plain = threading.Event(), engine.details

    def slow(path: str) -> FileDetails:
        if path == "/a/slow.txt":
            gate.wait(10)
        return plain(path)

    monkeypatch.setattr(engine, "details", slow)
    engine.files["/a/slow.txt"] = details("/a/slow.txt", "slow")
    engine.files["/a/quick.txt"] = details("/a/quick.txt", "quick")
    pane.show_hit(hit("/a/slow.txt"), "q")
    qtbot.waitUntil(lambda: title(pane) == "slow.txt", timeout=5_000)
    view = see(pane, qtbot, TextView, hit("/a/quick.txt"))
    gate.set()
    qtbot.waitUntil(lambda: ("details", "/a/slow.txt") in engine.asked, timeout=5_000)
    QTest.qWait(30)

    assert view.toPlainText() == "quick"


def test_what_was_shown_stays_a_moment_and_then_something_is_under_way(
    pane: PreviewPane, engine: FakeEngine, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine.files["/a/one.txt"] = details("/a/one.txt", "one")
    view = see(pane, qtbot, TextView, hit("/a/one.txt"))
    gate, plain = threading.Event(), engine.details

    def slow(path: str) -> FileDetails:
        gate.wait(10)
        return plain(path)

    monkeypatch.setattr(engine, "details", slow)
    engine.files["/a/two.txt"] = details("/a/two.txt", "two")
    pane.show_hit(hit("/a/two.txt"), "q")
    qtbot.waitUntil(lambda: title(pane) == "two.txt", timeout=5_000)
    assert view.isVisible()
    assert not is_seen(pane, ThinProgress)

    qtbot.waitUntil(lambda: is_seen(pane, ThinProgress), timeout=5_000)
    assert not view.isVisible()
    gate.set()
    qtbot.waitUntil(lambda: view.isVisible() and view.toPlainText() == "two", timeout=5_000)
    assert not is_seen(pane, ThinProgress)


def test_a_hidden_pane_asks_for_nothing(pane: PreviewPane, engine: FakeEngine, qtbot: QtBot) -> None:
    engine.files["/a/one.txt"] = details("/a/one.txt", "one")
    pane.hide()
    pane.show_hit(hit("/a/one.txt"), "q")
    QTest.qWait(150)
    assert asked(engine, "details") == []

    pane.show()
    qtbot.waitUntil(lambda: is_seen(pane, TextView), timeout=5_000)


def test_the_same_file_found_anew_is_not_loaded_again_and_stays_where_it_is(
    pane: PreviewPane, engine: FakeEngine, qtbot: QtBot
) -> None:
    engine.files[STUDY] = details(STUDY, "found on 3", "pdf", pages=40)
    engine.pages[STUDY] = 40
    view = see(pane, qtbot, PageView, study(12, 3))
    pane.step_passage(1)
    qtbot.waitUntil(lambda: view.number == 3 and bool(pane.passage_text), timeout=5_000)

    pane.show_hit(study(5, 12, 3), "boiler")
    qtbot.waitUntil(lambda: len(pane.findChildren(Chip)) == 3, timeout=5_000)
    assert pane.passage is not None
    assert pane.passage.locator == {"page": 3}

    pane.show_hit(study(5, 12, 3), "another question")
    qtbot.waitUntil(lambda: view.number == 5, timeout=5_000)
    assert asked(engine, "details") == [STUDY]


def test_a_picture_is_there_in_small_before_it_is_there_in_full(
    pane: PreviewPane, engine: FakeEngine, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, plain = threading.Event(), engine.page

    def slow(path: str, number: int, width: int, text: str) -> object:
        gate.wait(10)
        return plain(path, number, width, text)

    monkeypatch.setattr(engine, "page", slow)
    engine.files[PHOTO] = details(PHOTO, "", "picture", parts=(), width=3200, height=2400, camera="Canon EOS R6")
    view = see(
        pane, qtbot, PageView, hit(PHOTO, kind="picture", snippet="", picture="ab", width=3200, height=2400)
    )

    assert view.has_image
    assert pages_asked(engine) == []
    qtbot.waitUntil(lambda: "Canon EOS R6" in said(pane), timeout=5_000)
    assert "3200 × 2400" in said(pane).replace(",", "")
    gate.set()
    qtbot.waitUntil(lambda: len(pages_asked(engine)) == 1, timeout=5_000)


def test_a_picture_without_a_small_view_is_rendered_all_the_same(
    pane: PreviewPane, engine: FakeEngine, qtbot: QtBot
) -> None:
    view = see(pane, qtbot, PageView, hit(PHOTO, kind="picture", snippet="", picture="missing"))
    assert view.has_image


def test_where_text_is_in_a_picture_is_shown_on_request_and_copied(
    pane: PreviewPane, engine: FakeEngine, qtbot: QtBot
) -> None:
    engine.files[PHOTO] = details(
        PHOTO, "STOP", "picture", parts=(Part(0, 4, "", {"box": "0,0,1000,1000"}),), width=300, height=300
    )
    view = see(pane, qtbot, PageView, hit(PHOTO, kind="picture", snippet="", picture="ab", width=300, height=300))
    qtbot.waitUntil(lambda: "STOP" in view.accessibleDescription(), timeout=5_000)

    button(pane, "Show where text is").click()
    middle = view.viewport().rect().center()
    QTest.mouseMove(view.viewport(), middle)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)

    assert QGuiApplication.clipboard().text() == "STOP"
    assert button(pane, "Hide where text is").isChecked()


def test_a_pdf_can_be_read_as_text(pane: PreviewPane, engine: FakeEngine, qtbot: QtBot) -> None:
    engine.files[STUDY] = details(STUDY, "found on 12", "pdf", parts=(Part(0, 11, "", {"page": 12}),), pages=40)
    see(pane, qtbot, PageView, study(12))
    qtbot.waitUntil(lambda: "Show the text only" in [b.accessibleName() for b in pane.findChildren(QToolButton)
                                                     if b.isVisible()], timeout=5_000)
    button(pane, "Show the text only").click()
    assert part(pane, TextView).extraSelections()[0].cursor.selectedText() == "found on 12"

    button(pane, "Show as it looks").click()
    assert is_seen(pane, PageView)


def test_a_file_that_is_gone_is_still_read_from_the_index(
    pane: PreviewPane, engine: FakeEngine, qtbot: QtBot
) -> None:
    engine.errors["page"] = KnownError("vanished", "It is gone.", STUDY)
    engine.files[STUDY] = details(STUDY, "found on 12", "pdf", parts=(Part(0, 11, "", {"page": 12}),))
    view = see(pane, qtbot, TextView, study(12))

    assert view.toPlainText() == "found on 12"
    assert "moved or deleted" in said(part(pane, Banner))


def test_a_file_on_a_disk_that_is_not_there_is_not_asked_for(
    pane: PreviewPane, engine: FakeEngine, qtbot: QtBot
) -> None:
    engine.files[STUDY] = details(STUDY, "found on 12", "pdf", offline=True)
    see(pane, qtbot, TextView, study(12, offline=True))
    assert pages_asked(engine) == []
    assert "not connected" in said(part(pane, Banner))

    see(pane, qtbot, PageView, hit(PHOTO, kind="picture", snippet="", picture="ab", offline=True))
    assert pages_asked(engine) == []
    assert "not connected" in said(part(pane, Banner))


@pytest.mark.parametrize(("known", "sentence"), [
    ({"state": "failed", "error": "Protected by a password. Save a copy."}, "The file is protected by a password"),
    ({"state": "pending"}, "Not read yet"),
    ({}, "No text inside"),
])
def test_a_file_without_text_says_why(
    pane: PreviewPane, engine: FakeEngine, qtbot: QtBot, known: dict[str, str], sentence: str
) -> None:
    engine.files["/a/b.zip"] = details("/a/b.zip", "", "archive", parts=(), **known)
    see(pane, qtbot, EmptyState, hit("/a/b.zip", kind="archive", snippet=""))

    qtbot.waitUntil(lambda: sentence in said(pane), timeout=5_000)
    assert is_seen(pane, Button)


def test_a_part_that_could_not_be_read_is_told_below_the_text(
    pane: PreviewPane, engine: FakeEngine, qtbot: QtBot
) -> None:
    engine.files["/a.zip"] = details("/a.zip", "some", "archive", error="Some parts could not be read. b: Empty file.")
    see(pane, qtbot, TextView, hit("/a.zip", kind="archive"))
    assert "b: The file is empty." in said(pane)

    engine.files["/b.txt"] = details("/b.txt", "some", cut=True)
    see(pane, qtbot, TextView, hit("/b.txt"))
    qtbot.waitUntil(lambda: "Only the beginning" in said(pane), timeout=5_000)


def test_an_unknown_file_says_so(pane: PreviewPane, qtbot: QtBot) -> None:
    see(pane, qtbot, EmptyState, hit("/a/unknown.docx", kind="docx"))
    qtbot.waitUntil(lambda: "does not know this file" in said(pane), timeout=5_000)


def test_it_asks_again_when_the_engine_is_there_again(
    pane: PreviewPane, engine: FakeEngine, connection: FakeConnection, qtbot: QtBot
) -> None:
    engine.files["/a/one.txt"] = details("/a/one.txt", "one")
    connection.set_link("waiting")
    pane.show_hit(hit("/a/one.txt"), "q")
    qtbot.waitUntil(lambda: is_seen(pane, Button) and is_seen(pane, EmptyState), timeout=5_000)
    connection.set_link("connected")

    qtbot.waitUntil(lambda: is_seen(pane, TextView), timeout=5_000)


def test_buttons_and_menu_say_what_is_to_be_done(pane: PreviewPane, engine: FakeEngine, qtbot: QtBot) -> None:
    engine.files["/a/one.txt"] = details("/a/one.txt", "one")
    see(pane, qtbot, TextView, hit("/a/one.txt"))
    wanted: list[str] = []
    pane.acted.connect(wanted.append)
    for one in pane.findChildren(Button):
        if one.isVisible():
            one.click()
    for action in button(pane, "More").menu().actions():
        action.trigger()

    assert wanted == ["open", "reveal", "copy_path", "copy_passage", "similar", "why"]


def test_the_menu_of_a_page_copies_passage_and_picture(
    pane: PreviewPane, engine: FakeEngine, qtbot: QtBot
) -> None:
    view = see(pane, qtbot, PageView, study(1))
    QGuiApplication.clipboard().clear()
    view.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(9, 9), QPoint(9, 9)))
    menu = view.findChildren(QMenu)[0]
    passage, picture = menu.actions()

    with qtbot.waitSignal(pane.acted, timeout=1_000, check_params_cb=lambda action: action == "copy_passage"):
        passage.trigger()
    picture.trigger()
    assert not QGuiApplication.clipboard().image().isNull()
    menu.close()


def test_a_name_of_255_letters_and_one_from_right_to_left_fit(
    pane: PreviewPane, engine: FakeEngine, qtbot: QtBot
) -> None:
    for name in ("n" * 251 + ".txt", "عقد الإيجار.txt"):
        engine.files[f"/a/{name}"] = details(f"/a/{name}", "one")
        see(pane, qtbot, TextView, hit(f"/a/{name}"))
        assert pane.minimumSizeHint().width() <= 320
        assert pane.width() == 440


def test_everything_to_press_has_a_name(pane: PreviewPane, engine: FakeEngine, qtbot: QtBot) -> None:
    engine.pages[STUDY] = 40
    see(pane, qtbot, PageView, study(12, 40))
    for widget in [*pane.findChildren(QToolButton), *pane.findChildren(QLineEdit)]:
        if widget.isVisible():
            assert widget.accessibleName()
    assert part(pane, PageView).accessibleName()


def test_a_pop_up_has_no_buttons(bridge: Bridge, engine: FakeEngine, qtbot: QtBot) -> None:
    engine.files["/a/one.txt"] = details("/a/one.txt", "one")
    pane = PreviewPane(bridge, compact=True)
    qtbot.addWidget(pane)
    pane.show()
    see(pane, qtbot, TextView, hit("/a/one.txt"))

    assert not any(one.text() in ("Open", "Show in folder") for one in pane.findChildren(Button))


def test_clearing_leaves_nothing_of_the_file(pane: PreviewPane, engine: FakeEngine, qtbot: QtBot) -> None:
    engine.pages[STUDY] = 40
    see(pane, qtbot, PageView, study(12, 40))
    pane.clear()

    assert "Nothing selected" in said(pane)
    assert not is_seen(pane, Chip)
    assert pane.passage is None
    assert pane.passage_text == ""


def test_a_closed_pane_hears_of_nothing(bridge: Bridge, engine: FakeEngine, qtbot: QtBot) -> None:
    heard: list[str] = []
    bridge.noticed.connect(heard.append)
    pane = PreviewPane(bridge)
    pane.show()
    engine.files["/a/one.txt"] = details("/a/one.txt", "one")
    see(pane, qtbot, TextView, hit("/a/one.txt"))
    pane.show_hit(hit("/a/two.txt"), "q")
    pane.deleteLater()
    QTest.qWait(150)

    assert heard == []
