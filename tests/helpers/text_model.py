"""The default text model for tests that need the real one: prepared once, kept in ``.make/test-models``."""

from __future__ import annotations

from pathlib import Path

from models.catalogue import DEFAULT_TEXT_MODEL
from models.errors import ModelError
from models.store import ModelStore


def prepared_models(root: Path) -> Path:
    """The folder of a ModelStore below the repository ``root`` in which the default model is installed and tuned.

    What is there is used again if its hash holds. Needs the weights package; no network.
    """
    folder = root / ".make" / "test-models"
    store = ModelStore(folder)
    try:
        store.verify(DEFAULT_TEXT_MODEL)
    except ModelError as error:
        if error.code == "model_damaged":
            store.remove(DEFAULT_TEXT_MODEL)
    store.obtain(DEFAULT_TEXT_MODEL)
    return folder
