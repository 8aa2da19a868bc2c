"""Time of one search at 50,000 passages: embedding the query, and the whole search in process.

    python -m benchmarks.search_latency --models FOLDER --cache FOLDER [--passages 50000] [--json FILE]

The library is made up: real documents of the collections, then documents recombined from the sentences of two near
neighbours, whose vectors lie between those of the two. Words and vectors therefore stay as topical as real ones.
Queries are the collections' own, of the lengths people type (up to twelve words) and all of them.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.corpora import FOLDER, load, names
from benchmarks.text_model import TextModel
from indexer.extract.document import Passage
from indexer.extract.sentences import sentences
from indexer.search import Searcher
from indexer.store import chunks, files, roots, vectors
from indexer.store.connection import close_writer, open_reader, open_writer, transaction

PER_FILE = 5
SHORT_QUERY_WORDS = 12
MAX_WORDS = 200

Vectors = NDArray[np.float32]


def make_library(path: Path, count: int, model: TextModel, base: int) -> None:
    """An index of ``count`` passages, ``PER_FILE`` to a file, ``base`` of them with vectors of the model."""
    random.seed(1)
    texts = [text for name in names() for text in (row["text"] for row in load(name).documents) if len(text) > 100]
    texts = [" ".join(text.split()[:MAX_WORDS]) for text in random.sample(texts, min(base, len(texts)))]
    own = model.embed_documents(texts)
    made_texts, made = _between(texts, own, count - len(texts))
    connection = open_writer(path)
    try:
        space = vectors.ensure_space(connection, model.fingerprint, "text", "benchmark", model.dim)
        root = roots.add_root(connection, FOLDER)
        all_texts, all_vectors = [*texts, *made_texts], np.concatenate([own, made])
        for start in range(0, count, PER_FILE):
            name = f"{start}.txt"
            with transaction(connection):
                seen = files.Seen(f"{FOLDER}/{name}", FOLDER, name, "text", 1, start + 1, start + 1, None)
                files.upsert_seen(connection, root.id, [seen])
            stored = files.by_path(connection, seen.path)
            assert stored is not None
            part = [Passage(text, "", {"line": 1}) for text in all_texts[start : start + PER_FILE]]
            chunks.replace(connection, stored.id, part, chunks.Reading(hashlib.sha256(name.encode()).digest(), 1))
        vector_of = {chunks.text_hash("", text): vector for text, vector in zip(all_texts, all_vectors, strict=True)}
        while due := vectors.pending_chunks(connection, space.id, 2_000):
            found = np.stack([vector_of[chunks.text_hash(context, text)] for _, context, text in due])
            vectors.put(connection, space.id, [number for number, _, _ in due], found)
    finally:
        close_writer(connection)


def _between(texts: Sequence[str], own: Vectors, count: int) -> tuple[list[str], Vectors]:
    """Texts and vectors between random passages and one of their ten nearest."""
    near = np.stack([np.argsort(-(own @ vector))[1:11] for vector in own])
    pairs = [(one, int(random.choice(near[one]))) for one in random.choices(range(len(texts)), k=count)]
    split = [[text[start:end] for start, end in sentences(text)] for text in texts]
    made = []
    for number, (one, other) in enumerate(pairs):
        parts = [*split[one], *split[other]]
        random.shuffle(parts)
        # The number keeps equal recombinations apart: equal texts would share one vector.
        made.append(f"{' '.join(parts[: (len(parts) + 1) // 2])} No. {number}.")
    share = np.random.default_rng(1).uniform(0.2, 0.8, (count, 1)).astype(np.float32)
    first, second = (own[[pair[side] for pair in pairs]] for side in (0, 1))
    mixed = share * first + (1 - share) * second
    return made, mixed / np.linalg.norm(mixed, axis=1, keepdims=True)


def timed(call: Callable[[str], object], queries: Sequence[str]) -> dict[str, float]:
    """Median and 95th percentile in milliseconds, every query once."""
    times = []
    for query in queries:
        start = time.perf_counter()
        call(query)
        times.append((time.perf_counter() - start) * 1_000)
    return {"p50_ms": float(np.percentile(times, 50)), "p95_ms": float(np.percentile(times, 95))}


def measure(path: Path, model: TextModel, queries: Sequence[str]) -> dict[str, dict[str, float]]:
    """Times by stage, after five queries to warm up."""
    searcher = Searcher(lambda: open_reader(path), model.embed_query, model.embed_documents)
    try:
        for query in queries[:5]:
            searcher.search(query)
        return {
            "query embedding": timed(model.embed_query, queries),
            "search, words": timed(lambda query: searcher.search(query, mode="words"), queries),
            "search, all": timed(searcher.search, queries),
        }
    finally:
        searcher.close()


def main() -> int:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--models", type=Path, required=True, help="model folder with the default text model")
    parser.add_argument("--cache", type=Path, required=True, help="folder that keeps the index")
    parser.add_argument("--passages", type=int, default=50_000)
    parser.add_argument("--base", type=int, default=4_000, help="passages with vectors of the model itself")
    parser.add_argument("--queries", type=int, default=150)
    parser.add_argument("--json", type=Path, help="write the result here")
    options = parser.parse_args()
    options.cache.mkdir(parents=True, exist_ok=True)
    path = options.cache / f"latency-{options.passages}-{options.base}.db"
    every = [text for name in names() for text in load(name).queries.values()]
    short = [text for text in every if len(text.split()) <= SHORT_QUERY_WORDS]
    random.seed(2)
    with TextModel(options.models) as model:
        if not path.exists():
            make_library(path, options.passages, model, options.base)
        result = {
            label: measure(path, model, random.sample(queries, min(options.queries, len(queries))))
            for label, queries in ((f"up to {SHORT_QUERY_WORDS} words", short), ("all queries", every))
        }
    for label, stages in result.items():
        for stage, figures in stages.items():
            print(f"{label:16} {stage:16} p50 {figures['p50_ms']:7.1f} ms  p95 {figures['p95_ms']:7.1f} ms")
    if options.json:
        options.json.write_text(json.dumps({"passages": options.passages, "times": result}, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
