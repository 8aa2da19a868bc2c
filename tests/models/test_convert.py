from __future__ import annotations

import json
import shutil
from pathlib import Path

import gguf
import numpy as np
import pytest
from safetensors.numpy import load_file, save_file

from models.convert import WEIGHT_TYPES, WeightType, convert_bert
from models.errors import ModelError
from models.text import TextModel
from tests.helpers.tiny_bert import WORDS, write_tiny_bert
from tests.models.conftest import MINILM, Reference

# lowest cosine to sentence-transformers over the reference texts; measured 0.99999, 0.99999, 0.99997, 0.9991, 0.9135
LEAST_COSINE = {"f32": 0.9999, "f16": 0.9999, "bf16": 0.9995, "q8_0": 0.998, "q4_0": 0.88}


@pytest.mark.parametrize("kind", WEIGHT_TYPES)
def test_every_weight_type_runs_and_agrees(kind: str, minilm_files: dict[str, Path], reference: Reference) -> None:
    model = TextModel(minilm_files[kind], MINILM)
    cosines = np.einsum("ij,ij->i", model.embed_texts(reference.texts, "document"), reference.vectors)
    model.close()
    worst = int(cosines.argmin())
    assert cosines[worst] >= LEAST_COSINE[kind], f"{reference.names[worst]}: {cosines[worst]}"


def test_smaller_types_make_smaller_files(minilm_files: dict[str, Path]) -> None:
    size = {kind: path.stat().st_size for kind, path in minilm_files.items()}
    assert size["f32"] > size["f16"] == size["bf16"] > size["q8_0"] > size["q4_0"]


@pytest.mark.parametrize("kind", WEIGHT_TYPES)
def test_same_bytes_every_time(kind: WeightType, tiny: Path, tmp_path: Path) -> None:
    for name in ("first", "second"):
        convert_bert(tiny, tmp_path / name, kind, "cls", "tiny")
    assert (tmp_path / "first").read_bytes() == (tmp_path / "second").read_bytes()


def test_facts_and_tokens_of_the_file(tiny: Path, tmp_path: Path) -> None:
    convert_bert(tiny, tmp_path / "tiny.gguf", "f16", "cls", "tiny")
    reader = gguf.GGUFReader(tmp_path / "tiny.gguf")
    fact = {name: field.contents() for name, field in reader.fields.items()}
    assert fact["general.architecture"] == "bert"
    assert fact["bert.pooling_type"] == 2
    assert fact["bert.context_length"] == 512
    assert fact["bert.attention.causal"] is False
    assert fact["tokenizer.ggml.tokens"] == [
        "[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "\u2581red", "\u2581kayak", "\u2581boiler", "\u2581letter", "s",
        "\u2581.", "\u2581a", "b",
    ]
    assert fact["tokenizer.ggml.bos_token_id"] == WORDS.index("[CLS]")
    kinds = {tensor.name: tensor.tensor_type.name for tensor in reader.tensors}
    assert kinds["blk.0.attn_q.weight"] == kinds["token_embd.weight"] == "F16"
    assert kinds["position_embd.weight"] == kinds["token_types.weight"] == kinds["blk.0.attn_q.bias"] == "F32"
    assert not any("pooler" in name for name in kinds)


def test_both_forms_of_the_vocabulary_give_the_same_file(tmp_path: Path) -> None:
    for name, listing in (("json", False), ("txt", True)):
        convert_bert(write_tiny_bert(tmp_path / name, listing=listing), tmp_path / f"{name}.gguf", "f32", "cls", "tiny")
    assert (tmp_path / "json.gguf").read_bytes() == (tmp_path / "txt.gguf").read_bytes()


def test_half_precision_sources_are_read(tiny: Path, tmp_path: Path) -> None:
    folder = tmp_path / "half"
    shutil.copytree(tiny, folder)
    weights = load_file(tiny / "model.safetensors")
    halved = {f"bert.{name}": values.astype(np.float16) for name, values in weights.items()}
    save_file(halved, folder / "model.safetensors")
    convert_bert(folder, tmp_path / "half.gguf", "f16", "cls", "tiny")
    convert_bert(tiny, tmp_path / "full.gguf", "f16", "cls", "tiny")
    half, full = (gguf.GGUFReader(tmp_path / f"{name}.gguf").tensors for name in ("half", "full"))
    for ours, theirs in zip(half, full, strict=True):
        np.testing.assert_allclose(ours.data.astype(np.float32), theirs.data.astype(np.float32), atol=1e-3)


def _no_weights(folder: Path) -> None:
    (folder / "model.safetensors").unlink()


def _cut_weights(folder: Path) -> None:
    data = (folder / "model.safetensors").read_bytes()
    (folder / "model.safetensors").write_bytes(data[: len(data) // 2])


def _missing_tensor(folder: Path) -> None:
    weights = load_file(folder / "model.safetensors")
    del weights["encoder.layer.0.output.dense.bias"]
    save_file(weights, folder / "model.safetensors")


def _no_vocabulary(folder: Path) -> None:
    (folder / "tokenizer.json").unlink()


def _bad_json(folder: Path) -> None:
    (folder / "config.json").write_text("{", encoding="utf-8")


def _changed(folder: Path, **facts: object) -> None:
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    (folder / "config.json").write_text(json.dumps(config | facts), encoding="utf-8")


def _cased(folder: Path) -> None:
    tokenizer = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))
    tokenizer["normalizer"]["lowercase"] = False
    (folder / "tokenizer.json").write_text(json.dumps(tokenizer), encoding="utf-8")


@pytest.mark.parametrize(("spoil", "code"), [
    (_no_weights, "model_damaged"), (_cut_weights, "model_damaged"), (_missing_tensor, "model_damaged"),
    (_no_vocabulary, "model_damaged"), (_bad_json, "model_damaged"), (_cased, "model_mismatch"),
    (lambda folder: _changed(folder, model_type="roberta"), "model_mismatch"),
    (lambda folder: _changed(folder, hidden_act="relu"), "model_mismatch"),
    (lambda folder: _changed(folder, hidden_size="wide"), "model_damaged"),
    (lambda folder: _changed(folder, vocab_size=5), "model_damaged"),
])
def test_a_folder_that_cannot_be_converted_says_why(spoil, code: str, tiny: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    folder = tmp_path / "spoilt"
    shutil.copytree(tiny, folder)
    spoil(folder)
    with pytest.raises(ModelError) as caught:
        convert_bert(folder, tmp_path / "out.gguf", "f16", "cls", "tiny")
    assert caught.value.code == code
    assert "spoilt" in caught.value.message


def test_rows_that_do_not_fill_blocks_are_refused(tmp_path: Path) -> None:
    folder = write_tiny_bert(tmp_path / "odd", width=40)
    with pytest.raises(ModelError) as caught:
        convert_bert(folder, tmp_path / "odd.gguf", "q8_0", "cls", "tiny")
    assert caught.value.code == "model_mismatch"
