"""All benchmarks, one after the other: ``make bench``. Results go to ``benchmarks/results`` as well."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "benchmarks" / "results"
CACHE = ROOT / ".make" / "bench-cache"
MODELS = ROOT / ".make" / "bench-models"
IMAGE_MODELS = ROOT / ".make" / "bench-image-models"

_RUNS: dict[str, list[str]] = {
    "text_embedding": ["--models", str(MODELS), "--json"],
    "quality": ["--models", str(MODELS), "--cache", str(CACHE), "--json"],
    "chance": ["--models", str(MODELS), "--cache", str(CACHE), "--json"],
    "search_latency": ["--models", str(MODELS), "--cache", str(CACHE), "--json"],
    "index_folder": ["--models", str(MODELS), "--json"],
    "image_embedding": ["--models", str(IMAGE_MODELS), "--json"],
    "pictures": ["--models", str(MODELS), "--sized-models", str(IMAGE_MODELS), "--json"],
    "families": ["--json"],
    "known_items": ["--models", str(MODELS), "--json"],
    "languages": ["--json"],
    "extraction": [],
    "ocr": [],
    "reconcile": [],
    "freshness": ["--models", str(MODELS), "--json"],
    "search_while_indexing": ["--models", str(MODELS), "--json"],
    "idle": ["--models", str(MODELS), "--json"],
    "torture": ["--models", str(MODELS), "--json"],
}


def main() -> int:
    """Returns how many of them failed."""
    RESULTS.mkdir(parents=True, exist_ok=True)
    failed = 0
    for name, arguments in _RUNS.items():
        print(f"\n== {name}", flush=True)
        into = [str(RESULTS / f"{name}.json")] if arguments else []
        done = subprocess.run([sys.executable, "-m", f"benchmarks.{name}", *arguments, *into], cwd=ROOT, check=False)
        failed += done.returncode != 0
    return failed


if __name__ == "__main__":
    sys.exit(main())
