from __future__ import annotations

import hashlib
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

import models.store
from models.base import ModelFile, ModelSpec
from models.catalogue import spec_of
from models.errors import ModelError
from models.fetch import CHUNK_BYTES
from models.store import ModelStore
from tests.helpers.hub import Hub

XS = spec_of("snowflake-arctic-embed-xs")
PLENTY = 10**15


@pytest.fixture
def store(tmp_path: Path) -> ModelStore:
    return ModelStore(tmp_path / "models")


@pytest.fixture
def filled(hub: Hub, tiny: Path) -> Hub:
    """The hub with all files of the small Arctic model, in truth a tiny BERT."""
    hub.files = {f"{XS.source}/{file.name}": (tiny / file.name).read_bytes() for file in XS.files}
    return hub


def _weights(hub: Hub) -> bytes:
    return hub.files[f"{XS.source}/model.safetensors"]


def _known(hub: Hub, sha256: str | None = None) -> ModelSpec:
    known = sha256 or hashlib.sha256(_weights(hub)).hexdigest()
    return replace(XS, files=(ModelFile("model.safetensors", known), *XS.files[1:]))


def _start(asked: str) -> int:
    return int(asked.removeprefix("bytes=").removesuffix("-")) if asked else 0


def _refused(store: ModelStore, code: str) -> str:
    with pytest.raises(ModelError) as caught:
        store.obtain(XS.id)
    assert caught.value.code == code, caught.value.message
    assert store.installed() == []
    return caught.value.message


def test_a_model_is_fetched_checked_and_installed(store: ModelStore, filled: Hub, tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    installed = store.obtain(XS.id, lambda done, total: heard.append((done, total)))
    assert (installed.origin, installed.hash_known) == ("download", False)
    assert heard[-1] == (len(_weights(filled)),) * 2
    assert heard == sorted(heard)
    assert store.verify(XS.id) == installed
    assert {path.name for path in (tmp_path / "models").iterdir()} <= {"blobs", "models.json", "downloads"}
    asked = len(filled.ranges)
    assert store.obtain(XS.id) == installed
    assert len(filled.ranges) == asked


def test_a_published_hash_that_holds_is_recorded(
    store: ModelStore, filled: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    spec = _known(filled)
    monkeypatch.setattr(models.store, "spec_of", lambda model_id: spec)
    assert store.obtain(XS.id).hash_known


def test_a_cut_connection_is_taken_up_where_it_broke(store: ModelStore, filled: Hub) -> None:
    filled.cuts = [700_000, 900_000]
    store.obtain(XS.id)
    first, second, third = (_start(asked) for asked in filled.ranges[:3])
    assert first == 0
    assert 700_000 - CHUNK_BYTES <= second <= 700_000
    assert second + 900_000 - CHUNK_BYTES <= third <= second + 900_000


def test_the_next_run_takes_up_what_the_last_one_left(store: ModelStore, filled: Hub) -> None:
    filled.cuts, filled.refusals = [700_000], [500]
    assert "HTTP 500" in _refused(store, "download_failed")
    left = _start(filled.ranges[1])
    assert left > 0
    store.obtain(XS.id)
    assert _start(filled.ranges[2]) == left


def test_a_wrong_file_is_removed_and_never_installed(
    store: ModelStore, filled: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spec = _known(filled, "0" * 64)
    monkeypatch.setattr(models.store, "spec_of", lambda model_id: spec)
    message = _refused(store, "model_mismatch")
    assert "model.safetensors" in message
    assert "000000000000" in message
    assert [path for path in (tmp_path / "models").rglob("*") if path.is_file()] == []


def test_a_file_the_hub_does_not_have(store: ModelStore, filled: Hub) -> None:
    del filled.files[f"{XS.source}/tokenizer.json"]
    message = _refused(store, "download_failed")
    assert "tokenizer.json" in message
    assert "404" in message
    # the weights had arrived and are not fetched a second time
    asked = len(filled.ranges)
    assert "tokenizer.json" in _refused(store, "download_failed")
    assert len(filled.ranges) <= asked + 1


def test_nobody_answers(store: ModelStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    message = _refused(store, "download_failed")
    assert "Check the connection" in message
    assert "import the model from a file" in message


def test_no_room_for_what_is_announced(store: ModelStore, filled: Hub) -> None:
    filled.announced_size = PLENTY
    message = _refused(store, "disk_full")
    assert "Make room" in message
    assert filled.ranges == []


def test_a_page_instead_of_the_weights_is_not_installed(store: ModelStore, filled: Hub) -> None:
    filled.files[f"{XS.source}/model.safetensors"] = b"<html>Log in to the hotel network</html>"
    _refused(store, "model_damaged")


def test_the_hub_is_asked_even_where_the_environment_says_offline(
    store: ModelStore, filled: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    assert store.obtain(XS.id).origin == "download"


def test_an_import_asks_nobody(store: ModelStore, hub: Hub, tiny: Path, tmp_path: Path) -> None:
    shutil.copytree(tiny, tmp_path / "copy")
    store.import_path(XS.id, tmp_path / "copy")
    assert hub.ranges == []
