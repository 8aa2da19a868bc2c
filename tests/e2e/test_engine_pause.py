"""The person's pause and settings, while the engine runs."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from indexer.watch.debounce import QUIET_S
from tests.helpers.command import Hunch
from tests.helpers.engine import RunningEngine, running_engine, until, until_equal


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "first.txt").write_text("firstword", encoding="utf-8")
    return folder


@pytest.fixture
def engine(hunch: Hunch, folder: Path) -> Iterator[RunningEngine]:
    with running_engine(hunch) as engine:
        engine.client.add(str(folder))
        until_equal(lambda: engine.names("firstword"), ["first.txt"])
        yield engine


def test_a_pause_holds_over_a_restart_until_resumed(engine: RunningEngine, folder: Path, hunch: Hunch) -> None:
    hunch.run("pause")
    (folder / "second.txt").write_text("secondword", encoding="utf-8")
    time.sleep(QUIET_S + 1)
    assert engine.names("secondword") == []
    assert engine.names("firstword") == ["first.txt"]
    status = hunch.json("status")
    assert (status["state"], status["waiting"]["code"]) == ("paused", "paused")
    assert "Indexing is paused" in hunch.run("index", expect=1).stderr
    hunch.run("quit")
    with running_engine(hunch) as again:
        waiting = hunch.start("index", "--wait")
        time.sleep(1)
        assert waiting.poll() is None
        assert again.names("secondword") == []
        assert again.status()["state"] == "paused"
        hunch.run("resume")
        _, error = waiting.communicate(timeout=20)
        assert waiting.returncode == 0, error
        assert again.names("secondword") == ["second.txt"]


def test_a_pause_for_a_time_ends_by_itself(engine: RunningEngine, folder: Path, hunch: Hunch) -> None:
    hunch.run("pause", "0.1")
    (folder / "second.txt").write_text("secondword", encoding="utf-8")
    until(lambda: engine.status()["waiting"])
    assert engine.names("secondword") == []
    until_equal(lambda: engine.names("secondword"), ["second.txt"])
    assert engine.status()["waiting"] is None


def test_settings_are_in_force_at_once_and_mistakes_change_nothing(
    engine: RunningEngine, folder: Path, hunch: Hunch
) -> None:
    (folder / "events.log").write_text("eventword", encoding="utf-8")
    until_equal(lambda: engine.names("eventword"), ["events.log"])
    settings = hunch.data_dir / "settings.toml"
    good = settings.read_text(encoding="utf-8") + 'ignore = ["*.log"]\n'
    settings.write_text(good, encoding="utf-8")
    until_equal(lambda: engine.names("eventword"), [])
    assert engine.names("firstword") == ["first.txt"]
    assert hunch.json("settings")["ignore"] == ["*.log"]
    settings.write_text(good + "cpu_percent = 3\n", encoding="utf-8")
    until(lambda: "Line 3: cpu_percent must be between 10 and 100" in engine.notices())
    assert "last good settings" in engine.notices()
    found = hunch.json("settings")
    assert (found["ignore"], found["cpu_percent"]) == (["*.log"], 100)
    settings.write_text("wait_when_busy = false\ncpu_percent = 90\n", encoding="utf-8")
    until_equal(lambda: engine.names("eventword"), ["events.log"])
    assert hunch.json("settings")["cpu_percent"] == 90
