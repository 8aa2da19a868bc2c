from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import models.store
from models.base import ModelFile
from models.catalogue import spec_of
from models.children import run_job
from models.errors import ModelError
from models.image_catalogue import DEFAULT_IMAGE_MODEL, DRAWN_IMAGE_MODEL
from models.image_files import CONFIG, IMAGE_TOWER, TEXT_TOWER, WEIGHTS
from models.sources import from_package, sha256_of
from models.store import ModelStore
from tests.helpers.hub import Hub
from tests.helpers.tiny_clip import write_tiny_clip

DRAWN = spec_of(DRAWN_IMAGE_MODEL)


@pytest.fixture
def store(picture_models: Path, tmp_path: Path) -> ModelStore:
    """A store of its own in which the tiny CLIP is installed."""
    shutil.copytree(picture_models, tmp_path / "models")
    return ModelStore(tmp_path / "models")


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Towers are not compiled but stood in for; the models asked for."""
    asked: list[str] = []

    def job(module: str, arguments: list[str], **options: Any) -> dict[str, Any]:
        if module != "models.prepare":
            return run_job(module, arguments, **options)
        asked.append(arguments[1])
        for name in (IMAGE_TOWER, TEXT_TOWER):
            (Path(arguments[3]) / name).write_bytes(b"tower")
        return {"weight_type": "int8"}

    monkeypatch.setattr(models.store, "run_job", job)
    return asked


def _refused(job: Callable[[], object], code: str) -> str:
    with pytest.raises(ModelError) as caught:
        job()
    assert caught.value.code == code, caught.value.message
    return caught.value.message


def test_installed_with_its_towers(store: ModelStore, tiny_clip: Path) -> None:
    installed = store.resolve(DRAWN.id)
    assert (installed.sha256, installed.weight_type) == (sha256_of(tiny_clip / WEIGHTS), "int8")
    assert {path.name for path in installed.path.parent.iterdir()} == {WEIGHTS, CONFIG, IMAGE_TOWER, TEXT_TOWER}
    assert store.verify(DRAWN.id) == installed
    assert store.installed() == [installed]


@pytest.mark.parametrize("name", [WEIGHTS, CONFIG, IMAGE_TOWER, TEXT_TOWER])
def test_a_changed_file_is_found(name: str, store: ModelStore) -> None:
    path = store.resolve(DRAWN.id).path.with_name(name)
    data = path.read_bytes()
    path.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    assert "Install it again" in _refused(lambda: store.verify(DRAWN.id), "model_damaged")


def test_weights_cut_or_gone(store: ModelStore) -> None:
    path = store.resolve(DRAWN.id).path
    path.write_bytes(path.read_bytes()[:-1])
    _refused(lambda: store.resolve(DRAWN.id), "model_damaged")
    path.unlink()
    _refused(lambda: store.resolve(DRAWN.id), "model_missing")


def test_towers_that_are_gone_are_compiled_again(store: ModelStore, quick: list[str]) -> None:
    before = store.resolve(DRAWN.id)
    store.command(DRAWN.id)
    assert quick == []
    before.path.with_name(IMAGE_TOWER).unlink()
    folder = Path(store.command(DRAWN.id)[3])
    assert quick == [DRAWN.id]
    assert (folder / IMAGE_TOWER).is_file()
    after = store.verify(DRAWN.id)
    assert after.path.parent == folder
    assert (after.sha256, after.origin) == (before.sha256, before.origin)
    assert not before.path.exists()


def test_remove_deletes_the_folder(store: ModelStore) -> None:
    folder = store.resolve(DRAWN.id).path.parent
    store.remove(DRAWN.id)
    assert not folder.exists()
    assert store.installed() == []


def test_installing_the_same_again_repairs_it(store: ModelStore, tiny_clip: Path, quick: list[str]) -> None:
    first = store.import_path(DRAWN.id, tiny_clip)
    first.path.write_bytes(b"damaged")
    assert store.import_path(DRAWN.id, tiny_clip) == first
    assert store.verify(DRAWN.id) == first


def test_a_file_of_any_name_is_taken(store: ModelStore, tiny_clip: Path, tmp_path: Path, quick: list[str]) -> None:
    shutil.copyfile(tiny_clip / WEIGHTS, tmp_path / "clip.safetensors")
    installed = store.import_path(DEFAULT_IMAGE_MODEL, tmp_path / "clip.safetensors")
    assert (installed.path.name, installed.origin, installed.hash_known) == (WEIGHTS, "import", False)
    assert store.resolve("clip") == installed


def test_what_is_not_there_or_of_another_kind(store: ModelStore, tiny_clip: Path, tmp_path: Path) -> None:
    shutil.copyfile(tiny_clip / WEIGHTS, tmp_path / "clip.safetensors")
    assert CONFIG in _refused(lambda: store.import_path(DRAWN.id, tmp_path / "clip.safetensors"), "model_mismatch")
    pickled = tmp_path / "open_clip_pytorch_model.bin"
    pickled.write_bytes(b"\x80\x04.")
    assert "other kinds" in _refused(lambda: store.import_path("clip", pickled), "model_mismatch")
    _refused(lambda: store.import_path("clip", tmp_path / "none"), "model_missing")
    _refused(lambda: store.import_path("clip", tmp_path), "model_missing")


def test_a_published_hash_must_hold(
    store: ModelStore, tiny_clip: Path, quick: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def publish(sha256: str) -> None:
        spec = replace(DRAWN, files=(ModelFile(WEIGHTS, sha256), *DRAWN.files[1:]))
        monkeypatch.setattr(models.store, "spec_of", lambda model_id: spec)

    publish("0" * 64)
    assert "000000000000" in _refused(lambda: store.import_path(DRAWN.id, tiny_clip), "model_mismatch")
    publish(sha256_of(tiny_clip / WEIGHTS))
    assert store.import_path(DRAWN.id, tiny_clip).hash_known


def test_weights_that_are_not_numbers_leave_what_was_there(store: ModelStore, tmp_path: Path) -> None:
    before = store.resolve(DRAWN.id)
    spoiled = write_tiny_clip(tmp_path / "spoiled", spoiled=True)
    assert "not finite" in _refused(lambda: store.import_path(DRAWN.id, spoiled), "model_failed")
    assert store.verify(DRAWN.id) == before
    assert not list((tmp_path / "models").glob("staging-*"))


def test_no_room(store: ModelStore, tiny_clip: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(tiny_clip)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage._replace(free=1000))
    assert "Make room" in _refused(lambda: store.import_path(DRAWN.id, tiny_clip), "disk_full")


def test_fetched_by_its_short_name_and_taken_up_where_it_broke(
    store: ModelStore, tiny_clip: Path, hub: Hub, quick: list[str]
) -> None:
    data = (tiny_clip / WEIGHTS).read_bytes()
    hub.files[f"{spec_of('clip').source}/{WEIGHTS}"] = data
    hub.cuts, hub.refusals = [700_000], [500]
    assert "HTTP 500" in _refused(lambda: store.obtain("clip"), "download_failed")
    heard: list[tuple[int, int]] = []
    installed = store.obtain("clip", lambda done, total: heard.append((done, total)))
    assert int(hub.ranges[-1].removeprefix("bytes=").removesuffix("-")) > 0
    assert heard[-1] == (len(data), len(data))
    assert (installed.spec.id, installed.origin) == (DEFAULT_IMAGE_MODEL, "download")
    assert installed.sha256 == hashlib.sha256(data).hexdigest()
    asked = len(hub.ranges)
    assert store.obtain("clip") == installed
    assert len(hub.ranges) == asked


@pytest.mark.parametrize("share", [100, 3])
def test_no_room_for_what_the_hub_announces_or_for_compiling_it(
    share: int, store: ModelStore, hub: Hub, tmp_path: Path
) -> None:
    hub.files[f"{spec_of('clip').source}/{WEIGHTS}"] = b"x"
    hub.announced_size = shutil.disk_usage(tmp_path).free * share // 10
    assert "Make room" in _refused(lambda: store.obtain("clip"), "disk_full")
    assert hub.ranges == []


def test_the_demonstration_is_never_downloaded(tmp_path: Path, hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models.store, "from_package", lambda spec: None)
    store = ModelStore(tmp_path / "empty")
    assert store.obtain_offline(DRAWN.id) is None
    assert "comes with Hunch" in _refused(lambda: store.obtain(DRAWN.id), "model_missing")
    assert hub.ranges == []


def test_the_demonstration_is_shipped() -> None:
    source = from_package(DRAWN)
    assert source is not None
    assert (source.origin, source.path.name) == ("package", WEIGHTS)
    assert source.path.with_name(CONFIG).is_file()
