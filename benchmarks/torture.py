"""Thousands of changes and a hundred kills: does the index come to what a new one would be?

    python -m benchmarks.torture [--seed 1] [--operations 5000] [--kills 200] [--models FOLDER] [--json FILE]

The longer form of ``tests/e2e/test_engine_torture.py``. On a difference it fails, and leaves everything where it says.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.background import MODELS, load_now
from models.catalogue import DEFAULT_TEXT_MODEL
from models.store import ModelStore
from tests.helpers.changes import RandomChanges
from tests.helpers.command import Hunch
from tests.helpers.torture import SETTINGS, assert_as_new, settle, torment


def main() -> int:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--operations", type=int, default=5_000)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--models", type=Path, default=MODELS, help="model folder")
    parser.add_argument("--json", type=Path, help="write the result here")
    options = parser.parse_args()
    ModelStore(options.models).obtain(DEFAULT_TEXT_MODEL)
    top = Path(tempfile.mkdtemp(prefix="hunch-torture-"))
    hunch, new = (Hunch(top / name) for name in ("tormented", "new"))
    for one in (hunch, new):
        shutil.copytree(options.models, one.data_dir / "models")
        (one.data_dir / "settings.toml").write_text(SETTINGS, encoding="utf-8")
    print(f"seed {options.seed}, in {top}", flush=True)
    started = time.monotonic()
    changes = RandomChanges(top / "files", options.seed)
    try:
        hunch.run("add", changes.folder)
        ordeal = torment(hunch, changes, options.seed, options.operations, options.kills)
        settle(hunch, ordeal)
        assert_as_new(hunch, new, changes.folder)
    finally:
        hunch.end_engine()
    killed = ", ".join(f"{role} {number}" for role, number in sorted(ordeal.killed.items()))
    print(f"{ordeal.operations} changes, {ordeal.answers} questions, killed: {killed}")
    print(", ".join(f"{name} {number}" for name, number in changes.done.most_common()))
    seconds = time.monotonic() - started
    print(f"the same as a new index, after {seconds:.0f} s; {load_now()}")
    if options.json:
        result = {"seed": options.seed, "changes": changes.done, "killed": ordeal.killed, "seconds": seconds}
        options.json.write_text(json.dumps(result, indent=1))
    shutil.rmtree(top)
    return 0


if __name__ == "__main__":
    sys.exit(main())
