"""Zip, tar (also packed), gz, bz2 and xz: every member by its own reader, everything counted while unpacking."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zlib
from typing import IO, BinaryIO, cast

from indexer.errors import KnownError
from indexer.extract import kind_of, limits
from indexer.extract.blocks import Blocks
from indexer.extract.document import Document, Note
from indexer.extract.members import add_member, note_member
from indexer.extract.source import Budget, Source, open_zip, read_bounded

_TAR_MAGIC = slice(257, 262)
_TAR_SUFFIXES = (".tar", ".tgz", ".tbz", ".tbz2", ".txz", ".taz")
_PACKED_SUFFIXES = (".gz", ".bz2", ".xz", ".lzma")
_LISTED_NAMES = 500
_BROKEN = (tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, ValueError, gzip.BadGzipFile)


def read_archive(source: Source, budget: Budget) -> Document:
    """Blocks of all readable members, locator ``member``; then a list of the names of the others.

    Raises KnownError ``unsupported`` (7z, rar), ``encrypted`` (all of it), ``damaged``, ``hostile``,
    ``too_large``, ``empty``.
    """
    head = source.head(512)
    if head.startswith(b"7z\xbc\xaf\x27\x1c"):
        raise KnownError("unsupported", "Hunch does not open 7-Zip archives. Pack it as zip to have it found.")
    if head.startswith(b"Rar!"):
        raise KnownError("unsupported", "Hunch does not open RAR archives. Pack it as zip to have it found.")
    if head.startswith(b"PK"):
        document = _read_zip(source, budget)
    elif head.startswith((b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00", b"]\x00\x00")):
        document = _read_packed(source, head, budget)
    elif head[_TAR_MAGIC] == b"ustar" or source.name.lower().endswith(_TAR_SUFFIXES):
        document = Document()
        with source.open() as stream:
            _read_tar(document, stream, budget)
    else:
        raise KnownError("damaged", "It is not an archive, or its beginning is broken.")
    if not document.blocks:
        if document.notes:
            raise KnownError(document.notes[0].code, document.notes[0].detail)
        raise KnownError("empty", "There are no files in it.")
    return document


def _read_zip(source: Source, budget: Budget) -> Document:
    document = Document()
    unread: list[str] = []
    locked: list[str] = []
    with open_zip(source, budget) as archive:
        names = [name for name in archive.names() if not _is_clutter(name)]
        for name in names:
            if budget.full:
                break
            if archive.is_encrypted(name):
                locked.append(name)
                continue
            if kind_of(name) == "picture":
                unread.append(name)
                continue
            try:
                data = archive.read(name)
            except KnownError as error:
                if error.code == "hostile":
                    raise
                note_member(document, name, error)
                unread.append(name)
                continue
            _add(document, unread, name, data, budget)
    if locked and len(locked) == len(names):
        raise KnownError("encrypted", "Unpack it, or pack it without a password, to have it found by its content.")
    if locked:
        document.notes.append(Note("encrypted", f"{len(locked)} members need a password: {_few(locked)}."))
    _list_names(document, unread + locked, budget)
    return document


def _read_packed(source: Source, head: bytes, budget: Budget) -> Document:
    document = Document()
    try:
        with source.open() as stream, _unpacker(stream, head) as unpacked:
            counted = io.BufferedReader(_Counted(unpacked, source.size), 64 * limits.KIB)
            if counted.peek(512)[_TAR_MAGIC] == b"ustar" or _names_a_tar(source.name):
                _read_tar(document, counted, budget)
                return document
            data = read_bounded(counted, budget, packed=source.size)
    except _BROKEN as error:
        raise KnownError("damaged", "It cannot be unpacked to its end.") from error
    except OSError as error:
        # bz2 and gzip report bad data as an OSError without a number; the disk's errors have one.
        if error.errno is not None:
            raise
        raise KnownError("damaged", "It cannot be unpacked.") from error
    name = source.name
    for suffix in _PACKED_SUFFIXES:
        if name.lower().endswith(suffix):
            name = name[: -len(suffix)]
    budget.take_member()
    add_member(document, Source.of_bytes(name or "content", data), name or "content", budget)
    return document


def _read_tar(document: Document, stream: IO[bytes], budget: Budget) -> None:
    unread: list[str] = []
    try:
        # A pipe: links are never resolved and nothing is sought, so a header cannot send us round in circles.
        with tarfile.open(fileobj=stream, mode="r|") as archive:
            for info in archive:
                if budget.full:
                    break
                name = info.name.replace("\\", "/").lstrip("/")
                if not info.isreg() or _is_clutter(name):
                    continue
                if kind_of(name) == "picture":
                    unread.append(name)
                    continue
                content = archive.extractfile(info)
                if content is None:
                    continue
                try:
                    budget.take_member()
                    data = read_bounded(content, budget, packed=None)
                except KnownError as error:
                    if error.code == "hostile":
                        raise
                    note_member(document, name, error)
                    unread.append(name)
                    continue
                _add(document, unread, name, data, budget)
    except KnownError as error:
        if error.code == "hostile" or not document.blocks:
            raise
        document.notes.append(Note("cut_short", error.message))
    except _BROKEN as error:
        if not document.blocks:
            raise KnownError("damaged", "It cannot be unpacked.") from error
        document.notes.append(Note("damaged", "The archive is broken further on; only its beginning was read."))
    _list_names(document, unread, budget)


def _add(document: Document, unread: list[str], name: str, data: bytes, budget: Budget) -> None:
    before = len(document.blocks)
    add_member(document, Source.of_bytes(name, data), name, budget)
    if len(document.blocks) == before:
        unread.append(name)


def _list_names(document: Document, names: list[str], budget: Budget) -> None:
    listed = Blocks(budget)
    listed.add("\n".join(name[: limits.NAME_CHARACTERS] for name in names[:_LISTED_NAMES]), "list")
    document.blocks.extend(listed)


def _is_clutter(name: str) -> bool:
    return name.startswith("__MACOSX/") or name.rsplit("/", 1)[-1] in (".DS_Store", "Thumbs.db", "desktop.ini")


def _names_a_tar(name: str) -> bool:
    lowered = name.lower()
    for suffix in _PACKED_SUFFIXES:
        lowered = lowered.removesuffix(suffix)
    return lowered.endswith(_TAR_SUFFIXES)


def _few(names: list[str]) -> str:
    return ", ".join(names[:5]) + (" and others" if len(names) > 5 else "")


def _unpacker(stream: BinaryIO, head: bytes) -> BinaryIO:
    if head.startswith(b"\x1f\x8b"):
        return cast(BinaryIO, gzip.GzipFile(fileobj=stream))
    if head.startswith(b"BZh"):
        return cast(BinaryIO, bz2.BZ2File(stream))
    return cast(BinaryIO, lzma.LZMAFile(stream))


class _Counted(io.RawIOBase):
    """Counts what is unpacked of a whole stream: skipped members cost time too."""

    def __init__(self, stream: BinaryIO, packed: int) -> None:
        self._stream = stream
        self._packed = max(packed, 1)
        self._total = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        self._total += len(data)
        if self._total > limits.UNPACKED_BYTES:
            raise KnownError("too_large", f"It unpacks to more than {limits.UNPACKED_BYTES // limits.MIB} MB.")
        if self._total > limits.RATIO_FLOOR_BYTES and self._total > limits.RATIO * self._packed:
            raise KnownError("hostile", f"It unpacks to more than {limits.RATIO} times its size.")
        buffer[: len(data)] = data
        return len(data)
