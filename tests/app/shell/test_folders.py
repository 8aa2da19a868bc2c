from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from pytestqt.qtbot import QtBot

import app.pages.folders.page
from app.bridge import Bridge
from app.controls import Label, QuietButton
from app.pages.folders.adding import AddFolders
from app.pages.folders.choice import FolderChoice, holds_home
from app.pages.folders.page import FoldersPage
from app.pages.folders.root_row import RootRow
from app.pages.folders.work_card import WorkCard
from indexer.answers import FolderSize, Problem
from indexer.errors import KnownError
from indexer.paths import from_text, to_text
from tests.helpers.fake_engine import FakeConnection, FakeEngine

DOCUMENTS = "/home/mia/Documents"


def root(path: str = DOCUMENTS, *, missing: bool = False, **files: int) -> dict[str, Any]:
    return {
        "path": path, "paused": False, "missing": missing,
        "files": {"ready": 0, "pending": 0, "failed": 0, "skipped": 0, **files},
    }


@pytest.fixture
def page(bridge: Bridge, qtbot: QtBot) -> FoldersPage:
    page = FoldersPage(bridge)
    qtbot.addWidget(page)
    page.show()
    return page


def row(page: FoldersPage, path: str = DOCUMENTS) -> RootRow:
    return next(row for row in page.findChildren(RootRow) if row.path == path)


def button(row: RootRow, icon: str) -> QuietButton:
    return next(one for one in row.findChildren(QuietButton) if one._icon == icon)


def texts(widget: Any) -> str:
    return " | ".join(label.text() for label in widget.findChildren(Label) if label.isVisible())


@pytest.mark.parametrize(
    ("one", "more", "part"),
    [
        (root(ready=1244), {}, "Up to date"),
        (root(ready=10, pending=40, failed=3), {"state": "indexing", "phase": "read"}, "Reading 13 of 53"),
        (root(ready=10, pending=40), {"state": "paused", "phase": "wait", "waiting": {"code": "busy"}}, "Waits, 10 of"),
        (root(ready=10, missing=True), {}, "Not there now"),
        (root(ready=10), {"state": "indexing", "phase": "scan", "current": f"{DOCUMENTS}/Flat"}, "Looking for changes"),
        (root(ready=10, skipped=2), {}, "2 found by name only"),
    ],
)
def test_a_folder_says_how_it_stands(
    page: FoldersPage, connection: FakeConnection, qtbot: QtBot, one: dict[str, Any], more: dict[str, Any], part: str
) -> None:
    connection.set_status(roots=[one], **more)
    qtbot.waitUntil(lambda: part in texts(row(page)))


def test_a_folder_that_cannot_be_listed_says_so(
    bridge: Bridge, engine: FakeEngine, qtbot: QtBot
) -> None:
    engine.problem_list = [Problem(DOCUMENTS, None, "unreadable", "")]
    page = FoldersPage(bridge)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: "no permission" in texts(row(page)))


def test_a_folder_that_is_not_there_cannot_be_opened(
    page: FoldersPage, connection: FakeConnection, qtbot: QtBot
) -> None:
    connection.set_status(roots=[root(missing=True)])
    qtbot.waitUntil(lambda: not button(row(page), "open").isEnabled())
    assert not button(row(page), "refresh").isEnabled()
    assert button(row(page), "trash").isEnabled()


def test_without_folders_it_says_what_to_do(page: FoldersPage, connection: FakeConnection, qtbot: QtBot) -> None:
    connection.set_status(roots=[])
    qtbot.waitUntil(lambda: page._empty.isVisible())
    assert not page._card.isVisible()
    assert not page._rules.isVisible()


def test_odd_names_stay_whole_on_the_way_to_the_engine(
    page: FoldersPage, connection: FakeConnection, engine: FakeEngine, qtbot: QtBot
) -> None:
    path = "/data/" + "ש" * 100 + "x" * 100 + "\uf7ff"
    connection.set_status(roots=[root(from_text(path), ready=1)])
    qtbot.waitUntil(lambda: [one.path for one in page.findChildren(RootRow) if not one.isHidden()] == [path])
    page.resize(540, 500)
    body = page.widget()
    assert body is not None
    qtbot.waitUntil(lambda: body.width() <= 540 and row(page, path).width() < 540)
    button(row(page, path), "refresh").click()
    qtbot.waitUntil(lambda: ("index", (path,)) in engine.asked)


def test_looking_again_is_seen_and_ends(page: FoldersPage, engine: FakeEngine, qtbot: QtBot) -> None:
    engine.errors["index"] = KnownError("paused", "hunch resume lets it go on.")
    told: list[str] = []
    page._bridge.noticed.connect(told.append)
    button(row(page), "refresh").click()
    assert "Looking for changes" in texts(row(page))
    qtbot.waitUntil(lambda: "Up to date" in texts(row(page)))
    assert "paused" in told[0]


def end_with_a_removal(bridge: Bridge) -> None:
    """A page where a folder was removed just before it goes."""
    page = FoldersPage(bridge)
    page.show()
    button(row(page), "trash").click()
    page.hide()
    shiboken6.delete(page)


class TestRemoving:
    def test_it_can_be_taken_back(self, page: FoldersPage, engine: FakeEngine) -> None:
        one = row(page)
        button(one, "trash").click()
        assert one.is_going
        one._undo.click()
        assert not one.is_going
        page.hide()
        assert "remove" not in [method for method, _ in engine.asked]

    def test_after_a_while_it_is_meant(self, page: FoldersPage, engine: FakeEngine, qtbot: QtBot) -> None:
        one = row(page)
        one._regret.setInterval(20)
        button(one, "trash").click()
        qtbot.waitUntil(lambda: ("remove", DOCUMENTS) in engine.asked)

    def test_leaving_the_page_means_it(self, page: FoldersPage, engine: FakeEngine, qtbot: QtBot) -> None:
        button(row(page), "trash").click()
        page.hide()
        qtbot.waitUntil(lambda: ("remove", DOCUMENTS) in engine.asked)

    def test_it_is_carried_out_when_the_program_ends(self, bridge: Bridge, engine: FakeEngine) -> None:
        end_with_a_removal(bridge)
        bridge.close()
        assert ("remove", DOCUMENTS) in engine.asked

    def test_what_fails_when_the_page_is_gone_is_told(
        self, bridge: Bridge, engine: FakeEngine, qtbot: QtBot
    ) -> None:
        engine.errors["remove"] = KnownError("read_only", "")
        with qtbot.waitSignal(bridge.noticed):
            end_with_a_removal(bridge)

    def test_what_fails_brings_it_back(self, page: FoldersPage, engine: FakeEngine, qtbot: QtBot) -> None:
        engine.errors["remove"] = KnownError("engine_gone", "It is being started again.")
        button(row(page), "trash").click()
        row(page).settle()
        qtbot.waitUntil(lambda: not row(page).is_going)

    def test_a_status_in_between_leaves_it_going(
        self, page: FoldersPage, connection: FakeConnection, qtbot: QtBot
    ) -> None:
        button(row(page), "trash").click()
        connection.set_status(roots=[root(ready=5), root("/data", ready=5)])
        qtbot.waitUntil(lambda: len(page.findChildren(RootRow)) == 2)
        assert row(page).is_going


def test_opening_tells_what_went_wrong(
    page: FoldersPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def gone(path: str, locator: object) -> None:
        opened.append(path)
        raise FileNotFoundError(path)

    monkeypatch.setattr(app.pages.folders.page, "open_file", gone)
    with qtbot.waitSignal(page._bridge.noticed):
        button(row(page), "open").click()
    assert opened == [DOCUMENTS]


def test_folders_can_be_dropped_on_the_page(page: FoldersPage, engine: FakeEngine, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/home/mia/New"), QUrl("https://example.org/x")])
    at = (QPointF(50, 50), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(at[0].toPoint(), *at[1:])
    page.dragEnterEvent(enter)
    assert enter.isAccepted()
    assert page._veil.isVisible()
    page.dropEvent(QDropEvent(*at))
    assert not page._veil.isVisible()
    dialog = page.findChildren(AddFolders)[0]
    qtbot.waitUntil(lambda: ("measure", "/home/mia/New") in engine.asked)
    dialog._add.click()
    qtbot.waitUntil(lambda: ("add", "/home/mia/New") in engine.asked)
    assert [path for method, path in engine.asked if method == "measure"] == ["/home/mia/New"]


def test_a_folder_whose_name_is_no_text_can_be_dropped(page: FoldersPage, engine: FakeEngine, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromEncoded(b"file:///home/mia/%FF/")])
    page.dropEvent(QDropEvent(
        QPointF(50, 50), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    ))
    qtbot.waitUntil(lambda: ("measure", to_text("/home/mia/\udcff")) in engine.asked)


def test_text_that_is_dragged_is_no_folder(page: FoldersPage) -> None:
    data = QMimeData()
    data.setText("hello")
    enter = QDragEnterEvent(
        QPointF(5, 5).toPoint(), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter.ignore()
    page.dragEnterEvent(enter)
    assert not enter.isAccepted()


class TestChoice:
    @pytest.mark.parametrize(
        ("size", "amount", "note", "possible"),
        [
            (FolderSize("/n", 1200, 5_000_000, True, None, (), None), "1200 file", "", True),
            (FolderSize("/n", 1200, 5_000_000, False, None, (), None), "more than", "", True),
            (FolderSize("/n", 0, 0, True, None, (), None), "0 file", "nothing to read", True),
            (FolderSize("/n", 300_000, 9, True, None, (), None), "300000", "That is a lot", True),
            (FolderSize("/n", 5, 9, True, "/n", (), None), "5 file", "indexed already", False),
            (FolderSize("/n", 5, 9, True, "/data/Big", (), None), "5 file", "as part of", False),
            (FolderSize("/n", 5, 9, True, None, ("/n/a", "/n/b"), None), "5 file", "It holds a", True),
            (FolderSize("/n", 0, 0, True, None, (), "unreadable"), "", "no permission", False),
            (FolderSize("/n", 0, 0, True, None, (), "not_a_folder"), "", "not a folder", False),
        ],
    )
    def test_it_says_what_is_in_it(
        self, bridge: Bridge, engine: FakeEngine, qtbot: QtBot, size: FolderSize, amount: str, note: str,
        possible: bool,
    ) -> None:
        engine.sizes["/n"] = size
        choice = FolderChoice(bridge, "/n")
        qtbot.addWidget(choice)
        with qtbot.waitSignal(choice.measured):
            choice.show()
        assert amount in choice._amount.text().replace(",", "")
        assert note in choice._note.text
        assert choice.is_ticked is possible

    def test_the_whole_home_is_warned_of(self, bridge: Bridge, engine: FakeEngine, qtbot: QtBot) -> None:
        home = str(Path.home())
        engine.sizes[home] = FolderSize(home, 90_000, 5, False, None, (DOCUMENTS,), None)
        choice = FolderChoice(bridge, home)
        qtbot.addWidget(choice)
        qtbot.waitUntil(lambda: choice._note.text != "")
        assert "whole home folder" in choice._note.text
        assert choice.is_ticked

    def test_it_waits_for_the_engine(
        self, bridge: Bridge, connection: FakeConnection, engine: FakeEngine, qtbot: QtBot
    ) -> None:
        connection.set_link("connecting")
        qtbot.waitUntil(lambda: bridge.link.state == "connecting")
        choice = FolderChoice(bridge, "/n")
        qtbot.addWidget(choice)
        assert choice.is_ticked
        connection.set_link("connected")
        qtbot.waitUntil(lambda: choice.found is not None)

    def test_what_cannot_be_counted_can_be_chosen(self, bridge: Bridge, engine: FakeEngine, qtbot: QtBot) -> None:
        engine.errors["measure"] = KnownError("engine_busy", "Try again.")
        choice = FolderChoice(bridge, "/n")
        qtbot.addWidget(choice)
        qtbot.waitUntil(lambda: choice._note.text != "")
        assert choice.is_ticked

    def test_what_holds_the_home(self) -> None:
        home = Path.home()
        assert holds_home(str(home))
        assert holds_home(str(home.parent))
        assert holds_home("/")
        assert not holds_home(str(home / "Documents"))
        assert not holds_home(f"{home}x")


def test_the_button_counts_what_is_ticked(bridge: Bridge, engine: FakeEngine, qtbot: QtBot) -> None:
    engine.sizes["/b"] = FolderSize("/b", 0, 0, True, None, (), "root_missing")
    dialog = AddFolders(bridge, ["/a", "/b", "/a", "/c"])
    qtbot.addWidget(dialog)
    chosen: list[list[str]] = []
    dialog.chosen.connect(chosen.append)
    qtbot.waitUntil(lambda: all(one.found for one in dialog._choices))
    assert "2" in dialog._add.text()
    for choice in dialog._choices:
        choice.tick(choice.path == "/c")
    dialog._add.click()
    assert chosen == [["/c"]]


def test_nothing_ticked_nothing_added(bridge: Bridge, qtbot: QtBot) -> None:
    dialog = AddFolders(bridge, ["/a"])
    qtbot.addWidget(dialog)
    dialog._choices[0].tick(False)
    assert not dialog._add.isEnabled()


class TestWork:
    @pytest.fixture
    def card(self, bridge: Bridge, qtbot: QtBot) -> WorkCard:
        card = WorkCard(bridge)
        qtbot.addWidget(card)
        card.show()
        return card

    def test_reading(self, card: WorkCard, connection: FakeConnection, qtbot: QtBot) -> None:
        connection.set_status(
            state="indexing", phase="read", rate=45.0, eta_s=720, current=f"{DOCUMENTS}/Flat/a.pdf",
            files={"ready": 60, "pending": 40, "failed": 0, "skipped": 0}, unread_pictures=7,
        )
        qtbot.waitUntil(lambda: "Indexing Flat" in texts(card))
        assert "40 file" in texts(card)
        assert "7 picture" in texts(card)
        assert "a.pdf" in texts(card)
        assert (card._bar.value(), card._bar.maximum()) == (60, 100)

    def test_scanning_has_no_end_known(self, card: WorkCard, connection: FakeConnection, qtbot: QtBot) -> None:
        connection.set_status(
            state="indexing", phase="scan", current=DOCUMENTS,
            files={"ready": 60, "pending": 40, "failed": 0, "skipped": 0},
        )
        qtbot.waitUntil(lambda: "Looking for changes" in texts(card))
        assert card._bar.maximum() == 0

    def test_embedding_counts_passages(self, card: WorkCard, connection: FakeConnection, qtbot: QtBot) -> None:
        connection.set_status(state="indexing", phase="embed", chunks=5000, spaces=[
            {"kind": "text", "model": "m", "dim": 384, "active": True, "due": 1000},
        ])
        qtbot.waitUntil(lambda: "passage" in texts(card))
        assert (card._bar.value(), card._bar.maximum()) == (4000, 5000)

    def test_waiting_says_why_and_what_helps(
        self, card: WorkCard, connection: FakeConnection, qtbot: QtBot
    ) -> None:
        connection.set_status(state="paused", phase="wait", waiting={"code": "battery", "message": "", "until": None})
        qtbot.waitUntil(lambda: "mains power" in texts(card))
        assert "plugged in" in texts(card)

    def test_idle(self, card: WorkCard, connection: FakeConnection) -> None:
        assert "Everything is up to date" in texts(card)
        assert not card._bar.isVisible()

    def test_without_folders_there_is_nothing_to_say(
        self, card: WorkCard, connection: FakeConnection, qtbot: QtBot
    ) -> None:
        connection.set_status(roots=[])
        qtbot.waitUntil(lambda: card.isHidden())
