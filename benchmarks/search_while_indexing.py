"""Time of a search while the engine reads and embeds as fast as it can, beside the same searches while it is idle.

    python -m benchmarks.search_while_indexing [--blocks 4] [--queries 40] [--files 2000] [--json FILE]

Idle and busy blocks take turns in one run, with the same queries, over the engine's socket. While a block is busy,
new files come faster than they can be embedded; before the next idle one they are deleted again.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path

import numpy as np

from benchmarks.background import MODELS, Engine, Notes, load_now, running_engine
from benchmarks.data import ROOT
from indexer.answers import Results

_WORDS = 150
_FILES_PER_FOLDER = 30
_FED_FOLDERS = 30
_FEED_EVERY_S = 1.0
_PAUSE_S = 0.2
_LATE_EVENTS_S = 3.0
_BUSY = frozenset({"scan", "read", "embed"})
_WAYS = ("words", "all")


@contextmanager
def kept_busy(engine: Engine, notes: Notes) -> Iterator[None]:
    """New files come all the time, each second in another folder: one that is not quiet is not compared."""
    stop = threading.Event()
    arriving = engine.folder / "arriving"
    folders = [arriving / f"folder {number}" for number in range(_FED_FOLDERS)]
    for folder in folders:
        folder.mkdir(parents=True)
    engine.catch_up()

    def feed() -> None:
        for folder in cycle(folders):
            notes.write(folder, _FILES_PER_FOLDER, _WORDS)
            if stop.wait(_FEED_EVERY_S):
                return

    thread = threading.Thread(target=feed)
    thread.start()
    try:
        while engine.client.status()["phase"] not in _BUSY:
            time.sleep(_PAUSE_S)
        yield
    finally:
        stop.set()
        thread.join()
        shutil.rmtree(arriving)
        engine.catch_up()


class Moment:
    """Notes when it is first called."""

    def __init__(self) -> None:
        self.at: float | None = None

    def __call__(self, results: Results) -> None:
        self.at = self.at or time.perf_counter()


def ask(engine: Engine, queries: Sequence[str], phases: Counter[str]) -> dict[str, list[float]]:
    """Milliseconds until the answer by words and until the whole one, each query once, with a pause after each."""
    times: dict[str, list[float]] = {way: [] for way in _WAYS}
    for query in queries:
        phases[engine.client.status()["phase"]] += 1
        started, first = time.perf_counter(), Moment()
        engine.client.search(query, first=first)
        times["all"].append((time.perf_counter() - started) * 1_000)
        # An answer that needs no model comes in one piece.
        times["words"].append((first.at - started) * 1_000 if first.at else times["all"][-1])
        time.sleep(_PAUSE_S)
    return times


def measure(engine: Engine, blocks: int, queries: int, files: int) -> dict[str, dict[str, list[float]]]:
    """Milliseconds by state of the engine and stage of the answer."""
    notes = Notes(1)
    for at in range(0, files, _FILES_PER_FOLDER):
        notes.write(engine.folder / f"notes {at}", min(_FILES_PER_FOLDER, files - at), _WORDS)
    engine.catch_up()
    asked = (ROOT / "resources" / "sample_queries.txt").read_text(encoding="utf-8").splitlines()
    asked += [notes.text(1 + number % 8) for number in range(queries - len(asked))]
    result: dict[str, dict[str, list[float]]] = {state: {way: [] for way in _WAYS} for state in ("idle", "busy")}
    ask(engine, asked[:5], Counter())
    for _ in range(blocks // 2):
        time.sleep(_LATE_EVENTS_S)
        engine.wait_until_idle()
        _add(result["idle"], engine, asked, allowed=frozenset({"idle"}))
        with kept_busy(engine, notes):
            _add(result["busy"], engine, asked, allowed=_BUSY)
    return result


def _add(into: dict[str, list[float]], engine: Engine, queries: Sequence[str], allowed: frozenset[str]) -> None:
    phases: Counter[str] = Counter()
    for way, times in ask(engine, queries, phases).items():
        into[way] += times
    if phases.keys() - allowed:
        raise SystemExit(f"the engine did something else than it should have: {dict(phases)}")


def main() -> int:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--blocks", type=int, default=4, help="idle and busy ones together")
    parser.add_argument("--queries", type=int, default=40, help="in each block")
    parser.add_argument("--files", type=int, default=2_000, help="notes beside the sample library")
    parser.add_argument("--models", type=Path, default=MODELS, help="model folder")
    parser.add_argument("--json", type=Path, help="write the result here")
    options = parser.parse_args()
    before = load_now()
    with running_engine(options.models) as engine:
        times = measure(engine, options.blocks, options.queries, options.files)
    print(f"{before} before, {load_now()} after")
    for way in _WAYS:
        figures = {state: [float(np.percentile(times[state][way], p)) for p in (50, 95)] for state in times}
        for state, (middle, high) in figures.items():
            print(f"{way:6} {state:5} p50 {middle:6.1f} ms  p95 {high:6.1f} ms")
        print(f"{way:6} ratio p50 {figures['busy'][0] / figures['idle'][0]:.2f}  "
              f"p95 {figures['busy'][1] / figures['idle'][1]:.2f}")
    if options.json:
        options.json.write_text(json.dumps(times, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
