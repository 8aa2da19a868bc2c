"""Vectors and their spaces: quantised to bytes for scoring, to sign bits for finding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, cast

import apsw
import numpy as np
from numpy.typing import NDArray

from indexer.errors import KnownError
from indexer.store.chunks import OF_KIND
from indexer.store.connection import transaction

CODE_WORD_BYTES = 8
_PEAK = 127


@dataclass(frozen=True, slots=True)
class Space:
    """Vectors that may be compared with each other. ``dim`` is their length; the active one answers queries."""

    id: int
    fingerprint: str
    kind: Literal["text", "image"]
    model_id: str
    dim: int
    is_active: bool


def quantise(vectors: NDArray[np.float32]) -> tuple[list[bytes], list[bytes]]:
    """Bytes for the database from vectors of shape (n, dim).

    Returns:
        int8 vectors of dim bytes, each scaled so that its largest part is 127 (cosines do not see the scale), and
        sign codes: bit ``i % 8`` of byte ``i // 8`` is set where part ``i`` is above zero, padded with zero bits to
        whole 64-bit words.

    Raises:
        ValueError: a vector is not finite, or has no direction.
    """
    if vectors.ndim != 2:
        raise ValueError(f"expected shape (n, dim), not {vectors.shape}")
    if not np.isfinite(vectors).all():
        raise ValueError("a vector is not finite")
    peaks = np.abs(vectors).max(axis=1, keepdims=True, initial=0)
    if not peaks.all():
        raise ValueError("a vector is zero")
    # Divided first: a tiny peak would make the factor infinite.
    small = np.rint(vectors / peaks * np.float32(_PEAK)).astype(np.int8)
    bits = np.packbits(vectors > 0, axis=1, bitorder="little")
    codes = np.pad(bits, ((0, 0), (0, -bits.shape[1] % CODE_WORD_BYTES)))
    return [row.tobytes() for row in small], [row.tobytes() for row in codes]


def spaces(connection: apsw.Connection) -> list[Space]:
    """All spaces, the active ones first."""
    rows = connection.execute(
        "SELECT id, fingerprint, kind, model_id, dim, is_active FROM space ORDER BY is_active DESC, id"
    )
    return [
        Space(number, fingerprint, kind, model_id, dim, bool(active))
        for number, fingerprint, kind, model_id, dim, active in rows
    ]


def active_space(connection: apsw.Connection, kind: Literal["text", "image"]) -> Space | None:
    """The space that answers queries, or None before any model was used."""
    return next((space for space in spaces(connection) if space.kind == kind and space.is_active), None)


def ensure_space(
    connection: apsw.Connection, fingerprint: str, kind: Literal["text", "image"], model_id: str, dim: int
) -> Space:
    """The space of this fingerprint, created when it is new: every passage is then due for it.

    The first space of its kind is active from the start; a later one only once ``activate`` is called.
    """
    with transaction(connection):
        connection.execute(
            "INSERT INTO space (fingerprint, kind, model_id, dim, is_active)"
            " SELECT ?1, ?2, ?3, ?4, NOT EXISTS (SELECT 1 FROM space WHERE kind = ?2 AND is_active)"
            " WHERE NOT EXISTS (SELECT 1 FROM space WHERE fingerprint = ?1)",
            (fingerprint, kind, model_id, dim),
        )
        if connection.changes():
            connection.execute(
                "INSERT INTO embedding_due (chunk_id, space_id, mtime_ns)"
                " SELECT chunk.id, ?, file.mtime_ns FROM chunk JOIN file ON file.id = chunk.file_id"
                f" WHERE {OF_KIND[kind]}",
                (connection.last_insert_rowid(),),
            )
    return next(space for space in spaces(connection) if space.fingerprint == fingerprint)


def activate(connection: apsw.Connection, space_id: int) -> None:
    """Let this space answer from now on, in place of the one that did."""
    with transaction(connection):
        connection.execute(
            "UPDATE space SET is_active = 0 WHERE kind = (SELECT kind FROM space WHERE id = ?1) AND id <> ?1",
            (space_id,),
        )
        connection.execute("UPDATE space SET is_active = 1 WHERE id = ?", (space_id,))


def drop_space(connection: apsw.Connection, space_id: int) -> None:
    """Delete a space that is no longer wanted, with its vectors. Refuses the active one with ValueError."""
    with transaction(connection):
        connection.execute("DELETE FROM space WHERE id = ? AND NOT is_active", (space_id,))
        if not connection.changes():
            raise ValueError(f"space {space_id} is active or unknown")


def pending_chunks(connection: apsw.Connection, space_id: int, limit: int) -> list[tuple[int, str, str]]:
    """Passages to embed as (chunk id, context, text), newest file first, each text once: at most ``limit``."""
    rows = connection.execute(
        "SELECT id, context, text, text_hash FROM embedding_due JOIN chunk ON id = chunk_id"
        " WHERE space_id = ? ORDER BY embedding_due.mtime_ns DESC, chunk_id LIMIT ?",
        (space_id, limit),
    )
    once = {digest: (number, context, text) for number, context, text, digest in reversed(rows.fetchall())}
    return list(reversed(once.values()))


def pending_views(connection: apsw.Connection, space_id: int, limit: int) -> list[tuple[int, bytes]]:
    """Pictures to embed as (chunk id, WEBP), newest file first, each picture once: at most ``limit``."""
    rows = connection.execute(
        "SELECT chunk.id, webp, picture FROM embedding_due JOIN chunk ON chunk.id = chunk_id"
        " JOIN view ON view.hash = picture WHERE space_id = ?"
        " ORDER BY embedding_due.mtime_ns DESC, chunk_id LIMIT ?",
        (space_id, limit),
    )
    once = {digest: (number, webp) for number, webp, digest in reversed(rows.fetchall())}
    return list(reversed(once.values()))


def pending_count(connection: apsw.Connection, space_id: int) -> int:
    """How many passages are still without a vector."""
    return int(connection.execute("SELECT count(*) FROM embedding_due WHERE space_id = ?", (space_id,)).get)


def put(
    connection: apsw.Connection, space_id: int, chunk_ids: Sequence[int], vectors: NDArray[np.float32]
) -> None:
    """Store one vector for each passage and for every passage of equal text. Passages gone meanwhile are let be.

    Raises:
        ValueError: as ``quantise``, or a wrong shape; nothing is stored then.
    """
    if len(chunk_ids) != len(vectors):
        raise ValueError(f"{len(chunk_ids)} passages but {len(vectors)} vectors")
    small, codes = quantise(vectors)
    with transaction(connection):
        dim = connection.execute("SELECT dim FROM space WHERE id = ?", (space_id,)).get
        if vectors.shape[1] != dim:
            raise ValueError(f"vectors of length {vectors.shape[1]} in a space of {dim}")
        equal = "FROM chunk WHERE text_hash = (SELECT text_hash FROM chunk WHERE id = ?)"
        connection.executemany(
            f"INSERT INTO embedding (space_id, vector, chunk_id) SELECT ?, ?, id {equal}"
            " ON CONFLICT DO UPDATE SET vector = excluded.vector",
            ((space_id, vector, number) for number, vector in zip(chunk_ids, small, strict=True)),
        )
        connection.executemany(
            f"INSERT INTO code (space_id, code, chunk_id, file_id) SELECT ?, ?, id, file_id {equal}"
            " ON CONFLICT DO UPDATE SET code = excluded.code",
            ((space_id, code, number) for number, code in zip(chunk_ids, codes, strict=True)),
        )
        connection.executemany(
            f"DELETE FROM embedding_due WHERE space_id = ? AND chunk_id IN (SELECT id {equal})",
            ((space_id, number) for number in chunk_ids),
        )


def give_up(connection: apsw.Connection, space_id: int, chunk_ids: Sequence[int]) -> None:
    """Stop offering passages that the model cannot embed. They stay findable by their words."""
    with transaction(connection):
        connection.executemany(
            "DELETE FROM embedding_due WHERE space_id = ? AND chunk_id = ?",
            ((space_id, number) for number in chunk_ids),
        )


def load_codes(
    connection: apsw.Connection, space_id: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.uint64]]:
    """All sign codes of a space: chunk ids (n,), file ids (n,), codes (words, n), ascending by chunk id.

    Raises KnownError index_damaged when a code has the wrong length.
    Column by column, a million codes of 384 bits are compared in 5 ms; row by row it takes 30 ms.
    """
    found = connection.execute(
        "SELECT chunk_id, file_id, code FROM code WHERE space_id = ? ORDER BY chunk_id", (space_id,)
    )
    rows = cast("list[tuple[int, int, bytes]]", found.fetchall())
    dim = connection.execute("SELECT dim FROM space WHERE id = ?", (space_id,)).get or 0
    words = -(-dim // (8 * CODE_WORD_BYTES))
    chunk_ids = np.fromiter((row[0] for row in rows), np.int64, len(rows))
    file_ids = np.fromiter((row[1] for row in rows), np.int64, len(rows))
    joined = b"".join([row[2] for row in rows])
    if len(joined) != len(rows) * words * CODE_WORD_BYTES:
        raise KnownError("index_damaged", "Its vectors have the wrong length. It can be built again from your files.")
    codes = np.frombuffer(joined, "<u8").reshape(len(rows), words)
    return chunk_ids, file_ids, np.ascontiguousarray(codes.T, dtype=np.uint64)


def vectors_of(
    connection: apsw.Connection, space_id: int, chunk_ids: Sequence[int]
) -> dict[int, NDArray[np.float32]]:
    """The vectors (dim,) of these passages, of unit length, by chunk id; those without one are absent."""
    rows = connection.execute(
        "SELECT chunk_id, vector FROM carray(?) AS wanted CROSS JOIN embedding ON chunk_id = wanted.value"
        " AND space_id = ?", (apsw.carray(np.ascontiguousarray(chunk_ids, dtype=np.int64)), space_id),
    ) if chunk_ids else ()
    found = {}
    for number, vector in cast("list[tuple[int, bytes]]", list(rows)):
        values = np.frombuffer(vector, dtype=np.int8).astype(np.float32)
        found[number] = values / np.linalg.norm(values)
    return found


def cosines(
    connection: apsw.Connection, space_id: int, chunk_ids: Sequence[int] | NDArray[np.int64], query: NDArray[np.float32]
) -> dict[int, float]:
    """Cosine of ``query`` (dim,) with each of these passages, by chunk id; those without a vector are absent."""
    wanted = np.ascontiguousarray(chunk_ids, dtype=np.int64)
    if not wanted.size:
        return {}
    (vector,), _ = quantise(query[np.newaxis])
    # CROSS JOIN fixes the order: the other way round every vector would be read once for each id.
    rows = connection.execute(
        "SELECT chunk_id, 1 - vec_distance_cosine(vec_int8(vector), vec_int8(?))"
        " FROM carray(?) AS wanted CROSS JOIN embedding ON chunk_id = wanted.value AND space_id = ?",
        (vector, apsw.carray(wanted), space_id),
    )
    return dict(cast("list[tuple[int, float]]", rows.fetchall()))
