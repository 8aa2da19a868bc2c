"""The engine: owns settings, store, models, readers and search. What the command line talks to."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import apsw

from indexer import settings as settings_file
from indexer.errors import KnownError
from indexer.extractor import Extractor
from indexer.model_host import ModelHost, Vectors
from indexer.models_in_use import ModelsInUse
from indexer.paths import display, from_text, to_text
from indexer.pipeline import Pipeline, Report, Snapshot
from indexer.runtime import Places, WriterLock
from indexer.scan import Chosen, Options, Start, add_folder, resolve, scan
from indexer.search import Results, Searcher
from indexer.store import chosen, maintenance, roots, status, vectors
from indexer.store.connection import close_writer, open_reader, open_writer
from indexer.store.problems import Problem, problems

__all__ = ["Engine", "Problem"]

log = logging.getLogger(__name__)


class Engine:
    """One data folder's index and everything that works on it.

    Reading (search, status, problems) needs no lock and goes on while another process writes; what changes the
    index takes the writer lock for as long as it works.

    Args:
        tell: receives what the person should know although nothing failed.
    """

    def __init__(self, places: Places, tell: Callable[[str], None]) -> None:
        self._places = places
        self._tell = tell
        try:
            self.settings = settings_file.load(places.settings)
        except KnownError as error:
            tell(f"{error} The defaults are used until then.")
            self.settings = settings_file.Settings()
        self._models = ModelsInUse(places.models, self.settings.text_dim or None)
        self._searcher: Searcher | None = None
        self._searcher_lock = threading.Lock()

    def close(self) -> None:
        """End the children and close the database."""
        self._close_searcher()
        self._models.close()

    def add(self, path: str) -> None:
        """Keep the folder at database path ``path`` indexed."""
        with self._writing() as connection:
            done = self._choose(connection, path)
        if done.covered:
            self._tell(f"{display(done.root.path)} is indexed already, and this with it.")

    def remove(self, path: str) -> None:
        """Forget the chosen folder at database path ``path``, there or not. Raises KnownError not_indexed."""
        with self._writing() as connection:
            wanted = {path, to_text(os.path.realpath(from_text(path)))}
            root = next((root for root in roots.roots(connection) if root.path in wanted), None)
            if root is None:
                raise KnownError("not_indexed", "hunch status lists the folders that are.", path)
            chosen.forget(self._places.user_db, root.path)
            roots.remove_root(connection, root.id)
        self._tell(f"{display(root.path)} is no longer indexed. Its files were not touched.")

    def index(self, paths: Sequence[str], report: Report, stop: threading.Event) -> None:
        """Bring the index up to date: look for changes (below ``paths`` only, if any), read, embed.

        A folder that is in no chosen one yet is added. Whatever ends this early, the next call goes on from there.
        """
        with self._writing() as connection:
            if paths:
                starts = [Start(self._choose(connection, path).root, resolve(path)) for path in paths]
            else:
                starts = [Start(root) for root in roots.roots(connection) if not root.paused]
            found = scan(
                connection, starts, self._options(), stop=stop.is_set,
                report=lambda seen, folder: report(Snapshot("scan", seen, None, folder)),
            )
            log.info("scan: %d seen, %d new, %d changed, %d moved, %d gone", found.seen, found.new, found.changed,
                     found.moved, found.gone)
            for missing in found.missing:
                self._tell(f"{display(missing)} is not there now. What is known of its files stays findable.")
            pipeline = Pipeline(connection, report, stop)
            self._read(pipeline)
            self._embed(connection, pipeline, stop)

    def search(
        self, query: str, *, limit: int = 10, mode: str = "all", kinds: frozenset[str] | None = None,
        folder: str | None = None,
    ) -> Results:
        """The best files for ``query``; see ``search.Searcher.search``."""
        return self._search().search(query, limit=limit, mode=mode, kinds=kinds, folder=folder)

    def similar(self, path: str, *, limit: int = 10) -> Results:
        """Files whose content is near that of the file at ``path``."""
        return self._search().similar(path, limit=limit)

    def warm_up(self) -> None:
        """Load the text model in the background, so that the first question does not wait for it."""

        def load() -> None:
            with suppress(KnownError), closing(self._reader()) as connection:
                host = self._query_host(connection)
                if host is not None:
                    host.embed_query("")

        threading.Thread(target=load, daemon=True).start()

    def status(self) -> dict[str, Any]:
        """What is indexed and what waits, in the documented form of ``hunch status --json``."""
        with closing(self._reader()) as connection:
            counted = status.counted(connection)
        busy = WriterLock.is_held(self._places)
        return {"state": "indexing" if busy else "idle", **counted, "current": None, "rate": None, "eta_s": None}

    def problems(self) -> list[Problem]:
        """Files and folders that are not indexed, or only in part, by path."""
        with closing(self._reader()) as connection:
            return problems(connection)

    def models(self) -> list[dict[str, Any]]:
        """The catalogue of text models, with what is installed and in use."""
        with closing(self._reader()) as connection:
            space = vectors.active_space(connection, "text")
        return self._models.rows(space.model_id if space else None)

    def fetch_model(self, model_id: str, progress: Callable[[int, int], None]) -> None:
        """Install a model, downloading it when it is not on this machine."""
        self._models.fetch(model_id, progress)

    def import_model(self, model_id: str, path: str) -> None:
        """Install a model from a file or folder."""
        self._models.import_path(model_id, Path(path))

    def use_model(self, model_id: str) -> None:
        """Index with this model from now on. Raises KnownError model_missing when it is not installed."""
        self._models.fingerprint(model_id)
        self.settings = settings_file.change(self._places.settings, text_model=model_id)

    def remove_model(self, model_id: str) -> None:
        """Delete a model's file."""
        self._models.remove(model_id)

    def verify_models(self, model_id: str | None) -> list[str]:
        """Check installed models against their hashes; returns their ids."""
        return self._models.verify(model_id)

    def _choose(self, connection: apsw.Connection, path: str) -> Chosen:
        done = add_folder(connection, path, self._options())
        if not done.covered:
            chosen.remember(self._places.user_db, done.root.path)
            for inner in done.absorbed:
                chosen.forget(self._places.user_db, inner)
                self._tell(f"{display(inner)} is part of it now and is not read again.")
        return done

    def _options(self) -> Options:
        return Options(
            ignore=self.settings.ignore, hidden=self.settings.hidden,
            max_file_bytes=self.settings.max_file_mb << 20, avoid=frozenset({str(self._places.data)}),
        )

    def _read(self, pipeline: Pipeline) -> None:
        with ExitStack() as stack:
            limits = self.settings.extract_timeout_s, self.settings.extract_memory_mb
            # The writer needs a share of a processor too.
            workers = self.settings.workers or max(1, (os.cpu_count() or 2) - 1)
            extractors = [stack.enter_context(closing(Extractor(*limits))) for _ in range(workers)]
            pipeline.read_pending(extractors)

    def _embed(self, connection: apsw.Connection, pipeline: Pipeline, stop: threading.Event) -> None:
        wanted = self.settings.text_model
        if stop.is_set() or not self._ready(wanted):
            return
        space = vectors.ensure_space(
            connection, self._models.fingerprint(wanted), "text", wanted, self._models.dim(wanted)
        )
        active = vectors.active_space(connection, "text")
        if active is not None and active.id != space.id and self._serves(active):
            # The old model answers until the new one has read everything, so it must not fall behind.
            pipeline.embed_pending(active.id, self._models.host(active.model_id))
        pipeline.embed_pending(space.id, self._models.host(wanted))
        if active is not None and active.id != space.id and not stop.is_set():
            vectors.activate(connection, space.id)
            vectors.drop_space(connection, active.id)
            self._close_searcher()
            self._tell(f"{wanted} has read everything and answers from now on.")

    def _ready(self, model_id: str) -> bool:
        """Whether there is a model to embed with; it is installed from this machine if that can be done."""
        if self._models.is_installed(model_id):
            return True
        self._tell(f"Preparing {model_id} for this machine. This is done once and takes a moment.")
        if self._models.install_offline(model_id):
            return True
        self._tell(
            f"It is not on this machine. Until it is, files are found by names and words: hunch models fetch {model_id}"
        )
        return False

    def _serves(self, space: vectors.Space) -> bool:
        """Whether the model of ``space`` is installed just as it was when the space was filled."""
        try:
            return self._models.fingerprint(space.model_id) == space.fingerprint
        except KnownError:
            return False

    def _search(self) -> Searcher:
        with self._searcher_lock:
            if self._searcher is None:
                with closing(self._reader()) as connection:
                    self._searcher = self._new_searcher(connection)
            return self._searcher

    def _new_searcher(self, connection: apsw.Connection) -> Searcher:
        try:
            host = self._query_host(connection)
        except KnownError as error:
            reason = error

            def refuse(text: str) -> Vectors:
                raise reason

            return Searcher(self._reader, refuse)
        if host is None:
            return Searcher(self._reader, None)
        return Searcher(self._reader, host.embed_query, host.embed_sentences)

    def _close_searcher(self) -> None:
        with self._searcher_lock:
            if self._searcher is not None:
                self._searcher.close()
                self._searcher = None

    def _query_host(self, connection: apsw.Connection) -> ModelHost | None:
        """The model of the active space, None before there is one. Raises KnownError when it cannot be used."""
        space = vectors.active_space(connection, "text")
        if space is None:
            return None
        if self._models.fingerprint(space.model_id) != space.fingerprint:
            raise KnownError("model_mismatch", "It changed since the files were read. hunch index reads them anew.")
        return self._models.host(space.model_id)

    def _reader(self) -> apsw.Connection:
        if not self._places.index_db.exists():
            with self._writing():
                pass
        return open_reader(self._places.index_db)

    @contextmanager
    def _writing(self) -> Iterator[apsw.Connection]:
        with WriterLock(self._places):
            connection = self._open()
            try:
                yield connection
            finally:
                close_writer(connection)

    def _open(self) -> apsw.Connection:
        """The writer. An index that cannot be used is put aside, and the chosen folders are noted in a new one."""
        path = self._places.index_db
        is_new = not path.exists()
        try:
            connection = open_writer(path)
        except KnownError as error:
            self._put_aside(path, error, "a new index is built from your files")
            connection, is_new = open_writer(path), True
        try:
            remembered = chosen.folders(self._places.user_db)
        except KnownError as error:
            self._put_aside(self._places.user_db, error, "the folders are taken from the index")
            remembered = []
        if is_new:
            for folder in remembered:
                roots.add_root(connection, folder)
        for root in roots.roots(connection):
            if root.path not in remembered:
                chosen.remember(self._places.user_db, root.path)
        return connection

    def _put_aside(self, path: Path, error: KnownError, instead: str) -> None:
        """Keep a database that cannot be used under another name; ``error`` is why, and raised if it is not that."""
        if error.code not in ("index_damaged", "index_newer"):
            raise error
        aside = maintenance.put_aside(path)
        self._tell(f"{display(str(path))}: {error.title}. It was kept as {aside.name}; {instead}.")
