"""Retrieval test collections in BEIR's layout, the index built from one through the product's own path, measures.

Collections are read from ``../shared/data/retrieval`` or ``$HUNCH_SHARED_DATA/retrieval``: per collection
``corpus.jsonl`` (_id, title, text), ``queries.jsonl`` (_id, text) and ``qrels/test.tsv`` (query-id, corpus-id, score).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import apsw
import numpy as np
from numpy.typing import NDArray

from benchmarks.data import SHARED, existing
from indexer.extract.chunk import chunk
from indexer.extract.document import Block, Document
from indexer.store import chunks, files, roots, vectors
from indexer.store.connection import close_writer, open_reader, open_writer, transaction

DATA = SHARED / "retrieval"
FOLDER = "/collection"
"""Where the files of a collection stand in its index; they exist there only."""

_BATCH = 256
_TITLED = 200
_TITLE_WORDS = 3
_FUNCTION_WORDS = frozenset(("and", "are", "for", "from", "the", "was", "were", "with"))

Embed = Callable[[Sequence[str]], NDArray[np.float32]]


@dataclass(frozen=True, slots=True)
class Collection:
    """``relevant``: query id to document id to gain, above 0; queries without any are left out of ``queries``."""

    name: str
    documents: list[dict[str, str]]
    queries: dict[str, str]
    relevant: Mapping[str, Mapping[str, int]]


def options(description: str | None) -> argparse.Namespace:
    """What a benchmark over the collections is told: ``models``, ``cache``, ``collections`` (names) and ``json``."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--models", type=Path, required=True, help="model folder with the default text model")
    parser.add_argument("--cache", type=Path, required=True, help="folder that keeps the indexes")
    parser.add_argument("--collections", type=_listed, default=names(), help="their names, with commas between")
    parser.add_argument("--json", type=Path, help="write the result here")
    return parser.parse_args()


def names() -> list[str]:
    """The collections there are."""
    return sorted(folder.parent.name for folder in existing(DATA).glob("*/corpus.jsonl"))


def load(name: str) -> Collection:
    """Read a collection."""
    folder = existing(DATA / name)
    relevant: dict[str, dict[str, int]] = {}
    for line in (folder / "qrels" / "test.tsv").read_text().splitlines()[1:]:
        query_id, document_id, gain = line.split("\t")
        if int(gain) > 0:
            relevant.setdefault(query_id, {})[document_id] = int(gain)
    queries = {row["_id"]: row["text"] for row in _rows(folder / "queries.jsonl") if row["_id"] in relevant}
    return Collection(name, _rows(folder / "corpus.jsonl"), queries, relevant)


def titled(collection: Collection) -> Collection:
    """The same documents asked for by one to three words of their titles; no queries where they have no titles."""
    draw = random.Random(3)
    rows = [row for row in collection.documents if len(_words(row["title"])) >= _TITLE_WORDS]
    queries = {}
    for row in draw.sample(rows, min(_TITLED, len(rows))):
        words = _words(row["title"])
        kept = sorted(draw.sample(range(len(words)), draw.choice((1, 2, 2, 3, 3))))
        queries[row["_id"]] = " ".join(words[place] for place in kept)
    return Collection(f"{collection.name}-titles", collection.documents, queries, {key: {key: 1} for key in queries})


def vectors_by_document(path: Path) -> tuple[NDArray[np.float32], list[str]]:
    """Unit vectors (n, dim) of all passages of an index, and the document each is of."""
    connection = open_reader(path)
    try:
        rows = cast("list[tuple[str, bytes]]", connection.execute(
            "SELECT file.path, vector FROM embedding JOIN chunk ON chunk.id = chunk_id JOIN file ON file.id = file_id"
        ).fetchall())
    finally:
        connection.close()
    own = np.array([np.frombuffer(vector, dtype=np.int8) for _, vector in rows], dtype=np.float32)
    unit: NDArray[np.float32] = own / np.linalg.norm(own, axis=1, keepdims=True)
    return unit, [document_id(name) for name, _ in rows]


def build(collection: Collection, path: Path, fingerprint: str, dim: int, embed: Embed) -> None:
    """Index every document as a file of its own. An index already there is completed, not made anew."""
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = open_writer(path)
    try:
        space = vectors.ensure_space(connection, fingerprint, "text", "benchmark", dim)
        if not roots.roots(connection):
            add_documents(connection, collection)
        while due := vectors.pending_chunks(connection, space.id, _BATCH):
            texts = [chunks.embedding_text(context, text) for _, context, text in due]
            vectors.put(connection, space.id, [number for number, _, _ in due], embed(texts))
    finally:
        close_writer(connection)


def document_id(path: str) -> str:
    """The document a result's path stands for."""
    return path.rpartition("/")[2].removesuffix(".txt")


def ndcg(ranking: Sequence[str], gains: Mapping[str, int], depth: int = 10) -> float:
    """Normalised discounted cumulative gain with linear gains, as trec_eval computes it (ndcg_cut)."""
    found = sum(gains.get(one, 0) / math.log2(rank + 2) for rank, one in enumerate(ranking[:depth]))
    ideal = sorted(gains.values(), reverse=True)[:depth]
    return found / sum(gain / math.log2(rank + 2) for rank, gain in enumerate(ideal))


def recall(ranking: Sequence[str], gains: Mapping[str, int], depth: int = 100) -> float:
    """Share of the relevant documents among the first ``depth``."""
    return len(set(ranking[:depth]) & gains.keys()) / len(gains)


def reciprocal_rank(ranking: Sequence[str], gains: Mapping[str, int]) -> float:
    """One over the rank of the first relevant document; 0 when none was found."""
    return next((1 / (rank + 1) for rank, one in enumerate(ranking) if one in gains), 0.0)


def add_documents(connection: apsw.Connection, collection: Collection) -> None:
    """Store every document as a file of its own, found by its words."""
    root = roots.add_root(connection, FOLDER)
    seen: list[files.Seen] = []
    for number, row in enumerate(collection.documents, 1):
        name = f"{row['_id']}.txt"
        seen.append(files.Seen(f"{FOLDER}/{name}", FOLDER, name, "text", len(row["text"]), number, number, None))
    with transaction(connection):
        files.upsert_seen(connection, root.id, seen)
    for row, file in zip(collection.documents, seen, strict=True):
        title = row["title"].strip() or None
        passages = chunk(Document([Block(row["text"])], title=title))
        stored = files.by_path(connection, file.path)
        assert stored is not None
        reading = chunks.Reading(hashlib.sha256(row["text"].encode()).digest(), 1, title=title)
        chunks.replace(connection, stored.id, passages, reading)


def _listed(typed: str) -> list[str]:
    return [name for name in typed.split(",") if name]


def _words(title: str) -> list[str]:
    return [word for word in re.findall(r"[A-Za-z]{3,}", title) if word.lower() not in _FUNCTION_WORDS]


def _rows(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]
