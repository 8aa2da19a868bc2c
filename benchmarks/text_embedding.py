"""Texts per second of the text model's child, as the product runs it, beside sentence-transformers on the same texts.

    pip install -c constraints.txt .[bench]
    python -m benchmarks.text_embedding [--models FOLDER] [--repeats 5] [--json FILE]

Both sides run in one process tree at the same time of day: every repeat measures each side on each set of texts in
turn, and medians are compared. sentence-transformers gets its defaults: batches of 32, torch's own number of threads.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from indexer.child import Child
from models.base import Vectors
from models.catalogue import DEFAULT_TEXT_MODEL, spec_of
from models.machine import machine_key
from models.sources import from_package
from models.store import ModelStore

ROOT = Path(__file__).resolve().parent.parent
TOKENS = {"240 tokens": (240, 16), "128 tokens": (128, 32), "32 tokens": (32, 96)}
"""Set -> (mean tokens of a text, number of texts). None is longer than 256: the peer would cut it."""

_TOKENS_PER_WORD = 1.26
_VOCABULARY = (
    "the landlord shall keep boiler in good repair and have it inspected once a year invoice for twelve hours of "
    "consulting payable within thirty days we measured recall coarse stage against an exact scan over million vectors "
    "dear anna red kayak is still shed behind house take whenever you like patients were randomly assigned to receive "
    "either vaccine or placebo at week zero simmer lentils with garlic cumin bay leaf then add salt minutes meeting "
    "budget approved unanimously temperature sensor calibration drift photosynthesis chlorophyll insurance deductible"
)

Embed = Callable[[Sequence[str]], Vectors]


def main() -> int:
    """Exit codes: 0, or 1 when the peer is not installed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--models", type=Path, default=ROOT / ".make" / "bench-models", help="model folder")
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--json", type=Path, help="also write the result to this file")
    given = parser.parse_args()
    try:
        peers = _sentence_transformers()
    except ImportError as error:
        print(f"{error.name} is not installed. Install the peers with: pip install -c constraints.txt .[bench]",
              file=sys.stderr)
        return 1
    store = ModelStore(given.models)
    installed = store.obtain(DEFAULT_TEXT_MODEL)
    child = Child(store.command(DEFAULT_TEXT_MODEL))
    try:
        sides: dict[str, Embed] = {"hunch": lambda texts: _ask(child, texts), **peers}
        sets = {name: _texts(*shape) for name, shape in TOKENS.items()}
        rates, agreement = _measure(sides, sets, given.repeats)
    finally:
        child.close()
    ratios = {name: round(row["hunch"] / row["sentence-transformers fp32"], 3) for name, row in rates.items()}
    result = {
        "machine": machine_key(), "weight_type": installed.weight_type,
        "settings": asdict(store.settings(DEFAULT_TEXT_MODEL)),
        "texts_per_second": rates, "median_cosine_to_fp32": agreement, "ratio_to_fp32": ratios,
    }
    _print(result)
    if given.json:
        given.json.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    return 0


def _measure(
    sides: dict[str, Embed], sets: dict[str, list[str]], repeats: int
) -> tuple[dict[str, dict[str, float]], dict[str, float]]:
    seconds: dict[tuple[str, str], list[float]] = {}
    agreement = {}
    for name, texts in sets.items():
        # also the warm-up of both sides
        ours, theirs = sides["hunch"](texts), sides["sentence-transformers fp32"](texts)
        agreement[name] = round(float(np.median(np.einsum("ij,ij->i", ours, theirs))), 5)
    for _ in range(repeats):
        for name, texts in sets.items():
            for side, embed in sides.items():
                start = time.perf_counter()
                embed(texts)
                seconds.setdefault((name, side), []).append(time.perf_counter() - start)
    rates = {
        name: {side: round(len(texts) / statistics.median(seconds[name, side]), 1) for side in sides}
        for name, texts in sets.items()
    }
    return rates, agreement


def _ask(child: Child, texts: Sequence[str]) -> Vectors:
    header, payload = child.request({"op": "embed", "role": "document", "texts": list(texts)}, deadline_s=600)
    return np.frombuffer(payload, dtype=np.float32).reshape(header["ok"]["rows"], header["ok"]["dim"])


def _sentence_transformers() -> dict[str, Embed]:
    import torch
    from sentence_transformers import SentenceTransformer

    source = from_package(spec_of(DEFAULT_TEXT_MODEL))
    where = DEFAULT_TEXT_MODEL if source is None else str(source.path)
    sides: dict[str, Embed] = {}
    for name, kind in (("fp32", torch.float32), ("bf16", torch.bfloat16)):
        model = SentenceTransformer(where, device="cpu", model_kwargs={"dtype": kind})

        def embed(texts: Sequence[str], model: Any = model) -> Vectors:
            vectors: Vectors = model.encode(list(texts), normalize_embeddings=True, show_progress_bar=False)
            return vectors

        sides[f"sentence-transformers {name}"] = embed
    return sides


def _texts(tokens: int, count: int) -> list[str]:
    """``count`` texts whose lengths lie within a twentieth of ``tokens``, the same in every run."""
    source = random.Random(tokens)
    vocabulary = _VOCABULARY.split()
    words = round((tokens - 2) / _TOKENS_PER_WORD)
    return [
        " ".join(source.choices(vocabulary, k=source.randint(round(words * 0.95), round(words * 1.05))))
        for _ in range(count)
    ]


def _print(result: dict[str, Any]) -> None:
    print(f"{result['machine']}; weights {result['weight_type']}; {result['settings']}")
    for name, row in result["texts_per_second"].items():
        figures = ", ".join(f"{side} {rate:.1f}/s" for side, rate in row.items())
        print(f"{name}: {figures}; {result['ratio_to_fp32'][name]:.2f} x fp32, "
              f"median cosine {result['median_cosine_to_fp32'][name]}")


if __name__ == "__main__":
    sys.exit(main())
