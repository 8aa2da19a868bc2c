from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from indexer.errors import KnownError
from indexer.runtime import Places, WriterLock, start_logging

HOLD = (
    "import sys; from indexer.runtime import Places, WriterLock\n"
    "with WriterLock(Places.find(sys.argv[1])):\n"
    "    print('held', flush=True); sys.stdin.read()\n"
)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    made = Places.find(tmp_path / "data")
    made.create()
    return made


def hold(places: Places) -> subprocess.Popen[bytes]:
    child = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(places.data)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    assert child.stdout is not None
    assert child.stdout.readline().strip() == b"held"
    return child


def end(child: subprocess.Popen[bytes]) -> None:
    child.communicate(timeout=20)


def test_the_argument_wins_over_the_variable_and_the_variable_over_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HUNCH_DATA_DIR", raising=False)
    assert Places.find().data.name == "hunch"
    monkeypatch.setenv("HUNCH_DATA_DIR", str(tmp_path / "variable"))
    assert Places.find().data == tmp_path / "variable"
    assert Places.find(tmp_path / "argument").data == tmp_path / "argument"


def test_everything_is_below_the_data_folder(tmp_path: Path) -> None:
    places = Places.find(tmp_path)
    named = {places.index_db, places.user_db, places.settings, places.models, places.logs, places.lock}
    assert len(named) == 6
    assert {path.parent for path in named} == {tmp_path}


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_the_data_folder_is_the_owners_alone(tmp_path: Path) -> None:
    places = Places.find(tmp_path / "deep" / "data")
    places.create()
    assert places.data.stat().st_mode & 0o777 == 0o700
    places.data.chmod(0o755)
    places.create()
    assert places.data.stat().st_mode & 0o777 == 0o700


def test_a_file_in_place_of_the_data_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").touch()
    with pytest.raises(KnownError) as caught:
        Places.find(tmp_path / "data").create()
    assert caught.value.code == "not_a_folder"


def test_a_second_process_is_told_who_writes(places: Places) -> None:
    child = hold(places)
    assert WriterLock.is_held(places)
    with pytest.raises(KnownError) as caught, WriterLock(places):
        pass
    assert caught.value.code == "index_busy"
    assert f"process {child.pid}" in caught.value.message
    end(child)
    assert not WriterLock.is_held(places)
    with WriterLock(places):
        assert WriterLock.is_held(places)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_a_killed_holder_holds_nothing(places: Places) -> None:
    child = hold(places)
    os.kill(child.pid, signal.SIGKILL)
    end(child)
    with WriterLock(places):
        assert places.lock.read_text() == f"{os.getpid()}\n"
    assert places.lock.read_text() == ""


def test_the_lock_can_be_taken_again(places: Places) -> None:
    lock = WriterLock(places)
    for _ in range(2):
        with lock:
            pass


def test_asking_needs_no_data_folder(tmp_path: Path) -> None:
    assert not WriterLock.is_held(Places.find(tmp_path / "absent"))


@pytest.fixture
def logger() -> Iterator[logging.Logger]:
    root = logging.getLogger()
    level, handlers = root.level, list(root.handlers)
    yield root
    for handler in [handler for handler in root.handlers if handler not in handlers]:
        handler.close()
        root.removeHandler(handler)
    root.setLevel(level)


def test_the_log_goes_to_its_folder(places: Places, logger: logging.Logger, capsys: pytest.CaptureFixture[str]) -> None:
    start_logging(places)
    logger.info("a line")
    logger.debug("a detail")
    assert "INFO root a line" in (places.logs / "hunch.log").read_text()
    assert "a detail" not in (places.logs / "hunch.log").read_text()
    assert capsys.readouterr().err == ""


def test_a_verbose_log_is_also_on_stderr(
    places: Places, logger: logging.Logger, capsys: pytest.CaptureFixture[str]
) -> None:
    start_logging(places, verbose=True)
    logger.debug("a detail")
    assert "a detail" in (places.logs / "hunch.log").read_text()
    assert "a detail" in capsys.readouterr().err


def test_asking_whether_the_lock_is_held_turns_no_writer_away(tmp_path: Path) -> None:
    places = Places.find(tmp_path)
    places.create()
    asked = WriterLock(places)
    asked.__enter__()
    release = threading.Timer(0.1, asked.__exit__, (None, None, None))
    release.start()
    with WriterLock(places):
        assert WriterLock.is_held(places)
    release.join()
    assert not WriterLock.is_held(places)
