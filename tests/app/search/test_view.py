from __future__ import annotations

import shutil
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bridge import Bridge
from app.controls import Chip
from app.desktop import open as desktop
from app.memory import Memory
from app.search.result_menu import ResultMenu
from app.search.result_model import GONE, IS_OPEN, IS_VERSION
from app.search.view import SearchView
from app.theme import theme
from indexer.answers import Hit, RecentFile, Version
from indexer.errors import KnownError
from indexer.runtime import Places
from tests.helpers.fake_engine import FakeConnection, FakeEngine, details, hit

DOCUMENTS = "/home/mia/Documents"
LEASE = hit(f"{DOCUMENTS}/Flat/lease.pdf", snippet="the boiler", highlights=((4, 10),), locator={"page": 12})
LETTER = hit(f"{DOCUMENTS}/Flat/letter.txt", snippet="about the boiler")
NOTES = hit(f"{DOCUMENTS}/notes.md", snippet="ask about the boiler")
PICTURES = [
    hit(f"{DOCUMENTS}/{number}.jpg", kind="picture", picture=f"v{number}", width=300, height=200) for number in range(9)
]


@pytest.fixture
def memory(themed: QApplication, tmp_path: Path) -> Memory:
    return Memory(Places(tmp_path))


@pytest.fixture
def view(bridge: Bridge, memory: Memory, engine: FakeEngine, qtbot: QtBot) -> SearchView:
    for one in (LEASE, LETTER, NOTES):
        engine.files[one.path] = details(one.path, f"Section 12\n{one.snippet} must be serviced")
    engine.answers["boiler"] = [LEASE, LETTER, NOTES]
    view = SearchView(bridge, memory)
    qtbot.addWidget(view)
    view.resize(1_000, 640)
    view.show()
    view.focus_field()
    qtbot.waitUntil(view._field.hasFocus)
    return view


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, object]]:
    did: list[tuple[str, object]] = []
    monkeypatch.setattr(desktop, "open_file", lambda path, locator: did.append((path, dict(locator))))
    monkeypatch.setattr(desktop, "reveal", lambda path: did.append((path, "folder")))
    return did


def shown(view: SearchView) -> list[Hit]:
    """The files seen."""
    seen = view._view()
    return list(seen._results.hits) if seen is not None else []


def shape(view: SearchView) -> str:
    return view._found.shape


def find(view: SearchView, text: str, qtbot: QtBot) -> None:
    view.search(text)
    qtbot.waitUntil(lambda: view._model.query == text and view._asking._ticket is None)


def texts(view: SearchView) -> str:
    return f"{view._empty._title.text()} {view._empty._text.text()} {view._empty._action.text()}"


def test_typing_searches_and_enter_opens_the_best_hit_where_it_was_found(
    view: SearchView, memory: Memory, opened: list[tuple[str, object]], qtbot: QtBot
) -> None:
    QTest.keyClicks(view._field, "boiler")
    qtbot.waitUntil(lambda: shown(view) == [LEASE, LETTER, NOTES])
    QTest.keyClick(view._field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened == [(LEASE.path, {"page": 12})])
    QTest.keyClick(view._field, Qt.Key.Key_Down)
    QTest.keyClick(view._field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: opened[1:] == [(LETTER.path, "folder")])
    assert view._field.hasFocus()
    assert memory.searches == ("boiler",)


def test_results_stay_where_they_are_once_a_person_walks_through_them(
    view: SearchView, engine: FakeEngine, qtbot: QtBot
) -> None:
    engine.early["lease"] = [LETTER, NOTES, LEASE]
    engine.answers["lease"] = [LEASE, NOTES, LETTER]
    gate = engine.gates["lease"] = threading.Event()
    view.search("lease")
    qtbot.waitUntil(lambda: len(shown(view)) == 3)
    assert view.current_hit() == LETTER
    QTest.keyClick(view._field, Qt.Key.Key_Down)
    gate.set()
    qtbot.waitUntil(lambda: shown(view) == [LETTER, NOTES, LEASE] and view._asking._ticket is None)
    assert view.current_hit() == NOTES


def test_the_preview_follows_and_leaves_the_keyboard_where_it_is(view: SearchView, qtbot: QtBot) -> None:
    find(view, "boiler", qtbot)
    qtbot.waitUntil(lambda: view._preview._hit == LEASE)
    QTest.keyClick(view._field, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: view._preview._hit == LETTER)
    assert view._field.hasFocus()


def test_while_words_alone_find_nothing_no_file_of_the_question_before_is_shown(
    view: SearchView, engine: FakeEngine, qtbot: QtBot
) -> None:
    find(view, "boiler", qtbot)
    engine.early["sea"] = []
    gate = engine.gates["sea"] = threading.Event()
    view.search("sea")
    qtbot.waitUntil(lambda: view._model.query == "sea")
    assert view._preview._hit is None
    gate.set()


def test_an_empty_field_shows_earlier_searches_and_the_files_changed_last(
    view: SearchView, memory: Memory, engine: FakeEngine, opened: list[tuple[str, object]], qtbot: QtBot
) -> None:
    engine.recent_files = [RecentFile(one.path, "text", None, 1.0, 2) for one in (NOTES, LEASE)]
    memory.remember_search("red kayak")
    find(view, "boiler", qtbot)
    view._field.clear()
    qtbot.waitUntil(lambda: [one.path for one in shown(view)] == [NOTES.path, LEASE.path])
    QTest.keyClick(view._field, Qt.Key.Key_Return)
    QTest.keyClick(view._field, Qt.Key.Key_Down)
    QTest.keyClick(view._field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened == [(LEASE.path, {})])
    next(chip for chip in view._recent.findChildren(Chip) if chip.text() == "red kayak").click()
    assert view.text == "red kayak"


def test_what_is_on_the_way_to_a_search_is_not_remembered(
    view: SearchView, memory: Memory, qtbot: QtBot
) -> None:
    view._remembering._rest.setInterval(1)
    view.search("boi")
    qtbot.waitUntil(lambda: memory.searches == ("boi",))
    view.search("boiler")
    qtbot.waitUntil(lambda: memory.searches == ("boiler",))
    view.search("lease")
    qtbot.waitUntil(lambda: memory.searches == ("lease", "boiler"))


def test_nothing_found_says_what_to_do_and_does_it(view: SearchView, qtbot: QtBot) -> None:
    find(view, "boiler type:mail", qtbot)
    assert "Remove the filters" in texts(view)
    view._empty._action.click()
    qtbot.waitUntil(lambda: shown(view) == [LEASE, LETTER, NOTES])
    assert view.text == "boiler"
    pages: list[str] = []
    view.page_wanted.connect(pages.append)
    find(view, "zzz", qtbot)
    view._empty._action.click()
    assert pages == ["folders"]


def test_what_was_not_found_is_looked_for_again_when_more_is_indexed(
    view: SearchView, engine: FakeEngine, connection: FakeConnection, qtbot: QtBot
) -> None:
    connection.set_status(files={"ready": 1, "pending": 9, "failed": 0, "skipped": 0})
    qtbot.waitUntil(lambda: view._ready == 1)
    find(view, "later", qtbot)
    assert "9" in texts(view)
    engine.answers["later"] = [NOTES]
    connection.set_status(files={"ready": 10, "pending": 0, "failed": 0, "skipped": 0})
    qtbot.waitUntil(lambda: shown(view) == [NOTES])


def test_folders_inside_the_chosen_ones_are_offered(view: SearchView, engine: FakeEngine, qtbot: QtBot) -> None:
    engine.folders = lambda part, limit=20: [f"{DOCUMENTS}/Flat"]  # type: ignore[method-assign]
    QTest.keyClicks(view._field, "boiler in:fla")
    qtbot.waitUntil(lambda: f"{DOCUMENTS}/Flat" in view._folders.paths())
    QTest.keyClicks(view._field, "t")
    assert [offer.text for offer in view._field.offers.offers] == ["Flat"]


def test_a_notice_and_hits_by_chance_are_told_of(view: SearchView, engine: FakeEngine, qtbot: QtBot) -> None:
    engine.notice = "The folder Flt is nowhere."
    engine.chance_from["boiler"] = 0
    find(view, "boiler", qtbot)
    assert view._notice.isVisible()
    assert view._notice.text() == "The folder Flt is nowhere."
    engine.notice = None
    find(view, "boiler ", qtbot)
    assert not view._notice.isVisible()
    engine.chance_from["boiler "] = 0
    engine.answers["boiler "] = [NOTES]
    view._field.clear()
    find(view, "boiler ", qtbot)
    assert view._notice.text() == "Nothing here clearly matches. These come nearest."
    view._field.clear()
    assert not view._notice.isVisible()


def test_pictures_alone_are_a_grid_until_a_person_wants_a_list(
    view: SearchView, engine: FakeEngine, qtbot: QtBot
) -> None:
    engine.answers["kayak"] = engine.answers["kayaks"] = PICTURES
    find(view, "boiler", qtbot)
    assert shape(view) == "list"
    find(view, "kayak", qtbot)
    assert shape(view) == "grid"
    QTest.keyClick(view._field, Qt.Key.Key_Down)
    assert view.current_hit() == PICTURES[1]
    view._shape.click()
    assert shape(view) == "list"
    assert view.current_hit() == PICTURES[1]
    find(view, "kayaks", qtbot)
    assert shape(view) == "list"
    view._field.clear()
    find(view, "kayak", qtbot)
    assert shape(view) == "grid"


def test_a_file_deleted_meanwhile_says_so_in_its_row_and_the_others_stay(
    view: SearchView, qtbot: QtBot, tmp_path: Path, engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    there = tmp_path / "there.txt"
    there.write_text("boiler")
    engine.answers["boiler"] = [hit(str(tmp_path / "gone.txt")), hit(str(there))]
    find(view, "boiler", qtbot)
    QTest.keyClick(view._field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view._model.index(0).data(GONE) is True)
    assert view._model.rowCount() == 2
    assert view._toast.isVisible()


def test_keys_copy_the_passage_and_the_path(view: SearchView, qtbot: QtBot) -> None:
    find(view, "boiler", qtbot)
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    clipboard = QGuiApplication.clipboard()
    QTest.keyClick(view._field, Qt.Key.Key_C, control)
    assert "the boiler" in clipboard.text()
    QTest.keyClick(view._field, Qt.Key.Key_C, control | shift)
    assert clipboard.text() == LEASE.path
    view._field.setSelection(0, 4)
    QTest.keyClick(view._field, Qt.Key.Key_C, control)
    assert clipboard.text() == "boil"


def test_similar_files_are_a_question_like_any_other(view: SearchView, engine: FakeEngine, qtbot: QtBot) -> None:
    find(view, "boiler", qtbot)
    QTest.keyClick(view._field, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert view.text == f"like:{LEASE.path}"
    qtbot.waitUntil(lambda: ("search", (view.text, 50, "all")) in engine.asked)


def test_letters_typed_on_a_result_go_on_in_the_field_and_space_hides_the_preview(
    view: SearchView, memory: Memory, qtbot: QtBot
) -> None:
    find(view, "boiler", qtbot)
    view._found.view.setFocus()
    QTest.keyClick(view._found.view, Qt.Key.Key_Space)
    assert not view._preview.isVisible()
    QTest.keyClick(view._found.view, Qt.Key.Key_Space)
    assert view._preview.isVisible()
    QTest.keyClick(view._found.view, Qt.Key.Key_S)
    assert view.text == "boilers"
    assert view._field.hasFocus()


def test_where_the_line_was_drawn_is_remembered(
    view: SearchView, bridge: Bridge, memory: Memory, qtbot: QtBot
) -> None:
    share = view._split.sizes()[1] / sum(view._split.sizes())
    assert share == pytest.approx(0.4, abs=0.02)
    view._split.moveSplitter(300, 1)
    assert memory.value("search_preview_share", 0.0) == pytest.approx(0.7, abs=0.01)
    view._split.toggle_preview()
    later = SearchView(bridge, memory)
    qtbot.addWidget(later)
    later.resize(1_000, 640)
    later.show()
    assert not later._preview.isVisible()
    later._split.toggle_preview()
    QApplication.processEvents()
    assert later._split.sizes()[0] == pytest.approx(300, abs=3)
    later._split.moveSplitter(1_000, 1)
    assert not later._split.is_preview_shown
    later._split.toggle_preview()
    assert later._split.sizes()[0] == pytest.approx(300, abs=3), "dragged away is hidden, and comes back as it was"


def test_a_row_can_be_taken_out_and_its_folder_left_out(view: SearchView, engine: FakeEngine, qtbot: QtBot) -> None:
    find(view, "boiler", qtbot)
    view._handling.act("remove")
    assert shown(view) == [LETTER, NOTES]
    view._handling.act("leave_out")
    qtbot.waitUntil(lambda: shown(view) == [NOTES])
    assert engine.settings["ignore"] == ["/Flat/"]


def test_a_mode_and_a_chip_search_anew(view: SearchView, engine: FakeEngine, qtbot: QtBot) -> None:
    find(view, "boiler", qtbot)
    view._set_mode("words")
    qtbot.waitUntil(lambda: ("search", ("boiler", 50, "words")) in engine.asked)
    assert view._mode.text() == "Words only"
    view._chips.edited.emit("boiler type:pdf")
    qtbot.waitUntil(lambda: ("search", ("boiler type:pdf", 50, "words")) in engine.asked)


def test_more_hits_come_when_the_end_is_near_and_the_rows_stay(
    view: SearchView, engine: FakeEngine, qtbot: QtBot
) -> None:
    engine.answers["many"] = [hit(f"{DOCUMENTS}/{number}.txt") for number in range(300)]
    find(view, "many", qtbot)
    bar = view._found.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: view._model.rowCount() == 200)
    bar.setValue(bar.maximum())
    view._found.view.doItemsLayout()
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: view._model.rowCount() == 300)


def test_results_stay_while_the_engine_is_away_and_the_question_is_asked_again(
    view: SearchView, engine: FakeEngine, connection: FakeConnection, qtbot: QtBot
) -> None:
    find(view, "boiler", qtbot)
    connection.set_link("waiting", "The engine stopped.")
    engine.answers["boiler l"] = [LEASE]
    view.search("boiler l")
    qtbot.waitUntil(lambda: view._asking._waits_for_engine)
    assert shown(view) == [LEASE, LETTER, NOTES]
    connection.set_link("connected")
    qtbot.waitUntil(lambda: shown(view) == [LEASE])


def test_an_error_is_told_in_plain_words(view: SearchView, engine: FakeEngine, qtbot: QtBot) -> None:
    engine.notice = "The folder Flt is nowhere."
    find(view, "zzz", qtbot)
    engine.errors["search"] = KnownError("bad_query", "inner words")
    view.search("?")
    qtbot.waitUntil(lambda: view._asking._ticket is None)
    assert view._empty.isVisible()
    assert "inner words" not in texts(view)
    assert not view._notice.isVisible(), "it was told of another question"


def test_a_file_let_go_of_anywhere_is_searched_with(view: SearchView, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/home/mia/a photo.jpg")])
    action, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(200, 300), action, data, button, none)
    QApplication.sendEvent(view, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(view, QDropEvent(QPointF(200, 300), action, data, button, none))
    assert view.text == 'like:"/home/mia/a photo.jpg"'


def test_everything_has_a_name_for_those_who_do_not_see_it(view: SearchView, qtbot: QtBot) -> None:
    find(view, "boiler", qtbot)
    for widget in (view._field, view._mode, view._shape, view._look, view._chips, view._found.view, view._progress):
        assert widget.accessibleName()
    told = view._model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    for part in ("lease.pdf", "page 12", "the boiler", "words"):
        assert part in told


def test_the_look_can_change_at_any_time(view: SearchView, qtbot: QtBot) -> None:
    find(view, "boiler", qtbot)
    light = view.grab().toImage()
    try:
        theme().set_mode("dark")
        assert view.grab().toImage() != light
    finally:
        theme().set_mode("light")


OTHERS = tuple(Version(f"{DOCUMENTS}/Old/lease {number}.docx", "docx", 1.0, 2) for number in (3, 2))
ALT, RIGHT = Qt.KeyboardModifier.AltModifier, Qt.Key.Key_Right


def with_versions(view: SearchView, engine: FakeEngine, qtbot: QtBot) -> None:
    """The first hit has two other versions, which can be read."""
    engine.answers["lease"] = [replace(LEASE, others=OTHERS), LETTER]
    for one in OTHERS:
        engine.files[one.path] = details(one.path, "An earlier draft")
    find(view, "lease", qtbot)


def test_a_version_is_handled_like_any_file(
    view: SearchView, engine: FakeEngine, opened: list[tuple[str, object]], qtbot: QtBot
) -> None:
    with_versions(view, engine, qtbot)
    QTest.keyClick(view._field, RIGHT)
    assert view._model.rowCount() == 2, "an arrow key moves the cursor until a person goes through the results"
    QTest.keyClick(view._field, Qt.Key.Key_Down)
    QTest.keyClick(view._field, Qt.Key.Key_Up)
    QTest.keyClick(view._field, RIGHT)
    QTest.keyClick(view._field, RIGHT)
    qtbot.waitUntil(lambda: view._preview._hit is not None and view._preview._hit.path == OTHERS[0].path)
    QTest.keyClick(view._field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened == [(OTHERS[0].path, {})])
    view._handling.act("reveal")
    qtbot.waitUntil(lambda: opened[1:] == [(OTHERS[0].path, "folder")])
    view._handling.act("copy_path")
    assert QGuiApplication.clipboard().text() == OTHERS[0].path
    view._handling.act("remove")
    assert [one.path for one in view._model.rows] == [LEASE.path, OTHERS[1].path, LETTER.path]
    for _ in range(2):
        QTest.keyClick(view._field, Qt.Key.Key_Left)
    assert view._model.rowCount() == 2


def test_a_folder_left_out_takes_versions_along(view: SearchView, engine: FakeEngine, qtbot: QtBot) -> None:
    with_versions(view, engine, qtbot)
    view._found.toggle_versions()
    view._found.view.step(1)
    view._handling.act("leave_out")
    qtbot.waitUntil(lambda: [one.path for one in view._model.rows] == [LEASE.path, LETTER.path])


def test_versions_of_pictures_are_shown_in_the_list_and_folded_for_the_grid(
    view: SearchView, engine: FakeEngine, qtbot: QtBot
) -> None:
    engine.answers["kayak"] = [PICTURES[0], replace(PICTURES[1], others=OTHERS), *PICTURES[2:]]
    find(view, "kayak", qtbot)
    view._found.view.step(1)
    assert shape(view) == "grid"
    view._handling.act("versions")
    assert shape(view) == "list"
    assert view._found.view.currentIndex().data(IS_OPEN)
    view._found.view.step(2)
    assert view._found.view.currentIndex().data(IS_VERSION)
    view._shape.click()
    assert shape(view) == "grid"
    assert view._model.rowCount() == len(PICTURES)
    assert view._found.view.currentIndex().row() == 1


def test_more_and_less_like_a_file_search_at_once_and_are_taken_back(
    view: SearchView, engine: FakeEngine, qtbot: QtBot
) -> None:
    more, less = f'boiler +"{LETTER.path}"', f'boiler -"{LETTER.path}"'
    engine.answers[more] = engine.answers[less] = [LEASE, NOTES, LETTER]
    find(view, "boiler", qtbot)
    QTest.keyClick(view._field, Qt.Key.Key_Down)
    QTest.keyClick(view._field, Qt.Key.Key_Up, ALT)
    assert view.text == more
    qtbot.waitUntil(lambda: view._model.query == more and view._asking._ticket is None)
    assert view.current_hit() == LETTER, "it stays the current one"
    assert [chip.text() for chip in view._chips._shown] == ["More like letter.txt"]
    QTest.keyClick(view._field, Qt.Key.Key_Down, ALT)
    qtbot.waitUntil(lambda: view._model.query == less and view._asking._ticket is None)
    assert [chip.text() for chip in view._chips._shown] == ["Less like letter.txt"]
    QTest.keyClick(view._field, Qt.Key.Key_Down, ALT)
    qtbot.waitUntil(lambda: view._model.query == "boiler" and view._asking._ticket is None)
    assert view.current_hit() == LETTER
    assert view._chips._shown == []


def test_the_keyboard_stays_in_the_list_when_it_is_steered_from_there(view: SearchView, qtbot: QtBot) -> None:
    find(view, "boiler", qtbot)
    view._found.view.setFocus()
    QTest.keyClick(view._found.view, Qt.Key.Key_Down, ALT)
    assert view.text == f'boiler -"{LEASE.path}"'
    assert view._found.view.hasFocus()


def test_the_menu_tells_what_is_in_force(view: SearchView, engine: FakeEngine, qtbot: QtBot) -> None:
    with_versions(view, engine, qtbot)
    engine.answers[f'lease -"{LEASE.path}"'] = engine.answers["lease"]
    find(view, f'lease -"{LEASE.path}"', qtbot)

    def entries() -> dict[str, bool]:
        view._handling._show_menu(view._model.hit(view._found.view.currentIndex().row()), QPoint(0, 0))
        menu = view.findChildren(ResultMenu)[-1]
        said = {action.text(): action.isChecked() for action in menu.actions()}
        menu.close()
        return said

    assert entries()["Less like this"]
    assert not entries()["More like this"]
    assert "Show the versions" in entries()
    view._found.toggle_versions()
    view._found.view.step(1)
    assert "Hide the other versions" in entries()
    view._found.view.step(2)
    assert {"Show the versions", "Hide the other versions"}.isdisjoint(entries())


def test_a_file_that_answers_nothing_is_no_example(view: SearchView, engine: FakeEngine, qtbot: QtBot) -> None:
    engine.recent_files = [RecentFile(NOTES.path, "text", None, 1.0, 2)]
    view._field.clear()
    view._recent.renew()
    qtbot.waitUntil(lambda: len(shown(view)) == 1)
    view._handling.act("more_like")
    assert view.text == ""
