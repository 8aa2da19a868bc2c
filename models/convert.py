"""A BERT-family safetensors folder, as published on the hub, written as one GGUF file for llama.cpp.

Names and keys follow llama.cpp's own converter for ``BertModel``. The same folder and weight type always give the
same bytes. Nothing is unpickled: only ``model.safetensors``, JSON and plain-text files are read.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

import gguf
import numpy as np
import safetensors
from numpy.typing import NDArray

from models.base import Pooling
from models.errors import ModelError
from models.vocabulary import read_vocabulary

WeightType = Literal["f32", "f16", "bf16", "q8_0", "q4_0"]
WEIGHT_TYPES: tuple[WeightType, ...] = get_args(WeightType)

_QUANTISATION = {name: gguf.GGMLQuantizationType[name.upper()] for name in WEIGHT_TYPES}
_FILE_TYPE = {
    "f32": gguf.LlamaFileType.ALL_F32, "f16": gguf.LlamaFileType.MOSTLY_F16,
    "bf16": gguf.LlamaFileType.MOSTLY_BF16, "q8_0": gguf.LlamaFileType.MOSTLY_Q8_0,
    "q4_0": gguf.LlamaFileType.MOSTLY_Q4_0,
}
_POOLING_TYPE: dict[Pooling, gguf.PoolingType] = {
    "mean": gguf.PoolingType.MEAN, "cls": gguf.PoolingType.CLS, "last": gguf.PoolingType.LAST,
}
_TOP_LEVEL = {
    "embeddings.word_embeddings": "token_embd",
    "embeddings.position_embeddings": "position_embd",
    "embeddings.token_type_embeddings": "token_types",
    "embeddings.LayerNorm": "token_embd_norm",
}
_IN_LAYER = {
    "attention.self.query": "attn_q", "attention.self.key": "attn_k", "attention.self.value": "attn_v",
    "attention.output.dense": "attn_output", "attention.output.LayerNorm": "attn_output_norm",
    "intermediate.dense": "ffn_up", "output.dense": "ffn_down", "output.LayerNorm": "layer_output_norm",
}
_LAYER_NAME = re.compile(r"encoder\.layer\.(\d+)\.(.+)\.(weight|bias)")
_KEPT_F32 = ("position_embd.weight", "token_types.weight")
_NUMPY_TYPE = {"F32": "<f4", "F16": "<f2", "F64": "<f8"}


@dataclass(frozen=True, slots=True)
class _Shape:
    layers: int
    width: int
    inner: int
    heads: int
    positions: int
    epsilon: float
    token_types: int
    vocabulary: int


def convert_bert(folder: Path, out: Path, weight_type: WeightType, pooling: Pooling, name: str) -> None:
    """Write ``out`` (overwritten) from the model in ``folder``.

    ``folder`` holds ``config.json``, ``model.safetensors`` and ``vocab.txt`` or ``tokenizer.json``.
    Raises ModelError ``model_mismatch`` when the model is not of the BERT family or cannot be written as
    ``weight_type``, ``model_damaged`` when a file cannot be read.
    """
    shape = _read_shape(folder / "config.json")
    vocabulary = read_vocabulary(folder, shape.vocabulary)
    tensors = _read_tensors(folder / "model.safetensors", shape)
    writer = gguf.GGUFWriter(out, "bert")
    try:
        writer.add_name(name)
        writer.add_file_type(_FILE_TYPE[weight_type])
        writer.add_quantization_version(gguf.GGML_QUANT_VERSION)
        writer.add_block_count(shape.layers)
        writer.add_context_length(shape.positions)
        writer.add_embedding_length(shape.width)
        writer.add_feed_forward_length(shape.inner)
        writer.add_head_count(shape.heads)
        writer.add_layer_norm_eps(shape.epsilon)
        writer.add_causal_attention(False)
        writer.add_pooling_type(_POOLING_TYPE[pooling])
        writer.add_tokenizer_model("bert")
        writer.add_tokenizer_pre("default")
        writer.add_token_list(vocabulary.tokens)
        writer.add_token_types(vocabulary.types)
        writer.add_token_type_count(shape.token_types)
        for role, token_id in vocabulary.special_ids.items():
            getattr(writer, f"add_{role}_token_id")(token_id)
        for tensor_name, values in tensors.items():
            chosen = _tensor_type(tensor_name, values, weight_type)
            writer.add_tensor(tensor_name, gguf.quants.quantize(values, chosen), raw_dtype=chosen)
        writer.write_header_to_file()
        writer.write_kv_data_to_file()
        writer.write_tensors_to_file()
    except gguf.quants.QuantError as error:
        raise ModelError("model_mismatch", f"{folder.name} cannot be stored as {weight_type}: {error}") from error
    finally:
        writer.close()
    _flush(out)


def _tensor_type(name: str, values: NDArray[np.float32], weight_type: WeightType) -> gguf.GGMLQuantizationType:
    if values.ndim == 1 or name in _KEPT_F32:
        return gguf.GGMLQuantizationType.F32
    return _QUANTISATION[weight_type]


def _read_shape(path: Path) -> _Shape:
    config = read_json(path)
    if config.get("model_type") != "bert":
        raise ModelError(
            "model_mismatch",
            f"{path} describes a model of the type {config.get('model_type')!r}; only 'bert' can be converted. "
            "Import a ready .gguf file of this model instead.",
        )
    try:
        shape = _Shape(
            layers=int(config["num_hidden_layers"]), width=int(config["hidden_size"]),
            inner=int(config["intermediate_size"]), heads=int(config["num_attention_heads"]),
            positions=int(config["max_position_embeddings"]), epsilon=float(config["layer_norm_eps"]),
            token_types=int(config["type_vocab_size"]), vocabulary=int(config["vocab_size"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ModelError("model_damaged", f"{path} lacks a number the model needs: {error}.") from error
    if config.get("hidden_act", "gelu") != "gelu" or config.get("position_embedding_type", "absolute") != "absolute":
        raise ModelError("model_mismatch", f"{path} describes a variant of BERT that llama.cpp does not run.")
    return shape


def _read_tensors(path: Path, shape: _Shape) -> dict[str, NDArray[np.float32]]:
    try:
        raw: list[tuple[str, dict[str, Any]]] = safetensors.deserialize(path.read_bytes())  # type: ignore[no-untyped-call]
    except OSError as error:
        raise ModelError("model_damaged", f"{path} could not be read: {error.strerror}.") from error
    except safetensors.SafetensorError as error:
        raise ModelError("model_damaged", f"{path} is not a whole safetensors file: {error}.") from error
    tensors: dict[str, NDArray[np.float32]] = {}
    for source_name, entry in sorted(raw, key=lambda item: item[0]):
        name = _gguf_name(source_name.removeprefix("bert."))
        if name is not None:
            tensors[name] = _as_float32(entry, path, source_name)
    expected = {
        "token_embd.weight": (shape.vocabulary, shape.width), "position_embd.weight": (shape.positions, shape.width),
        "token_types.weight": (shape.token_types, shape.width),
        "token_embd_norm.weight": (shape.width,), "token_embd_norm.bias": (shape.width,),
    }
    for layer in range(shape.layers):
        for part in _IN_LAYER.values():
            rows = shape.inner if part == "ffn_up" else shape.width
            columns = shape.inner if part == "ffn_down" else shape.width
            expected[f"blk.{layer}.{part}.weight"] = (rows,) if part.endswith("_norm") else (rows, columns)
            expected[f"blk.{layer}.{part}.bias"] = (rows,)
    found = {name: values.shape for name, values in tensors.items()}
    if found != expected:
        odd = sorted(name for name in found.keys() | expected.keys() if found.get(name) != expected.get(name))
        raise ModelError("model_damaged", f"{path} does not fit its config.json, first at {odd[0]}.")
    return tensors


def _gguf_name(name: str) -> str | None:
    """The name in GGUF, or None for what embedding does not need (the pooler, position numbers)."""
    in_layer = _LAYER_NAME.fullmatch(name)
    if in_layer and in_layer[2] in _IN_LAYER:
        return f"blk.{in_layer[1]}.{_IN_LAYER[in_layer[2]]}.{in_layer[3]}"
    stem, _, kind = name.rpartition(".")
    if stem in _TOP_LEVEL:
        return f"{_TOP_LEVEL[stem]}.{kind}"
    return None


def _as_float32(entry: dict[str, Any], path: Path, name: str) -> NDArray[np.float32]:
    data, kind = bytes(entry["data"]), entry["dtype"]
    if kind == "BF16":
        # bfloat16 is the upper half of a float32
        flat = (np.frombuffer(data, dtype="<u2").astype(np.uint32) << 16).view(np.float32)
    elif kind in _NUMPY_TYPE:
        flat = np.frombuffer(data, dtype=_NUMPY_TYPE[kind]).astype(np.float32)
    else:
        raise ModelError("model_mismatch", f"{path}: {name} is stored as {kind}, which is not supported.")
    return flat.reshape(entry["shape"])


def read_json(path: Path) -> dict[str, Any]:
    """The JSON object in ``path``. Raises ModelError ``model_damaged``."""
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ModelError("model_damaged", f"{path} could not be read: {error.strerror}.") from error
    except ValueError as error:
        raise ModelError("model_damaged", f"{path} is not valid JSON: {error}.") from error
    if not isinstance(value, dict):
        raise ModelError("model_damaged", f"{path} does not hold a JSON object.")
    return value


def _flush(path: Path) -> None:
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())
