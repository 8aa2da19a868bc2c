"""One question to the index, answered with files."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence, Set
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

import apsw
import numpy as np
from numpy.typing import NDArray

from indexer.answers import Results
from indexer.errors import KnownError
from indexer.search import names, words
from indexer.search.meaning import CodeCache, LoadedSpace
from indexer.search.present import Presenter
from indexer.search.query import Query, parse
from indexer.search.ranking import Literal, rank
from indexer.search.scope import Scope, scope_of
from indexer.search.terms import Tokenise, forms_of, phrase_expression, terms_of, tokeniser
from indexer.search.words import Found, Weighted, WordIndex
from indexer.store.vectors import cosines

MODES = ("all", "words", "meaning")
CANDIDATES = 200
"""Passages taken from each channel."""
DEEPEST = 10_000
"""Passages taken at most, where the best ones belong to fewer files than are wanted."""
_EMBEDDED_QUERIES = 8
"""Queries that may wait for the model at the same time."""
MANY = 50
"""Passages beyond which an identifier or phrase is a word like others."""

NO_MODEL = "Searched by names and words only: no text model is in use. hunch models lists those to choose from."
NO_VECTORS = "Searched by names and words only: the text model has not read the files yet. hunch index lets it."
NO_PHRASE = "Nothing holds {} word by word; these come closest."

Vector = NDArray[np.float32]
Near = dict[int, tuple[int, float]]


@dataclass(slots=True)
class _Thread:
    """What one thread may use: SQLite connections are not shared."""

    connection: apsw.Connection
    tokenise: Tokenise
    words: WordIndex


@dataclass(frozen=True, slots=True)
class _Asked:
    """One question: ``terms`` may be empty, ``space`` and ``vector`` None; a channel without its part finds nothing."""

    thread: _Thread
    terms: Sequence[Weighted]
    scope: Scope
    literal: dict[int, int]
    space: LoadedSpace | None
    vector: Vector | None

    def candidates(self, limit: int) -> tuple[dict[int, Found], Near]:
        """The best passages of both channels, each scored in both, of ``limit`` files if there are so many."""
        connection = self.thread.connection
        allowed = self.scope.files(connection) if self.vector is not None else None
        depth = max(CANDIDATES, 2 * limit)
        while True:
            near: Near = {}
            if self.space is not None and self.vector is not None:
                near = self.space.nearest(connection, self.vector, allowed, depth)
            owners = {chunk_id: file_id for chunk_id, (file_id, _) in near.items()}
            found = self.thread.words.best(self.terms, self.scope, depth, (owners | self.literal).items())
            owners.update({chunk_id: one.file_id for chunk_id, one in found.items()})
            if len(set(owners.values())) >= limit or depth >= DEEPEST or max(len(near), len(found)) < depth:
                break
            # A few long files hold all the best passages: look further down for the others.
            depth = min(8 * depth, DEEPEST)
        if self.space is not None and self.vector is not None:
            missing = [chunk_id for chunk_id in found if chunk_id not in near]
            exact = cosines(connection, self.space.id, missing, self.vector)
            near |= {chunk_id: (owners[chunk_id], cosine) for chunk_id, cosine in exact.items()}
        return found, near


class Searcher:
    """Answers queries. Thread-safe: each thread reads through a connection of its own.

    Args:
        connect: opens a read-only connection to the index.
        embed_query: vector of shape (dim,) in the active text space, or None without a model.
        embed_documents: vectors of shape (n, dim) of texts, for the best sentence of passages found by meaning
            only; None leaves those snippets at the passage's beginning.
    """

    def __init__(
        self,
        connect: Callable[[], apsw.Connection],
        embed_query: Callable[[str], Vector] | None,
        embed_documents: Callable[[Sequence[str]], Vector] | None = None,
    ) -> None:
        self._connect = connect
        self._embed_query = embed_query
        self._embed_documents = embed_documents
        self._codes = CodeCache(connect)
        self._local = threading.local()
        self._lock = threading.Lock()
        self._connections: list[apsw.Connection] = []
        self._embedder = ThreadPoolExecutor(_EMBEDDED_QUERIES, "hunch-query")

    def search(
        self,
        query: str,
        *,
        limit: int = 10,
        mode: str = "all",
        kinds: frozenset[str] | None = None,
        folder: str | None = None,
        first: Callable[[Results], None] | None = None,
    ) -> Results:
        """The best ``limit`` files for anything a person types.

        Args:
            mode: one of ``MODES``; words includes names.
            kinds: only files of these kinds; None for all.
            folder: only files below this folder, a database path.
            first: gets the answer by names and words alone, while the model still reads the query.

        Raises:
            ValueError: ``mode`` is not one of ``MODES``.
        """
        if mode not in MODES:
            raise ValueError(f"mode must be one of {', '.join(MODES)}, not {mode!r}")
        started = time.perf_counter()
        parsed = parse(query)
        if not parsed.text or limit < 1:
            return Results(query, _since(started), ())
        thread = self._thread()
        space = self._codes.current()
        reading = self._embedder.submit(self._vector, parsed.text, space) if mode != "words" else None
        scope, missing = _scope(thread.connection, parsed, kinds, folder)
        phrased = _holding(thread.connection, parsed.phrases, scope)
        identified = _holding(thread.connection, parsed.identifiers, scope)
        terms = thread.words.weigh(terms_of(thread.tokenise, parsed.text))
        named = names.find(thread.connection, parsed.text, scope) if mode != "meaning" else []
        shown = _emphasised(terms, {form for phrase in parsed.phrases for _, _, form in thread.tokenise(phrase)})

        def answer(vector: Vector | None, notice: str | None) -> Results:
            asked = _Asked(thread, terms if mode != "meaning" else [], scope, {**phrased, **identified}, space, vector)
            found, near = asked.candidates(limit)
            ranked = rank(found, near, named, Literal(phrased.keys(), identified.keys()), limit)
            hits = Presenter(thread.connection, thread.tokenise, shown, vector, self._embed_documents).hits(ranked)
            return Results(query, _since(started), hits, NO_PHRASE.format(missing) if missing else notice)

        if reading is None:
            return answer(None, None)
        if first is not None and mode == "all":
            first(answer(None, None))
        return answer(*reading.result())

    def similar(self, path: str, *, limit: int = 10) -> Results:
        """Files whose passages are near the mean of those of the file at ``path``, a database path.

        Raises KnownError not_indexed when the file is not in the index or has no vectors yet.
        """
        started = time.perf_counter()
        thread = self._thread()
        space = self._codes.current()
        rows: list[tuple[int, bytes]] = []
        if space is not None:
            rows = list(
                thread.connection.execute(
                    "SELECT c.file_id, e.vector FROM file f JOIN chunk c ON c.file_id = f.id"
                    " JOIN embedding e ON e.chunk_id = c.id AND e.space_id = ? WHERE f.path = ?",
                    (space.id, path),
                )
            )
        if space is None or not rows:
            raise KnownError("not_indexed", "It is not in the index, or the text model has not read it yet.", path)
        own = np.stack([np.frombuffer(vector, dtype=np.int8) for _, vector in rows]).astype(np.float32)
        mean = (own / np.linalg.norm(own, axis=1, keepdims=True)).mean(axis=0)
        others = Scope("f.id <> ?", (rows[0][0],))
        near = space.nearest(thread.connection, mean, others.files(thread.connection), CANDIDATES)
        ranked = rank({}, near, [], Literal(), limit)
        hits = Presenter(thread.connection, thread.tokenise, [], mean, self._embed_documents).hits(ranked)
        return Results(path, _since(started), hits)

    def close(self) -> None:
        """Close all connections. No search may be running."""
        self._embedder.shutdown()
        with self._lock:
            for connection in self._connections:
                connection.close()
            self._connections.clear()
        self._codes.close()

    def _thread(self) -> _Thread:
        thread: _Thread | None = getattr(self._local, "thread", None)
        if thread is None:
            connection = self._connect()
            with self._lock:
                self._connections.append(connection)
            thread = _Thread(connection, tokeniser(connection), WordIndex(connection, forms_of(connection)))
            self._local.thread = thread
        return thread

    def _vector(self, text: str, space: LoadedSpace | None) -> tuple[Vector | None, str | None]:
        """The query's vector in ``space``, and why there is none."""
        if self._embed_query is None:
            return None, NO_MODEL
        if space is None or not len(space.chunk_ids):
            return None, NO_VECTORS
        try:
            vector = self._embed_query(text)
        except KnownError as error:
            return None, f"Searched by names and words only: {error}"
        if vector.shape != (space.dim,):
            raise ValueError(f"query vector of shape {vector.shape} in a space of {space.dim} dimensions")
        return vector, None


def _scope(
    connection: apsw.Connection, parsed: Query, kinds: frozenset[str] | None, folder: str | None
) -> tuple[Scope, str | None]:
    """The files to search; the quoted phrases if no file holds them, which are then plain words."""
    scope = scope_of(connection, parsed, kinds, folder)
    if not parsed.phrases or scope.holds_any(connection):
        return scope, None
    named = ", ".join(f"“{phrase}”" for phrase in parsed.phrases)
    return scope_of(connection, replace(parsed, phrases=()), kinds, folder), named


def _holding(connection: apsw.Connection, texts: Sequence[str], scope: Scope) -> dict[int, int]:
    """Passages that hold any of ``texts`` to the letter, with their files; what stands everywhere names nothing."""
    holding: dict[int, int] = {}
    for text in texts:
        expression = phrase_expression(connection, text)
        found = words.holding(connection, expression, scope, MANY + 1) if expression else {}
        if len(found) <= MANY:
            holding |= found
    return holding


def _emphasised(terms: Sequence[Weighted], forms: Set[str]) -> list[Weighted]:
    """``terms`` with those of a quoted phrase as telling as the rarest one, for choosing and marking snippets."""
    highest = max((one.idf for one in terms), default=0.0)
    return [replace(one, idf=highest) if one.term.form in forms else one for one in terms]


def _since(started: float) -> float:
    return (time.perf_counter() - started) * 1_000
