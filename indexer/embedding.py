"""From passages and pictures to vectors: what waits is given to the model, batch after batch, newest file first."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import TypeVar, cast

import apsw

from indexer.answers import Snapshot
from indexer.errors import KnownError
from indexer.model_host import ModelHost, Vectors
from indexer.pipeline import Pace, Report
from indexer.store import chunks, vectors

log = logging.getLogger(__name__)

_BATCH = 32
_LOOK_SECONDS = 0.2

_T = TypeVar("_T")
_Row = tuple[int, str | bytes]
"""Id of a passage, and its text or its picture."""
IsDone = Callable[[float], bool]
"""Whether the model is done, waiting for it for at most so many seconds."""
Meanwhile = Callable[[IsDone], None]
"""Called again and again, in the thread that waits, while the model works."""


def nothing_else(is_done: IsDone) -> None:
    """The ``Meanwhile`` of somebody who only waits."""
    is_done(_LOOK_SECONDS)


def awaited(
    future: Future[_T], stop: threading.Event, kill: Callable[[], None], meanwhile: Meanwhile
) -> _T:
    """What ``future`` comes to. Once ``stop`` is set ``kill`` ends what it waits for, so that it comes to an error."""

    def is_done(seconds: float) -> bool:
        return bool(wait([future], seconds).done)

    while not future.done():
        if stop.is_set():
            kill()
            break
        meanwhile(is_done)
    return future.result()


class Embedder:
    """Gives the passages or pictures of one space their vectors. The only user of the writer while it runs.

    Args:
        connection: the writer.
        host: runs the model of ``space``.
        stop: set by another thread to end the work at once; the batch in hand is given back.
        pace: asked between two batches; see ``pipeline.Pace``.
        meanwhile: see ``Meanwhile``.
    """

    def __init__(
        self, connection: apsw.Connection, space: vectors.Space, host: ModelHost, report: Report, stop: threading.Event,
        pace: Pace = lambda: True, meanwhile: Meanwhile = nothing_else,
    ) -> None:
        self._connection = connection
        self._space = space
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
                due = vectors.pending_count(self._connection, self._space.id)
                self._report(Snapshot("embed" if self._space.kind == "text" else "look", done, done + due))
                rows = self._due()
                if not rows or not self._embed(pool, rows):
                    break
                done += len(rows)

    def _due(self) -> Sequence[_Row]:
        if self._space.kind == "image":
            return vectors.pending_views(self._connection, self._space.id, _BATCH)
        found = vectors.pending_chunks(self._connection, self._space.id, _BATCH)
        return [(number, chunks.embedding_text(context, text)) for number, context, text in found]

    def _embed(self, pool: ThreadPoolExecutor, rows: Sequence[_Row], *, last: bool = False) -> bool:
        """Embed a batch; false when ``stop`` ended it."""
        ids = [chunk_id for chunk_id, _ in rows]
        try:
            found, unreadable = self._wait_for(pool, [item for _, item in rows])
        except KnownError as error:
            if self._stop.is_set():
                return False
            if error.code != "model_failed" or (len(rows) == 1 and not self._answers(pool)):
                raise
            if len(rows) == 1 and last:
                # The model works, this passage ends it: without this it would be offered for ever.
                self._give_up(ids)
                return True
            # A model that was ended from outside, however often, does not condemn a single passage at once.
            middle = len(rows) // 2
            parts = (rows[:middle], rows[middle:]) if middle else (rows,)
            return all(self._embed(pool, part, last=not middle) for part in parts)
        self._give_up([ids[index] for index in unreadable])
        kept = [number for index, number in enumerate(ids) if index not in unreadable]
        vectors.put(self._connection, self._space.id, kept, found)
        return True

    def _give_up(self, ids: Sequence[int]) -> None:
        if ids:
            log.warning("the model cannot take in passages %s; they stay findable otherwise", ids)
            vectors.give_up(self._connection, self._space.id, ids)

    def _wait_for(self, pool: ThreadPoolExecutor, items: Sequence[str | bytes]) -> tuple[Vectors, dict[int, str]]:
        return awaited(pool.submit(self._ask, items), self._stop, self._host.kill, self._meanwhile)

    def _ask(self, items: Sequence[str | bytes]) -> tuple[Vectors, dict[int, str]]:
        if isinstance(items[0], bytes):
            return self._host.embed_pictures(cast("Sequence[bytes]", items))
        return self._host.embed_documents(cast("Sequence[str]", items)), {}

    def _answers(self, pool: ThreadPoolExecutor) -> bool:
        try:
            self._wait_for(pool, ["hello"])
        except KnownError:
            return False
        return True
