"""Text in pictures: which pages are still to be read, and what was read in which content."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import apsw

from indexer.store.connection import transaction

PICTURE = -1
"""Stands for the page of a file that is a picture itself."""


@dataclass(frozen=True, slots=True)
class Due:
    """A file whose ``pages`` are to be read. ``path`` is a database path."""

    file_id: int
    path: str
    kind: str
    content_hash: bytes
    pages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class OcrPassage:
    """A passage read in a picture; its ``locator`` says in which box."""

    text: str
    locator: Mapping[str, int | str]
    context: str = ""


def known(connection: apsw.Connection, content_hash: bytes, pages: Sequence[int]) -> list[OcrPassage] | None:
    """What was read on these pages of this content; None when one of them was not read yet."""
    found: list[OcrPassage] = []
    for page in pages:
        kept = connection.execute(
            "SELECT passages FROM ocr WHERE content_hash = ? AND page = ?", (content_hash, page)
        ).get
        if kept is None:
            return None
        found += [OcrPassage(text, locator) for text, locator in json.loads(kept)]
    return found


def remember(
    connection: apsw.Connection, content_hash: bytes, page: int, passages: Sequence[tuple[str, Mapping[str, int | str]]]
) -> None:
    """Keep what was read on a page, so that the same content is never read again."""
    with transaction(connection):
        connection.execute(
            "INSERT INTO ocr (content_hash, page, passages) VALUES (?, ?, ?)"
            " ON CONFLICT DO UPDATE SET passages = excluded.passages",
            (content_hash, page, json.dumps([[text, dict(locator)] for text, locator in passages], ensure_ascii=False)),
        )


def want(connection: apsw.Connection, file_id: int, pages: Sequence[int]) -> None:
    """Note that these pages are to be read; none: that no page is. To be called inside a transaction."""
    connection.execute("DELETE FROM ocr_due WHERE file_id = ?", (file_id,))
    if pages:
        connection.execute("INSERT INTO ocr_due (file_id, pages) VALUES (?, ?)", (file_id, json.dumps(list(pages))))


def done(connection: apsw.Connection, file_id: int) -> None:
    """Nothing of the file is to be read any more."""
    with transaction(connection):
        want(connection, file_id, ())


def next_due(connection: apsw.Connection, limit: int) -> list[Due]:
    """Files with pages to be read, newest first."""
    rows = connection.execute(
        "SELECT file.id, path, kind, content_hash, ocr_due.pages FROM ocr_due JOIN file ON file.id = file_id"
        " WHERE content_hash IS NOT NULL ORDER BY mtime_ns DESC LIMIT ?", (limit,),
    )
    return [
        Due(number, path, kind, digest, tuple(json.loads(pages))) for number, path, kind, digest, pages in rows
    ]


def due_count(connection: apsw.Connection) -> int:
    """How many files have pages to be read."""
    return int(connection.execute("SELECT count(*) FROM ocr_due").get)
