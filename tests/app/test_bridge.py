from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import app.bridge
from app.bridge import Bridge
from indexer.answers import Results
from indexer.errors import KnownError
from indexer.face import Face
from tests.helpers.fake_engine import FakeConnection, FakeEngine, hit


@pytest.fixture
def bridge(qapp: QApplication, connection: FakeConnection) -> Iterator[Bridge]:
    bridge = Bridge(connection)
    yield bridge
    bridge.close()


class Heard:
    """What came back, and in which thread."""

    def __init__(self) -> None:
        self.first: list[str] = []
        self.done: list[str] = []
        self.errors: list[str] = []
        self.threads: set[int] = set()

    def search(self, bridge: Bridge, owner: QObject, query: str) -> None:
        def first(results: Results) -> None:
            self.threads.add(threading.get_ident())
            self.first.append(results.query)

        def done(results: Results) -> None:
            self.threads.add(threading.get_ident())
            self.done.append(results.query)

        bridge.search(owner, query, first=first, done=done, failed=lambda error: self.errors.append(error.code))


def test_a_search_answers_twice_and_on_the_main_thread(bridge: Bridge, engine: FakeEngine, qtbot: QtBot) -> None:
    engine.early["lease"] = engine.answers["lease"] = [hit("/a.txt")]
    heard, owner = Heard(), QObject()
    heard.search(bridge, owner, "lease")
    qtbot.waitUntil(lambda: heard.done == ["lease"])
    assert heard.first == ["lease"]
    assert heard.threads == {threading.get_ident()}


def test_only_the_newest_search_is_heard_of_and_the_engine_lets_go_of_the_others(
    bridge: Bridge, engine: FakeEngine, qtbot: QtBot
) -> None:
    engine.gates = {"l": threading.Event(), "le": threading.Event()}
    heard, owner = Heard(), QObject()
    for query in ("l", "le", "lease"):
        heard.search(bridge, owner, query)
        qtbot.wait(5)
    qtbot.waitUntil(lambda: heard.done == ["lease"])
    assert heard.errors == []
    assert not engine.gates["l"].is_set()


def test_a_search_of_somebody_else_survives_the_calling_off(
    bridge: Bridge, engine: FakeEngine, qtbot: QtBot
) -> None:
    engine.gates = {"theirs": threading.Event(), "ours": threading.Event()}
    heard, owner, other = Heard(), QObject(), QObject()
    heard.search(bridge, other, "theirs")
    heard.search(bridge, owner, "ours")
    qtbot.waitUntil(lambda: len(engine.asked) == 2)
    heard.search(bridge, owner, "mine")
    qtbot.waitUntil(lambda: "mine" in heard.done)
    engine.gates["theirs"].set()
    qtbot.waitUntil(lambda: "theirs" in heard.done)
    assert heard.errors == []


def test_nobody_hears_after_the_owner_is_gone(bridge: Bridge, engine: FakeEngine, qtbot: QtBot) -> None:
    gate = engine.gates["q"] = threading.Event()
    heard, owner = Heard(), QObject()
    heard.search(bridge, owner, "q")
    qtbot.waitUntil(lambda: bool(engine.asked))
    import shiboken6

    shiboken6.delete(owner)
    gate.set()
    asked: list[object] = []
    bridge.ask(bridge, lambda face: face.status(), asked.append)
    qtbot.waitUntil(lambda: bool(asked))
    qtbot.wait(20)
    assert heard.done == []


def test_what_fails_is_told_or_handed_to_who_asked(bridge: Bridge, engine: FakeEngine, qtbot: QtBot) -> None:
    engine.errors["problems"] = KnownError("index_busy", "Wait.")
    told: list[str] = []
    bridge.noticed.connect(told.append)
    codes: list[str] = []
    bridge.ask(bridge, lambda face: face.problems())
    bridge.ask(bridge, lambda face: face.problems(), failed=lambda error: codes.append(error.code))
    qtbot.waitUntil(lambda: bool(told) and bool(codes))
    assert codes == ["index_busy"]
    assert "Another Hunch is using the index" in told[0]
    assert "Wait." not in told[0]


def test_what_was_asked_to_change_is_changed_before_the_end(
    bridge: Bridge, engine: FakeEngine, connection: FakeConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()

    def remove(face: Face) -> None:
        gate.wait(10)
        face.remove("/d")

    monkeypatch.setattr(connection, "close", lambda: engine.asked.append(("close", None)))
    bridge.ask(bridge, remove, lane="change")
    threading.Timer(0.1, gate.set).start()
    bridge.close()
    assert engine.asked[-2:] == [("remove", "/d"), ("close", None)]


def test_a_change_that_hangs_does_not_keep_the_window_from_ending(
    bridge: Bridge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app.bridge, "_LAST_CHANGES_S", 0.05)
    gate = threading.Event()
    bridge.ask(bridge, lambda face: gate.wait(10), lane="change")
    begun = time.monotonic()
    bridge.close()
    assert time.monotonic() - begun < 5
    gate.set()


def test_a_mistake_of_ours_is_an_error_and_not_silence(bridge: Bridge, qtbot: QtBot) -> None:
    codes: list[str] = []

    def mistaken(face: object) -> None:
        raise ZeroDivisionError("words of a document")

    bridge.ask(bridge, mistaken, failed=lambda error: codes.append(error.code))
    qtbot.waitUntil(lambda: codes == ["engine_failed"])


def test_an_engine_that_hangs_is_told_of_and_so_is_its_recovery(
    bridge: Bridge, engine: FakeEngine, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app.bridge, "_STALL_SECONDS", 0.05)
    gate = engine.gates["q"] = threading.Event()
    heard, owner = Heard(), QObject()
    told: list[bool] = []
    bridge.stalled.connect(told.append)
    heard.search(bridge, owner, "q")
    qtbot.waitUntil(lambda: told == [True], timeout=5_000)
    gate.set()
    qtbot.waitUntil(lambda: told == [True, False])


def test_a_download_stops_when_it_is_called_off(bridge: Bridge, engine: FakeEngine, qtbot: QtBot) -> None:
    engine.gates["clip"] = threading.Event()
    steps: list[int] = []
    ended: list[str] = []
    ticket = bridge.fetch_model(
        bridge, "clip", lambda done, total: steps.append(done), lambda: ended.append("done"),
        lambda error: ended.append(error.code),
    )
    qtbot.waitUntil(lambda: 50 in steps)
    ticket.cancel()
    after: list[str] = []
    # The lane has two threads; the second download has its turn at once, the third when the first has let go.
    for _ in range(2):
        bridge.fetch_model(bridge, "other", lambda *_: None, lambda: after.append("done"), lambda error: None)
    qtbot.waitUntil(lambda: len(after) == 2)
    assert ended == []
    assert max(steps) == 50


def test_work_of_the_window_fails_as_the_system_does(bridge: Bridge, qtbot: QtBot) -> None:
    found: list[object] = []

    def gone() -> None:
        raise FileNotFoundError("/gone")

    bridge.work(bridge, lambda: 1, found.append)
    bridge.work(bridge, gone, failed=lambda error: found.append(type(error)))
    qtbot.waitUntil(lambda: len(found) == 2)
    assert set(map(str, found)) == {"1", "<class 'FileNotFoundError'>"}


def test_links_status_and_notices_arrive(bridge: Bridge, connection: FakeConnection, qtbot: QtBot) -> None:
    told: list[str] = []
    bridge.noticed.connect(told.append)
    connection.set_link("waiting", "The engine stopped.")
    connection.set_status(state="paused")
    connection.tell("A disk came back.")
    qtbot.waitUntil(lambda: bool(told))
    assert bridge.link.state == "waiting"
    assert bridge.status["state"] == "paused"
    assert told == ["A disk came back."]
