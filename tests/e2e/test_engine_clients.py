"""Starts at the same moment, many clients, rude clients, and every way an engine or a child of it can end."""

from __future__ import annotations

import os
import random
import shutil
import signal
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import psutil
import pytest

from indexer.client import Client
from indexer.client.find import reach
from indexer.protocol.card import Card
from indexer.protocol.frames import REQUEST_BYTES
from indexer.protocol.wire import ClosedError
from indexer.runtime import Places
from indexer.store.connection import open_writer
from indexer.store.maintenance import integrity
from tests.helpers.command import Hunch
from tests.helpers.engine import RunningEngine, connect, end, running_engine, start_engine, until, until_equal

_STARTS = 50
_AT_ONCE = 5
_CLIENTS = 20
_MANY = 300


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    for number in range(_CLIENTS):
        (folder / f"{number}.txt").write_text(f"marker{number}word of the first files", encoding="utf-8")
    return folder


@pytest.fixture
def engine(hunch: Hunch) -> Iterator[RunningEngine]:
    with running_engine(hunch) as engine:
        yield engine


def test_of_two_started_at_once_one_serves(tmp_path: Path, models_folder: Path) -> None:
    def race(number: int) -> None:
        hunch = Hunch(tmp_path / str(number))
        shutil.copytree(models_folder, hunch.data_dir / "models", copy_function=os.link)
        both = [start_engine(hunch) for _ in range(2)]
        try:
            until(lambda: any(one.poll() is not None for one in both), 60)
            (winner,) = [one for one in both if one.poll() is None]
            (loser,) = [one for one in both if one is not winner]
            code, error = end(loser)
            assert code == 1
            assert "Another Hunch is writing" in error
            with closing(connect(hunch, winner, [])) as client:
                assert client.status()["engine"]["pid"] == winner.pid
            assert end(winner) == (0, "")
        finally:
            for one in both:
                one.kill()

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        list(pool.map(race, range(_STARTS)))


def test_many_clients_get_right_answers_while_indexing_runs(folder: Path, engine: RunningEngine) -> None:
    engine.client.add(str(folder))
    engine.settle()
    for number in range(_MANY):
        (folder / f"later {number}.txt").write_text(f"laterword {number}", encoding="utf-8")

    def ask(number: int) -> None:
        client = Client.connect(Places(engine.hunch.data_dir), lambda message: None)
        assert client is not None
        with closing(client):
            for _ in range(5):
                hits = client.search(f"marker{number}word", mode="words").hits
                assert [Path(hit.path).name for hit in hits] == [f"{number}.txt"]
                best = client.search(f"marker{number}word").hits[0]
                assert Path(best.path).name == f"{number}.txt"

    indexing = threading.Thread(target=engine.client.index, args=([], lambda step: None, threading.Event()))
    indexing.start()
    with ThreadPoolExecutor(_CLIENTS) as pool:
        list(pool.map(ask, range(_CLIENTS)))
    indexing.join()
    assert engine.status()["files"]["ready"] == _CLIENTS + _MANY


def test_rude_clients_disturb_nobody(folder: Path, engine: RunningEngine) -> None:
    engine.client.add(str(folder))
    until_equal(lambda: engine.names("marker7word"), ["7.txt"])
    places = Places(engine.hunch.data_dir)
    card = Card.read(places)
    assert card is not None
    chance = random.Random(7)
    for data in (b"", b"GET / HTTP/1.1\r\n\r\n", b"\xff" * 100, b"\0\0\0\x10half", chance.randbytes(100_000)):
        with socket.socket(socket.AF_UNIX) as stranger:
            stranger.connect(card.address)
            try:
                stranger.sendall(data)
            except OSError:
                assert len(data) > 1_000
    silent = socket.socket(socket.AF_UNIX)
    silent.connect(card.address)
    for frame in (b"{", b"\xff\xfe", b"[]", b'{"id": 1}', b'{"id": 1, "op": "search", "query": 5}', b"[" * 100_000):
        assert b'"error"' in _answer(places, frame)
    with pytest.raises(ClosedError):
        _answer(places, b" " * (REQUEST_BYTES + 1))
    reached = reach(places)
    assert reached is not None
    os.write(reached.wire._connection.fileno(), b"\0\0\x01\0half of a")
    reached.wire.close()
    assert engine.names("marker7word") == ["7.txt"]
    assert engine.process.poll() is None
    silent.close()


@pytest.mark.parametrize("phase", ["read", "embed"])
def test_sigterm_while_indexing_ends_it_soundly_and_the_next_goes_on(phase: str, folder: Path, hunch: Hunch) -> None:
    _add_many(folder)
    with running_engine(hunch) as engine:
        engine.client.add(str(folder))
        until(lambda: (status := engine.status())["phase"] == phase and status["files"]["ready"] > 20)
        children = engine.children()
        began = time.monotonic()
        assert end(engine.process) == (0, "")
        assert time.monotonic() - began < 5
        assert children
        assert not [child for child in children if child.is_running()]
    connection = open_writer(hunch.index_db)
    with closing(connection):
        assert integrity(connection, full=True) == []
    with running_engine(hunch) as engine:
        until_equal(lambda: engine.status()["files"]["ready"], _CLIENTS + _MANY)
        assert [len(engine.names(f"many{number}word")) for number in range(0, _MANY, 50)] == [1] * (_MANY // 50)


def test_a_killed_engine_leaves_no_children_and_nothing_in_the_way(folder: Path, hunch: Hunch) -> None:
    _add_many(folder)
    with running_engine(hunch) as engine:
        engine.client.add(str(folder))
        until(lambda: engine.status()["phase"] == "embed")
        children = engine.children()
        assert children
        engine.process.kill()
        _, alive = psutil.wait_procs(children, timeout=10)
        assert not alive
    assert (hunch.data_dir / "engine.json").exists()
    assert hunch.names("marker7word")[:1] == ["7.txt"]
    assert hunch.json("status")["engine"] is None
    hunch.run("add", folder)
    assert hunch.json("status")["engine"]["pid"] != engine.process.pid
    until_equal(lambda: hunch.json("status")["files"]["ready"], _CLIENTS + _MANY)


def test_killed_children_hold_nothing_up(folder: Path, engine: RunningEngine) -> None:
    _add_many(folder)
    engine.client.add(str(folder))
    killed: set[int] = set()
    chance = random.Random(3)
    while len(killed) < 6:
        children = until(lambda: [child for child in engine.children() if child.pid not in killed])
        child = chance.choice(children)
        killed.add(child.pid)
        child.send_signal(signal.SIGKILL)
        time.sleep(0.3)
    engine.settle()
    # A reader killed from outside looks like one that its file has ended; such a file is told, and read when asked.
    assert {problem.code for problem in engine.client.problems()} <= {"crashed"}
    engine.client.retry([])
    engine.settle()
    assert engine.status()["files"]["ready"] == _CLIENTS + _MANY
    assert engine.names("of the first files", "meaning")


def _add_many(folder: Path) -> None:
    for number in range(_MANY):
        text = f"many{number}word: " + "all work and no play makes a dull boy. " * 20
        (folder / f"many {number}.txt").write_text(text, encoding="utf-8")


def _answer(places: Places, frame: bytes) -> bytes:
    """What the engine answers to one frame, whatever is in it, from somebody who has the key."""
    reached = reach(places)
    assert reached is not None
    try:
        reached.wire.send(frame)
        return reached.wire.receive(REQUEST_BYTES)
    finally:
        reached.wire.close()
