"""hunch index on a folder, as a person runs it: time, outcomes, peak memory of each process, size of the index.

    python -m benchmarks.index_folder [FOLDER] [--models FOLDER] [--picture-model clip-drawn] [--json FILE]

Text in pictures is read too. A second run must have nothing to read or embed: it is told which children it started.
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
from indexer.runtime import Places
from indexer.settings import change
from indexer.store.connection import open_reader
from models.catalogue import DEFAULT_TEXT_MODEL
from models.image_catalogue import DRAWN_IMAGE_MODEL
from models.store import ModelStore

_MEGABYTE = 1 << 20
_PAUSE_S = 0.2


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=SHARED / "documents")
    parser.add_argument("--models", type=Path, default=ROOT / ".make" / "bench-models", help="model folder")
    parser.add_argument("--picture-model", default=DRAWN_IMAGE_MODEL)
    parser.add_argument("--json", type=Path, help="also write the result to this file")
    arguments = parser.parse_args()
    for model in (DEFAULT_TEXT_MODEL, arguments.picture_model):
        ModelStore(arguments.models).obtain(model)
    with tempfile.TemporaryDirectory() as data:
        shutil.copytree(arguments.models, Path(data) / "models", copy_function=os.link)
        change(Places(Path(data)).settings, picture_model=arguments.picture_model)
        result = measure(existing(arguments.folder), Path(data))
    print(f"{arguments.folder}: {result['seconds']:.0f} s, {result['second_run_seconds']:.1f} s when repeated")
    print("outcomes  ", ", ".join(f"{name} {count}" for name, count in sorted(result["outcomes"].items())))
    print("peak MB   ", ", ".join(f"{name} {peak:.0f}" for name, peak in sorted(result["peak_mb"].items())))
    print("run again ", ", ".join(result["second_run_children"]) or "nothing was read or embedded")
    print(
        f"size       {result['index_mb']:.1f} MB of index for {result['text_mb']:.1f} MB of text in "
        f"{result['passages']} passages and {result['pictures_mb']:.1f} MB of {result['pictures']} pictures"
    )
    if arguments.json:
        arguments.json.write_text(json.dumps(result, indent=1), encoding="utf-8")
    return 0


def measure(folder: Path, data: Path) -> dict[str, Any]:
    """Index ``folder`` twice into ``data``; the second run finds nothing to do."""
    command = [sys.executable, "-m", "app", "--data-dir", str(data), "index", str(folder)]
    seconds, peaks = run_watched(command)
    second, peaks_again = run_watched(command)
    connection = open_reader(data / "index.db")
    try:
        rows = connection.execute("SELECT state, error_code FROM file").fetchall()
        text_bytes = int(connection.execute("SELECT total(length(CAST(text AS BLOB))) FROM chunk").get)
        passages = int(connection.execute("SELECT count(*) FROM chunk WHERE picture IS NULL").get)
        pictures, picture_bytes = connection.execute("SELECT count(*), total(length(webp)) FROM view").get
    finally:
        connection.close()
    return {
        "folder": str(folder), "seconds": seconds, "second_run_seconds": second, "peak_mb": peaks,
        "outcomes": dict(Counter(f"{state} {code}" if code else str(state) for state, code in rows)),
        "index_mb": (data / "index.db").stat().st_size / _MEGABYTE, "text_mb": text_bytes / _MEGABYTE,
        "passages": passages, "pictures": pictures, "pictures_mb": picture_bytes / _MEGABYTE,
        "second_run_children": sorted(peaks_again.keys() - {"engine"}),
    }


def run_watched(command: list[str]) -> tuple[float, dict[str, float]]:
    """Seconds a command takes, and the peaks in MB of its processes by role. Raises CalledProcessError."""
    peaks: dict[str, float] = {}
    started = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            note_peaks(process.pid, peaks)
            time.sleep(_PAUSE_S)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return time.monotonic() - started, peaks


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
    command = process.cmdline()
    roles = {"indexer.extract": "reader", "indexer.extract.ocr": "reader of text in pictures", "--gguf": "text model"}
    return next((role for word, role in roles.items() if word in command), "picture model")


if __name__ == "__main__":
    sys.exit(main())
