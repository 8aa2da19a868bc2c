"""The passages of a file: replaced as a whole, in one transaction, keeping whatever did not change."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, cast

import apsw

from indexer.store import ocr, sketches, variants
from indexer.store.connection import transaction

JOIN_RULE = "context-newline-text"
"""Name of the rule of ``embedding_text``; part of a space's fingerprint."""
HASH_BYTES = 16
VIEW_RULE = "webp-288"
"""Name of the rule by which a picture becomes its view; part of the fingerprint of a space of pictures."""
OF_KIND = {"text": "picture IS NULL", "image": "picture IS NOT NULL"}
"""Which passages belong into a space of a kind."""


class NewView(Protocol):
    """What a picture must have to be stored. ``webp``: the small upright picture; ``phash``: 64 bits, unsigned."""

    @property
    def webp(self) -> bytes: ...
    @property
    def phash(self) -> int: ...
    @property
    def locator(self) -> Mapping[str, int | str]: ...


class NewPassage(Protocol):
    """What a passage must have to be stored. ``context`` may be empty; ``locator`` is plain JSON."""

    @property
    def text(self) -> str: ...
    @property
    def context(self) -> str: ...
    @property
    def locator(self) -> Mapping[str, int | str]: ...


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading a file gave beside its passages.

    Attributes:
        content_hash: SHA-256 of the file's bytes.
        taken_at: ISO 8601, with the offset where the camera noted it.
        width, height: pixels of the upright picture a file is.
        note_code: what part could not be read, a key of ``errors.TITLES``, or None.
    """

    content_hash: bytes
    reader_version: int
    title: str | None = None
    author: str | None = None
    created: str | None = None
    pages: int | None = None
    note_code: str | None = None
    note_detail: str | None = None
    taken_at: str | None = None
    camera: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    width: int | None = None
    height: int | None = None


def embedding_text(context: str, text: str) -> str:
    """What the model sees of a passage."""
    return f"{context}\n{text}" if context else text


def text_hash(context: str, text: str) -> bytes:
    """First 16 bytes of the SHA-256 of ``embedding_text``: equal passages share one vector."""
    return hashlib.sha256(embedding_text(context, text).encode()).digest()[:HASH_BYTES]


def replace(
    connection: apsw.Connection, file_id: int, passages: Sequence[NewPassage], reading: Reading,
    views: Sequence[NewView] = (), unread: Sequence[int] = (),
) -> int:
    """Make ``passages`` and ``views`` the file's only ones and the file ready, all at once or not at all.

    ``unread`` are pages whose text is in pictures and still to be read, see ``store.ocr``.
    A passage that was there before keeps its row, words and vectors. A new one takes over the vectors of an equal
    passage anywhere in the index, in every space; otherwise it is due for embedding.

    Returns:
        How many passages are new. A file that has gone meanwhile is left alone (0).
    """
    with transaction(connection):
        if not _set_ready(connection, file_id, reading):
            return 0
        old = _by_identity(connection, file_id)
        kept: list[tuple[int, str, int]] = []
        fresh: list[tuple[int, int, str, str, str, bytes, bytes | None]] = []
        for seq, (text, context, locator, picture) in enumerate(_rows(connection, passages, views)):
            digest = text_hash(context, text) if picture is None else picture[:HASH_BYTES]
            same = old.get((digest, context))
            if same:
                kept.append((seq, locator, same.pop()))
            else:
                fresh.append((file_id, seq, text, context, locator, digest, picture))
        out = [(number,) for numbers in old.values() for number in numbers]
        connection.executemany("DELETE FROM chunk WHERE id = ?", out)
        # Out of the way first: places are unique within a file while rows change them one by one.
        connection.execute("UPDATE chunk SET seq = -1 - seq WHERE file_id = ?", (file_id,))
        connection.executemany("UPDATE chunk SET seq = ?, locator = ? WHERE id = ?", kept)
        connection.executemany(
            "INSERT INTO chunk (file_id, seq, text, context, locator, text_hash, picture)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)", fresh,
        )
        if fresh:
            variants.keep(connection, ((row[3], row[2]) for row in fresh if row[6] is None))
            _take_over_vectors(connection, file_id)
        if fresh or out:
            sketches.renew(connection, file_id)
        ocr.want(connection, file_id, unread)
        return len(fresh)


def append(connection: apsw.Connection, file_id: int, content_hash: bytes, passages: Sequence[NewPassage]) -> None:
    """Add passages read in the pictures of a file that still has this content; nothing of it is unread then."""
    with transaction(connection):
        same = connection.execute(
            "SELECT 1 FROM file WHERE id = ? AND content_hash = ? AND state = 'ready'", (file_id, content_hash)
        ).get
        if not same:
            return
        last = connection.execute("SELECT max(seq) FROM chunk WHERE file_id = ?", (file_id,)).get
        connection.executemany(
            "INSERT INTO chunk (file_id, seq, text, context, locator, text_hash) VALUES (?, ?, ?, ?, ?, ?)",
            (
                (file_id, seq, passage.text, passage.context, _json(passage.locator),
                 text_hash(passage.context, passage.text))
                for seq, passage in enumerate(passages, 0 if last is None else last + 1)
            ),
        )
        variants.keep(connection, ((passage.context, passage.text) for passage in passages))
        _take_over_vectors(connection, file_id)
        sketches.renew(connection, file_id)
        ocr.want(connection, file_id, ())


def _rows(
    connection: apsw.Connection, passages: Sequence[NewPassage], views: Sequence[NewView]
) -> Iterator[tuple[str, str, str, bytes | None]]:
    """Text, context, locator and picture of each; the pictures are stored on the way."""
    for passage in passages:
        yield passage.text, passage.context, _json(passage.locator), None
    for view in views:
        digest = hashlib.sha256(view.webp).digest()
        connection.execute(
            "INSERT INTO view (hash, webp, phash) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            (digest, view.webp, _signed(view.phash)),
        )
        yield "", "", _json(view.locator), digest


def _signed(phash: int) -> int:
    """64 bits as SQLite keeps them."""
    return phash - (1 << 64) if phash >= 1 << 63 else phash


def _json(locator: Mapping[str, int | str]) -> str:
    return json.dumps(dict(locator), ensure_ascii=False, separators=(",", ":"))


def _set_ready(connection: apsw.Connection, file_id: int, reading: Reading) -> bool:
    connection.execute(
        "UPDATE file SET state = 'ready', content_hash = ?, reader_version = ?, title = ?, author = ?, created = ?,"
        " pages = ?, taken_at = ?, camera = ?, latitude = ?, longitude = ?, width = ?, height = ?, error_code = ?,"
        " error_detail = ? WHERE id = ?",
        (
            reading.content_hash, reading.reader_version, reading.title, reading.author, reading.created,
            reading.pages, reading.taken_at, reading.camera, reading.latitude, reading.longitude, reading.width,
            reading.height, reading.note_code, reading.note_detail, file_id,
        ),
    )
    return connection.changes() == 1


def _by_identity(connection: apsw.Connection, file_id: int) -> dict[tuple[bytes, str], list[int]]:
    """Ids of the file's passages by hash and context, which together fix the text; last one first."""
    found: dict[tuple[bytes, str], list[int]] = {}
    rows = connection.execute(
        "SELECT text_hash, context, id FROM chunk WHERE file_id = ? ORDER BY seq DESC", (file_id,)
    )
    for digest, context, number in rows:
        found.setdefault((digest, context), []).append(number)
    return found


def _take_over_vectors(connection: apsw.Connection, file_id: int) -> None:
    """For every space: copy the vector of an equal passage of its kind, or note that one is due."""
    spaces = connection.execute("SELECT id, kind FROM space").fetchall()
    for space_id, kind in spaces:
        without = (
            f"FROM chunk AS new WHERE new.file_id = :file AND {OF_KIND[cast(str, kind)]} AND NOT EXISTS"
            " (SELECT 1 FROM embedding WHERE chunk_id = new.id AND space_id = :space)"
        )
        twin = (
            "(SELECT twin.id FROM chunk AS twin JOIN embedding ON chunk_id = twin.id AND space_id = :space"
            " WHERE twin.text_hash = new.text_hash LIMIT 1)"
        )
        values = {"file": file_id, "space": space_id}
        pairs = connection.execute(f"SELECT new.id, {twin} {without}", values).fetchall()
        copies = [(space_id, new, old) for new, old in pairs if old is not None]
        connection.executemany(
            "INSERT INTO embedding (chunk_id, space_id, vector)"
            " SELECT ?2, ?1, vector FROM embedding WHERE chunk_id = ?3 AND space_id = ?1", copies,
        )
        connection.executemany(
            "INSERT INTO code (chunk_id, space_id, file_id, code)"
            " SELECT ?2, ?1, ?4, code FROM code WHERE chunk_id = ?3 AND space_id = ?1",
            ((*copy, file_id) for copy in copies),
        )
        connection.executemany(
            "INSERT INTO embedding_due (chunk_id, space_id, mtime_ns)"
            " SELECT ?1, ?2, mtime_ns FROM file WHERE id = ?3 ON CONFLICT DO NOTHING",
            ((new, space_id, file_id) for new, old in pairs if old is None),
        )
