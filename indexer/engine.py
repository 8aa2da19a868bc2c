"""The engine in the process of whoever asks, for as long as it asks: what commands use while no engine runs."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from indexer.answering import Answering
from indexer.answers import Results, Snapshot
from indexer.errors import KnownError
from indexer.lookup import Lookup
from indexer.manners import Pause
from indexer.models_in_use import ModelsInUse
from indexer.pages import Pages
from indexer.paths import from_text
from indexer.runtime import Places, WriterLock
from indexer.settings import LiveSettings
from indexer.upkeep import Upkeep


class Engine(Answering):
    """Satisfies ``face.Face``. What changes the index takes the writer lock for as long as it works.

    Args:
        tell: receives what the person should know although nothing failed.
    """

    def __init__(self, places: Places, tell: Callable[[str], None]) -> None:
        self._places = places
        self._tell = tell
        self._settings = LiveSettings(places.settings)
        if self._settings.problem:
            tell(f"{self._settings.problem} The defaults are used until then.")
        self._models = ModelsInUse(places.models, lambda: self._settings.now, background=False)
        self._lookup = Lookup(places, self._models, lambda: self._settings.now, self._make_index)
        self._pages = Pages(lambda: self._settings.now.extract_memory_mb)
        self._upkeep = Upkeep(
            places, self._models, lambda: self._settings.now, tell, self._lookup.renew, background=False
        )

    def close(self) -> None:
        """End the children and close the database."""
        self._pages.close()
        self._lookup.close()
        self._models.close()

    def search(
        self, query: str, *, limit: int = 10, mode: str = "all", kinds: frozenset[str] | None = None,
        folder: str | None = None, first: Callable[[Results], None] | None = None,
    ) -> Results:
        """The best files for ``query``; see ``search.Searcher.search``."""
        return self._lookup.search(query, limit=limit, mode=mode, kinds=kinds, folder=folder, first=first)

    def similar(self, path: str, *, limit: int = 10) -> Results:
        """Files whose content is near that of the file at ``path``."""
        return self._lookup.similar(path, limit=limit)

    def status(self) -> dict[str, Any]:
        """What is indexed and what waits, in the documented form of ``hunch status --json``."""
        paused = Pause(self._places.pause).state(time.time())
        state = "indexing" if WriterLock.is_held(self._places) else "paused" if paused else "idle"
        return {
            "state": state, **self._lookup.counted(), "phase": None, "current": None, "rate": None, "eta_s": None,
            "waiting": None, "notices": [], "engine": None,
        }

    def retry(self, paths: Sequence[str]) -> int:
        """Have failed files read again at the next ``index``: all, or those at or below ``paths``."""
        with self._writing():
            return self._upkeep.retry(paths)

    def add(self, path: str) -> None:
        """Keep the folder at database path ``path`` indexed."""
        with self._writing():
            self._upkeep.add(path)

    def remove(self, path: str) -> None:
        """Forget the chosen folder at database path ``path``, there or not. Raises KnownError not_indexed."""
        with self._writing():
            self._upkeep.remove(path)

    def index(self, paths: Sequence[str], report: Callable[[Snapshot], None], stop: threading.Event) -> None:
        """Bring the index up to date: look for changes (below ``paths`` only, if any), read, embed.

        A folder that is in no chosen one yet is added. Whatever ends this early, the next call goes on from there.
        """
        with self._writing():
            self._upkeep.scan(
                self._upkeep.starts(paths), stop.is_set,
                lambda seen, folder: report(Snapshot("scan", seen, None, folder)),
            )
            self._upkeep.read(report, stop)
            if stop.is_set():
                return
            self._learn(report, stop)

    def _learn(self, report: Callable[[Snapshot], None], stop: threading.Event) -> None:
        """Embed, look, and read the text in pictures; a model that cannot do its part leaves the others theirs."""
        stages = [self._upkeep.embed, self._upkeep.see, self._upkeep.read_pictures]
        failed: KnownError | None = None
        again = True
        while again and not stop.is_set():
            again = False
            for stage in tuple(stages):
                try:
                    again = not stage(report, stop) or again
                except KnownError as error:
                    if not error.code.startswith("model_"):
                        raise
                    stages.remove(stage)
                    if error.code == "model_missing":
                        self._tell(error.message)
                    else:
                        failed = failed or error
        if failed is not None:
            raise failed

    def pause(self, minutes: float | None) -> None:
        """The engine will not index for a time, or until ``resume``, once it runs."""
        Pause(self._places.pause).pause(minutes, time.time())

    def resume(self) -> None:
        """End the pause."""
        Pause(self._places.pause).resume()

    def change_settings(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Change some settings; all that are then in force."""
        return asdict(self._settings.change(**values))

    def fetch_model(self, model_id: str, progress: Callable[[int, int], None]) -> None:
        """Install a model, downloading it when it is not on this machine."""
        self._models.fetch(model_id, progress)

    def import_model(self, model_id: str, path: str) -> None:
        """Install a model from a file or folder."""
        self._models.import_path(model_id, Path(from_text(path)))

    def use_model(self, model_id: str) -> None:
        """Index with this model from now on. Raises KnownError model_missing when it is not installed."""
        self._settings.change(**self._models.choice(model_id))

    def remove_model(self, model_id: str) -> None:
        """Delete a model's file."""
        self._models.remove(model_id)

    def verify_models(self, model_id: str | None) -> list[str]:
        """Check installed models against their hashes; returns their ids."""
        return self._models.verify(model_id)

    def _make_index(self) -> None:
        with self._writing():
            pass

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with WriterLock(self._places), self._upkeep.opened():
            yield
