"""The window as a person waits for it: start, quick search, words and meaning while they type, blocks, memory.

    python -m benchmarks.window [--passages 100000] [--models FOLDER] [--cache FOLDER] [--parts start,quick,...]
        [--display 95] [--json FILE]

Everything is real: the command, a display with a window manager, the engine, its model, and a library of so many
passages made as ``search_latency`` makes it, beside the sample library. Its folder counts as a disk that is away.

start   from before the command is started until the window's content is on the screen, looked for in its pixels; once
        with the engine running, once without it and with nothing of Hunch in the system's cache.
quick   from before ``hunch toggle`` is started, or from the system-wide key, until the content of the quick search is
        on the screen; beside it what Python alone takes.
keys    from a key that goes to the display until the list that answers the text typed so far is painted and with the
        display. Keys come as a person types; an answer that the next key overtook counts with the time until that key.
blocks  how long the window's main thread hears nothing, by a beat of 5 ms, while the engine indexes at full speed; of
        beats that were more than 10 ms late. What of it the thread computed itself depends less on who else computes.
memory  of the window's process after ten searches, each with previews of three files.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import psutil

from benchmarks.background import LIBRARY, MODELS, Engine, load_now
from benchmarks.corpora import load, names
from benchmarks.data import ROOT
from benchmarks.search_latency import SHORT_QUERY_WORDS, make_library
from benchmarks.text_model import TextModel
from benchmarks.window.desk import desk
from benchmarks.window.measures import Figure, blocks, keys, memory, quick, start
from indexer.client import Client
from indexer.paths import to_text
from indexer.runtime import Places
from indexer.store.connection import close_writer, open_writer
from models.catalogue import DEFAULT_TEXT_MODEL

CACHE = ROOT / ".make" / "bench-cache"

_SETTINGS = "wait_when_busy = false\nwait_when_fullscreen = false\nleast_free_mb = 100\nbattery_percent = 0\n"
_BASE = 4_000
_LONG = 30
"""Characters beyond which a query is not typed."""
_DROP_CACHES = Path("/proc/sys/vm/drop_caches")


@contextmanager
def prepared(models: Path, index: Path) -> Iterator[tuple[Path, Path]]:
    """A data folder with the model and a copy of ``index``, and the folder of its sample library."""
    with tempfile.TemporaryDirectory(prefix="hunch-window-") as name:
        data, folder = Path(name) / "data", Path(name) / "files"
        shutil.copytree(models, data / "models")
        shutil.copy(index, data / "index.db")
        connection = open_writer(data / "index.db")
        # The engine asks the model of this name to embed what people type.
        connection.execute("UPDATE space SET model_id = ?", (DEFAULT_TEXT_MODEL,))
        close_writer(connection)
        (data / "settings.toml").write_text(_SETTINGS, encoding="utf-8")
        (data / "window.ini").write_text("[General]\nfirst_run_done=true\n", encoding="utf-8")
        shutil.copytree(LIBRARY, folder / "library")
        try:
            yield data, folder
        finally:
            _end_engine(data)


def _connect(data: Path) -> Client:
    client = Client.connect(Places(data), lambda message: print(message, file=sys.stderr), start=True)
    assert client is not None
    return client


def _end_engine(data: Path) -> None:
    client = Client.connect(Places(data), lambda message: None)
    if client is not None:
        client.quit_engine()
        client.close()


def _forget(data: Path) -> None:
    """No engine, and nothing in the system's cache of files, as far as it can be emptied."""
    _end_engine(data)
    os.sync()
    if os.access(_DROP_CACHES, os.W_OK):
        _DROP_CACHES.write_text("3\n")


def _plain(queries: Sequence[str]) -> list[str]:
    """What the keyboard here can type, not longer than people's searches are."""
    plain = [re.sub(r"[^a-z0-9]+", " ", query.lower()).strip() for query in queries]
    return [query for query in plain if len(query) <= _LONG]


_PARTS = ("start", "quick", "keys", "blocks", "memory")


def main() -> int:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--passages", type=int, default=100_000)
    parser.add_argument("--models", type=Path, default=MODELS, help="model folder with the default text model")
    parser.add_argument("--cache", type=Path, default=CACHE, help="folder that keeps the index")
    parser.add_argument("--parts", default=",".join(_PARTS), help="what is measured, with commas between")
    parser.add_argument("--runs", type=int, default=15, help="times the window is started and the quick search opened")
    parser.add_argument("--queries", type=int, default=25, help="searches typed")
    parser.add_argument("--display", type=int, default=95, help="number of a display that is free")
    parser.add_argument("--json", type=Path, help="write the result here")
    options = parser.parse_args()
    parts = options.parts.split(",")
    # Engine and display are ended on the way out, also when somebody ends this.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    options.cache.mkdir(parents=True, exist_ok=True)
    base = min(_BASE, options.passages // 2)
    index = options.cache / f"latency-{options.passages}-{base}.db"
    # The model is obtained and measured here, so that no figure has that in it.
    with TextModel(options.models) as model:
        if not index.exists():
            make_library(index, options.passages, model, base)
    random.seed(3)
    short = [text for name in names() for text in load(name).queries.values()
             if len(text.split()) <= SHORT_QUERY_WORDS]
    plain = _plain(short)
    asked = random.sample(plain, min(options.queries, len(plain)))
    own = _plain((ROOT / "resources" / "sample_queries.txt").read_text(encoding="utf-8").splitlines())
    figures: list[Figure] = []

    def add(found: list[Figure]) -> None:
        figures.extend(found)
        print(*found, sep="\n", flush=True)

    with prepared(options.models, index) as (data, folder), desk(options.display) as at:
        client = _connect(data)
        client.add(to_text(str(folder)))
        engine = Engine(client, psutil.Process(client.status()["engine"]["pid"]), folder)
        engine.catch_up()
        engine.wait_until_idle()
        print(f"{options.passages} passages; {load_now()}\n{'':56}median     p95    most        target")
        if "start" in parts:
            add([Figure("start to the window, engine running", start(at, data, options.runs), 1_000)])
        if "quick" in parts:
            add(quick(at, data, options.runs))
        if "memory" in parts:
            add(memory(at, data, own[:10]))
        if "keys" in parts:
            add(keys(at, data, asked))
        if "blocks" in parts:
            add(blocks(at, data, engine, asked[:8]))
        client.close()
        if "start" in parts:
            emptied = "the cache emptied" if os.access(_DROP_CACHES, os.W_OK) else "the cache as it was"
            times = start(at, data, max(5, options.runs // 3), lambda: _forget(data))
            add([Figure(f"start to the window, no engine, {emptied}", times)])
    print(load_now())
    if options.json:
        options.json.write_text(json.dumps([asdict(figure) for figure in figures], indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
