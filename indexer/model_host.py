"""The text model, in a child process: queries before batches, ended when idle, started again when needed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import numpy as np
from numpy.typing import NDArray

from indexer.child import Child, ChildError
from indexer.errors import KnownError
from models.base import Role
from models.frames import Header

Vectors = NDArray[np.float32]

_SLICE_CHARACTERS = 6_000
_SLICE_PICTURES = 8
_LOAD_SECONDS = 120.0
_REQUEST_SECONDS = 120.0
_IDLE_SECONDS = 300.0


class ModelHost:
    """Embeds texts in a child process. Thread-safe.

    A batch is sent in slices of a fraction of a second's work, and a waiting query goes between two of them.

    Args:
        command: arguments that start the model child, after the interpreter.
        idle_s: asked for the seconds without a request after which the child is ended and its memory returned.
        background: the child gives way to every other program.
    """

    def __init__(
        self, command: Sequence[str], idle_s: Callable[[], float] = lambda: _IDLE_SECONDS, *, background: bool = False
    ) -> None:
        self._command = command
        self._background = background
        self._idle_s = idle_s
        self._child: Child | None = None
        self._turn = threading.Condition()
        self._busy = False
        self._urgent_waiting = 0
        self._idle_timer: threading.Timer | None = None
        self._closed = False

    def embed_query(self, text: str) -> Vectors:
        """Vector of shape (dim,), unit length. Raises KnownError model_failed or model_missing."""
        vector: Vectors = self._embed([text], "query", urgent=True)[0]
        return vector

    def embed_sentences(self, texts: Sequence[str]) -> Vectors:
        """As ``embed_documents``, for somebody who waits: in one piece, before any batch."""
        return self._embed(texts, "document", urgent=True)

    def embed_documents(self, texts: Sequence[str]) -> Vectors:
        """Vectors of shape (len(texts), dim), in the order given. Raises KnownError model_failed or model_missing."""
        vectors: list[Vectors | None] = [None] * len(texts)
        for members in _slices(texts):
            found = self._embed([texts[index] for index in members], "document", urgent=False)
            for index, vector in zip(members, found, strict=True):
                vectors[index] = vector
        return np.array(vectors, dtype=np.float32)

    def embed_pictures(self, pictures: Sequence[bytes]) -> tuple[Vectors, dict[int, str]]:
        """Vectors (readable pictures, dim), in the order given, of encoded pictures; and by index, why one has none.

        Raises KnownError as ``embed_documents``.
        """
        rows: list[Vectors] = []
        unreadable: dict[int, str] = {}
        for start in range(0, len(pictures), _SLICE_PICTURES):
            part = pictures[start : start + _SLICE_PICTURES]
            request: Header = {"op": "embed_images", "lengths": [len(picture) for picture in part]}
            found, answer = self._request(request, b"".join(part), urgent=False)
            rows.append(found)
            unreadable.update((start + one["index"], one["message"]) for one in answer["unreadable"])
        return np.concatenate(rows), unreadable

    @property
    def pid(self) -> int | None:
        """Process id of the model child while it runs."""
        return self._child.pid if self._child else None

    def kill(self) -> None:
        """End the child for good, now; a request in another thread fails with KnownError model_failed."""
        self._closed = True
        child = self._child
        if child is not None:
            child.kill()

    def close(self) -> None:
        """End the child for good. A request that runs now is waited for."""
        with self._turn_taken(urgent=False):
            self._closed = True
            self._end_child()

    def _embed(self, texts: Sequence[str], role: Role, *, urgent: bool) -> Vectors:
        return self._request({"op": "embed", "role": role, "texts": list(texts)}, b"", urgent=urgent)[0]

    def _request(self, request: Header, content: bytes, *, urgent: bool) -> tuple[Vectors, Header]:
        with self._turn_taken(urgent):
            if self._closed:
                raise KnownError("model_failed", "The model was already closed.")
            try:
                header, payload = self._ask(request, content)
            except ChildError as first:
                if self._closed:
                    raise KnownError("model_failed", "The model was closed while reading.") from first
                # Killed from outside or out of luck once; a text that ends the model itself fails twice.
                try:
                    header, payload = self._ask(request, content)
                except ChildError as error:
                    raise KnownError("model_failed", f"The model stopped twice while reading: {error}.") from error
        if "error" in header:
            raise KnownError(header["error"]["code"], header["error"]["message"])
        answer: Header = header["ok"]
        return np.frombuffer(payload, dtype=np.float32).reshape(answer["rows"], answer["dim"]), answer

    def _ask(self, request: Header, content: bytes) -> tuple[Header, bytes]:
        if self._child is None:
            self._child = Child(self._command, background=self._background)
        deadline = _REQUEST_SECONDS if self._child.pid else _LOAD_SECONDS
        return self._child.request(request, content, deadline_s=deadline)

    @contextmanager
    def _turn_taken(self, urgent: bool) -> Iterator[None]:
        with self._turn:
            self._urgent_waiting += urgent
            self._turn.wait_for(lambda: not self._busy and (urgent or not self._urgent_waiting))
            self._urgent_waiting -= urgent
            self._busy = True
            if self._idle_timer is not None:
                self._idle_timer.cancel()
        try:
            yield
        finally:
            with self._turn:
                self._busy = False
                if not self._closed:
                    self._idle_timer = threading.Timer(self._idle_s(), self._end_if_idle)
                    self._idle_timer.daemon = True
                    self._idle_timer.start()
                self._turn.notify_all()

    def _end_if_idle(self) -> None:
        with self._turn:
            if not self._busy:
                self._end_child()

    def _end_child(self) -> None:
        if self._child is not None:
            self._child.close()
            self._child = None


def _slices(texts: Sequence[str]) -> Iterator[list[int]]:
    """Indices in groups of similar length, so that short texts are not padded or packed with long ones."""
    group: list[int] = []
    characters = 0
    for index in sorted(range(len(texts)), key=lambda i: len(texts[i])):
        if group and characters + len(texts[index]) > _SLICE_CHARACTERS:
            yield group
            group, characters = [], 0
        group.append(index)
        characters += len(texts[index])
    if group:
        yield group
