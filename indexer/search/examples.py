"""Like this, not like that: words and files that pull the results towards them or push them away.

Vectors of one space can be added and subtracted (Mikolov et al., arXiv 1301.3781, for words; it holds for CLIP's and
for those of sentences as well).
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import PurePath

import apsw
import numpy as np
from numpy.typing import NDArray

from indexer.paths import fold
from indexer.query.texts import composed
from indexer.search.meaning import LoadedSpace
from indexer.store.vectors import vectors_of

AWAY = -0.7
"""Weight of what is not wanted. As heavy as what is, it would leave little of a query of one word."""

Vector = NDArray[np.float32]

_FILE = re.compile(r"[/\\]|[^.\s]\.\w{1,8}$")


@dataclass(frozen=True, slots=True)
class Outside:
    """Mean vectors of a file that is not in the index, in the active spaces; None where it has no such part."""

    text: Vector | None
    picture: Vector | None


@dataclass(frozen=True, slots=True)
class Example:
    """Words, or a file, that pull (``weight`` above 0) or push away.

    Attributes:
        words: as typed.
        path: of the file, a database path; None for words.
        text, picture: unit vectors of the file in the active spaces, None where it has none.
        by_sight: a file that is compared by what it shows rather than by what it says.
    """

    weight: float
    words: str
    path: str | None = None
    text: Vector | None = None
    picture: Vector | None = None
    by_sight: bool = False

    @property
    def alike(self) -> Vector | None:
        """The file's vector in the text space; None for words, and for a file that is compared by sight."""
        return None if self.by_sight else self.text

    @property
    def seen(self) -> Vector | None:
        """The same in the image space."""
        return self.picture if self.by_sight else None


def names_file(typed: str) -> bool:
    """Whether an example looks like the name or path of a file rather than like words."""
    return bool(_FILE.search(typed))


def file_named(connection: apsw.Connection, typed: str) -> str | None:
    """Path of the file in the index at this path, else of the newest of this name, with or without its ending."""
    found = connection.execute("SELECT path FROM file WHERE path = ?", (typed,)).get
    if found is None and os.sep in typed:
        # Some systems keep accents apart from their letters; in a query they stand on them.
        alike = connection.execute("SELECT path FROM file WHERE folded = ?", (fold(typed.rpartition(os.sep)[2]),))
        found = next((path for (path,) in alike if composed(str(path)) == composed(typed)), None)
    for condition in ("folded = ?1", "folded > ?1 || '.' AND folded < ?1 || '/'"):
        if found is None:
            newest = "ORDER BY name = ?2 DESC, mtime_ns DESC LIMIT 1"
            sql = f"SELECT path FROM file WHERE {condition} {newest}"
            found = connection.execute(sql, (fold(typed), typed)).get
    return None if found is None else str(found)


def name_in_words(path: str) -> str:
    """What a file's name says, for when nothing else is known of it."""
    return " ".join(re.findall(r"[^\W_]+", PurePath(path.replace("\\", "/")).stem))


def mean_vector(connection: apsw.Connection, space: LoadedSpace | None, path: str) -> Vector | None:
    """Unit vector in ``space`` of the file at ``path``, the mean of its passages; None where it has none."""
    if space is None:
        return None
    rows = connection.execute("SELECT c.id FROM file f JOIN chunk c ON c.file_id = f.id WHERE f.path = ?", (path,))
    own = vectors_of(connection, space.id, [number for (number,) in rows])
    return unit(np.mean(list(own.values()), axis=0)) if own else None


def steered(
    text: str,
    examples: Sequence[Example],
    own: Callable[[Example], Vector | None],
    embed: Callable[[Sequence[str]], Vector],
) -> Vector | None:
    """Unit vector (dim,) of a query with its examples in one space; None when nothing in it has a vector there.

    Args:
        own: a file's vector in this space.
        embed: unit vectors (n, dim) of texts; asked only when there are words. May raise KnownError.
    """
    words = [(1.0, text)] if text else []
    words += [(one.weight, one.words) for one in examples if one.path is None]
    parts = [one.weight * vector for one in examples if one.path is not None and (vector := own(one)) is not None]
    if words:
        vectors = embed([typed for _, typed in words])
        parts += [weight * vector for (weight, _), vector in zip(words, vectors, strict=True)]
    if not parts:
        return None
    total: Vector = np.sum(parts, axis=0)
    return unit(total) if total.any() else unit(parts[-1])


def unit(vector: Vector) -> Vector:
    """``vector`` at length 1, or as it is when it has no direction."""
    length = float(np.linalg.norm(vector))
    scaled: Vector = vector / length if length > 0 else vector
    return scaled
