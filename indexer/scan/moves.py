"""Files that have gone from one place and turned up at another keep all that is known of them."""

from __future__ import annotations

import hashlib
import os
import stat
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import NamedTuple

import apsw

from indexer.paths import from_text
from indexer.store import files
from indexer.store.connection import transaction
from indexer.store.files import FileRow

_BATCH_ROWS = 1000
_READ_BYTES = 1 << 20


class Settled(NamedTuple):
    """How many files had moved, and how many are gone for good."""

    moved: int
    gone: int


def settle(connection: apsw.Connection, gone: Sequence[int], stop: Callable[[], bool]) -> Settled:
    """Rename the rows of files that have moved, delete those of files that are gone.

    A file never read yet is where one that is gone has moved to if inode, size and time are the same, or else size
    and content. Ended early by ``stop``, what is left is found again by the next scan.
    """
    # Scans of a folder and of one inside it both miss what is gone there.
    lost = dict.fromkeys(gone)
    by_size: dict[int, list[FileRow]] = defaultdict(list)
    for number in lost:
        row = files.by_id(connection, number)
        if row is not None and row.reader_version:
            by_size[row.size].append(row)
    moved: list[tuple[FileRow, FileRow]] = []
    for size, rows in by_size.items():
        targets = [target for target in files.unread_of_size(connection, size) if target.id not in lost]
        if targets:
            moved += _pairs(rows, targets, stop)
        if stop():
            return Settled(0, 0)
    _rename_all(connection, moved)
    kept = {row.id for row, _ in moved}
    left = [number for number in lost if number not in kept]
    for at in range(0, len(left), _BATCH_ROWS):
        with transaction(connection):
            files.mark_gone(connection, left[at : at + _BATCH_ROWS])
    return Settled(len(moved), len(left))


def hash_of(path: str, stop: Callable[[], bool]) -> bytes | None:
    """SHA-256 of a regular file, None when it cannot be read or ``stop`` says so. ``path`` as the OS knows it."""
    digest = hashlib.sha256()
    try:
        # Not blocking: since it was listed, the file may have become a pipe.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb", buffering=0) as file:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                return None
            while part := file.read(_READ_BYTES):
                if stop():
                    return None
                digest.update(part)
    except OSError:
        return None
    return digest.digest()


def _pairs(
    rows: Sequence[FileRow], targets: Sequence[FileRow], stop: Callable[[], bool]
) -> list[tuple[FileRow, FileRow]]:
    """Rows with the targets they moved to, each used once; all of one size."""
    found: list[tuple[FileRow, FileRow]] = []
    by_inode = {(target.inode, target.mtime_ns): target for target in targets}
    by_content: list[FileRow] = []
    for row in rows:
        target = by_inode.pop((row.inode, row.mtime_ns), None)
        if target is not None:
            found.append((row, target))
        elif row.content_hash is not None:
            by_content.append(row)
    if not by_content:
        return found
    taken = {target.id for _, target in found}
    by_hash: dict[bytes, list[FileRow]] = defaultdict(list)
    for target in targets:
        if target.id not in taken and (digest := hash_of(from_text(target.path), stop)):
            by_hash[digest].append(target)
    found.extend((row, same.pop()) for row in by_content if (same := by_hash.get(row.content_hash or b"")))
    return found


def _rename_all(connection: apsw.Connection, moved: Sequence[tuple[FileRow, FileRow]]) -> None:
    for at in range(0, len(moved), _BATCH_ROWS):
        with transaction(connection):
            for row, target in moved[at : at + _BATCH_ROWS]:
                files.rename(connection, row.id, target)
