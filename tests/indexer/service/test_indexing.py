"""The thread that indexes, when what it calls fails: nothing that was due is forgotten."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import apsw
import pytest

from indexer.embedding import Meanwhile, nothing_else
from indexer.errors import KnownError
from indexer.manners import Conditions, Gate, Pause
from indexer.models_in_use import ModelsInUse
from indexer.paths import to_text
from indexer.pipeline import Pace, Report
from indexer.progress import Progress
from indexer.runtime import Places, WriterLock
from indexer.scan import Outcome, Start
from indexer.service import indexing
from indexer.service.indexing import Indexing
from indexer.settings import LiveSettings
from indexer.store.connection import open_reader
from indexer.upkeep import Upkeep
from tests.helpers.engine import until


class Failing(Upkeep):
    """Raises ``failures`` one by one at the scans that have something to do; reads and embeds nothing.

    ``checks``: how often the index was checked.
    """

    failures: list[Exception]
    checks = 0

    def check(self) -> None:
        self.checks += 1
        super().check()

    def scan(
        self, starts: Sequence[Start], stop: Callable[[], bool], report: Callable[[int, str], None],
        entering: Callable[[str], None] = lambda folder: None,
    ) -> Outcome:
        if starts and self.failures:
            raise self.failures.pop()
        return super().scan(starts, stop, report, entering)

    def pending(self) -> int:
        return 0

    def embed(
        self, report: Report, stop: threading.Event, pace: Pace = lambda: True, meanwhile: Meanwhile = nothing_else
    ) -> bool:
        return True


@pytest.fixture
def places(tmp_path: Path) -> Places:
    places = Places(tmp_path / "data")
    places.create()
    places.settings.write_text("wait_when_busy = false\nwait_when_fullscreen = false\n", encoding="utf-8")
    return places


@pytest.fixture(autouse=True)
def soon_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "_AGAIN_S", 0.05)
    monkeypatch.setattr(indexing, "_LOOK_S", 0.05)


@pytest.mark.parametrize(
    ("failure", "told"),
    [
        (KnownError("disk_full", "Free some space."), "The disk is full"),
        (apsw.FullError("database or disk is full"), "The disk is full"),
        (apsw.IOError("disk I/O error"), "The disk could not be read"),
        (ZeroDivisionError("secret"), "The engine made a mistake"),
    ],
)
def test_what_a_failed_scan_was_to_compare_stays_due(
    failure: Exception, told: str, places: Places, tmp_path: Path
) -> None:
    folder = _files(tmp_path)
    with _running(places, failure) as (thread, _, notices):
        thread.look_below([to_text(str(folder))])
        until(lambda: _known(places) == {"a.txt", "b.txt"}, 10)
        assert [told in notice for notice in notices] == [True]
        assert "secret" not in notices[0]


def test_damage_met_while_comparing_builds_the_index_anew(places: Places, tmp_path: Path) -> None:
    folder = _files(tmp_path)
    with _running(places, apsw.CorruptError("database disk image is malformed")) as (thread, _, notices):
        thread.look_below([to_text(str(folder))])
        until(lambda: _known(places) == {"a.txt", "b.txt"}, 10)
        assert ["The index was damaged" in notice for notice in notices] == [True]
    assert len(list(places.data.glob("index.damaged-*.db"))) == 1


def test_a_reader_that_was_wrong_about_damage_costs_nothing(places: Places, tmp_path: Path) -> None:
    folder = _files(tmp_path)
    with _running(places) as (thread, upkeep, notices):
        thread.look_below([to_text(str(folder))])
        until(lambda: _known(places) == {"a.txt", "b.txt"}, 10)
        for _ in range(5):
            thread.doubt()
            until(lambda: upkeep.checks, 10)
        thread.do(lambda upkeep: None)
        assert upkeep.checks == 1
        assert notices == []
    assert not list(places.data.glob("index.damaged-*"))


def test_damage_that_only_a_reader_met_builds_the_index_anew(places: Places, tmp_path: Path) -> None:
    folder = _files(tmp_path)
    with _running(places) as (thread, _, notices):
        thread.look_below([to_text(str(folder))])
        until(lambda: _known(places) == {"a.txt", "b.txt"}, 10)
        thread.do(_tear_words)
        thread.doubt()
        until(lambda: notices, 10)
        until(lambda: _known(places) == {"a.txt", "b.txt"}, 10)
    assert len(list(places.data.glob("index.damaged-*.db"))) == 1


def _tear_words(upkeep: Upkeep) -> None:
    upkeep._connection.execute("DELETE FROM name_fts_data WHERE id > 10")


def _files(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text("something", encoding="utf-8")
    return folder


@contextmanager
def _running(places: Places, *failures: Exception) -> Iterator[tuple[Indexing, Failing, list[str]]]:
    """The thread at work, what it works with, and what it told."""
    told: list[str] = []
    settings = LiveSettings(places.settings)
    models = ModelsInUse(places.models, lambda: settings.now, background=False)
    upkeep = Failing(places, models, lambda: settings.now, told.append, lambda: None, background=False)
    upkeep.failures = list(failures)
    with WriterLock(places) as lock:
        thread = Indexing(
            places, lock, upkeep, settings, Conditions(places.data, Pause(places.pause)), Gate(), Progress(),
            tell=told.append, changed=lambda: None,
        )
        thread.start()
        try:
            yield thread, upkeep, told
        finally:
            thread.close()


def _known(places: Places) -> set[str]:
    try:
        connection = open_reader(places.index_db)
    except KnownError:
        return set()
    try:
        return {str(name) for (name,) in connection.execute("SELECT name FROM file")}
    finally:
        connection.close()
