from __future__ import annotations

import threading

import pytest
from pytestqt.qtbot import QtBot

from app.bridge import Bridge
from app.search.asking import Asking
from indexer.answers import Results
from indexer.errors import KnownError
from tests.helpers.fake_engine import FakeConnection, FakeEngine, hit


class Heard:
    def __init__(self, asking: Asking) -> None:
        self.answers: list[tuple[str, int, bool]] = []
        self.errors: list[str] = []
        self.busy: list[bool] = []
        asking.answered.connect(self._answered)
        asking.failed.connect(lambda error: self.errors.append(error.code))
        asking.busy.connect(self.busy.append)

    def _answered(self, results: Results, final: bool) -> None:
        self.answers.append((results.query, len(results.hits), final))


@pytest.fixture
def asking(bridge: Bridge) -> Asking:
    return Asking(bridge)


@pytest.fixture
def heard(asking: Asking) -> Heard:
    return Heard(asking)


def searches(engine: FakeEngine) -> list[tuple[str, int, str]]:
    return [arguments for method, arguments in engine.asked if method == "search"]


def test_words_come_first_and_everything_after(
    asking: Asking, heard: Heard, engine: FakeEngine, qtbot: QtBot
) -> None:
    engine.early["lease"], engine.answers["lease"] = [hit("/a")], [hit("/a"), hit("/b")]
    asking.ask("lease", "words")
    qtbot.waitUntil(lambda: len(heard.answers) == 2)
    assert heard.answers == [("lease", 1, False), ("lease", 2, True)]
    assert searches(engine) == [("lease", 50, "words")]


def test_only_the_newest_is_heard_of(asking: Asking, heard: Heard, engine: FakeEngine, qtbot: QtBot) -> None:
    engine.gates = {text: threading.Event() for text in ("l", "le", "lea")}
    for text in ("l", "le", "lea", "lease"):
        engine.answers[text] = [hit("/a")]
        asking.ask(text)
    qtbot.waitUntil(lambda: bool(heard.answers))
    assert heard.answers == [("lease", 1, True)]
    assert heard.errors == []


def test_nothing_is_asked_for_blanks(asking: Asking, heard: Heard, engine: FakeEngine, qtbot: QtBot) -> None:
    gate = engine.gates["lease"] = threading.Event()
    asking.ask("lease")
    asking.ask("  ")
    gate.set()
    asking.ask("other")
    qtbot.waitUntil(lambda: bool(heard.answers))
    assert [answer[0] for answer in heard.answers] == ["other"]
    assert "  " not in [search[0] for search in searches(engine)]


def test_more_is_asked_for_only_where_there_may_be_more(
    asking: Asking, heard: Heard, engine: FakeEngine, qtbot: QtBot
) -> None:
    engine.answers["a"] = [hit(f"/{number}") for number in range(120)]
    asking.ask("a")
    asking.ask_more()
    qtbot.waitUntil(lambda: len(heard.answers) == 1)
    asking.ask_more()
    qtbot.waitUntil(lambda: len(heard.answers) == 2)
    asking.ask_more()
    assert heard.answers == [("a", 50, True), ("a", 120, True)]
    assert [search[1] for search in searches(engine)] == [50, 200]
    asking.ask("b")
    qtbot.waitUntil(lambda: len(heard.answers) == 3)
    assert searches(engine)[-1][1] == 50


def test_the_question_is_asked_again_when_the_engine_is_back(
    asking: Asking, heard: Heard, engine: FakeEngine, connection: FakeConnection, qtbot: QtBot
) -> None:
    engine.answers["lease"] = [hit("/a")]
    connection.set_link("waiting", "The engine stopped.")
    asking.ask("lease")
    qtbot.waitUntil(lambda: asking._waits_for_engine)
    connection.set_link("connected")
    qtbot.waitUntil(lambda: heard.answers == [("lease", 1, True)])
    connection.set_link("connected")
    qtbot.wait(20)
    assert len(searches(engine)) == 1, "an answer that is there is not asked for again"
    assert heard.errors == []


def test_a_question_that_cannot_be_answered_is_told_of(
    asking: Asking, heard: Heard, engine: FakeEngine, qtbot: QtBot
) -> None:
    engine.errors["search"] = KnownError("bad_query", "It has no word.")
    asking.ask("?!")
    qtbot.waitUntil(lambda: heard.errors == ["bad_query"])


def test_it_is_busy_when_an_answer_takes_long_and_only_then(
    asking: Asking, heard: Heard, engine: FakeEngine, qtbot: QtBot
) -> None:
    asking.ask("quick")
    qtbot.waitUntil(lambda: bool(heard.answers))
    assert True not in heard.busy
    gate = engine.gates["slow"] = threading.Event()
    asking.ask("slow")
    qtbot.waitUntil(lambda: heard.busy[-1])
    gate.set()
    qtbot.waitUntil(lambda: not heard.busy[-1])
