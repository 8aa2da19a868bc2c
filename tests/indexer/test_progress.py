"""The time left against simulated work whose truth is known."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.manners import Wait
from indexer.progress import Progress, ProgressSnapshot

_WAIT = Wait("battery", "On battery.")


@dataclass
class Worker:
    """Reads files one by one and embeds what they gave in batches, as a simulation with a clock of its own.

    Attributes:
        files: seconds to read and passages of each file still to be read.
        passage_s: seconds a passage takes to embed.
        together: files read before what they gave is embedded.
    """

    files: list[tuple[float, int]]
    passage_s: float = 0.02
    together: int = 20
    batch: int = 16
    now: float = 1000.0

    def __post_init__(self) -> None:
        self.progress = Progress()
        self.read = self.gave = self.embedded = 0
        self.left = sum(seconds + passages * self.passage_s for seconds, passages in self.files)

    @property
    def due(self) -> int:
        return self.gave - self.embedded

    def work(self) -> Iterator[ProgressSnapshot]:
        """Do it all, with a look after each step, and every second within one."""
        self.files.reverse()
        while self.files or self.due:
            for _ in range(min(self.together, len(self.files))):
                self._tell_read()
                seconds, passages = self.files[-1]
                yield from self._pass(seconds)
                self.files.pop()
                self.read += 1
                self.gave += passages
            self._tell_read()
            while self.due:
                self.progress.embedding(self.embedded, self.due, self.now)
                count = min(self.batch, self.due)
                yield from self._pass(count * self.passage_s)
                self.embedded += count
            self.progress.embedding(self.embedded, self.due, self.now)
        self.progress.idle(self.now)

    def _tell_read(self) -> None:
        self.progress.reading(self.read, len(self.files), self.gave, "/a file", self.now)

    def _pass(self, seconds: float) -> Iterator[ProgressSnapshot]:
        while seconds > 0:
            part = min(seconds, 1.0)
            seconds -= part
            self.now += part
            self.left -= part
            yield self.progress.snapshot(self.now)


def _check_calm(looks: list[tuple[float, float | None]]) -> None:
    """Time and time left of each look: never 10 % more than a second before, nor than the look before."""
    shown = [(now, left) for now, left in looks if left is not None]
    for (before, earlier), (after, later) in pairwise(shown):
        assert later <= max(earlier * 1.10 ** max(1.0, after - before), earlier + after - before)


@settings(max_examples=25, deadline=None)
@given(st.floats(0.03, 2.0), st.integers(1, 60), st.floats(0.003, 0.1), st.integers(1, 50))
def test_steady_work_is_foretold(file_s: float, passages: int, passage_s: float, together: int) -> None:
    count = int(200 / (file_s + passages * passage_s)) + 3 * together
    worker = Worker([(file_s, passages)] * count, passage_s, together)
    begun, looks = worker.now, []
    for look in worker.work():
        looks.append((worker.now, look.eta_s))
        if worker.now - begun < 10:
            assert look.eta_s is None
        # What was read or embedded so far is known by whole pieces only; before both kinds were seen nothing is.
        if look.eta_s is not None and worker.now - begun >= 20:
            step = file_s + worker.batch * passage_s
            assert look.eta_s == pytest.approx(worker.left, rel=0.15, abs=2 * step)
    _check_calm(looks)
    assert looks[-1][1] is not None
    done = worker.progress.snapshot(worker.now)
    assert (done.phase, done.eta_s, done.files_pending, done.passages_due) == ("idle", None, 0, 0)


def test_one_slow_file_is_no_prophecy() -> None:
    worker = Worker([*[(0.1, 5)] * 500, (120.0, 4000), *[(0.1, 5)] * 1500])
    looks = [(worker.now, worker.left, len(worker.files), look.eta_s) for look in worker.work()]
    before = next(eta for _, _, files, eta in looks if files == 1501)
    during = [eta for _, _, files, eta in looks if files == 1501]
    assert before is not None
    assert all(eta is not None and 0 < eta <= before * 1.02 for eta in during)
    after = [(left, eta) for _, left, files, eta in looks if files < 1000]
    assert all(eta == pytest.approx(left, rel=0.2, abs=3) for left, eta in after)
    _check_calm([(now, eta) for now, _, _, eta in looks])


def test_files_that_are_all_slower_now_are_believed_in_time() -> None:
    worker = Worker([*[(0.25, 5)] * 240, *[(5.0, 5)] * 150], together=10)
    looks = [(worker.now, worker.left, len(worker.files), look.eta_s) for look in worker.work()]
    # Less than five minutes after the change to files that take twenty times as long.
    assert all(eta == pytest.approx(left, rel=0.2, abs=10) for _, left, files, eta in looks if files < 95)
    _check_calm([(now, eta) for now, _, _, eta in looks])


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.floats(0.001, 3.0), st.integers(0, 80)), min_size=100, max_size=200), st.integers(1, 40))
def test_whatever_the_files_it_stays_calm(files: list[tuple[float, int]], together: int) -> None:
    worker = Worker(files, together=together)
    looks = [(worker.now, look.eta_s) for look in worker.work()]
    assert all(eta is None or eta >= 0 for _, eta in looks)
    _check_calm(looks)


def test_bursts_of_small_and_large_files_even_out() -> None:
    worker = Worker([*[(0.02, 2)] * 30, *[(1.0, 40)] * 5] * 40)
    looks = [(worker.now, worker.left, look.eta_s) for look in worker.work()]
    late = [(left, eta) for now, left, eta in looks if now > looks[0][0] + 60 and left > 20]
    assert all(eta == pytest.approx(left, rel=0.3) for left, eta in late)
    _check_calm([(now, eta) for now, _, eta in looks])


def test_new_files_raise_it_but_gradually() -> None:
    worker = Worker([(0.1, 5)] * 400)
    looks: list[tuple[float, float | None]] = []
    arrived = 0.0
    for look in worker.work():
        looks.append((worker.now, look.eta_s))
        if len(worker.files) == 100 and not arrived:
            worker.files[:0] = [(0.1, 5)] * 3000
            worker.left += 3000 * 0.2
            arrived = worker.now
    _check_calm(looks)
    assert max(eta for now, eta in looks if eta and arrived < now < arrived + 5) < 60
    assert max(eta for now, eta in looks if eta and arrived < now < arrived + 90) > 450


def test_many_deleted_files_lower_it() -> None:
    worker = Worker([(0.1, 5)] * 4000)
    looks = []
    gone = 0.0
    for look in worker.work():
        looks.append((worker.now, worker.left, look.eta_s))
        if len(worker.files) == 3000 and not gone:
            del worker.files[:2500]
            worker.left -= 2500 * 0.2
            gone = worker.now
    assert all(eta == pytest.approx(left, rel=0.15, abs=5) for now, left, eta in looks if now > gone + 75)


def _after_steady_work() -> Worker:
    worker = Worker([(0.1, 5)] * 1000)
    for _ in worker.work():
        if worker.now > 1060:
            break
    return worker


@pytest.mark.parametrize(
    "stop",
    [
        lambda progress, now: progress.waiting(_WAIT, now),
        lambda progress, now: progress.scanning(7, "/folder", now),
    ],
)
def test_waiting_and_scanning_hold_it(stop: Callable[[Progress, float], None]) -> None:
    worker = _after_steady_work()
    before = worker.progress.snapshot(worker.now)
    stop(worker.progress, worker.now)
    held = [worker.progress.snapshot(worker.now + later).eta_s for later in (0, 1, 60, 3600)]
    assert held == [before.eta_s] * 4
    worker.now += 3600
    worker.progress.waiting(None, worker.now)
    look = next(worker.work())
    assert look.eta_s == pytest.approx(worker.left, rel=0.05)
    assert look.rate == pytest.approx(600, rel=0.05)


def test_what_is_shown_while_it_waits_and_after() -> None:
    worker = _after_steady_work()
    worker.progress.reading(worker.read, 9, worker.gave, "/in hand", worker.now)
    assert worker.progress.snapshot(worker.now).phase == "read"
    worker.progress.waiting(_WAIT, worker.now)
    look = worker.progress.snapshot(worker.now)
    assert (look.phase, look.wait, look.current, look.rate, look.files_pending) == ("wait", _WAIT, None, None, 9)
    worker.progress.waiting(None, worker.now)
    look = worker.progress.snapshot(worker.now)
    assert (look.phase, look.wait, look.current) == ("read", None, "/in hand")


def test_a_scan_is_shown_by_what_it_saw() -> None:
    progress = Progress()
    progress.scanning(12, "/folder", 0)
    look = progress.snapshot(5)
    assert (look.phase, look.seen, look.current, look.rate, look.eta_s) == ("scan", 12, "/folder", None, None)


def test_rates_are_those_of_the_phase() -> None:
    worker = Worker([(0.1, 5)] * 1000)
    rates: dict[str, list[float | None]] = {"read": [], "embed": []}
    for look in worker.work():
        if worker.now > 1020:
            rates[look.phase].append(look.rate)
    assert rates["read"] == [pytest.approx(600, rel=0.05)] * len(rates["read"])
    assert rates["embed"] == [pytest.approx(3000, rel=0.05)] * len(rates["embed"])


def test_a_model_that_loads_first_does_not_spoil_it() -> None:
    worker = Worker([(0.1, 5)] * 600)
    worker.progress.embedding(0, 0, worker.now)
    worker.now += 8
    looks = [(worker.now, worker.left, look.eta_s) for look in worker.work()]
    assert all(eta == pytest.approx(left, rel=0.15, abs=3) for now, left, eta in looks if now > 1028)


def test_without_a_model_reading_alone_counts() -> None:
    progress = Progress()
    for done in range(300):
        progress.reading(done, 300 - done, 0, "/a", done * 0.1)
    assert progress.snapshot(30).eta_s == pytest.approx(0, abs=1)
    assert progress.snapshot(30).rate == pytest.approx(600, rel=0.01)


def test_the_next_work_counts_from_nothing() -> None:
    worker = _after_steady_work()
    worker.progress.idle(worker.now)
    worker.progress.reading(0, 50, 0, "/new", worker.now + 100)
    look = worker.progress.snapshot(worker.now + 105)
    assert (look.files_done, look.files_pending, look.passages_done, look.passages_due) == (0, 50, 0, 0)
    assert look.eta_s is None


def test_looking_often_or_seldom_shows_the_same() -> None:
    shown = []
    for looks in (1, 40):
        progress = Progress()
        for second in range(60):
            progress.reading(10 * second, 1000 - 10 * second + 20 * max(0, second - 30), 0, "/a", second)
            for look in range(looks):
                progress.snapshot(second + look / looks)
        shown.append(progress.snapshot(60).eta_s)
    assert shown[0] is not None
    assert shown[0] == pytest.approx(shown[1], rel=0.03)
