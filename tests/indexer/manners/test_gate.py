from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest

from indexer.manners import Gate


@contextmanager
def _passing(gate: Gate, stop: threading.Event, most_s: float) -> Iterator[threading.Thread]:
    """A thread that waits at the gate; it must be through soon after the block."""
    thread = threading.Thread(target=gate.let_pass, args=(stop, most_s))
    thread.start()
    yield thread
    thread.join(10)
    assert not thread.is_alive()


def _took(gate: Gate, stop: threading.Event, most_s: float) -> float:
    begun = time.monotonic()
    gate.let_pass(stop, most_s)
    return time.monotonic() - begun


def test_nobody_waits_when_no_search_runs() -> None:
    gate = Gate()
    with gate.query():
        pass
    assert _took(gate, threading.Event(), 30) < 5


def test_indexing_waits_until_the_last_of_many_searches_is_done() -> None:
    gate = Gate()
    with ExitStack() as last:
        last.enter_context(gate.query())
        with _passing(gate, threading.Event(), 60) as waiting, last:
            with gate.query(), gate.query():
                pass
            waiting.join(0.2)
            assert waiting.is_alive()


def test_an_unbroken_stream_of_searches_slows_but_does_not_stop() -> None:
    gate = Gate()
    with gate.query():
        assert 0.2 <= _took(gate, threading.Event(), 0.2) < 5


def test_stopping_ends_the_wait() -> None:
    gate, stop = Gate(), threading.Event()
    with gate.query(), _passing(gate, stop, 60) as waiting:
        waiting.join(0.2)
        assert waiting.is_alive()
        stop.set()
        waiting.join(10)
        assert not waiting.is_alive()


def test_a_search_that_fails_is_over() -> None:
    gate = Gate()
    with pytest.raises(ValueError, match="broken"), gate.query():
        raise ValueError("broken")
    assert _took(gate, threading.Event(), 30) < 5
