"""The model child: loads one model and answers frames on stdin until it ends.

Requests: ``{"op": "embed", "role": "query" | "document", "texts": [...]}`` answered by
``{"ok": {"rows": n, "dim": d}}`` and a float32 row-major payload; ``{"op": "info"}``. An image model also knows
``{"op": "embed_images", "lengths": [...]}`` with encoded pictures (WEBP, PNG, JPEG) one after the other as payload,
``lengths`` in bytes; its answer has ``"unreadable": [{"index", "message"}]`` beside, and rows for the other pictures
only. The model is loaded at the first request. Anything wrong with it or with a request is answered by
``{"error": {"code", "message"}}``, and the child goes on.
"""

from __future__ import annotations

import argparse
import os
from itertools import accumulate
from pathlib import Path
from typing import Any

from models.catalogue import spec_of
from models.errors import ModelError
from models.frames import MAX_PAYLOAD_BYTES, Header
from models.serve import error_header, serve_payloads

MOST_PICTURES = 1024
"""In one request."""


class _Child:
    def __init__(self, arguments: argparse.Namespace) -> None:
        self._arguments = arguments
        self._backend: Any = None

    def answer(self, request: Header, payload: bytes) -> tuple[Header, bytes]:
        try:
            return self._answer(request, payload)
        except ModelError as error:
            return error_header(error.code, error.message), b""

    def close(self) -> None:
        if self._backend is not None:
            self._backend.close()

    def _answer(self, request: Header, payload: bytes) -> tuple[Header, bytes]:
        backend = self._loaded()
        match request:
            case {"op": "info"}:
                return {"ok": {"model": backend.spec.id, "dim": backend.dim, "pid": os.getpid(),
                               "runs_on": backend.runs_on}}, b""
            case {"op": "embed", "role": "query" | "document" as role, "texts": list(texts)}:
                if not all(isinstance(text, str) for text in texts):
                    raise ModelError("model_failed", "Every text must be a string.")
                if len(texts) * backend.dim * 4 > MAX_PAYLOAD_BYTES:
                    raise ModelError("model_failed", f"{len(texts)} texts are more than one answer can hold.")
                vectors = backend.embed_texts(texts, role)
                return {"ok": {"rows": len(texts), "dim": backend.dim}}, vectors.tobytes()
            case {"op": "embed_images", "lengths": list(lengths)} if backend.spec.image is not None:
                vectors, unreadable = backend.embed_images(_pictures(lengths, payload))
                told = [{"index": index, "message": message} for index, message in unreadable.items()]
                return {"ok": {"rows": len(vectors), "dim": backend.dim, "unreadable": told}}, vectors.tobytes()
            case _:
                raise ModelError("model_failed", "The request is not one this process knows.")

    def _loaded(self) -> Any:
        if self._backend is None and self._arguments.folder is not None:
            from models.image import ImageModel

            given = self._arguments
            self._backend = ImageModel(given.folder, spec_of(given.model), threads=given.threads)
        elif self._backend is None:
            # llama.cpp's library is loaded by this import: only after stdout is private
            from models.text import TextModel

            given = self._arguments
            self._backend = TextModel(
                given.gguf, spec_of(given.model), dim=given.dim, threads=given.threads,
                flash_attention=bool(given.flash_attn), pack_tokens=given.pack,
            )
        return self._backend


def _pictures(lengths: list[Any], payload: bytes) -> list[bytes]:
    if not all(isinstance(length, int) and length >= 0 for length in lengths) or sum(lengths) != len(payload):
        raise ModelError("model_failed", "The lengths of the pictures do not fit what was sent.")
    if len(lengths) > MOST_PICTURES:
        raise ModelError("model_failed", f"{len(lengths)} pictures are more than {MOST_PICTURES} at once.")
    ends = list(accumulate(lengths))
    return [payload[end - length : end] for length, end in zip(lengths, ends, strict=True)]


def main() -> None:
    os.environ["HF_HUB_OFFLINE"] = "1"
    parser = argparse.ArgumentParser(prog="python -m models", description=__doc__)
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--gguf", type=Path, help="file of a text model")
    source.add_argument("--folder", type=Path, help="folder of an image model")
    parser.add_argument("--model", required=True)
    parser.add_argument("--dim", type=int)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--flash-attn", type=int, choices=(0, 1), default=1)
    parser.add_argument("--pack", type=int, default=256, help="tokens run side by side when texts are short")
    child = _Child(parser.parse_args())
    try:
        serve_payloads(child.answer)
    except BrokenPipeError:
        pass  # the parent is gone
    finally:
        child.close()


if __name__ == "__main__":
    main()
