"""Compiled towers on onnxruntime."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from models.base import Vectors
from models.image_files import IMAGE_TOWER, TEXT_TOWER


class OnnxModel:
    """Both towers of the model in ``folder``. Thread-safe. Raises what onnxruntime raises when it cannot run them."""

    def __init__(self, folder: Path) -> None:
        self._image = session_of(folder / IMAGE_TOWER)
        self._text = session_of(folder / TEXT_TOWER)

    def embed_pixels(self, pixels: NDArray[np.float32]) -> Vectors:
        """Vectors (n, dim) of pictures (n, 3, size, size), not brought to unit length."""
        return run_tower(self._image, pixels)

    def embed_ids(self, ids: NDArray[np.int64]) -> Vectors:
        """Vectors (n, dim) of token ids (n, length), not brought to unit length."""
        return run_tower(self._text, ids)


def session_of(path: Path) -> onnxruntime.InferenceSession:
    """A session on one core: inputs run side by side, each on a core of its own."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def run_tower(session: onnxruntime.InferenceSession, values: NDArray[Any]) -> Vectors:
    """What the tower answers, (n, dim)."""
    vectors: Vectors = session.run(None, {"input": values})[0]
    return vectors
