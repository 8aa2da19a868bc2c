"""Data folders that fill up, cannot be written, vanish or are damaged: the engine says so and loses nothing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from indexer.errors import KnownError
from tests.helpers.command import Hunch
from tests.helpers.engine import RunningEngine, end, running_engine, start_engine, until, until_equal
from tests.helpers.mounts import mounted, needs_mounts, remount
from tests.helpers.outcome import outcome

_PAGE = 4096
_MANY = 1_200
_LEFT_BLOCKS = 4


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "first.txt").write_text("firstword", encoding="utf-8")
    return folder


@needs_mounts
def test_too_little_space_is_told_and_work_goes_on_when_there_is_more(tmp_path: Path, folder: Path, models_folder: Path
                                                                      ) -> None:
    with _small_disk(tmp_path, models_folder, "size=300m") as hunch, running_engine(hunch) as engine:
        engine.client.add(str(folder))
        until_equal(lambda: engine.names("firstword"), ["first.txt"])
        remount(hunch.data_dir, "size=120m")
        (folder / "second.txt").write_text("secondword", encoding="utf-8")
        until_equal(lambda: _waits_for(engine), "disk_low")
        assert engine.names("secondword") == []
        assert engine.names("firstword") == ["first.txt"]
        assert "The disk is nearly full. Only " in hunch.run("index", expect=1).stderr
        remount(hunch.data_dir, "size=300m")
        until_equal(lambda: engine.names("secondword"), ["second.txt"])


@needs_mounts
def test_a_disk_that_is_full_all_at_once_costs_nothing(tmp_path: Path, folder: Path, models_folder: Path) -> None:
    for number in range(_MANY):
        (folder / f"many {number}.txt").write_text(f"many{number}word of many", encoding="utf-8")
    filler = tmp_path / "data" / "filler"
    with _small_disk(tmp_path, models_folder, "size=300m") as hunch, running_engine(hunch) as engine:
        engine.client.add(str(folder))
        until(lambda: engine.status()["files"]["ready"] > 50)
        _fill(filler)
        assert until(lambda: _waits_for(engine)) in ("disk_low", "disk_full")
        assert outcome(lambda: engine.client.search("firstword")) == "ok"
        assert engine.status()["files"]["ready"] < _MANY
        filler.unlink()
        # After such an error it is tried again a little later.
        until_equal(lambda: engine.status()["files"]["ready"], _MANY + 1, 150)
        assert [len(engine.names(f"many{number}word")) for number in range(0, _MANY, 100)] == [1] * (_MANY // 100)


@needs_mounts
def test_no_room_for_another_file(tmp_path: Path, folder: Path, models_folder: Path) -> None:
    with _small_disk(tmp_path, models_folder, "size=300m,nr_inodes=200") as hunch:
        with running_engine(hunch) as engine:
            engine.client.add(str(folder))
            until_equal(lambda: engine.names("firstword"), ["first.txt"])
        taken = _take_all_inodes(hunch.data_dir)
        process = start_engine(hunch)
        process.wait(timeout=60)
        code, error = end(process)
        assert code == 1
        assert "Traceback" not in error
        assert "full" in error or "No space left" in error
        for path in taken:
            path.unlink()
        with running_engine(hunch) as engine:
            assert engine.names("firstword") == ["first.txt"]


@needs_mounts
def test_a_read_only_data_folder_is_a_clear_error(tmp_path: Path, folder: Path, models_folder: Path) -> None:
    with _small_disk(tmp_path, models_folder, "size=300m") as hunch:
        with running_engine(hunch) as engine:
            engine.client.add(str(folder))
            engine.settle()
        remount(hunch.data_dir, "ro")
        for command in (["engine"], ["add", str(folder)], ["search", "firstword"]):
            error = hunch.run(*command, expect=1).stderr
            assert "The data folder cannot be written" in error
            assert "Traceback" not in error
        remount(hunch.data_dir, "rw")
        assert hunch.names("firstword")[:1] == ["first.txt"]


def test_a_deleted_data_folder_ends_the_engine_and_stays_deleted(folder: Path, hunch: Hunch) -> None:
    with running_engine(hunch) as engine:
        engine.client.add(str(folder))
        engine.settle()
        shutil.rmtree(hunch.data_dir)
        engine.process.wait(timeout=30)
        children = engine.children()
        code, error = end(engine.process)
        assert code == 1
        assert "The data folder is gone" in error
        assert "Traceback" not in error
        assert not children
        assert not hunch.data_dir.exists()
        assert outcome(lambda: engine.client.search("firstword")) == "engine_gone"


def test_an_index_damaged_while_nobody_looked_is_built_anew(folder: Path, hunch: Hunch) -> None:
    with running_engine(hunch) as engine:
        engine.client.add(str(folder))
        engine.settle()
    _damage(hunch.index_db)
    with running_engine(hunch) as engine:
        _rebuilt(engine)


def test_an_index_damaged_while_it_is_in_use_is_built_anew(folder: Path, hunch: Hunch) -> None:
    with running_engine(hunch) as engine:
        engine.client.add(str(folder))
        engine.settle()
    with running_engine(hunch) as engine:
        engine.settle()
        assert engine.names("firstword") == ["first.txt"]
        _damage(hunch.index_db)
        (folder / "second.txt").write_text("secondword", encoding="utf-8")
        _rebuilt(engine)
        until_equal(lambda: _found(engine, "secondword"), ["second.txt"])


def _rebuilt(engine: RunningEngine) -> None:
    until_equal(lambda: _found(engine, "firstword"), ["first.txt"])
    until(lambda: "The index was damaged. It was kept as index.damaged-" in _notices(engine))
    (kept,) = engine.hunch.data_dir.glob("index.damaged-*.db")
    assert kept.stat().st_size > _PAGE
    engine.settle()
    assert engine.names("first words", "meaning")


def _found(engine: RunningEngine, query: str) -> list[str]:
    try:
        return engine.names(query)
    except KnownError as error:
        return [error.code]


def _notices(engine: RunningEngine) -> str:
    try:
        return engine.notices()
    except KnownError as error:
        return error.code


def _waits_for(engine: RunningEngine) -> str | None:
    waiting = engine.status()["waiting"]
    return waiting["code"] if waiting else None


def _damage(index: Path) -> None:
    """Every page but the first few becomes garbage; the head of the file, with the tables' definitions, stays."""
    size = index.stat().st_size
    with index.open("r+b") as file:
        file.seek(10 * _PAGE)
        file.write(b"\xa5" * (size - 10 * _PAGE))


@contextmanager
def _small_disk(tmp_path: Path, models_folder: Path, options: str) -> Iterator[Hunch]:
    """A data folder on a disk of its own that leaves indexing above 100 MB."""
    with mounted(tmp_path / "data", "-t", "tmpfs", "-o", options, "none") as data:
        shutil.copytree(models_folder, data / "models")
        (data / "settings.toml").write_text("wait_when_busy = false\nleast_free_mb = 100\n", encoding="utf-8")
        yield Hunch(data)


def _fill(filler: Path) -> None:
    """Take all the room there is, while the engine takes some too."""
    with filler.open("wb") as file:
        size = 0
        while (found := os.statvfs(filler.parent)).f_bavail > _LEFT_BLOCKS:
            with suppress(OSError):
                os.posix_fallocate(file.fileno(), size, (found.f_bavail - _LEFT_BLOCKS) // 2 * found.f_frsize or 1)
            size = file.seek(0, os.SEEK_END)


def _take_all_inodes(folder: Path) -> list[Path]:
    taken: list[Path] = []
    while True:
        path = folder / f"taken {len(taken)}"
        try:
            path.touch()
        except OSError:
            return taken
        taken.append(path)
