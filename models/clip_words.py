"""CLIP's byte-pair vocabulary without torch: equal to ``open_clip.SimpleTokenizer``, whose file of merges it reads.

Source: https://github.com/openai/CLIP, clip/simple_tokenizer.py, and open_clip/tokenizer.py.
"""

from __future__ import annotations

import gzip
import html
import importlib.util
import string
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import regex

from models.errors import ModelError

_MERGES = 49152 - 256 - 2
_WORD_END = "</w>"
_START, _END = "<start_of_text>", "<end_of_text>"
_WORD = regex.compile(
    rf"{_START}|{_END}|'s|'t|'re|'ve|'m|'ll|'d|[\p{{L}}]+|[\p{{N}}]|[^\s\p{{L}}\p{{N}}]+", regex.IGNORECASE
)
_NO_PUNCTUATION = str.maketrans("", "", string.punctuation)


class ClipWords:
    """Not thread-safe."""

    def __init__(self) -> None:
        """Raises ModelError ``model_failed`` when open_clip's vocabulary is not there."""
        merges = _read_merges()
        letters = _letters_of_bytes()
        symbols = [*letters.values(), *(letter + _WORD_END for letter in letters.values())]
        symbols += ["".join(merge) for merge in merges]
        self._ids = {symbol: index for index, symbol in enumerate([*symbols, _START, _END])}
        self._ranks = {merge: rank for rank, merge in enumerate(merges)}
        self._letters = letters
        self.opening = [self._ids[_START]]
        self.closing = [self._ids[_END]]
        self._word_ids = lru_cache(maxsize=4096)(self._merged)

    def ids(self, text: str) -> list[int]:
        """Ids of the tokens of ``text``, in lower case, without those that open and close it."""
        return [one for word in _WORD.findall(" ".join(cleaned(text).split()).lower()) for one in self._word_ids(word)]

    def _merged(self, word: str) -> list[int]:
        if word in (_START, _END):
            return [self._ids[word]]
        symbols = [self._letters[byte] for byte in word.encode()]
        symbols[-1] += _WORD_END
        while len(symbols) > 1:
            best = min(pairwise(symbols), key=lambda pair: self._ranks.get(pair, len(self._ranks)))
            if best not in self._ranks:
                break
            symbols = _joined(symbols, best)
        return [self._ids[symbol] for symbol in symbols]


def cleaned(text: str) -> str:
    """``text`` without damage from wrong encodings and without HTML entities, as open_clip cleans it."""
    if not (text.isascii() and text.isprintable()) or "&" in text:
        # slow to import, and without effect on anything else
        import ftfy

        text = html.unescape(html.unescape(ftfy.fix_text(text)))
    return text.strip()


def canonical(text: str) -> str:
    """``text`` cleaned, in lower case, without punctuation, as SigLIP was trained on it."""
    return " ".join(cleaned(text).replace("_", " ").translate(_NO_PUNCTUATION).lower().split())


def _joined(symbols: list[str], pair: tuple[str, str]) -> list[str]:
    found: list[str] = []
    index = 0
    while index < len(symbols):
        if tuple(symbols[index : index + 2]) == pair:
            found.append("".join(pair))
            index += 2
        else:
            found.append(symbols[index])
            index += 1
    return found


def _read_merges() -> list[tuple[str, str]]:
    # open_clip is found, not imported: that would load torch
    package = importlib.util.find_spec("open_clip")
    if package is None or package.origin is None:
        raise ModelError("model_failed", "open_clip is not installed; its vocabulary is needed. Install Hunch again.")
    listing = Path(package.origin).parent / "bpe_simple_vocab_16e6.txt.gz"
    try:
        lines = gzip.decompress(listing.read_bytes()).decode("utf-8").split("\n")
    except (OSError, EOFError, ValueError) as error:
        raise ModelError("model_failed", f"{listing} could not be read: {error}. Install Hunch again.") from error
    pairs = (line.split() for line in lines[1 : _MERGES + 1])
    return [(first, second) for first, second in pairs]


def _letters_of_bytes() -> dict[int, str]:
    """A visible letter for each byte, those that are visible themselves first."""
    visible = [*range(ord("!"), ord("~") + 1), *range(ord("¡"), ord("¬") + 1), *range(ord("®"), ord("ÿ") + 1)]
    others = [byte for byte in range(256) if byte not in visible]
    return {byte: chr(byte) for byte in visible} | {byte: chr(256 + rank) for rank, byte in enumerate(others)}
