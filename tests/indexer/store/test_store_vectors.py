from __future__ import annotations

import apsw
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from numpy.typing import NDArray

from indexer.errors import KnownError
from indexer.store import chunks, maintenance, vectors
from indexer.store.vectors import quantise
from tests.helpers.made_up_index import DIM, add, embed_all, fill, passages, seen, vector_of

ordinary = hnp.arrays(
    np.float32, st.tuples(st.integers(1, 6), st.integers(1, 130)),
    elements=st.floats(-(2.0**100), 2.0**100, width=32, allow_subnormal=False),
).filter(lambda rows: bool((np.abs(rows).max(axis=1) > 1e-30).all()))


@given(ordinary)
def test_bytes_keep_the_direction_and_reach_the_peak(rows: NDArray[np.float32]) -> None:
    small, codes = quantise(rows)
    for row, packed, code in zip(rows.astype(np.float64), small, codes, strict=True):
        kept = np.frombuffer(packed, np.int8).astype(np.float64)
        assert np.abs(kept).max() == 127
        # Each part is off by half a step at most.
        assert np.abs(kept - row / np.abs(row).max() * 127).max() <= 0.5 + 1e-3
        bits = np.unpackbits(np.frombuffer(code, np.uint8), bitorder="little")
        assert len(code) % 8 == 0
        assert len(bits) - len(row) < 64
        assert (bits[: len(row)] == (row > 0)).all()
        assert not bits[len(row) :].any()


@given(st.integers(0, 2**32 - 1))
def test_cosines_of_bytes_are_near_those_of_floats(seed: int) -> None:
    rows = np.random.default_rng(seed).standard_normal((2, 384)).astype(np.float32)
    one, other = (np.frombuffer(packed, np.int8).astype(np.float64) for packed in quantise(rows)[0])
    true = rows[0] @ rows[1] / np.linalg.norm(rows[0]) / np.linalg.norm(rows[1])
    assert abs(one @ other / np.linalg.norm(one) / np.linalg.norm(other) - true) < 0.01


@pytest.mark.parametrize("peak", [1e-45, 1e-38, 3e38])
def test_the_smallest_and_largest_numbers_are_scaled_too(peak: float) -> None:
    small, _ = quantise(np.array([[peak, -peak, 0]], dtype=np.float32))
    assert np.frombuffer(small[0], np.int8).tolist() == [127, -127, 0]


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf, 0])
def test_vectors_without_a_direction_are_refused_and_nothing_is_stored(index: apsw.Connection, bad: float) -> None:
    fill(index, {"/r/a.txt": ["a"], "/r/b.txt": ["b"]})
    fresh = vectors.ensure_space(index, "second", "text", "model", DIM)
    ids = [number for number, _, _ in vectors.pending_chunks(index, fresh.id, 9)]
    rows = np.ones((2, DIM), dtype=np.float32)
    rows[1] = 0
    rows[1, 3] = bad
    with pytest.raises(ValueError, match="vector is"):
        vectors.put(index, fresh.id, ids, rows)
    assert vectors.pending_count(index, fresh.id) == 2


def test_shapes_are_checked(index: apsw.Connection) -> None:
    fill(index, {"/r/a.txt": ["a"]})
    for rows in (np.ones((2, DIM)), np.ones((1, DIM + 1)), np.ones((1, 2, DIM))):
        with pytest.raises(ValueError, match=r"vectors|shape"):
            vectors.put(index, 1, [1], rows.astype(np.float32))


def test_no_vectors_are_no_error() -> None:
    assert quantise(np.empty((0, 7), dtype=np.float32)) == ([], [])


def test_codes_come_column_by_column_with_their_files(index: apsw.Connection) -> None:
    ids = fill(index, {f"/r/{name}.txt": [f"{name * 3} text", f"other {name}"] for name in "abc"})
    chunk_ids, file_ids, codes = vectors.load_codes(index, 1)
    assert codes.shape == (1, 6)
    assert codes.dtype == np.uint64
    assert codes.flags.c_contiguous
    assert sorted(set(file_ids.tolist())) == sorted(ids.values())
    for at, number in enumerate(chunk_ids.tolist()):
        text, owner = index.execute("SELECT text, file_id FROM chunk WHERE id = ?", (number,)).get
        assert owner == file_ids[at]
        _, (code,) = quantise(vector_of(text)[np.newaxis])
        assert codes[:, at].tobytes() == code


def test_codes_of_a_space_without_vectors_are_empty(index: apsw.Connection) -> None:
    space = vectors.ensure_space(index, "wide", "text", "model", 384)
    chunk_ids, file_ids, codes = vectors.load_codes(index, space.id)
    assert (chunk_ids.shape, file_ids.shape, codes.shape) == ((0,), (0,), (6, 0))


def test_codes_of_the_wrong_length_are_damage(index: apsw.Connection) -> None:
    fill(index, {"/r/a.txt": ["a"]})
    index.execute("UPDATE code SET code = x'00'")
    with pytest.raises(KnownError) as caught:
        vectors.load_codes(index, 1)
    assert caught.value.code == "index_damaged"
    index.execute("UPDATE embedding SET vector = x'00'")
    assert maintenance.integrity(index) == ["1 vectors of the wrong length"]


def test_cosines_are_those_of_the_vectors(index: apsw.Connection) -> None:
    fill(index, {"/r/a.txt": ["aaaa bb", "cccc", "dd ee"]})
    query = vector_of("aaa")
    found = vectors.cosines(index, 1, [3, 1, 77], query)
    assert set(found) == {1, 3}
    for number, cosine in found.items():
        text = index.execute("SELECT text FROM chunk WHERE id = ?", (number,)).get
        true = query @ vector_of(text) / np.linalg.norm(query) / np.linalg.norm(vector_of(text))
        assert cosine == pytest.approx(float(true), abs=0.01)
    assert vectors.cosines(index, 1, [], query) == {}


def test_the_newest_file_is_embedded_first(index: apsw.Connection) -> None:
    vectors.ensure_space(index, "first", "text", "model", DIM)
    ids = add(index, seen("/r/old.txt", mtime_ns=1), seen("/r/new.txt", mtime_ns=9), seen("/r/mid.txt", mtime_ns=5))
    for path, number in ids.items():
        chunks.replace(index, number, passages([f"{path} first", f"{path} second"]), chunks.Reading(b"h", 1))
    first = [text for _, _, text in vectors.pending_chunks(index, 1, 3)]
    assert first == ["/r/new.txt first", "/r/new.txt second", "/r/mid.txt first"]


def test_a_new_space_fills_beside_the_old_one_and_takes_over_in_one_step(index: apsw.Connection) -> None:
    fill(index, {"/r/a.txt": ["a", "b"]})
    old = vectors.active_space(index, "text")
    new = vectors.ensure_space(index, "second", "text", "model 2", DIM)
    assert vectors.ensure_space(index, "second", "text", "model 2", DIM) == new
    assert old is not None
    assert vectors.active_space(index, "text") == old
    assert embed_all(index, new.id) == ["a", "b"]
    vectors.activate(index, new.id)
    active = vectors.active_space(index, "text")
    assert active is not None
    assert active.id == new.id
    assert [space.is_active for space in vectors.spaces(index)] == [True, False]
    with pytest.raises(ValueError, match="active"):
        vectors.drop_space(index, new.id)
    vectors.drop_space(index, old.id)
    assert len(vectors.load_codes(index, new.id)[0]) == 2
    assert index.execute("SELECT count(*) FROM embedding").get == 2


def test_vectors_for_passages_that_have_gone_are_let_be(index: apsw.Connection) -> None:
    vectors.ensure_space(index, "first", "text", "model", DIM)
    number = fill(index, {"/r/a.txt": ["a"]})["/r/a.txt"]
    index.execute("DELETE FROM file WHERE id = ?", (number,))
    again = fill(index, {"/r/b.txt": ["b"]})["/r/b.txt"]
    assert again > number
    vectors.put(index, 1, [1], np.ones((1, DIM), dtype=np.float32))
    assert maintenance.integrity(index) == []
    assert vectors.load_codes(index, 1)[0].tolist() == [2]


def test_a_passage_given_up_is_not_offered_again(index: apsw.Connection) -> None:
    fill(index, {"/r/a.txt": ["a", "b"]})
    fresh = vectors.ensure_space(index, "second", "text", "model", DIM)
    vectors.give_up(index, fresh.id, [1])
    assert [text for _, _, text in vectors.pending_chunks(index, fresh.id, 9)] == ["b"]
