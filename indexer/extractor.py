"""The parent's side of extraction: one worker process, one file at a time, within limits."""

from __future__ import annotations

from dataclasses import dataclass

from indexer.child import Child, ChildError
from indexer.errors import KnownError
from indexer.extract.document import Note, Passage

_MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Extracted:
    """What the worker made of one file. ``content_hash`` is the SHA-256 of its bytes."""

    content_hash: bytes
    title: str | None
    author: str | None
    created: str | None
    pages: int | None
    passages: tuple[Passage, ...]
    notes: tuple[Note, ...]


class Extractor:
    """Reads files in a worker process that is killed and replaced when it oversteps. Not thread-safe.

    Args:
        timeout_s: wall-clock seconds one file may take.
        memory_mb: resident megabytes the worker may use.
        background: the worker gives way to every other program.
    """

    def __init__(self, timeout_s: float, memory_mb: int, *, background: bool = False) -> None:
        self._timeout_s = timeout_s
        self._memory_mb = memory_mb
        self._child = Child(
            ["-m", "indexer.extract", "--memory-mb", str(memory_mb)], memory_bytes=memory_mb * _MEGABYTE,
            background=background,
        )

    def read(self, path: str, kind: str) -> Extracted:
        """Text of the file at database path ``path``. Raises KnownError naming the file and the reason."""
        try:
            header, _ = self._child.request({"path": path, "kind": kind}, deadline_s=self._timeout_s)
        except ChildError as error:
            raise KnownError(error.code, self._advice(error), path) from error
        if "error" in header:
            raise KnownError(header["error"]["code"], header["error"]["message"], path)
        found = header["ok"]
        return Extracted(
            content_hash=bytes.fromhex(found["content_hash"]), title=found["title"], author=found["author"],
            created=found["created"], pages=found["pages"],
            passages=tuple(Passage(p["text"], p["context"], p["locator"]) for p in found["passages"]),
            notes=tuple(Note(note["code"], note["detail"]) for note in found["notes"]),
        )

    def kill(self) -> None:
        """End the worker now; a read in another thread fails with KnownError crashed."""
        self._child.kill()

    def close(self) -> None:
        """End the worker."""
        self._child.close()

    def _advice(self, error: ChildError) -> str:
        if error.code == "timed_out":
            return f"Reading was stopped after {self._timeout_s:.0f} seconds. A larger extract_timeout_s may help."
        if error.code == "out_of_memory":
            return f"Reading was stopped at {self._memory_mb} MB of memory. A larger extract_memory_mb may help."
        return "The reader ended without an answer; the file may be damaged. It is tried again when it changes."
