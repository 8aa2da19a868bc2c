"""The image backend: pictures, and texts about them, as vectors of one space.

Every picture and every text is run by itself, one on each core: int8 towers scale their activations by all that is
run together, and a vector must not depend on its company.

Texts are read as they are. Averaging them over wordings such as "a photo of {}" was measured on the demonstration
model, on 300 single objects and 150 unseen scenes: within two hundredths of the plain text, for better (single words)
and for worse (captions).
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from models.base import ModelSpec, Role, Vectors, unit_rows
from models.errors import ModelError
from models.image_files import image_facts
from models.preprocess import decode, pixels_of
from models.tokens import Ids, tokens_of
from models.windows import average_windows


class Towers(Protocol):
    """Both halves of a model, thread-safe; vectors are not brought to unit length."""

    def embed_pixels(self, pixels: NDArray[np.float32]) -> Vectors:
        """(n, dim) of pictures (n, 3, size, size)."""
        ...

    def embed_ids(self, ids: Ids) -> Vectors:
        """(n, dim) of token ids (n, length)."""
        ...


class ImageModel:
    """A loaded image model; satisfies ``models.base.ImageBackend``. Not thread-safe: one child, one model.

    Attributes:
        runs_on: ``onnxruntime``, or ``torch`` where that could not run the compiled towers.
    """

    runs_on: Literal["onnxruntime", "torch"]

    def __init__(self, folder: Path, spec: ModelSpec, *, threads: int = 1) -> None:
        """Load the model in ``folder``. Raises ModelError when neither onnxruntime nor open_clip can run it."""
        self.spec = spec
        self._facts = image_facts(spec)
        self._tokens = tokens_of(spec, folder)
        self.runs_on, self._towers = _load(folder, spec)
        self._workers = ThreadPoolExecutor(threads)

    @property
    def dim(self) -> int:
        """Length of the vectors."""
        return self.spec.dim

    def embed_images(self, images: Sequence[bytes]) -> tuple[Vectors, dict[int, str]]:
        """Vectors of the readable pictures, and by index why another has none; see ``ImageBackend``.

        Raises ModelError ``model_failed`` when a vector is not finite or zero.
        """
        found = list(self._workers.map(self._embed_image, images))
        reasons = {index: one for index, one in enumerate(found) if isinstance(one, str)}
        return self._rows([one for one in found if not isinstance(one, str)]), reasons

    def embed_texts(self, texts: Sequence[str], role: Role) -> Vectors:
        """See ``ImageBackend``. Both roles are alike. Raises ModelError ``model_failed`` as ``embed_images``."""
        windows = [(owner, ids) for owner, text in enumerate(texts) for ids in self._tokens.windows(text)]
        rows = self._rows(list(self._workers.map(self._towers.embed_ids, (ids for _, ids in windows))))
        if len(windows) == len(texts):
            return rows
        owners, weights = [owner for owner, _ in windows], [ids.shape[1] for _, ids in windows]
        return unit_rows(average_windows(rows, owners, weights, len(texts)))

    def close(self) -> None:
        """End the workers."""
        self._workers.shutdown(cancel_futures=True)

    def _embed_image(self, data: bytes) -> Vectors | str:
        try:
            picture = decode(data)
        except ValueError as error:
            return str(error)
        return self._towers.embed_pixels(pixels_of(picture, self._facts))

    def _rows(self, rows: list[Vectors]) -> Vectors:
        return unit_rows(np.concatenate([np.zeros((0, self.dim), dtype=np.float32), *rows]))


def _load(folder: Path, spec: ModelSpec) -> tuple[Literal["onnxruntime", "torch"], Towers]:
    try:
        from models.towers import OnnxModel

        return "onnxruntime", OnnxModel(folder)
    except Exception as error:  # onnxruntime's exceptions have no name of their own
        print(f"onnxruntime cannot run {spec.id}: {error}", file=sys.stderr)
    try:
        from models.clip import ClipModel

        return "torch", ClipModel(folder, spec, fast=True)
    except ImportError as error:
        raise ModelError("model_failed", f"{spec.id} could not be run: {error}. Install Hunch again.") from error
