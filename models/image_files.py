"""An image model on disk: a folder in open_clip's local form with the compiled towers beside the weights."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

from models.base import ImageFacts, ModelSpec
from models.errors import ModelError

WEIGHTS = "open_clip_model.safetensors"
CONFIG = "open_clip_config.json"
IMAGE_TOWER = "image.onnx"
TEXT_TOWER = "text.onnx"


def image_facts(spec: ModelSpec) -> ImageFacts:
    """What is special about an image model. Raises ModelError ``model_mismatch`` for a text model."""
    if spec.image is None:
        raise ModelError("model_mismatch", f"{spec.id} reads texts, not pictures. Choose a picture model.")
    return spec.image


def copy_files(spec: ModelSpec, weights: Path, folder: Path) -> None:
    """Copy ``weights`` and the model's other files, which lie beside it, into ``folder``.

    Raises ModelError ``model_mismatch`` when one is not there, OSError.
    """
    folder.mkdir()
    shutil.copyfile(weights, folder / WEIGHTS)
    for file in spec.files[1:]:
        beside = weights.parent / file.name
        if not beside.is_file():
            raise ModelError(
                "model_mismatch", f"There is no {file.name} beside {weights.name}; {spec.id} needs both files."
            )
        shutil.copyfile(beside, folder / file.name)


def is_compiled(folder: Path) -> bool:
    """Whether both towers are there."""
    return (folder / IMAGE_TOWER).is_file() and (folder / TEXT_TOWER).is_file()


def flush_files(folder: Path) -> None:
    """Wait until all files in ``folder`` are on the disk. Raises OSError."""
    for path in folder.iterdir():
        with path.open("rb+") as stream:
            os.fsync(stream.fileno())


def folder_digest(folder: Path) -> str:
    """Hex digest of the names and contents of all files in ``folder``. Raises OSError."""
    digest = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        with path.open("rb") as stream:
            digest.update(f"{path.name} {hashlib.file_digest(stream, 'sha256').hexdigest()}\n".encode())
    return digest.hexdigest()
