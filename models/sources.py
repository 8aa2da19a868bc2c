"""Where a model's weights can come from: a file of the user's, a package beside the application, the hub."""

from __future__ import annotations

import hashlib
import importlib.util
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from models.base import ModelFile, ModelSpec
from models.children import Progress, run_job
from models.errors import ModelError
from models.image_files import WEIGHTS

CONVERSION_ROOM = 3
"""Disk space a conversion needs, in sizes of its source: one file of each weight type until one is chosen; or a copy
and both towers in full and in int8."""

_WEIGHTS = "model.safetensors"
_ONLINE = {"HF_HUB_OFFLINE": "0", "HF_HUB_DISABLE_PROGRESS_BARS": "1", "HF_HUB_DISABLE_TELEMETRY": "1"}


@dataclass(frozen=True, slots=True)
class Source:
    """``path``: a GGUF file, or a folder with model.safetensors; for an image model its weights file.

    ``hash_known``: a published hash was held against it.

    ``origin``: ``package``, ``download`` or ``import``.
    """

    path: Path
    origin: str
    hash_known: bool


def from_path(spec: ModelSpec, path: Path) -> Source:
    """A GGUF file, a model.safetensors or the folder around one, as pointed out by the user.

    For an image model: its weights as a .safetensors file of any name, or the folder around open_clip's.

    Raises ModelError ``model_mismatch`` when the hash is known and differs, or the file is of another kind;
    ``model_damaged`` when it cannot be read.
    """
    if spec.image is not None:
        return _image_source(spec, path)
    if path.is_dir() or path.name == _WEIGHTS:
        folder = path if path.is_dir() else path.parent
        if not (folder / _WEIGHTS).is_file():
            raise ModelError("model_mismatch", f"There is no {_WEIGHTS} in {folder}. Point to the folder that has one.")
        return Source(folder, "import", _check_files(spec, folder))
    if not path.is_file():
        raise ModelError("model_missing", f"There is no file {path}.")
    if path.suffix.lower() != ".gguf":
        raise ModelError(
            "model_mismatch", f"{path.name} is neither a .gguf file nor {_WEIGHTS}; other kinds are not read."
        )
    known = next((file for file in spec.files if file.name == path.name), None)
    return Source(path, "import", known is not None and _check_file(spec, path, known))


def from_package(spec: ModelSpec) -> Source | None:
    """The weights shipped with the application, or the weights package of ``spec`` if it is installed.

    Packages are located and never imported. Raises ModelError ``model_mismatch`` when the files are not the expected
    ones.
    """
    if spec.shipped:
        return _shipped(spec)
    if not spec.package:
        return None
    try:
        distribution = metadata.distribution(spec.package)
    except metadata.PackageNotFoundError:
        return None
    for file in distribution.files or ():
        if file.name == _WEIGHTS:
            weights = Path(str(distribution.locate_file(file)))
            if weights.is_file():
                return Source(weights.parent, "package", _check_files(spec, weights.parent))
    return None


def download(spec: ModelSpec, folder: Path, progress: Progress | None) -> Source:
    """All files of ``spec`` from the hub into ``folder``; files already there are not fetched again.

    ``progress`` hears of the first file, the weights. Raises ModelError ``download_failed``, ``model_mismatch``,
    ``disk_full``; an incomplete file stays in ``folder`` and the next call goes on from it.
    """
    if not spec.source:
        raise ModelError("model_missing", f"{spec.id} comes with Hunch and cannot be downloaded. Install Hunch again.")
    for index, file in enumerate(spec.files):
        target = folder / file.name
        # what is done with the weights afterwards needs room as well
        room = 0 if index else 1 if target.suffix == ".gguf" else CONVERSION_ROOM
        # a file gets its final name only after its hash was checked
        if not target.is_file():
            run_job(
                "models.fetch",
                ["--repository", spec.source, "--file", file.name, "--folder", str(folder), "--room", str(room),
                 *(["--sha256", file.sha256] if file.sha256 else [])],
                progress=progress if index == 0 else None,
                environment=_ONLINE,
            )
    weights = spec.files[0]
    ready = folder / weights.name
    whole = ready.suffix == ".gguf" or spec.image is not None
    return Source(ready if whole else folder, "download", weights.sha256 is not None)


def sha256_of(path: Path) -> str:
    """Hex digest of a file. Raises OSError."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _image_source(spec: ModelSpec, path: Path) -> Source:
    weights = path / WEIGHTS if path.is_dir() else path
    if not weights.is_file():
        raise ModelError("model_missing", f"There is no file {weights}.")
    if weights.suffix.lower() != ".safetensors":
        raise ModelError("model_mismatch", f"{path.name} is not a .safetensors file; other kinds are not read.")
    known = _check_file(spec, weights, spec.files[0])
    for file in spec.files[1:]:
        if (weights.parent / file.name).is_file():
            _check_file(spec, weights.parent / file.name, file)
    return Source(weights, "import", known)


def _shipped(spec: ModelSpec) -> Source | None:
    package = importlib.util.find_spec("resources")
    for folder in (package and package.submodule_search_locations) or ():
        weights = Path(folder) / spec.shipped / WEIGHTS
        if weights.is_file():
            return Source(weights, "package", _check_file(spec, weights, spec.files[0]))
    return None


def _check_files(spec: ModelSpec, folder: Path) -> bool:
    """Whether the hash of the weights in ``folder`` is a published one; every known hash must hold."""
    known = False
    for file in spec.files:
        if (folder / file.name).is_file():
            known |= _check_file(spec, folder / file.name, file) and file.name == _WEIGHTS
    return known


def _check_file(spec: ModelSpec, path: Path, file: ModelFile) -> bool:
    if file.sha256 is None:
        return False
    try:
        found = sha256_of(path)
    except OSError as error:
        raise ModelError("model_damaged", f"{path} could not be read: {error.strerror}.") from error
    if found != file.sha256:
        raise ModelError(
            "model_mismatch",
            f"{path} is not the {file.name} of {spec.id} (sha256 {found[:12]}, expected {file.sha256[:12]}). "
            "It may be damaged or of another model; it was not installed.",
        )
    return True
