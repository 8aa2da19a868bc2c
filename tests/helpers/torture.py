"""An engine that is killed, and its children, while files change; and what has to be true afterwards."""

from __future__ import annotations

import contextlib
import random
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from indexer.client import Client
from indexer.protocol.card import Card
from indexer.runtime import Places
from indexer.store.connection import open_writer
from indexer.store.files import MAX_ATTEMPTS
from indexer.store.maintenance import integrity
from tests.helpers.changes import WORDS, RandomChanges
from tests.helpers.command import Hunch
from tests.helpers.index_dump import assert_same, dump

_READERS = 2
SETTINGS = f"wait_when_busy = false\nwait_when_fullscreen = false\nleast_free_mb = 100\nworkers = {_READERS}\n"
"""Only what the test does decides when the engine works."""
_CHILD_S = 1.5


@dataclass
class Ordeal:
    """What was done to an engine. ``killed`` by role: engine, reader, model."""

    operations: int = 0
    killed: Counter[str] = field(default_factory=Counter)
    answers: int = 0


def torment(hunch: Hunch, changes: RandomChanges, seed: object, operations: int, kills: int) -> Ordeal:
    """Let the engine run while the tree changes; kill it, or a child of it, ``kills`` times, at random moments.

    Whoever uses the engine starts it again when it is gone, as here. At the end one runs.
    """
    moments = random.Random(f"{seed} kills")
    places = Places(hunch.data_dir)
    ordeal = Ordeal()
    for number in range(kills):
        client = _connected(places)
        try:
            until = operations * (number + 1) // kills
            while ordeal.operations < until:
                changes.step()
                ordeal.operations += 1
                if moments.random() < 0.3:
                    time.sleep(moments.uniform(0, 0.1))
            ordeal.answers += _asked(client, moments)
            time.sleep(moments.choice((0.0, moments.uniform(0, 0.5), moments.uniform(0, 0.5), moments.uniform(2, 4))))
            ordeal.killed[_kill(places, moments)] += 1
        finally:
            client.close()
    _connected(places).close()
    return ordeal


def settle(hunch: Hunch, ordeal: Ordeal) -> None:
    """Let the engine finish, and have it read again what it gave up because its reader was killed."""
    hunch.run("index")
    given_up = [problem for problem in hunch.json("problems") if problem["code"] == "crashed"]
    # A reader killed costs the file in hand; an engine killed counts a try of each in hand, and a file has three.
    most = ordeal.killed["reader"] + ordeal.killed["engine"] * _READERS // MAX_ATTEMPTS
    assert len(given_up) <= most, given_up
    if given_up:
        hunch.run("problems", "--retry")
        hunch.run("index")


def assert_as_new(hunch: Hunch, new: Hunch, folder: Path) -> None:
    """End the engine; its index is sound and holds what a new one, which is made at ``new`` without engine, holds."""
    hunch.end_engine()
    new.run("index", folder)
    assert_same(dump(hunch.index_db), dump(new.index_db))
    connection = open_writer(hunch.index_db)
    try:
        assert integrity(connection, full=True) == []
    finally:
        connection.close()


def _connected(places: Places) -> Client:
    client = Client.connect(places, lambda message: None, start=True)
    assert client is not None
    return client


def _asked(client: Client, moments: random.Random) -> int:
    """One question in three; the engine may have a child killed meanwhile, never an answer that fails."""
    if moments.random() > 1 / 3:
        return 0
    client.search(" ".join(moments.sample(WORDS, 2)), mode=moments.choice(("words", "words", "all")))
    return 1


def _kill(places: Places, moments: random.Random) -> str:
    """Kill the engine, or one of its children if there is one in time; returns the role of what was killed."""
    engine = _engine(places)
    if moments.random() < 0.5:
        end = time.monotonic() + _CHILD_S
        while time.monotonic() < end:
            if children := _roles(engine):
                role = moments.choice(sorted({role for role, _ in children}))
                with contextlib.suppress(psutil.NoSuchProcess):
                    moments.choice([child for named, child in children if named == role]).kill()
                    return role
            time.sleep(0.02)
    engine.kill()
    engine.wait()
    return "engine"


def _engine(places: Places) -> psutil.Process:
    card = Card.read(places)
    assert card is not None
    return psutil.Process(card.pid)


def _roles(engine: psutil.Process) -> list[tuple[str, psutil.Process]]:
    found = []
    for child in engine.children():
        with contextlib.suppress(psutil.NoSuchProcess):
            found.append(("reader" if "indexer.extract" in child.cmdline() else "model", child))
    return found
