from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
import pytest
from PIL import Image

import models.compile
import models.towers
from models.base import Vectors
from models.catalogue import spec_of
from models.clip import ClipModel
from models.compile import compile_towers
from models.errors import ModelError
from models.image import ImageModel
from models.image_catalogue import DRAWN_IMAGE_MODEL
from models.image_files import CONFIG, IMAGE_TOWER, TEXT_TOWER, WEIGHTS
from models.preprocess import pixels_of
from models.sample_pictures import SENTENCES, sample_pictures
from models.tokens import tokens_of
from tests.helpers.tiny_clip import write_tiny_clip

DRAWN = spec_of(DRAWN_IMAGE_MODEL)


@pytest.fixture(scope="module")
def compiled(tiny_clip: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny CLIP with its towers, int8."""
    folder = tmp_path_factory.mktemp("compiled") / "model"
    shutil.copytree(tiny_clip, folder)
    assert compile_towers(folder, DRAWN).weight_type == "int8"
    return folder


@pytest.fixture
def fresh(tiny_clip: Path, tmp_path: Path) -> Path:
    shutil.copytree(tiny_clip, tmp_path / "model")
    return tmp_path / "model"


def _refused(job: Callable[[], object], code: str) -> str:
    with pytest.raises(ModelError) as caught:
        job()
    assert caught.value.code == code, caught.value.message
    return caught.value.message


def _webp(picture: Image.Image) -> bytes:
    stream = io.BytesIO()
    picture.save(stream, "WEBP", lossless=True)
    return stream.getvalue()


def _cosines(found: Vectors, wanted: Vectors) -> Vectors:
    cosines: Vectors = np.einsum("ij,ij->i", found, wanted / np.linalg.norm(wanted, axis=1, keepdims=True))
    return cosines


def test_samples_are_always_the_same_and_differ() -> None:
    first, second = sample_pictures(), sample_pictures()
    assert [one.tobytes() for one in first] == [one.tobytes() for one in second]
    assert len({one.tobytes() for one in first}) == len(first)
    assert len(set(SENTENCES)) == len(SENTENCES)


def test_both_towers_agree_with_open_clip(compiled: Path) -> None:
    reference, model = ClipModel(compiled, DRAWN), ImageModel(compiled, DRAWN, threads=2)
    pictures = sample_pictures()
    wanted = np.concatenate([reference.embed_pixels(reference.transform(one)[None].numpy()) for one in pictures])
    found, unreadable = model.embed_images([_webp(one) for one in pictures])
    texts = np.concatenate([reference.embed_ids(tokens_of(DRAWN, compiled).windows(one)[0]) for one in SENTENCES])
    read = model.embed_texts(SENTENCES, "query")
    model.close()
    assert (unreadable, model.runs_on) == ({}, "onnxruntime")
    assert _cosines(found, wanted).min() >= 0.99
    assert _cosines(read, texts).min() >= 0.99
    # the samples are told apart: agreement is not that of one vector with itself
    assert np.median(found @ found.T) < 0.99


def test_a_vector_does_not_depend_on_its_company(compiled: Path) -> None:
    model = ImageModel(compiled, DRAWN, threads=2)
    pictures = [_webp(one) for one in sample_pictures()[:6]]
    together, alone = model.embed_images(pictures)[0], [model.embed_images([one])[0] for one in pictures]
    np.testing.assert_array_equal(together, np.concatenate(alone))
    words = model.embed_texts(["red kayak", "a"], "query")
    np.testing.assert_array_equal(words[0], model.embed_texts(["red kayak"], "document")[0])
    model.close()


def test_towers_take_any_number_and_length(compiled: Path) -> None:
    towers = models.towers.OnnxModel(compiled)
    assert DRAWN.image is not None
    pixels = np.concatenate([pixels_of(one, DRAWN.image) for one in sample_pictures()[:3]])
    assert towers.embed_pixels(pixels).shape == (3, DRAWN.dim)
    for length in (2, 5, DRAWN.context):
        ids = np.full((2, length), 500)
        ids[:, -1] = 49407
        assert towers.embed_ids(ids).shape == (2, DRAWN.dim)


def test_long_texts_are_read_whole(compiled: Path) -> None:
    model = ImageModel(compiled, DRAWN)
    vectors = model.embed_texts([f"{'red kayak ' * 40} {end}" for end in ("lake", "dog")] + ["kayak"], "query")
    model.close()
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert (vectors[0] != vectors[1]).any()


def test_where_int8_says_something_else_the_tower_stays_whole(fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    quantise = models.compile._quantise

    def spoil_images(source: Path, target: Path) -> None:
        quantise(source, target)
        if target.name == IMAGE_TOWER:
            graph = onnx.load(target)
            for weights in graph.graph.initializer:
                if weights.data_type == onnx.TensorProto.INT8 and len(weights.dims) > 1:
                    weights.raw_data = weights.raw_data[::-1]
            onnx.save(graph, target)

    monkeypatch.setattr(models.compile, "_quantise", spoil_images)
    result = compile_towers(fresh, DRAWN)
    assert result.weight_type == "fp32+int8"
    assert min(result.image_agreement, result.text_agreement) > 0.99
    assert result.image_agreement > 0.9999
    assert {path.suffix for path in fresh.iterdir()} == {".json", ".safetensors", ".onnx"}


def test_a_model_that_compiles_to_something_else_is_refused(fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models.compile, "_agreement", lambda path, samples: 0.5)
    assert "0.500" in _refused(lambda: compile_towers(fresh, DRAWN), "model_failed")


def test_weights_of_another_architecture(fresh: Path) -> None:
    assert "clip-vit-b-32" in _refused(lambda: compile_towers(fresh, spec_of("clip")), "model_mismatch")


def test_weights_for_another_size_of_pictures(fresh: Path) -> None:
    config = json.loads((fresh / CONFIG).read_text(encoding="utf-8"))
    config["model_cfg"]["vision_cfg"]["image_size"] = 96
    (fresh / CONFIG).write_text(json.dumps(config), encoding="utf-8")
    _refused(lambda: compile_towers(fresh, DRAWN), "model_mismatch")


def test_vectors_of_another_length(tmp_path: Path) -> None:
    folder = write_tiny_clip(tmp_path / "wide", dim=64)
    message = _refused(lambda: compile_towers(folder, DRAWN), "model_mismatch")
    assert "64" in message
    assert "128" in message


def test_weights_that_are_not_numbers(tmp_path: Path) -> None:
    folder = write_tiny_clip(tmp_path / "spoiled", spoiled=True)
    assert "not finite" in _refused(lambda: compile_towers(folder, DRAWN), "model_failed")


@pytest.mark.parametrize("kept", [0, 7, 5000])
def test_cut_weights(kept: int, fresh: Path) -> None:
    (fresh / WEIGHTS).write_bytes((fresh / WEIGHTS).read_bytes()[:kept])
    _refused(lambda: compile_towers(fresh, DRAWN), "model_damaged")


@pytest.mark.parametrize("bfloat16", [True, False])
def test_open_clip_serves_where_onnxruntime_cannot(
    bfloat16: bool, compiled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "broken"
    shutil.copytree(compiled, folder)
    (folder / IMAGE_TOWER).write_bytes(b"not a graph")
    monkeypatch.setattr("models.clip.has_bfloat16", lambda: bfloat16)
    whole, rescued = ImageModel(compiled, DRAWN), ImageModel(folder, DRAWN, threads=2)
    pictures = [_webp(one) for one in sample_pictures()]
    assert rescued.runs_on == "torch"
    assert np.einsum("ij,ij->i", rescued.embed_images(pictures)[0], whole.embed_images(pictures)[0]).min() >= 0.99
    words = [model.embed_texts(["red kayak", ""], "query") for model in (rescued, whole)]
    assert np.einsum("ij,ij->i", *words).min() >= 0.99
    for model in (whole, rescued):
        model.close()


def test_neither_can(compiled: Path, tmp_path: Path) -> None:
    folder = tmp_path / "broken"
    shutil.copytree(compiled, folder)
    (folder / TEXT_TOWER).unlink()
    (folder / WEIGHTS).write_bytes(b"")
    _refused(lambda: ImageModel(folder, DRAWN), "model_damaged")


def test_a_text_model_is_no_picture_model(tmp_path: Path) -> None:
    spec = replace(DRAWN, image=None)
    _refused(lambda: ImageModel(tmp_path, spec), "model_mismatch")
