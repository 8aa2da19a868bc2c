"""What the engine costs while nothing happens: memory and processor time, after its models have left memory.

    python -m benchmarks.idle [--minutes 10] [--files 2000] [--models FOLDER] [--json FILE]

Memory is the resident size; processor time is that of the engine and of every child it had meanwhile.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

import psutil

from benchmarks.background import MODELS, Engine, Notes, load_now, running_engine

_SETTINGS = "idle_minutes = 1\n"
_MEGABYTE = 1 << 20
_WORDS = 20
_FILES_PER_FOLDER = 50
_LOOK_S = 1.0
_LEAVE_S = 180.0


def measure(engine: Engine, minutes: float, files: int) -> dict[str, float]:
    """Megabytes and seconds by what they are of."""
    notes = Notes(1)
    for at in range(0, files, _FILES_PER_FOLDER):
        notes.write(engine.folder / f"notes {at}", min(_FILES_PER_FOLDER, files - at), _WORDS)
    engine.catch_up()
    engine.client.search("harbour")
    result = {"children_loaded": len(engine.process.children()), "mb_loaded": _megabytes(engine.process, True)}
    end = time.monotonic() + _LEAVE_S
    while engine.process.children():
        if time.monotonic() > end:
            raise SystemExit(f"children are still there: {[child.cmdline() for child in engine.process.children()]}")
        time.sleep(_LOOK_S)
    engine.wait_until_idle()
    # Asking for the status costs the engine time, so it is left alone from here.
    before, started = _cpu_seconds(engine.process), time.monotonic()
    peak = 0.0
    while time.monotonic() - started < minutes * 60:
        time.sleep(_LOOK_S)
        peak = max(peak, _megabytes(engine.process, True))
    wall = time.monotonic() - started
    used = _cpu_seconds(engine.process) - before
    return result | {
        "mb": _megabytes(engine.process, False), "mb_peak_with_children": peak, "cpu_seconds": used,
        "wall_seconds": wall, "cpu_percent": 100 * used / wall,
    }


def _megabytes(engine: psutil.Process, children: bool) -> float:
    family = [engine, *(engine.children(recursive=True) if children else [])]
    return sum(process.memory_info().rss for process in family) / _MEGABYTE


def _cpu_seconds(engine: psutil.Process) -> float:
    times = engine.cpu_times()
    ended = getattr(times, "children_user", 0.0) + getattr(times, "children_system", 0.0)
    return float(times.user + times.system + ended)


def main() -> int:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--files", type=int, default=2_000, help="notes beside the sample library")
    parser.add_argument("--models", type=Path, default=MODELS, help="model folder")
    parser.add_argument("--json", type=Path, help="write the result here")
    options = parser.parse_args()
    with running_engine(options.models, _SETTINGS) as engine:
        result = measure(engine, options.minutes, options.files)
    print(f"{options.files} notes and the sample library; {load_now()}")
    print(f"engine and {result['children_loaded']:.0f} children after work: {result['mb_loaded']:.0f} MB")
    print(f"engine alone: {result['mb']:.0f} MB; highest sum with children {result['mb_peak_with_children']:.0f} MB")
    share = result["cpu_percent"]
    print(f"processor: {result['cpu_seconds']:.2f} s in {result['wall_seconds']:.0f} s, {share:.2f} % of one processor")
    if options.json:
        options.json.write_text(json.dumps(result, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
