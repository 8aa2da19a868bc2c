"""How much of the processors other programs use."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import NamedTuple, Protocol

import psutil

from indexer.manners.own_time import OwnTime

_WINDOW_S = 10.0
_SPARSE_S = 30.0


class Machine(NamedTuple):
    """Seconds of all processors together since some moment: all that passed, and those that were busy."""

    total: float
    busy: float


class _Seconds(Protocol):
    def seconds(self) -> float: ...


def machine() -> Machine:
    """The machine now. What runs with low priority counts as idle where the system tells it apart: on Linux."""
    times = psutil.cpu_times()
    busy = times.user + times.system + getattr(times, "irq", 0.0) + getattr(times, "softirq", 0.0)
    idle = sum(getattr(times, name, 0.0) for name in ("idle", "iowait", "nice", "steal"))
    return Machine(busy + idle, busy)


class _Sample(NamedTuple):
    at: float
    total: float
    others: float


class OtherPrograms:
    """Their share of all processors over the last ten seconds. Not thread-safe: one owner.

    Args:
        machine: the machine's seconds.
        own: this program's part of the busy ones.
    """

    def __init__(self, machine: Callable[[], Machine] = machine, own: _Seconds | None = None) -> None:
        self._machine = machine
        self._own = own or OwnTime()
        self._samples: deque[_Sample] = deque()

    def share(self, now: float) -> float | None:
        """From 0 to 1, or None until ten seconds were looked at. Looks anew with every call.

        Args:
            now: seconds; after a gap of half a minute, or a step back, it begins anew.
        """
        samples = self._samples
        if samples and not 0 <= now - samples[-1].at < _SPARSE_S:
            samples.clear()
        total, busy = self._machine()
        samples.append(_Sample(now, total, busy - self._own.seconds()))
        while len(samples) > 2 and now - samples[1].at >= _WINDOW_S:
            samples.popleft()
        first, last = samples[0], samples[-1]
        if last.at - first.at < _WINDOW_S or last.total <= first.total:
            return None
        return min(1.0, max(0.0, (last.others - first.others) / (last.total - first.total)))
