"""What a model is, and what every backend can do. Imports nothing heavy: the engine reads this."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
Role = Literal["query", "document"]
Pooling = Literal["mean", "cls", "last"]


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One file of a model. ``sha256`` and ``size`` (bytes) are None where nobody has published them."""

    name: str
    sha256: str | None = None
    size: int | None = None


@dataclass(frozen=True, slots=True)
class ModelSpec:
    """A catalogue entry: everything that decides what the model's vectors mean, and who should pick it.

    Attributes:
        dim: length of a full vector.
        matryoshka: shorter lengths the vector may be cut to (Kusupati et al., arXiv 2205.13147).
        matryoshka_layer_norm: apply layer normalisation before cutting (nomic-embed-text).
        context: longest input in tokens, special tokens included.
        source: repository on the hub, ``owner/name``.
        architecture: ``general.architecture`` of its GGUF file.
        package: distribution that carries the weights and may be installed beside the application, or "".
    """

    id: str
    kind: Literal["text", "image"]
    title: str
    source: str
    files: tuple[ModelFile, ...]
    dim: int
    context: int
    pooling: Pooling
    licence: str
    languages: str
    advice: str
    query_prefix: str = ""
    document_prefix: str = ""
    matryoshka: tuple[int, ...] = ()
    matryoshka_layer_norm: bool = False
    architecture: str = "bert"
    package: str = ""


class TextBackend(Protocol):
    """Turns texts into vectors."""

    spec: ModelSpec

    @property
    def dim(self) -> int:
        """Length of the vectors returned."""
        ...

    def embed_texts(self, texts: Sequence[str], role: Role) -> Vectors:
        """Vectors of shape (len(texts), dim), float32, finite, of unit length. ``[]`` gives shape (0, dim)."""
        ...


def space_fingerprint(spec: ModelSpec, file_sha256: str, dim: int, join: str) -> str:
    """Name of the vector space: two vectors may be compared only if this is equal.

    ``join`` names the rule by which title, headings and passage become one text.
    """
    facts = {
        "file": file_sha256, "dim": dim, "pooling": spec.pooling, "query": spec.query_prefix,
        "document": spec.document_prefix, "layer_norm": spec.matryoshka_layer_norm, "unit": True, "join": join,
    }
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()
