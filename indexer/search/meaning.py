"""The channels of meaning and of pictures: nearest passages by vector.

Coarse stage in memory: Hamming distance of sign codes, column by column. Fine stage in SQL: int8 cosine of the best.
"""

from __future__ import annotations

import heapq
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import apsw
import numpy as np
from numpy.typing import NDArray

from indexer.store.vectors import active_space, cosines, load_codes, quantise

COARSE = 1_000
"""Passages taken by Hamming distance and scored exactly. Up to this many are scored without the coarse stage."""

_BLOCK = 1 << 16

Ids = NDArray[np.int64]
Codes = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class LoadedSpace:
    """An active space as it was when read: ``codes`` of shape (words, n), one column a passage."""

    id: int
    dim: int
    chunk_ids: Ids
    file_ids: Ids
    codes: Codes

    def nearest(
        self, connection: apsw.Connection, query: NDArray[np.float32], allowed: Ids | None, best: int
    ) -> dict[int, tuple[int, float]]:
        """Chunk id to (file id, cosine) of the ``best`` nearest passages in the files ``allowed`` (None: all)."""
        places = self._coarse(query, allowed, max(COARSE, best))
        chunk_ids = self.chunk_ids[places].tolist()
        exact = cosines(connection, self.id, chunk_ids, query)
        owners = dict(zip(chunk_ids, self.file_ids[places].tolist(), strict=True))
        highest = heapq.nlargest(best, exact, key=exact.__getitem__)
        return {chunk_id: (owners[chunk_id], exact[chunk_id]) for chunk_id in highest}

    def _coarse(self, query: NDArray[np.float32], allowed: Ids | None, count: int) -> NDArray[np.intp]:
        places = np.arange(len(self.chunk_ids)) if allowed is None else np.flatnonzero(np.isin(self.file_ids, allowed))
        if len(places) <= count:
            return places
        _, (code,) = quantise(query[np.newaxis])
        own = np.frombuffer(code, dtype=np.uint64)
        distances = hamming(self.codes if allowed is None else self.codes[:, places], own)
        return places[np.argpartition(distances, count - 1)[:count]]


def hamming(codes: Codes, query: Codes) -> NDArray[np.uint16]:
    """Differing bits of each column of ``codes``, shape (words, n), against ``query``, shape (words,)."""
    count = codes.shape[1]
    distances = np.zeros(count, dtype=np.uint16)
    # Blocks keep the temporaries in the processor's cache.
    for start in range(0, count, _BLOCK):
        part = distances[start : start + _BLOCK]
        for word, column in zip(query, codes, strict=True):
            part += np.bitwise_count(column[start : start + _BLOCK] ^ word)
    return distances


class CodeCache:
    """Holds the codes of the active space of a kind, read again only when they changed. Thread-safe.

    It has a connection of its own: SQLite's data_version tells of changes by other connections only.
    """

    def __init__(self, connect: Callable[[], apsw.Connection], kind: Literal["text", "image"]) -> None:
        self._connection = connect()
        self._kind = kind
        self._lock = threading.Lock()
        self._version: int | None = None
        self._contents: list[tuple[object, ...]] = []
        self._space: LoadedSpace | None = None

    def current(self) -> LoadedSpace | None:
        """The active space, None if there is none."""
        with self._lock:
            version = int(self._connection.pragma("data_version"))
            if version != self._version:
                self._renew()
                self._version = version
            return self._space

    def close(self) -> None:
        """Close the connection. The codes already handed out stay valid."""
        with self._lock:
            self._connection.close()

    def _renew(self) -> None:
        active = active_space(self._connection, self._kind)
        if active is None:
            self._contents, self._space = [], None
            return
        # Most commits of an indexing run add words only. A passage's id is never given out twice and its code never
        # changes, so sums over the ids tell whether the set of codes is the same, at a tenth of the time of reading.
        sums = "count(*), sum(chunk_id), sum(chunk_id * chunk_id % 1000003)"
        contents = self._connection.execute(
            f"SELECT space_id, {sums} FROM code WHERE space_id = ?", (active.id,)
        ).fetchall()
        if contents != self._contents:
            codes = load_codes(self._connection, active.id)
            self._contents, self._space = contents, LoadedSpace(active.id, active.dim, *codes)
