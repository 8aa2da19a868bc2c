"""Time from a saved file to a file that is found, by words and by meaning, with the engine warm and idle.

    python -m benchmarks.freshness [--rounds 9] [--files 500] [--models FOLDER] [--json FILE]

A round makes one change of each kind. Asked twenty times a second over the engine's socket. A file moved out or
deleted counts when it is found no more. Two seconds of each are the watcher's: it waits until a folder is quiet.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np

from benchmarks.background import MODELS, Engine, Notes, load_now, running_engine
from indexer.paths import to_text

_WORDS = 40
_POLL_S = 0.05
_GIVE_UP_S = 60.0
_FILES_PER_FOLDER = 50


class Changes:
    """One change of each of the ``kinds``; each returns whether the file is in the folder afterwards."""

    def __init__(self, inside: Path, outside: Path, notes: Notes) -> None:
        self._inside = inside
        self._outside = outside
        self._notes = notes
        self._number = 0
        self.kinds: Mapping[str, Callable[[Path, str], bool]] = {
            "new": self._written, "in place": self._written, "renamed onto it": self._renamed,
            "moved in": self._moved_in, "moved out": self._moved_out, "deleted": self._deleted,
        }

    def prepare(self, kind: str) -> tuple[Path, str]:
        """The file as it has to be before the change, and the text that the change is about."""
        self._number += 1
        path = self._inside / f"changing {self._number}.txt"
        text = self._text()
        if kind in ("moved out", "deleted"):
            path.write_text(text, encoding="utf-8")
        elif kind in ("in place", "renamed onto it"):
            path.write_text(self._text(), encoding="utf-8")
        elif kind == "moved in":
            (self._outside / path.name).write_text(text, encoding="utf-8")
        return path, text

    def _text(self) -> str:
        """A text with a word in front that nothing else has."""
        self._number += 1
        return f"qx{self._number}zv {self._notes.text(_WORDS)}"

    def _written(self, path: Path, text: str) -> bool:
        path.write_text(text, encoding="utf-8")
        return True

    def _renamed(self, path: Path, text: str) -> bool:
        partial = path.with_name(f".{path.name}.swp")
        partial.write_text(text, encoding="utf-8")
        partial.replace(path)
        return True

    def _moved_in(self, path: Path, text: str) -> bool:
        (self._outside / path.name).rename(path)
        return True

    def _moved_out(self, path: Path, text: str) -> bool:
        path.rename(self._outside / path.name)
        return False

    def _deleted(self, path: Path, text: str) -> bool:
        path.unlink()
        return False


def seconds_until(engine: Engine, path: Path, text: str, there: bool) -> dict[str, float]:
    """Seconds from now until the file is found, or no longer, by its first word and by its meaning."""
    marker, _, rest = text.partition(" ")
    found = {"words": lambda: _by_words(engine, marker, path), "meaning": lambda: _by_meaning(engine, rest, path)}
    started = time.monotonic()
    times: dict[str, float] = {}
    while found.keys() - times.keys():
        for way in found.keys() - times.keys():
            if found[way]() == there:
                times[way] = time.monotonic() - started
        if time.monotonic() - started > _GIVE_UP_S:
            raise SystemExit(f"{path.name} is not as it should be after {_GIVE_UP_S:.0f} s: {times}")
        time.sleep(_POLL_S)
    return times


def _by_words(engine: Engine, marker: str, path: Path) -> bool:
    return any(hit.path == to_text(str(path)) for hit in engine.client.search(marker, mode="words").hits)


def _by_meaning(engine: Engine, text: str, path: Path) -> bool:
    hits = engine.client.search(text, mode="meaning").hits
    return any(hit.path == to_text(str(path)) and hit.why.meaning is not None for hit in hits)


def measure(engine: Engine, rounds: int, files: int) -> dict[str, dict[str, list[float]]]:
    """Seconds by kind of change and way of finding."""
    notes = Notes(1)
    for at in range(0, files, _FILES_PER_FOLDER):
        notes.write(engine.folder / f"notes {at}", _FILES_PER_FOLDER, _WORDS)
    inside, outside = engine.folder / "desk", engine.folder.parent / "elsewhere"
    inside.mkdir()
    outside.mkdir()
    engine.catch_up()
    changes = Changes(inside, outside, notes)
    times: dict[str, dict[str, list[float]]] = {kind: {"words": [], "meaning": []} for kind in changes.kinds}
    for _ in range(rounds):
        for kind, change in changes.kinds.items():
            path, text = changes.prepare(kind)
            engine.catch_up()
            _settle(engine)
            there = change(path, text)
            for way, seconds in seconds_until(engine, path, text, there).items():
                times[kind][way].append(seconds)
    return times


def _settle(engine: Engine) -> None:
    """The change before must not be what makes the engine look: wait until it has taken note of its last event."""
    time.sleep(2.5)
    engine.wait_until_idle()
    engine.client.search("warm", mode="meaning")


def main() -> int:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--files", type=int, default=500, help="notes beside the sample library")
    parser.add_argument("--models", type=Path, default=MODELS, help="model folder")
    parser.add_argument("--json", type=Path, help="write the result here")
    options = parser.parse_args()
    before = load_now()
    with running_engine(options.models) as engine:
        times = measure(engine, options.rounds, options.files)
    times["all"] = {way: [one for kind in times.values() for one in kind[way]] for way in ("words", "meaning")}
    print(f"{before} before, {load_now()} after")
    for kind, ways in times.items():
        figures = "  ".join(
            f"{way} p50 {np.median(seconds):5.2f} s p95 {np.percentile(seconds, 95):5.2f} s"
            for way, seconds in ways.items()
        )
        print(f"{kind:16} {len(ways['words']):3}  {figures}")
    if options.json:
        options.json.write_text(json.dumps(times, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
