"""Listing folders: names and sizes only, no link followed, nothing opened but ignore files."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from indexer.scan.rules import GIT_FILE, OWN_FILE, Rules

MAX_DEPTH = 200
"""Folders from the root down; deeper ones are recorded as not read."""
SYSTEM_FOLDERS = frozenset({"/proc", "/sys", "/dev", "/run"} if os.name == "posix" else ())

# From <sys/stat.h> of macOS and WinNT.h; the stat module of Python 3.11 lacks some of them.
_DATALESS = 0x40000000
_UF_HIDDEN = 0x8000
_WINDOWS_HIDDEN = 0x2
_WINDOWS_CLOUD = 0x1000 | 0x40000 | 0x400000
_MOUNT_POINT_TAG = 0xA0000003


class Entry(NamedTuple):
    """A file in a listing. ``skip``: the code for which it will not be read, or None."""

    name: str
    size: int
    mtime_ns: int
    inode: int
    skip: str | None


class Place(NamedTuple):
    """A folder to be listed. ``path`` as the OS knows it; ``trail``: device and inode of it and all above it."""

    path: str
    rules: Rules
    trail: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class Listing:
    """What is directly inside a folder. With an ``error`` (code, detail) nothing is known of it."""

    folder: str
    entries: list[Entry] = field(default_factory=list)
    folders: list[Place] = field(default_factory=list)
    error: tuple[str, str] | None = None
    vanished: bool = False


class Walker:
    """Lists the folders of one root.

    Args:
        avoid: paths not to enter: other roots inside this one, the data folder.
        max_file_bytes: larger files are recorded, not read.
        entering: called with each folder before it is listed, so that a watch set there misses nothing.
    """

    def __init__(
        self, avoid: frozenset[str], max_file_bytes: int, entering: Callable[[str], None] = lambda folder: None
    ) -> None:
        self._avoid = avoid | SYSTEM_FOLDERS
        self._max_file_bytes = max_file_bytes
        self._entering = entering

    def walk(self, start: Place) -> Iterator[Listing]:
        """The listing of ``start`` and of every folder below, in the order of their names."""
        waiting = [start]
        while waiting:
            listing = self.list(waiting.pop())
            waiting += reversed(listing.folders)
            yield listing

    def list(self, place: Place) -> Listing:
        """The listing of one folder. Never raises for what the disk does."""
        listing = Listing(place.path)
        if place.trail[-1] in place.trail[:-1]:
            listing.error = ("link", "It is one of the folders it lies in, mounted again, and was not entered twice.")
            return listing
        if len(place.trail) > MAX_DEPTH:
            listing.error = ("too_large", "Folders are nested too deep here. Move it higher up.")
            return listing
        self._entering(place.path)
        try:
            with os.scandir(place.path) as scan:
                found = sorted(scan, key=lambda entry: entry.name)
            rules = place.rules.with_files(
                place.path, [entry.name for entry in found if entry.name in (GIT_FILE, OWN_FILE)]
            )
            for entry in found:
                self._take(entry, rules, place, listing)
        except (FileNotFoundError, NotADirectoryError):
            return Listing(place.path, vanished=True)
        except PermissionError:
            return Listing(place.path, error=("unreadable", "Allow Hunch to read this folder, or ignore it."))
        except OSError as error:
            return Listing(place.path, error=("io_error", f"The folder could not be listed ({error.strerror})."))
        return listing

    def _take(self, entry: os.DirEntry[str], rules: Rules, place: Place, listing: Listing) -> None:
        try:
            # Windows keeps device and inode out of what scandir returns.
            found = os.lstat(entry.path) if os.name == "nt" else entry.stat(follow_symlinks=False)
        except FileNotFoundError:
            return
        is_folder = stat.S_ISDIR(found.st_mode) and not _is_junction(found)
        if rules.ignores(entry.name, is_folder, _is_hidden(found)):
            return
        if not is_folder:
            skip = self._skip(found)
            listing.entries.append(Entry(entry.name, found.st_size, found.st_mtime_ns, found.st_ino, skip))
            return
        if entry.path in self._avoid:
            return
        trail = (*place.trail, (found.st_dev, found.st_ino))
        listing.folders.append(Place(entry.path, rules.inside(entry.name), trail))

    def _skip(self, found: os.stat_result) -> str | None:
        if stat.S_ISLNK(found.st_mode) or _is_junction(found):
            return "link"
        if not stat.S_ISREG(found.st_mode):
            return "special"
        if _is_placeholder(found):
            return "placeholder"
        return "too_large" if found.st_size > self._max_file_bytes else None


def _is_junction(found: os.stat_result) -> bool:
    return sys.platform == "win32" and found.st_reparse_tag == _MOUNT_POINT_TAG


def _is_placeholder(found: os.stat_result) -> bool:
    """Whether reading the file would first download it."""
    flags = getattr(found, "st_flags", 0)
    attributes = getattr(found, "st_file_attributes", 0)
    return bool(flags & _DATALESS or attributes & _WINDOWS_CLOUD)


def _is_hidden(found: os.stat_result) -> bool:
    flags = getattr(found, "st_flags", 0)
    attributes = getattr(found, "st_file_attributes", 0)
    return bool(flags & _UF_HIDDEN or attributes & _WINDOWS_HIDDEN)
