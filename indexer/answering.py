"""What is answered from index and settings alone: the same in a command's process and in the background engine."""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any

from indexer.answers import FileDetails, FolderSize, Mode, Page, Problem, RecentFile, Results
from indexer.lookup import Lookup
from indexer.pages import Pages
from indexer.reports import Alike, Duplicates, Evaluation, Explanation
from indexer.settings import LiveSettings


class Answering(ABC):
    """Part of ``face.Face``. Thread-safe. Whoever derives from it makes and closes what it asks."""

    _lookup: Lookup
    _pages: Pages
    _settings: LiveSettings

    @abstractmethod
    def search(
        self, query: str, *, limit: int = 10, mode: str = "all", kinds: frozenset[str] | None = None,
        folder: str | None = None, first: Callable[[Results], None] | None = None,
    ) -> Results:
        """The best files for ``query``; see ``face.Face.search``."""

    def why(self, path: str, query: str) -> Explanation:
        """Why a file is, or is not, among the results of ``query``; see ``face.Face.why``."""
        return self._lookup.why(path, query)

    def duplicates(self, alike: Alike | None = None, limit: int = 50) -> Duplicates:
        """Files that are there more than once, those that take the most space first."""
        return self._lookup.duplicates(alike, limit)

    def evaluate(
        self, queries: int, modes: Sequence[Mode], seed: int, report: Callable[[int, int], None],
        stop: threading.Event,
    ) -> Evaluation:
        """How well the person's own files are found; see ``face.Face.evaluate``."""
        return self._lookup.evaluate(self.search, queries, modes, seed, report, stop)

    def details(self, path: str) -> FileDetails:
        """What is known of the file at ``path``. Raises KnownError not_indexed."""
        return self._lookup.details(path)

    def views(self, names: Sequence[str]) -> dict[str, str]:
        """Small pictures as base64 of a WEBP by name; those not there are left out."""
        return self._lookup.views(names)

    def page(self, path: str, number: int, width: int, passage: str) -> Page:
        """A page of a PDF or a picture as it looks; see ``face.Face.page``."""
        return self._pages.page(path, number, width, passage)

    def recent(self, limit: int = 10) -> list[RecentFile]:
        """Documents and pictures changed last, newest first."""
        return self._lookup.recent(limit)

    def folders(self, part: str, limit: int = 20) -> list[str]:
        """Folders in the index whose name contains ``part``."""
        return self._lookup.folders(part, limit)

    def measure(self, path: str, stop: threading.Event | None = None) -> FolderSize:
        """Count what indexing the folder at ``path`` would read, two seconds at most."""
        return self._lookup.measure(path, stop or threading.Event())

    def hidden(self, patterns: Sequence[str]) -> int:
        """How many files in the index these ignore patterns would leave out, beyond those in force."""
        return self._lookup.hidden(patterns)

    def warm_up(self) -> None:
        """Load the text model in the background, so that the first question does not wait for it."""
        self._lookup.warm_up()

    def problems(self) -> list[Problem]:
        """Files and folders that are not indexed, or only in part, by path."""
        return self._lookup.problems()

    def settings_in_force(self) -> dict[str, Any]:
        """Every setting with the value used now."""
        return asdict(self._settings.now)

    def models(self) -> list[dict[str, Any]]:
        """The catalogue of text models, with what is installed and in use."""
        return self._lookup.models()
