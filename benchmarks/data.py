"""Where the collections lie that are not part of this repository."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("HUNCH_SHARED_DATA", ROOT.parent / "shared" / "data"))


def existing(folder: Path) -> Path:
    """``folder`` if it is there, else the end of the program with what to do."""
    if not folder.is_dir():
        raise SystemExit(f"{folder} is not there. Say where the collections are: HUNCH_SHARED_DATA=FOLDER")
    return folder
