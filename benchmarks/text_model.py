"""The product's text model for benchmarks: the default model in its own child process."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

import numpy as np
from numpy.typing import NDArray

from indexer.model_host import ModelHost
from indexer.store.chunks import JOIN_RULE
from models.base import space_fingerprint
from models.catalogue import DEFAULT_TEXT_MODEL
from models.store import ModelStore


class TextModel:
    """Embeds through the model child; obtains the default model into ``folder`` if it is not there. Close after use."""

    def __init__(self, folder: Path) -> None:
        store = ModelStore(folder)
        installed = store.obtain(DEFAULT_TEXT_MODEL)
        self.dim = installed.spec.dim
        self.fingerprint = space_fingerprint(installed.spec, installed.sha256, self.dim, JOIN_RULE)
        self._host = ModelHost(store.command(DEFAULT_TEXT_MODEL))

    def embed_documents(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of shape (len(texts), dim)."""
        return self._host.embed_documents(texts)

    def embed_query(self, text: str) -> NDArray[np.float32]:
        """Vector of shape (dim,)."""
        return self._host.embed_query(text)

    def __enter__(self) -> TextModel:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._host.close()
