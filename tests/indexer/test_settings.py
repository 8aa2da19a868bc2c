from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as given_settings
from hypothesis import strategies as st

from indexer.errors import KnownError
from indexer.settings import Settings, change, load


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
        ("workers = 0\n", "between 1 and 64"),
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
@given(st.lists(st.text(), max_size=4), st.booleans(), st.integers(1, 64))
def test_what_is_written_is_read_back(tmp_path: Path, ignore: list[str], hidden: bool, workers: int) -> None:
    path = tmp_path / "settings.toml"
    values = {"ignore": tuple(ignore), "hidden": hidden, "workers": workers}
    written = change(path, **values)
    assert (written.ignore, written.hidden, written.workers) == (tuple(ignore), hidden, workers)
    assert load(path) == written


def test_every_setting_is_explained() -> None:
    assert all(f"\n        {field.name}: " in (Settings.__doc__ or "") for field in fields(Settings))
