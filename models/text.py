"""The text backend: a GGUF model on llama.cpp, with a token budget of its own.

Nothing is ever cut silently. A text longer than the model's context is split into windows, each with its own opening
and closing tokens; the text's vector is the mean of the windows' vectors weighted by their tokens, of unit length. A
text without any token (empty, only spaces) is embedded as what stands around it, the prefix and special tokens: its
vector is finite and of unit length, equal for all such texts.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

import numpy as np

from models.base import ModelSpec, Role, Vectors, unit_rows
from models.errors import ModelError
from models.llama import LlamaModel
from models.windows import average_windows, pack_by_length, split_windows

LONGEST_WINDOW = 2048
"""Tokens. Attention costs the square of the window, so models that allow 32k still read in windows of this size."""

DEFAULT_PACK_TOKENS = 256
MAX_SEQUENCES = 64


class TextModel:
    """A loaded text model; satisfies ``models.base.TextBackend``. Not thread-safe: one child, one model."""

    runs_on = "llama.cpp"

    def __init__(
        self, gguf: Path, spec: ModelSpec, *, dim: int | None = None, threads: int = 1, flash_attention: bool = True,
        pack_tokens: int = DEFAULT_PACK_TOKENS,
    ) -> None:
        """Load ``gguf``.

        ``dim``: length of the vectors wanted, ``spec.dim`` or one of ``spec.matryoshka``; ``threads``: packs run at
        the same time; ``pack_tokens``: tokens run side by side when texts are short. Raises ModelError
        ``model_failed`` (cannot run, dimension not offered), ``model_mismatch`` (the file's vectors are not as long as
        the catalogue says).
        """
        self.spec = spec
        self._dim = spec.dim if dim is None else dim
        if self._dim != spec.dim and self._dim not in spec.matryoshka:
            allowed = ", ".join(str(size) for size in (spec.dim, *spec.matryoshka))
            raise ModelError("model_failed", f"{spec.id} gives vectors of {allowed} numbers, not {self._dim}.")
        window = min(spec.context, LONGEST_WINDOW)
        self._pack_tokens = pack_tokens
        self._model = LlamaModel(
            gguf, spec.pooling, lanes=threads, flash_attention=flash_attention,
            max_tokens=max(window, pack_tokens), max_sequences=MAX_SEQUENCES,
        )
        if self._model.width != spec.dim or self._model.trained_context < window:
            found = f"{self._model.width} numbers, {self._model.trained_context} tokens"
            self._model.close()
            raise ModelError(
                "model_mismatch",
                f"{gguf.name} is not {spec.id}: vectors and context are {found}, expected {spec.dim} and {window}.",
            )
        self._free_lanes: SimpleQueue[int] = SimpleQueue()
        for lane in range(threads):
            self._free_lanes.put(lane)
        self._workers = ThreadPoolExecutor(threads, thread_name_prefix="lane")
        self._room = window - len(self._model.opening) - len(self._model.closing)
        self._prefixes: dict[Role, str] = {"query": spec.query_prefix, "document": spec.document_prefix}

    @property
    def dim(self) -> int:
        """Length of the vectors returned."""
        return self._dim

    def embed_texts(self, texts: Sequence[str], role: Role) -> Vectors:
        """Vectors of shape (len(texts), dim), float32, finite, of unit length. ``[]`` gives shape (0, dim).

        Raises ModelError ``model_failed`` when a vector is not finite or zero.
        """
        if not texts:
            return np.zeros((0, self._dim), dtype=np.float32)
        sequences: list[list[int]] = []
        owners: list[int] = []
        weights: list[int] = []
        for index, text in enumerate(texts):
            for window in self._windows(text, role):
                sequences.append([*self._model.opening, *window, *self._model.closing])
                owners.append(index)
                weights.append(max(1, len(window)))
        packs = pack_by_length([len(sequence) for sequence in sequences], self._pack_tokens, MAX_SEQUENCES)
        rows = np.empty((len(sequences), self._model.width), dtype=np.float32)
        encoded = self._workers.map(self._encode, ([sequences[index] for index in pack] for pack in packs))
        for pack, vectors in zip(packs, encoded, strict=True):
            rows[pack] = vectors
        windows = self._finish(rows)
        if len(windows) == len(texts):
            return windows
        return unit_rows(average_windows(windows, owners, weights, len(texts)))

    def close(self) -> None:
        """Free the model's memory."""
        self._workers.shutdown(cancel_futures=True)
        self._model.close()

    def _encode(self, sequences: Sequence[Sequence[int]]) -> Vectors:
        lane = self._free_lanes.get()
        try:
            return self._model.encode(sequences, lane)
        finally:
            self._free_lanes.put(lane)

    def _windows(self, text: str, role: Role) -> list[list[int]]:
        prefix = self._prefixes[role]
        whole = self._tokens(prefix + text)
        if len(whole) <= self._room:
            return [whole]
        opening = self._tokens(prefix) if prefix else []
        body = self._tokens(text) if prefix else whole
        return [[*opening, *window] for window in split_windows(body, self._room - len(opening))]

    def _tokens(self, text: str) -> list[int]:
        return self._model.tokenize(clean_for_bert(text) if self._model.lower_cases else _nfc(text))

    def _finish(self, rows: Vectors) -> Vectors:
        if self._dim == self.spec.dim:
            return unit_rows(rows)
        if self.spec.matryoshka_layer_norm:
            centred = rows - rows.mean(axis=1, keepdims=True)
            rows = centred / np.sqrt(rows.var(axis=1, keepdims=True) + 1e-5)
        return unit_rows(rows[:, : self._dim])


def clean_for_bert(text: str) -> str:
    """What BERT's own tokenizer does first: accents and control characters go, whatever form they came in.

    llama.cpp does this only for the composed characters in its table; a decomposed accent becomes [UNK] there.
    Source: BertNormalizer of the tokenizers library (clean_text, strip_accents).
    """
    if text.isascii() and text.isprintable():
        return text
    kept: list[str] = []
    for character in unicodedata.normalize("NFD", text):
        category = unicodedata.category(character)
        if character.isspace():
            kept.append(" ")
        elif category != "Mn" and category[0] != "C" and character != "\ufffd":
            kept.append(character)
    return "".join(kept)


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)
