"""Brings the table of files up to date with the disk: one way for whole roots and for single folders."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import apsw

from indexer.paths import from_text, to_text
from indexer.runtime import Places
from indexer.scan import moves
from indexer.scan.compare import Difference, compare
from indexer.scan.rules import Rules
from indexer.scan.walk import Listing, Place, Walker
from indexer.settings import Settings
from indexer.store import files, roots
from indexer.store.connection import transaction
from indexer.store.roots import Root

BATCH_ROWS = 1000
"""Changes written in one transaction."""


@dataclass(frozen=True, slots=True)
class Options:
    """What to leave out. ``avoid``: OS paths never entered, such as the data folder; sizes in bytes."""

    ignore: tuple[str, ...] = ()
    hidden: bool = False
    max_file_bytes: int = 200 << 20
    avoid: frozenset[str] = frozenset()

    @classmethod
    def of(cls, settings: Settings, places: Places) -> Options:
        """What the person's settings say."""
        return cls(
            ignore=settings.ignore, hidden=settings.hidden, max_file_bytes=settings.max_file_mb << 20,
            avoid=frozenset({str(places.data)}),
        )


@dataclass(frozen=True, slots=True)
class Start:
    """Where to look. Without ``recursive`` only what is directly inside, and folders not known yet.

    Attributes:
        folder: database path inside the root; None for the root. After a change of an ignore file it has to be
            scanned recursively.
    """

    root: Root
    folder: str | None = None
    recursive: bool = True


@dataclass(slots=True)
class Outcome:
    """Number of files by what was found. ``missing``: paths of roots that were not there."""

    seen: int = 0
    new: int = 0
    changed: int = 0
    moved: int = 0
    gone: int = 0
    missing: list[str] = field(default_factory=list)


def scan(
    connection: apsw.Connection,
    starts: Sequence[Start],
    options: Options,
    *,
    stop: Callable[[], bool] = lambda: False,
    report: Callable[[int, str], None] = lambda seen, folder: None,
    entering: Callable[[str], None] = lambda folder: None,
) -> Outcome:
    """Compare the folders with the table and record what is new, changed, moved or gone.

    New and changed files are written as they are found. Files that have gone are settled last, when it is known
    whether they turned up elsewhere in any of ``starts``; a root that is not there, a folder that cannot be listed
    and a scan that is stopped lose nothing.

    Args:
        stop: asked for each folder; when true, the scan ends early.
        report: called for each folder with the number of files seen so far and its database path.
        entering: called with each folder, a path as the OS knows it, before it is listed.
    """
    return _Scan(connection, options, stop, report, entering).run(starts)


class _Scan:
    def __init__(
        self,
        connection: apsw.Connection,
        options: Options,
        stop: Callable[[], bool],
        report: Callable[[int, str], None],
        entering: Callable[[str], None],
    ) -> None:
        self._connection = connection
        self._options = options
        self._stop = stop
        self._report = report
        self._entering = entering
        self._outcome = Outcome()
        self._gone: list[int] = []
        self._due = Difference()

    def run(self, starts: Sequence[Start]) -> Outcome:
        for start in starts:
            self._scan(start)
        if not self._stop():
            settled = moves.settle(self._connection, self._gone, self._stop)
            self._outcome.moved = settled.moved
            self._outcome.gone = settled.gone
            self._outcome.new -= settled.moved
        return self._outcome

    def _scan(self, start: Start) -> None:
        root = start.root
        identity = _identity(root)
        if identity is None:
            self._miss(root)
            return
        scope = start.folder or root.path
        known = set(files.known_folders(self._connection, root.id, scope, os.sep))
        unread: dict[str, tuple[str, str]] = {}
        unseen = set(known)
        gone: list[int] = []
        for listing in self._listings(start, identity, known):
            folder = to_text(listing.folder)
            if self._stop():
                self._flush(root)
                return
            self._report(self._outcome.seen, folder)
            if listing.error:
                unread[folder] = listing.error
            elif not listing.vanished:
                unseen.discard(folder)
                self._take(root, listing, folder in known, gone)
                if not start.recursive and folder == scope:
                    unseen.difference_update(_below(unseen, [to_text(place.path) for place in listing.folders]))
        self._flush(root)
        unseen.difference_update(_below(unseen, unread))
        for folder in unseen:
            gone += files.ids_in(self._connection, root.id, folder)
        # Unplugged half-way, every folder after that looks deleted.
        if _identity(root) != identity:
            self._miss(root)
            return
        self._gone += gone
        self._record(start, unread)

    def _listings(self, start: Start, identity: tuple[int, int], known: set[str]) -> Iterator[Listing]:
        root = start.root
        others = {from_text(other.path) for other in roots.roots(self._connection) if other.id != root.id}
        walker = Walker(self._options.avoid | others, self._options.max_file_bytes, self._entering)
        rules = Rules.of(self._options.ignore, self._options.hidden)
        place = place_of(Place(from_text(root.path), rules, (identity,)), start.folder)
        if place is None:
            return
        if start.recursive:
            yield from walker.walk(place)
            return
        listing = walker.list(place)
        yield listing
        for inside in listing.folders:
            path = to_text(inside.path)
            if not _below(known, [path]):
                yield from walker.walk(inside)

    def _take(self, root: Root, listing: Listing, known: bool, gone: list[int]) -> None:
        rows = files.known_in(self._connection, root.id, to_text(listing.folder)) if known else []
        found = compare(listing, rows)
        self._outcome.seen += len(listing.entries)
        gone += found.gone
        self._due.new += found.new
        self._due.changed += found.changed
        self._due.retry += found.retry
        self._due.doubtful += found.doubtful
        due = self._due
        if len(due.new) + len(due.changed) + len(due.retry) + len(due.doubtful) >= BATCH_ROWS:
            self._flush(root)

    def _flush(self, root: Root) -> None:
        due, self._due = self._due, Difference()
        same: list[tuple[int, int]] = []
        for row, seen in due.doubtful:
            if row.content_hash and row.content_hash == moves.hash_of(from_text(seen.path), self._stop):
                same.append((row.id, seen.inode))
            else:
                due.changed.append(seen)
        self._outcome.new += len(due.new)
        self._outcome.changed += len(due.changed) + len(due.retry)
        if not (due.new or due.changed or due.retry or same):
            return
        with transaction(self._connection):
            files.upsert_seen(self._connection, root.id, due.new)
            files.upsert_seen(self._connection, root.id, due.changed)
            files.retry(self._connection, due.retry)
            files.touch(self._connection, same)

    def _record(self, start: Start, unread: dict[str, tuple[str, str]]) -> None:
        root = start.root
        scope = start.folder or root.path
        before = roots.unread(self._connection, root.id)
        within = set(_below(before, [scope])) if start.recursive else {scope} & set(before)
        healed = [path for path in within if path not in unread]
        mount = _mount_of(root.path)
        if not (healed or unread or root.missing or mount != root.mount):
            return
        with transaction(self._connection):
            roots.set_mount(self._connection, root.id, mount)
            roots.clear_unread(self._connection, healed)
            for path, (code, detail) in unread.items():
                roots.set_unread(self._connection, root.id, path, code, detail)
            roots.set_missing(self._connection, root.id, False)

    def _miss(self, root: Root) -> None:
        self._outcome.missing.append(root.path)
        with transaction(self._connection):
            roots.set_missing(self._connection, root.id, True)


def is_there(root: Root) -> bool:
    """Whether the folder is there and, when its disk is mounted somewhere, that disk."""
    return _identity(root) is not None


def _identity(root: Root) -> tuple[int, int] | None:
    """Device and inode of the root's folder, None when it or its disk is not there or does not answer."""
    try:
        # Without its disk, the empty folder that a disk was mounted on looks as if every file had been deleted.
        if root.mount is not None and not os.path.ismount(from_text(root.mount)):
            return None
        found = os.stat(from_text(root.path))  # noqa: PTH116
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if stat.S_ISDIR(found.st_mode) else None


def _mount_of(path: str) -> str | None:
    """Where the disk that holds ``path`` is mounted, None for the system's own."""
    at = from_text(path)
    while not os.path.ismount(at):
        at = os.path.dirname(at)  # noqa: PTH120
    return None if at == os.path.dirname(at) else to_text(at)  # noqa: PTH120


def place_of(place: Place, folder: str | None) -> Place | None:
    """From the root down to ``folder``; None when a part of the way is ignored, gone or a link."""
    if folder is None:
        return place
    relative = os.path.relpath(from_text(folder), place.path)
    for name in Path(relative).parts:
        path = os.path.join(place.path, name)  # noqa: PTH118
        try:
            rules = place.rules.with_files(place.path, os.listdir(place.path))  # noqa: PTH208
            found = os.lstat(path)
        except OSError:
            return None
        if not stat.S_ISDIR(found.st_mode) or rules.ignores(name, is_folder=True):
            return None
        place = Place(path, rules.inside(name), (*place.trail, (found.st_dev, found.st_ino)))
    return place


def _below(paths: Iterable[str], tops: Iterable[str]) -> list[str]:
    """Those of ``paths`` that are one of ``tops`` or inside one."""
    found = []
    ends = set(tops)
    for path in paths:
        at = path
        while at not in ends:
            above = os.path.dirname(at)  # noqa: PTH120
            if above == at:
                break
            at = above
        else:
            found.append(path)
    return found
