"""A folder or disk that goes away takes nothing with it: its files stay findable, and are not read again."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.command import Hunch
from tests.helpers.engine import RunningEngine, attempts, running_engine, until_equal
from tests.helpers.mounts import mounted, needs_mounts, unmount

_NAMES = ["a.txt", "b.txt", "c.txt"]


@pytest.fixture
def engine(hunch: Hunch) -> Iterator[RunningEngine]:
    with running_engine(hunch) as engine:
        yield engine


def test_a_renamed_root_is_offline_until_it_is_back(tmp_path: Path, engine: RunningEngine) -> None:
    folder = tmp_path / "disk"
    _fill(folder)
    engine.client.add(str(folder))
    until_equal(lambda: _found(engine), dict.fromkeys(_NAMES, False))
    engine.settle()
    before = attempts(engine.hunch)
    folder.rename(tmp_path / "elsewhere")
    until_equal(lambda: _found(engine), dict.fromkeys(_NAMES, True))
    assert [root["missing"] for root in engine.status()["roots"]] == [True]
    assert f"{folder} is not there now" in engine.notices()
    (tmp_path / "elsewhere").rename(folder)
    until_equal(lambda: _found(engine), dict.fromkeys(_NAMES, False))
    engine.settle()
    assert attempts(engine.hunch) == before


@needs_mounts
def test_an_unmounted_disk_leaves_an_empty_folder_that_deletes_nothing(tmp_path: Path, engine: RunningEngine) -> None:
    folder = tmp_path / "mountpoint"
    with mounted(tmp_path / "disk", "-t", "tmpfs", "none"):
        _fill(tmp_path / "disk")
        with mounted(folder, "--bind", str(tmp_path / "disk")):
            engine.client.add(str(folder))
            until_equal(lambda: _found(engine), dict.fromkeys(_NAMES, False))
            engine.settle()
            before = attempts(engine.hunch)
            unmount(folder)
            assert list(folder.iterdir()) == []
            until_equal(lambda: _found(engine), dict.fromkeys(_NAMES, True))
            engine.client.index([], lambda step: None, threading.Event())
            assert _found(engine) == dict.fromkeys(_NAMES, True)
        (tmp_path / "disk" / "d.txt").write_text("diskword, and written elsewhere", encoding="utf-8")
        with mounted(folder, "--bind", str(tmp_path / "disk")):
            until_equal(lambda: _found(engine), dict.fromkeys([*_NAMES, "d.txt"], False))
            engine.settle()
            assert {path: row for path, row in attempts(engine.hunch).items() if path in before} == before


def _fill(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    for name in _NAMES:
        (folder / name).write_text(f"diskword in {name}", encoding="utf-8")
        # A file that changed only just now is looked into once more.
        os.utime(folder / name, (0, 1_000_000))


def _found(engine: RunningEngine) -> dict[str, bool]:
    """Files found by name, and whether they are offline."""
    return {Path(hit.path).name: hit.offline for hit in engine.hits("diskword")}
