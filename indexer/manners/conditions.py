"""Why indexing waits now, if it does."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, Protocol

import psutil

from indexer.manners.fullscreen import in_front
from indexer.manners.others import OtherPrograms
from indexer.manners.pause import Pause, Paused
from indexer.settings import Settings

BUSY_ABOVE = 0.60
BUSY_UNTIL = 0.40
_DISK_AGAIN = 1.10
_LOOK_EVERY_S = 2.0


@dataclass(frozen=True, slots=True)
class Wait:
    """Why indexing waits.

    Attributes:
        code: paused, disk_low, battery, fullscreen or busy, or a code of ``errors.TITLES`` for what went wrong.
        message: the reason and when it goes on, for a person.
        until: Unix time at which it goes on by itself, where that is known.
    """

    code: str
    message: str
    until: float | None = None


class Battery(NamedTuple):
    """Charge from 0 to 100, and whether the machine runs on it."""

    percent: float
    in_use: bool


class _Share(Protocol):
    def share(self, now: float) -> float | None: ...


def battery() -> Battery | None:
    """The battery, None where there is none or the system does not tell."""
    try:
        found = psutil.sensors_battery()
    except (OSError, ValueError, psutil.Error):
        return None
    return Battery(found.percent, found.power_plugged is False) if found else None


class Conditions:
    """Weighs everything that can make indexing wait. Not thread-safe: one owner.

    Args:
        data: the data folder; the space on its disk counts.
        battery, others, fullscreen: where the facts come from.
    """

    def __init__(
        self, data: Path, pause: Pause, *, battery: Callable[[], Battery | None] = battery,
        others: _Share | None = None, fullscreen: Callable[[], bool] = in_front,
    ) -> None:
        self._data = data
        self._pause = pause
        self._battery = battery
        self._others = others or OtherPrograms()
        self._fullscreen = fullscreen
        self._disk_low = False
        self._busy = False
        self._wait: Wait | None = None
        self._looked: tuple[Settings, float] | None = None

    def paused(self, now: float) -> bool:
        """Whether the person wants a pause. ``now`` is Unix time."""
        return self._pause.state(now) is not None

    def reason(self, settings: Settings, now: float) -> Wait | None:
        """The most important reason to wait, None to work. ``now`` is Unix time.

        The person's pause counts at once; the machine is looked at every two seconds at most.
        """
        paused = self._pause.state(now)
        if paused:
            return _paused(paused, now)
        fresh = self._looked is not None and settings == self._looked[0] and 0 <= now - self._looked[1] < _LOOK_EVERY_S
        if not fresh:
            self._looked = settings, now
            self._wait = (
                self._disk(settings) or self._power(settings) or self._screen(settings)
                or self._processors(settings, now)
            )
        return self._wait

    def _disk(self, settings: Settings) -> Wait | None:
        try:
            free = shutil.disk_usage(self._data).free / (1 << 20)
        except OSError:
            # Whoever writes there will say what is wrong.
            return None
        enough = settings.least_free_mb * (_DISK_AGAIN if self._disk_low else 1)
        self._disk_low = free < enough
        if not self._disk_low:
            return None
        again = settings.least_free_mb * _DISK_AGAIN
        return Wait(
            "disk_low", f"Only {free:,.0f} MB are free on the disk that holds the index; goes on above {again:,.0f} MB."
        )

    def _power(self, settings: Settings) -> Wait | None:
        level = settings.battery_percent
        charge = self._battery() if level else None
        if charge is None or not charge.in_use or (charge.percent >= level and level < 100):
            return None
        again = f"from {level} % or on mains" if level < 100 else "on mains"
        return Wait("battery", f"On battery at {charge.percent:.0f} %; goes on {again}.")

    def _screen(self, settings: Settings) -> Wait | None:
        if not settings.wait_when_fullscreen or not self._fullscreen():
            return None
        return Wait("fullscreen", "A full-screen application is in front; goes on afterwards.")

    def _processors(self, settings: Settings, now: float) -> Wait | None:
        share = self._others.share(now) if settings.wait_when_busy else None
        self._busy = share is not None and share > (BUSY_UNTIL if self._busy else BUSY_ABOVE)
        if share is None or not self._busy:
            return None
        return Wait(
            "busy",
            f"Other programs use {share * 100:.0f} % of the processors; goes on below {BUSY_UNTIL * 100:.0f} %.",
        )


def _paused(paused: Paused, now: float) -> Wait:
    if paused.until is None:
        return Wait("paused", "Paused until you resume it.")
    end = datetime.fromtimestamp(paused.until)
    day = "" if end.date() == datetime.fromtimestamp(now).date() else f" on {end.day} {end:%B}"
    return Wait("paused", f"Paused until {end:%H:%M}{day}.", paused.until)
