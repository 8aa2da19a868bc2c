"""Errands are done by one thread, in order, and whoever asked gets the answer or the error."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from indexer.errors import KnownError
from indexer.service.errands import Errands
from tests.helpers.outcome import outcome


class Runner:
    """A thread that does errands until ``end``. ``failure``: what ended it."""

    def __init__(self) -> None:
        self.woken = threading.Event()
        self.errands = Errands(self.woken.set)
        self.failure: KnownError | None = None
        self._ending = threading.Event()
        self.thread = threading.Thread(target=self._run)
        self.thread.start()

    def end(self) -> None:
        self._ending.set()
        self.woken.set()
        self.thread.join()

    def _run(self) -> None:
        try:
            while not self._ending.is_set():
                self.woken.wait()
                self.woken.clear()
                self.errands.run()
        except KnownError as error:
            self.failure = error
        finally:
            self.errands.end()


@pytest.fixture
def runner() -> Iterator[Runner]:
    runner = Runner()
    yield runner
    runner.end()


def test_all_are_done_in_one_thread_and_answered(runner: Runner) -> None:
    threads: list[threading.Thread] = []

    def square(number: int) -> int:
        threads.append(threading.current_thread())
        return number * number

    def ask(number: int) -> int:
        return runner.errands.do(lambda: square(number))

    with ThreadPoolExecutor(16) as pool:
        assert list(pool.map(ask, range(500))) == [number * number for number in range(500)]
    assert set(threads) == {runner.thread}
    assert len(threads) == 500


@pytest.mark.parametrize("error", [KnownError("not_indexed", "No."), ZeroDivisionError()])
def test_an_error_goes_to_whoever_asked_and_nowhere_else(error: Exception, runner: Runner) -> None:
    with pytest.raises(type(error)) as raised:
        runner.errands.do(lambda: _fail(error))
    assert raised.value is error
    assert runner.errands.do(lambda: 1) == 1


def test_damage_is_told_to_both(runner: Runner) -> None:
    damage = KnownError("index_damaged", "Oh.")
    assert outcome(lambda: runner.errands.do(lambda: _fail(damage))) == "index_damaged"
    runner.thread.join()
    assert runner.failure is damage
    assert outcome(lambda: runner.errands.do(lambda: 1)) == "engine_gone"


def test_run_says_how_many_it_did() -> None:
    errands = Errands(lambda: None)
    assert errands.run() == 0
    asking = [threading.Thread(target=errands.do, args=(lambda: None,)) for _ in range(3)]
    for thread in asking:
        thread.start()
    done = 0
    while done < 3:
        done += errands.run()
    for thread in asking:
        thread.join()
    assert errands.run() == 0


def test_those_that_wait_at_the_end_are_told() -> None:
    waiting = threading.Semaphore(0)
    errands = Errands(waiting.release)
    found: list[str] = []
    asking = [
        threading.Thread(target=lambda: found.append(outcome(lambda: errands.do(_never)))) for _ in range(3)
    ]
    for thread in asking:
        thread.start()
    for _ in asking:
        waiting.acquire()
    errands.end()
    for thread in asking:
        thread.join()
    assert found == ["engine_gone"] * 3
    assert errands.run() == 0


def _fail(error: Exception) -> None:
    raise error


_never: Callable[[], None] = lambda: pytest.fail("it was done after the end")  # noqa: E731
