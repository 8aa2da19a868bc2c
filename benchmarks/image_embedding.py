"""Pictures per second of the image model's child, as the product runs it, beside open_clip on the same pictures.

    python -m benchmarks.image_embedding [--models FOLDER] [--repeats 3] [--model clip-vit-b-32] [--json FILE]

A model that is not installed in FOLDER is stood in for by its architecture with random weights: that says how fast it
is and whether the compiled towers agree with open_clip, and nothing about what it finds. Both sides get the same views
(shorter side 288, WEBP) and decode them; every repeat measures each side in turn, and medians are compared. open_clip
runs batches of 16 on torch's own number of threads.
"""

from __future__ import annotations

import argparse
import io
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import psutil
from PIL import Image, UnidentifiedImageError

from benchmarks.data import ROOT, SHARED, existing
from indexer.child import Child
from models.base import ModelSpec, Vectors, unit_rows
from models.catalogue import spec_of
from models.errors import ModelError
from models.image_files import WEIGHTS
from models.machine import machine_key
from models.sample_pictures import SENTENCES
from models.store import Installed, ModelStore
from models.tokens import tokens_of

_BATCH = 16
_SIDE = 288
_QUERIES = tuple(sentence for sentence in SENTENCES if sentence)

Embed = Callable[[Sequence[bytes]], Vectors]


def main() -> int:
    """Exit code 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--models", type=Path, default=ROOT / ".make" / "bench-image-models", help="model folder")
    parser.add_argument("--model", default="clip-vit-b-32")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--json", type=Path, help="also write the result to this file")
    given = parser.parse_args()
    store, spec = ModelStore(given.models), spec_of(given.model)
    installed = _installed(store, spec)
    views = _views(existing(SHARED / "clip-known-answers"))
    child = Child(store.command(spec.id))
    try:
        start = time.perf_counter()
        _read(child, _QUERIES[:1])
        first_query = time.perf_counter() - start
        seconds = [_timed(partial(_read, child, [text])) for text in _QUERIES * 3]
        peer, peer_texts = _open_clip(installed)
        sides: dict[str, Embed] = {"hunch": lambda pictures: _look(child, pictures), "open_clip fp32": peer}
        vectors = {side: embed(views) for side, embed in sides.items()}
        times: dict[str, list[float]] = {side: [] for side in sides}
        for _ in range(given.repeats):
            for side, embed in sides.items():
                times[side].append(_timed(partial(embed, views)))
        memory = psutil.Process(child.pid).memory_info().rss
        words = _read(child, _QUERIES)
    finally:
        child.close()
    rates = {side: round(len(views) / statistics.median(times[side]), 1) for side in sides}
    result = {
        "machine": machine_key(), "model": spec.id, "weight_type": installed.weight_type, "pictures": len(views),
        "pictures_per_second": rates, "ratio": round(rates["hunch"] / rates["open_clip fp32"], 2),
        "cosine_images": _agreement(vectors["hunch"], vectors["open_clip fp32"]),
        "cosine_texts": _agreement(words, peer_texts(_QUERIES)),
        "child_megabytes": memory >> 20, "query_milliseconds": round(statistics.median(seconds) * 1000, 1),
        "first_query_seconds": round(first_query, 2),
    }
    print(json.dumps(result, indent=1))
    if given.json:
        given.json.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    return 0


def _installed(store: ModelStore, spec: ModelSpec) -> Installed:
    try:
        with tempfile.TemporaryDirectory() as folder:
            return store.obtain_offline(spec.id) or store.import_path(spec.id, _random_weights(spec, Path(folder)))
    except ModelError as error:
        raise SystemExit(error.message) from error


def _random_weights(spec: ModelSpec, folder: Path) -> Path:
    import torch
    from safetensors.torch import save_file

    from models.clip import import_open_clip

    if spec.image is None or spec.image.tokenizer != "clip":
        raise SystemExit(f"{spec.id} cannot be stood in for; install it with: hunch models fetch {spec.id}")
    torch.manual_seed(0)
    module = import_open_clip().create_model(spec.image.architecture)
    path = folder / WEIGHTS
    save_file({name: values.contiguous() for name, values in module.state_dict().items()}, path)
    return path


def _views(folder: Path) -> list[bytes]:
    found = []
    for path in sorted(folder.rglob("*")):
        try:
            picture = Image.open(path).convert("RGB")
        except (UnidentifiedImageError, OSError):
            continue  # a folder, or no picture
        shrink = min(1.0, _SIDE / min(picture.size))
        stream = io.BytesIO()
        picture.resize((round(picture.width * shrink), round(picture.height * shrink))).save(stream, "WEBP", quality=80)
        found.append(stream.getvalue())
    return found


def _open_clip(installed: Installed) -> tuple[Embed, Callable[[Sequence[str]], Vectors]]:
    import torch

    from models.clip import ClipModel

    threads = torch.get_num_threads()
    model = ClipModel(installed.path.parent, installed.spec)
    torch.set_num_threads(threads)
    tokens = tokens_of(installed.spec, installed.path.parent)

    def embed(pictures: Sequence[bytes]) -> Vectors:
        rows = []
        for start in range(0, len(pictures), _BATCH):
            batch = [model.transform(Image.open(io.BytesIO(one))) for one in pictures[start : start + _BATCH]]
            rows.append(model.embed_pixels(torch.stack(batch).numpy()))
        return unit_rows(np.concatenate(rows))

    def embed_texts(texts: Sequence[str]) -> Vectors:
        return unit_rows(np.concatenate([model.embed_ids(tokens.windows(text)[0]) for text in texts]))

    return embed, embed_texts


def _look(child: Child, pictures: Sequence[bytes]) -> Vectors:
    header = {"op": "embed_images", "lengths": [len(one) for one in pictures]}
    return _vectors(*child.request(header, b"".join(pictures), deadline_s=600))


def _read(child: Child, texts: Sequence[str]) -> Vectors:
    return _vectors(*child.request({"op": "embed", "role": "query", "texts": list(texts)}, deadline_s=600))


def _vectors(header: dict[str, Any], payload: bytes) -> Vectors:
    return np.frombuffer(payload, dtype=np.float32).reshape(header["ok"]["rows"], header["ok"]["dim"])


def _timed(job: Callable[[], object]) -> float:
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


def _agreement(found: Vectors, wanted: Vectors) -> dict[str, float]:
    cosines = np.einsum("ij,ij->i", found, wanted)
    return {"min": round(float(cosines.min()), 5), "median": round(float(np.median(cosines)), 5)}


if __name__ == "__main__":
    sys.exit(main())
