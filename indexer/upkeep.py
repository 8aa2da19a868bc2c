"""Everything that changes the index, through its one writer connection."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import apsw

from indexer.embedding import Embedder, Meanwhile, nothing_else
from indexer.errors import KnownError
from indexer.extractor import Extractor, OcrReader
from indexer.models_in_use import ModelsInUse
from indexer.paths import display, from_text, to_text
from indexer.picture_text import PictureText
from indexer.pipeline import Pace, Pipeline, Report
from indexer.runtime import Places
from indexer.scan import Chosen, Options, Outcome, Start, add_folder, resolve, scan
from indexer.settings import Settings
from indexer.store import chosen, files, maintenance, ocr, roots, vectors
from indexer.store.connection import close_writer, known_errors, open_writer
from indexer.store.roots import Root

log = logging.getLogger(__name__)

_OCR_MEMORY_MB = 1536
"""What the recogniser of text in pictures needs for a large page."""


class Upkeep:
    """Keeps the index in step with the folders. All but making it belongs to one thread, inside ``opened``.

    Args:
        settings: asked for those in force.
        tell: receives what the person should know although nothing failed.
        switched: called when questions have to be asked anew: of another model, or of another index.
        background: readers give way to every other program.
    """

    def __init__(
        self, places: Places, models: ModelsInUse, settings: Callable[[], Settings], tell: Callable[[str], None],
        switched: Callable[[], None], *, background: bool,
    ) -> None:
        self._places = places
        self._models = models
        self._settings = settings
        self._tell = tell
        self._switched = switched
        self._background = background
        self._writer: apsw.Connection | None = None
        self._readers: list[Extractor] = []
        self._ocr: OcrReader | None = None
        self._readers_for: tuple[int, ...] = ()

    @contextmanager
    def opened(self) -> Iterator[None]:
        """The writer open, for the holder of the writer lock.

        An index that cannot be used is put aside: at once, or, when damage is met inside, at the end.
        """
        self._writer = self._open()
        damage: KnownError | None = None
        try:
            with known_errors(self._places.index_db):
                yield
        except KnownError as error:
            damage = error if error.code == "index_damaged" else None
            raise
        finally:
            self.rest()
            close_writer(self._writer)
            self._writer = None
            if damage is not None:
                self._switched()
                self._put_aside(self._places.index_db, damage, "a new index is built from your files")
                # Who asked in between has opened the old one again.
                self._switched()

    @property
    def _connection(self) -> apsw.Connection:
        assert self._writer is not None
        return self._writer

    def roots(self) -> list[Root]:
        """The chosen folders."""
        return roots.roots(self._connection)

    def pending(self) -> int:
        """How many files wait to be read."""
        return files.pending_count(self._connection)

    def add(self, path: str) -> Root:
        """Keep the folder at database path ``path`` indexed. Raises KnownError as ``scan.resolve``."""
        done = self._choose(path)
        if done.covered:
            self._tell(f"{display(done.root.path)} is indexed already, and this with it.")
        return done.root

    def remove(self, path: str) -> Root:
        """Forget the chosen folder at database path ``path``, there or not. Raises KnownError not_indexed."""
        wanted = {path, to_text(os.path.realpath(from_text(path)))}
        root = next((root for root in self.roots() if root.path in wanted), None)
        if root is None:
            raise KnownError("not_indexed", "hunch status lists the folders that are.", path)
        chosen.forget(self._places.user_db, root.path)
        roots.remove_root(self._connection, root.id)
        self._tell(f"{display(root.path)} is no longer indexed. Its files were not touched.")
        return root

    def retry(self, paths: Sequence[str]) -> int:
        """Have failed files read again: all, or those at or below ``paths``; returns how many."""
        wanted: Sequence[str | None] = paths or [None]
        return sum(files.retry_failed(self._connection, path, os.sep) for path in wanted)

    def starts(self, paths: Sequence[str]) -> list[Start]:
        """Where to look for changes: below ``paths``, adding what is in no chosen folder yet, or everywhere."""
        if paths:
            return [Start(self._choose(path).root, resolve(path)) for path in paths]
        return [Start(root) for root in self.roots() if not root.paused]

    def scan(
        self, starts: Sequence[Start], stop: Callable[[], bool], report: Callable[[int, str], None],
        entering: Callable[[str], None] = lambda folder: None,
    ) -> Outcome:
        """Compare folders with the index; see ``scan.scan``."""
        known_missing = {root.path for root in self.roots() if root.missing}
        found = scan(self._connection, starts, self._options(), stop=stop, report=report, entering=entering)
        log.info("scan: %d seen, %d new, %d changed, %d moved, %d gone", found.seen, found.new, found.changed,
                 found.moved, found.gone)
        for missing in found.missing:
            if missing not in known_missing:
                self._tell(f"{display(missing)} is not there now. What is known of its files stays findable.")
        return found

    def read(self, report: Report, stop: threading.Event, pace: Pace = lambda: True) -> None:
        """Read the files that wait, so that they are found by their words."""
        Pipeline(self._connection, report, stop, pace).read_pending(self._extractors())

    def embed(
        self, report: Report, stop: threading.Event, pace: Pace = lambda: True, meanwhile: Meanwhile = nothing_else
    ) -> bool:
        """Give passages their vectors; true when none waits any more.

        A new model fills a space of its own, and answers once that is complete. Raises KnownError when the model
        cannot run; model_missing when it is not on this machine.
        """
        wanted = self._settings().text_model
        self._install(wanted)
        return self._fill("text", wanted, report, stop, pace, meanwhile)

    def see(
        self, report: Report, stop: threading.Event, pace: Pace = lambda: True, meanwhile: Meanwhile = nothing_else
    ) -> bool:
        """Give pictures their vectors, as ``embed``. Without an installed model for pictures there is nothing to do."""
        wanted = self._settings().picture_model
        if not self._models.is_installed(wanted) and not self._models.install_offline(wanted):
            return True
        return self._fill("image", wanted, report, stop, pace, meanwhile)

    def read_pictures(
        self, report: Report, stop: threading.Event, pace: Pace = lambda: True, meanwhile: Meanwhile = nothing_else
    ) -> bool:
        """Read the text in pictures; true when none is unread any more and nothing was read that waits for its vector.

        Raises KnownError model_missing when the recogniser cannot run here.
        """
        if not self._settings().read_pictures or not ocr.due_count(self._connection):
            return True
        if self._ocr is None:
            now = self._settings()
            memory_mb = max(now.extract_memory_mb, _OCR_MEMORY_MB)
            self._ocr = OcrReader(now.extract_timeout_s, memory_mb, background=self._background)
        read = PictureText(self._connection, self._ocr, report, stop, pace, meanwhile).read_due()
        return not read and not ocr.due_count(self._connection)

    def _fill(
        self, kind: Literal["text", "image"], wanted: str, report: Report, stop: threading.Event, pace: Pace,
        meanwhile: Meanwhile,
    ) -> bool:
        def embed(space: vectors.Space) -> None:
            host = self._models.host(space.model_id, "indexing")
            Embedder(self._connection, space, host, report, stop, pace, meanwhile).embed_pending()

        before = vectors.active_space(self._connection, kind)
        space = vectors.ensure_space(
            self._connection, self._models.fingerprint(wanted), kind, wanted, self._models.dim(wanted)
        )
        if before is None:
            self._switched()
        active = vectors.active_space(self._connection, kind)
        if active is not None and active.id != space.id and self._serves(active):
            # The old model answers until the new one has read everything, so it must not fall behind.
            embed(active)
        embed(space)
        if stop.is_set() or vectors.pending_count(self._connection, space.id):
            return False
        if active is not None and active.id != space.id:
            vectors.activate(self._connection, space.id)
            vectors.drop_space(self._connection, active.id)
            self._switched()
            self._tell(f"{wanted} has read everything and answers from now on.")
        return True

    def check(self) -> None:
        """Raises KnownError index_damaged unless the index is sound. Reads all of it; readers begin anew."""
        self._switched()
        found = maintenance.integrity(self._connection)
        if found:
            raise KnownError("index_damaged", f"{found[0]}.", str(self._places.index_db))

    def rest(self) -> None:
        """End the readers; the next file starts them again."""
        for reader in (*self._readers, *([self._ocr] if self._ocr else [])):
            reader.close()
        self._readers, self._ocr = [], None

    def _choose(self, path: str) -> Chosen:
        done = add_folder(self._connection, path, self._options())
        if not done.covered:
            chosen.remember(self._places.user_db, done.root.path)
            for inner in done.absorbed:
                chosen.forget(self._places.user_db, inner)
                self._tell(f"{display(inner)} is part of it now and is not read again.")
        return done

    def _extractors(self) -> list[Extractor]:
        now = self._settings()
        # The writer needs a share of a processor too.
        workers = now.workers or max(1, (os.cpu_count() or 2) - 1)
        wanted = (now.extract_timeout_s, now.extract_memory_mb, workers)
        if not self._readers or wanted != self._readers_for:
            self.rest()
            self._readers_for = wanted
            self._readers = [Extractor(*wanted[:2], background=self._background) for _ in range(workers)]
        return self._readers

    def _options(self) -> Options:
        return Options.of(self._settings(), self._places)

    def _install(self, model_id: str) -> None:
        """Install the model from this machine if it is not yet. Raises KnownError model_missing."""
        if self._models.is_installed(model_id):
            return
        self._tell(f"Preparing {model_id} for this machine. This is done once and takes a moment.")
        if not self._models.install_offline(model_id):
            raise KnownError(
                "model_missing",
                f"Until {model_id} is on this machine, files are found by names and words: hunch models fetch "
                f"{model_id}",
            )

    def _serves(self, space: vectors.Space) -> bool:
        """Whether the model of ``space`` is installed just as it was when the space was filled."""
        try:
            return self._models.fingerprint(space.model_id) == space.fingerprint
        except KnownError:
            return False

    def _open(self) -> apsw.Connection:
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
