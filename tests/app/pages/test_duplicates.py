"""The page of what is there more than once."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QStyleOptionViewItem
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.bridge import Bridge
from app.desktop import open as desktop
from app.memory import Memory
from app.pages.duplicates.page import DuplicatesPage
from app.pages.duplicates.twins import GONE, TwinsModel
from indexer.errors import KnownError
from indexer.reports import Alike, Twin, TwinGroup
from indexer.runtime import Places
from tests.helpers.fake_engine import FakeConnection, FakeEngine, details

ROOT = "/home/mia/Documents"


def twin(name: str, alike: Alike | None = None, size: int = 100, kind: str = "pdf", **more: object) -> Twin:
    return Twin(f"{ROOT}/{name}", kind, size, 1_700_000_000.0, bool(more.get("offline")), alike,
                str(more["picture"]) if "picture" in more else None)


def group(*files: Twin) -> TwinGroup:
    return TwinGroup(sum(file.size for file in files[1:]), files)


TWINS = (
    group(twin("Flat/lease.pdf"), twin("Old/lease.pdf", "same content", 3_000_000),
          twin("Old/lease draft.docx", "other version", 50, "docx")),
    group(twin("a.jpg", kind="picture", picture="a"),
          twin("b.jpg", "same picture", 7_000, "picture", picture="missing", offline=True)),
    group(twin("notes.txt", kind="text"), twin("notes 2.txt", "same content", 20, "text")),
)


def many(count: int) -> tuple[TwinGroup, ...]:
    return tuple(
        group(twin(f"{n % 97}/{'n' * 200} {n}.pdf"), twin(f"{n}/x.pdf", "same content"),
              twin(f"{n}/y", "other version"))
        for n in range(count)
    )


def names(model: TwinsModel) -> list[str]:
    return [model.index(row).data() for row in range(model.rowCount())]


class TestModel:
    @pytest.fixture
    def model(self) -> TwinsModel:
        model = TwinsModel(lambda: [ROOT])
        model.fill(TWINS)
        return model

    def test_it_is_a_sound_model(self, model: TwinsModel, themed: object, qtmodeltester: ModelTester) -> None:
        qtmodeltester.check(model)  # type: ignore[no-untyped-call]

    def test_the_newest_stands_above_the_others(self, model: TwinsModel) -> None:
        assert names(model) == [
            "lease.pdf", "lease.pdf", "lease draft.docx", "a.jpg", "b.jpg", "notes.txt", "notes 2.txt",
        ]
        assert [row.ends for row in model.rows] == [False, False, True, False, True, False, True]
        assert (model.groups, model.files, model.space) == (3, 7, 3_007_070)

    def test_one_way_of_being_alike_leaves_the_others_out(self, model: TwinsModel) -> None:
        model.narrow("", "same content")
        assert names(model) == ["lease.pdf", "lease.pdf", "notes.txt", "notes 2.txt"]
        assert (model.groups, model.files, model.space) == (2, 4, 3_000_020)
        assert model.ways == {"same content": 2, "other version": 1, "same picture": 1}

    def test_a_text_keeps_the_groups_that_have_it(self, model: TwinsModel) -> None:
        model.narrow("OLD/", None)
        assert len(names(model)) == 3
        model.narrow("old/", "same picture")
        assert names(model) == []

    def test_each_row_is_told_in_full(self, model: TwinsModel) -> None:
        def told(row: int) -> str:
            return str(model.index(row).data(Qt.ItemDataRole.AccessibleTextRole))

        assert "the newest" in told(0)
        assert "3.0" in told(0)
        assert "same content" in told(1)
        assert "disk not connected" in told(4)
        model.mark_gone(f"{ROOT}/b.jpg")
        assert "no longer there" in told(4)

    def test_files_can_be_dragged_out(self, model: TwinsModel) -> None:
        [url] = model.mimeData([model.index(2)]).urls()
        assert url.toLocalFile() == f"{ROOT}/Old/lease draft.docx"

    def test_thousands_are_no_wait(self) -> None:
        model = TwinsModel(lambda: [ROOT])
        groups = many(10_000)
        began = time.perf_counter()
        model.fill(groups)
        model.narrow("12", "same content")
        assert time.perf_counter() - began < 1.0
        assert model.groups > 100


@pytest.fixture
def page(bridge: Bridge, engine: FakeEngine, qtbot: QtBot, tmp_path: Path) -> DuplicatesPage:
    engine.twins = TWINS
    engine.files = {file.path: details(file.path) for one in TWINS for file in one.files}
    return shown(bridge, qtbot, tmp_path)


def shown(bridge: Bridge, qtbot: QtBot, folder: Path) -> DuplicatesPage:
    page = DuplicatesPage(bridge, Memory(Places(folder)))
    qtbot.addWidget(page)
    page.resize(1000, 600)
    page.show()
    qtbot.waitUntil(lambda: page._ticket is None)
    return page


def select(page: DuplicatesPage, row: int) -> None:
    page._view.setCurrentIndex(page._model.index(row))


def asked(engine: FakeEngine) -> int:
    return [method for method, _ in engine.asked].count("duplicates")


def test_the_page_sums_up(page: DuplicatesPage) -> None:
    assert "7 file" in page._said.text()
    assert "3 group" in page._said.text()
    assert "3.0" in page._said.text()
    assert "deletes nothing" in page._said.text()
    assert page._pages.currentWidget() is page._split
    assert page._view.current_file() == TWINS[0].files[0]


def test_only_ways_that_come_have_a_chip(page: DuplicatesPage, qtbot: QtBot) -> None:
    chips = page._ways._chips
    assert [way for way, chip in chips.items() if not chip.isHidden()] == [
        None, "same content", "other version", "same picture",
    ]
    assert "2" in chips["same content"].text()
    chips["same content"].click()
    assert len(page._model.rows) == 4
    assert "4 file" in page._said.text()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    chips["same content"].setFocus()
    QTest.keyClick(chips["same content"], Qt.Key.Key_Right)
    assert chips["other version"].hasFocus()
    assert page._ways.way == "other version"


def test_where_nothing_fits_all_can_be_shown_again(page: DuplicatesPage) -> None:
    page._text.setText("nowhere")
    assert page._pages.currentWidget() is page._empty
    page._empty.acted.emit()
    assert page._text.text() == ""
    assert len(page._model.rows) == 7


def test_the_selection_is_previewed(page: DuplicatesPage, engine: FakeEngine, qtbot: QtBot) -> None:
    path = TWINS[2].files[1].path
    select(page, 6)
    qtbot.waitUntil(lambda: ("details", path) in engine.asked)


def test_a_file_stays_selected_while_the_list_is_narrowed(page: DuplicatesPage) -> None:
    select(page, 6)
    page._text.setText("notes")
    current = page._view.current_file()
    assert current is not None
    assert current.path.endswith("notes 2.txt")


def test_files_are_opened_shown_and_copied(
    page: DuplicatesPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[tuple[str, str]] = []

    def gone(path: str) -> None:
        done.append(("reveal", path))
        raise FileNotFoundError(path)

    monkeypatch.setattr(desktop, "open_file", lambda path, locator: done.append(("open", path)))
    monkeypatch.setattr(desktop, "reveal", gone)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.setFocus()
    select(page, 1)
    path = TWINS[0].files[1].path
    QTest.keyClick(page._view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: done == [("open", path)])
    with qtbot.waitSignal(page._bridge.noticed) as told:
        QTest.keyClick(page._view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert done[1:] == [("reveal", path)]
    assert "no longer there" in told.args[0]
    assert page._model.index(1).data(GONE)
    page._preview.acted.emit("copy_path")
    assert QGuiApplication.clipboard().text() == path
    QTest.keyClick(page._view, Qt.Key.Key_Space)
    assert page._preview.isHidden()
    with qtbot.waitSignal(page.search_wanted) as wanted:
        page._preview.acted.emit("similar")
    assert path in wanted.args[0]


def test_why_it_is_here_is_no_question_here(page: DuplicatesPage) -> None:
    footer = page._preview._footer
    assert footer is not None
    offered = [action.text() for action in footer._menu.actions() if action.isVisible()]
    assert offered == ["Copy the path", "Copy the passage", "Find similar files"]


def test_the_menu_offers_what_can_be_done(page: DuplicatesPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(desktop, "open_file", lambda path, locator: opened.append(path))
    page._view.menu_wanted.emit(TWINS[2].files[1], QPoint(10, 10))
    [menu] = page._view.findChildren(QMenu)
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts == ["Open", "Show in folder", "Copy the path", "Find similar files"]
    menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: opened == [TWINS[2].files[1].path])
    menu.close()


def test_it_says_while_it_works_and_forgets_it_when_left(
    bridge: Bridge, engine: FakeEngine, qtbot: QtBot, tmp_path: Path
) -> None:
    gate = engine.gates["duplicates"] = threading.Event()
    engine.twins = TWINS
    page = DuplicatesPage(bridge, Memory(Places(tmp_path)))
    qtbot.addWidget(page)
    page.show()
    assert page._progress.isVisible()
    assert "Looking" in page._empty._title.text()
    ticket = page._ticket
    page.hide()
    assert ticket is not None
    assert ticket.cancelled
    gate.set()
    page.show()
    qtbot.waitUntil(lambda: page._model.whole == 3)
    assert not page._progress.isVisible()
    assert page._again.isEnabled()


def test_it_asks_again_only_when_files_were_read_or_it_is_told_to(
    page: DuplicatesPage, engine: FakeEngine, connection: FakeConnection, bridge: Bridge, qtbot: QtBot
) -> None:
    assert asked(engine) == 1
    page.hide()
    page.show()
    assert page._ticket is None
    select(page, 6)
    page._again.click()
    assert not page._again.isEnabled()
    qtbot.waitUntil(lambda: page._ticket is None)
    assert asked(engine) == 2
    current = page._view.current_file()
    assert current is not None
    assert current.path.endswith("notes 2.txt")
    page.hide()
    connection.set_status(files={"ready": 1300, "pending": 0, "failed": 0, "skipped": 0})
    qtbot.waitUntil(lambda: bridge.status["files"]["ready"] == 1300)
    page.show()
    qtbot.waitUntil(lambda: asked(engine) == 3 and page._ticket is None)


def test_an_empty_page_says_what_will_be_here(bridge: Bridge, qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(bridge, qtbot, tmp_path)
    assert page._pages.currentWidget() is page._empty
    assert "more than once" in page._empty._title.text()
    assert "Copies" in page._empty._text.text()
    assert page._again.isVisible()
    assert not page._ways.isVisible()


def test_without_folders_the_next_step_is_to_choose_some(
    bridge: Bridge, connection: FakeConnection, qtbot: QtBot, tmp_path: Path
) -> None:
    connection.set_status(roots=[])
    qtbot.waitUntil(lambda: bridge.status["roots"] == [])
    page = shown(bridge, qtbot, tmp_path)
    with qtbot.waitSignal(page.page_wanted) as wanted:
        page._empty.acted.emit()
    assert wanted.args[0] == "folders"


def test_an_engine_that_fails_is_told_of_and_asked_again(
    bridge: Bridge, engine: FakeEngine, connection: FakeConnection, qtbot: QtBot, tmp_path: Path
) -> None:
    engine.errors["duplicates"] = KnownError("index_damaged", "It was kept.")
    engine.twins = TWINS
    page = shown(bridge, qtbot, tmp_path)
    assert "damaged" in page._empty._title.text()
    page._empty.acted.emit()
    qtbot.waitUntil(lambda: page._ticket is None)
    del engine.errors["duplicates"]
    connection.set_link("waiting")
    connection.set_link("connected")
    qtbot.waitUntil(lambda: page._model.whole == 3)


def test_a_list_that_was_cut_says_so(page: DuplicatesPage) -> None:
    found = page._found
    assert found is not None
    page._took(type(found)(found.groups, 12_000, 40_000, 9_000_000))
    assert "Only the 3 groups" in page._said.text()


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_thousands_of_groups_with_long_names_are_drawn_at_once(
    page: DuplicatesPage, qapp: QApplication, direction: Qt.LayoutDirection
) -> None:
    page.setLayoutDirection(direction)
    found = page._found
    assert found is not None
    groups = (group(twin("חוזה חתום.pdf"), twin("חוזה.pdf", "same content", offline=True)), *many(8_000))
    page._took(type(found)(groups, len(groups), 3 * len(groups), 1))
    began = time.perf_counter()
    for row in (0, 12_000, 24_000):
        select(page, row)
        page.grab()
    assert time.perf_counter() - began < 2.0


def test_a_row_is_drawn_within_its_place(page: DuplicatesPage) -> None:
    option = QStyleOptionViewItem()
    height = page._view.itemDelegate().sizeHint(option, page._model.index(0)).height()
    picture = QPixmap(page._view.size())
    page._view.render(picture)
    rects = [page._view.visualRect(page._model.index(row)) for row in range(7)]
    assert all(rect.height() == height for rect in rects)
    assert [rect.top() for rect in rects] == [height * row for row in range(7)]
