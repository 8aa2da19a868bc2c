from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as given_settings
from hypothesis import strategies as st

from indexer.errors import KnownError
from indexer.settings import LiveSettings, Settings, change, load


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load(tmp_path / "settings.toml") == Settings()


def test_what_the_file_says_holds(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('hidden = true\nignore = ["*.log", "/old/"]\nworkers = 3\n')
    assert load(path) == Settings(hidden=True, ignore=("*.log", "/old/"), workers=3)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("hidden = yes\n", "line 1"),
        ("# fine\n\nworkers = 'two'\n", "Line 3: workers must be a whole number"),
        ("workers = true\n", "workers must be a whole number"),
        ("workers = -1\n", "between 0 and 64"),
        ("battery_percent = 101\n", "between 0 and 100"),
        ("wait_when_busy = 1\n", "wait_when_busy must be true or false"),
        ("cpu_percent = 9\n", "between 10 and 100"),
        ("least_free_mb = 99\n", "between 100 and 1000000"),
        ("extract_timeout_s = 1.5\n", "extract_timeout_s must be a whole number"),
        ("ignore = '*.log'\n", "ignore must be a list of texts"),
        ("ignore = [1]\n", "ignore must be a list of texts"),
        ("hidden = 1\n", "hidden must be true or false"),
        ("text_model = 3\n", "text_model must be a text in quotes"),
        ("hidden = true\n[color]\nx = 1\n", "Line 2: there is no setting named 'color'"),
        ("hidden = true\nhidden = false\n", "line 2"),
        ("\udcff", "not UTF-8"),
    ],
)
def test_a_mistake_is_named_and_the_file_left_alone(tmp_path: Path, text: str, reason: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text, errors="surrogateescape")
    before = path.read_bytes()
    attempts: tuple[Callable[[], Settings], ...] = (lambda: load(path), lambda: change(path, hidden=True))
    for attempt in attempts:
        with pytest.raises(KnownError) as caught:
            attempt()
        assert caught.value.code == "settings_invalid"
        assert reason in caught.value.message
    assert path.read_bytes() == before


def test_a_change_keeps_comments_and_other_settings(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("# mine\nworkers = 4 # few\nhidden = false\n")
    assert change(path, hidden=True, ignore=("*.bak",)) == Settings(workers=4, hidden=True, ignore=("*.bak",))
    assert path.read_text() == '# mine\nworkers = 4 # few\nhidden = true\nignore = ["*.bak"]\n'
    assert [file.name for file in tmp_path.iterdir()] == ["settings.toml"]


@pytest.mark.parametrize("values", [{"workers": -1}, {"colour": 1}, {"hidden": "no"}])
def test_a_wrong_value_is_not_written(tmp_path: Path, values: dict[str, object]) -> None:
    path = tmp_path / "settings.toml"
    with pytest.raises(KnownError):
        change(path, **values)
    assert not path.exists()


def test_a_change_is_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "settings.toml"
    change(path, workers=4)

    def fail(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(KnownError) as caught:
        change(path, workers=5)
    assert caught.value.code == "disk_full"
    assert load(path) == Settings(workers=4)
    assert [file.name for file in tmp_path.iterdir()] == ["settings.toml"]


@given_settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(), max_size=4), st.booleans(), st.integers(0, 64))
def test_what_is_written_is_read_back(tmp_path: Path, ignore: list[str], hidden: bool, workers: int) -> None:
    path = tmp_path / "settings.toml"
    values = {"ignore": tuple(ignore), "hidden": hidden, "workers": workers}
    written = change(path, **values)
    assert (written.ignore, written.hidden, written.workers) == (tuple(ignore), hidden, workers)
    assert load(path) == written


def test_every_setting_is_explained() -> None:
    assert all(f"\n        {field.name}: " in (Settings.__doc__ or "") for field in fields(Settings))


def test_every_setting_is_in_the_documentation() -> None:
    page = (Path(__file__).parents[2] / "docs" / "settings.md").read_text(encoding="utf-8")
    for field in fields(Settings):
        default = json.dumps(field.default, ensure_ascii=False)
        assert f"| `{field.name}` | `{default}` |" in page


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now

    def settle(self, live: LiveSettings) -> bool:
        """What ``renew`` says once the file was left alone long enough."""
        assert not live.renew()
        self.now += 1
        return live.renew()


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_a_change_of_the_file_is_in_force_when_it_has_settled(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "settings.toml"
    live = LiveSettings(path, clock)
    assert not clock.settle(live)
    path.write_text("workers = 3\n")
    assert not live.renew()
    clock.now += 0.9
    assert not live.renew()
    assert live.now == Settings()
    clock.now += 0.1
    assert live.renew()
    assert live.now == Settings(workers=3)
    assert not clock.settle(live)
    change(path, workers=4)
    assert clock.settle(live)
    assert live.now == Settings(workers=4)
    path.unlink()
    assert clock.settle(live)
    assert live.now == Settings()


def test_a_file_written_in_pieces_never_leads_to_the_defaults(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("workers = 3\nhidden = true\n")
    live = LiveSettings(path, clock)
    clock.settle(live)
    for text in ("", "work", "workers = 5\n", "workers = 5\nhidden = true\n"):
        path.write_text(text)
        assert not live.renew()
        clock.now += 0.5
        assert not live.renew()
        assert live.now == Settings(workers=3, hidden=True)
    path.rename(tmp_path / "settings.toml~")
    assert not live.renew()
    (tmp_path / "settings.toml~").rename(path)
    assert clock.settle(live)
    assert live.now == Settings(workers=5, hidden=True)


def test_a_mistake_leaves_the_last_good_settings_in_force(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("workers = 3\n")
    live = LiveSettings(path, clock)
    clock.settle(live)
    path.write_text("workers = 'many'\n")
    assert clock.settle(live)
    assert live.now == Settings(workers=3)
    assert live.problem is not None
    assert live.problem.code == "settings_invalid"
    assert "Line 1" in live.problem.message
    path.write_text("# note\nworkers = 'many'\n")
    assert clock.settle(live)
    assert "Line 2" in live.problem.message
    path.write_text("# mend\nworkers = 'many'\n")
    assert not clock.settle(live), "the same mistake is not told twice"
    path.write_text("workers = 3\n")
    assert clock.settle(live), "that it is mended is told"
    assert live.problem is None


def test_a_mistake_at_the_start_means_the_defaults(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("workers = \n")
    live = LiveSettings(path, clock)
    assert live.now == Settings()
    assert live.problem is not None
    assert not clock.settle(live)


def test_our_own_change_is_in_force_at_once(tmp_path: Path, clock: Clock) -> None:
    live = LiveSettings(tmp_path / "settings.toml", clock)
    assert live.change(workers=7) == live.now == Settings(workers=7) == load(tmp_path / "settings.toml")
    assert not clock.settle(live)
    with pytest.raises(KnownError):
        live.change(workers=99)
    assert live.now == Settings(workers=7)


def test_a_settled_file_is_not_read_again(tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("workers = 3\n")
    live = LiveSettings(path, clock)
    clock.settle(live)
    monkeypatch.setattr("indexer.settings.load", lambda path: pytest.fail("read again"))
    clock.now += 100
    assert not live.renew()


def test_many_threads_may_ask(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    live = LiveSettings(path)
    wrong: list[object] = []

    def use() -> None:
        for number in range(30):
            try:
                live.change(workers=number % 64)
                live.renew()
                if live.problem is not None or not isinstance(live.now, Settings):
                    wrong.append(live.problem)
            except Exception as error:
                wrong.append(error)

    threads = [Thread(target=use) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong
