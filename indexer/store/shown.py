"""What a window shows of files beside what was found: their passages, small pictures, and the newest ones."""

from __future__ import annotations

import base64
import heapq
import json
import time
import unicodedata
from collections.abc import Iterator, Sequence
from typing import cast

import apsw

from indexer.answers import Locator, RecentFile
from indexer.store.files import MAX_ATTEMPTS

VIEWS = 200
"""Most pictures of one request."""
VIEW_OF_FILE = (
    "iif(kind = 'picture', (SELECT lower(hex(picture)) FROM chunk WHERE chunk.file_id = file.id"
    " AND picture IS NOT NULL ORDER BY seq LIMIT 1), NULL)"
)
"""The name of the view that stands for a file that is a picture; null of every other file."""
_NOT_SHOWN = ("code", "json", "xml", "other")
"""Kinds of files that programs write, which would crowd out those that people write."""
_AHEAD_S = 86_400
"""How far ahead of our clock the time of a change may be."""


def passages(connection: apsw.Connection, file_id: int) -> Iterator[tuple[str, str, Locator, str | None]]:
    """Text, context, locator and name of the view of each passage of a file, in order."""
    rows = connection.execute(
        "SELECT text, context, locator, lower(hex(picture)) FROM chunk WHERE file_id = ? ORDER BY seq", (file_id,)
    )
    for text, context, locator, picture in rows:
        yield text, context, json.loads(locator), picture or None


def views(connection: apsw.Connection, names: Sequence[str]) -> dict[str, str]:
    """WEBPs as base64 by name; what is no name of a view is left out."""
    found: dict[str, str] = {}
    for name in dict.fromkeys(names):
        try:
            digest = bytes.fromhex(name)
        except ValueError:
            continue
        webp = connection.execute("SELECT webp FROM view WHERE hash = ?", (digest,)).get
        if webp is not None:
            found[name] = base64.b64encode(webp).decode("ascii")
    return found


def recent(connection: apsw.Connection, limit: int) -> list[RecentFile]:
    """Read files that people write, newest first; none of a root that is not there."""
    # By number of attempts, since only within each the index has them by time.
    newest = [_recent(connection, attempts, limit) for attempts in range(MAX_ATTEMPTS + 1)]
    merged = heapq.merge(*newest, key=lambda row: -row[0])
    return [
        RecentFile(path, kind, title, mtime_ns / 1e9, size, picture)
        for mtime_ns, path, kind, title, size, picture in list(merged)[:limit]
    ]


def _recent(
    connection: apsw.Connection, attempts: int, limit: int
) -> list[tuple[int, str, str, str | None, int, str | None]]:
    rows = connection.execute(
        f"SELECT mtime_ns, file.path, kind, title, size, {VIEW_OF_FILE} FROM file JOIN root ON root.id = root_id"
        " WHERE state = 'ready' AND attempts = ? AND mtime_ns <= ? AND NOT missing"
        " AND kind NOT IN (SELECT value FROM json_each(?)) ORDER BY mtime_ns DESC LIMIT ?",
        (attempts, int((time.time() + _AHEAD_S) * 1e9), json.dumps(_NOT_SHOWN), limit),
    )
    return [cast("tuple[int, str, str, str | None, int, str | None]", row) for row in rows]


def folders(connection: apsw.Connection, part: str, limit: int, separator: str) -> list[str]:
    """Folders whose own name contains ``part``: those that begin with it first, then by length of their path."""
    roots = [path for (path,) in connection.execute("SELECT path FROM root ORDER BY path")]
    if not part.strip():
        return roots[:limit]
    wanted = _plain(part.strip())
    found: list[tuple[bool, int, str]] = []
    for folder in _all_folders(connection, roots, separator):
        name = _plain(folder.rstrip(separator).rpartition(separator)[2])
        if wanted in name:
            found.append((not name.startswith(wanted), len(folder), folder))
    return [folder for _, _, folder in heapq.nsmallest(limit, found)]


def _all_folders(connection: apsw.Connection, roots: Sequence[str], separator: str) -> set[str]:
    """Chosen folders, folders that hold files, and all between them."""
    seen = set(roots)
    for (folder,) in connection.execute("SELECT DISTINCT folder FROM file"):
        while folder not in seen:
            seen.add(folder)
            folder = folder.rpartition(separator)[0]
            if not folder:
                break
    return seen


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()
