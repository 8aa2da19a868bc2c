"""Processor time used by this program and everything it started."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import psutil


class _Used(NamedTuple):
    """Seconds of one process so far: all that count as busy, and those of them spent inside the kernel."""

    busy: float
    system: float


_Key = tuple[int, float]


class OwnTime:
    """Adds up the processor time of this process and its descendants, whether they still run or not.

    Counted is what the system's figures call busy: on Linux time in the kernel, and time outside it unless niced.
    Not thread-safe: one owner.
    """

    def __init__(self) -> None:
        self._sum_s = 0.0
        self._last, self._last_ended = _look()

    def seconds(self) -> float:
        """Seconds since this object was made; never goes back. Lost is what an ending process used since last asked,
        except its time in the kernel.
        """
        now, ended = _look()
        zero = _Used(0.0, 0.0)
        for key, used in now.items():
            self._sum_s += max(0.0, used.busy - self._last.get(key, zero).busy)
        # What had ended and was collected between two looks has been seen in part at most.
        seen = sum(used.system for key, used in self._last.items() if key not in now)
        self._sum_s += max(0.0, ended - self._last_ended - seen)
        self._last, self._last_ended = now, ended
        return self._sum_s


if sys.platform == "linux":
    _TICKS = os.sysconf("SC_CLK_TCK")

    def _look() -> tuple[dict[_Key, _Used], float]:
        """Every process by number and start, and kernel seconds of this one's children that were collected."""
        found: dict[_Key, _Used] = {}
        ended = 0.0
        waiting = [os.getpid()]
        while waiting:
            folder = Path(f"/proc/{waiting.pop()}")
            with contextlib.suppress(OSError):
                own = _numbers(folder / "stat")
                if not found:
                    ended = own[13] / _TICKS
                niced = 0
                for task in os.scandir(folder / "task"):
                    with contextlib.suppress(OSError):
                        waiting += map(int, Path(task.path, "children").read_bytes().split())
                        thread = _numbers(Path(task.path, "stat"))
                        if thread[15] > 0:
                            niced += thread[10]
                # A thread that ended is in the whole only, with the priority of the first one.
                user = 0 if own[15] > 0 else max(0, own[10] - niced)
                found[int(folder.name), own[18]] = _Used((user + own[11]) / _TICKS, own[11] / _TICKS)
        return found, ended

    def _numbers(stat: Path) -> list[int]:
        """Fields 4 and on of a ``stat`` file (so ``utime`` is 10), behind the name, which may hold anything."""
        return [int(field) for field in stat.read_bytes().rpartition(b")")[2].split()[1:]]
else:

    def _look() -> tuple[dict[_Key, _Used], float]:
        """Every process by number and start; these systems do not tell of those that were collected."""
        return dict(_each()), 0.0

    def _each() -> Iterator[tuple[_Key, _Used]]:
        this = psutil.Process()
        for process in (this, *this.children(recursive=True)):
            with contextlib.suppress(psutil.Error):
                times = process.cpu_times()
                yield (process.pid, process.create_time()), _Used(times.user + times.system, times.system)
