from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from app.bridge import Bridge
from app.tray import Tray, tray_state
from indexer.answers import Problem
from tests.helpers.fake_engine import IDLE, FakeConnection, FakeEngine


@pytest.fixture
def available(monkeypatch: pytest.MonkeyPatch) -> dict[str, bool]:
    """Whether the desktop has a tray."""
    has = {"tray": True}
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: has["tray"]))
    return has


def shown(tray: Tray) -> list[str]:
    return [action.text() for action in tray._menu.actions() if action.isVisible() and not action.isSeparator()]


@pytest.mark.parametrize(
    ("status", "is_connected", "state"),
    [
        (IDLE, True, "idle"), ({**IDLE, "state": "indexing"}, True, "working"),
        ({**IDLE, "state": "paused"}, True, "paused"), ({**IDLE, "state": "indexing"}, False, "problem"),
        ({}, True, "idle"),
    ],
)
def test_its_state(status: dict[str, Any], is_connected: bool, state: str) -> None:
    assert tray_state(status, is_connected) == state


def test_it_says_what_is_happening_and_offers_what_fits(
    bridge: Bridge, connection: FakeConnection, available: dict[str, bool], qtbot: QtBot
) -> None:
    tray = Tray(bridge)
    try:
        assert shown(tray)[1:3] == ["Open Hunch", "Quick search"]
        assert "Pause" in shown(tray)
        assert "Resume" not in shown(tray)
        connection.set_status(state="paused", waiting={"code": "paused", "until": None})
        qtbot.waitUntil(lambda: "Resume" in shown(tray))
        assert "Pause" not in shown(tray)
        assert tray._doing.text() in tray._icon.toolTip()
        assert tray._doing.text()
        assert not tray._doing.isEnabled()
    finally:
        tray.close()


def test_the_problems_last_met(
    bridge: Bridge, engine: FakeEngine, available: dict[str, bool], qtbot: QtBot
) -> None:
    engine.problem_list = [Problem(f"/home/R&D {number}.pdf", "failed", "damaged", "") for number in range(9)]
    tray = Tray(bridge)
    try:
        tray._menu.aboutToShow.emit()
        qtbot.waitUntil(lambda: len(tray._problems.actions()) == 7)
        assert tray._problems.actions()[0].text().startswith("R&&D 0.pdf: ")
        with qtbot.waitSignal(tray.problems_wanted):
            tray._problems.actions()[0].trigger()
    finally:
        tray.close()


def test_a_click_opens_and_the_middle_button_asks(bridge: Bridge, available: dict[str, bool], qtbot: QtBot) -> None:
    tray = Tray(bridge)
    try:
        with qtbot.waitSignal(tray.window_wanted):
            tray._icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
        with qtbot.waitSignal(tray.quick_wanted):
            tray._icon.activated.emit(QSystemTrayIcon.ActivationReason.MiddleClick)
    finally:
        tray.close()


def test_it_comes_with_the_desktops_tray_and_tells_when_that_goes(
    bridge: Bridge, available: dict[str, bool], qtbot: QtBot
) -> None:
    available["tray"] = False
    tray = Tray(bridge)
    gone: list[bool] = []
    tray.gone.connect(lambda: gone.append(True))
    try:
        assert not tray.is_there
        assert gone == []
        available["tray"] = True
        tray._look()
        assert tray.is_there
        available["tray"] = False
        tray._look()
        assert not tray.is_there
        assert gone == [True]
    finally:
        tray.close()
