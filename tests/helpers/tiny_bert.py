"""A BERT of one layer with random weights, in the files a hub repository has: quick to convert, install and run."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from safetensors.numpy import save_file

WORDS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "red", "kayak", "boiler", "letter", "##s", ".", "a", "##b")


def write_tiny_bert(folder: Path, *, width: int = 384, seed: int = 0, listing: bool = False) -> Path:
    """Write config.json, model.safetensors and tokenizer.json (or vocab.txt when ``listing``) into ``folder``."""
    inner, positions = 64, 512
    folder.mkdir(parents=True, exist_ok=True)
    config = {
        "model_type": "bert", "num_hidden_layers": 1, "hidden_size": width, "intermediate_size": inner,
        "num_attention_heads": 4, "max_position_embeddings": positions, "layer_norm_eps": 1e-12,
        "type_vocab_size": 2, "vocab_size": len(WORDS), "hidden_act": "gelu",
    }
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    if listing:
        (folder / "vocab.txt").write_text("\n".join(WORDS) + "\n", encoding="utf-8")
    else:
        tokenizer = {
            "model": {"type": "WordPiece", "vocab": {word: index for index, word in enumerate(WORDS)}},
            "normalizer": {"lowercase": True},
            "added_tokens": [{"id": index, "content": WORDS[index]} for index in range(5)],
        }
        (folder / "tokenizer.json").write_text(json.dumps(tokenizer), encoding="utf-8")
    shapes: dict[str, tuple[int, ...]] = {
        "embeddings.word_embeddings.weight": (len(WORDS), width),
        "embeddings.position_embeddings.weight": (positions, width),
        "embeddings.token_type_embeddings.weight": (2, width),
        "encoder.layer.0.intermediate.dense.weight": (inner, width),
        "encoder.layer.0.intermediate.dense.bias": (inner,),
        "encoder.layer.0.output.dense.weight": (width, inner), "encoder.layer.0.output.dense.bias": (width,),
        "pooler.dense.weight": (width, width),
    }
    for part in ("attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense"):
        shapes[f"encoder.layer.0.{part}.weight"] = (width, width)
        shapes[f"encoder.layer.0.{part}.bias"] = (width,)
    for part in ("embeddings", "encoder.layer.0.attention.output", "encoder.layer.0.output"):
        shapes[f"{part}.LayerNorm.weight"] = (width,)
        shapes[f"{part}.LayerNorm.bias"] = (width,)
    random = np.random.default_rng(seed)
    save_file(
        {name: random.normal(0, 0.3, shape).astype(np.float32) for name, shape in shapes.items()},
        folder / "model.safetensors",
    )
    return folder
