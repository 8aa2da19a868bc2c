"""Priorities of real processes and threads."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from indexer.manners import lower
from indexer.manners.priority import NICE

linux = pytest.mark.skipif(sys.platform != "linux", reason="Linux gives every thread a priority of its own")

_THREADS = "import sys, threading; threading.Thread(target=sys.stdin.read).start(); print(flush=True)"


@pytest.fixture
def child() -> Iterator[subprocess.Popen[bytes]]:
    """A process with two threads, in a session of its own as all our children are."""
    process = subprocess.Popen(
        [sys.executable, "-c", _THREADS], stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
    )
    with process:
        assert process.stdout is not None
        process.stdout.readline()
        yield process
        process.kill()


def test_a_child_is_lowered(child: subprocess.Popen[bytes]) -> None:
    lower(child.pid)
    process = psutil.Process(child.pid)
    if sys.platform == "win32":
        assert process.nice() == psutil.IDLE_PRIORITY_CLASS
    else:
        assert process.nice() == NICE


@linux
def test_all_threads_the_disk_and_the_session_are_lowered(child: subprocess.Popen[bytes]) -> None:
    lower(child.pid)
    process = psutil.Process(child.pid)
    threads = process.threads()
    assert len(threads) == 2
    assert {os.getpriority(os.PRIO_PROCESS, thread.id) for thread in threads} == {NICE}
    assert process.ionice().ioclass == psutil.IOPRIO_CLASS_IDLE
    group = Path(f"/proc/{child.pid}/autogroup")
    if group.exists():
        assert group.read_text().split()[-1] == str(NICE)


@linux
def test_a_child_that_shares_our_session_leaves_it_alone() -> None:
    group = Path("/proc/self/autogroup")
    before = group.read_text() if group.exists() else ""
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        lower(process.pid)
        assert os.getpriority(os.PRIO_PROCESS, process.pid) == NICE
        process.kill()
    assert (group.read_text() if group.exists() else "") == before


def test_a_process_that_is_gone_is_no_matter() -> None:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    lower(process.pid)


@pytest.mark.skipif(sys.platform == "win32", reason="refusals are made with POSIX users")
def test_a_process_that_is_not_ours_is_no_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "setpriority", refuse)
    monkeypatch.setattr(psutil.Process, "nice", refuse)
    monkeypatch.setattr(psutil.Process, "ionice", refuse)
    monkeypatch.setattr(os, "getsid", refuse)
    lower(os.getpid())

