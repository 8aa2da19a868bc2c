"""The share of other programs: by made-up figures, and on the machine as it is."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import psutil
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.manners.others import Machine, OtherPrograms, machine
from indexer.manners.own_time import OwnTime

_BURN = """
import os, sys, time
os.nice(int(sys.argv[2]))
end = time.process_time() + float(sys.argv[1])
while time.process_time() < end: sum(range(20_000))
if len(sys.argv) > 3: print(flush=True); sys.stdin.read()
"""


class Figures:
    """A machine of two processors, an hour old, that others and we load as told."""

    def __init__(self) -> None:
        self.passed = 3600.0
        self.others = self.own = 500.0

    def machine(self) -> Machine:
        return Machine(2 * self.passed, self.others + self.own)

    def seconds(self) -> float:
        return self.own

    def run(self, seconds: float, others: float, own: float) -> None:
        """Let ``seconds`` pass with these shares of all processors."""
        self.passed += seconds
        self.others += 2 * seconds * others
        self.own += 2 * seconds * own


@pytest.fixture
def figures() -> Figures:
    return Figures()


@given(st.floats(0, 1), st.floats(0, 1))
def test_the_share_is_that_of_others_alone(others: float, own: float) -> None:
    figures = Figures()
    programs = OtherPrograms(figures.machine, figures)
    shares = []
    for step in range(12):
        shares.append(programs.share(2.0 * step))
        figures.run(2, others, own * (1 - others))
    assert shares[:5] == [None] * 5
    assert shares[5:] == [pytest.approx(others, abs=1e-6)] * 7


def test_only_the_last_ten_seconds_count(figures: Figures) -> None:
    programs = OtherPrograms(figures.machine, figures)
    for step in range(100):
        programs.share(2.0 * step)
        figures.run(2, 1.0, 0.0)
    for step in range(100, 105):
        figures.run(2, 0.0, 1.0) if step > 100 else None
        share = programs.share(2.0 * step)
    assert share == pytest.approx(0.2, abs=0.01)


@pytest.mark.parametrize("gap", [3600.0, -3600.0])
def test_after_a_gap_or_a_clock_set_back_it_begins_anew(figures: Figures, gap: float) -> None:
    programs = OtherPrograms(figures.machine, figures)
    for step in range(8):
        share = programs.share(2.0 * step)
        figures.run(2, 0.5, 0.0)
    assert share == pytest.approx(0.5)
    assert programs.share(14 + gap) is None


@settings(max_examples=50)
@given(st.lists(st.tuples(st.floats(-5, 40), st.floats(0, 1)), max_size=40))
def test_whatever_is_asked_when_the_answer_is_a_share(calls: list[tuple[float, float]]) -> None:
    figures = Figures()
    programs = OtherPrograms(figures.machine, figures)
    now = 0.0
    for passed, others in calls:
        now += passed
        figures.run(max(0.0, passed), others, 0.0)
        share = programs.share(now)
        assert share is None or 0 <= share <= 1


def test_the_machine_tells_plausible_figures() -> None:
    before = machine()
    begun = time.monotonic()
    end = time.process_time() + 0.3
    while time.process_time() < end:
        pass
    after = machine()
    passed = (time.monotonic() - begun) * (os.cpu_count() or 1)
    assert after.total - before.total == pytest.approx(passed, rel=0.3, abs=0.1)
    assert after.busy - before.busy >= 0.25


def _burn(seconds: float, nice: int, *more: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", _BURN, str(seconds), str(nice), *more]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def test_our_own_work_is_counted() -> None:
    own = OwnTime()
    end = time.process_time() + 0.3
    while time.process_time() < end:
        pass
    assert own.seconds() == pytest.approx(0.3, abs=0.1)


def test_a_childs_work_is_counted_once_while_it_runs_and_never_taken_back() -> None:
    own = OwnTime()
    with _burn(0.4, 0, "stay") as child:
        assert child.stdout is not None
        child.stdout.readline()
        running = own.seconds()
        assert 0.35 < running < 1.0
        child.kill()
    assert running <= own.seconds() < running + 0.2


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells niced time apart")
def test_what_is_niced_counts_neither_as_busy_nor_as_ours() -> None:
    own = OwnTime()
    with _burn(0.4, 5, "stay") as child:
        assert child.stdout is not None
        child.stdout.readline()
        times = psutil.Process(child.pid).cpu_times()
        assert times.user > 0.35
        assert own.seconds() - times.system < 0.2
        child.kill()


def test_figures_of_a_busy_child_cost_little() -> None:
    programs = OtherPrograms()
    with _burn(0.0, 0, "stay") as child:
        begun = time.process_time()
        for step in range(100):
            programs.share(2.0 * step)
        spent = time.process_time() - begun
        child.kill()
    assert spent / 100 < 0.005
