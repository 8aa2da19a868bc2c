from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import app.pages.first_run.choose_folders
from app.bridge import Bridge
from app.controls import Label
from app.main_window import FIRST_RUN_DONE, MainWindow
from app.memory import Memory
from app.pages.first_run.choose_folders import ChooseFolders
from app.pages.first_run.run import FirstRun
from app.pages.first_run.watch import Watch
from app.pages.models import ModelCard, ModelsModel
from indexer.answers import FolderSize, RecentFile
from indexer.runtime import Places
from tests.helpers.fake_engine import FakeConnection, FakeEngine, hit

NO_FILES = {"ready": 0, "pending": 0, "failed": 0, "skipped": 0}


def model(model_id: str, kind: str) -> dict[str, Any]:
    return {
        "id": model_id, "kind": kind, "title": model_id, "advice": "Good.", "languages": "English", "licence": "MIT",
        "dim": 384, "source": "x/y", "active": False, "installed": False, "weight_type": None, "size": 90_000_000,
    }


@pytest.fixture(autouse=True)
def home(engine: FakeEngine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A home with two of the usual folders, a sample library, and an engine without folders."""
    (tmp_path / "sample").mkdir()
    (tmp_path / "sample" / "a.txt").write_text("hello", encoding="utf-8")
    found = [(str(tmp_path / "Documents"), True), (str(tmp_path / "Downloads"), False)]
    monkeypatch.setattr(app.pages.first_run.choose_folders, "_suggestions", lambda: (found, True))
    monkeypatch.setattr(app.pages.first_run.choose_folders, "_SAMPLE", tmp_path / "sample")
    engine.state = {**engine.state, "roots": [], "files": NO_FILES}
    engine.model_list = [
        model("all-MiniLM-L6-v2", "text"), model("other", "text"), model("clip-vit-b-32", "image"),
    ]
    return tmp_path


@pytest.fixture
def run(bridge: Bridge, home: Path, qtbot: QtBot) -> FirstRun:
    run = FirstRun(bridge, Places(home / "data"), ModelsModel(bridge, bridge))
    qtbot.addWidget(run)
    run.show()
    run.activateWindow()
    qtbot.waitUntil(run.isActiveWindow)
    folders = run.findChildren(ChooseFolders)[0]
    qtbot.waitUntil(lambda: len(folders._choices) == 3 and all(one.found for one in folders._choices))
    return run


def step(run: FirstRun) -> str:
    return run._where.text()


def texts(widget: Any) -> str:
    return " | ".join(label.text() for label in widget.findChildren(Label) if label.isVisible())


def go_to(run: FirstRun, number: int) -> None:
    while run._stack.currentIndex() < number - 1:
        run._next.click()


def test_it_says_first_that_nothing_leaves_the_machine(run: FirstRun) -> None:
    assert "Nothing leaves this computer" in texts(run)
    assert not run.is_begun


def test_enter_alone_leads_through(run: FirstRun, engine: FakeEngine, home: Path, qtbot: QtBot) -> None:
    run.setFocus()
    for number in (2, 3, 4):
        QTest.keyClick(run.focusWidget(), Qt.Key.Key_Return)
        assert f"{number}" in step(run)
    qtbot.waitUntil(lambda: ("add", str(home / "Documents")) in engine.asked)
    QTest.keyClicks(run.focusWidget(), "lease")
    with qtbot.waitSignal(run.ended) as ended:
        QTest.keyClick(run.focusWidget(), Qt.Key.Key_Return)
    assert ended.args == ["lease"]


@pytest.mark.parametrize("number", [1, 2, 3])
def test_it_can_be_left_at_any_step(run: FirstRun, qtbot: QtBot, number: int) -> None:
    go_to(run, number)
    with qtbot.waitSignal(run.ended) as ended:
        run._later.click()
    assert ended.args == [""]


def test_suggestions_are_counted_and_summed(run: FirstRun, engine: FakeEngine, home: Path) -> None:
    go_to(run, 2)
    assert "Together 120 file" in texts(run)
    for choice in run._folders._choices:
        choice.tick(True)
    assert "Together 360 file" in texts(run)


def test_only_what_is_ticked_is_read(run: FirstRun, engine: FakeEngine, home: Path, qtbot: QtBot) -> None:
    go_to(run, 2)
    for choice in run._folders._choices:
        choice.tick("Downloads" in choice.path)
    run._next.click()
    qtbot.waitUntil(lambda: ("add", str(home / "Downloads")) in engine.asked)
    assert [path for method, path in engine.asked if method == "add"] == [str(home / "Downloads")]


def test_the_sample_library_is_copied_into_the_data_folder(
    run: FirstRun, engine: FakeEngine, home: Path, qtbot: QtBot
) -> None:
    go_to(run, 2)
    for choice in run._folders._choices:
        choice.tick(choice is run._folders._sample)
    run._next.click()
    copy = home / "data" / "Sample library"
    qtbot.waitUntil(lambda: ("add", str(copy)) in engine.asked)
    assert (copy / "a.txt").read_text(encoding="utf-8") == "hello"


def test_without_folders_it_ends_after_the_models(run: FirstRun, engine: FakeEngine, qtbot: QtBot) -> None:
    go_to(run, 2)
    for choice in run._folders._choices:
        choice.tick(False)
    assert "without folders" in run._next.text()
    run._next.click()
    run._back.click()
    assert "2" in step(run)
    run._next.click()
    with qtbot.waitSignal(run.ended):
        run._next.click()
    assert "add" not in [method for method, _ in engine.asked]


def test_reading_waits_for_the_engine(run: FirstRun, connection: FakeConnection, qtbot: QtBot) -> None:
    go_to(run, 2)
    connection.set_link("connecting")
    qtbot.waitUntil(lambda: not run._next.isEnabled())
    connection.set_link("connected")
    qtbot.waitUntil(run._next.isEnabled)


def test_a_folder_without_permission_cannot_be_ticked(
    bridge: Bridge, engine: FakeEngine, home: Path, qtbot: QtBot
) -> None:
    path = str(home / "Documents")
    engine.sizes[path] = FolderSize(path, 0, 0, True, None, (), "unreadable")
    folders = ChooseFolders(bridge, Places(home / "data"))
    qtbot.addWidget(folders)
    folders.show()
    qtbot.waitUntil(lambda: len(folders._choices) == 3 and all(one.found for one in folders._choices))
    assert not folders.has_chosen
    assert "no permission" in texts(folders)


def test_the_usual_models_are_offered_and_the_others_on_request(run: FirstRun, qtbot: QtBot) -> None:
    go_to(run, 3)
    assert "Continue with words only" in run._next.text()
    cards = run.findChildren(ModelCard)
    assert sorted(card._id for card in cards) == ["all-MiniLM-L6-v2", "clip-vit-b-32"]
    run._stack.currentWidget()._more.click()  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: len(run.findChildren(ModelCard)) == 3)
    assert "vector" not in texts(run)


def test_a_download_can_be_waited_for_elsewhere(run: FirstRun, engine: FakeEngine, qtbot: QtBot) -> None:
    go_to(run, 3)
    card = next(card for card in run.findChildren(ModelCard) if card._id == "all-MiniLM-L6-v2")
    card._download.click()
    assert run._next.text() == "Continue"
    qtbot.waitUntil(lambda: ("fetch_model", "all-MiniLM-L6-v2") in engine.asked)


class TestWatch:
    @pytest.fixture
    def watch(self, run: FirstRun) -> Watch:
        run.resize(900, 700)
        go_to(run, 4)
        run._watch._rest.setInterval(10)
        return run._watch

    def test_files_come_in(
        self, watch: Watch, engine: FakeEngine, connection: FakeConnection, qtbot: QtBot
    ) -> None:
        qtbot.waitUntil(lambda: "appear in a moment" in texts(watch))
        engine.recent_files = [RecentFile(f"/n/{i} {'x' * 240}.txt", "text", None, time.time(), 5) for i in range(9)]
        connection.set_status(files={**NO_FILES, "ready": 9}, roots=[{
            "path": "/n", "paused": False, "missing": False, "files": {**NO_FILES, "ready": 9},
        }])
        qtbot.waitUntil(lambda: "9 file" in texts(watch) and "/n"[1:] in texts(watch))
        qtbot.waitUntil(lambda: sum(row.isVisible() for row in watch._rows) == 4)
        watch.resize(watch.width(), 300)
        assert sum(row.isVisible() for row in watch._rows) == 2

    def test_the_field_works_already(self, watch: Watch, engine: FakeEngine, qtbot: QtBot) -> None:
        engine.answers["lease"] = [hit("/n/lease.pdf", kind="pdf")]
        watch._field.setText("lease")
        qtbot.waitUntil(lambda: "lease.pdf" in texts(watch))
        watch._field.setText("nothing")
        qtbot.waitUntil(lambda: "Nothing found yet" in texts(watch))
        watch._field.clear()
        qtbot.waitUntil(lambda: "Nothing found" not in texts(watch))


class TestInTheWindow:
    @pytest.fixture
    def window(self, bridge: Bridge, home: Path, qtbot: QtBot) -> Callable[[], MainWindow]:
        memory = Memory(Places(home / "data"), bridge)

        def make() -> MainWindow:
            window = MainWindow(bridge, memory, memory.places)
            qtbot.addWidget(window)
            window.show()
            return window

        return make

    def test_it_is_shown_once(self, window: Callable[[], MainWindow]) -> None:
        first = window()
        assert first.page is None
        assert not first._rail.isVisible()
        run = first.findChildren(FirstRun)[0]
        run.ended.emit("")
        assert first.page == "search"
        assert first._rail.isVisible()
        assert first._memory.value(FIRST_RUN_DONE, False)
        assert window().page == "search"

    def test_it_ends_with_the_search_asked_for(self, window: Callable[[], MainWindow]) -> None:
        first = window()
        first.findChildren(FirstRun)[0].ended.emit("lease")
        assert first._search.text == "lease"

    def test_folders_chosen_elsewhere_make_it_needless(
        self, window: Callable[[], MainWindow], connection: FakeConnection, qtbot: QtBot
    ) -> None:
        first = window()
        connection.set_status(roots=[{"path": "/n", "paused": False, "missing": False, "files": NO_FILES}])
        qtbot.waitUntil(lambda: first.page == "search")

    def test_folders_chosen_in_it_do_not_end_it(
        self, window: Callable[[], MainWindow], connection: FakeConnection, bridge: Bridge, qtbot: QtBot
    ) -> None:
        first = window()
        first.findChildren(FirstRun)[0]._next.click()
        connection.set_status(roots=[{"path": "/n", "paused": False, "missing": False, "files": NO_FILES}])
        qtbot.waitUntil(lambda: bool(bridge.status["roots"]))
        assert first.page is None

    def test_going_elsewhere_leaves_it(self, window: Callable[[], MainWindow]) -> None:
        first = window()
        first.show_page("folders")
        assert first.page == "folders"
        assert first._rail.isVisible()
