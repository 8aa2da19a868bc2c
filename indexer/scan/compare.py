"""One folder as it is on disk beside what the index knows of it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field

from indexer.extract import READER_VERSION, kind_of
from indexer.paths import to_text
from indexer.scan.walk import Entry, Listing
from indexer.store.files import PASSING, Known, Seen

RACY_NS = 2_000_000_000
"""A file read within this many nanoseconds of its time may have changed since without its time telling."""


@dataclass(slots=True)
class Difference:
    """What has to be done.

    Attributes:
        new: files not known yet; ``changed``: known ones that are different now.
        retry: ids of unchanged files to be read once more: by newer readers, or since they can be read now.
        doubtful: unchanged by size and time, yet only their content can tell.
        gone: ids of files that are no longer there.
    """

    new: list[Seen] = field(default_factory=list)
    changed: list[Seen] = field(default_factory=list)
    retry: list[int] = field(default_factory=list)
    doubtful: list[tuple[Known, Seen]] = field(default_factory=list)
    gone: list[int] = field(default_factory=list)


def compare(listing: Listing, known: Sequence[Known]) -> Difference:
    """Compare a folder that could be listed with its rows, by size, time and inode."""
    result = Difference()
    folder = to_text(listing.folder)
    rows = {row.name: row for row in known}
    for entry in listing.entries:
        name = to_text(entry.name)
        row = rows.pop(name, None)
        if row is None:
            result.new.append(_seen(folder, name, entry))
        elif row.size != entry.size or row.mtime_ns != entry.mtime_ns or _skip_of(row) != entry.skip:
            result.changed.append(_seen(folder, name, entry))
        elif row.state == "pending" or entry.skip is not None:
            if row.inode != entry.inode:
                result.changed.append(_seen(folder, name, entry))
        elif row.reader_version < READER_VERSION:
            result.retry.append(row.id)
        elif row.state == "failed" and row.error_code in PASSING:
            if os.access(os.path.join(listing.folder, entry.name), os.R_OK):  # noqa: PTH118
                result.retry.append(row.id)
        elif row.inode != entry.inode or abs(row.tried_ns - row.mtime_ns) < RACY_NS:
            result.doubtful.append((row, _seen(folder, name, entry)))
    result.gone.extend(row.id for row in rows.values())
    return result


def _skip_of(row: Known) -> str | None:
    """The code for which the scan itself left the file unread; those it was tried for are the readers' own."""
    return row.error_code if row.state == "skipped" and not row.attempts else None


def _seen(folder: str, name: str, entry: Entry) -> Seen:
    path = os.path.join(folder, name)  # noqa: PTH118
    return Seen(path, folder, name, kind_of(name), entry.size, entry.mtime_ns, entry.inode, entry.skip)
