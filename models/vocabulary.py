"""The WordPiece vocabulary of a BERT-family folder, in the form llama.cpp's tokenizer wants it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import gguf

from models.errors import ModelError

_WORD_START = "\u2581"
_SPECIAL_TOKENS = {"bos": "[CLS]", "sep": "[SEP]", "pad": "[PAD]", "unk": "[UNK]", "mask": "[MASK]"}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """``tokens`` and their GGUF ``types`` in order of id; ``special_ids`` by gguf's name of the role."""

    tokens: list[str]
    types: list[int]
    special_ids: dict[str, int]


def read_vocabulary(folder: Path, size: int) -> Vocabulary:
    """The vocabulary from ``tokenizer.json`` or ``vocab.txt``, padded to ``size`` tokens.

    Raises ModelError: ``model_mismatch`` for a tokenizer that is not lower-casing WordPiece (llama.cpp always
    lower-cases), ``model_damaged`` for one that cannot be read or lacks a special token.
    """
    tokenizer, listing = folder / "tokenizer.json", folder / "vocab.txt"
    try:
        if listing.is_file():
            words = listing.read_text(encoding="utf-8").removesuffix("\n").split("\n")
            ids = {word: index for index, word in enumerate(words)}
            settings = folder / "tokenizer_config.json"
            lower = not settings.is_file() or _lower_cases(settings)
        else:
            document = json.loads(tokenizer.read_text(encoding="utf-8"))
            ids, lower = _from_tokenizer(document, tokenizer)
    except OSError as error:
        raise ModelError("model_damaged", f"No vocabulary in {folder}: {error.strerror}.") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError("model_damaged", f"The vocabulary in {folder} cannot be understood: {error}.") from error
    if not lower:
        raise ModelError("model_mismatch", f"The model in {folder} tells capitals apart; llama.cpp cannot run that.")
    if max(ids.values(), default=0) >= size:
        raise ModelError("model_damaged", f"The vocabulary in {folder} is longer than its config.json says.")
    missing = sorted(token for token in _SPECIAL_TOKENS.values() if token not in ids)
    if missing:
        raise ModelError("model_damaged", f"The vocabulary in {folder} lacks {', '.join(missing)}.")

    by_id = {index: word for word, index in ids.items()}
    tokens, types = [], []
    for index in range(size):
        word = by_id.get(index)
        tokens.append(f"[PAD{index}]" if word is None else _gguf_token(word))
        types.append(_token_type(word))
    return Vocabulary(tokens, types, {role: ids[token] for role, token in _SPECIAL_TOKENS.items()})


def _from_tokenizer(document: dict[str, Any], path: Path) -> tuple[dict[str, int], bool]:
    if document["model"].get("type", "WordPiece") != "WordPiece" or not isinstance(document["model"]["vocab"], dict):
        raise ModelError("model_mismatch", f"{path} is not a WordPiece tokenizer; only those can be converted.")
    ids: dict[str, int] = dict(document["model"]["vocab"])
    ids.update((added["content"], added["id"]) for added in document.get("added_tokens", []))
    return ids, (document.get("normalizer") or {}).get("lowercase", True)


def _gguf_token(word: str) -> str:
    if word.startswith("[") and word.endswith("]"):
        return word
    if word.startswith("##"):
        return word[2:]
    return _WORD_START + word


def _token_type(word: str | None) -> int:
    if word is None:
        return int(gguf.TokenType.UNUSED)
    if word == "[UNK]":
        return int(gguf.TokenType.UNKNOWN)
    return int(gguf.TokenType.CONTROL if word in _SPECIAL_TOKENS.values() else gguf.TokenType.NORMAL)


def _lower_cases(settings: Path) -> bool:
    return bool(json.loads(settings.read_text(encoding="utf-8")).get("do_lower_case", True))
