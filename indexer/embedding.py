"""From passages to vectors: what waits is given to the model, batch after batch, newest file first."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, wait

import apsw

from indexer.answers import Snapshot
from indexer.errors import KnownError
from indexer.model_host import ModelHost, Vectors
from indexer.pipeline import Pace, Report
from indexer.store import chunks, vectors

log = logging.getLogger(__name__)

_BATCH = 32
_LOOK_SECONDS = 0.2

IsDone = Callable[[float], bool]
"""Whether the model is done, waiting for it for at most so many seconds."""
Meanwhile = Callable[[IsDone], None]
"""Called again and again, in the thread that waits, while the model works."""


def nothing_else(is_done: IsDone) -> None:
    """The ``Meanwhile`` of somebody who only waits."""
    is_done(_LOOK_SECONDS)


class Embedder:
    """Gives passages of one space their vectors. The only user of the writer connection while it runs.

    Args:
        connection: the writer.
        stop: set by another thread to end the work at once; the batch in hand is given back.
        pace: asked between two batches; see ``pipeline.Pace``.
        meanwhile: see ``Meanwhile``.
    """

    def __init__(
        self, connection: apsw.Connection, space_id: int, host: ModelHost, report: Report, stop: threading.Event,
        pace: Pace = lambda: True, meanwhile: Meanwhile = nothing_else,
    ) -> None:
        self._connection = connection
        self._space_id = space_id
        self._host = host
        self._report = report
        self._stop = stop
        self._pace = pace
        self._meanwhile = meanwhile

    def embed_pending(self) -> None:
        """Work through what waits, or until ``pace`` or ``stop`` says so. Raises KnownError when no text can be read.

        A passage that ends the model is given up; it stays findable by its words.
        """
        done = 0
        with ThreadPoolExecutor(1, "hunch-embed") as pool:
            while not self._stop.is_set() and self._pace():
                due = vectors.pending_count(self._connection, self._space_id)
                self._report(Snapshot("embed", done, done + due))
                rows = vectors.pending_chunks(self._connection, self._space_id, _BATCH)
                if not rows or not self._embed(pool, rows):
                    break
                done += len(rows)

    def _embed(self, pool: ThreadPoolExecutor, rows: Sequence[tuple[int, str, str]], *, last: bool = False) -> bool:
        """Embed a batch; false when ``stop`` ended it."""
        ids = [chunk_id for chunk_id, _, _ in rows]
        try:
            found = self._wait_for(pool, [chunks.embedding_text(context, text) for _, context, text in rows])
        except KnownError as error:
            if self._stop.is_set():
                return False
            if error.code != "model_failed" or (len(rows) == 1 and not self._answers(pool)):
                raise
            if len(rows) == 1 and last:
                # The model works, this passage ends it: without this it would be offered for ever.
                log.warning("the model cannot read passage %d; it stays findable by its words", ids[0])
                vectors.give_up(self._connection, self._space_id, ids)
                return True
            # A model that was ended from outside, however often, does not condemn a single passage at once.
            middle = len(rows) // 2
            parts = (rows[:middle], rows[middle:]) if middle else (rows,)
            return all(self._embed(pool, part, last=not middle) for part in parts)
        vectors.put(self._connection, self._space_id, ids, found)
        return True

    def _wait_for(self, pool: ThreadPoolExecutor, texts: Sequence[str]) -> Vectors:
        future = pool.submit(self._host.embed_documents, texts)

        def is_done(seconds: float) -> bool:
            return bool(wait([future], seconds).done)

        while not future.done():
            if self._stop.is_set():
                self._host.kill()
                break
            self._meanwhile(is_done)
        return future.result()

    def _answers(self, pool: ThreadPoolExecutor) -> bool:
        try:
            self._wait_for(pool, ["hello"])
        except KnownError:
            return False
        return True
