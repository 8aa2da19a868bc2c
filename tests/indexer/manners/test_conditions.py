"""Reasons to wait, with stand-ins for what the machine tells; pause, settings and disk figures are real types."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

import psutil
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.manners import Conditions, Pause
from indexer.manners import conditions as module
from indexer.manners.conditions import Battery, battery
from indexer.settings import Settings

NOON = 1_700_000_000.0
DEFAULTS = Settings()


@dataclass
class Machine:
    """What the machine is like; counts how often it was asked."""

    charge: Battery | None = None
    others: float | None = 0.0
    full: bool = False
    free_mb: float = 50_000
    asked: int = 0

    def battery(self) -> Battery | None:
        return self.charge

    def share(self, now: float) -> float | None:
        self.asked += 1
        return self.others

    def fullscreen(self) -> bool:
        return self.full


@dataclass
class Place:
    machine: Machine
    pause: Pause
    conditions: Conditions
    now: float = NOON

    def code(self, settings: Settings = DEFAULTS) -> str | None:
        """The reason by its code, two seconds after the last one asked for."""
        self.now += 2
        wait = self.conditions.reason(settings, self.now)
        return wait.code if wait else None

    def message(self, settings: Settings = DEFAULTS) -> str:
        self.now += 2
        wait = self.conditions.reason(settings, self.now)
        assert wait is not None
        return wait.message


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    machine, pause = Machine(), Pause(tmp_path / "pause.json")
    usage = shutil.disk_usage(tmp_path)

    def disk_usage(path: Path) -> object:
        assert path == tmp_path
        return usage._replace(free=int(machine.free_mb * (1 << 20)))

    monkeypatch.setattr(shutil, "disk_usage", disk_usage)
    conditions = Conditions(
        tmp_path, pause, battery=machine.battery, others=machine, fullscreen=machine.fullscreen
    )
    return Place(machine, pause, conditions)


def test_nothing_speaks_against_work(place: Place) -> None:
    assert place.code() is None


def test_the_most_important_reason_is_told(place: Place) -> None:
    machine = place.machine
    machine.others = 0.9
    assert place.code() == "busy"
    machine.full = True
    assert place.code() == "fullscreen"
    machine.charge = Battery(10, True)
    assert place.code() == "battery"
    machine.free_mb = 50
    assert place.code() == "disk_low"
    place.pause.pause(None, place.now)
    assert place.code() == "paused"


def test_messages_are_plain(place: Place) -> None:
    machine = place.machine
    machine.others = 0.834
    assert place.message() == "Other programs use 83 % of the processors; goes on below 40 %."
    machine.full = True
    assert place.message() == "A full-screen application is in front; goes on afterwards."
    machine.charge = Battery(24.4, True)
    assert place.message() == "On battery at 24 %; goes on from 30 % or on mains."
    assert place.message(replace(DEFAULTS, battery_percent=100)) == "On battery at 24 %; goes on on mains."
    machine.free_mb = 612
    assert place.message(replace(DEFAULTS, least_free_mb=2000)) == (
        "Only 612 MB are free on the disk that holds the index; goes on above 2,200 MB."
    )


def test_the_pause_says_until_when(place: Place) -> None:
    place.pause.pause(None, NOON)
    assert place.message() == "Paused until you resume it."
    place.pause.pause(30, NOON)
    wait = place.conditions.reason(DEFAULTS, NOON)
    assert wait is not None
    assert wait.until == NOON + 1800
    place.pause.pause(3 * 24 * 60, NOON)
    assert " on " in place.message()


def test_the_pause_counts_at_once(place: Place) -> None:
    assert place.conditions.reason(DEFAULTS, NOON) is None
    place.pause.pause(None, NOON)
    assert place.conditions.reason(DEFAULTS, NOON) is not None
    place.pause.resume()
    assert place.conditions.reason(DEFAULTS, NOON) is None


@pytest.mark.parametrize(
    ("level", "percent", "in_use", "waits"),
    [
        (30, 29.9, True, True), (30, 30, True, False), (30, 5, False, False), (0, 1, True, False),
        (100, 100, True, True), (100, 40, False, False),
    ],
)
def test_battery(place: Place, level: int, percent: float, in_use: bool, waits: bool) -> None:
    place.machine.charge = Battery(percent, in_use)
    assert place.code(replace(DEFAULTS, battery_percent=level)) == ("battery" if waits else None)


def test_a_level_just_reached_does_not_flicker(place: Place) -> None:
    machine = place.machine
    found = []
    for share in (0.59, 0.61, 0.5, 0.41, 0.39, 0.5, 0.6, 0.61):
        machine.others = share
        found.append(place.code() == "busy")
    assert found == [False, True, True, True, False, False, False, True]
    machine.others, found = 0.0, []
    for free in (1024, 1023, 1100, 1126, 1127, 1030, 1023):
        machine.free_mb = free
        found.append(place.code() == "disk_low")
    assert found == [False, True, True, True, False, False, True]


def test_what_is_not_wished_is_not_asked(place: Place) -> None:
    place.machine.others, place.machine.full = 1.0, True
    settings = Settings(wait_when_busy=False, wait_when_fullscreen=False)
    assert place.code(settings) is None
    assert not place.machine.asked


def test_unknown_load_is_no_reason(place: Place) -> None:
    place.machine.others = None
    assert place.code() is None


def test_the_machine_is_asked_every_two_seconds_at_most(place: Place) -> None:
    for step in range(100):
        place.conditions.reason(DEFAULTS, NOON + step * 0.1)
    assert place.machine.asked == 5


def test_new_settings_count_at_once(place: Place) -> None:
    place.machine.full = True
    assert place.conditions.reason(DEFAULTS, NOON) is not None
    assert place.conditions.reason(replace(DEFAULTS, wait_when_fullscreen=False), NOON) is None


@given(st.lists(st.floats(-1e6, 1e6), max_size=20))
def test_a_clock_that_jumps_does_not_leave_it_blind(jumps: list[float]) -> None:
    machine = Machine()
    conditions = Conditions(
        Path("/"), Pause(Path("/nowhere/pause.json")), battery=machine.battery, others=machine,
        fullscreen=machine.fullscreen,
    )
    now = NOON
    settings = Settings(least_free_mb=100)
    for jump in jumps:
        now += jump
        conditions.reason(settings, now)
        machine.full = not machine.full
        now += 2
        wait = conditions.reason(settings, now)
        assert wait is None or wait.code != "fullscreen" or machine.full


def test_a_missing_data_folder_is_not_a_full_disk(tmp_path: Path) -> None:
    machine = Machine()
    conditions = Conditions(
        tmp_path / "gone", Pause(tmp_path / "pause.json"), battery=machine.battery, others=machine,
        fullscreen=machine.fullscreen,
    )
    assert conditions.reason(DEFAULTS, NOON) is None


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (None, None), ((24.0, 3600, False), Battery(24.0, True)), ((24.0, 3600, True), Battery(24.0, False)),
        ((24.0, 3600, None), Battery(24.0, False)), (OSError("odd hardware"), None),
    ],
)
def test_what_the_system_says_of_the_battery(
    monkeypatch: pytest.MonkeyPatch, answer: object, expected: Battery | None
) -> None:
    class Sensor:
        def __init__(self, percent: float, _: int, power_plugged: bool | None) -> None:
            self.percent, self.power_plugged = percent, power_plugged

    def sensors_battery() -> object:
        if isinstance(answer, Exception):
            raise answer
        return Sensor(*answer) if isinstance(answer, tuple) else None

    monkeypatch.setattr(psutil, "sensors_battery", sensors_battery, raising=False)
    assert battery() == expected


def test_the_real_machine_gives_an_answer(tmp_path: Path) -> None:
    conditions = Conditions(tmp_path, Pause(tmp_path / "pause.json"))
    wait = conditions.reason(Settings(least_free_mb=100, wait_when_fullscreen=False), NOON)
    assert wait is None or wait.code in {"disk_low", "battery"}
    assert module.BUSY_UNTIL < module.BUSY_ABOVE
