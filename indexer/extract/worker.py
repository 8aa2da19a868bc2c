"""The child that reads files: one request, one reply, over stdin and the real stdout.

Every way a reader can fail becomes a code; what cannot be caught (a crash, an endless loop) is the parent's part:
it sees the end of the pipe, or kills at its deadline.
"""

from __future__ import annotations

import hashlib
import logging
import os
import re
import sys
import warnings
from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any, BinaryIO

from indexer.errors import KnownError
from indexer.extract import limits
from indexer.extract.blocks import clean, flat
from indexer.extract.chunk import chunk
from indexer.extract.document import Block, Document, Locator, Note, Passage, View
from indexer.extract.readers import read_any
from indexer.extract.source import Budget, Source
from indexer.paths import from_text
from models.frames import FrameError, Header, read_frame, write_frame
from models.serve import private_streams

_TITLE_BLOCKS = 5
"""Blocks in which a heading counts as the title of a document without one."""
_MACHINE_NAMED = re.compile(
    r"untitled\W*\d*|\(?anonymous\)?|unknown|powerpoint[ -]presentation|(slide|document|dokument) ?\d*|title|author|"
    r"(microsoft )?(word|excel|powerpoint) - .*|\S*\.(docx?|pptx?|xlsx?|od[tsp]|indd|tex|dvi|pdf|qxd|html?|rtf|txt)",
    re.IGNORECASE,
)
"""Titles and authors that programs write when nobody has given any."""


def serve(requests: BinaryIO, replies: BinaryIO) -> int:
    """Answer requests until the stream ends. Returns the exit status: 0 at a clean end, 2 on a broken request."""
    while True:
        try:
            frame = read_frame(requests)
        except FrameError as error:
            print(f"broken request: {error}", file=sys.stderr)
            return 2
        if frame is None:
            return 0
        _send(replies, *answer(frame[0]))


def answer(request: Header) -> tuple[Header, bytes]:
    """The reply to one request: ``ok`` or ``error``, and the bytes of all views, one after the other."""
    untrusted_path, untrusted_kind = request.get("path"), request.get("kind")
    if not isinstance(untrusted_path, str) or not isinstance(untrusted_kind, str | None):
        return _error("io_error", "The request names no file.")

    def read() -> tuple[Header, bytes]:
        found, views = read_file(from_text(untrusted_path), untrusted_kind)
        return {"ok": found}, views

    return settled(read)


def settled(work: Callable[[], tuple[Header, bytes]]) -> tuple[Header, bytes]:
    """What ``work`` returns, or the ``error`` reply for whatever it raises."""
    try:
        return work()
    except KnownError as error:
        return _error(error.code, error.message)
    except PermissionError:
        return _error("unreadable", "Hunch may not read it. Give yourself the right to read it.")
    except FileNotFoundError:
        return _error("vanished", "It was deleted or moved while Hunch was at work.")
    except MemoryError:
        return _error("out_of_memory", "Reading it needs more memory than one file may take.")
    except OSError as error:
        return _error("io_error", f"The system reports: {os.strerror(error.errno) if error.errno else 'read error'}.")
    except ImportError as error:
        return _error("crashed", f"A part of Hunch is missing ({error.name}). Install it anew.")
    except Exception as error:
        # A bug of a reader or of its library. The exception's own text may hold the document's, so only its type.
        return _error("damaged", f"Its reader failed on it ({type(error).__name__}).")


def read_file(path: str, kind: str | None) -> tuple[dict[str, Any], bytes]:
    """The ``ok`` part of a reply, and its payload. Raises KnownError, OSError, MemoryError and what readers raise."""
    source = Source.of_file(path)
    content_hash = _hash(source)
    budget = Budget()
    try:
        document = read_any(source, budget, kind)
    finally:
        # First: what a reader makes of half a file says nothing about the file.
        source.check_unchanged()
    if budget.full and not any(note.code == "cut_short" for note in document.notes):
        document.notes.append(Note("cut_short", _cut_reason()))
    document.blocks = [block for block in map(_clean_block, document.blocks) if block.text.strip()]
    if not document.blocks and not document.views and not document.scans:
        raise KnownError("no_text", "There is nothing to read in it but perhaps blanks.")
    document.title = _title(document)
    document.author = _own_name(document.author)
    found = {
        "title": document.title,
        "author": document.author,
        "created": _clean_line(document.created),
        "pages": document.pages,
        "content_hash": content_hash,
        "size": source.size,
        "passages": [_plain_passage(passage) for passage in chunk(document)],
        "notes": _plain_notes(document),
        "views": [_plain_view(view) for view in document.views],
        "scans": document.scans,
        "shot": _plain_shot(document),
    }
    return found, b"".join(view.webp for view in document.views)


def _send(replies: BinaryIO, reply: Header, views: bytes) -> None:
    try:
        write_frame(replies, reply, views)
    except FrameError:
        passages = reply["ok"]["passages"]
        reply["ok"]["passages"] = passages[: len(passages) // 2]
        reply["ok"]["notes"].append({"code": "cut_short", "detail": "It holds more text than can be kept."})
        _send(replies, reply, views)


def _hash(source: Source) -> str:
    digest = hashlib.sha256()
    with source.open() as stream:
        while block := stream.read(limits.HASH_BLOCK_BYTES):
            digest.update(block)
    return digest.hexdigest()


def _cut_reason() -> str:
    millions = limits.TEXT_CHARACTERS // 1_000_000
    return (
        f"It is read up to {millions} million characters, {limits.READ_SECONDS:.0f} seconds, {limits.MEMBERS} members "
        f"and {limits.UNPACKED_BYTES // limits.MIB} MB unpacked."
    )


def _clean_block(block: Block) -> Block:
    return Block(clean(block.text), block.kind, block.level, _clean_locator(block.locator))


def _clean_locator(locator: Locator) -> dict[str, int | str]:
    return {key: clean(value) if isinstance(value, str) else value for key, value in locator.items()}


def _clean_line(text: str | None) -> str | None:
    return flat(text)[: limits.NAME_CHARACTERS] or None if text else None


def _own_name(text: str | None) -> str | None:
    line = _clean_line(text)
    return None if line is None or _MACHINE_NAMED.fullmatch(line) else line


def _title(document: Document) -> str | None:
    """The document's own title, else a heading near its beginning."""
    headings = (block for block in document.blocks[:_TITLE_BLOCKS] if block.kind == "heading")
    heading = next((block.text for block in headings if "member" not in block.locator), None)
    return _own_name(document.title) or _clean_line(heading)


def _plain_passage(passage: Passage) -> dict[str, Any]:
    return {"text": passage.text, "context": clean(passage.context), "locator": dict(passage.locator)}


def _plain_view(view: View) -> dict[str, Any]:
    return {
        "bytes": len(view.webp), "width": view.width, "height": view.height, "locator": _clean_locator(view.locator),
        "phash": view.phash,
    }  # fmt: skip


def _plain_shot(document: Document) -> dict[str, Any] | None:
    return None if document.shot is None else asdict(replace(document.shot, camera=_clean_line(document.shot.camera)))


def _plain_notes(document: Document) -> list[dict[str, str]]:
    notes = [
        {"code": note.code, "detail": clean(note.detail)} for note in dict.fromkeys(document.notes[: limits.NOTES])
    ]
    more = len(document.notes) - limits.NOTES
    return [*notes, {"code": "partial", "detail": f"And {more} more parts could not be read."}] if more > 0 else notes


def _error(code: str, message: str) -> tuple[Header, bytes]:
    return {"error": {"code": code, "message": clean(message)}}, b""


def limit_memory(megabytes: int) -> None:
    """Cap this process's address space where the system can (not on Windows; macOS ignores it)."""
    try:
        import resource
    except ImportError:
        return
    size = megabytes * limits.MIB
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    size = size if hard == resource.RLIM_INFINITY else min(size, hard)
    try:
        resource.setrlimit(resource.RLIMIT_AS, (size, size))
    except (ValueError, OSError):
        print("the memory limit could not be set", file=sys.stderr)


def main(memory_mb: int) -> int:
    """Run the child: returns its exit status."""
    requests, replies = private_streams()
    limit_memory(memory_mb)
    # Libraries warn about every second real-world file; nobody reads it, and it would fill the log.
    warnings.simplefilter("ignore")
    logging.basicConfig(level=logging.CRITICAL)
    with requests, replies:
        return serve(requests, replies)
