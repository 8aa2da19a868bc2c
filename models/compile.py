"""Both towers of an open_clip model written as ONNX, as small as they may be without changing what they say.

Each tower is tried in int8: weights of matrix products per channel, activations measured as they come. It is kept
where its vectors agree with those of open_clip on ``sample_pictures``; elsewhere the tower stays float32.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import torch
from numpy.typing import NDArray

from models.base import ModelSpec, Vectors, unit_rows
from models.clip import ClipModel, write_config
from models.errors import ModelError
from models.image_files import IMAGE_TOWER, TEXT_TOWER, image_facts
from models.preprocess import pixels_of
from models.sample_pictures import SENTENCES, sample_pictures
from models.tokens import Tokens, tokens_of
from models.towers import run_tower, session_of

LEAST_AGREEMENT = 0.99
"""Cosine to open_clip below which no sample may lie."""

_OPSET = 17


@dataclass(frozen=True, slots=True)
class Compiled:
    """``weight_type``: ``int8``, ``fp32``, or both, image tower first. The agreements are the least cosines."""

    weight_type: str
    image_agreement: float
    text_agreement: float


class _PlainAttention(torch.nn.Module):
    """Self-attention by the weights of ``other``, in operations that allow any number and length of inputs.

    torch's own becomes a graph in which the sizes of the example are constants.
    """

    def __init__(self, other: torch.nn.MultiheadAttention) -> None:
        super().__init__()
        self._other = other

    def forward(
        self, query: torch.Tensor, key: torch.Tensor, value: torch.Tensor, need_weights: bool = False,
        attn_mask: torch.Tensor | None = None,
    ) -> tuple[torch.Tensor, None]:
        other = self._other
        count, length = query.shape[0], query.shape[1]
        mixed = torch.nn.functional.linear(query, other.in_proj_weight, other.in_proj_bias)
        queries, keys, values = mixed.reshape(count, length, 3, other.num_heads, -1).permute(2, 0, 3, 1, 4)
        scores = (queries * other.head_dim**-0.5) @ keys.transpose(-1, -2)
        if attn_mask is not None:
            scores = scores + attn_mask
        heads = torch.softmax(scores, dim=-1) @ values
        return other.out_proj(heads.transpose(1, 2).reshape(count, length, -1)), None


class _ImageTower(torch.nn.Module):
    def __init__(self, model: Any) -> None:
        super().__init__()
        self._model = model

    def forward(self, pixels: torch.Tensor) -> Any:
        return self._model.encode_image(pixels)


class _TextTower(torch.nn.Module):
    def __init__(self, model: Any) -> None:
        super().__init__()
        self._model = model

    def forward(self, ids: torch.Tensor) -> Any:
        return self._model.encode_text(ids)


class _ShortTextTower(torch.nn.Module):
    """CLIP's text tower for texts of any length without padding.

    No token sees those after it, so what follows the end of a text does not change the text's vector.
    """

    def __init__(self, model: Any) -> None:
        super().__init__()
        self._model = model

    def forward(self, ids: torch.Tensor) -> Any:
        model = self._model
        length = ids.shape[1]
        states = model.token_embedding(ids) + model.positional_embedding[:length]
        states = model.ln_final(model.transformer(states, attn_mask=model.attn_mask[:length, :length]))
        return states[:, -1] @ model.text_projection


def compile_towers(folder: Path, spec: ModelSpec) -> Compiled:
    """Write both towers into ``folder``, which holds the model's files.

    Raises ModelError ``model_mismatch`` (another model), ``model_damaged``, ``model_failed`` (it does not run, or its
    vectors are not numbers).
    """
    write_config(folder, spec)
    model = ClipModel(folder, spec)
    tokens = tokens_of(spec, folder)
    images = _image_samples(model, spec)
    texts = _text_samples(model, tokens, spec)
    _open_attention(model.module)
    short = image_facts(spec).tokenizer == "clip"
    image_type, image_agreement = _compile(
        _ImageTower(model.module), folder / IMAGE_TOWER, images, {0: "batch"}, spec,
    )
    text_type, text_agreement = _compile(
        (_ShortTextTower if short else _TextTower)(model.module), folder / TEXT_TOWER, texts,
        {0: "batch", 1: "length"} if short else {0: "batch"}, spec,
    )
    weight_type = image_type if image_type == text_type else f"{image_type}+{text_type}"
    return Compiled(weight_type, image_agreement, text_agreement)


def _open_attention(module: torch.nn.Module) -> None:
    for name, child in module.named_children():
        if isinstance(child, torch.nn.MultiheadAttention):
            setattr(module, name, _PlainAttention(child))
        else:
            _open_attention(child)


@dataclass(frozen=True, slots=True)
class _Samples:
    inputs: list[NDArray[Any]]
    reference: Vectors


def _image_samples(model: ClipModel, spec: ModelSpec) -> _Samples:
    facts = image_facts(spec)
    pictures = sample_pictures()
    reference = [model.embed_pixels(model.transform(picture).unsqueeze(0).numpy()) for picture in pictures]
    return _Samples([pixels_of(picture, facts) for picture in pictures], _checked(reference, spec))


def _text_samples(model: ClipModel, tokens: Tokens, spec: ModelSpec) -> _Samples:
    inputs = [tokens.windows(sentence)[0] for sentence in SENTENCES]
    return _Samples(inputs, _checked([model.embed_ids(ids) for ids in inputs], spec))


def _checked(rows: list[Vectors], spec: ModelSpec) -> Vectors:
    vectors = np.concatenate(rows)
    if vectors.shape[1] != spec.dim:
        raise ModelError(
            "model_mismatch", f"The model gives vectors of {vectors.shape[1]} numbers; {spec.id} has {spec.dim}."
        )
    return unit_rows(vectors)


def _compile(
    tower: torch.nn.Module, path: Path, samples: _Samples, free: dict[int, str], spec: ModelSpec
) -> tuple[str, float]:
    whole = path.with_suffix(".fp32")
    try:
        _export(tower, whole, samples.inputs[0], free)
        _quantise(whole, path)
        agreement = _agreement(path, samples)
        if agreement >= LEAST_AGREEMENT:
            return "int8", agreement
        whole.replace(path)
        agreement = _agreement(path, samples)
    except ModelError:
        raise
    except Exception as error:  # torch's exporter and onnxruntime fail in many ways
        raise ModelError("model_failed", f"{spec.id} could not be compiled: {type(error).__name__}: {error}") from error
    finally:
        whole.unlink(missing_ok=True)
    if agreement < LEAST_AGREEMENT:
        raise ModelError(
            "model_failed", f"{spec.id} gives other vectors when compiled (cosine {agreement:.3f}); it cannot be used."
        )
    return "fp32", agreement


def _export(tower: torch.nn.Module, path: Path, example: NDArray[Any], free: dict[int, str]) -> None:
    with warnings.catch_warnings(), torch.inference_mode():
        warnings.simplefilter("ignore")  # the tracer's, about shapes that are constants here
        torch.onnx.export(
            tower.eval(), (torch.from_numpy(example),), str(path), dynamo=False, opset_version=_OPSET,
            input_names=["input"], output_names=["vectors"], dynamic_axes={"input": free, "vectors": {0: "batch"}},
        )


def _quantise(source: Path, target: Path) -> None:
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(
        source, target, op_types_to_quantize=["MatMul", "Gemm"], per_channel=True, weight_type=QuantType.QInt8
    )


def _agreement(path: Path, samples: _Samples) -> float:
    session: onnxruntime.InferenceSession = session_of(path)
    found = np.concatenate([run_tower(session, one) for one in samples.inputs])
    try:
        vectors = unit_rows(found)
    except ModelError:
        return 0.0
    return float(np.einsum("ij,ij->i", vectors, samples.reference).min())
