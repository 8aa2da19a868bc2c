"""How well questions the library can answer are told from those it cannot.

    python -m benchmarks.chance --models FOLDER --cache FOLDER [--collections medline,cisi] [--json FILE]

Each collection is asked its own questions, which it answers, and those of all other collections, which it does not
(some it may: the subjects of cranfield and npl touch). ``auc``: how often a random question of the first kind is
nearer to the library than one of the second, by its best cosine. ``answered``, ``refused``: how often the product's
line agrees, that is, shows something above it for the first and says "nothing here matches" for the second.
``without``: AUC where a question's relevant documents are left out and all others stay, so that the unanswerable
question is about the library's own subject; no cosine of a small model tells these apart well.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Sequence, Set
from pathlib import Path
from statistics import fmean

import numpy as np

from benchmarks.corpora import Collection, build, document_id, load, names, options
from benchmarks.text_model import TextModel
from indexer.answers import Results
from indexer.search import Searcher
from indexer.store.connection import open_reader

FOREIGN = 60
"""Questions taken from each other collection."""
DEPTH = 100


def evaluate(own: Collection, others: Sequence[Collection], cache: Path, model: TextModel) -> dict[str, float]:
    """The measures of one collection."""
    path = cache / f"{own.name}-{model.fingerprint[:12]}.db"
    build(own, path, model.fingerprint, model.dim, model.embed_documents)
    searcher = Searcher(lambda: open_reader(path), model.embed_query)
    draw = random.Random(0)
    foreign = [
        text for other in others
        for text in draw.sample(sorted(other.queries.values()), min(FOREIGN, len(other.queries)))
    ]
    try:
        answered = {key: searcher.search(text, limit=DEPTH) for key, text in own.queries.items()}
        refused = [searcher.search(text, limit=DEPTH) for text in foreign]
    finally:
        searcher.close()
    without = [_best(results, own.relevant[key].keys()) for key, results in answered.items()]
    return {
        "questions": float(len(answered)),
        "foreign": float(len(refused)),
        "auc": auc([_best(one) for one in answered.values()], [_best(one) for one in refused]),
        "answered": fmean(one.chance_from != 0 for one in answered.values()),
        "refused": fmean(one.chance_from == 0 for one in refused),
        "relevant above": fmean(_above(results, own.relevant[key].keys()) for key, results in answered.items()),
        "without": auc([_best(one) for one in answered.values()], without),
    }


def auc(positive: Sequence[float], negative: Sequence[float]) -> float:
    """Area under the curve of true over false positives: how often a positive lies above a negative, ties half."""
    difference = np.subtract.outer(np.array(positive), np.array(negative))
    return float((difference > 0).mean() + 0.5 * (difference == 0).mean())


def _best(results: Results, left_out: Set[str] = frozenset()) -> float:
    """Highest cosine among the hits, -1 where there is none."""
    return max((
        passage.why.meaning for hit in results.hits if document_id(hit.path) not in left_out
        for passage in hit.passages if passage.why.meaning is not None
    ), default=-1.0)


def _above(results: Results, relevant: Set[str]) -> float:
    """Share of the relevant documents found that stand above the line."""
    line = len(results.hits) if results.chance_from is None else results.chance_from
    found = [place for place, hit in enumerate(results.hits) if document_id(hit.path) in relevant]
    return sum(place < line for place in found) / len(found) if found else 1.0


def main() -> int:
    """Run."""
    told = options(__doc__)
    collections = {name: load(name) for name in names()}
    figures = {}
    with TextModel(told.models) as model:
        for name in told.collections:
            others = [one for other, one in collections.items() if other != name]
            figures[name] = evaluate(collections[name], others, told.cache, model)
            print(f"{name:12}", "  ".join(f"{key} {value:.3f}" for key, value in figures[name].items()), flush=True)
    if told.json:
        told.json.write_text(json.dumps(figures, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
