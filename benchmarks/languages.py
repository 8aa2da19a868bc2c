"""How well words are found in many languages: nDCG@10, recall@10 and MRR over small collections of everyday papers.

    python -m benchmarks.languages [--languages de,ja] [--json FILE]

Queries use other forms, compounds and spellings than the documents. Beside the product's words stand FTS5 with its
unicode61 tokenizer, and FTS5 with English stems, accents folded, and pairs of characters for scripts without spaces.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import fmean

import apsw

from benchmarks.corpora import Collection, add_documents, document_id, ndcg, recall, reciprocal_rank
from indexer.search import Searcher
from indexer.store.connection import close_writer, open_reader, open_writer

DATA = Path(__file__).resolve().parent.parent / "tests" / "data" / "languages"
DEPTH = 10
PRODUCT = "words"

_UNSPACED = re.compile("[\u0e01-\u0e5b\u3005-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff66-\uff9f]+")

Run = Mapping[str, Sequence[str]]
Measures = dict[str, float]


def names() -> list[str]:
    """The languages there are collections of, ISO 639-1."""
    return sorted(path.stem for path in DATA.glob("*.json"))


def load(name: str) -> Collection:
    """Read a collection: documents by name, and queries with the names of the documents that answer them."""
    data = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
    documents = [{"_id": key, "title": "", "text": text} for key, text in data["documents"].items()]
    queries = {str(number): text for number, (text, _) in enumerate(data["queries"])}
    relevant = {str(number): dict.fromkeys(answers, 1) for number, (_, answers) in enumerate(data["queries"])}
    return Collection(name, documents, queries, relevant)


def together(collections: Sequence[Collection]) -> Collection:
    """All of them as one library, in which every language finds its own."""
    return Collection(
        "all",
        [{**row, "_id": f"{one.name}-{row['_id']}"} for one in collections for row in one.documents],
        {f"{one.name}-{key}": text for one in collections for key, text in one.queries.items()},
        {
            f"{one.name}-{key}": {f"{one.name}-{answer}": 1 for answer in answers}
            for one in collections for key, answers in one.relevant.items()
        },
    )


def measure(collection: Collection, run: Run) -> Measures:
    """Means over all queries of a run, which is query id to document ids, best first."""
    pairs = [(run[key], collection.relevant[key]) for key in collection.queries]
    return {
        f"ndcg@{DEPTH}": fmean(ndcg(*pair, DEPTH) for pair in pairs),
        f"recall@{DEPTH}": fmean(recall(*pair, DEPTH) for pair in pairs),
        "mrr": fmean(reciprocal_rank(*pair) for pair in pairs),
    }


def product_run(collection: Collection, folder: Path) -> Run:
    """By the words of the product, through its own index in ``folder``."""
    path = folder / f"{collection.name}.db"
    connection = open_writer(path)
    add_documents(connection, collection)
    close_writer(connection)
    searcher = Searcher(lambda: open_reader(path), None)
    try:
        found = {
            key: searcher.search(text, limit=DEPTH, mode="words").hits for key, text in collection.queries.items()
        }
    finally:
        searcher.close()
    return {key: [document_id(hit.path) for hit in hits] for key, hits in found.items()}


def fts5_run(collection: Collection, tokenizer: str, pairs: Callable[[str], list[str]]) -> Run:
    """By bm25() of a table of documents, each with its pairs of characters."""
    connection = apsw.Connection(":memory:")
    connection.execute(f"CREATE VIRTUAL TABLE document USING fts5 (text, pairs, tokenize = '{tokenizer}')")
    connection.executemany(
        "INSERT INTO document VALUES (?, ?)",
        ((row["text"], " ".join(pairs(row["text"]))) for row in collection.documents),
    )
    run: dict[str, list[str]] = {}
    for key, text in collection.queries.items():
        wanted = dict.fromkeys([*pairs(text), *re.findall(r"\w+", text.lower())])
        rows = connection.execute(
            "SELECT rowid FROM document WHERE document MATCH ? ORDER BY rank LIMIT ?",
            (" OR ".join(f'"{word}"' for word in wanted), DEPTH),
        )
        run[key] = [collection.documents[row - 1]["_id"] for (row,) in rows]
    connection.close()
    return run


def pairs_of(text: str) -> list[str]:
    """Overlapping pairs of characters of every run of Thai, Chinese or Japanese."""
    runs = _UNSPACED.findall(text)
    return [run[at : at + 2] for run in runs for at in range(max(1, len(run) - 1))]


def evaluate(collection: Collection) -> dict[str, Measures]:
    """Measures by method."""
    with tempfile.TemporaryDirectory() as folder:
        runs = {
            "unicode61": fts5_run(collection, "unicode61", lambda text: []),
            "porter, pairs": fts5_run(collection, "porter unicode61 remove_diacritics 2", pairs_of),
            PRODUCT: product_run(collection, Path(folder)),
        }
    return {method: measure(collection, run) for method, run in runs.items()}


def main() -> int:
    """Run; exit code 1 when the product is behind another method anywhere."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--languages", default=",".join(names()))
    parser.add_argument("--json", type=Path, help="write the result here")
    options = parser.parse_args()
    collections = [load(name) for name in options.languages.split(",") if name]
    if len(collections) > 1:
        collections.append(together(collections))
    results = {one.name: evaluate(one) for one in collections}
    for name, by_method in results.items():
        for method, measures in by_method.items():
            figures = "  ".join(f"{key} {value:.3f}" for key, value in measures.items())
            print(f"{name:4} {method:14} {figures}")
    if options.json:
        options.json.write_text(json.dumps(results, indent=1))
    ahead = all(max(row.values(), key=lambda one: one["ndcg@10"]) is row[PRODUCT] for row in results.values())
    return 0 if results and ahead else 1


if __name__ == "__main__":
    sys.exit(main())
