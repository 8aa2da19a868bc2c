"""``models.json``: which models are installed, and what was measured. Written whole or not at all."""

from __future__ import annotations

import errno
import json
import os
import shutil
import tempfile
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from models.errors import ModelError

_VERSION = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One installed model: its blob's ``sha256`` and ``size`` in bytes, and where it came from.

    ``origin``: ``package``, ``download`` or ``import``. ``hash_known``: the source's hash was published, rather than
    trusted at the first sight. ``folder``: for an image model, its folder among the blobs, named by the digest of all
    its files; ``sha256`` and ``size`` are those of the weights in it.
    """

    sha256: str
    size: int
    weight_type: str
    origin: str
    hash_known: bool
    folder: str = ""


@dataclass(slots=True)
class Manifest:
    """The content of the file.

    Attributes:
        models: installed models by id.
        weight_types: the type chosen for a model on a machine, kept when the model is removed: "id @ machine" -> type.
        settings: measured run settings: "sha256 @ machine" -> settings.
    """

    models: dict[str, Entry] = field(default_factory=dict)
    weight_types: dict[str, str] = field(default_factory=dict)
    settings: dict[str, dict[str, Any]] = field(default_factory=dict)


def read_manifest(path: Path) -> Manifest:
    """The manifest, empty when there is none. Raises ModelError ``model_damaged`` when it cannot be understood."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Manifest()
    except OSError as error:
        raise ModelError("model_damaged", f"{path} could not be read: {error.strerror}.") from error
    try:
        value = json.loads(text)
        if value["version"] != _VERSION:
            raise ModelError("model_damaged", f"{path} was written by a newer Hunch. Use that, or remove the file.")
        return Manifest(
            {model_id: Entry(**entry) for model_id, entry in value["models"].items()},
            dict(value["weight_types"]), dict(value["settings"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(
            "model_damaged", f"{path} is damaged ({error}). Remove it and install the models again."
        ) from error


def write_manifest(path: Path, manifest: Manifest) -> None:
    """Replace the file in one step. Raises ModelError ``read_only`` or ``disk_full`` by way of ``storage_error``."""
    data = json.dumps({"version": _VERSION, **asdict(manifest)}, indent=1, sort_keys=True)
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".models-", suffix=".json")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise storage_error(path.parent, error) from error


def storage_error(folder: Path, error: OSError) -> ModelError:
    """The ModelError for a failure to write below ``folder``."""
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return ModelError("disk_full", f"There is no room left in {folder}. Make room and try again.")
    return ModelError("read_only", f"{folder} could not be written: {error.strerror}. Check its permissions.")


def require_room(folder: Path, needed: int) -> None:
    """Raises ModelError ``disk_full`` when less than ``needed`` bytes are free below ``folder``."""
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise ModelError(
            "disk_full",
            f"Installing needs {needed // 1_000_000} MB, but {folder} has only {free // 1_000_000} MB free. "
            "Make room, or choose another data folder.",
        )
