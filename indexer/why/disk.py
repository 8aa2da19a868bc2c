"""A file as a scan would come to it: from the chosen folder down, by the scan's own walker and rules."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from pathlib import Path

from indexer.paths import from_text, to_text
from indexer.reports import Obstacle, OnDisk
from indexer.scan import Options, is_there
from indexer.scan.rules import Reason, Rules
from indexer.scan.walk import SYSTEM_FOLDERS, Listing, Place, Walker
from indexer.store.roots import Root


def on_disk(path: str, chosen: Sequence[Root], options: Options) -> OnDisk:
    """The file at database path ``path``, there or not. Lists the folders above it; opens nothing but ignore files."""
    found = _lstat(from_text(path))
    root = root_of(path, chosen)
    offline = root is not None and not is_there(root)
    obstacle: Obstacle | None = None
    if root is None:
        obstacle = Obstacle("vanished" if found is None else "not_chosen", path)
    elif offline:
        obstacle = Obstacle("root_missing", root.path)
    else:
        try:
            obstacle = _Way(root, chosen, options).down_to(path)
        except OSError as error:
            obstacle = Obstacle("io_error", path, detail=f"The disk did not answer ({error.strerror}).")
    if found is not None and stat.S_ISDIR(found.st_mode):
        obstacle = Obstacle("folder", path)
    return OnDisk(
        None if root is None else root.path, offline, found.st_size if found else None,
        found.st_mtime_ns / 1e9 if found else None, obstacle,
    )


def root_of(path: str, chosen: Sequence[Root]) -> Root | None:
    """The innermost chosen folder that ``path`` lies in."""
    around = [root for root in chosen if path.startswith(root.path.rstrip(os.sep) + os.sep)]
    return max(around, key=lambda root: len(root.path), default=None)


class _Way:
    """From the root down, until something is in the way."""

    def __init__(self, root: Root, chosen: Sequence[Root], options: Options) -> None:
        self._top = from_text(root.path)
        self._avoid = options.avoid | {from_text(other.path) for other in chosen if other.id != root.id}
        self._walker = Walker(self._avoid, options.max_file_bytes)
        self._rules = Rules.of(options.ignore, options.hidden)

    def down_to(self, path: str) -> Obstacle | None:
        *above, name = Path(os.path.relpath(from_text(path), self._top)).parts
        top = os.stat(self._top)  # noqa: PTH116
        place = Place(self._top, self._rules, ((top.st_dev, top.st_ino),))
        for folder in above:
            listing = self._walker.list(place)
            inside = next((one for one in listing.folders if os.path.basename(one.path) == folder), None)  # noqa: PTH119
            if inside is None:
                return self._not_listed(listing, place, folder)
            place = inside
        listing = self._walker.list(place)
        entry = next((one for one in listing.entries if one.name == name), None)
        if entry is None:
            return self._not_listed(listing, place, name)
        at = os.path.join(place.path, name)  # noqa: PTH118
        return None if entry.skip is None else _skipped(at, entry.skip)

    def _not_listed(self, listing: Listing, place: Place, name: str) -> Obstacle:
        """Why an entry of a folder is not in its listing, or is nothing to be entered."""
        if listing.error is not None:
            code, detail = listing.error
            return Obstacle(code, to_text(place.path), detail=detail)
        at = os.path.join(place.path, name)  # noqa: PTH118
        entry = next((one for one in listing.entries if one.name == name), None)
        found = _lstat(at)
        if entry is not None and entry.skip is not None:
            return _skipped(at, entry.skip)
        if found is None or listing.vanished or entry is not None:
            return Obstacle("vanished", to_text(at))
        rules = place.rules.with_files(place.path, os.listdir(place.path))  # noqa: PTH208
        is_folder = stat.S_ISDIR(found.st_mode)
        reason = rules.reason(name, is_folder)
        if reason is None and at in self._avoid | SYSTEM_FOLDERS:
            return Obstacle("own_data", to_text(at))
        # What is listed by no rule of ours is left out by the system's own mark.
        reason = reason or rules.reason(name, is_folder, marked_hidden=True)
        return Obstacle("own_data", to_text(at)) if reason is None else self._ruled_out(at, reason)

    def _ruled_out(self, at: str, reason: Reason) -> Obstacle:
        if reason.source == "hidden":
            return Obstacle("hidden", to_text(at))
        in_file = bool(reason.line) and reason.source.startswith(".")
        file = os.path.join(self._top, *reason.folder.split("/")[:-1], reason.source) if in_file else None  # noqa: PTH118
        return Obstacle(
            "ignored", to_text(at), reason.source, to_text(reason.pattern), to_text(file) if file else None,
            reason.line if in_file else None,
        )


def _skipped(at: str, code: str) -> Obstacle:
    leads_to = to_text(os.path.realpath(at)) if code == "link" else None
    return Obstacle(code, to_text(at), leads_to=leads_to)


def _lstat(path: str) -> os.stat_result | None:
    try:
        return os.lstat(path)
    except OSError:
        return None
