"""How often what is looked for by its identifier, or by its name, comes first.

    python -m benchmarks.known_items [--models FOLDER] [--files 4000] [--seed 20] [--json FILE]

A made-up library (``known_library``) holds series of invoices with near numbers, letters, mails, scans and code; some
texts were read by an OCR that confuses letters and digits. Queries ask for one identifier each: as written, confused in
the query, confused in the file, with other separators, among other words. Names are asked for in eight ways. Beside it
plain FTS5 (unicode61, bm25) over the same names and texts. Without a model the product searches by words and names.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path

import apsw

from benchmarks.known_library import SEED, Asked, Item, identifier_queries, items, name_queries
from benchmarks.text_model import TextModel
from indexer.extract.chunk import chunk
from indexer.extract.document import Block, Document
from indexer.query import parse
from indexer.search import Searcher, identifiers
from indexer.search.scope import EVERY_FILE
from indexer.store import chunks, files, roots, vectors
from indexer.store.connection import close_writer, open_reader, open_writer, transaction

LEAST = 0.98
"""Share of queries whose file must come first."""
_BATCH = 256

First = Callable[[str], str | None]
"""Query to the path that comes first."""


def build(path: Path, library: Sequence[Item], model: TextModel | None) -> None:
    """Index the library, through the product's chunking and store."""
    connection = open_writer(path)
    try:
        root = roots.add_root(connection, "/library")
        seen = [
            files.Seen(item.path, item.folder, item.name, item.kind, len(item.text), number, number, None)
            for number, item in enumerate(library, 1)
        ]
        with transaction(connection):
            files.upsert_seen(connection, root.id, seen)
        if model is not None:
            space = vectors.ensure_space(connection, model.fingerprint, "text", "benchmark", model.dim)
        for item in library:
            stored = files.by_path(connection, item.path)
            assert stored is not None
            passages = chunk(Document([Block(part) for part in item.text.split("\n\n")], title=item.title))
            chunks.replace(connection, stored.id, passages, chunks.Reading(item.path.encode(), 1, title=item.title))
        while model is not None and (due := vectors.pending_chunks(connection, space.id, _BATCH)):
            texts = [chunks.embedding_text(context, text) for _, context, text in due]
            vectors.put(connection, space.id, [number for number, _, _ in due], model.embed_documents(texts))
    finally:
        close_writer(connection)


def plain_fts5(library: Sequence[Item]) -> First:
    """The peer: names, titles and texts in one FTS5 table, any word of the query may match."""
    connection = apsw.Connection(":memory:")
    connection.execute("CREATE VIRTUAL TABLE document USING fts5 (name, title, text, tokenize = 'unicode61')")
    connection.executemany(
        "INSERT INTO document VALUES (?, ?, ?)", ((item.path, item.title or "", item.text) for item in library)
    )

    def first(query: str) -> str | None:
        expression = " OR ".join(f'"{word}"' for word in dict.fromkeys(re.findall(r"\w+", query)))
        found = connection.execute(
            "SELECT rowid FROM document WHERE document MATCH ? ORDER BY rank LIMIT 1", (expression,)
        ).get
        return None if found is None else library[int(found) - 1].path

    return first


def misses(queries: Sequence[Asked], first: First) -> list[tuple[str, str | None]]:
    """Queries that were not answered with one of their files first, and what came instead."""
    answers = ((one, first(one.query)) for one in queries)
    return [(one.query, answer) for one, answer in answers if answer not in one.answers]


def channel_time(path: Path, queries: Sequence[Asked]) -> float:
    """Median milliseconds the channel of identifiers takes for a query."""
    connection = open_reader(path)
    times = []
    for one in queries:
        parsed = parse(one.query)
        started = time.perf_counter()
        identifiers.find(connection, parsed, EVERY_FILE)
        times.append((time.perf_counter() - started) * 1_000)
    connection.close()
    return statistics.median(times)


def main() -> int:
    """Run; exit code 1 when a kind of query falls below ``LEAST``."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--models", type=Path, help="model folder with the default text model: search by meaning too")
    parser.add_argument("--files", type=int, default=4_000)
    parser.add_argument("--seed", type=int, default=SEED, help="another library, other queries")
    parser.add_argument("--json", type=Path, help="write the result here")
    options = parser.parse_args()
    library = items(options.files, options.seed)
    named_one = identifier_queries(library, seed=options.seed)
    by_kind = named_one | name_queries(library, seed=options.seed)
    results: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        model = stack.enter_context(TextModel(options.models)) if options.models else None
        path = Path(folder) / "index.db"
        build(path, library, model)
        searcher = Searcher(lambda: open_reader(path), model.embed_query if model else None)
        stack.callback(searcher.close)

        def first(query: str) -> str | None:
            hits = searcher.search(query, limit=10).hits
            return hits[0].path if hits else None

        plain = plain_fts5(library)
        print(f"{len(library)} files; hit@1 of Hunch, of plain FTS5")
        for kind, queries in by_kind.items():
            missed = misses(queries, first)
            share = 1 - len(missed) / len(queries)
            peer = 1 - len(misses(queries, plain)) / len(queries)
            results[kind] = {"queries": len(queries), "hit@1": share, "plain fts5": peer}
            print(f"{kind:28} {len(queries):4} queries  {share:.3f}  {peer:.3f}", *missed[:5], sep="\n    ")
        asked = [one for queries in named_one.values() for one in queries]
        print(f"the channel of identifiers takes {channel_time(path, asked):.2f} ms a query")
    if options.json:
        options.json.write_text(json.dumps(results, indent=1))
    return 0 if min(one["hit@1"] for one in results.values()) >= LEAST else 1


if __name__ == "__main__":
    sys.exit(main())
