"""hunch index, ended at random moments, comes to the same index as a run nobody disturbed."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import time
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

from indexer.runtime import Places, WriterLock
from indexer.store.connection import open_writer
from indexer.store.maintenance import integrity
from tests.helpers.command import Hunch
from tests.helpers.index_dump import IndexDump, assert_same, dump

LIBRARY = Path(__file__).resolve().parents[2] / "resources" / "library"
_SEED = 20
_KILLS = 5
_MOST_RUNS = 60


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample library, some copies under other texts, and files that fail."""
    folder = tmp_path_factory.mktemp("disturbed") / "files"
    # Of the pictures only those with text: it takes seconds to read.
    shutil.copytree(LIBRARY, folder / "library", ignore=shutil.ignore_patterns("IMG_*", "DSC*", "PXL_*"))
    for number in range(12):
        text = (LIBRARY / "learning" / "photosynthesis.md").read_text(encoding="utf-8")
        (folder / f"note {number}.md").write_text(f"# Note {number}\n\n{text[: 400 + 90 * number]}", encoding="utf-8")
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 cut off")
    (folder / "empty.pdf").touch()
    long_ago = time.time() - 3600
    for path in sorted(folder.rglob("*")):
        os.utime(path, (long_ago, long_ago))
    return folder


@dataclass(frozen=True)
class Undisturbed:
    """What a run that nobody disturbs comes to, and how many seconds it takes on this machine."""

    index: IndexDump
    seconds: float


@pytest.fixture(scope="module")
def undisturbed(folder: Path, models_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Undisturbed:
    data_dir = tmp_path_factory.mktemp("undisturbed")
    shutil.copytree(models_folder, data_dir / "models", copy_function=os.link)
    hunch = Hunch(data_dir)
    started = time.monotonic()
    hunch.run("index", folder)
    return Undisturbed(dump(hunch.index_db), time.monotonic() - started)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_ended_at_random_moments(number: signal.Signals, folder: Path, undisturbed: Undisturbed, hunch: Hunch) -> None:
    moments = random.Random(f"{_SEED} {number}")
    ended = runs = 0
    while ended < _KILLS and runs < _MOST_RUNS:
        runs += 1
        process = hunch.start("index", folder)
        time.sleep(moments.uniform(0.1, undisturbed.seconds))
        done = process.poll() is not None
        if not done:
            ended += 1
            process.send_signal(number)
        process.communicate(timeout=60)
        if done:
            # Once more from the beginning, so that there is something to disturb.
            assert_same(dump(hunch.index_db), undisturbed.index)
            for path in hunch.data_dir.glob("index.db*"):
                path.unlink()
    assert ended == _KILLS
    hunch.run("index", folder)
    assert_same(dump(hunch.index_db), undisturbed.index)
    connection = open_writer(hunch.index_db)
    try:
        assert integrity(connection, full=True) == []
    finally:
        connection.close()


def test_a_killed_child_costs_nothing(folder: Path, undisturbed: Undisturbed, hunch: Hunch) -> None:
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
    assert_same(found, undisturbed.index)


def test_a_second_writer_is_told_and_changes_nothing(folder: Path, hunch: Hunch) -> None:
    hunch.run("status")
    with WriterLock(Places(hunch.data_dir)):
        for command in (("remove", folder), ("index", folder)):
            assert f"Wait until process {os.getpid()} is done" in hunch.run(*command, expect=1).stderr
        assert hunch.json("search", "boiler")["hits"] == []
    assert hunch.json("status")["roots"] == []


def _children(pid: int) -> list[psutil.Process]:
    try:
        return psutil.Process(pid).children()
    except psutil.NoSuchProcess:
        return []


def _kill(process: psutil.Process) -> None:
    with contextlib.suppress(psutil.NoSuchProcess):
        process.kill()
