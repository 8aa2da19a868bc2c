from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.bridge import Bridge
from app.controls import Label
from app.status_line import StatusLine, is_paused, minutes_to_tomorrow, pause_menu
from tests.helpers.fake_engine import FakeConnection, FakeEngine


@pytest.fixture
def line(bridge: Bridge, qtbot: QtBot) -> StatusLine:
    line = StatusLine(bridge)
    qtbot.addWidget(line)
    line.show()
    return line


def said(line: StatusLine) -> str:
    widgets: list[QWidget] = [*line.findChildren(Label), *line.findChildren(QToolButton)]
    return " | ".join(widget.text() for widget in widgets if widget.isVisible())  # type: ignore[attr-defined]


def test_it_says_how_much_there_is_and_what_goes_on(
    line: StatusLine, connection: FakeConnection, qtbot: QtBot
) -> None:
    assert "1244 file" in said(line).replace(",", "")
    assert "3 problem" in said(line)
    connection.set_status(state="indexing", phase="read", current="/home/mia/Papers/a.pdf", rate=45.0, eta_s=720)
    qtbot.waitUntil(lambda: "Papers" in said(line))
    assert "45/min" in said(line)
    assert "about 12" in said(line)


def test_no_problems_no_word_of_them(line: StatusLine, connection: FakeConnection, qtbot: QtBot) -> None:
    connection.set_status(files={"ready": 5, "pending": 0, "failed": 0, "skipped": 0})
    qtbot.waitUntil(lambda: "problem" not in said(line))


def test_the_problems_are_a_way_to_their_page(line: StatusLine, qtbot: QtBot) -> None:
    with qtbot.waitSignal(line.problems_asked):
        line._problems.click()


def test_it_says_why_it_waits_and_offers_no_resume(
    line: StatusLine, connection: FakeConnection, qtbot: QtBot
) -> None:
    connection.set_status(state="paused", waiting={"code": "battery", "message": "", "until": None})
    qtbot.waitUntil(lambda: "mains power" in said(line))
    assert "Pause" in said(line)
    assert "Resume" not in said(line)


def test_a_pause_is_ended_by_the_same_button(
    line: StatusLine, connection: FakeConnection, engine: FakeEngine, qtbot: QtBot
) -> None:
    connection.set_status(state="paused", waiting={"code": "paused", "message": "", "until": None})
    qtbot.waitUntil(lambda: "Resume" in said(line))
    line.pause_or_go_on()
    qtbot.waitUntil(lambda: ("resume", None) in engine.asked)


def test_the_lengths_of_a_pause(bridge: Bridge, engine: FakeEngine, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    for action in pause_menu(bridge, parent).actions():
        action.trigger()
    qtbot.waitUntil(lambda: len(engine.asked) == 4)
    lengths = [length for _, length in engine.asked]
    assert lengths[:2] == [15, 60]
    assert 0 < lengths[2] <= 24 * 60
    assert lengths[3] is None


def test_tomorrow_is_the_next_morning() -> None:
    evening = datetime(2024, 3, 5, 22, 30).astimezone()
    assert minutes_to_tomorrow(evening) == 9 * 60 + 30
    night = datetime(2024, 3, 6, 7, 59, 30).astimezone()
    assert minutes_to_tomorrow(night) == 1
    assert minutes_to_tomorrow(night + timedelta(seconds=30)) == 24 * 60


@pytest.mark.parametrize(
    ("status", "paused"),
    [({}, False), ({"state": "idle"}, False), ({"state": "paused", "waiting": None}, True),
     ({"state": "paused", "waiting": {"code": "busy"}}, False),
     ({"state": "paused", "waiting": {"code": "paused"}}, True)],
)
def test_only_the_person_pauses(status: dict[str, Any], paused: bool) -> None:
    assert is_paused(status) is paused


def test_without_an_engine_nothing_goes_on(line: StatusLine, connection: FakeConnection, qtbot: QtBot) -> None:
    connection.set_link("ended")
    qtbot.waitUntil(lambda: "Pause" not in said(line))
    line.pause_or_go_on()
    assert not line._menu.isVisible()
