"""The calls of Linux that watch folders, see inotify(7). Nothing in Python offers them with adding and removing."""

from __future__ import annotations

import contextlib
import ctypes
import os
import struct
from collections.abc import Iterator
from typing import NamedTuple

MODIFY, ATTRIB, CLOSE_WRITE = 0x2, 0x4, 0x8
MOVED_FROM, MOVED_TO, CREATE, DELETE, MOVE_SELF = 0x40, 0x80, 0x100, 0x200, 0x800
OVERFLOW, IGNORED = 0x4000, 0x8000
ONLY_FOLDERS, NO_LINKS, NOT_UNLINKED = 0x1000000, 0x2000000, 0x4000000
IS_FOLDER = 0x40000000

_WANTED = (
    CREATE | DELETE | MODIFY | CLOSE_WRITE | MOVED_FROM | MOVED_TO | ATTRIB | MOVE_SELF
    | ONLY_FOLDERS | NO_LINKS | NOT_UNLINKED
)
_HEAD = struct.Struct("iIII")
_READ_BYTES = 256 << 10

_libc = ctypes.CDLL(None, use_errno=True)


class Event(NamedTuple):
    """Something happened. ``watch``: what ``add`` returned, -1 with OVERFLOW; ``name`` is empty for the folder itself.

    With IGNORED the watch is gone: removed, or its folder deleted or unmounted.
    """

    watch: int
    mask: int
    name: str


class Inotify:
    """One queue of events. Raises OSError where the system has no more of them to give. Calls may come from any
    thread; ``read`` from one.
    """

    def __init__(self) -> None:
        self._handle = _checked(_libc.inotify_init1(os.O_CLOEXEC | os.O_NONBLOCK))

    def fileno(self) -> int:
        return self._handle

    def add(self, folder: str) -> int:
        """Watch a folder, or raise OSError. One watched already, though under another path, gives the same number."""
        return _checked(_libc.inotify_add_watch(self._handle, os.fsencode(folder), ctypes.c_uint32(_WANTED)))

    def remove(self, watch: int) -> None:
        """End a watch; it may have ended by itself."""
        _libc.inotify_rm_watch(self._handle, watch)

    def read(self) -> list[Event]:
        """What has happened so far. Does not wait."""
        with contextlib.suppress(BlockingIOError):
            return list(_events(os.read(self._handle, _READ_BYTES)))
        return []

    def close(self) -> None:
        os.close(self._handle)


def _events(data: bytes) -> Iterator[Event]:
    at = 0
    while at < len(data):
        watch, mask, _, length = _HEAD.unpack_from(data, at)
        at += _HEAD.size + length
        yield Event(watch, mask, os.fsdecode(data[at - length : at].rstrip(b"\0")))


def _checked(result: int) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result
