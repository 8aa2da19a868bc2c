"""The engine on the other side of a connection."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast, get_args

from indexer.answers import FileDetails, FolderSize, Mode, Page, Problem, RecentFile, Results, Snapshot
from indexer.client.calls import Calls
from indexer.client.find import Reached, reach, reach_or_start
from indexer.errors import KnownError
from indexer.protocol import messages as m
from indexer.protocol.card import Card
from indexer.reports import Alike, Duplicates, Evaluation, Explanation
from indexer.runtime import Places, WriterLock

START_SECONDS = 20.0
_QUIT_SECONDS = 30.0
_LOOK_SECONDS = 0.05
_SEARCHES = (m.Search, m.Similar)


class Client(Calls):
    """A ``Face``. Thread-safe; callbacks run in the thread that called, those of ``subscribe`` in one of ours.

    Every method raises KnownError engine_gone once the connection is lost, also those that are waiting then.
    """

    def __init__(self, reached: Reached, places: Places, tell: Callable[[str], None]) -> None:
        super().__init__(reached, tell)
        self.version = reached.version
        self._pid = reached.pid
        self._places = places

    @classmethod
    def connect(
        cls, places: Places, tell: Callable[[str], None], *, start: bool = False, wait_s: float = START_SECONDS
    ) -> Client | None:
        """A connection to the engine of a data folder.

        Args:
            tell: receives what the person should know although nothing failed; of a command in hand in the thread
                that called, else in one of ours, where it must not call the client.
            start: start an engine if none runs, and wait until it answers, ``wait_s`` seconds at most.

        Returns:
            None when no engine answers and none is to be started.

        Raises:
            KnownError: protocol when the engine is of another version; with ``start`` also engine_not_started,
                index_busy, read_only, not_a_folder.
        """
        reached = reach_or_start(places, wait_s) if start else reach(places)
        return None if reached is None else cls(reached, places, tell)

    def search(
        self, query: str, *, limit: int = 10, mode: str = "all", kinds: frozenset[str] | None = None,
        folder: str | None = None, first: Callable[[Results], None] | None = None,
    ) -> Results:
        """As ``Face.search``; also raises KnownError cancelled, see ``cancel_searches``."""
        if mode not in get_args(Mode):
            raise ValueError(f"mode must be one of {', '.join(get_args(Mode))}, not {mode!r}")

        def found(event: m.Event) -> None:
            if first is not None and isinstance(event, m.Found):
                first(event.results)

        request = m.Search(query, limit, cast(Mode, mode), kinds, folder, first is not None)
        answer: Results = self._ask(request, found)
        return answer

    def similar(self, path: str, *, limit: int = 10) -> Results:
        answer: Results = self._ask(m.Similar(path, limit))
        return answer

    def why(self, path: str, query: str) -> Explanation:
        answer: Explanation = self._ask(m.Explain(path, query))
        return answer

    def duplicates(self, alike: Alike | None = None, limit: int = 50) -> Duplicates:
        answer: Duplicates = self._ask(m.GetDuplicates(alike, limit))
        return answer

    def evaluate(
        self, queries: int, modes: Sequence[Mode], seed: int, report: Callable[[int, int], None],
        stop: threading.Event,
    ) -> Evaluation:
        def asked(event: m.Event) -> None:
            if isinstance(event, m.Asked):
                report(event.done, event.total)

        answer: Evaluation = self._ask(m.Evaluate(queries, tuple(modes), seed), asked, stop)
        return answer

    def cancel_searches(self) -> None:
        """Let all searches that wait now end with KnownError cancelled: nobody wants their answers any more."""
        with self._lock:
            ids = [id for id, call in self._calls.items() if isinstance(call.request, _SEARCHES)]
        for id in ids:
            self._post(m.Cancel(id))

    def details(self, path: str) -> FileDetails:
        answer: FileDetails = self._ask(m.GetDetails(path))
        return answer

    def views(self, names: Sequence[str]) -> dict[str, str]:
        answer: dict[str, str] = self._ask(m.GetViews(tuple(names)))
        return answer

    def page(self, path: str, number: int, width: int, passage: str) -> Page:
        answer: Page = self._ask(m.GetPage(path, number, width, passage))
        return answer

    def recent(self, limit: int = 10) -> list[RecentFile]:
        answer: list[RecentFile] = self._ask(m.GetRecent(limit))
        return answer

    def folders(self, part: str, limit: int = 20) -> list[str]:
        answer: list[str] = self._ask(m.GetFolders(part, limit))
        return answer

    def measure(self, path: str, stop: threading.Event | None = None) -> FolderSize:
        """As ``Face.measure``; raises KnownError cancelled when ``stop`` was set before the answer."""
        answer: FolderSize = self._ask(m.Measure(path), stop=stop)
        return answer

    def hidden(self, patterns: Sequence[str]) -> int:
        answer: int = self._ask(m.CountHidden(tuple(patterns)))
        return answer

    def warm_up(self) -> None:
        self._ask(m.WarmUp())

    def status(self) -> dict[str, Any]:
        answer: dict[str, Any] = self._ask(m.GetStatus())
        return answer

    def problems(self) -> list[Problem]:
        answer: list[Problem] = self._ask(m.GetProblems())
        return answer

    def retry(self, paths: Sequence[str]) -> int:
        answer: int = self._ask(m.Retry(tuple(paths)))
        return answer

    def models(self) -> list[dict[str, Any]]:
        answer: list[dict[str, Any]] = self._ask(m.GetModels())
        return answer

    def add(self, path: str) -> None:
        self._ask(m.Add(path))

    def remove(self, path: str) -> None:
        self._ask(m.Remove(path))

    def index(self, paths: Sequence[str], report: Callable[[Snapshot], None], stop: threading.Event) -> None:
        """As ``Face.index``. ``stop`` ends the waiting; the engine goes on with what it has to do."""

        def step(event: m.Event) -> None:
            if isinstance(event, m.Step):
                report(event.snapshot)

        try:
            self._ask(m.Index(tuple(paths)), step, stop)
        except KnownError as error:
            if error.code != "cancelled" or not stop.is_set():
                raise

    def pause(self, minutes: float | None) -> None:
        self._ask(m.Pause(minutes))

    def resume(self) -> None:
        self._ask(m.Resume())

    def settings_in_force(self) -> dict[str, Any]:
        answer: dict[str, Any] = self._ask(m.GetSettings())
        return answer

    def change_settings(self, values: Mapping[str, Any]) -> dict[str, Any]:
        answer: dict[str, Any] = self._ask(m.ChangeSettings(dict(values)))
        return answer

    def fetch_model(self, model_id: str, progress: Callable[[int, int], None]) -> None:
        def fetched(event: m.Event) -> None:
            if isinstance(event, m.Fetched):
                progress(event.done, event.total)

        self._ask(m.FetchModel(model_id), fetched)

    def import_model(self, model_id: str, path: str) -> None:
        self._ask(m.ImportModel(model_id, path))

    def use_model(self, model_id: str) -> None:
        self._ask(m.UseModel(model_id))

    def remove_model(self, model_id: str) -> None:
        self._ask(m.RemoveModel(model_id))

    def verify_models(self, model_id: str | None) -> list[str]:
        answer: list[str] = self._ask(m.VerifyModels(model_id))
        return answer

    def subscribe(self, on_status: Callable[[dict[str, Any]], None]) -> None:
        """Hear of every change of the status, now and at most four times a second; replaces an earlier subscription.

        ``on_status`` runs in one of our threads and must not call the client.
        """
        with self._lock:
            self._last_id += 1
            self._subscription = self._last_id, on_status
            id = self._last_id
        self._ask(m.Subscribe(), id=id)

    def unsubscribe(self) -> None:
        """Hear no more of the status."""
        with self._lock:
            self._subscription = None
        self._ask(m.Unsubscribe())

    def quit_engine(self) -> None:
        """End the engine; returns when it has really ended. Raises KnownError engine_busy when it does not."""
        self._ask(m.Quit())
        end = time.monotonic() + _QUIT_SECONDS
        self.lost.wait(_QUIT_SECONDS)
        while WriterLock.is_held(self._places):
            card = Card.read(self._places)
            if card is not None and card.pid != self._pid:
                return
            if time.monotonic() > end:
                raise KnownError("engine_busy", f"It did not end yet. Wait, or end process {self._pid}.")
            time.sleep(_LOOK_SECONDS)
