"""An engine in the background with a data folder of its own, and notes for it to read."""

from __future__ import annotations

import os
import random
import re
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from benchmarks.data import ROOT
from indexer.client import Client
from indexer.paths import to_text
from indexer.runtime import Places
from models.catalogue import DEFAULT_TEXT_MODEL
from models.store import ModelStore

LIBRARY = ROOT / "resources" / "library"
MODELS = ROOT / ".make" / "bench-models"
# Only what the benchmark does decides when the engine works.
_SETTINGS = "wait_when_busy = false\nwait_when_fullscreen = false\nleast_free_mb = 100\nbattery_percent = 0\n"
_LOOK_S = 0.1


@dataclass(frozen=True, slots=True)
class Engine:
    """A running engine. ``folder``: what it keeps indexed, the sample library at first."""

    client: Client
    process: psutil.Process
    folder: Path

    def catch_up(self) -> None:
        """Return when everything in the folder is read and has its vectors."""
        self.client.index([], lambda step: None, threading.Event())
        if waiting := self.client.status()["files"]["pending"]:
            raise SystemExit(f"{waiting} files were not read")

    def wait_until_idle(self) -> None:
        """Return when the engine has nothing to do, without asking it to look for anything."""
        while self.client.status()["state"] != "idle":
            time.sleep(_LOOK_S)


@contextmanager
def running_engine(models: Path, settings: str = "") -> Iterator[Engine]:
    """An engine that has read the sample library, ended afterwards; ``settings`` are lines of settings.toml."""
    ModelStore(models).obtain(DEFAULT_TEXT_MODEL)
    with tempfile.TemporaryDirectory(prefix="hunch-engine-") as name:
        data, folder = Path(name) / "data", Path(name) / "files"
        shutil.copytree(models, data / "models")
        (data / "settings.toml").write_text(_SETTINGS + settings, encoding="utf-8")
        shutil.copytree(LIBRARY, folder / "library")
        client = Client.connect(Places(data), lambda message: print(message, file=sys.stderr), start=True)
        assert client is not None
        try:
            client.add(to_text(str(folder)))
            engine = Engine(client, psutil.Process(client.status()["engine"]["pid"]), folder)
            engine.catch_up()
            yield engine
        finally:
            client.quit_engine()
            client.close()


class Notes:
    """Writes short texts of the words of the sample library, no two the same."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        texts = [path.read_text(encoding="utf-8") for path in sorted([*LIBRARY.rglob("*.md"), *LIBRARY.rglob("*.rst")])]
        self._words = sorted({word for text in texts for word in re.findall(r"[a-z]{4,}", text.lower())})
        self._number = 0

    def text(self, words: int) -> str:
        """A new text."""
        return " ".join(self._random.choices(self._words, k=words))

    def write(self, folder: Path, count: int, words: int) -> None:
        """``count`` files of one passage each into ``folder``, made if need be."""
        folder.mkdir(parents=True, exist_ok=True)
        for _ in range(count):
            self._number += 1
            (folder / f"note {self._number}.txt").write_text(self.text(words), encoding="utf-8")


def load_now() -> str:
    """The machine's load over the last minute, for reports: who else computes makes figures worse."""
    return f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors"
