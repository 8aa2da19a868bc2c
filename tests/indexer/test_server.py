"""The server on real sockets, with clients that do what they should not."""

from __future__ import annotations

import json
import logging
import os
import socket
import stat
import struct
import sys
import threading
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from multiprocessing import AuthenticationError, connection
from multiprocessing.connection import answer_challenge, deliver_challenge
from pathlib import Path
from typing import Any

import pytest

from indexer.client import Client
from indexer.errors import KnownError
from indexer.protocol import frames, wire
from indexer.protocol.card import Card, read_key
from indexer.runtime import Places, WriterLock
from indexer.server import Server, door, outbox, peer, server
from indexer.server.outbox import Outbox
from tests.helpers.stub_engine import StubFace, made_up

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="speaks to the socket directly")


@pytest.fixture
def places(tmp_path: Path) -> Places:
    made = Places.find(tmp_path / "data")
    made.create()
    return made


@pytest.fixture
def face() -> StubFace:
    return StubFace()


@pytest.fixture
def quits() -> list[bool]:
    return []


@pytest.fixture
def served(places: Places, face: StubFace, quits: list[bool]) -> Iterator[Server]:
    threads = set(threading.enumerate())
    with WriterLock(places):
        made = Server(places, face, lambda: quits.append(True))
        face.tell = made.tell
        made.start()
        yield made
        began = time.monotonic()
        made.close()
        assert time.monotonic() - began < 5
    until(lambda: set(threading.enumerate()) <= threads)
    assert not places.engine_json.exists()
    assert not places.engine_key.exists()
    assert not (places.data / "engine.sock").exists()


@pytest.fixture
def clients(served: Server, places: Places) -> Iterator[Callable[..., Client]]:
    made: list[Client] = []

    def connect(tell: Callable[[str], None] = lambda message: None) -> Client:
        client = Client.connect(places, tell)
        assert client is not None
        made.append(client)
        return client

    yield connect
    for client in made:
        client.close()


def until(condition: Callable[[], bool], seconds: float = 5) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "did not happen"
        time.sleep(0.005)


class Raw:
    """A connection whose bytes are ours to spoil."""

    def __init__(self, places: Places, *, proven: bool = True) -> None:
        card, key = Card.read(places), read_key(places)
        assert card is not None
        assert key is not None
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.connect(card.address)
        self.end = connection.Connection(os.dup(self.socket.fileno()))
        if proven:
            self.prove(key)

    def prove(self, key: bytes) -> None:
        answer_challenge(self.end, key)
        deliver_challenge(self.end, key)
        self.hello = json.loads(self.end.recv_bytes(1_000))

    def __enter__(self) -> Raw:
        return self

    def __exit__(self, *raised: object) -> None:
        self.socket.close()
        self.end.close()

    def ask(self, frame: bytes) -> dict[str, Any]:
        self.end.send_bytes(frame)
        answer: dict[str, Any] = json.loads(self.end.recv_bytes(1 << 20))
        return answer

    def is_dropped(self, seconds: float = 20) -> bool:
        """Whether the server ends the connection within the time."""
        self.socket.settimeout(seconds)
        try:
            while self.socket.recv(1 << 16):
                pass
        except ConnectionError:
            return True
        except TimeoutError:
            return False
        return True


def test_every_request_reaches_the_engine_and_its_answer_the_client(
    clients: Callable[..., Client], face: StubFace
) -> None:
    told: list[str] = []
    client = clients(told.append)
    found = client.search("a\udce9b", limit=3, mode="words", kinds=frozenset({"pdf"}), folder="/d\udc80")
    assert found == made_up("a\udce9b", "/d\udc80")
    assert client.similar("/x", limit=2) == made_up("/x", "/x")
    assert client.why("a\udce9b", "boiler") == face.why("a\udce9b", "boiler")
    assert client.duplicates() == face.duplicates()
    assert client.duplicates("same picture", 0) == face.duplicates("same picture", 0)
    steps: list[tuple[int, int]] = []
    judged = client.evaluate(3, ["all", "words"], 5, lambda done, total: steps.append((done, total)), threading.Event())
    assert judged == face.evaluate(3, ["all", "words"], 5, lambda done, total: None, threading.Event())
    assert steps[-1][1] == 3
    assert client.details("/x") == face.details("/x")
    assert client.views(["ab", "cd"]) == {"ab": "d2VicA==", "cd": "d2VicA=="}
    assert client.page("/x", 2, 800, "a passage") == face.page("/x", 2, 800, "a passage")
    assert client.page("/x", 1, 10, "").marks == ()
    assert client.recent(3) == face.recent(3)
    assert client.folders("flat") == ["/docs/flat"]
    assert client.measure("/x") == face.measure("/x")
    assert client.hidden(["*.log", "a/"]) == 2
    client.warm_up()
    assert client.status() == face.state
    assert client.problems() == face.problems()
    assert client.retry(["/a", "/b"]) == 2
    assert client.models() == face.models()
    client.add("/home")
    assert told == ["adding /home"]
    with pytest.raises(KnownError) as caught:
        client.remove("/home")
    assert caught.value == KnownError("not_indexed", "hunch status lists the folders that are.", "/home")
    client.pause(15)
    client.pause(None)
    client.resume()
    assert client.settings_in_force() == {"workers": 2}
    assert client.change_settings({"ignore": ["*.log"], "hidden": True}) == {
        "workers": 2, "ignore": ["*.log"], "hidden": True,
    }
    client.import_model("m", "/p")
    client.use_model("m")
    client.remove_model("m")
    assert client.verify_models(None) == ["m"]
    assert client.verify_models("x") == ["x"]
    assert face.asked[0] == "a\udce9b"
    assert face.asked[1:] == [
        "warm_up", "pause 15.0", "pause None", "resume", "import m /p", "use m", "remove m",
    ]
    with pytest.raises(ValueError, match="mode"):
        client.search("a", mode="magic")


def test_progress_comes_before_the_end(clients: Callable[..., Client]) -> None:
    client = clients()
    steps: list[int] = []
    client.index(["/a"] * 30, lambda snapshot: steps.append(snapshot.done), threading.Event())
    assert steps == sorted(steps)
    assert steps[-1] == 29
    # Not one for each: only the newest counts.
    assert len(steps) < 20
    fetched: list[tuple[int, int]] = []
    client.fetch_model("m", lambda done, total: fetched.append((done, total)))
    assert fetched[-1] == (3, 3)


def test_the_first_answer_comes_before_the_full_one(clients: Callable[..., Client]) -> None:
    first: list[float] = []
    client = clients()
    results = client.search("sleep 0.3", first=lambda found: first.append(time.monotonic()))
    assert results.query == "sleep 0.3"
    assert time.monotonic() - first[0] > 0.2


def test_twenty_clients_at_once_each_get_their_own_answers(clients: Callable[..., Client]) -> None:
    wrong: list[str] = []
    everybody = [clients() for _ in range(20)]
    start = threading.Barrier(len(everybody))

    def ask(number: int, client: Client) -> None:
        start.wait()
        for turn in range(25):
            query = f"{number}-{turn}"
            first: list[str] = []
            found = client.search(query, first=lambda found, to=first: to.append(found.query))  # type: ignore[misc]
            if found.query != query or first != [f"first {query}"] or client.verify_models(query) != [query]:
                wrong.append(query)

    threads = [threading.Thread(target=ask, args=pair) for pair in enumerate(everybody)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert wrong == []


def test_several_threads_of_one_client_get_their_own_answers(clients: Callable[..., Client]) -> None:
    client, found = clients(), dict[int, str]()
    threads = [
        threading.Thread(target=lambda n=n: found.update({n: client.search(f"q{n}").query})) for n in range(20)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert found == {n: f"q{n}" for n in range(20)}


def test_searches_run_beside_each_other_and_beside_long_work(clients: Callable[..., Client]) -> None:
    client, stop = clients(), threading.Event()
    long = [
        threading.Thread(target=client.index, args=([], lambda snapshot: None, stop)),
        threading.Thread(target=lambda: _code(lambda: client.fetch_model("endless", lambda done, total: None))),
    ]
    slow = [threading.Thread(target=client.search, args=("sleep 0.5",)) for _ in range(4)]
    began = time.monotonic()
    for thread in [*long, *slow]:
        thread.start()
    assert client.status()["state"] == "idle"
    assert time.monotonic() - began < 0.5
    for thread in slow:
        thread.join()
    assert time.monotonic() - began < 1.5
    stop.set()
    long[0].join(5)
    assert not long[0].is_alive()


def _code(call: Callable[[], object]) -> str:
    with pytest.raises(KnownError) as caught:
        call()
    return caught.value.code


def test_a_search_that_is_called_off_answers_at_once(clients: Callable[..., Client], face: StubFace) -> None:
    client, codes = clients(), list[str]()
    threads = [
        threading.Thread(target=lambda: codes.append(_code(lambda: client.search("sleep 0.6")))) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    until(lambda: len(face.asked) == 4)
    began = time.monotonic()
    client.cancel_searches()
    for thread in threads:
        thread.join(5)
    assert time.monotonic() - began < 0.4
    assert codes == ["cancelled"] * 8
    assert client.search("next").query == "next"
    # Those that still waited never began.
    assert face.asked == ["sleep 0.6"] * 4 + ["next"]


def test_stop_ends_the_waiting_for_the_index_and_its_work(clients: Callable[..., Client], face: StubFace) -> None:
    client, stop = clients(), threading.Event()
    client.index([], lambda snapshot: stop.set(), stop)
    assert face.stopped.wait(5)
    assert client.status()


def test_counting_a_folder_ends_when_nobody_wants_it_any_more(
    clients: Callable[..., Client], face: StubFace
) -> None:
    client, stop = clients(), threading.Event()
    threading.Timer(0.1, stop.set).start()
    with pytest.raises(KnownError) as caught:
        client.measure("/endless", stop)
    assert caught.value.code == "cancelled"
    assert face.stopped.wait(5)


def test_an_evaluation_ends_when_it_is_called_off_and_keeps_nobody_waiting(
    clients: Callable[..., Client], face: StubFace
) -> None:
    client, stop = clients(), threading.Event()

    def asked(done: int, total: int) -> None:
        assert client.search("a")
        assert client.why("/x", "a").place == 3
        stop.set()

    with pytest.raises(KnownError) as caught:
        client.evaluate(10_000, ["all"], 0, asked, stop)
    assert caught.value.code == "cancelled"
    assert face.stopped.wait(5)


def test_what_a_window_looks_at_waits_for_nothing_else(clients: Callable[..., Client], face: StubFace) -> None:
    client, ended = clients(), threading.Event()

    def count() -> None:
        with pytest.raises(KnownError):
            client.measure("/endless", ended)

    slow = [threading.Thread(target=client.details, args=("/slow",)) for _ in range(4)]
    slow += [threading.Thread(target=count) for _ in range(4)]
    for thread in slow:
        thread.start()
    began = time.monotonic()
    assert client.search("a")
    assert client.views(["ab"])
    assert client.page("/x", 1, 800, "").pages == 7
    assert client.recent()
    assert client.folders("a")
    assert client.hidden(["a"]) == 1
    assert client.settings_in_force()
    assert client.change_settings({})
    assert time.monotonic() - began < 5
    face.gate.set()
    ended.set()
    for thread in slow:
        thread.join(10)


def test_a_failing_callback_ends_the_download(clients: Callable[..., Client], face: StubFace) -> None:
    def fail(done: int, total: int) -> None:
        raise KeyboardInterrupt

    client = clients()
    with pytest.raises(KeyboardInterrupt):
        client.fetch_model("endless", fail)
    assert face.stopped.wait(5)
    assert client.verify_models("x") == ["x"]


def test_work_ends_with_the_client_that_wanted_it(clients: Callable[..., Client], face: StubFace) -> None:
    client, codes = clients(), list[str]()
    started = threading.Event()
    wait = threading.Thread(target=lambda: codes.append(
        _code(lambda: client.index([], lambda snapshot: started.set(), threading.Event()))
    ))
    wait.start()
    assert started.wait(5)
    client.close()
    wait.join(5)
    assert codes == ["engine_gone"]
    assert face.stopped.wait(5)


def test_a_failure_of_the_engine_is_told_without_what_was_read(
    clients: Callable[..., Client], caplog: pytest.LogCaptureFixture
) -> None:
    client = clients()
    with pytest.raises(KnownError) as caught:
        client.search("broken")
    assert caught.value.code == "engine_failed"
    assert "secret" not in str(caught.value)
    assert "Traceback" not in str(caught.value)
    assert "secret" not in caplog.text
    assert "ZeroDivisionError" in caplog.text
    assert _code(lambda: client.search("known")) == "not_indexed"


@pytest.mark.parametrize(
    "frame", [b"", b"garbage \xff\x00", b"[]", b'{"id": 1, "op": "no"}', b'{"id": 1, "op": "add"}']
)
def test_the_connection_survives_a_sound_frame_without_a_request(
    served: Server, places: Places, frame: bytes
) -> None:
    with Raw(places) as raw:
        assert raw.hello["protocol"] == 1
        error = raw.ask(frame)["error"]
        assert error["code"] == "protocol"
        assert "Traceback" not in error["message"]
        assert raw.ask(b'{"id": 2, "op": "settings"}') == {"id": 2, "ok": {"workers": 2}}


def test_an_id_in_use_and_too_many_requests_are_refused(served: Server, places: Places) -> None:
    with Raw(places) as raw:
        raw.end.send_bytes(b'{"id": 1, "op": "search", "query": "sleep 0.5"}')
        assert raw.ask(b'{"id": 1, "op": "status"}')["error"]["code"] == "protocol"
        for id in range(2, peer.IN_HAND + 1):
            raw.end.send_bytes(json.dumps({"id": id, "op": "index"}).encode())
        raw.end.send_bytes(b'{"id": 99, "op": "status"}')
        while (answer := json.loads(raw.end.recv_bytes()))["id"] != 99:
            assert "event" in answer
        assert answer["error"]["code"] == "engine_busy"


@pytest.mark.parametrize(
    "spoiled",
    [struct.pack("!i", frames.REQUEST_BYTES + 1), struct.pack("!iQ", -1, 1 << 40), b"\x7fgarbage" * 100],
)
def test_an_oversize_frame_ends_only_its_own_connection(
    clients: Callable[..., Client], places: Places, spoiled: bytes
) -> None:
    client = clients()
    with Raw(places) as raw:
        raw.socket.sendall(spoiled)
        assert raw.is_dropped()
    assert client.search("a").query == "a"


def test_half_a_frame_and_silence_end_only_their_own_connection(
    clients: Callable[..., Client], places: Places, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(peer, "FRAME_SECONDS", 0.3)
    caplog.set_level(logging.INFO)
    client = clients()
    with Raw(places) as raw, Raw(places) as quiet:
        raw.socket.sendall(struct.pack("!i", 100) + b'{"id": 1, "op": "search", "query": "secret')
        assert raw.is_dropped()
        assert quiet.ask(b'{"id": 1, "op": "unsubscribe"}') == {"id": 1, "ok": None}
    assert client.search("a").query == "a"
    assert caplog.text.count("half a message") == 1
    assert "secret" not in caplog.text


def test_garbage_and_a_wrong_key_are_not_let_in(clients: Callable[..., Client], places: Places) -> None:
    client = clients()
    with Raw(places, proven=False) as raw, pytest.raises(AuthenticationError):
        raw.prove(bytes(32))
    with Raw(places, proven=False) as raw:
        raw.socket.sendall(b"GET / HTTP/1.0\r\n\r\n")
        assert raw.is_dropped()
    with Raw(places, proven=False) as raw:
        raw.socket.sendall(struct.pack("!i", 20) + b"x" * 20)
        assert raw.is_dropped()
    assert client.search("a").query == "a"


def test_silent_clients_keep_nobody_waiting_and_are_dropped(
    served: Server, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wire, "HANDSHAKE_SECONDS", 0.5)
    silent = [Raw(places, proven=False) for _ in range(10)]
    began = time.monotonic()
    with Raw(places) as raw:
        assert raw.ask(b'{"id": 2, "op": "unsubscribe"}')["ok"] is None
    assert time.monotonic() - began < 0.4
    for one in silent:
        with one:
            assert one.is_dropped()


def test_a_client_that_never_reads_is_dropped(
    clients: Callable[..., Client], places: Places, face: StubFace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(peer, "FULL_SECONDS", 0.5)
    monkeypatch.setattr(outbox, "FULL_BYTES", 100_000)
    face.state["filler"] = "x" * 50_000
    client = clients()
    with Raw(places) as raw:
        raw.socket.settimeout(10)
        frame = b'{"id": 1, "op": "status"}'
        with pytest.raises(ConnectionError):
            raw.socket.sendall((struct.pack("!i", len(frame)) + frame) * 100_000)
    assert client.search("a").query == "a"


def test_too_many_clients_are_turned_away(
    served: Server, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "CLIENTS", 3)
    raws = [Raw(places) for _ in range(3)]
    with Raw(places, proven=False) as one_more:
        assert one_more.is_dropped()
    for raw in raws:
        raw.__exit__()
    client = None
    while client is None:
        client = Client.connect(places, print)
    client.close()


def test_a_subscriber_hears_the_newest_at_most_four_times_a_second(
    served: Server, clients: Callable[..., Client], face: StubFace
) -> None:
    heard: list[tuple[float, int]] = []
    face.state["n"] = -1
    client = clients()
    client.subscribe(lambda status: heard.append((time.monotonic(), status["n"])))
    until(lambda: bool(heard))
    end = time.monotonic() + 1.2
    n = 0
    while time.monotonic() < end:
        n += 1
        face.state["n"] = n
        served.changed()
        time.sleep(0.002)
    until(lambda: heard[-1][1] == n)
    gaps = [later - sooner for (sooner, _), (later, _) in pairwise(heard)]
    # What is sent 0.25 s apart may arrive a little closer.
    assert min(gaps) > 0.2
    assert len(heard) <= 8
    assert [n for _, n in heard] == sorted(n for _, n in heard)
    served.changed()
    time.sleep(0.4)
    assert heard[-2][1] != heard[-1][1], "the same status is not told twice"
    client.unsubscribe()
    known = len(heard)
    face.state["n"] = 0
    served.changed()
    time.sleep(0.4)
    assert len(heard) == known


def test_notices_go_to_commands_in_hand_and_to_subscribers(
    served: Server, clients: Callable[..., Client]
) -> None:
    told: dict[str, list[str]] = {"command": [], "subscriber": [], "neither": []}
    command, subscriber = clients(told["command"].append), clients(told["subscriber"].append)
    clients(told["neither"].append)
    subscriber.subscribe(lambda status: None)
    stop = threading.Event()

    def step(snapshot: object) -> None:
        if not told["command"]:
            served.tell("A drive is back.")
        else:
            stop.set()

    command.index([], step, stop)
    until(lambda: "A drive is back." in told["subscriber"])
    assert "A drive is back." in told["command"]
    assert told["neither"] == []


def test_quit_is_answered_and_asked_for_once(clients: Callable[..., Client], quits: list[bool], places: Places) -> None:
    with Raw(places) as raw:
        assert raw.ask(b'{"id": 1, "op": "quit"}') == {"id": 1, "ok": None}
        assert raw.ask(b'{"id": 2, "op": "quit"}') == {"id": 2, "ok": None}
        until(lambda: quits == [True])
        assert raw.ask(b'{"id": 3, "op": "quit"}') == {"id": 3, "ok": None}
    assert quits == [True]


def test_what_is_in_hand_at_the_end_is_told_so(places: Places, face: StubFace) -> None:
    codes: list[str] = []
    with WriterLock(places):
        made = Server(places, face, lambda: None)
        made.start()
        client = Client.connect(places, print)
        assert client is not None
        started = threading.Event()
        wait = threading.Thread(target=lambda: codes.append(
            _code(lambda: client.index([], lambda snapshot: started.set(), threading.Event()))
        ))
        wait.start()
        assert started.wait(5)
        made.close()
        wait.join(5)
    client.close()
    assert codes == ["engine_gone"]
    assert face.stopped.is_set()


def test_a_data_folder_that_vanished_does_not_keep_the_server(places: Places, face: StubFace) -> None:
    made = Server(places, face, lambda: None)
    made.start()
    for path in places.data.iterdir():
        if path.is_file() or path.is_socket():
            path.unlink()
    made.close()
    made.close()


def test_a_stale_socket_is_replaced(places: Places, face: StubFace) -> None:
    left = socket.socket(socket.AF_UNIX)
    left.bind(str(places.data / "engine.sock"))
    left.close()
    assert Client.connect(places, print) is None
    made = Server(places, face, lambda: None)
    made.start()
    client = Client.connect(places, print)
    assert client is not None
    client.close()
    made.close()


def test_a_long_path_listens_in_a_folder_of_ones_own(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, face: StubFace, monkeypatch: pytest.MonkeyPatch
) -> None:
    runtime = tmp_path_factory.getbasetemp() / "r"
    runtime.mkdir(exist_ok=True)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    places = Places.find(tmp_path / ("long" * 30))
    places.create()
    made = Server(places, face, lambda: None)
    made.start()
    card = Card.read(places)
    assert card is not None
    address = Path(card.address)
    assert address.parent.parent == runtime
    assert stat.S_IMODE(address.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(address.stat().st_mode) == 0o600
    client = Client.connect(places, print)
    assert client is not None
    client.close()
    made.close()
    assert not address.exists()
    address.parent.chmod(0o755)
    with pytest.raises(KnownError) as caught:
        door.Door(places)
    assert caught.value.code == "read_only"


def test_nothing_listens_on_a_network(served: Server, places: Places) -> None:
    card = Card.read(places)
    assert card is not None
    assert connection.address_type(card.address) == "AF_UNIX"  # type: ignore[attr-defined]


def test_an_outbox_keeps_order_and_only_the_newest() -> None:
    box = Outbox()
    box.put(b"1")
    for n in range(5):
        box.offer((7, "step"), lambda n=n: b"step %d" % n, 60)  # type: ignore[misc]
    box.put(b"2")
    assert [box.take(), box.take(), box.take()] == [b"1", b"2", b"step 4"]
    # The next of its kind is not due for a minute, unless it is the last.
    box.offer((7, "step"), lambda: b"step 5", 60)
    box.put(b"3")
    assert box.take() == b"3"
    box.settle(7, b"end")
    assert [box.take(), box.take()] == [b"step 5", b"end"]
    box.put(b"4")
    box.offer((8, "step"), lambda: b"never", 60)
    box.finish()
    box.put(b"too late")
    assert [box.take(), box.take()] == [b"4", None]


def test_an_outbox_knows_since_when_it_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outbox, "FULL_MESSAGES", 2)
    box = Outbox()
    box.put(b"1")
    assert box.full_for(time.monotonic() + 9) == 0
    box.put(b"2")
    assert 8 < box.full_for(time.monotonic() + 9) < 10
    box.take()
    assert box.full_for(time.monotonic() + 9) == 0
    box.wait_for_room()
