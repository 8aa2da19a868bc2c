"""What the engine offers, in process or over its socket: one face for the command line and the window."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from indexer.answers import FileDetails, FolderSize, Mode, Page, Problem, RecentFile, Results, Snapshot
from indexer.reports import Alike, Duplicates, Evaluation, Explanation


class Face(Protocol):
    """Thread-safe. Paths are database paths. Every method raises KnownError; callbacks run in the calling thread."""

    def search(
        self, query: str, *, limit: int = 10, mode: str = "all", kinds: frozenset[str] | None = None,
        folder: str | None = None, first: Callable[[Results], None] | None = None,
    ) -> Results:
        """The best files for ``query``. ``first`` gets the answer by names and words before the full one is there."""

    def similar(self, path: str, *, limit: int = 10) -> Results:
        """Files whose content is near that of the file at ``path``."""

    def why(self, path: str, query: str) -> Explanation:
        """Why a file is, or is not, among the results of ``query``, and what would bring it up.

        The file need not be in the index, nor be there at all; where none is at ``path``, one in the index of that name
        is meant.
        """

    def duplicates(self, alike: Alike | None = None, limit: int = 50) -> Duplicates:
        """Files that are there more than once, in so many groups at most: alike in any way, or in that one."""

    def evaluate(
        self, queries: int, modes: Sequence[Mode], seed: int, report: Callable[[int, int], None],
        stop: threading.Event,
    ) -> Evaluation:
        """Ask about ``queries`` questions made from the files themselves in each mode; takes minutes.

        ``report`` gets the questions done and in all. Raises KnownError cancelled once ``stop`` is set.
        """

    def details(self, path: str) -> FileDetails:
        """What the index knows of a file, its text included. Raises KnownError not_indexed."""

    def views(self, names: Sequence[str]) -> dict[str, str]:
        """Small pictures, 200 at most, as base64 of a WEBP by name, see ``Hit.picture``; others are left out."""

    def page(self, path: str, number: int, width: int, passage: str) -> Page:
        """A page of a PDF (from 1) drawn ``width`` pixels wide, 16 to 4,000, the text of ``passage`` marked.

        Of a picture ``number`` is a page or frame; it is upright and never enlarged, but for a drawing. Raises
        KnownError for what keeps the file from being read.
        """

    def recent(self, limit: int = 10) -> list[RecentFile]:
        """Documents and pictures changed last, newest first; none of a disk that is not there."""

    def folders(self, part: str, limit: int = 20) -> list[str]:
        """Folders in the index whose name contains ``part``, the best fit first; the chosen ones for an empty part."""

    def measure(self, path: str, stop: threading.Event | None = None) -> FolderSize:
        """Count what indexing the folder at ``path`` would read. Takes two seconds at most; ``stop`` ends it."""

    def hidden(self, patterns: Sequence[str]) -> int:
        """How many files in the index these ignore patterns would leave out, beyond those in force."""

    def warm_up(self) -> None:
        """Load the models in the background; returns at once."""

    def status(self) -> dict[str, Any]:
        """The documented object of ``hunch status --json``."""

    def problems(self) -> list[Problem]:
        """Files and folders that are not indexed, or only in part, by path."""

    def retry(self, paths: Sequence[str]) -> int:
        """Read failed files again: all, or those at or below ``paths``; returns how many."""

    def models(self) -> list[dict[str, Any]]:
        """The catalogue of models, with what is installed and in use."""

    def add(self, path: str) -> None:
        """Keep a folder indexed."""

    def remove(self, path: str) -> None:
        """Forget a folder."""

    def index(self, paths: Sequence[str], report: Callable[[Snapshot], None], stop: threading.Event) -> None:
        """Look for changes (below ``paths`` only, if any) and return when nothing waits, or when ``stop`` is set."""

    def pause(self, minutes: float | None) -> None:
        """Stop indexing for a time, or until ``resume``."""

    def resume(self) -> None:
        """Go on indexing."""

    def settings_in_force(self) -> dict[str, Any]:
        """Every setting with the value used now."""

    def change_settings(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Change some settings; all that are then in force.

        Raises KnownError settings_invalid, read_only, disk_full.
        """

    def fetch_model(self, model_id: str, progress: Callable[[int, int], None]) -> None:
        """Install a model, downloading it when it is not on this machine. ``progress`` gets bytes done and in all."""

    def import_model(self, model_id: str, path: str) -> None:
        """Install a model from a file or folder."""

    def use_model(self, model_id: str) -> None:
        """Index with this model from now on."""

    def remove_model(self, model_id: str) -> None:
        """Delete a model's file."""

    def verify_models(self, model_id: str | None) -> list[str]:
        """Check installed models against their hashes; returns their ids."""

    def close(self) -> None:
        """Let go of everything."""
