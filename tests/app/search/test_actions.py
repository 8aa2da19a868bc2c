from __future__ import annotations

import errno
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.bridge import Bridge
from app.desktop import open as desktop
from app.search.actions import Actions, like
from indexer.answers import HitPassage, Why
from indexer.errors import KnownError
from indexer.paths import to_text
from indexer.query import parse
from tests.helpers.fake_engine import FakeConnection, FakeEngine, hit

LEASE = hit("/home/mia/Documents/Flat/lease.pdf", kind="pdf", locator={"page": 12})


class Desktop:
    """What the system was asked to do."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.did: list[tuple[Any, ...]] = []
        self.error: OSError | None = None
        monkeypatch.setattr(desktop, "open_file", lambda path, locator: self._do("open", path, dict(locator)))
        monkeypatch.setattr(desktop, "reveal", lambda path: self._do("reveal", path))

    def _do(self, *what: Any) -> None:
        self.did.append(what)
        if self.error is not None:
            raise self.error


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> Desktop:
    return Desktop(monkeypatch)


@pytest.fixture
def actions(bridge: Bridge) -> Actions:
    return Actions(bridge)


def test_a_file_is_opened_at_the_passage_looked_at(actions: Actions, system: Desktop, qtbot: QtBot) -> None:
    actions.open(LEASE)
    qtbot.waitUntil(lambda: len(system.did) == 1)
    actions.open(LEASE, HitPassage("", (), {"page": 40}, 0.1, Why()))
    qtbot.waitUntil(lambda: len(system.did) == 2)
    actions.reveal(LEASE)
    qtbot.waitUntil(lambda: len(system.did) == 3)
    actions.open_path(LEASE.path, to_folder=True)
    qtbot.waitUntil(lambda: len(system.did) == 4)
    assert system.did == [
        ("open", LEASE.path, {"page": 12}), ("open", LEASE.path, {"page": 40}), ("reveal", LEASE.path),
        ("reveal", LEASE.path),
    ]


def test_a_file_that_is_gone_is_told_of(actions: Actions, system: Desktop, qtbot: QtBot) -> None:
    system.error = FileNotFoundError(errno.ENOENT, "No such file or directory")
    gone: list[str] = []
    actions.gone.connect(gone.append)
    with qtbot.waitSignal(actions.failed) as told:
        actions.open(LEASE)
    assert told.args == ["lease.pdf is no longer there."]
    assert gone == [LEASE.path]


def test_a_file_that_cannot_be_opened_is_told_of_with_the_reason(
    actions: Actions, system: Desktop, qtbot: QtBot
) -> None:
    system.error = PermissionError(errno.EACCES, "Permission denied")
    gone: list[str] = []
    actions.gone.connect(gone.append)
    with qtbot.waitSignal(actions.failed) as told:
        actions.reveal(LEASE)
    assert told.args == ["lease.pdf could not be opened. Permission denied"]
    assert gone == []


def test_a_path_is_copied_as_text_and_as_a_file(actions: Actions) -> None:
    actions.copy_path(hit("/d/a b.txt"))
    data = QGuiApplication.clipboard().mimeData()
    assert data is not None
    assert data.text() == "/d/a b.txt"
    assert [url.toLocalFile() for url in data.urls()] == ["/d/a b.txt"]
    assert data.data("x-special/gnome-copied-files") == b"copy\nfile:///d/a%20b.txt"


def test_a_folder_is_left_out_below_the_chosen_one(actions: Actions, engine: FakeEngine, qtbot: QtBot) -> None:
    engine.settings["ignore"] = ("*.bak",)
    with qtbot.waitSignal(actions.left_out) as told:
        actions.leave_folder_out(LEASE)
    assert told.args == ["/home/mia/Documents/Flat"]
    assert engine.settings["ignore"] == ["*.bak", "/Flat/"]


def test_a_chosen_folder_itself_is_not_left_out(actions: Actions) -> None:
    assert actions.pattern_of_folder(hit("/home/mia/Documents/a.txt")) is None
    assert actions.pattern_of_folder(hit("/elsewhere/b/a.txt")) is None
    assert actions.pattern_of_folder(hit("/home/mia/Documents/[x]/a.txt")) == "/\\[x]/"


def test_what_cannot_be_left_out_is_told_of(
    actions: Actions, engine: FakeEngine, connection: FakeConnection, qtbot: QtBot
) -> None:
    engine.errors["change_settings"] = KnownError("read_only", "The folder cannot be written.")
    with qtbot.waitSignal(actions.failed) as told:
        actions.leave_folder_out(LEASE)
    assert told.args[0]


@pytest.mark.parametrize(
    "path", ["/d/plain.pdf", "/d/a b.pdf", '/d/say "hi".txt', "/d/„quoted“.txt", to_text("/d/caf\udce9.txt"),
             "/d/" + "n" * 255, "/d/עברית.pdf"],
)
def test_the_question_for_similar_files_names_exactly_that_file(path: str) -> None:
    (one,) = parse(like(path)).of("like")
    assert one.value == path
