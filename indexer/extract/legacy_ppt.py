"""PowerPoint 97 to 2003 (.ppt): the text of the slides in their order, after [MS-PPT]."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from indexer.errors import KnownError
from indexer.extract import limits
from indexer.extract.blocks import Blocks, flat
from indexer.extract.document import Document
from indexer.extract.ole import ole_properties, open_ole, stream_bytes
from indexer.extract.source import Budget, Source

_DOCUMENT, _SLIDE, _NOTES = 1000, 1006, 1008
_SLIDE_LIST, _SLIDE_PERSIST = 4080, 1011
_LIST_OF_SLIDES, _LIST_OF_NOTES = 0, 2
_NOTES_ATOM = 1009
_TEXT_HEADER, _TEXT_CHARS, _TEXT_BYTES = 3999, 4000, 4008
_STRING, _COMMENT = 4026, 1
_TAG_DATA = 5003
"""Its content is records, although it is not marked as a container."""
_USER_EDIT, _PERSIST_DIRECTORY = 4085, 6002
_TITLES = (0, 6)
_NOTE_TEXT = 2
_ENCRYPTED_TOKEN = 0xF3D1C4DF
_MASTER_TEXTS = frozenset({"*", "‹#›"})


@dataclass(frozen=True, slots=True)
class _Record:
    kind: int
    instance: int
    start: int
    end: int
    container: bool


@dataclass(slots=True)
class _Slide:
    reference: int
    identifier: int
    texts: list[tuple[int, str]] = field(default_factory=list)


def read_ppt(source: Source, budget: Budget) -> Document:
    """Blocks with locator ``slide`` (from 1). Raises KnownError ``encrypted``, ``damaged``, ``unsupported``."""
    with open_ole(source) as ole:
        if not ole.exists("PowerPoint Document"):
            raise KnownError("unsupported", "It was written by a PowerPoint older than 97. Save it anew as .pptx.")
        data = stream_bytes(ole, "PowerPoint Document")
        current = stream_bytes(ole, "Current User") if ole.exists("Current User") else b""
        title, author, created = ole_properties(ole)
    if len(current) >= 20 and struct.unpack_from("<I", current, 12)[0] == _ENCRYPTED_TOKEN:
        raise KnownError("encrypted", "Save a copy without a password to have it found by its content.")
    blocks = Blocks(budget)
    document = Document(blocks, title, author, created)
    reader = _Reader(data)
    try:
        slides = reader.slides(current)
    except (struct.error, IndexError):
        slides = []
    # A broken directory of objects: the slides as they stand in the file, perhaps with old versions of them.
    slides = slides or reader.slides_as_stored()
    if not slides:
        raise KnownError("damaged", "Its table of slides is broken.")
    document.pages = len(slides)
    for number, texts in enumerate(slides, start=1):
        for kind, text in texts:
            if text in _MASTER_TEXTS or blocks.full:
                continue
            if kind in _TITLES:
                blocks.add(flat(text), "heading", 1, {"slide": number})
            else:
                blocks.add(text, locator={"slide": number})
    return document


class _Reader:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._looked_at = 0

    def slides(self, current: bytes) -> list[list[tuple[int, str]]]:
        """Per slide its texts as (kind, text), in the order of the show; notes after the slide they belong to."""
        objects = self._objects(current)
        places = (self._record(at) for at in objects.values())
        document = next((place for place in places if place is not None and place.kind == _DOCUMENT), None)
        if document is None:
            return []
        slides: list[_Slide] = []
        notes: dict[int, list[tuple[int, str]]] = {}
        for record in self._records(document.start, document.end):
            if record.kind == _SLIDE_LIST and record.instance == _LIST_OF_SLIDES:
                slides += self._listed(record)
            elif record.kind == _SLIDE_LIST and record.instance == _LIST_OF_NOTES:
                for listed in self._listed(record):
                    self._add_notes(notes, self._record(objects.get(listed.reference, -1)))
        for slide in slides:
            place = self._record(objects.get(slide.reference, -1))
            if place is not None and place.kind == _SLIDE:
                # Text of the outline may stand in its box as well.
                outline = set(slide.texts)
                slide.texts += [each for each in self._texts(place) if each not in outline]
            slide.texts += notes.get(slide.identifier, [])
        return [slide.texts for slide in slides]

    def slides_as_stored(self) -> list[list[tuple[int, str]]]:
        texts = [self._texts(r) for r in self._records(0, len(self._data)) if r.kind == _SLIDE]
        return [each for each in texts if each] or [
            each
            for record in self._records(0, len(self._data))
            if record.kind == _DOCUMENT and (each := self._texts(record))
        ]

    def _objects(self, current: bytes) -> dict[int, int]:
        """Object number to its place in the stream: the newest entry of the chain of edits wins."""
        objects: dict[int, int] = {}
        (edit,) = struct.unpack_from("<I", current, 16)
        seen: set[int] = set()
        while edit and edit not in seen:
            seen.add(edit)
            record = self._record(edit)
            if record is None or record.kind != _USER_EDIT:
                break
            previous, directory = struct.unpack_from("<II", self._data, record.start + 8)
            entries = self._record(directory)
            if entries is not None and entries.kind == _PERSIST_DIRECTORY:
                self._add_entries(objects, entries)
            edit = previous
        return objects

    def _add_entries(self, objects: dict[int, int], entries: _Record) -> None:
        at = entries.start
        while at + 4 <= entries.end:
            (head,) = struct.unpack_from("<I", self._data, at)
            first, count = head & 0xFFFFF, head >> 20
            for index in range(count):
                (place,) = struct.unpack_from("<I", self._data, at + 4 + 4 * index)
                objects.setdefault(first + index, place)
            at += 4 + 4 * count

    def _listed(self, listing: _Record) -> list[_Slide]:
        slides: list[_Slide] = []
        kind = 4
        for record in self._records(listing.start, listing.end):
            if record.kind == _SLIDE_PERSIST:
                reference, _, _, identifier = struct.unpack_from("<4I", self._data, record.start)
                slides.append(_Slide(reference, identifier))
            elif record.kind == _TEXT_HEADER:
                (kind,) = struct.unpack_from("<I", self._data, record.start)
            elif slides and (text := self._text(record)):
                slides[-1].texts.append((kind, text))
        return slides

    def _add_notes(self, notes: dict[int, list[tuple[int, str]]], page: _Record | None) -> None:
        if page is None or page.kind != _NOTES:
            return
        atom = next(self._records(page.start, page.end), None)
        if atom is not None and atom.kind == _NOTES_ATOM:
            (identifier,) = struct.unpack_from("<I", self._data, atom.start)
            notes[identifier] = [(kind, text) for kind, text in self._texts(page) if kind == _NOTE_TEXT]

    def _texts(self, record: _Record) -> list[tuple[int, str]]:
        """All texts below ``record``, in order."""
        found: list[tuple[int, str]] = []
        kind = 4
        stack = [self._records(record.start, record.end)]
        while stack:
            inner = next(stack[-1], None)
            if inner is None:
                stack.pop()
            elif inner.kind == _TEXT_HEADER and inner.end - inner.start >= 4:
                (kind,) = struct.unpack_from("<I", self._data, inner.start)
            elif inner.container or inner.kind == _TAG_DATA:
                if len(stack) < limits.RECORD_DEPTH:
                    stack.append(self._records(inner.start, inner.end))
            elif text := self._text(inner):
                found.append((kind, text))
        return found

    def _text(self, record: _Record) -> str:
        raw = self._data[record.start : record.end]
        if record.kind == _TEXT_CHARS or (record.kind == _STRING and record.instance == _COMMENT):
            text = raw.decode("utf-16-le", "replace")
        elif record.kind == _TEXT_BYTES:
            # One byte a character: the low byte of UTF-16.
            text = raw.decode("latin-1")
        else:
            return ""
        return text.replace("\r", "\n").replace("\x0b", "\n").replace("\x00", "").strip()

    def _records(self, start: int, end: int) -> Iterator[_Record]:
        while start + 8 <= end:
            record = self._record(start)
            if record is None or record.end > end:
                return
            yield record
            start = record.end

    def _record(self, at: int) -> _Record | None:
        self._looked_at += 1
        if self._looked_at > limits.RECORDS or at < 0 or at + 8 > len(self._data):
            return None
        head, kind, size = struct.unpack_from("<HHI", self._data, at)
        if at + 8 + size > len(self._data):
            return None
        return _Record(kind, head >> 4, at + 8, at + 8 + size, head & 0xF == 0xF)
