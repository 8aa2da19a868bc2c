"""What is kept of a file's text to tell, without it, how much of it another file has: 364 bytes, whatever its length.

Shingles (three words in a row) by MinHash (Broder 1997) with 16 bits kept of each least value (Li and König 2010); of
its numbers and names the least hashes, from which sets up to that size are known whole (Bar-Yossef et al. 2002).
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from functools import lru_cache

import apsw
import numpy as np
from numpy.typing import NDArray

from indexer.errors import KnownError
from indexer.paths import fold
from indexer.store.bigrams import bigrams

MINIMA = 96
"""Hash functions of a sketch: the share of shingles two files have in common is known to within 0.05 (1 sigma)."""
NUMBERS = 24
NAMES = 16
SKETCH = np.dtype([
    ("shingles", "<u4"), ("numbers", "<u4"), ("names", "<u4"),
    ("minima", "<u2", (MINIMA,)), ("least_numbers", "<u4", (NUMBERS,)), ("least_names", "<u4", (NAMES,)),
])
"""A sketch: how many different shingles, numbers and names there are; minima of the shingles, least hashes of the
others in ascending order, filled up with ``NOTHING``. Changing anything here needs a migration that makes them anew."""
NOTHING = 0xFFFF_FFFF

_Hashes = NDArray[np.uint64]
_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d\w*(?:[.,:/'\u2019-]\w*\d\w*)*")
_NAME = re.compile(r" (?<=\w )([^\W\d_a-z]\w{2,})")
"""A word with a capital where no sentence begins."""
_BLOCK = 1 << 12
_CACHED_WORDS = 1 << 15
_random = np.random.default_rng(1997)
_FACTORS = _random.integers(1, 1 << 63, MINIMA, dtype=np.uint64) * np.uint64(2) + np.uint64(1)
_PLACES = _random.integers(1, 1 << 63, 3, dtype=np.uint64) * np.uint64(2) + np.uint64(1)


class Sketcher:
    """Takes the passages of a file, in any order, and makes their sketch: SQL's ``hunch_sketch(context, text)``.

    What passages repeat counts once, and no shingle reaches over the end of a passage: how a text was cut leaves little
    in its sketch.
    """

    def __init__(self) -> None:
        self._shingles: list[_Hashes] = []
        self._numbers: set[int] = set()
        self._names: set[int] = set()

    def step(self, *texts: apsw.SQLiteValue) -> None:
        """Take the texts of a passage: its headings and its own."""
        for text in texts:
            self._take(str(text))

    def final(self) -> bytes | None:
        """The sketch, None for a file without words."""
        if not self._shingles:
            return None
        shingles = np.unique(np.concatenate(self._shingles))
        sketch = np.zeros((), SKETCH)
        sketch["shingles"], sketch["numbers"], sketch["names"] = len(shingles), len(self._numbers), len(self._names)
        sketch["minima"] = _minima(shingles)
        sketch["least_numbers"] = _least(self._numbers, NUMBERS)
        sketch["least_names"] = _least(self._names, NAMES)
        return sketch.tobytes()

    def _take(self, text: str) -> None:
        words = _words(text)
        if words:
            self._shingles.append(np.unique(_shingles(words)))
            self._numbers.update(_hash(number) for number in map(_plain_number, _NUMBER.findall(text)) if number)
            self._names.update(_hash(fold(name)) for name in _NAME.findall(text) if name[0].isupper())


def renew(connection: apsw.Connection, file_id: int) -> None:
    """Make the file's sketch that of its passages as they are now. To be called inside a transaction."""
    connection.execute("DELETE FROM sketch WHERE file_id = ?", (file_id,))
    connection.execute(
        "INSERT INTO sketch (file_id, sketch) SELECT file_id, made FROM (SELECT file_id, hunch_sketch(context, text)"
        " AS made FROM chunk WHERE file_id = ? AND picture IS NULL GROUP BY file_id) WHERE made IS NOT NULL", (file_id,)
    )


def parse(blobs: Sequence[bytes]) -> NDArray[np.void]:
    """Sketches as kept, as an array of ``SKETCH``. Raises KnownError index_damaged when one has the wrong length."""
    joined = b"".join(blobs)
    if len(joined) != len(blobs) * SKETCH.itemsize:
        raise KnownError("index_damaged", "A sketch has the wrong length. It can be built again from your files.")
    return np.frombuffer(joined, SKETCH)


def _words(text: str) -> list[int]:
    """Hashes of the words; a run of a script without spaces gives its pairs of characters."""
    words = _WORD.findall(text)
    if not text.isascii():
        words = [part for word in words for part in bigrams(word).split() or (word,)]
    return [_hash_word(word) for word in words]


@lru_cache(_CACHED_WORDS)
def _hash_word(word: str) -> int:
    return zlib.crc32(fold(word).encode())


def _shingles(words: Sequence[int]) -> _Hashes:
    """64 bits of every three words in a row; of all words where there are fewer."""
    hashed = np.array([*words, *[0] * (3 - len(words))], dtype=np.uint64)
    last = len(hashed) - 2
    return _mixed(hashed[:last] * _PLACES[0] + hashed[1 : last + 1] * _PLACES[1] + hashed[2:] * _PLACES[2])


def _mixed(values: _Hashes) -> _Hashes:
    """Every bit of the result depends on every bit of the value (the end of SplitMix64, Steele et al. 2014)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58_476D_1CE4_E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D0_49BB_1331_11EB)
    return values ^ (values >> np.uint64(31))


def _minima(shingles: _Hashes) -> NDArray[np.uint16]:
    least = np.full(MINIMA, np.iinfo(np.uint64).max)
    for start in range(0, len(shingles), _BLOCK):
        part = shingles[start : start + _BLOCK]
        np.minimum(least, (part[:, np.newaxis] * _FACTORS).min(axis=0), out=least)
    # Not the highest bits: of the least of many values those are always zero.
    return (least >> np.uint64(16)).astype(np.uint16)


def _least(values: set[int], count: int) -> NDArray[np.uint32]:
    least = sorted(values)[:count]
    return np.array(least + [NOTHING] * (count - len(least)), dtype=np.uint32)


def _plain_number(written: str) -> str:
    """A number as written without its separators; '' for a lone digit, which counts pages and lists."""
    number = "".join(character for character in fold(written) if character.isalnum())
    return number if sum(character.isdigit() for character in number) > 1 else ""


def _hash(text: str) -> int:
    return zlib.crc32(text.encode())
