"""Where chance begins: how near to a query the passages of this library are that have nothing to do with it.

A z-score against passages of the same library does not tell it: a question about the only subject of a library is near
to all of it. So each query is held against two things, and the higher one counts: the cosines it has with a fixed
random sample of the passages, and the best cosine that questions about everyday matters, asked of this very library,
get. Of questions the library cannot answer few are nearer, of those it can nearly all (benchmarks/chance.py).
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import apsw
import numpy as np
from numpy.typing import NDArray

from indexer.search.meaning import Ids, LoadedSpace
from indexer.store.vectors import vectors_of

SAMPLE = 2_000
"""Passages in the sample."""
ENOUGH = 50
"""Passages below which nothing is said of chance: what is usual in a library cannot be told from so few."""
QUESTIONS = (
    "recipe for pancakes with blueberries", "how to change a bicycle tyre", "symptoms of the flu in children",
    "average rainfall in the Amazon basin", "rules of chess for beginners", "history of the Ottoman Empire",
    "how do volcanoes erupt", "best hiking trails in Norway", "guitar chords for a folk song",
    "train the dog to sit and stay", "quarterly sales report for the board", "how to knit a scarf",
    "wedding invitation wording", "price of a used car", "football league results", "repair a leaking kitchen tap",
    "causes of the First World War", "photosynthesis in plants", "python function that sorts a list",
    "rental contract for an apartment", "heart surgery recovery time", "planets of the solar system",
    "how to paint a wooden fence", "airline baggage allowance", "income tax return deadline",
    "lyrics about lost love", "museum opening hours in Paris", "treatment of back pain",
    "supersonic aircraft wing design", "library catalogue systems", "radio antenna for short waves",
    "blood pressure medicine side effects", "minutes of the parents' evening", "password for the wireless network",
    "yoga exercises for the morning", "birthday card for grandmother", "species of garden birds",
    "church choir rehearsal schedule", "insurance claim after a storm", "coffee machine descaling instructions",
)
"""So different that no library answers half of them: their median is what chance gives."""

_SPREADS = 2.0
"""Above the middle of what everyday questions find, and of pairs of passages: few of them lie higher."""
_SPREADS_OF_PASSAGES = 1.0
"""Above the middle of all passages. Answers lie hardly higher where the whole library is about the question."""
_TO_SPREAD = 1.4826
"""Standard deviations in a median absolute deviation, for normal values."""
_GROWTH = 0.1
"""Share by which a library may change before it is measured anew."""
_PAIRS = 500
_SCATTER = np.uint64(0x9E3779B97F4A7C15)

Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Chance:
    """What chance gives in one space.

    Attributes:
        sample: unit vectors (n, dim) of passages.
        asked: cosine that a question must pass.
        alike: cosine that a passage must pass to be like another.
    """

    sample: Vectors
    asked: float
    alike: float

    def level(self, query: Vectors, *, is_file: bool) -> float:
        """Cosine with ``query``, shape (dim,), up to which a passage is no nearer than chance.

        ``is_file``: the query is the content of a file rather than a question.
        """
        near_all = usual_highest(self.sample @ query, _SPREADS_OF_PASSAGES)
        return max(self.alike if is_file else self.asked, near_all)


class ChanceOf:
    """Measures spaces, each once until its library has changed by a tenth. Thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: dict[bool, tuple[int, int, Chance]] = {}

    def in_space(
        self, connection: apsw.Connection, space: LoadedSpace, embed: Callable[[Sequence[str]], Vectors] | None
    ) -> Chance | None:
        """What chance gives in ``space``; None where it has fewer than ``ENOUGH`` passages.

        Args:
            embed: unit vectors (n, dim) of questions; None where only files are compared. Raises KnownError.
        """
        count = len(space.chunk_ids)
        with self._lock:
            if known := self._known.get(embed is not None):
                space_id, counted, chance = known
                if space_id == space.id and abs(count - counted) <= _GROWTH * counted:
                    return chance
            own = vectors_of(connection, space.id, sample_of(space.chunk_ids).tolist())
            if len(own) < ENOUGH:
                return None
            questions = embed(QUESTIONS) if embed is not None else np.zeros((0, space.dim), dtype=np.float32)
            chance = measured(np.stack(list(own.values())), count, questions)
            self._known[embed is not None] = space.id, count, chance
            return chance


def measured(sample: Vectors, count: int, questions: Vectors) -> Chance:
    """Chance in a library of ``count`` passages of which ``sample`` is a part; unit vectors (n, dim) both."""
    some = sample[:_PAIRS]
    pairs = (some @ some.T)[np.triu_indices(len(some), 1)]
    return Chance(sample, usual_highest(_best(sample @ questions.T, count)), usual_highest(pairs))


def usual_highest(values: NDArray[np.float32], spreads: float = _SPREADS) -> float:
    """So many spreads above the middle of ``values``, -1 of none; few high ones do not lift it."""
    if not values.size:
        return -1.0
    middle = float(np.median(values))
    return middle + spreads * _TO_SPREAD * float(np.median(np.abs(values - middle)))


def sample_of(chunk_ids: Ids) -> Ids:
    """At most ``SAMPLE`` of the ids, those that scatter lowest: a passage that is in stays in while others come."""
    if len(chunk_ids) <= SAMPLE:
        return chunk_ids
    places = np.argpartition(chunk_ids.astype(np.uint64) * _SCATTER, SAMPLE)[:SAMPLE]
    return chunk_ids[places]


def _best(cosines: NDArray[np.float32], count: int) -> NDArray[np.float32]:
    """Best cosine of each question (column) among ``count`` passages, from those with a sample (rows).

    The highest of many values grows with the logarithm of their number (Gumbel); the step from a quarter of the
    sample to the whole tells by how much, in the middle of all questions.
    """
    best: NDArray[np.float32] = cosines.max(axis=0)
    rows = len(cosines)
    if count <= rows:
        return best
    quarters = np.mean([part.max(axis=0) for part in np.array_split(cosines, 4)], axis=0)
    step = float(np.median(best - quarters)) / np.log(4.0)
    grown: NDArray[np.float32] = (best + step * np.log(count / rows)).astype(np.float32)
    return grown
