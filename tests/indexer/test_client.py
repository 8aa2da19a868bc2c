"""Clients that start, lose and end engines, which are real processes."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import psutil
import pytest

from indexer.client import Client, KeptClient, Link, find, kept
from indexer.errors import KnownError
from indexer.protocol.card import Card
from indexer.protocol.wire import Hello
from indexer.runtime import Places, WriterLock
from indexer.server import Server, server
from tests.helpers.stub_engine import StubFace

ROOT = Path(__file__).parents[2]
REAL = find._command


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Places]:
    """A data folder whose engine is the stub; none is left running."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setattr(find, "_command", stub)
    made = Places.find(tmp_path / "data")
    made.create()
    yield made
    # One that lost may be late and find the place free again after the winner was quit.
    for child in psutil.Process().children(recursive=True):
        with contextlib.suppress(psutil.Error):
            if str(made.data) in child.cmdline():
                child.kill()
                child.wait(5)


def stub(places: Places) -> Sequence[str]:
    return [sys.executable, "-m", "tests.helpers.stub_engine", str(places.data)]


def connected(places: Places, *, start: bool = True) -> Client:
    client = Client.connect(places, lambda message: None, start=start)
    assert client is not None
    return client


def until(condition: Callable[[], bool], seconds: float = 10) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "did not happen"
        time.sleep(0.01)


def test_without_an_engine_there_is_no_client(places: Places) -> None:
    assert Client.connect(places, print) is None


def test_an_engine_is_started_reached_and_quit(places: Places) -> None:
    client = connected(places)
    pid = client.status()["pid"]
    assert pid != os.getpid()
    again = connected(places)
    assert again.status()["pid"] == pid
    client.quit_engine()
    assert not WriterLock.is_held(places)
    assert Client.connect(places, print) is None
    with pytest.raises(KnownError) as caught:
        again.status()
    assert caught.value.code == "engine_gone"
    client.close()
    again.close()


def test_of_two_engines_started_at_once_one_wins_and_everybody_reaches_it(places: Places) -> None:
    for _ in range(10):
        both = [subprocess.Popen(stub(places), stderr=subprocess.DEVNULL) for _ in range(2)]
        clients: list[Client] = []
        while len(clients) < 2:
            client = Client.connect(places, print)
            if client is not None:
                clients.append(client)
        (winner,) = {client.status()["pid"] for client in clients}
        (loser,) = [engine for engine in both if engine.pid != winner]
        assert loser.wait(10) == 1
        clients[0].quit_engine()
        for engine in both:
            engine.wait(10)
        for client in clients:
            client.close()


def test_clients_that_start_an_engine_at_once_reach_the_same(places: Places) -> None:
    clients: list[Client] = []
    threads = [threading.Thread(target=lambda: clients.append(connected(places))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert len({client.status()["pid"] for client in clients}) == 1
    assert len(clients) == 4
    clients[0].quit_engine()
    for client in clients:
        client.close()


def test_a_killed_engine_is_told_to_all_that_wait_and_started_again(places: Places) -> None:
    client, codes = connected(places), list[str]()
    pid = client.status()["pid"]
    begun = threading.Event()

    def code(call: Callable[[], object]) -> None:
        with pytest.raises(KnownError) as caught:
            call()
        codes.append(caught.value.code)

    waiting = [
        threading.Thread(target=code, args=(lambda: client.search("sleep 60"),)),
        threading.Thread(target=code, args=(lambda: client.index([], lambda s: begun.set(), threading.Event()),)),
    ]
    for thread in waiting:
        thread.start()
    assert begun.wait(10)
    os.kill(pid, signal.SIGKILL)
    for thread in waiting:
        thread.join(10)
    assert codes == ["engine_gone", "engine_gone"]
    client.close()
    # Socket, key and card of the dead one are still there.
    assert places.engine_json.exists()
    assert Client.connect(places, print) is None
    again = connected(places)
    assert again.status()["pid"] != pid
    again.quit_engine()
    again.close()


def test_sigterm_ends_an_engine_cleanly(places: Places) -> None:
    client = connected(places)
    os.kill(client.status()["pid"], signal.SIGTERM)
    assert client.lost.wait(10)
    until(lambda: not WriterLock.is_held(places))
    assert {path.name for path in places.data.iterdir()} == {"logs", "writer.lock"}
    client.close()


def test_an_engine_that_cannot_start_is_told_with_its_reason(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    places.logs.joinpath("hunch.log").write_text("an old line\n", encoding="utf-8")
    write = "import sys; open(sys.argv[1], 'a').write('the disk said no\\n'); sys.exit(1)"
    monkeypatch.setattr(
        find, "_command", lambda places: [sys.executable, "-c", write, str(places.logs / "hunch.log")]
    )
    with pytest.raises(KnownError) as caught:
        Client.connect(places, print, start=True)
    assert caught.value.code == "engine_not_started"
    assert "the disk said no" in caught.value.message
    assert "an old line" not in caught.value.message


def test_a_lock_held_by_somebody_else_is_told_as_such(places: Places) -> None:
    with WriterLock(places), pytest.raises(KnownError) as caught:
        Client.connect(places, print, start=True, wait_s=1)
    assert caught.value.code == "index_busy"


def test_an_engine_of_another_version_is_told_with_what_to_do(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "Hello", lambda hunch, protocol: Hello("9.9", 2))
    made = Server(places, StubFace(), lambda: None)
    made.start()
    for start in (False, True):
        with pytest.raises(KnownError) as caught:
            Client.connect(places, print, start=start)
        assert caught.value.code == "protocol"
        assert "9.9" in caught.value.message
        assert str(os.getpid()) in caught.value.message
    made.close()


def test_a_stopped_engine_keeps_nobody_waiting_for_ever(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("indexer.protocol.wire.HANDSHAKE_SECONDS", 0.3)
    client = connected(places)
    pid = client.status()["pid"]
    os.kill(pid, signal.SIGSTOP)
    assert Client.connect(places, print) is None
    os.kill(pid, signal.SIGCONT)
    client.quit_engine()
    client.close()


class Listener:
    """What a program that stays hears."""

    def __init__(self, places: Places) -> None:
        self.links: list[Link] = []
        self.pids: list[int] = []
        self.kept = KeptClient(places, tell=print, on_link=self.links.append, on_status=self._status)

    def _status(self, status: dict[str, Any]) -> None:
        self.pids.append(status["pid"])

    @property
    def states(self) -> list[str]:
        return [link.state for link in self.links]


def test_a_kept_connection_is_made_again_after_a_crash_and_not_after_quit(places: Places) -> None:
    listener = Listener(places)
    until(lambda: len(listener.pids) == 1)
    os.kill(listener.pids[0], signal.SIGKILL)
    until(lambda: len(listener.pids) == 2)
    assert listener.states == ["connecting", "connected", "waiting", "connecting", "connected"]
    assert listener.kept.client.search("a").query == "a"
    listener.kept.client.quit_engine()
    until(lambda: listener.states[-1] == "ended")
    assert not WriterLock.is_held(places)
    with pytest.raises(KnownError):
        _ = listener.kept.client
    listener.kept.retry()
    until(lambda: len(listener.pids) == 3)
    listener.kept.client.quit_engine()
    listener.kept.close()


@pytest.mark.skipif(sys.platform == "win32", reason="stops a process")
def test_an_engine_that_hangs_is_ended_and_another_started(places: Places) -> None:
    listener = Listener(places)
    until(lambda: len(listener.pids) == 1)
    hangs = psutil.Process(listener.pids[0])
    hangs.suspend()
    listener.kept.restart()
    assert not hangs.is_running() or hangs.status() == psutil.STATUS_ZOMBIE
    until(lambda: len(listener.pids) == 2)
    assert listener.kept.client.search("a").query == "a"
    listener.kept.client.quit_engine()
    listener.kept.close()


@pytest.mark.skipif(sys.platform == "win32", reason="stops a process")
def test_the_real_engine_is_ended_while_a_connection_to_it_is_being_made(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(find, "_command", REAL)
    client = connected(places)
    engine = client.status()["engine"]["pid"]
    psutil.Process(engine).suspend()
    states: list[str] = []
    pids: list[int] = []
    kept = KeptClient(
        places, tell=lambda text: None, on_link=lambda link: states.append(link.state),
        on_status=lambda status: pids.append(status["engine"]["pid"]),
    )
    until(lambda: states == ["connecting"])
    kept.restart()
    assert client.lost.wait(5)
    until(lambda: bool(pids), 30)
    assert engine not in pids
    kept.client.quit_engine()
    kept.close()
    client.close()


def test_an_engine_that_listens_ends_as_it_should(places: Places) -> None:
    listener = Listener(places)
    until(lambda: len(listener.pids) == 1)
    began = time.monotonic()
    listener.kept.restart()
    until(lambda: len(listener.pids) == 2)
    assert time.monotonic() - began < 5
    assert listener.pids[0] != listener.pids[1]
    listener.kept.client.quit_engine()
    until(lambda: listener.states[-1] == "ended")
    listener.kept.restart()
    until(lambda: len(listener.pids) == 3)
    listener.kept.client.quit_engine()
    listener.kept.close()


def test_no_other_process_is_ended(places: Places) -> None:
    sleeper = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)  # engine"])
    ours = Card("nowhere", os.getpid(), "1", 1)
    try:
        # The number on a card left behind may be anybody's by now.
        Card("nowhere", sleeper.pid, "1", 1).write(places)
        find.end_by_force(places)
        with WriterLock(places):
            find.end_by_force(places)
            # Another program of Hunch, which is no engine, may hold the lock.
            ours.write(places)
            find.end_by_force(places)
        assert sleeper.poll() is None
    finally:
        sleeper.kill()
        sleeper.wait()


def test_an_engine_that_cannot_be_ended_is_named(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    client = connected(places)
    pid = client.status()["pid"]

    def refuse(process: psutil.Process) -> None:
        raise psutil.AccessDenied(process.pid)

    with monkeypatch.context() as patched:
        patched.setattr(psutil.Process, "terminate", refuse)
        with pytest.raises(KnownError, match=str(pid)) as caught:
            find.end_by_force(places)
    assert caught.value.code == "engine_busy"
    client.quit_engine()
    client.close()


def test_a_kept_connection_gives_up_after_several_tries(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_FIRST_PAUSE_SECONDS", 0.001)
    monkeypatch.setattr(kept, "_TRIES", 3)
    monkeypatch.setattr(kept, "_LOOK_SECONDS", 0.05)
    monkeypatch.setattr(find, "_command", lambda places: ["/bin/false"])
    listener = Listener(places)
    until(lambda: listener.states[-1] == "failed")
    assert listener.states == ["connecting", "waiting"] * 2 + ["connecting", "failed"]
    assert "could not be started" in listener.links[-1].message
    # Somebody else starts one: that is noticed.
    monkeypatch.setattr(find, "_command", stub)
    client = connected(places)
    until(lambda: listener.states[-1] == "connected")
    client.quit_engine()
    client.close()
    listener.kept.close()


def test_a_kept_connection_can_be_closed_while_it_waits(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(find, "_command", lambda places: [sys.executable, "-c", "import time; time.sleep(2)"])
    listener = Listener(places)
    until(lambda: listener.states == ["connecting"])
    began = time.monotonic()
    listener.kept.close()
    assert time.monotonic() - began < 1


def test_the_client_loads_neither_the_database_nor_numpy() -> None:
    code = "import sys, indexer.client; print(sorted({'apsw', 'numpy', 'tomlkit', 'rich'} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip() == "[]"
