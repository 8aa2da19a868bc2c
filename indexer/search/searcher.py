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
from indexer.extract import kind_of
from indexer.paths import to_text
from indexer.search import names, words
from indexer.search.examples import Examples, examples
from indexer.search.meaning import CodeCache, LoadedSpace
from indexer.search.pictures import PictureHit, PictureQueries
from indexer.search.present import Presenter
from indexer.search.query import Query, parse
from indexer.search.ranking import Literal, rank
from indexer.search.scope import Scope, scope_of
from indexer.search.terms import Tokenise, forms_of, phrase_expression, terms_of, tokeniser
from indexer.search.words import Found, Weighted, WordIndex
from indexer.store.vectors import cosines, vectors_of

MODES = ("all", "words", "meaning", "pictures")
CANDIDATES = 200
"""Passages taken from each channel."""
DEEPEST = 10_000
"""Passages taken at most, where the best ones belong to fewer files than are wanted."""
_CLOSE = 0.15
"""Least closeness of a picture that is shown among other files."""
_PICTURES = 100
"""Pictures taken at least."""
_EMBEDDED_QUERIES = 8
"""Queries that may wait for the model at the same time."""
MANY = 50
"""Passages beyond which an identifier or phrase is a word like others."""

NO_MODEL = "Searched by names and words only: no text model is in use. hunch models lists those to choose from."
NO_PICTURE_MODEL = (
    "No model for pictures is in use. Without --mode pictures they are found by name, date and the text in them; to "
    "find them by what they show: hunch models fetch clip"
)
NO_VECTORS = "Searched by names and words only: the text model has not read the files yet. hunch index lets it."
NO_PHRASE = "Nothing holds {} word by word; these come closest."

Vector = NDArray[np.float32]
Near = dict[int, tuple[int, float]]
Seen = tuple[LoadedSpace, Vector]


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


@dataclass(frozen=True, slots=True)
class Outside:
    """Mean vectors of a file that is not in the index, in the active spaces; None where it has no such part."""

    text: Vector | None
    picture: Vector | None


class Searcher:
    """Answers queries. Thread-safe: each thread reads through a connection of its own.

    Args:
        connect: opens a read-only connection to the index.
        embed_query: vector of shape (dim,) in the active text space, or None without a model.
        embed_documents: vectors of shape (n, dim) of texts, for the best sentence of passages found by meaning
            only; None leaves those snippets at the passage's beginning.
        pictures: queries in the active image space, or None without a model for pictures.
    """

    def __init__(
        self,
        connect: Callable[[], apsw.Connection],
        embed_query: Callable[[str], Vector] | None,
        embed_documents: Callable[[Sequence[str]], Vector] | None = None,
        pictures: PictureQueries | None = None,
    ) -> None:
        self._connect = connect
        self._pictures = pictures
        self._picture_codes = CodeCache(connect, "image")
        self._embed_query = embed_query
        self._embed_documents = embed_documents
        self._codes = CodeCache(connect, "text")
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
        reading = self._embedder.submit(self._vector, parsed.text, space) if mode in ("all", "meaning") else None
        wanted = Examples(parsed.text, ())
        if mode == "pictures":
            wanted = examples(query)
            parsed = parse(wanted.text)
            wanted = replace(wanted, text=parsed.text)
        given = [(sign, self._example(thread, example)) for sign, example in wanted.signed]
        seeing = self._embedder.submit(self._seen, wanted.text, given) if mode in ("all", "pictures") else None
        scope, missing = _scope(thread.connection, parsed, kinds, folder)
        phrased = _holding(thread.connection, parsed.phrases, scope)
        identified = _holding(thread.connection, parsed.identifiers, scope)
        terms = thread.words.weigh(terms_of(thread.tokenise, parsed.text))
        named = names.find(thread.connection, parsed.text, scope) if mode in ("all", "words") else []
        shown = _emphasised(terms, {form for phrase in parsed.phrases for _, _, form in thread.tokenise(phrase)})

        def answer(vector: Vector | None, notice: str | None, seen: Seen | None = None) -> Results:
            worded = terms if mode in ("all", "words") else []
            asked = _Asked(thread, worded, scope, {**phrased, **identified}, space, vector)
            found, near = asked.candidates(limit)
            pictures = self._nearest_pictures(thread, seen, scope, limit, alone=mode == "pictures")
            if mode == "all":
                pictures = {number: hit for number, hit in pictures.items() if hit.closeness >= _CLOSE}
            ranked = rank(found, near, named, Literal(phrased.keys(), identified.keys()), limit, pictures)
            hits = Presenter(thread.connection, thread.tokenise, shown, vector, self._embed_documents).hits(ranked)
            return Results(query, _since(started), hits, NO_PHRASE.format(missing) if missing else notice)

        if first is not None and mode == "all":
            first(answer(None, None))
        seen, unseen = seeing.result() if seeing is not None else (None, None)
        vector, unread = reading.result() if reading is not None else (None, None)
        return answer(vector, unseen if mode == "pictures" else unread, seen)

    def similar(self, path: str, *, limit: int = 10, outside: Outside | None = None) -> Results:
        """Files that are like the file at ``path``, a database path: by sight if it is a picture, else by meaning.

        ``outside``: what the file holds, where it is not in the index. Raises KnownError not_indexed when neither it
        nor the index knows its vectors.
        """
        started = time.perf_counter()
        thread = self._thread()
        text, picture = self._codes.current(), self._picture_codes.current()
        like_text = outside.text if outside else _mean_vector(thread.connection, text, path)
        like_picture = outside.picture if outside else _mean_vector(thread.connection, picture, path)
        if like_picture is not None and (like_text is None or kind_of(path) == "picture"):
            like_text = None
        else:
            like_picture = None
        if like_text is None and like_picture is None:
            raise KnownError("not_indexed", "No model has read it yet, so nothing can be said to be like it.", path)
        allowed = Scope("f.path <> ?", (path,)).files(thread.connection)
        near: Near = {}
        if text is not None and like_text is not None:
            near = text.nearest(thread.connection, like_text, allowed, CANDIDATES)
        seen: dict[int, PictureHit] = {}
        if picture is not None and like_picture is not None:
            found = picture.nearest(thread.connection, like_picture, allowed, CANDIDATES)
            seen = {number: PictureHit(owner, cosine, max(0.0, cosine)) for number, (owner, cosine) in found.items()}
        ranked = rank({}, near, [], Literal(), limit, seen)
        hits = Presenter(thread.connection, thread.tokenise, [], like_text, self._embed_documents).hits(ranked)
        return Results(path, _since(started), hits)

    def close(self) -> None:
        """Close all connections. No search may be running."""
        self._embedder.shutdown()
        with self._lock:
            for connection in self._connections:
                connection.close()
            self._connections.clear()
        self._codes.close()
        self._picture_codes.close()

    def _thread(self) -> _Thread:
        thread: _Thread | None = getattr(self._local, "thread", None)
        if thread is None:
            connection = self._connect()
            with self._lock:
                self._connections.append(connection)
            thread = _Thread(connection, tokeniser(connection), WordIndex(connection, forms_of(connection)))
            self._local.thread = thread
        return thread

    def _example(self, thread: _Thread, example: str) -> str | Vector:
        """An example as it can be embedded: the vector of the picture of that name or path, else its words."""
        row = thread.connection.execute(
            "SELECT path FROM file WHERE path = ?1 OR (name = ?1 AND kind = 'picture') ORDER BY path = ?1 DESC LIMIT 1",
            (to_text(example),),
        ).fetchone()
        found = _mean_vector(thread.connection, self._picture_codes.current(), str(row[0])) if row else None
        return example if found is None else found / np.linalg.norm(found)

    def _seen(self, text: str, given: Sequence[tuple[float, str | Vector]]) -> tuple[Seen | None, str | None]:
        """The image space and the vector in it of a query with its examples, and why there is none."""
        space = self._picture_codes.current()
        if self._pictures is None or space is None or not len(space.chunk_ids):
            return None, NO_PICTURE_MODEL if self._pictures is None else None
        try:
            return (space, self._pictures.vector(text, given)), None
        except KnownError as error:
            return None, f"Pictures were not looked at: {error}"

    def _nearest_pictures(
        self, thread: _Thread, seen: Seen | None, scope: Scope, limit: int, *, alone: bool
    ) -> dict[int, PictureHit]:
        """``alone``: pictures are compared with each other only, where their cosine says most."""
        if seen is None or self._pictures is None:
            return {}
        space, vector = seen
        allowed = scope.files(thread.connection)
        if alone:
            near = space.nearest(thread.connection, vector, allowed, max(_PICTURES, limit))
            return {number: PictureHit(owner, cosine, max(0.0, cosine)) for number, (owner, cosine) in near.items()}
        return self._pictures.nearest(thread.connection, space, vector, allowed, max(_PICTURES, limit))

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


def _mean_vector(connection: apsw.Connection, space: LoadedSpace | None, path: str) -> Vector | None:
    """Mean of the vectors in ``space`` of the passages of the file at ``path``; None where there are none."""
    if space is None:
        return None
    rows = connection.execute(
        "SELECT c.id FROM file f JOIN chunk c ON c.file_id = f.id WHERE f.path = ?", (path,)
    )
    own = vectors_of(connection, space.id, [number for (number,) in rows])
    if not own:
        return None
    mean: Vector = np.mean(list(own.values()), axis=0)
    return mean


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
