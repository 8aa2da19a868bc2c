"""hunch index, ended at random moments, comes to the same index as a run nobody disturbed."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import time
from pathlib import Path

import psutil
import pytest

from indexer.store.connection import open_writer
from indexer.store.maintenance import integrity
from tests.helpers.command import Hunch
from tests.helpers.index_dump import IndexDump, assert_same, dump

LIBRARY = Path(__file__).resolve().parents[2] / "resources" / "library"
_SEED = 20
_KILLS = 12


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample library, some copies under other texts, and files that fail."""
    folder = tmp_path_factory.mktemp("disturbed") / "files"
    shutil.copytree(LIBRARY, folder / "library")
    for number in range(12):
        text = (LIBRARY / "learning" / "photosynthesis.md").read_text(encoding="utf-8")
        (folder / f"note {number}.md").write_text(f"# Note {number}\n\n{text[: 400 + 90 * number]}", encoding="utf-8")
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 cut off")
    (folder / "empty.pdf").touch()
    long_ago = time.time() - 3600
    for path in sorted(folder.rglob("*")):
        os.utime(path, (long_ago, long_ago))
    return folder


@pytest.fixture(scope="module")
def undisturbed(folder: Path, models_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> IndexDump:
    data_dir = tmp_path_factory.mktemp("undisturbed")
    shutil.copytree(models_folder, data_dir / "models", copy_function=os.link)
    hunch = Hunch(data_dir)
    hunch.run("index", folder)
    return dump(hunch.index_db)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_ended_at_random_moments(number: signal.Signals, folder: Path, undisturbed: IndexDump, hunch: Hunch) -> None:
    moments = random.Random(f"{_SEED} {number}")
    ended = 0
    for _ in range(_KILLS):
        process = hunch.start("index", folder)
        time.sleep(moments.uniform(0.3, 4.0))
        if process.poll() is None:
            ended += 1
            process.send_signal(number)
        process.communicate(timeout=60)
    assert ended >= 3, "the run is over before it can be disturbed; make the folder larger"
    hunch.run("index", folder)
    assert_same(dump(hunch.index_db), undisturbed)
    connection = open_writer(hunch.index_db)
    try:
        assert integrity(connection, full=True) == []
    finally:
        connection.close()


def test_a_killed_child_costs_nothing(folder: Path, undisturbed: IndexDump, hunch: Hunch) -> None:
    moments = random.Random(_SEED)
    process = hunch.start("index", folder)
    kills = 0
    while process.poll() is None:
        time.sleep(moments.uniform(0.2, 0.8))
        children = _children(process.pid)
        if children and kills < _KILLS:
            _kill(moments.choice(children))
            kills += 1
    process.communicate()
    assert kills
    hunch.run("index", folder)
    found = dump(hunch.index_db)
    # A reader killed from outside looks like one that its file has ended; such a file is told, and read when asked.
    for path, row in found.files.items():
        if row[3] == "crashed":
            Path(path).touch()
    hunch.run("index", folder)
    found = dump(hunch.index_db)
    assert not [row for row in found.files.values() if row[3] == "crashed"]
    assert_same(found, undisturbed)


def test_a_second_writer_is_told_and_changes_nothing(folder: Path, hunch: Hunch) -> None:
    process = hunch.start("index", folder)
    try:
        while not (hunch.data_dir / "index.db").exists():
            time.sleep(0.05)
        time.sleep(0.3)
        second = hunch.run("add", folder, expect=1)
        assert "Another Hunch" in second.stderr
    finally:
        process.communicate(timeout=120)
    assert process.returncode == 0


def _children(pid: int) -> list[psutil.Process]:
    try:
        return psutil.Process(pid).children()
    except psutil.NoSuchProcess:
        return []


def _kill(process: psutil.Process) -> None:
    with contextlib.suppress(psutil.NoSuchProcess):
        process.kill()
