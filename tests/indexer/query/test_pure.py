from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def test_a_window_can_load_the_language_without_the_engine() -> None:
    code = "import sys, indexer.query; print(sorted({'numpy', 'apsw', 'PIL', 'indexer.store'} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip() == "[]"
