"""A CLIP of two layers with random weights, in the files a local folder of open_clip has: quick to compile and run."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from safetensors.numpy import save_file

DIM, SIZE, CONTEXT = 128, 64, 32
_WIDTH, _LAYERS, _PATCH, _WORDS = 64, 2, 16, 49408


def write_tiny_clip(folder: Path, *, seed: int = 0, dim: int = DIM, spoiled: bool = False) -> Path:
    """Write open_clip_config.json and open_clip_model.safetensors of the demonstration model's outer shape.

    ``dim``: length of the vectors; ``spoiled``: one weight is not a number.
    """
    folder.mkdir(parents=True, exist_ok=True)
    tower = {"width": _WIDTH, "layers": _LAYERS}
    config = {
        "model_cfg": {
            "embed_dim": dim,
            "vision_cfg": {**tower, "image_size": SIZE, "patch_size": _PATCH, "head_width": 16},
            "text_cfg": {**tower, "context_length": CONTEXT, "vocab_size": _WORDS, "heads": 4},
        },
    }
    (folder / "open_clip_config.json").write_text(json.dumps(config), encoding="utf-8")
    random = np.random.default_rng(seed)
    patches = (SIZE // _PATCH) ** 2
    shapes: dict[str, tuple[int, ...]] = {
        "visual.class_embedding": (_WIDTH,), "visual.positional_embedding": (patches + 1, _WIDTH),
        "visual.proj": (_WIDTH, dim), "visual.conv1.weight": (_WIDTH, 3, _PATCH, _PATCH),
        "positional_embedding": (CONTEXT, _WIDTH), "token_embedding.weight": (_WORDS, _WIDTH),
        "text_projection": (_WIDTH, dim), "logit_scale": (),
    }
    for norm in ("visual.ln_pre", "visual.ln_post", "ln_final"):
        shapes |= _norm(norm)
    for layer in range(_LAYERS):
        shapes |= _block(f"transformer.resblocks.{layer}") | _block(f"visual.transformer.resblocks.{layer}")
    weights = {
        name: np.ones(shape, dtype=np.float16) if ".ln_" in f".{name}" and name.endswith("weight")
        else random.normal(0, 0.1, shape).astype(np.float16)
        for name, shape in shapes.items()
    }
    if spoiled:
        weights["visual.proj"][0, 0] = np.nan
    save_file(weights, folder / "open_clip_model.safetensors")
    return folder


def _norm(name: str) -> dict[str, tuple[int, ...]]:
    return {f"{name}.weight": (_WIDTH,), f"{name}.bias": (_WIDTH,)}


def _block(name: str) -> dict[str, tuple[int, ...]]:
    inner = 4 * _WIDTH
    return {
        **_norm(f"{name}.ln_1"), **_norm(f"{name}.ln_2"),
        f"{name}.attn.in_proj_weight": (3 * _WIDTH, _WIDTH), f"{name}.attn.in_proj_bias": (3 * _WIDTH,),
        f"{name}.attn.out_proj.weight": (_WIDTH, _WIDTH), f"{name}.attn.out_proj.bias": (_WIDTH,),
        f"{name}.mlp.c_fc.weight": (inner, _WIDTH), f"{name}.mlp.c_fc.bias": (inner,),
        f"{name}.mlp.c_proj.weight": (_WIDTH, inner), f"{name}.mlp.c_proj.bias": (_WIDTH,),
    }
