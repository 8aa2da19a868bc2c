"""How long a scan takes when nothing changed: ``python benchmarks/reconcile.py [--files 100000] [--runs 5]``.

Makes a tree of small files in a temporary folder, indexes their names, then scans again. Beside it the bare walk
(``os.scandir`` and ``lstat``, no comparison), in turns, so that the ratio does not depend on the machine.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from pathlib import Path

import psutil

from indexer.extract import READER_VERSION
from indexer.paths import to_text
from indexer.scan import Options, Outcome, Start, add_folder, scan
from indexer.store.connection import close_writer, open_writer, transaction

FILES_PER_FOLDER = 25


def make_tree(top: Path, files: int) -> None:
    for number in range(files // FILES_PER_FOLDER):
        folder = top / f"group {number % 40:02}" / f"folder {number}"
        folder.mkdir(parents=True)
        for place in range(FILES_PER_FOLDER):
            (folder / f"document {number}-{place}.txt").touch()


def bare_walk(top: str) -> int:
    seen, waiting = 0, [top]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                entry.stat(follow_symlinks=False)
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                else:
                    seen += 1
    return seen


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="hunch-reconcile-") as name:
        tree = Path(name) / "tree"
        make_tree(tree, arguments.files)
        connection = open_writer(Path(name) / "index.db")
        root = add_folder(connection, to_text(str(tree)), Options()).root
        scans: list[float] = []
        walks: list[float] = []

        def timed() -> Outcome:
            started = time.perf_counter()
            outcome = scan(connection, [Start(root)], Options())
            scans.append(time.perf_counter() - started)
            return outcome

        first = timed()
        print(f"first scan, {first.new} new files: {scans.pop():.2f} s")
        # As if all had been read long ago.
        with transaction(connection):
            connection.execute("UPDATE file SET state = 'ready', reader_version = ?, tried_ns = 1", (READER_VERSION,))
        for _ in range(arguments.runs):
            outcome = timed()
            if outcome.seen != first.new or outcome.new or outcome.changed or outcome.gone:
                raise SystemExit(f"the tree did not change, yet: {outcome}")
            started = time.perf_counter()
            bare_walk(str(tree))
            walks.append(time.perf_counter() - started)
        memory = psutil.Process().memory_info()
        ours, bare = statistics.median(scans), statistics.median(walks)
        print(f"unchanged, median of {arguments.runs}: {ours:.2f} s; bare walk {bare:.2f} s; ratio {ours / bare:.1f}")
        print(f"resident memory: {memory.rss / 2**20:.0f} MB")
        close_writer(connection)


if __name__ == "__main__":
    main()
