"""Everything that only reads the index: questions, counts, problems."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from typing import Any, Literal, Protocol, TypeVar

import apsw

from indexer.answers import FileDetails, FolderSize, Mode, Problem, RecentFile, Results
from indexer.duplicates import duplicates
from indexer.errors import KnownError
from indexer.evaluate import DEPTH, evaluate
from indexer.extract import kind_of
from indexer.extract.rejoin import Kept, rejoin
from indexer.extractor import Extractor
from indexer.model_host import ModelHost, Vectors
from indexer.models_in_use import ModelsInUse
from indexer.paths import from_text
from indexer.reports import Alike, Duplicates, Evaluation, Explanation
from indexer.runtime import Places, WriterLock
from indexer.scan import Options, hidden, measure
from indexer.search import Outside, PictureQueries, Searcher
from indexer.settings import Settings
from indexer.store import files, roots, shown, status, vectors
from indexer.store.chunks import embedding_text
from indexer.store.connection import known_errors, open_reader
from indexer.store.problems import problems
from indexer.why import Library, explain
from models.catalogue import spec_of

_Answer = TypeVar("_Answer")
_OUTSIDE_PASSAGES = 64
"""Passages and pictures of a file outside the index that are looked at."""

_TEXT_CHARACTERS = 2_000_000
"""Most of a file's text that is shown."""

log = logging.getLogger(__name__)


class Search(Protocol):
    """``face.Face.search``, as far as it is needed here."""

    def __call__(self, query: str, *, limit: int, mode: str) -> Results: ...


class Lookup:
    """Answers from the last committed state of the index. Thread-safe; never waits for a writer.

    Args:
        settings: asked for those in force.
        make_index: makes an empty index where there is none yet.
        doubt: called when the index turns out to be damaged; must not call the Lookup.
    """

    def __init__(
        self, places: Places, models: ModelsInUse, settings: Callable[[], Settings], make_index: Callable[[], None],
        doubt: Callable[[], None] = lambda: None,
    ) -> None:
        self._places = places
        self._models = models
        self._settings = settings
        self._make_index = make_index
        self._doubt = doubt
        self._searcher: Searcher | None = None
        self._lock = threading.Lock()
        self._asking = 0
        self._quiet = threading.Condition(self._lock)

    def search(
        self, query: str, *, limit: int, mode: str, kinds: frozenset[str] | None, folder: str | None,
        first: Callable[[Results], None] | None = None,
    ) -> Results:
        """The best files for ``query``; see ``search.Searcher.search``."""
        return self._ask(
            lambda searcher: searcher.search(query, limit=limit, mode=mode, kinds=kinds, folder=folder, first=first)
        )

    def similar(self, path: str, *, limit: int) -> Results:
        """Files whose content is near that of the file at ``path``, which is read where it is not in the index.

        Raises KnownError: not_indexed, or why it cannot be read.
        """
        return self._ask(lambda searcher: searcher.similar(path, limit=limit))

    def why(self, path: str, query: str) -> Explanation:
        """Why the file at ``path`` is, or is not, among the results of ``query``."""
        settings = self._settings()
        options = Options.of(settings, self._places)

        def question(searcher: Searcher) -> Explanation:
            with closing(self._reader()) as connection:
                is_running = WriterLock.is_held(self._places)
                return explain(Library(connection, searcher, options, settings, is_running), path, query)

        return self._ask(question)

    def duplicates(self, alike: Alike | None, limit: int) -> Duplicates:
        """Files that are there more than once, in ``limit`` groups at most."""
        with self._reading(), closing(self._reader()) as connection:
            return duplicates(connection, alike, limit)

    def evaluate(
        self, search: Search, queries: int, modes: Sequence[Mode], seed: int, report: Callable[[int, int], None],
        stop: threading.Event,
    ) -> Evaluation:
        """How well ``search`` finds this library's files; see ``evaluate.evaluate``."""
        def ask(query: str, mode: Mode) -> Results:
            return search(query, limit=DEPTH, mode=mode)

        with self._reading(), closing(self._reader()) as connection:
            return evaluate(connection, ask, modes, queries, seed, report, stop.is_set)

    def _read_outside(self, path: str) -> Outside:
        """What a file holds that the index knows nothing of. Raises KnownError."""
        if not os.path.isfile(from_text(path)):  # noqa: PTH113
            raise KnownError("not_indexed", "No model has read it yet, so nothing can be said to be like it.", path)
        now = self._settings()
        with closing(Extractor(now.extract_timeout_s, now.extract_memory_mb)) as extractor:
            found = extractor.read(path, kind_of(path))
        with closing(self._reader()) as connection:
            text, image = self._query_host(connection, "text"), self._query_host(connection, "image")
        texts = [embedding_text(one.context, one.text) for one in found.passages[:_OUTSIDE_PASSAGES]]
        views = [view.webp for view in found.views[:_OUTSIDE_PASSAGES]]
        by_text = text.embed_documents(texts).mean(axis=0) if text and texts else None
        seen = image.embed_pictures(views)[0] if image and views else None
        return Outside(by_text, seen.mean(axis=0) if seen is not None and len(seen) else None)

    def warm_up(self) -> None:
        """Load the models in the background, so that the first question does not wait for them."""

        def load() -> None:
            with suppress(KnownError), closing(self._reader()) as connection:
                for kind in ("text", "image"):
                    host = self._query_host(connection, kind)
                    if host is not None:
                        host.embed_query("")

        threading.Thread(target=load, name="hunch-warm-up", daemon=True).start()

    def counted(self) -> dict[str, Any]:
        """Files, passages, folders and spaces, in the documented form of ``hunch status --json``."""
        with self._reading(), closing(self._reader()) as connection:
            return status.counted(connection)

    def details(self, path: str) -> FileDetails:
        """What is known of the file at ``path``. Raises KnownError not_indexed."""
        with self._reading(), closing(self._reader()) as connection:
            row = files.by_path(connection, path)
            if row is None:
                raise KnownError("not_indexed", "It is in no folder that is indexed, or was not looked at yet.", path)
            passages = [Kept(*passage) for passage in shown.passages(connection, row.id)]
            offline = any(root.id == row.root_id and root.missing for root in roots.roots(connection))
        text, parts, cut = rejoin(passages, row.kind, _TEXT_CHARACTERS)
        problem = KnownError(row.error_code, row.error_detail or "") if row.error_code else None
        return FileDetails(
            path=row.path, kind=row.kind, state=row.state, size=row.size, modified=row.mtime_ns / 1e9, offline=offline,
            title=row.title, author=row.author, pages=row.pages, text=text, parts=parts,
            cut=cut or row.error_code == "cut_short", error=str(problem).strip() if problem else None,
            taken_at=row.taken_at, camera=row.camera, latitude=row.latitude, longitude=row.longitude, width=row.width,
            height=row.height,
        )

    def views(self, names: Sequence[str]) -> dict[str, str]:
        """WEBPs as base64 by name; those not there are left out. Raises KnownError too_large for over 200 names."""
        if len(names) > shown.VIEWS:
            raise KnownError("too_large", f"Ask for {shown.VIEWS} pictures at most at a time.")
        with self._reading(), closing(self._reader()) as connection:
            return shown.views(connection, names)

    def recent(self, limit: int) -> list[RecentFile]:
        """Documents and pictures changed last, newest first."""
        with self._reading(), closing(self._reader()) as connection:
            return shown.recent(connection, limit)

    def folders(self, part: str, limit: int) -> list[str]:
        """Folders in the index whose name contains ``part``."""
        with self._reading(), closing(self._reader()) as connection:
            return shown.folders(connection, part, limit, os.sep)

    def measure(self, path: str, stop: threading.Event) -> FolderSize:
        """Count what indexing the folder at ``path`` would read; see ``scan.measure``."""
        with self._reading(), closing(self._reader()) as connection:
            chosen = roots.roots(connection)
        return measure(path, chosen, Options.of(self._settings(), self._places), stop)

    def hidden(self, patterns: Sequence[str]) -> int:
        """How many files in the index more ignore patterns would leave out."""
        with self._reading(), closing(self._reader()) as connection:
            return hidden(connection, patterns, self._settings().ignore)

    def problems(self) -> list[Problem]:
        """Files and folders that are not indexed, or only in part, by path."""
        with self._reading(), closing(self._reader()) as connection:
            return problems(connection)

    def models(self) -> list[dict[str, Any]]:
        """The catalogue of text models, with what is installed and in use."""
        with self._reading(), closing(self._reader()) as connection:
            spaces = vectors.spaces(connection)
        return self._models.rows({space.model_id for space in spaces if space.is_active})

    def renew(self) -> None:
        """Begin anew: another model answers from now on, or the index is another file. Waits for running questions."""
        with self._lock:
            self._quiet.wait_for(lambda: not self._asking)
            if self._searcher is not None:
                self._searcher.close()
                self._searcher = None

    def close(self) -> None:
        """Close all connections; running questions are waited for."""
        self.renew()

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """What SQLite reports as KnownError; damage is passed on to whoever can do something about it."""
        try:
            with known_errors(self._places.index_db):
                yield
        except KnownError as error:
            if error.code == "index_damaged":
                self._doubt()
            raise

    def _ask(self, question: Callable[[Searcher], _Answer]) -> _Answer:
        with self._lock, self._reading():
            if self._searcher is None:
                with closing(self._reader()) as connection:
                    self._searcher = self._new_searcher(connection)
            searcher = self._searcher
            self._asking += 1
        try:
            with self._reading():
                return question(searcher)
        finally:
            with self._lock:
                self._asking -= 1
                self._quiet.notify_all()

    def _new_searcher(self, connection: apsw.Connection) -> Searcher:
        pictures = self._picture_queries(connection)
        try:
            host = self._query_host(connection, "text")
        except KnownError as error:
            return Searcher(self._reader, _refusing(error), None, pictures, self._read_outside)
        if host is None:
            return Searcher(self._reader, None, None, pictures, self._read_outside)
        return Searcher(self._reader, host.embed_query, host.embed_sentences, pictures, self._read_outside)

    def _picture_queries(self, connection: apsw.Connection) -> PictureQueries | None:
        space = vectors.active_space(connection, "image")
        try:
            host = self._query_host(connection, "image")
        except KnownError as error:
            return PictureQueries(_refusing(error), 1.0)
        facts = spec_of(space.model_id).image if space else None
        return PictureQueries(host.embed_sentences, facts.match) if host and facts else None

    def _query_host(self, connection: apsw.Connection, kind: Literal["text", "image"]) -> ModelHost | None:
        """The model of the active space, None before there is one. Raises KnownError when it cannot be used."""
        space = vectors.active_space(connection, kind)
        if space is None:
            return None
        if self._models.fingerprint(space.model_id) != space.fingerprint:
            raise KnownError("model_mismatch", "It changed since the files were read. hunch index reads them anew.")
        return self._models.host(space.model_id, "asking")

    def _reader(self) -> apsw.Connection:
        if not self._places.index_db.exists():
            self._make_index()
        return open_reader(self._places.index_db)


def _refusing(reason: KnownError) -> Callable[[object], Vectors]:
    """In place of a model that cannot be used: whoever asks it is told why."""

    def refuse(texts: object) -> Vectors:
        raise reason

    return refuse
