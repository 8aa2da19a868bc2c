"""A small engine behind the real server: run as ``python -m tests.helpers.stub_engine DIR``."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from indexer.answers import (
    FileDetails,
    FolderSize,
    Hit,
    Mode,
    Page,
    Part,
    Problem,
    RecentFile,
    Results,
    Snapshot,
    Why,
)
from indexer.errors import KnownError
from indexer.reports import (
    Advice,
    Alike,
    ChannelPlace,
    Condition,
    Duplicates,
    Evaluation,
    Explanation,
    Figures,
    Known,
    Obstacle,
    OnDisk,
    Pace,
    SpaceShare,
    Standing,
    Twin,
    TwinGroup,
    WordPlace,
)
from indexer.runtime import Places, WriterLock, start_logging
from indexer.server import Server

DOCUMENT = "secret words of a document"


class StubFace:
    """Answers from what it is asked. A query ``sleep N`` takes N seconds, ``broken`` and ``known`` fail."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.state: dict[str, Any] = {"state": "idle", "pid": os.getpid()}
        self.tell: Callable[[str], None] = lambda message: None
        self.stopped = threading.Event()
        self.gate = threading.Event()

    def search(
        self, query: str, *, limit: int = 10, mode: str = "all", kinds: frozenset[str] | None = None,
        folder: str | None = None, first: Callable[[Results], None] | None = None,
    ) -> Results:
        self.asked.append(query)
        if first is not None:
            first(made_up(f"first {query}"))
        if query.startswith("sleep "):
            time.sleep(float(query.split()[1]))
        if query == "broken":
            raise ZeroDivisionError(DOCUMENT)
        if query == "known":
            raise KnownError("not_indexed", "Nothing there.", "/docs/a.txt")
        return made_up(query, folder or "/docs/a.txt")

    def similar(self, path: str, *, limit: int = 10) -> Results:
        return made_up(path, path)

    def why(self, path: str, query: str) -> Explanation:
        """Everything there may be in one, with nothing in its way."""
        share = SpaceShare("text", "m", True, 3, 1)
        known = Known("ready", "partial", "A part.", 1, 3, 12.5, True, "pdf", "T", 3, 4, 900, 1, 2, 1, (share,))
        place = ChannelPlace("words", 3, True, 9, 0.5, 1.0)
        word = WordPlace("boiler", True, False, 7, 2.5, 0.0, 0.5)
        standing = Standing(query, "/docs/b.txt", (place,), (word,), "a snippet", ((2, 9),), {"page": 3}, ("more",))
        obstacle = Obstacle("ignored", "/docs/a.txt", ".gitignore", "*.txt", "/docs/.gitignore", 4)
        return Explanation(
            query, path, "/docs/a.txt", 3, 50, True, "/docs/c.txt", "a notice",
            OnDisk("/docs", False, 9, 12.5, obstacle), known, (Condition("filter", "type:pdf", False, True),), standing,
            (Advice("filter", "Take that out."),),
        )

    def duplicates(self, alike: Alike | None = None, limit: int = 50) -> Duplicates:
        newest = Twin("/docs/a.txt", "text", 9, 12.5, False, None)
        other = Twin("/docs/b.txt", "text", 7, 2.5, True, alike or "other version")
        return Duplicates((TwinGroup(7, (newest, other)),) * min(limit, 1), 1, 2, 7)

    def evaluate(
        self, queries: int, modes: Sequence[Mode], seed: int, report: Callable[[int, int], None],
        stop: threading.Event,
    ) -> Evaluation:
        """Until ``stop`` for ten thousand questions."""
        for done in range(queries):
            report(done, queries)
            if stop.wait(0.001):
                self.stopped.set()
                raise KnownError("cancelled", "It was called off.")
        share = 0.5, 0.4, 0.6
        figures = tuple(Figures(mode, None, queries, share, share, share) for mode in modes)
        return Evaluation(seed, 3, {"text": "m"}, figures, (Pace("all", 1.5, 3.0),), {"pictures": "None."}, None)

    def details(self, path: str) -> FileDetails:
        """Waits for ``gate`` where the path is ``/slow``."""
        if path == "/slow":
            self.gate.wait(20)
        part = Part(0, 4, "a context", {"page": 2, "box": "1,2,3,4"}, "ab")
        return FileDetails(path, "pdf", "ready", 9, 12.5, True, "T", None, 3, "text", (part,), False, "A part.")

    def views(self, names: Sequence[str]) -> dict[str, str]:
        return dict.fromkeys(names, "d2VicA==")

    def page(self, path: str, number: int, width: int, passage: str) -> Page:
        return Page("cG5n", width, 20, number, 7, ((1.0, 2.5, 3.0, 4.0),) if passage else ())

    def recent(self, limit: int = 10) -> list[RecentFile]:
        return [RecentFile("/docs/a.txt", "text", None, 12.5, 9, "ab")][:limit]

    def folders(self, part: str, limit: int = 20) -> list[str]:
        return [f"/docs/{part}"][:limit]

    def measure(self, path: str, stop: threading.Event | None = None) -> FolderSize:
        """Until ``stop`` for the path ``/endless``."""
        if path == "/endless" and stop is not None and stop.wait(20):
            self.stopped.set()
        return FolderSize(path, 3, 12, False, None, ("/docs",), "unreadable")

    def hidden(self, patterns: Sequence[str]) -> int:
        return len(patterns)

    def warm_up(self) -> None:
        self.asked.append("warm_up")

    def status(self) -> dict[str, Any]:
        return dict(self.state)

    def problems(self) -> list[Problem]:
        return [Problem("/docs/b.pdf", "failed", "damaged", "No pages."), Problem("/docs/c", None, "unreadable", "")]

    def retry(self, paths: Sequence[str]) -> int:
        return len(paths)

    def models(self) -> list[dict[str, Any]]:
        return [{"id": "m", "size": 3, "installed": True}]

    def add(self, path: str) -> None:
        self.tell(f"adding {path}")

    def remove(self, path: str) -> None:
        raise KnownError("not_indexed", "hunch status lists the folders that are.", path)

    def index(self, paths: Sequence[str], report: Callable[[Snapshot], None], stop: threading.Event) -> None:
        """Until ``stop``; with paths it ends after as many steps."""
        for done in range(len(paths) or 1_000_000):
            report(Snapshot("read", done, None, "/docs/a.txt"))
            if stop.wait(0.01):
                self.stopped.set()
                return

    def pause(self, minutes: float | None) -> None:
        self.asked.append(f"pause {minutes}")

    def resume(self) -> None:
        self.asked.append("resume")

    def settings_in_force(self) -> dict[str, Any]:
        return {"workers": 2}

    def change_settings(self, values: Mapping[str, Any]) -> dict[str, Any]:
        return {"workers": 2, **values}

    def fetch_model(self, model_id: str, progress: Callable[[int, int], None]) -> None:
        """Without end for the model ``endless``."""
        done = 0
        try:
            while done < 3 or model_id == "endless":
                done += 1
                progress(done, 3)
                time.sleep(0.01)
        finally:
            self.stopped.set()

    def import_model(self, model_id: str, path: str) -> None:
        self.asked.append(f"import {model_id} {path}")

    def use_model(self, model_id: str) -> None:
        self.asked.append(f"use {model_id}")

    def remove_model(self, model_id: str) -> None:
        self.asked.append(f"remove {model_id}")

    def verify_models(self, model_id: str | None) -> list[str]:
        return ["m"] if model_id is None else [model_id]

    def close(self) -> None:
        self.asked.append("close")


def made_up(query: str, path: str = "/docs/a.txt") -> Results:
    """One hit."""
    hit = Hit(path, "text", None, 0.5, "a snippet", ((2, 9),), {"line": 3, "member": "b"}, Why(words=1.0), (), 7)
    return Results(query, 1.25, (hit,), "a notice")


def main() -> None:
    places = Places.find(sys.argv[1])
    places.create()
    start_logging(places)
    end = threading.Event()
    signal.signal(signal.SIGTERM, lambda number, frame: end.set())
    with WriterLock(places):
        server = Server(places, StubFace(), end.set)
        server.start()
        end.wait()
        server.close()


if __name__ == "__main__":
    main()
