"""The parent's side of extraction, of reading text in pictures and of drawing pages: child processes."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from indexer.answers import Page
from indexer.child import Child, ChildError
from indexer.errors import KnownError
from indexer.extract.document import Note, Passage, Shot, View

_MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Extracted:
    """What the worker made of one file. ``content_hash`` is the SHA-256 of its bytes.

    ``scans``: pages (from 1) whose text only ``OcrReader`` can tell.
    """

    content_hash: bytes
    title: str | None
    author: str | None
    created: str | None
    pages: int | None
    passages: tuple[Passage, ...]
    notes: tuple[Note, ...]
    views: tuple[View, ...] = ()
    scans: tuple[int, ...] = ()
    shot: Shot | None = None


@dataclass(frozen=True, slots=True)
class FoundLine:
    """One line of text in a picture. ``box``: (x, y, width, height) in fractions of the upright picture or page."""

    text: str
    box: tuple[float, float, float, float]
    score: float


@dataclass(frozen=True, slots=True)
class FoundText:
    """Text of a picture or page in reading order; both are empty where there is none.

    ``passages`` have the locators ``page`` (when one was asked for) and ``box``.
    """

    lines: tuple[FoundLine, ...]
    passages: tuple[Passage, ...]


class _Reader:
    """A child process that is killed and replaced when it oversteps. Not thread-safe.

    Args:
        timeout_s: wall-clock seconds one request may take.
        memory_mb: resident megabytes the child may use.
        background: the child gives way to every other program.
    """

    def __init__(self, timeout_s: float, memory_mb: int, *, background: bool = False) -> None:
        self._timeout_s = timeout_s
        self._memory_mb = memory_mb
        self._child = Child(self._command(), memory_bytes=memory_mb * _MEGABYTE, background=background)

    def kill(self) -> None:
        """End the child now; a read in another thread fails with KnownError crashed."""
        self._child.kill()

    def close(self) -> None:
        """End the child."""
        self._child.close()

    def _command(self) -> list[str]:
        raise NotImplementedError

    def _ask(self, request: dict[str, Any], path: str) -> tuple[dict[str, Any], bytes]:
        try:
            header, payload = self._child.request(request, deadline_s=self._timeout_s)
        except ChildError as error:
            raise KnownError(error.code, self._advice(error), path) from error
        if "error" in header:
            raise KnownError(header["error"]["code"], header["error"]["message"], path)
        return header["ok"], payload

    def _advice(self, error: ChildError) -> str:
        if error.code == "timed_out":
            return f"Reading was stopped after {self._timeout_s:.0f} seconds. A larger extract_timeout_s may help."
        if error.code == "out_of_memory":
            return f"Reading was stopped at {self._memory_mb} MB of memory. A larger extract_memory_mb may help."
        return "The reader ended without an answer; the file may be damaged. It is tried again when it changes."


class Extractor(_Reader):
    """Reads files: text, metadata and small copies of pictures. See ``_Reader`` for limits. Not thread-safe."""

    def read(self, path: str, kind: str) -> Extracted:
        """What is in the file at database path ``path``. Raises KnownError naming the file and the reason."""
        found, payload = self._ask({"path": path, "kind": kind}, path)
        return Extracted(
            content_hash=bytes.fromhex(found["content_hash"]), title=found["title"], author=found["author"],
            created=found["created"], pages=found["pages"],
            passages=tuple(Passage(p["text"], p["context"], p["locator"]) for p in found["passages"]),
            notes=tuple(Note(note["code"], note["detail"]) for note in found["notes"]),
            views=tuple(_views(found["views"], payload)), scans=tuple(found["scans"]),
            shot=Shot(**found["shot"]) if found["shot"] else None,
        )

    def _command(self) -> list[str]:
        return ["-m", "indexer.extract", "--memory-mb", str(self._memory_mb)]


class PageReader(_Reader):
    """Draws pages and pictures for people to look at. See ``_Reader`` for limits. Not thread-safe."""

    def read(self, path: str, number: int, width: int, passage: str) -> Page:
        """Page ``number`` of the file at database path ``path``; see ``face.Face.page``.

        Raises KnownError naming the file and the reason.
        """
        found, png = self._ask({"path": path, "number": number, "width": width, "passage": passage}, path)
        return Page(
            base64.b64encode(png).decode("ascii"), found["width"], found["height"], number, found["pages"],
            tuple((mark[0], mark[1], mark[2], mark[3]) for mark in found["marks"]),
        )

    def _command(self) -> list[str]:
        return ["-m", "indexer.extract.page", "--memory-mb", str(self._memory_mb)]

    def _advice(self, error: ChildError) -> str:
        if error.code == "timed_out":
            return f"Drawing it was stopped after {self._timeout_s:.0f} seconds. Open it with another program."
        return "It cannot be drawn here. Open it with another program."


class OcrReader(_Reader):
    """Reads the text in pictures and scanned pages. See ``_Reader`` for limits. Not thread-safe."""

    def read(self, path: str, kind: str, page: int | None = None) -> FoundText:
        """Text of page ``page`` (from 1) of a PDF or TIFF, of the picture itself when None.

        Raises KnownError naming the file and the reason; ``model_missing`` when the recogniser's files are not there.
        """
        found, _ = self._ask({"path": path, "kind": kind, "page": page}, path)
        return FoundText(
            tuple(FoundLine(line["text"], tuple(line["box"]), line["score"]) for line in found["lines"]),
            tuple(Passage(p["text"], "", p["locator"]) for p in found["passages"]),
        )

    def _command(self) -> list[str]:
        return ["-m", "indexer.extract.ocr"]


def _views(described: list[dict[str, Any]], payload: bytes) -> Iterator[View]:
    start = 0
    for view in described:
        end = start + view["bytes"]
        yield View(payload[start:end], view["width"], view["height"], view["locator"], view["phash"])
        start = end
