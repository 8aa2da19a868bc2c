"""What is measured of a window on a desk."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import psutil

from benchmarks.background import Engine, Notes
from benchmarks.data import ROOT
from benchmarks.search_while_indexing import kept_busy
from benchmarks.window.desk import Desk, Place, end

HUNCH = Path(sys.executable).parent / "hunch"

_WINDOW: Place = (160, 120, 1240, 800)
_POPUP: Place = (380, 320, 1020, 400)
_KEY_S, _KEY_SPREAD_S, _REST_S = 0.12, 0.04, 1.0
_MEGABYTE = 1 << 20


@dataclass(frozen=True)
class Figure:
    """``values``, of which the 95th percentile, or with ``by_max`` the highest, is to be at most ``target``."""

    name: str
    values: Sequence[float]
    target: float | None = None
    unit: str = "ms"
    by_max: bool = False
    notes: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        median, high = (float(np.percentile(self.values, p)) for p in (50, 95))
        most = max(self.values)
        verdict = ""
        if self.target is not None:
            kept = (most if self.by_max else high) <= self.target
            verdict = f"{self.target:6.0f} {self.unit:2} {'kept' if kept else 'MISSED'}"
        told = f"{self.name:46} n {len(self.values):4}  {median:7.1f} {high:7.1f} {most:7.1f} {self.unit:2}  {verdict}"
        return "\n".join([told.rstrip(), *(f"    {note}" for note in self.notes)])


class Window:
    """A window's process on a desk. ``inside``: with the watch on its main thread."""

    def __init__(self, at: Desk, data: Path, *, do: Sequence[str] = (), inside: bool = False) -> None:
        self._desk = at
        self._told: list[dict[str, Any]] = []
        program = [sys.executable, "-m", "benchmarks.window.inside"] if inside else [HUNCH, "--data-dir"]
        self.process = subprocess.Popen(
            [*program, data, *do], env=at.environment, cwd=ROOT, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE if inside else subprocess.DEVNULL,
        )
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def told(self, name: str, since: float) -> list[dict[str, Any]]:
        """What the watch said of ``name`` from that moment on."""
        return [line for line in list(self._told) if name in line and line["at"] >= since]

    def type(self, text: str, pause_s: float = _REST_S) -> dict[str, float]:
        """Put ``text`` into the search field as a person does, and rest; the moment of each key by the text then."""
        self._desk.press("ctrl+f")
        self._desk.press("BackSpace")
        time.sleep(_REST_S / 2)
        moments: dict[str, float] = {}
        for number, character in enumerate(text, 1):
            moments[text[:number]] = self._desk.press("space" if character == " " else character)
            time.sleep(random.uniform(_KEY_S - _KEY_SPREAD_S, _KEY_S + _KEY_SPREAD_S))
        time.sleep(pause_s)
        return moments

    def close(self) -> None:
        """End it."""
        end(self.process)
        self._reader.join()

    def _read(self) -> None:
        for line in self.process.stdout or ():
            self._told.append(json.loads(line))


@contextmanager
def window(at: Desk, data: Path, *, inside: bool = False) -> Iterator[Window]:
    """A window that is on the screen and has its engine, ended afterwards."""
    opened = Window(at, data, inside=inside)
    try:
        at.shown(_WINDOW)
        time.sleep(2 * _REST_S)
        yield opened
    finally:
        opened.close()
        at.gone(_WINDOW)


def start(at: Desk, data: Path, runs: int, before: Callable[[], None] = lambda: None) -> list[float]:
    """Milliseconds to the window, of ``runs`` starts; ``before`` comes before each."""
    times = []
    for _ in range(runs):
        before()
        started = time.monotonic()
        opened = Window(at, data)
        try:
            times.append((at.shown(_WINDOW) - started) * 1_000)
            time.sleep(_REST_S)
        finally:
            opened.close()
        at.gone(_WINDOW)
    return times


def quick(at: Desk, data: Path, runs: int) -> list[Figure]:
    """The quick search by the command and by the key, and what of the command is Python's start."""
    toggle: list[str | Path] = [HUNCH, "--data-dir", data, "toggle"]
    times: dict[str, list[float]] = {name: [] for name in ("toggle", "key", "python", "imports")}
    resident = Window(at, data, do=["toggle"])
    try:
        at.shown(_POPUP)
        for _ in range(runs):
            _hide(at)
            started = time.monotonic()
            told = subprocess.Popen(toggle, env=at.environment, stdin=subprocess.DEVNULL)
            times["toggle"].append((at.shown(_POPUP) - started) * 1_000)
            told.wait()
            _hide(at)
            pressed = at.press("ctrl+alt+space")
            times["key"].append((at.shown(_POPUP) - pressed) * 1_000)
            times["python"].append(_python_ms("pass"))
            times["imports"].append(_python_ms("import app.__main__, app.start"))
    finally:
        resident.close()
    python, imports = np.median(times["python"]), np.median(times["imports"])
    return [
        Figure("hunch toggle to the quick search", times["toggle"], 100, notes=[
            f"of this Python's own start {python:.0f} ms, with what the command imports {imports:.0f} ms (medians)"
        ]),
        Figure("system-wide key to the quick search", times["key"], 100),
    ]


def _hide(at: Desk) -> None:
    time.sleep(_REST_S / 2)
    at.press("Escape")
    at.gone(_POPUP)
    time.sleep(_REST_S / 2)


def _python_ms(code: str) -> float:
    """From before Python is started until it has done ``code``; its end is not waited for by anybody."""
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", f"{code}; import time; print(time.monotonic())"], cwd=ROOT, check=True,
        capture_output=True, text=True,
    )
    return (float(done.stdout) - started) * 1_000


def keys(at: Desk, data: Path, queries: Sequence[str]) -> list[Figure]:
    """Words and everything after each key, and the main thread meanwhile."""
    words: list[float] = []
    everything: list[float] = []
    rested: list[float] = []
    overtaken = unseen = wordless = unanswered = 0
    with window(at, data, inside=True) as opened:
        for text in ("warm up", "the engine and its model"):
            opened.type(text)
        begun = time.monotonic()
        for text in queries:
            typed = opened.type(text)
            sent = [*typed.values(), time.monotonic()]
            painted = opened.told("query", sent[0])
            for number, (prefix, moment) in enumerate(typed.items()):
                until = sent[number + 1]
                lines = [line for line in painted if line["query"] == prefix and moment <= line["at"] <= until]
                last = [line["at"] for line in lines if line["final"]]
                # Words that nothing holds yet leave the list as it is: that is no answer to be seen.
                first = [line["at"] for line in lines if line["hits"] or line["final"]]
                wordless += any(not line["hits"] and not line["final"] for line in lines)
                words.append((min(first, default=until) - moment) * 1_000)
                unseen += not first
                everything.append((min(last, default=until) - moment) * 1_000)
                overtaken += not last
            rested.append(everything[-1])
            unanswered += not last
        late = _blocks(opened, begun, "typing, engine idle")
    if overtaken == len(everything) and unseen == len(words):
        raise SystemExit("no answer to what was typed came to the window")
    seen = (f"{unseen} of {len(words)} showed nothing before the next key, and count until then; "
            f"after {wordless} keys no file held the words yet")
    return [
        Figure("key to the first rows that answer it", words, 30, notes=[seen]),
        Figure("key to the whole answer", everything, 60, notes=[
            f"{overtaken} of {len(everything)} were overtaken by the next key, and count until then"
        ]),
        Figure("last key of a query to the whole answer", rested, 60, notes=[
            f"{unanswered} of {len(rested)} had none after {_REST_S:.0f} s, and count as that"
        ]),
        *late,
    ]


def blocks(at: Desk, data: Path, engine: Engine, queries: Sequence[str]) -> list[Figure]:
    """The main thread while the engine indexes: on the page of folders, of problems, and in a search."""
    figures: list[Figure] = []
    with window(at, data, inside=True) as opened:
        opened.type(queries[0])
        with kept_busy(engine, Notes(1)):
            for name, page in (("folders", "2"), ("problems", "3")):
                begun = time.monotonic()
                at.press(f"ctrl+{page}")
                time.sleep(20 * _REST_S)
                figures.extend(_blocks(opened, begun, f"indexing, page of {name}"))
            begun = time.monotonic()
            for text in queries:
                opened.type(text)
            figures.extend(_blocks(opened, begun, "indexing, in a search"))
    return figures


def _blocks(opened: Window, begun: float, name: str) -> list[Figure]:
    """Of the beats that were late at all: by how much, and what of it the thread itself computed."""
    late = sorted(opened.told("late", begun), key=lambda line: -float(line["late"]))
    notes = [f"{line['late']:.0f} ms, {line['used']:.0f} of them its own: {line['where'] or '?'}" for line in late[:5]]
    return [
        Figure(f"late beats: {name}", [float(line["late"]) for line in late] or [0.0], 50, by_max=True, notes=notes),
        Figure("    of that its own processor time", [float(line["used"]) for line in late] or [0.0], by_max=True),
    ]


def memory(at: Desk, data: Path, queries: Sequence[str]) -> list[Figure]:
    """Of the window's process, after searches whose first files were looked at."""
    with window(at, data) as opened:
        for text in queries:
            opened.type(text)
            for _ in range(2):
                at.press("Down")
                time.sleep(_REST_S)
        found = psutil.Process(opened.process.pid).memory_full_info()
    return [
        Figure("memory of the window, its share (PSS)", [found.pss / _MEGABYTE], 180, "MB", by_max=True),
        Figure("memory of the window, resident (RSS)", [found.rss / _MEGABYTE], None, "MB"),
    ]
