"""An engine made of plain data, on the far side of the bridge: what the window is tested with."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from indexer.answers import (
    FileDetails,
    FolderSize,
    Hit,
    Locator,
    Mode,
    Page,
    Part,
    Problem,
    RecentFile,
    Results,
    Snapshot,
    Why,
)
from indexer.client import Link
from indexer.errors import KnownError
from indexer.reports import Alike, Duplicates, Evaluation, Explanation, OnDisk, TwinGroup
from indexer.settings import Settings

# 32 x 24 pixels.
WEBP = (
    "UklGRkoAAABXRUJQVlA4ID4AAABQAwCdASogABgAPtFMtFooIqUlFAEAGglpAAAu6KbB/EqgAAD+9E4eJR+B1BA3Uy7kOE08NqlF"
    "Lm04wZeAAA=="
)
# One pixel.
PNG = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)

IDLE: dict[str, Any] = {
    "state": "idle", "files": {"ready": 1240, "pending": 0, "failed": 3, "skipped": 1}, "chunks": 5000, "pictures": 40,
    "unread_pictures": 0, "roots": [{"path": "/home/mia/Documents", "paused": False, "missing": False,
               "files": {"ready": 1240, "pending": 0, "failed": 3, "skipped": 1}}],
    "spaces": [{"kind": "text", "model": "all-MiniLM-L6-v2", "dim": 384, "active": True, "due": 0}],
    "phase": "idle", "current": None, "rate": None, "eta_s": None, "waiting": None, "notices": [],
    "engine": {"pid": 1, "since": 0.0},
}


def hit(
    path: str, *, score: float = 0.5, snippet: str = "what it says", highlights: tuple[tuple[int, int], ...] = (),
    locator: Locator | None = None, kind: str = "text", **more: Any,
) -> Hit:
    """A hit with one passage made of the same."""
    why = more.pop("why", Why(words=score))
    return Hit(
        path, kind, more.pop("title", None), score, snippet, highlights, locator or {}, why, more.pop("passages", ()),
        more.pop("file_id", abs(hash(path)) % 1_000_000), modified=more.pop("modified", 1_700_000_000.0),
        size=more.pop("size", 12_345), **more,
    )


def details(path: str, text: str = "First line\nSecond line", kind: str = "text", **more: Any) -> FileDetails:
    """A file whose text is one passage."""
    plain = FileDetails(
        path, kind, "ready", 12_345, 1_700_000_000.0, False, None, None, None, text,
        (Part(0, len(text), "", {"line": 1}),), False,
    )
    return replace(plain, **more)


class FakeEngine:
    """A ``Face`` that answers from what a test put into it, in the thread that asks, and keeps what it was asked.

    Attributes:
        answers: hits by query; a query that is not there finds nothing.
        early: hits of the first answer by query; without them there is no first answer.
        gates: events by query which a search waits for before its full answer; ``duplicates`` by its own name.
        explanations: what ``why`` answers, by path.
        errors: what the methods of a name raise.
        asked: (method, arguments) in order.
    """

    def __init__(self) -> None:
        self.answers: dict[str, Sequence[Hit]] = {}
        self.early: dict[str, Sequence[Hit]] = {}
        self.chance_from: dict[str, int] = {}
        self.notice: str | None = None
        self.gates: dict[str, threading.Event] = {}
        self.errors: dict[str, KnownError] = {}
        self.asked: list[tuple[str, Any]] = []
        self.files: dict[str, FileDetails] = {}
        self.pages: dict[str, int] = {}
        self.recent_files: list[RecentFile] = []
        self.problem_list: list[Problem] = []
        self.model_list: list[dict[str, Any]] = []
        self.sizes: dict[str, FolderSize] = {}
        self.hidden_count = 0
        self.twins: Sequence[TwinGroup] = ()
        self.explanations: dict[str, Explanation] = {}
        self.settings: dict[str, Any] = {
            name: getattr(Settings(), name) for name in Settings.__dataclass_fields__
        }
        self.state: dict[str, Any] = dict(IDLE)
        self._called_off = 0

    def search(
        self, query: str, *, limit: int = 10, mode: str = "all", kinds: frozenset[str] | None = None,
        folder: str | None = None, first: Callable[[Results], None] | None = None,
    ) -> Results:
        self._note("search", (query, limit, mode))
        if first is not None and query in self.early:
            first(Results(query, 1.0, tuple(self.early[query])[:limit]))
        gate = self.gates.get(query)
        if gate is not None:
            called_off = self._called_off
            while not gate.wait(0.005):
                if self._called_off != called_off:
                    raise KnownError("cancelled", "It was called off.")
        found = tuple(self.answers.get(query, ()))[:limit]
        return Results(query, 2.0, found, self.notice, self.chance_from.get(query))

    def similar(self, path: str, *, limit: int = 10) -> Results:
        self._note("similar", path)
        return Results(path, 2.0, tuple(self.answers.get(path, ()))[:limit])

    def why(self, path: str, query: str) -> Explanation:
        self._note("why", (path, query))
        if path in self.explanations:
            return replace(self.explanations[path], query=query)
        places = [hit.path for hit in self.answers.get(query, ())]
        place = places.index(path) + 1 if path in places else None
        disk = OnDisk(None, False, None, None, None)
        return Explanation(query, path, path, place, 50, False, None, self.notice, disk, None, (), None, ())

    def duplicates(self, alike: Alike | None = None, limit: int = 50) -> Duplicates:
        self._note("duplicates", (alike, limit))
        gate = self.gates.get("duplicates")
        if gate is not None:
            gate.wait(10)
        files = sum(len(group.files) for group in self.twins)
        return Duplicates(
            tuple(self.twins[:limit]), len(self.twins), files, sum(group.space for group in self.twins)
        )

    def evaluate(
        self, queries: int, modes: Sequence[Mode], seed: int, report: Callable[[int, int], None],
        stop: threading.Event,
    ) -> Evaluation:
        self._note("evaluate", (queries, tuple(modes), seed))
        return Evaluation(seed, 0, {}, (), (), {}, "Too few files.")

    def cancel_searches(self) -> None:
        self._called_off += 1

    def quit_engine(self) -> None:
        self._note("quit_engine", None)

    def details(self, path: str) -> FileDetails:
        self._note("details", path)
        if path not in self.files:
            raise KnownError("not_indexed", "Nothing is known of it.", path)
        return self.files[path]

    def views(self, names: Sequence[str]) -> dict[str, str]:
        self._note("views", tuple(names))
        return {name: WEBP for name in names if not name.startswith("missing")}

    def page(self, path: str, number: int, width: int, passage: str) -> Page:
        self._note("page", (path, number, width, passage))
        marks = ((0.1, 0.1, 0.5, 0.1),) if passage else ()
        return Page(PNG, 1, 1, number, self.pages.get(path, 1), marks)

    def recent(self, limit: int = 10) -> list[RecentFile]:
        self._note("recent", limit)
        return self.recent_files[:limit]

    def measure(self, path: str, stop: threading.Event | None = None) -> FolderSize:
        self._note("measure", path)
        return self.sizes.get(path, FolderSize(path, 120, 5_000_000, True, None, (), None))

    def hidden(self, patterns: Sequence[str]) -> int:
        self._note("hidden", tuple(patterns))
        return self.hidden_count

    def folders(self, part: str, limit: int = 20) -> list[str]:
        self._note("folders", part)
        return [root["path"] for root in self.state["roots"] if part.lower() in root["path"].lower()][:limit]

    def warm_up(self) -> None:
        self._note("warm_up", None)

    def status(self) -> dict[str, Any]:
        self._note("status", None)
        return self.state

    def problems(self) -> list[Problem]:
        self._note("problems", None)
        return list(self.problem_list)

    def retry(self, paths: Sequence[str]) -> int:
        self._note("retry", tuple(paths))
        return len(paths) or len(self.problem_list)

    def models(self) -> list[dict[str, Any]]:
        self._note("models", None)
        return self.model_list

    def add(self, path: str) -> None:
        self._note("add", path)

    def remove(self, path: str) -> None:
        self._note("remove", path)

    def index(self, paths: Sequence[str], report: Callable[[Snapshot], None], stop: threading.Event) -> None:
        self._note("index", tuple(paths))

    def pause(self, minutes: float | None) -> None:
        self._note("pause", minutes)

    def resume(self) -> None:
        self._note("resume", None)

    def settings_in_force(self) -> dict[str, Any]:
        self._note("settings", None)
        return dict(self.settings)

    def change_settings(self, values: Mapping[str, Any]) -> dict[str, Any]:
        self._note("change_settings", values)
        self.settings.update(values)
        return dict(self.settings)

    def fetch_model(self, model_id: str, progress: Callable[[int, int], None]) -> None:
        self._note("fetch_model", model_id)
        gate = self.gates.get(model_id)
        for done in (0, 50, 100):
            progress(done, 100)
            while done == 50 and gate is not None and not gate.wait(0.005):
                progress(done, 100)

    def import_model(self, model_id: str, path: str) -> None:
        self._note("import_model", (model_id, path))

    def use_model(self, model_id: str) -> None:
        self._note("use_model", model_id)

    def remove_model(self, model_id: str) -> None:
        self._note("remove_model", model_id)

    def verify_models(self, model_id: str | None) -> list[str]:
        self._note("verify_models", model_id)
        return [row["id"] for row in self.model_list if row.get("installed")]

    def close(self) -> None:
        pass

    def _note(self, method: str, arguments: object) -> None:
        self.asked.append((method, arguments))
        if method in self.errors:
            raise self.errors[method]


class FakeConnection:
    """What ``app.bridge`` connects with; ``link`` and ``status`` are sent by the test."""

    def __init__(self, engine: FakeEngine) -> None:
        self.engine = engine
        self.gone: KnownError | None = None
        self.retried = 0
        self.restarted = 0
        self._tell: Callable[[str], None] = lambda text: None
        self._on_link: Callable[[Link], None] = lambda link: None
        self._on_status: Callable[[dict[str, Any]], None] = lambda status: None

    def __call__(
        self, *, tell: Callable[[str], None], on_link: Callable[[Link], None],
        on_status: Callable[[dict[str, Any]], None],
    ) -> FakeConnection:
        self._tell, self._on_link, self._on_status = tell, on_link, on_status
        self.set_link("connected")
        self.set_status(**self.engine.state)
        return self

    @property
    def client(self) -> FakeEngine:
        if self.gone is not None:
            raise self.gone
        return self.engine

    def set_link(self, state: Any, message: str = "") -> None:
        """The connection is now in ``state``; without one every question fails."""
        self.gone = None if state == "connected" else KnownError("engine_gone", "It is being started again.")
        self._on_link(Link(state, message))

    def set_status(self, **values: Any) -> None:
        """The engine tells a status with these values changed."""
        self.engine.state = {**self.engine.state, **values}
        self._on_status(self.engine.state)

    def tell(self, text: str) -> None:
        """The engine has something to say."""
        self._tell(text)

    def retry(self) -> None:
        self.retried += 1

    def restart(self) -> None:
        self.restarted += 1

    def close(self) -> None:
        pass
