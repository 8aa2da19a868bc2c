"""Pictures a second from a folder to found by a description, time of a search among them, size of the index.

    python -m benchmarks.pictures [--pictures 10000] [--sized 500] [--models FOLDER] [--json FILE]

The pictures are drawn scenes, indexed in this process as ``hunch index`` does; drawing them is not counted. Searches
are partial captions of some of them. The small model for drawn objects does all of them, a model of real size
``--sized`` of them: the weights ``benchmarks.image_embedding`` keeps, random ones if need be, which says how fast it
is and nothing about what it finds. The text in pictures is left alone; see ``benchmarks.ocr``.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.background import MODELS, load_now
from benchmarks.data import ROOT
from benchmarks.search_latency import timed
from indexer.answers import Snapshot
from indexer.engine import Engine
from indexer.errors import KnownError
from indexer.paths import to_text
from indexer.runtime import Places
from indexer.settings import change
from models.catalogue import DEFAULT_TEXT_MODEL
from models.errors import ModelError
from models.image_catalogue import DEFAULT_IMAGE_MODEL, DRAWN_IMAGE_MODEL
from models.store import ModelStore
from resources.draw_scenes import draw
from resources.draw_words import caption, make_scene

_SIZE = (640, 480)
_PER_FOLDER = 500
_QUERIES = 100
_MODES = ("pictures", "all")


def draw_pictures(folder: Path, count: int) -> list[str]:
    """Write ``count`` JPEG files below ``folder``; returns a caption of each, which may leave something out."""
    random = Random(1)
    captions = []
    for number in range(count):
        path = folder / str(number // _PER_FOLDER) / f"{number}.jpg"
        path.parent.mkdir(parents=True, exist_ok=True)
        scene = make_scene(random)
        draw(scene, random, _SIZE).save(path, quality=85)
        captions.append(caption(scene, random, partial=True))
    return captions


@contextmanager
def engine_with(data: Path, models: Path, picture_model: str) -> Iterator[Engine]:
    """An engine in this process that looks at pictures with the model, and has ``models`` without sharing changes."""
    places = Places(data)
    places.create()
    shutil.copytree(models, places.models, copy_function=os.link)
    change(places.settings, picture_model=picture_model, read_pictures=False)
    engine = Engine(places, partial(print, file=sys.stderr))
    try:
        yield engine
    finally:
        engine.close()


def index(engine: Engine, folder: Path, count: int) -> dict[str, float]:
    """Pictures per second by phase. That of looking includes loading the model."""
    begun: dict[str, float] = {}
    ended: dict[str, float] = {}

    def note(step: Snapshot) -> None:
        ended[step.phase] = time.perf_counter()
        begun.setdefault(step.phase, ended[step.phase])

    engine.index([to_text(str(folder))], note, threading.Event())
    counted = engine.status()["files"]
    if counted["ready"] != count:
        raise SystemExit(f"not every picture was read: {counted}")
    return {phase: count / (ended[phase] - begun[phase]) for phase in ("read", "look")}


def measure(options: argparse.Namespace) -> dict[str, Any]:
    """Everything, by what it is of."""
    with tempfile.TemporaryDirectory(prefix="hunch-pictures-") as name:
        folder, few, data, sized = (Path(name) / part for part in ("files", "few", "data", "sized"))
        captions = draw_pictures(folder, options.pictures)
        with engine_with(data, options.models, DRAWN_IMAGE_MODEL) as engine:
            rates = index(engine, folder, options.pictures)
            queries = Random(2).sample(captions, min(_QUERIES, len(captions)))
            times = {}
            for mode in _MODES:
                for query in queries[:5]:
                    engine.search(query, mode=mode)
                times[mode] = timed(partial(engine.search, mode=mode), queries)
        size = Places(data).index_db.stat().st_size
        draw_pictures(few, options.sized)
        with engine_with(sized, options.sized_models, DEFAULT_IMAGE_MODEL) as engine:
            sized_rates = index(engine, few, options.sized)
    return {
        "pictures": options.pictures, "per_second": rates, "search": times, "index_mb": size / (1 << 20),
        "index_kb_per_picture": size / 1024 / options.pictures, "sized_pictures": options.sized,
        "sized_model": DEFAULT_IMAGE_MODEL, "sized_per_second": sized_rates, "load": load_now(),
    }


def main() -> int:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pictures", type=int, default=10_000)
    parser.add_argument("--sized", type=int, default=500, help="pictures for the model of real size")
    parser.add_argument("--models", type=Path, default=MODELS, help="model folder")
    parser.add_argument("--sized-models", type=Path, default=ROOT / ".make" / "bench-image-models",
                        help="model folder of benchmarks.image_embedding")
    parser.add_argument("--json", type=Path, help="write the result here")
    options = parser.parse_args()
    try:
        for model in (DEFAULT_TEXT_MODEL, DRAWN_IMAGE_MODEL):
            if ModelStore(options.models).obtain_offline(model) is None:
                raise SystemExit(f"{model} is not on this machine. Get it with: hunch models fetch {model}")
        ModelStore(options.sized_models).resolve(DEFAULT_IMAGE_MODEL)
    except ModelError as error:
        raise SystemExit(f"{error.message} Or let benchmarks.image_embedding make one to stand in for it.") from error
    try:
        result = measure(options)
    except KnownError as error:
        raise SystemExit(str(error)) from error
    for count, model, rates in (
        (options.pictures, DRAWN_IMAGE_MODEL, result["per_second"]),
        (options.sized, DEFAULT_IMAGE_MODEL, result["sized_per_second"]),
    ):
        print(f"{count} pictures, {model}: read {rates['read']:.1f}, looked at {rates['look']:.1f} a second")
    for mode, figures in result["search"].items():
        print(f"search, {mode:8} p50 {figures['p50_ms']:7.1f} ms  p95 {figures['p95_ms']:7.1f} ms")
    print(f"index {result['index_mb']:.1f} MB, {result['index_kb_per_picture']:.1f} kB a picture; {result['load']}")
    if options.json:
        options.json.write_text(json.dumps(result, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
