"""Codes in memory: distances, filters, and reading again exactly when the index changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import apsw
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.search import meaning
from indexer.search.meaning import CodeCache, LoadedSpace, hamming
from indexer.store import chunks, files, vectors
from indexer.store.connection import close_writer, open_reader, open_writer, transaction
from tests.helpers.made_up_index import DIM, add, embed_all, fill, passages, seen, vector_of


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "index.db"


@pytest.fixture
def writer(path: Path) -> Iterator[apsw.Connection]:
    connection = open_writer(path)
    yield connection
    close_writer(connection)


@given(st.integers(1, 200), st.integers(1, 4), st.integers(0, 2**32))
def test_hamming_counts_differing_bits(count: int, width: int, seed: int) -> None:
    generator = np.random.default_rng(seed)
    codes = generator.integers(0, 2**64, (width, count), dtype=np.uint64)
    query = generator.integers(0, 2**64, width, dtype=np.uint64)
    expected = [
        sum((int(word) ^ int(own)).bit_count() for word, own in zip(column, query, strict=True)) for column in codes.T
    ]
    assert hamming(codes, query).tolist() == expected


def test_blocks_do_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    codes = np.random.default_rng(1).integers(0, 2**64, (6, 1_000), dtype=np.uint64)
    whole = hamming(codes, codes[:, 0].copy())
    monkeypatch.setattr(meaning, "_BLOCK", 64)
    assert (hamming(codes, codes[:, 0].copy()) == whole).all()


def test_only_allowed_files_are_neighbours(writer: apsw.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = fill(writer, {f"/r/{n}.txt": [f"{'abcdefghijklmnopqrst'[n % 20] * (n + 1)}"] for n in range(60)})
    space = vectors.active_space(writer, "text")
    assert space is not None
    loaded = LoadedSpace(space.id, space.dim, *vectors.load_codes(writer, space.id))
    allowed = np.array(sorted(ids.values())[:20], dtype=np.int64)
    query = vector_of("aaa")
    whole = loaded.nearest(writer, query, allowed, 20)
    assert {file_id for file_id, _ in whole.values()} == set(allowed.tolist())
    monkeypatch.setattr(meaning, "COARSE", 5)
    nearest = loaded.nearest(writer, query, allowed, 5)
    assert len(nearest) == 5
    assert nearest.items() <= whole.items()
    assert loaded.nearest(writer, query, np.array([], dtype=np.int64), 5) == {}


def test_the_cache_follows_the_index(path: Path, writer: apsw.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    reads: list[int] = []

    def load(connection: apsw.Connection, space_id: int) -> object:
        reads.append(space_id)
        return vectors.load_codes(connection, space_id)

    monkeypatch.setattr(meaning, "load_codes", load)
    cache = CodeCache(lambda: open_reader(path), "text")
    assert cache.current() is None
    ids = fill(writer, {"/r/a.txt": ["first"], "/r/b.txt": ["second"]})
    first = cache.current()
    assert first is not None
    assert len(first.chunk_ids) == 2
    assert cache.current() is first

    chunks.replace(writer, add(writer, seen("/r/c.txt"))["/r/c.txt"], passages(["third"]), chunks.Reading(b"h", 1))
    assert cache.current() is first
    embed_all(writer, 1)
    second = cache.current()
    assert second is not None
    assert len(second.chunk_ids) == 3

    with transaction(writer):
        files.mark_gone(writer, [ids["/r/a.txt"]])
    third = cache.current()
    assert third is not None
    assert ids["/r/a.txt"] not in third.file_ids
    assert reads == [1, 1, 1]

    other = vectors.ensure_space(writer, "other", "text", "model", DIM)
    embed_all(writer, other.id)
    vectors.activate(writer, other.id)
    fourth = cache.current()
    assert fourth is not None
    assert fourth.id == other.id
    cache.close()
