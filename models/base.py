"""What a model is, and what every backend can do. Imports nothing heavy: the engine reads this."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from models.errors import ModelError

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
class ImageFacts:
    """What a model of pictures has beside the facts of every model.

    Attributes:
        architecture: name among open_clip's configurations, which decides layers and activation; "" when the model
            brings an ``open_clip_config.json`` of its own.
        size: side of the square it looks at, in pixels.
        resize: ``shortest`` cuts the square out of the middle, ``squash`` presses the whole picture into it.
        mean: subtracted from red, green and blue in [0, 1].
        std: divides them afterwards.
        match: cosine a picture and a sentence that describes it usually have; a scale for people, not a threshold.
        tokenizer: ``clip`` is open_clip's own vocabulary; ``pieces`` reads ``tokenizer.json`` and pads with ``pad_id``
            to the whole context.
    """

    architecture: str
    size: int
    resize: Literal["shortest", "squash"]
    mean: tuple[float, float, float]
    std: tuple[float, float, float]
    match: float
    tokenizer: Literal["clip", "pieces"] = "clip"
    pad_id: int = 0


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
        shipped: folder in the package ``resources`` that carries the weights, or "".
        image: facts of a model of pictures; None for a model of texts.
    """

    id: str
    kind: Literal["text", "image"]
    title: str
    source: str
    files: tuple[ModelFile, ...]
    dim: int
    context: int
    licence: str
    languages: str
    advice: str
    pooling: Pooling = "mean"
    query_prefix: str = ""
    document_prefix: str = ""
    matryoshka: tuple[int, ...] = ()
    matryoshka_layer_norm: bool = False
    architecture: str = "bert"
    package: str = ""
    shipped: str = ""
    image: ImageFacts | None = None


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


class ImageBackend(TextBackend, Protocol):
    """Turns pictures, and texts about them, into vectors of one space."""

    def embed_images(self, images: Sequence[bytes]) -> tuple[Vectors, dict[int, str]]:
        """Vectors (readable pictures, dim) as ``embed_texts``, in order; and by index, why a picture has none."""
        ...


def unit_rows(rows: Vectors) -> Vectors:
    """Rows of unit length. Raises ModelError ``model_failed`` for a row that is zero or not finite."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    if not (np.isfinite(lengths).all() and (lengths > 0).all()):
        raise ModelError(
            "model_failed", "The model gave a vector that is not finite. Verify the model file, or install it again."
        )
    return np.ascontiguousarray(rows / lengths, dtype=np.float32)


def space_fingerprint(spec: ModelSpec, file_sha256: str, dim: int, join: str) -> str:
    """Name of the vector space: two vectors may be compared only if this is equal.

    ``join`` names the rule by which title, headings and passage become one text.
    """
    facts = {
        "file": file_sha256, "dim": dim, "pooling": spec.pooling, "query": spec.query_prefix,
        "document": spec.document_prefix, "layer_norm": spec.matryoshka_layer_norm, "unit": True, "join": join,
    }
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()


def image_space_fingerprint(spec: ModelSpec, weights_sha256: str, weight_type: str, view_rule: str) -> str:
    """Name of a space of pictures: two vectors may be compared only if this is equal.

    ``weight_type`` is that of the compiled towers; ``view_rule`` names the rule by which a picture becomes the view
    that is embedded.
    """
    seen = {name: value for name, value in asdict(spec.image).items() if name != "match"} if spec.image else None
    facts = {"weights": weights_sha256, "towers": weight_type, "dim": spec.dim, "view": view_rule, "unit": True,
             "image": seen}
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()
