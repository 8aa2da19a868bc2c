"""How well the product finds documents: nDCG@10, recall@100 and MRR of words, meaning and both together.

    python -m benchmarks.quality --models FOLDER --cache FOLDER [--collections medline,cisi] [--json FILE]

Documents become files through the product's chunking and store, queries run through its search. Beside it stand
plain BM25, FTS5's bm25() over whole documents with the unicode61 tokenizer, and plain dense retrieval, the exact cosine
of the same model's vectors. A cached index is used again. To the collections come queries of a few words: one to three
words of a document's title, in their order, of which that document is the answer (``-titles``).
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import fmean

import apsw
import numpy as np

from benchmarks.corpora import (
    Collection,
    build,
    document_id,
    load,
    ndcg,
    options,
    recall,
    reciprocal_rank,
    titled,
    vectors_by_document,
)
from benchmarks.text_model import TextModel
from indexer.search import MODES, Searcher
from indexer.store.connection import open_reader

DEPTH = 100

Run = Mapping[str, Sequence[str]]
Measures = dict[str, float]
Results = Mapping[str, Mapping[str, Measures]]


def measure(collection: Collection, run: Run) -> Measures:
    """Means over all queries of a run, which is query id to document ids, best first."""
    pairs = [(run[query_id], collection.relevant[query_id]) for query_id in collection.queries]
    return {
        "ndcg@10": fmean(ndcg(*pair) for pair in pairs),
        f"recall@{DEPTH}": fmean(recall(*pair, DEPTH) for pair in pairs),
        "mrr": fmean(reciprocal_rank(*pair) for pair in pairs),
    }


def product_runs(collection: Collection, searcher: Searcher) -> dict[str, Run]:
    """A run for each mode of the product's search that finds texts; versions folded under a hit count behind it."""
    def run(mode: str) -> Run:
        found = {key: searcher.search(text, limit=DEPTH, mode=mode) for key, text in collection.queries.items()}
        return {
            key: [document_id(path) for hit in results.hits for path in (hit.path, *(one.path for one in hit.others))]
            for key, results in found.items()
        }

    return {mode: run(mode) for mode in MODES if mode != "pictures"}


def plain_bm25(collection: Collection) -> Run:
    """The baseline: whole documents, title and text in one column, no stemming."""
    connection = apsw.Connection(":memory:")
    connection.execute("CREATE VIRTUAL TABLE document USING fts5 (text, tokenize = 'unicode61')")
    connection.executemany(
        "INSERT INTO document VALUES (?)", ((f"{row['title']}\n{row['text']}",) for row in collection.documents)
    )
    run: dict[str, list[str]] = {}
    for key, text in collection.queries.items():
        expression = " OR ".join(f'"{word}"' for word in dict.fromkeys(re.findall(r"\w+", text.lower())))
        rows = connection.execute(
            "SELECT rowid FROM document WHERE document MATCH ? ORDER BY rank LIMIT ?", (expression, DEPTH)
        )
        run[key] = [collection.documents[row - 1]["_id"] for (row,) in rows]
    connection.close()
    return run


def plain_dense(collection: Collection, path: Path, model: TextModel) -> Run:
    """The other baseline: the best exact cosine among a document's passages."""
    vectors, documents = vectors_by_document(path)
    run: dict[str, list[str]] = {}
    for key, text in collection.queries.items():
        order = np.argsort(-(vectors @ model.embed_query(text)), kind="stable")
        run[key] = list(dict.fromkeys(documents[place] for place in order[: 4 * DEPTH]))[:DEPTH]
    return run


def evaluate(
    collection: Collection, asked: Sequence[Collection], cache: Path, model: TextModel
) -> dict[str, dict[str, Measures]]:
    """Measures by name of the queries and by method; ``cache`` keeps the index of the collection they all ask."""
    path = cache / f"{collection.name}-{model.fingerprint[:12]}.db"
    build(collection, path, model.fingerprint, model.dim, model.embed_documents)
    searcher = Searcher(lambda: open_reader(path), model.embed_query)
    figures: dict[str, dict[str, Measures]] = {}
    try:
        for one in asked:
            runs = {
                "bm25 (plain)": plain_bm25(one), "dense (plain)": plain_dense(one, path, model),
                **product_runs(one, searcher),
            }
            figures[one.name] = {method: measure(one, run) for method, run in runs.items()}
    finally:
        searcher.close()
    return figures


def report(results: Results, write: Callable[[str], object] = print) -> bool:
    """Print a table; whether all channels together are at least as good as each one on every collection."""
    ratios = []
    for name, by_method in results.items():
        for method, measures in by_method.items():
            figures = "  ".join(f"{key} {value:.4f}" for key, value in measures.items())
            write(f"{name:16} {method:14} {figures}")
        best = max(by_method["words"]["ndcg@10"], by_method["meaning"]["ndcg@10"])
        ratios.append(by_method["all"]["ndcg@10"] / best)
        write(f"{name:16} {'all / best':14} {ratios[-1]:.3f}")
    write(f"{'mean':16} {'all / best':14} {fmean(ratios):.3f}")
    return min(ratios) >= 1


def main() -> int:
    """Run; exit code 1 when all channels together fall below one of them anywhere."""
    told = options(__doc__)
    results: dict[str, dict[str, Measures]] = {}
    with TextModel(told.models) as model:
        for name in told.collections:
            collection = load(name)
            few = titled(collection)
            results |= evaluate(collection, [collection, few] if few.queries else [collection], told.cache, model)
    holds = report(results)
    if told.json:
        told.json.write_text(json.dumps(results, indent=1))
    return 0 if results and holds else 1


if __name__ == "__main__":
    sys.exit(main())
