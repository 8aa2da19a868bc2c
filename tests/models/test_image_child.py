from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import psutil
import pytest

from indexer.child import Child
from models.frames import Header
from models.image_catalogue import DRAWN_IMAGE_MODEL
from models.sample_pictures import sample_pictures
from models.store import ModelStore

DIM = 128


@pytest.fixture(scope="module")
def child(picture_models: Path) -> Iterator[Child]:
    child = Child(ModelStore(picture_models).command(DRAWN_IMAGE_MODEL))
    yield child
    child.close()


@pytest.fixture(scope="module")
def pictures() -> list[bytes]:
    """One of each kind."""
    found = []
    for picture, kind in zip(sample_pictures(), ("WEBP", "PNG", "JPEG"), strict=False):
        stream = io.BytesIO()
        picture.save(stream, kind)
        found.append(stream.getvalue())
    return found


def _look(child: Child, pictures: list[bytes]) -> tuple[Header, Any]:
    lengths = [len(one) for one in pictures]
    header, payload = child.request({"op": "embed_images", "lengths": lengths}, b"".join(pictures), deadline_s=60)
    vectors = np.frombuffer(payload, dtype=np.float32).reshape(header["ok"]["rows"], header["ok"]["dim"])
    return header["ok"], vectors


def _read(child: Child, texts: list[str]) -> Any:
    header, payload = child.request({"op": "embed", "role": "query", "texts": texts}, deadline_s=60)
    return np.frombuffer(payload, dtype=np.float32).reshape(header["ok"]["rows"], header["ok"]["dim"])


def test_pictures_and_texts_share_a_space(child: Child, pictures: list[bytes]) -> None:
    told, vectors = _look(child, pictures)
    assert told == {"rows": 3, "dim": DIM, "unreadable": []}
    words = _read(child, ["red kayak", "", "x" * 5000])
    for found in (vectors, words):
        assert found.shape == (3, DIM)
        np.testing.assert_allclose(np.linalg.norm(found, axis=1), 1, atol=1e-5)


def test_a_picture_that_cannot_be_read_is_told_and_the_others_answered(child: Child, pictures: list[bytes]) -> None:
    told, vectors = _look(child, [b"", pictures[0], b"nonsense", pictures[1], pictures[2][:200]])
    assert [one["index"] for one in told["unreadable"]] == [0, 2, 4]
    assert all(one["message"] for one in told["unreadable"])
    np.testing.assert_array_equal(vectors, _look(child, pictures[:2])[1])


def test_nothing_and_nothing_readable(child: Child) -> None:
    assert _look(child, [])[1].shape == (0, DIM)
    assert _look(child, [b"?"])[1].shape == (0, DIM)
    assert _read(child, []).shape == (0, DIM)


@pytest.mark.parametrize(("request_", "payload"), [
    ({"op": "embed_images"}, b""), ({"op": "embed_images", "lengths": [3]}, b"ab"),
    ({"op": "embed_images", "lengths": [-1, 3]}, b"ab"), ({"op": "embed_images", "lengths": ["2"]}, b"ab"),
    ({"op": "embed_images", "lengths": [0] * 2000}, b""), ({"op": "embed", "texts": ["a"]}, b""),
], ids=["bare", "short", "negative", "text", "many", "role"])
def test_a_bad_request_is_answered_and_the_child_goes_on(child: Child, request_: Header, payload: bytes) -> None:
    pid = child.pid
    assert child.request(request_, payload, deadline_s=60)[0]["error"]["code"] == "model_failed"
    assert child.request({"op": "info"}, deadline_s=60)[0]["ok"]["dim"] == DIM
    assert child.pid == pid


def test_it_runs_on_onnxruntime_without_torch(child: Child, pictures: list[bytes]) -> None:
    _look(child, pictures)
    _read(child, ["café"])
    assert child.request({"op": "info"}, deadline_s=60)[0]["ok"]["runs_on"] == "onnxruntime"
    loaded = {Path(part.path).name for part in psutil.Process(child.pid).memory_maps()}
    assert any("onnxruntime" in name for name in loaded)
    assert not any("torch" in name or "llama" in name for name in loaded)


def test_a_text_model_does_not_look_at_pictures(models_folder: Path, pictures: list[bytes]) -> None:
    child = Child(ModelStore(models_folder).command("all-MiniLM-L6-v2"))
    header = {"op": "embed_images", "lengths": [len(pictures[0])]}
    assert child.request(header, pictures[0], deadline_s=60)[0]["error"]["code"] == "model_failed"
    child.close()


def test_without_its_files_every_request_is_answered(tmp_path: Path) -> None:
    child = Child(["-m", "models", "--folder", str(tmp_path), "--model", DRAWN_IMAGE_MODEL])
    for _ in range(2):
        assert child.request({"op": "info"}, deadline_s=60)[0]["error"]["code"] == "model_damaged"
    child.close()
