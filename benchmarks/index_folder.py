"""hunch index on a folder, as a person runs it: time, outcomes, peak memory of each process, size of the index.

    python -m benchmarks.index_folder [FOLDER] [--models FOLDER] [--json FILE]

Peak memory is VmHWM of /proc (Linux), the largest resident size a process ever had, asked five times a second.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

import psutil

from benchmarks.data import ROOT, SHARED, existing
from indexer.store.connection import open_reader
from models.catalogue import DEFAULT_TEXT_MODEL
from models.store import ModelStore

_MEGABYTE = 1 << 20
_PAUSE_S = 0.2


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=SHARED / "documents")
    parser.add_argument("--models", type=Path, default=ROOT / ".make" / "bench-models", help="model folder")
    parser.add_argument("--json", type=Path, help="also write the result to this file")
    arguments = parser.parse_args()
    ModelStore(arguments.models).obtain(DEFAULT_TEXT_MODEL)
    with tempfile.TemporaryDirectory() as data:
        shutil.copytree(arguments.models, Path(data) / "models", copy_function=os.link)
        result = measure(existing(arguments.folder), Path(data))
    print(f"{arguments.folder}: {result['seconds']:.0f} s, {result['second_run_seconds']:.1f} s when repeated")
    print("outcomes  ", ", ".join(f"{name} {count}" for name, count in sorted(result["outcomes"].items())))
    print("peak MB   ", ", ".join(f"{name} {peak:.0f}" for name, peak in sorted(result["peak_mb"].items())))
    print(
        f"size       {result['index_mb']:.1f} MB of index for {result['text_mb']:.1f} MB of text in "
        f"{result['chunks']} passages, {result['index_mb'] / result['text_mb']:.2f} times the text"
    )
    if arguments.json:
        arguments.json.write_text(json.dumps(result, indent=1), encoding="utf-8")
    return 0


def measure(folder: Path, data: Path) -> dict[str, Any]:
    """Index ``folder`` twice into ``data``; the second run finds nothing to do."""
    command = [sys.executable, "-m", "app", "--data-dir", str(data), "index", str(folder)]
    peaks: dict[str, float] = {}
    started = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            note_peaks(process.pid, peaks)
            time.sleep(_PAUSE_S)
    seconds = time.monotonic() - started
    again = time.monotonic()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    second = time.monotonic() - again
    connection = open_reader(data / "index.db")
    try:
        rows = connection.execute("SELECT state, error_code FROM file").fetchall()
        text_bytes = int(connection.execute("SELECT total(length(CAST(text AS BLOB))) FROM chunk").get)
        chunks = int(connection.execute("SELECT count(*) FROM chunk").get)
    finally:
        connection.close()
    return {
        "folder": str(folder), "seconds": seconds, "second_run_seconds": second, "peak_mb": peaks,
        "outcomes": dict(Counter(f"{state} {code}" if code else str(state) for state, code in rows)),
        "index_mb": (data / "index.db").stat().st_size / _MEGABYTE, "text_mb": text_bytes / _MEGABYTE,
        "chunks": chunks,
    }


def note_peaks(pid: int, peaks: dict[str, float]) -> None:
    """Raise the peaks by role to what the engine and its children have reached."""
    try:
        family = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
        roles = [(process.pid, _role(process, pid)) for process in family]
    except psutil.Error:
        return
    for member, role in roles:
        try:
            status = Path(f"/proc/{member}/status").read_text(encoding="ascii")
        except OSError:
            continue
        for line in status.splitlines():
            if line.startswith("VmHWM:"):
                peaks[role] = max(peaks.get(role, 0.0), int(line.split()[1]) / 1024)


def _role(process: psutil.Process, engine: int) -> str:
    if process.pid == engine:
        return "engine"
    return "reader" if "indexer.extract" in process.cmdline() else "text model"


if __name__ == "__main__":
    sys.exit(main())
