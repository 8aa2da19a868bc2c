"""Members of archives and mails: read by their own readers, put under the container's places."""

from __future__ import annotations

from dataclasses import replace

from indexer.errors import KnownError
from indexer.extract.blocks import Blocks
from indexer.extract.document import Block, Document, Locator, Note
from indexer.extract.limits import NAME_CHARACTERS
from indexer.extract.readers import read_any
from indexer.extract.source import Budget, Source

_NOT_WORTH_A_NOTE = frozenset({"unsupported", "binary", "empty", "no_text"})
"""A picture in a mail or a program in an archive is nothing its owner has to know about."""


def add_member(document: Document, source: Source, member: str, budget: Budget) -> None:
    """Append what ``source`` holds to ``document``: a heading with its name, then its blocks one level lower.

    ``member`` is its path inside the container and becomes the locator. A failure becomes a note; it never
    ends the reading of the container.
    """
    member = member[:NAME_CHARACTERS]
    try:
        inner = read_any(source, budget.deeper())
    except KnownError as error:
        note_member(document, member, error)
        return
    except Exception as error:
        note_member(document, member, KnownError("damaged", f"Its reader failed ({type(error).__name__})."))
        return
    name = Blocks(budget)
    name.add(source.name, "heading", 1, {"member": member})
    document.blocks.extend(name)
    document.blocks.extend(_below(block, member) for block in inner.blocks)
    document.notes.extend(Note(note.code, f"{member}: {note.detail}") for note in inner.notes)


def add_body(document: Document, source: Source, place: Locator, budget: Budget) -> None:
    """Append the readable text of a mail: its blocks one level lower, all at ``place``. A failure becomes a note."""
    try:
        inner = read_any(source, budget.deeper())
    except KnownError as error:
        if error.code not in _NOT_WORTH_A_NOTE:
            document.notes.append(Note("partial", f"The text of the mail could not be read. {error.message}"))
        return
    document.blocks.extend(replace(block, level=_lower(block), locator=place) for block in inner.blocks)


def note_member(document: Document, member: str, error: KnownError) -> None:
    """Record that a member could not be read, unless it is of a kind nobody expects text from."""
    if error.code not in _NOT_WORTH_A_NOTE:
        document.notes.append(Note(error.code, f"{member[:NAME_CHARACTERS]}: {error.message}"))


def _below(block: Block, member: str) -> Block:
    inner = block.locator.get("member")
    path = f"{member}/{inner}" if inner else member
    return replace(block, level=_lower(block), locator={**block.locator, "member": path[:NAME_CHARACTERS]})


def _lower(block: Block) -> int:
    return min(block.level + 1, 6) if block.kind == "heading" else 0
