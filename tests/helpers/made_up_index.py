"""Puts made-up files into an index, for the tests of this folder."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from pathlib import Path

import apsw
import numpy as np
from numpy.typing import NDArray

from indexer.extract.document import Passage
from indexer.store import chunks, files, roots, vectors
from indexer.store.chunks import Reading
from indexer.store.connection import close_writer, open_writer, transaction

DIM = 20


def passages(texts: Sequence[str], context: str = "") -> list[Passage]:
    return [Passage(text, context, {"line": line}) for line, text in enumerate(texts, 1)]


def seen(path: str, *, size: int = 1, mtime_ns: int = 1, inode: int = 1, skip: str | None = None) -> files.Seen:
    folder, name = posixpath.split(path)
    return files.Seen(path, folder, name, "text", size, mtime_ns, inode, skip)


def vector_of(text: str) -> NDArray[np.float32]:
    """A direction made from the text's own letters: equal texts, equal vectors."""
    return np.array([1 + text.count(chr(ord("a") + n)) for n in range(DIM)], dtype=np.float32)


def embed_all(index: apsw.Connection, space_id: int) -> list[str]:
    """Give every due passage its vector; returns the texts in the order they were due."""
    done: list[str] = []
    while due := vectors.pending_chunks(index, space_id, 100):
        texts = [chunks.embedding_text(context, text) for _, context, text in due]
        vectors.put(index, space_id, [number for number, _, _ in due], np.stack([vector_of(text) for text in texts]))
        done += texts
    return done


def add(index: apsw.Connection, *new: files.Seen) -> dict[str, int]:
    """Insert files under the root ``/r``; returns id by path."""
    known = next((root for root in roots.roots(index) if root.path == "/r"), None)
    root = known or roots.add_root(index, "/r")
    with transaction(index):
        files.upsert_seen(index, root.id, new)
    rows = (files.by_path(index, file.path) for file in new)
    return {row.path: row.id for row in rows if row}


def fill(index: apsw.Connection, texts: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Insert files with their passages and embed them in the first space; returns id by path."""
    space = vectors.ensure_space(index, "first", "text", "model", DIM)
    ids = add(index, *(seen(path) for path in texts))
    for path, parts in texts.items():
        chunks.replace(index, ids[path], passages(parts), Reading(path.encode("utf-8", "surrogatepass"), 1))
    embed_all(index, space.id)
    return ids


def made(path: Path, texts: Mapping[str, Sequence[str]]) -> Path:
    """A new index at ``path``, filled; returns the path."""
    connection = open_writer(path)
    fill(connection, texts)
    close_writer(connection)
    return path
