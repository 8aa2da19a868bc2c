"""Every way a child can end, with real processes."""

from __future__ import annotations

import time
from collections.abc import Iterator

import psutil
import pytest

from indexer.child import Child, ChildError

_LOOP = """
import os, sys, time
from models.frames import read_frame, write_frame
source, sink = sys.stdin.buffer, sys.stdout.buffer
grown = []
while (frame := read_frame(source)) is not None:
    wish = frame[0]["wish"]
    if wish == "echo": write_frame(sink, {}, frame[1]); continue
    if wish == "hang": time.sleep(600)
    if wish == "die": os.kill(os.getpid(), 9)
    if wish == "exit": sys.exit(3)
    if wish == "garbage": sink.write(b"not a frame at all, but long enough"); sink.flush(); continue
    if wish == "grow":
        while True: grown.append(bytearray(8 << 20)); time.sleep(0.01)
    if wish == "family":
        import subprocess
        child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
        write_frame(sink, {"pid": child.pid}); continue
    write_frame(sink, {"ok": wish}, b"bytes")
"""


@pytest.fixture
def child() -> Iterator[Child]:
    child = Child(["-c", _LOOP], memory_bytes=400 << 20)
    yield child
    child.kill()


def test_answers_in_order(child: Child) -> None:
    assert [child.request({"wish": n}, deadline_s=20) for n in range(3)] == [({"ok": n}, b"bytes") for n in range(3)]


def test_a_payload_goes_with_the_request(child: Child) -> None:
    data = bytes(range(256)) * 4096
    assert child.request({"wish": "echo"}, data, deadline_s=20) == ({}, data)


@pytest.mark.parametrize(
    ("wish", "code"),
    [("hang", "timed_out"), ("die", "crashed"), ("exit", "crashed"), ("garbage", "crashed"), ("grow", "out_of_memory")],
)
def test_a_lost_child_is_reported_ended_and_replaced(child: Child, wish: str, code: str) -> None:
    child.request({"wish": "start"}, deadline_s=20)
    first = child.pid
    assert first is not None
    with pytest.raises(ChildError) as caught:
        child.request({"wish": wish}, deadline_s=2 if wish == "hang" else 20)
    assert caught.value.code == code
    assert not psutil.pid_exists(first)
    assert child.request({"wish": "again"}, deadline_s=20)[0] == {"ok": "again"}
    assert child.pid != first


def test_killed_while_idle_is_replaced(child: Child) -> None:
    child.request({"wish": 1}, deadline_s=20)
    psutil.Process(child.pid).kill()
    psutil.Process(child.pid).wait()
    assert child.request({"wish": 2}, deadline_s=20)[0] == {"ok": 2}


def test_a_child_that_never_reads_does_not_block_the_sender() -> None:
    deaf = Child(["-c", "import time; time.sleep(600)"])
    with pytest.raises(ChildError):
        deaf.request({"wish": "x" * (4 << 20)}, deadline_s=1)
    assert deaf.pid is None


def test_a_child_that_does_not_start_is_an_error() -> None:
    with pytest.raises(ChildError) as caught:
        Child(["-c", "syntax error"]).request({}, deadline_s=20)
    assert caught.value.code == "crashed"


def test_what_the_child_started_ends_with_it(child: Child) -> None:
    pid = child.request({"wish": "family"}, deadline_s=20)[0]["pid"]
    with pytest.raises(ChildError):
        child.request({"wish": "hang"}, deadline_s=0.5)
    end = time.monotonic() + 10
    while _runs(pid) and time.monotonic() < end:
        time.sleep(0.02)
    assert not _runs(pid)


def _runs(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def test_close_ends_a_listening_child(child: Child) -> None:
    child.request({"wish": 1}, deadline_s=20)
    pid = child.pid
    child.close()
    assert pid is not None
    assert not psutil.pid_exists(pid)
