"""What an index holds, without row numbers, so that two indexes can be compared."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import apsw
import numpy as np
from numpy.typing import NDArray

from indexer.store.connection import open_reader


@dataclass(frozen=True)
class IndexDump:
    """Files by path, chunks by (path, seq), and their vectors in the active spaces (int8) by (path, seq)."""

    files: dict[str, tuple[object, ...]]
    chunks: dict[tuple[str, int], tuple[object, ...]]
    vectors: dict[tuple[str, int], NDArray[np.int8]]


def dump(index: Path) -> IndexDump:
    connection = open_reader(index)
    try:
        files = {
            str(row[0]): row[1:]
            for row in connection.execute(
                "SELECT path, kind, size, state, error_code, error_detail, title, author, pages, content_hash FROM file"
            )
        }
        chunks = {
            (str(row[0]), int(str(row[1]))): row[2:]
            for row in connection.execute(
                "SELECT path, seq, text, context, locator, hex(picture) FROM chunk JOIN file ON file.id = chunk.file_id"
            )
        }
        vectors = {
            (str(path), int(str(seq))): np.frombuffer(_blob(vector), dtype=np.int8)
            for path, seq, vector in connection.execute(
                "SELECT path, seq, vector FROM embedding JOIN space ON space.id = space_id AND is_active = 1 "
                "JOIN chunk ON chunk.id = chunk_id JOIN file ON file.id = chunk.file_id"
            )
        }
        return IndexDump(files, chunks, vectors)
    finally:
        connection.close()


def assert_same(found: IndexDump, expected: IndexDump) -> None:
    """Equal files and chunks; vectors equal up to how the model's batches happened to be composed."""
    assert found.files == expected.files
    assert found.chunks == expected.chunks
    # Without a model for pictures those have no vectors.
    texts = {key for key, (*_, picture) in expected.chunks.items() if not picture}
    assert found.vectors.keys() == expected.vectors.keys() >= texts
    for key, vector in found.vectors.items():
        one, other = vector.astype(np.float32), expected.vectors[key].astype(np.float32)
        assert one @ other / np.linalg.norm(one) / np.linalg.norm(other) > 0.999, key


def _blob(value: apsw.SQLiteValue) -> bytes:
    assert isinstance(value, bytes)
    return value
