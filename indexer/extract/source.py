"""What a reader reads from: one file or one member, the budget it shares with its members, and zip files.

Everything that comes out of a file is untrusted: sizes are counted while reading, never taken from a header.
"""

from __future__ import annotations

import errno
import io
import lzma
import os
import stat
import struct
import time
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, BinaryIO

from indexer.errors import KnownError
from indexer.extract import limits

_BLOCK = 256 * limits.KIB
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_Identity = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Source:
    """One file, or one member of an archive or mail that is held in memory.

    Attributes:
        name: file name without folders; its suffix decides the kind.
        size: bytes when it was first opened.
        path: the file, or None for a member.
    """

    name: str
    size: int
    path: Path | None = None
    _data: bytes = b""
    _identity: _Identity | None = None

    @classmethod
    def of_file(cls, path: Path | str) -> Source:
        """A regular file. Raises KnownError ``link`` or ``special``, and OSError as ``os.open`` does."""
        path = Path(path)
        descriptor = _open_regular(path)
        try:
            status = os.fstat(descriptor)
        finally:
            os.close(descriptor)
        return cls(path.name, status.st_size, path, b"", _identity(status))

    @classmethod
    def of_bytes(cls, name: str, data: bytes) -> Source:
        return cls(name.replace("\\", "/").rsplit("/", 1)[-1], len(data), None, data)

    def open(self) -> BinaryIO:
        """A new seekable stream at the start. Raises KnownError ``changing`` when another file took the place."""
        if self.path is None:
            return io.BytesIO(self._data)
        descriptor = _open_regular(self.path)
        if self._identity is not None and _identity(os.fstat(descriptor))[:2] != self._identity[:2]:
            os.close(descriptor)
            raise _changing()
        return os.fdopen(descriptor, "rb")

    def read(self, limit: int) -> bytes:
        """All bytes. Raises KnownError ``too_large`` when there are more than ``limit``."""
        if self.path is None:
            data = self._data
        else:
            with self.open() as stream:
                data = stream.read(limit + 1)
        if len(data) > limit:
            raise KnownError("too_large", f"It is over {_megabytes(limit)}, the limit for this kind of file.")
        return data

    def head(self, size: int) -> bytes:
        """The first ``size`` bytes, fewer when the file is shorter."""
        if self.path is None:
            return self._data[:size]
        with self.open() as stream:
            return stream.read(size)

    def check_unchanged(self) -> None:
        """Raise KnownError ``changing`` when the file is not as it was at ``of_file``; ``vanished`` when gone."""
        if self.path is None:
            return
        try:
            now = self.path.lstat()
        except FileNotFoundError as error:
            raise KnownError("vanished", "It was deleted or moved while it was read.") from error
        if _identity(now) != self._identity:
            raise _changing()


@dataclass(slots=True)
class _Remaining:
    members: int
    unpacked: int
    characters: int
    deadline: float
    cut: bool = False


@dataclass(slots=True)
class Budget:
    """What one file may still cost. Members share everything but the depth with the file they are in."""

    depth: int = limits.DEPTH
    _left: _Remaining = field(
        default_factory=lambda: _Remaining(
            limits.MEMBERS,
            limits.UNPACKED_BYTES,
            limits.TEXT_CHARACTERS,
            time.monotonic() + limits.READ_SECONDS,
        )
    )

    @classmethod
    def of(
        cls,
        *,
        depth: int = limits.DEPTH,
        members: int = limits.MEMBERS,
        unpacked: int = limits.UNPACKED_BYTES,
        characters: int = limits.TEXT_CHARACTERS,
        seconds: float = limits.READ_SECONDS,
    ) -> Budget:
        """A budget with other bounds than the usual ones."""
        return cls(depth, _Remaining(members, unpacked, characters, time.monotonic() + seconds))

    def deeper(self) -> Budget:
        """The budget of a member. Raises KnownError ``hostile`` below ``limits.DEPTH`` levels."""
        if self.depth <= 0:
            raise KnownError("hostile", f"Archives are nested more than {limits.DEPTH} levels deep.")
        return Budget(self.depth - 1, self._left)

    def take_member(self) -> None:
        """Count one member. Raises KnownError ``too_large``, and is ``full`` from then on."""
        if self._left.members <= 0:
            self._left.cut = True
            raise KnownError("too_large", f"It holds more than {limits.MEMBERS} members.")
        self._left.members -= 1

    def take_unpacked(self, size: int) -> None:
        """Count unpacked bytes. Raises KnownError ``too_large``, and is ``full`` from then on."""
        self._left.unpacked -= size
        if self._left.unpacked < 0:
            self._left.cut = True
            raise KnownError("too_large", f"It unpacks to more than {_megabytes(limits.UNPACKED_BYTES)}.")

    def take_text(self, text: str) -> str:
        """Count text that is kept: ``text``, or as much of it as there is room for. See ``full``."""
        room = self._left.characters
        if len(text) > room:
            text = text[:room]
            self._left.cut = True
        self._left.characters -= len(text)
        return text

    @property
    def full(self) -> bool:
        """True once a bound was reached or time is up: stop reading, keep what there is.

        The worker adds the note ``cut_short``; readers need not.
        """
        if time.monotonic() > self._left.deadline:
            self._left.cut = True
        return self._left.cut


class SafeZip:
    """A zip file read with all counts taken on real bytes. Use as a context manager."""

    def __init__(self, archive: zipfile.ZipFile, stream: BinaryIO, budget: Budget) -> None:
        self._archive = archive
        self._stream = stream
        self._budget = budget
        self._infos = {_member_name(info): info for info in archive.infolist() if not info.is_dir()}

    def __enter__(self) -> SafeZip:
        return self

    def __exit__(self, *_: object) -> None:
        self._archive.close()
        self._stream.close()

    def names(self) -> list[str]:
        """Member files in the archive's order, ``/`` between folders, none leading; folders are left out."""
        return list(self._infos)

    def is_encrypted(self, name: str) -> bool:
        return bool(self._infos[name].flag_bits & 0x1)

    def read(self, name: str, limit: int = limits.MEMBER_BYTES) -> bytes:
        """One member, unpacked.

        Raises KnownError: ``damaged`` (not there, or broken), ``encrypted``, ``unsupported`` (packing method),
        ``hostile`` (ratio), ``too_large`` (over ``limit`` bytes, or too much in all).
        """
        info = self._infos.get(name)
        if info is None:
            raise KnownError("damaged", f"Its part {name} is missing.")
        if self.is_encrypted(name):
            raise KnownError("encrypted", "Its content is protected by a password.")
        self._budget.take_member()
        try:
            with self._archive.open(info) as member:
                return read_bounded(member, self._budget, packed=info.compress_size, limit=limit)
        except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, struct.error, ValueError) as error:
            raise KnownError("damaged", f"Its part {name[:200]} cannot be unpacked.") from error
        except OSError as error:
            # bz2 reports bad data as an OSError without a number; the disk's errors have one.
            if error.errno is not None:
                raise
            raise KnownError("damaged", f"Its part {name[:200]} cannot be unpacked.") from error
        except (NotImplementedError, RuntimeError) as error:
            raise KnownError("unsupported", "It is packed with a method Hunch does not know.") from error


def open_zip(source: Source, budget: Budget) -> SafeZip:
    """Open a zip file. Raises KnownError ``damaged``."""
    stream = source.open()
    try:
        return SafeZip(zipfile.ZipFile(stream), stream, budget)
    except (zipfile.BadZipFile, struct.error, ValueError, EOFError, NotImplementedError) as error:
        stream.close()
        raise KnownError("damaged", "It is not a complete zip file.") from error
    except BaseException:
        stream.close()
        raise


def read_bounded(stream: IO[bytes], budget: Budget, *, packed: int | None, limit: int = limits.MEMBER_BYTES) -> bytes:
    """Unpack ``stream`` to its end, counting real bytes against ``budget``, ``limit`` and the ratio to ``packed``.

    Raises KnownError ``hostile`` or ``too_large``, and whatever the stream raises.
    """
    parts: list[bytes] = []
    total = 0
    while block := stream.read(_BLOCK):
        total += len(block)
        budget.take_unpacked(len(block))
        if total > limit:
            raise KnownError("too_large", f"A part of it is over {_megabytes(limit)} when unpacked.")
        if packed is not None and total > limits.RATIO_FLOOR_BYTES and total > limits.RATIO * max(packed, 1):
            raise KnownError("hostile", f"It unpacks to more than {limits.RATIO} times its size.")
        parts.append(block)
    return b"".join(parts)


def _open_regular(path: Path) -> int:
    # O_NONBLOCK: a FIFO put in the file's place must not hang the open.
    try:
        descriptor = os.open(path, _FLAGS)
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise KnownError("link", "It is a link. Add the folder it leads to instead.") from error
        if error.errno in (errno.ENXIO, errno.ENODEV):
            raise KnownError("special", "It is a socket or a device, not a document.") from error
        raise
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise KnownError("special", "It is a folder, a pipe or a device, not a document.")
    return descriptor


def _identity(status: os.stat_result) -> _Identity:
    return (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)


def _changing() -> KnownError:
    return KnownError("changing", "It was written to while it was read. It is read again later.")


def _member_name(info: zipfile.ZipInfo) -> str:
    name = info.filename
    if not info.flag_bits & 0x800:
        # Without the flag zipfile decodes as cp437, but many programs store UTF-8 all the same.
        try:
            name = name.encode("cp437").decode("utf-8")
        except UnicodeError:
            name = info.filename
    return name.replace("\\", "/").lstrip("/")[: limits.NAME_CHARACTERS]


def _megabytes(size: int) -> str:
    return f"{size // limits.MIB} MB"
