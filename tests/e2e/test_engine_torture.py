"""Whatever happens to files and processes, the index comes to what a new one would be."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pytest

from tests.helpers.changes import RandomChanges
from tests.helpers.command import Hunch
from tests.helpers.index_dump import dump
from tests.helpers.torture import SETTINGS, assert_as_new, settle, torment

_SEED = 4
_KILLS = 100
_OPERATIONS = 1_200
_UNDISTURBED = 400
_BURST = 40
_NOTICED_S = 60.0


@pytest.fixture
def new(models_folder: Path, tmp_path: Path) -> Hunch:
    """For an index made at once from what is there."""
    folder = tmp_path / "new"
    shutil.copytree(models_folder, folder / "models", copy_function=os.link)
    return Hunch(folder)


@pytest.fixture
def tormented(hunch: Hunch) -> Hunch:
    (hunch.data_dir / "settings.toml").write_text(SETTINGS, encoding="utf-8")
    return hunch


def test_killed_at_random_moments_while_files_change(tormented: Hunch, new: Hunch, tmp_path: Path) -> None:
    changes = RandomChanges(tmp_path / "files", _SEED)
    tormented.run("add", changes.folder)
    ordeal = torment(tormented, changes, _SEED, _OPERATIONS, _KILLS)
    assert ordeal.operations == _OPERATIONS
    assert sum(ordeal.killed.values()) == _KILLS
    assert min(ordeal.killed[role] for role in ("engine", "reader", "model")) > 0
    settle(tormented, ordeal)
    assert_as_new(tormented, new, changes.folder)


def test_all_changes_are_noticed_without_being_asked(tormented: Hunch, new: Hunch, tmp_path: Path) -> None:
    changes = RandomChanges(tmp_path / "files", _SEED + 1)
    tormented.run("add", changes.folder)
    for number in range(_UNDISTURBED):
        changes.step()
        if number % _BURST == 0:
            time.sleep(1.0 if number % (2 * _BURST) else 3.0)
    new.run("index", changes.folder)
    expected = dump(new.index_db)
    end = time.monotonic() + _NOTICED_S
    while (found := dump(tormented.index_db)).files != expected.files or found.vectors.keys() < expected.vectors.keys():
        assert time.monotonic() < end, _apart(found.files, expected.files)
        time.sleep(0.5)
    assert_as_new(tormented, new, changes.folder)


def _apart(found: dict[str, tuple[object, ...]], expected: dict[str, tuple[object, ...]]) -> list[object]:
    """Rows that differ, with their path."""
    return [(path, found.get(path), expected.get(path)) for path in sorted(found.keys() | expected.keys())
            if found.get(path) != expected.get(path)]
