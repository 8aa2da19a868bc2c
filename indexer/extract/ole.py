"""OLE compound files: opened, and their streams read, with errors a person understands."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

import olefile

from indexer.errors import KnownError
from indexer.extract import limits
from indexer.extract.source import Source


@contextmanager
def open_ole(source: Source) -> Iterator[olefile.OleFileIO]:
    """The open compound file. Raises KnownError ``damaged``."""
    with source.open() as stream:
        try:
            ole = olefile.OleFileIO(stream)
        except (MemoryError, KnownError):
            raise
        except Exception as error:
            # olefile raises many kinds of errors on broken headers and sector chains.
            raise KnownError("damaged", "Its inner file table is broken.") from error
        with ole:
            yield ole


def stream_bytes(ole: olefile.OleFileIO, name: str) -> bytes:
    """One stream. Raises KnownError ``damaged`` (missing or broken), ``too_large``."""
    try:
        if ole.get_size(name) > limits.DOCUMENT_BYTES:
            raise KnownError("too_large", f"It is over {limits.DOCUMENT_BYTES // limits.MIB} MB.")
        with ole.openstream(name) as stream:
            data: bytes = stream.read()
            return data
    except (MemoryError, KnownError):
        raise
    except Exception as error:
        raise KnownError("damaged", f"Its part {name} is missing or broken.") from error


def ole_properties(ole: olefile.OleFileIO) -> tuple[str | None, str | None, str | None]:
    """(title, author, created as YYYY-MM-DD) of the summary stream, None for what is not there."""
    try:
        metadata = ole.get_metadata()
    except (MemoryError, KnownError):
        raise
    except Exception:
        # Properties are a courtesy: the text counts.
        return None, None, None
    encoding = _encoding(metadata.codepage)
    created = metadata.create_time
    date = created.date().isoformat() if isinstance(created, datetime) and created.year > 1601 else None
    return _text(metadata.title, encoding), _text(metadata.author, encoding), date


def _encoding(code_page: object) -> str:
    number = code_page & 0xFFFF if isinstance(code_page, int) else 1252
    name = {65001: "utf-8", 10000: "mac_roman", 1200: "utf-16-le"}.get(number, f"cp{number}")
    try:
        "".encode(name)
    except LookupError:
        return "cp1252"
    return name


def _text(value: object, encoding: str) -> str | None:
    text = value.decode(encoding, "replace") if isinstance(value, bytes) else str(value or "")
    return " ".join(text.replace("\x00", "").split()) or None
