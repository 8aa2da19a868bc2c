"""open_clip: the one place that imports it, and the reference that compiled towers are held against.

Costs about a gigabyte and seconds to import, so it is loaded by the preparing child and by a running child only where
onnxruntime cannot run the compiled towers.
"""

from __future__ import annotations

import importlib
import json
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import safetensors
import torch
from numpy.typing import NDArray
from PIL import Image

from models.base import ModelSpec, Vectors
from models.errors import ModelError
from models.image_files import CONFIG, WEIGHTS, image_facts
from models.machine import has_bfloat16

_OPERATORS: list[torch.library.Library] = []


def import_open_clip() -> Any:
    """The package open_clip. Raises ImportError."""
    try:
        importlib.import_module("torchvision")
    except RuntimeError:
        # A CPU build of torch beside a torchvision of another build: its compiled operators do not load, and its
        # import fails on their names. Nothing here calls them; the declarations are alive as long as the library is.
        operators: Any = torch.library.Library("torchvision", "DEF")  # type: ignore[no-untyped-call]
        for name in ("nms", "qnms"):
            operators.define(f"{name}(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")
        _OPERATORS.append(operators)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it leaves a file open
        return importlib.import_module("open_clip")


def write_config(folder: Path, spec: ModelSpec) -> None:
    """Write open_clip's configuration of ``spec`` into ``folder``: its architecture, and the catalogue's preprocessing.

    A model whose architecture open_clip does not know keeps the configuration it came with.
    """
    facts = image_facts(spec)
    if not facts.architecture:
        return
    config = {
        "model_cfg": import_open_clip().get_model_config(facts.architecture),
        "preprocess_cfg": {
            "size": facts.size, "mode": "RGB", "mean": facts.mean, "std": facts.std,
            "interpolation": "bicubic", "resize_mode": facts.resize, "fill_color": 0,
        },
    }
    (folder / CONFIG).write_text(json.dumps(config, indent=1), encoding="utf-8")


class ClipModel:
    """The model in ``folder`` as open_clip runs it. Thread-safe.

    Attributes:
        module: the torch module, in evaluation mode.
        transform: open_clip's own preprocessing, picture -> tensor (3, size, size).
    """

    def __init__(self, folder: Path, spec: ModelSpec, *, fast: bool = False) -> None:
        """``fast``: in bfloat16 where the processor has it. Raises ModelError ``model_mismatch``, ``model_damaged``."""
        self._type = torch.bfloat16 if fast and has_bfloat16() else torch.float32
        open_clip = import_open_clip()
        torch.set_num_threads(1)  # inputs run side by side, each on a core of its own
        weights = folder / WEIGHTS
        try:
            self.module, _, transform = open_clip.create_model_and_transforms(
                f"local-dir:{folder}", precision="bf16" if self._type == torch.bfloat16 else "fp32", load_weights=False
            )
            with safetensors.safe_open(weights, "np") as tensors:
                shapes = {name: tuple(tensors.get_slice(name).get_shape()) for name in tensors.keys()}  # noqa: SIM118
            fits = _fit(shapes, self.module)
            if fits:
                open_clip.load_checkpoint(self.module, str(weights))
        except Exception as error:  # a damaged file fails in open_clip, torch or safetensors, each in its own way
            raise ModelError(
                "model_damaged", f"{WEIGHTS} of {spec.id} could not be loaded: {_first_line(error)}. Download it again."
            ) from error
        if not fits:
            raise ModelError(
                "model_mismatch",
                f"The weights do not fit the architecture of {spec.id}: they are of another model. Choose the file of "
                f"{spec.id}.",
            )
        self.module.eval()
        self.transform: Callable[[Image.Image], torch.Tensor] = transform

    def embed_pixels(self, pixels: NDArray[np.float32]) -> Vectors:
        """Vectors (n, dim) of pictures (n, 3, size, size), not brought to unit length."""
        with torch.inference_mode():
            vectors: Vectors = self.module.encode_image(torch.from_numpy(pixels).to(self._type)).float().numpy()
        return vectors

    def embed_ids(self, ids: NDArray[np.int64]) -> Vectors:
        """Vectors (n, dim) of token ids (n, length), not brought to unit length."""
        missing = self.module.context_length - ids.shape[1]
        with torch.inference_mode():
            padded = torch.nn.functional.pad(torch.from_numpy(ids), (0, missing))
            vectors: Vectors = self.module.encode_text(padded).float().numpy()
        return vectors


def _fit(shapes: dict[str, tuple[int, ...]], module: torch.nn.Module) -> bool:
    # open_clip itself would stretch the positions of a model for another size of pictures
    expected = {name: tuple(values.shape) for name, values in module.state_dict().items()}
    return shapes.keys() >= expected.keys() - {"logit_scale", "logit_bias"} and all(
        shape == shapes[name] for name, shape in expected.items() if shape and name in shapes
    )


def _first_line(error: Exception) -> str:
    return str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
