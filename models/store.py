"""The model folder: ``blobs/<sha256>`` and ``models.json``. Any source will do as long as the hash holds.

A text model is one file; an image model is a folder named by the digest of its files, weights and compiled towers.

A model appears in ``models.json`` only after its file is whole, checked, has run once, and is in place; an
interruption at any moment leaves what was there before. Native code and networking run in children.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

from models.base import ModelSpec
from models.catalogue import spec_of
from models.children import Progress, run_job
from models.errors import ModelError
from models.image_files import WEIGHTS, copy_files, flush_files, folder_digest, is_compiled
from models.machine import RunSettings, machine_key, most_threads
from models.manifest import Entry, Manifest, read_manifest, require_room, storage_error, write_manifest
from models.sources import CONVERSION_ROOM, Source, download, from_package, from_path, sha256_of


@dataclass(frozen=True, slots=True)
class Installed:
    """A model ready to run. ``path``: its GGUF file, or the weights in the folder of an image model.

    ``origin``: ``package``, ``download`` or ``import``.

    ``hash_known`` is False when no hash was published for the source and the first sight was trusted.
    """

    spec: ModelSpec
    path: Path
    sha256: str
    size: int
    weight_type: str
    origin: str
    hash_known: bool


class ModelStore:
    """Models in one folder, created when the first is installed. All failures are ModelError."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.absolute()
        self._manifest_path = self._folder / "models.json"
        self._blobs = self._folder / "blobs"

    def installed(self) -> list[Installed]:
        """Every model that is installed and in place, in order of id; those no longer in the catalogue are left out."""
        found = []
        for model_id in sorted(self._manifest().models):
            try:
                found.append(self.resolve(model_id))
            except ModelError:
                continue
        return found

    def resolve(self, model_id: str) -> Installed:
        """The installed model. Raises ``model_unknown``, ``model_missing``, ``model_damaged`` (wrong size)."""
        spec = spec_of(model_id)
        entry = self._manifest().models.get(spec.id)
        path = self._blobs / (f"{entry.folder}/{WEIGHTS}" if entry.folder else entry.sha256) if entry else None
        if entry is None or path is None or not path.is_file():
            raise ModelError("model_missing", f"{spec.id} is not installed. Get it with: hunch models fetch {spec.id}")
        if path.stat().st_size != entry.size:
            raise ModelError(
                "model_damaged",
                f"{path} is {path.stat().st_size} bytes long instead of {entry.size}. "
                f"Install it again with: hunch models fetch {model_id}",
            )
        return Installed(spec, path, entry.sha256, entry.size, entry.weight_type, entry.origin, entry.hash_known)

    def obtain(self, model_id: str, progress: Progress | None = None) -> Installed:
        """The model, installed from the package beside the application or else the hub if it is not there yet.

        Raises ``model_unknown``, ``download_failed``, ``model_mismatch``, ``disk_full``, ``read_only``,
        ``model_failed``.
        """
        try:
            installed = self.resolve(model_id)
        except ModelError as error:
            if error.code not in ("model_missing", "model_damaged"):
                raise
            return self._install(spec_of(model_id), self._find_source(spec_of(model_id), progress))
        self.command(installed.spec.id)
        return self.resolve(model_id)

    def obtain_offline(self, model_id: str) -> Installed | None:
        """The model, installed from the package beside the application if that has it; None when it is nowhere here.

        Raises as ``obtain``, but never downloads.
        """
        try:
            return self.resolve(model_id)
        except ModelError as error:
            if error.code != "model_missing":
                raise
        source = from_package(spec_of(model_id))
        return self._install(spec_of(model_id), source) if source else None

    def import_path(self, model_id: str, path: Path) -> Installed:
        """Install from a file or folder that ``sources.from_path`` accepts; replaces what was installed.

        Raises as ``obtain``; ``model_mismatch`` when the file is not of this model.
        """
        spec = spec_of(model_id)
        return self._install(spec, from_path(spec, path.absolute()))

    def verify(self, model_id: str) -> Installed:
        """Read the model's files and compare their hash with the record. Raises ``model_damaged`` when it differs."""
        installed = self.resolve(model_id)
        try:
            if installed.spec.image is None:
                whole = sha256_of(installed.path) == installed.sha256
            else:
                whole = folder_digest(installed.path.parent) == installed.path.parent.name
        except OSError as error:
            raise ModelError("model_damaged", f"{installed.path} could not be read: {error.strerror}.") from error
        if not whole:
            raise ModelError(
                "model_damaged",
                f"{installed.path} has changed since it was installed. Install it again with: "
                f"hunch models remove {model_id}, then hunch models fetch {model_id}",
            )
        return installed

    def remove(self, model_id: str) -> None:
        """Forget the model and delete its file. Raises ``model_unknown``, ``model_missing``."""
        spec = spec_of(model_id)
        manifest = self._manifest()
        if spec.id not in manifest.models:
            raise ModelError("model_missing", f"{spec.id} is not installed.")
        del manifest.models[spec.id]
        write_manifest(self._manifest_path, manifest)
        self._drop_unused_blobs(manifest)

    def settings(self, model_id: str) -> RunSettings:
        """How to run a text model on this machine, measured in a few seconds when it was not yet.

        Raises as ``obtain``.
        """
        installed = self.resolve(model_id)
        key = _on_this_machine(installed.sha256)
        manifest = self._manifest()
        if key not in manifest.settings:
            result = run_job("models.prepare", ["--model", model_id, "--source", str(installed.path)])
            manifest = self._manifest()
            manifest.settings[key] = result["settings"]
            write_manifest(self._manifest_path, manifest)
        return RunSettings(**manifest.settings[key])

    def command(self, model_id: str, dim: int | None = None) -> list[str]:
        """What follows the Python interpreter on the command line of this model's child. Raises as ``obtain``.

        Towers of an image model that are gone are compiled again.
        """
        installed = self.resolve(model_id)
        if installed.spec.image is not None:
            if not is_compiled(installed.path.parent):
                source = Source(installed.path, installed.origin, installed.hash_known)
                installed = self._install(installed.spec, source)
            return ["-m", "models", "--folder", str(installed.path.parent), "--model", installed.spec.id,
                    "--threads", str(most_threads())]
        settings = self.settings(model_id)
        return [
            "-m", "models", "--gguf", str(installed.path), "--model", model_id,
            *([] if dim is None else ["--dim", str(dim)]), "--threads", str(settings.threads),
            "--flash-attn", str(int(settings.flash_attention)), "--pack", str(settings.pack_tokens),
        ]

    def _find_source(self, spec: ModelSpec, progress: Progress | None) -> Source:
        refused: ModelError | None = None
        try:
            if beside := from_package(spec):
                return beside
        except ModelError as error:
            refused = error
        try:
            self._make_folders()
            return download(spec, self._downloads(spec), progress)
        except ModelError as error:
            if refused is None:
                raise
            message = f"{error.message} The package {spec.package} was refused: {refused}"
            raise ModelError(error.code, message) from error

    def _install(self, spec: ModelSpec, source: Source) -> Installed:
        self._make_folders()
        if spec.image is not None:
            return self._install_image(spec, source)
        choice = _on_this_machine(spec.id)
        with self._staging() as staging:
            try:
                arguments = self._stage(spec, source, staging, self._manifest().weight_types.get(choice))
                result = run_job("models.prepare", arguments)
                file = Path(result["file"])
                sha256, size = sha256_of(file), file.stat().st_size
                file.replace(self._blobs / sha256)
            except OSError as error:
                raise storage_error(self._folder, error) from error
        manifest = self._manifest()
        manifest.models[spec.id] = Entry(sha256, size, result["weight_type"], source.origin, source.hash_known)
        if source.path.is_dir():
            manifest.weight_types[choice] = result["weight_type"]
        manifest.settings[_on_this_machine(sha256)] = result["settings"]
        return self._record(spec, manifest)

    def _install_image(self, spec: ModelSpec, source: Source) -> Installed:
        with self._staging() as staging:
            try:
                require_room(self._folder, CONVERSION_ROOM * source.path.stat().st_size)
                made = staging / "model"
                copy_files(spec, source.path, made)
                result = run_job("models.prepare", ["--model", spec.id, "--source", str(made)])
                sha256, size = sha256_of(made / WEIGHTS), (made / WEIGHTS).stat().st_size
                flush_files(made)
                target = self._blobs / folder_digest(made)
                if target.exists():
                    target.rename(staging / "old")
                made.rename(target)
            except OSError as error:
                raise storage_error(self._folder, error) from error
        manifest = self._manifest()
        manifest.models[spec.id] = Entry(
            sha256, size, result["weight_type"], source.origin, source.hash_known, target.name
        )
        return self._record(spec, manifest)

    def _record(self, spec: ModelSpec, manifest: Manifest) -> Installed:
        write_manifest(self._manifest_path, manifest)
        self._drop_unused_blobs(manifest)
        shutil.rmtree(self._downloads(spec), ignore_errors=True)
        with suppress(OSError):
            self._downloads(spec).parent.rmdir()
        return self.resolve(spec.id)

    def _stage(self, spec: ModelSpec, source: Source, staging: Path, weight_type: str | None) -> list[str]:
        """Arguments of the preparing child, after making sure there is room for what it does."""
        arguments = ["--model", spec.id, "--staging", str(staging)]
        if source.path.is_dir():
            require_room(self._folder, CONVERSION_ROOM * (source.path / "model.safetensors").stat().st_size)
            chosen = ["--weight-type", weight_type] if weight_type else []
            return [*arguments, "--source", str(source.path), *chosen]
        require_room(self._folder, source.path.stat().st_size)
        copy = staging / source.path.name
        shutil.copyfile(source.path, copy)
        with copy.open("rb+") as stream:
            os.fsync(stream.fileno())
        return [*arguments, "--source", str(copy)]

    def _manifest(self) -> Manifest:
        return read_manifest(self._manifest_path)

    def _downloads(self, spec: ModelSpec) -> Path:
        return self._folder / "downloads" / spec.id

    def _make_folders(self) -> None:
        try:
            self._blobs.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise storage_error(self._folder, error) from error

    @contextmanager
    def _staging(self) -> Iterator[Path]:
        """A folder on the same disk, removed at the end; those of installations that were killed go too."""
        for old in self._folder.glob("staging-*"):
            owner = old.name.split("-")[1]
            if not (owner.isdigit() and psutil.pid_exists(int(owner))):
                shutil.rmtree(old, ignore_errors=True)
        try:
            folder = Path(tempfile.mkdtemp(dir=self._folder, prefix=f"staging-{os.getpid()}-"))
        except OSError as error:
            raise storage_error(self._folder, error) from error
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _drop_unused_blobs(self, manifest: Manifest) -> None:
        used = {entry.folder or entry.sha256 for entry in manifest.models.values()}
        for blob in self._blobs.iterdir():
            if blob.name not in used and blob.is_dir():
                shutil.rmtree(blob, ignore_errors=True)
            elif blob.name not in used:
                # a file that a running child holds open cannot go on some systems; the next installation drops it
                with suppress(OSError):
                    blob.unlink()


def _on_this_machine(name: str) -> str:
    return f"{name} @ {machine_key()}"
