"""Texts as the token ids of an image model's text tower.

Nothing is cut silently: a text longer than the context becomes windows, as in ``models.text``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from models.base import ModelSpec
from models.clip_words import ClipWords, canonical
from models.errors import ModelError
from models.image_files import image_facts
from models.windows import split_windows

PIECES = "tokenizer.json"
_ENDS = ("</s>", "<eos>")

Ids = NDArray[np.int64]


class Vocabulary(Protocol):
    """``opening`` and ``closing`` stand around every text."""

    opening: list[int]
    closing: list[int]

    def ids(self, text: str) -> list[int]:
        """Ids of ``text`` alone; ``[]`` when there is nothing in it."""
        ...


class Pieces:
    """A SentencePiece vocabulary in the form of ``tokenizer.json``, for texts cleaned as SigLIP was trained on them."""

    def __init__(self, path: Path) -> None:
        """Raises ModelError ``model_damaged``, ``model_mismatch``."""
        import tokenizers

        try:
            self._tokenizer = tokenizers.Tokenizer.from_file(str(path))
        except Exception as error:  # the library raises nothing more special
            raise ModelError("model_damaged", f"{path.name} could not be read: {error}.") from error
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        ends = [found for name in _ENDS if (found := self._tokenizer.token_to_id(name)) is not None]
        if not ends:
            raise ModelError("model_mismatch", f"{path.name} has no token for the end of a text.")
        self.opening: list[int] = []
        self.closing = ends[:1]

    def ids(self, text: str) -> list[int]:
        """Ids of ``text`` without punctuation and capitals."""
        found: list[int] = self._tokenizer.encode(canonical(text), add_special_tokens=False).ids
        return found


class Tokens:
    """The texts of one model as ids. Not thread-safe."""

    def __init__(self, spec: ModelSpec, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._context = spec.context
        facts = image_facts(spec)
        self._pad_id = facts.pad_id if facts.tokenizer == "pieces" else None

    def windows(self, text: str) -> list[Ids]:
        """One (1, length) array for each window over ``text``; a model that pads gets its whole context."""
        opening, closing = self._vocabulary.opening, self._vocabulary.closing
        room = self._context - len(opening) - len(closing)
        return [self._row([*opening, *window, *closing]) for window in split_windows(self._vocabulary.ids(text), room)]

    def _row(self, ids: list[int]) -> Ids:
        if self._pad_id is not None:
            ids = ids + [self._pad_id] * (self._context - len(ids))
        return np.array([ids], dtype=np.int64)


def tokens_of(spec: ModelSpec, folder: Path) -> Tokens:
    """The tokens of the model in ``folder``. Raises ModelError when the vocabulary is missing or damaged."""
    pieces = image_facts(spec).tokenizer == "pieces"
    return Tokens(spec, Pieces(folder / PIECES) if pieces else ClipWords())
