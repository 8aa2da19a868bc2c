"""One question to the index, answered with files."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence, Set
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from operator import attrgetter

import apsw
import numpy as np

from indexer.answers import Results, Why
from indexer.errors import KnownError
from indexer.query import Query, parse
from indexer.search import names, words
from indexer.search.candidates import Asked, Reader, Vector
from indexer.search.examples import Example, Outside, steered, unit
from indexer.search.meaning import CodeCache, LoadedSpace
from indexer.search.pictures import PictureHit, PictureQueries
from indexer.search.present import Presenter
from indexer.search.question import ExampleFiles, Question
from indexer.search.ranking import Literal, RankedFile, rank
from indexer.search.scope import EVERY_FILE, Scope, folders_named, scope_of
from indexer.search.terms import forms_of, phrase_expression, terms_of, tokeniser
from indexer.search.words import Weighted, WordIndex

MODES = ("all", "words", "meaning", "pictures")
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
NO_FOLDER = "No folder here is called “{}”; all were searched."
Seen = tuple[LoadedSpace, Vector]


class Searcher:
    """Answers queries. Thread-safe: each thread reads through a connection of its own.

    Args:
        connect: opens a read-only connection to the index.
        embed_query: vector of shape (dim,) in the active text space, or None without a model.
        embed_documents: vectors of shape (n, dim) of texts, for the best sentence of passages found by meaning
            only; None leaves those snippets at the passage's beginning.
        pictures: queries in the active image space, or None without a model for pictures.
        read_outside: vectors of a file, given by its database path, that the index has none of. Raises KnownError.
    """

    def __init__(
        self,
        connect: Callable[[], apsw.Connection],
        embed_query: Callable[[str], Vector] | None,
        embed_documents: Callable[[Sequence[str]], Vector] | None = None,
        pictures: PictureQueries | None = None,
        read_outside: Callable[[str], Outside] | None = None,
    ) -> None:
        self._connect = connect
        self._pictures = pictures
        self._picture_codes = CodeCache(connect, "image")
        self._embed_query = embed_query
        self._embed_documents = embed_documents
        self._codes = CodeCache(connect, "text")
        self._files = ExampleFiles(self._codes, self._picture_codes, read_outside)
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
        """The best ``limit`` files for anything a person types; the newest ones when it is nothing but filters.

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
        if limit < 1 or not (parsed.text or parsed.wanted or parsed.excluded or parsed.filters):
            return Results(query, _since(started), ())
        reader = self._reader()
        question = self._files.question(reader.connection, parsed, mode)
        scope, notices = _scope(reader.connection, question.query, kinds, folder)
        for path in question.likes:
            scope = scope.within("f.path <> ?", path)
        question = replace(question, notices=(*question.notices, *notices))
        if question.words or question.examples:
            # Files alone are compared with files, whichever way questions are asked.
            how = mode if question.words or mode == "pictures" else "all"
            return self._answer(reader, query, question, scope, limit, how, first, started)
        if mode == "pictures":
            scope = scope.within("f.kind = 'picture'")
        newest = [RankedFile(number, 0.0, Why(), ()) for number in scope.newest(reader.connection, limit)]
        hits = Presenter(reader.connection, reader.tokenise, [], None, None).hits(newest)
        return Results(query, _since(started), hits, _told(question.notices))

    def similar(self, path: str, *, limit: int = 10) -> Results:
        """Files that are like the file at ``path``, a database path: by sight if it is a picture, else by meaning.

        Raises KnownError: not_indexed when nothing is known of its content, or why it cannot be read.
        """
        started = time.perf_counter()
        reader = self._reader()
        example = self._files.example(reader.connection, path)
        scope = EVERY_FILE.within("f.path <> ?", path)
        return self._answer(reader, path, Question(Query(""), "", (example,)), scope, limit, "all", None, started)

    def close(self) -> None:
        """Close all connections. No search may be running."""
        self._embedder.shutdown()
        with self._lock:
            for connection in self._connections:
                connection.close()
            self._connections.clear()
        self._codes.close()
        self._picture_codes.close()

    def _answer(
        self, reader: Reader, asked: str, question: Question, scope: Scope, limit: int, mode: str,
        first: Callable[[Results], None] | None, started: float,
    ) -> Results:
        space = self._codes.current()
        reading = self._embedder.submit(self._vector, question, space, mode) if mode in ("all", "meaning") else None
        seeing = self._embedder.submit(self._seen, question, mode) if mode in ("all", "pictures") else None
        query = question.query
        phrased = _holding(reader.connection, query.phrases, scope)
        identified = _holding(reader.connection, query.identifiers, scope)
        terms = reader.words.weigh(terms_of(reader.tokenise, question.words))
        named = names.find(reader.connection, question.words, scope) if mode in ("all", "words") else []
        shown = _emphasised(terms, {form for phrase in query.phrases for _, _, form in reader.tokenise(phrase)})

        def answer(vector: Vector | None, notice: str | None, seen: Seen | None = None) -> Results:
            worded = terms if mode in ("all", "words") else []
            found, near = Asked(reader, worded, scope, {**phrased, **identified}, space, vector).candidates(limit)
            alone = mode == "pictures" or question.by_sight
            pictures = self._nearest_pictures(reader, seen, scope, limit, alone=alone)
            if not alone:
                pictures = {number: hit for number, hit in pictures.items() if hit.closeness >= _CLOSE}
            ranked = rank(found, near, named, Literal(phrased.keys(), identified.keys()), limit, pictures)
            hits = Presenter(reader.connection, reader.tokenise, shown, vector, self._embed_documents).hits(ranked)
            told = question.notices or ((notice,) if notice else ())
            return Results(asked, _since(started), hits, _told(told))

        if first is not None and mode == "all":
            first(answer(None, None))
        seen, unseen = seeing.result() if seeing is not None else (None, None)
        vector, unread = reading.result() if reading is not None else (None, None)
        return answer(vector, unseen if mode == "pictures" else unread, seen)

    def _reader(self) -> Reader:
        reader: Reader | None = getattr(self._local, "reader", None)
        if reader is None:
            connection = self._connect()
            with self._lock:
                self._connections.append(connection)
            reader = Reader(connection, tokeniser(connection), WordIndex(connection, forms_of(connection)))
            self._local.reader = reader
        return reader

    def _vector(self, question: Question, space: LoadedSpace | None, mode: str) -> tuple[Vector | None, str | None]:
        """The question's vector in the text space, and why there is none."""
        text, examples, notice = question.text, question.examples, None
        if self._embed_query is None or space is None or not len(space.chunk_ids):
            notice = NO_MODEL if self._embed_query is None else NO_VECTORS
            text, examples = "", _files_of(question)
        try:
            own = attrgetter("text" if mode == "meaning" else "alike")
            vector = steered(text, examples, own, self._embed)
        except KnownError as error:
            return None, f"Searched by names and words only: {error}"
        if vector is not None and space is not None and vector.shape != (space.dim,):
            raise ValueError(f"query vector of shape {vector.shape} in a space of {space.dim} dimensions")
        return vector, notice if question.words else None

    def _embed(self, texts: Sequence[str]) -> Vector:
        assert self._embed_query is not None
        return np.stack([unit(self._embed_query(text)) for text in texts])

    def _seen(self, question: Question, mode: str) -> tuple[Seen | None, str | None]:
        """The image space and the question's vector in it, and why there is none."""
        space = self._picture_codes.current()
        if space is None or not len(space.chunk_ids):
            return None, NO_PICTURE_MODEL if self._pictures is None else None
        # Beside texts, words alone are one sentence: what they show is then on the scale of all sentences.
        text, examples = (question.text, question.examples) if mode == "pictures" or question.by_sight else (
            question.words, ()
        )
        notice = None
        if self._pictures is None:
            text, examples, notice = "", _files_of(question), NO_PICTURE_MODEL
        try:
            own = attrgetter("picture" if mode == "pictures" else "seen")
            vector = steered(text, examples, own, self._embed_sentences)
        except KnownError as error:
            return None, f"Pictures were not looked at: {error}"
        return None if vector is None else (space, vector), notice

    def _embed_sentences(self, texts: Sequence[str]) -> Vector:
        assert self._pictures is not None
        return self._pictures.embed(texts)

    def _nearest_pictures(
        self, reader: Reader, seen: Seen | None, scope: Scope, limit: int, *, alone: bool
    ) -> dict[int, PictureHit]:
        """``alone``: pictures are compared with each other only, where their cosine says most."""
        if seen is None:
            return {}
        space, vector = seen
        allowed = scope.files(reader.connection)
        best = max(_PICTURES, limit)
        if alone or self._pictures is None:
            near = space.nearest(reader.connection, vector, allowed, best)
            return {number: PictureHit(owner, cosine, max(0.0, cosine)) for number, (owner, cosine) in near.items()}
        return self._pictures.nearest(reader.connection, space, vector, allowed, best)


def _scope(
    connection: apsw.Connection, parsed: Query, kinds: frozenset[str] | None, folder: str | None
) -> tuple[Scope, list[str]]:
    """The files to search, and what is told: folders and phrases that are nowhere are left out of account."""
    notices = []
    for one in parsed.of("in"):
        if not folders_named(connection, one.value):
            parsed = replace(parsed, filters=tuple(other for other in parsed.filters if other is not one))
            notices.append(NO_FOLDER.format(one.value))
    scope = scope_of(connection, parsed, kinds, folder)
    if parsed.phrases and not scope.holds_any(connection):
        scope = scope_of(connection, replace(parsed, phrases=()), kinds, folder)
        notices.append(NO_PHRASE.format(", ".join(f"“{phrase}”" for phrase in parsed.phrases)))
    return scope, notices


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


def _files_of(question: Question) -> tuple[Example, ...]:
    return tuple(one for one in question.examples if one.path is not None)


def _told(notices: Sequence[str]) -> str | None:
    return " ".join(notices) or None


def _since(started: float) -> float:
    return (time.perf_counter() - started) * 1_000
