"""One question to the index, answered with files."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import apsw

from indexer.answers import Results, Why
from indexer.errors import KnownError
from indexer.query import Query, parse
from indexer.reports import Standing
from indexer.search.candidates import Reader, Vector
from indexer.search.chance import ENOUGH, ChanceOf
from indexer.search.channels import Channels, Ranking
from indexer.search.examples import Outside
from indexer.search.fold import folded
from indexer.search.meaning import CodeCache, LoadedSpace
from indexer.search.notices import NO_FOLDER, NO_PHRASE, NOTHING, told
from indexer.search.pictures import PictureQueries
from indexer.search.present import Presenter
from indexer.search.question import ExampleFiles, Question
from indexer.search.question_vectors import QuestionVectors, Seen
from indexer.search.ranking import RankedFile
from indexer.search.scope import EVERY_FILE, Scope, folders_named, scope_of
from indexer.search.standing import Asking
from indexer.search.terms import forms_of, tokeniser
from indexer.search.words import WordIndex
from indexer.store import vectors

MODES = ("all", "words", "meaning", "pictures")
_EMBEDDED_QUERIES = 8
"""Queries that may wait for the model at the same time."""


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
        self._vectors = QuestionVectors(embed_query, pictures)
        self._embed_documents = embed_documents
        self._codes = CodeCache(connect, "text")
        self._chance, self._chance_of_pictures = ChanceOf(), ChanceOf()
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
        return Results(query, _since(started), hits, told(question.notices))

    def similar(self, path: str, *, limit: int = 10) -> Results:
        """Files that are like the file at ``path``, a database path: by sight if it is a picture, else by meaning.

        Raises KnownError: not_indexed when nothing is known of its content, or why it cannot be read.
        """
        started = time.perf_counter()
        reader = self._reader()
        example = self._files.example(reader.connection, path)
        scope = EVERY_FILE.within("f.path <> ?", path)
        return self._answer(reader, path, Question(Query(""), "", (example,)), scope, limit, "all", None, started)

    def standing(self, query: str, file_id: int) -> Standing:
        """Where a file stands in each channel among all that ``query`` finds, though far below what is shown.

        The file must meet the filters of the query.
        """
        reader = self._reader()
        question = self._files.question(reader.connection, parse(query), "all")
        scope, _ = _scope(reader.connection, question.query, None, None)
        space = self._codes.current()
        vector, _ = self._vectors.by_text(question, space, "all")
        seen, _ = self._vectors.by_sight(question, self._picture_codes.current(), "all")
        return Asking(reader, question, scope, space, vector, seen, self._pictures).standing(query, file_id)

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
        reading = seeing = None
        if mode in ("all", "meaning"):
            reading = self._embedder.submit(self._vectors.by_text, question, space, mode)
        if mode in ("all", "pictures"):
            seeing = self._embedder.submit(self._vectors.by_sight, question, self._picture_codes.current(), mode)
        channels = Channels(reader, question, scope, mode, limit, self._pictures)

        def results(
            files: Sequence[RankedFile], better: int | None, vector: Vector | None, *notices: str | None
        ) -> Results:
            versions, begin_better = folded(reader.connection, files, better or 0)
            line = None if better is None or begin_better >= min(limit, len(versions)) else begin_better
            presenter = Presenter(
                reader.connection, reader.tokenise, channels.shown_terms, vector, self._embed_documents
            )
            return Results(asked, _since(started), presenter.hits(versions[:limit]), told(notices), line)

        if first is not None and mode == "all":
            first(results(channels.rank(space, None, None).files, None, None, *question.notices))
        seen, unseen = seeing.result() if seeing is not None else (None, None)
        vector, unread = reading.result() if reading is not None else (None, None)
        ranking = channels.rank(space, vector, seen)
        files, better = self._apart(reader.connection, channels, ranking, question, space, vector, seen)
        notices = question.notices or (unseen if mode == "pictures" else unread,)
        if files and better == 0 and not any(notices) and not _is_unread(reader.connection, space):
            notices = (NOTHING,)
        return results(files, better, vector, *notices)

    def _apart(
        self, connection: apsw.Connection, channels: Channels, ranking: Ranking, question: Question,
        space: LoadedSpace | None, vector: Vector | None, seen: Seen | None,
    ) -> tuple[list[RankedFile], int | None]:
        """The files with those last that are no better than chance, and how many are better, if that is known."""
        is_file = any(one.path is not None for one in question.examples)
        text = picture = None
        try:
            if space is not None and vector is not None:
                chance = self._chance.in_space(connection, space, None if is_file else self._vectors.embed)
                text = chance.level(vector, is_file=is_file) if chance is not None else None
            if seen is not None and question.by_sight:
                chance = self._chance_of_pictures.in_space(connection, seen[0], None)
                picture = chance.level(seen[1], is_file=True) if chance is not None else None
        except KnownError:
            # The model ended between two questions; this one was answered, and only its line is not known.
            return ranking.files, None
        if (text is None) if seen is None else (channels.by_cosine and len(seen[0].chunk_ids) < ENOUGH):
            return ranking.files, None
        told = channels.evidence(ranking, text, picture)
        return (ranking.files, told.begin(ranking.files)) if channels.by_cosine else told.apart(ranking.files)

    def _reader(self) -> Reader:
        reader: Reader | None = getattr(self._local, "reader", None)
        if reader is None:
            connection = self._connect()
            with self._lock:
                self._connections.append(connection)
            reader = Reader(connection, tokeniser(connection), WordIndex(connection, forms_of(connection)))
            self._local.reader = reader
        return reader


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


def _is_unread(connection: apsw.Connection, space: LoadedSpace | None) -> bool:
    """Whether passages wait for the model: what it has not read may yet be what is looked for."""
    return space is not None and bool(vectors.pending_chunks(connection, space.id, 1))


def _since(started: float) -> float:
    return (time.perf_counter() - started) * 1_000
