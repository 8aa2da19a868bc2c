"""One order out of several channels. Pure.

Every candidate comes with its true score in each channel; ranks are not used (Bruch et al., arXiv 2210.11934).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]

MEANING_WEIGHT = 0.7
"""Best mean nDCG@10 over the test collections (benchmarks/quality.py); from 0.65 to 0.8 it moves by 0.005."""
FEW_WORDS = 3
"""Words up to which a query is a few words rather than a sentence: a model has little to go by."""
MEANING_WEIGHT_OF_FEW = 0.1
"""The same for these where a passage holds them all: of 0.1 to 0.3 the only one nowhere below words alone on
one to three words of titles; 0.7 loses four hundredths there."""
NAME_WEIGHT = 0.3
"""Weight of a name that holds the words of the query, beside words and meaning, which together weigh 1."""


def fuse(bm25: Scores, cosine: Scores, few: float | None = None) -> Scores:
    """Convex combination of cosine and BM25 over its maximum, both of shape (n,).

    ``few``: of a query of few words, the sum of their idf. The nearer a passage comes to holding each of them, the more
    they count; where none does, what they mean is what was remembered.

    A ``cosine`` of NaN stands for a passage without a vector yet: it gets the cosine passages found by the same
    words have on average, so that it is neither lost nor favoured.
    """
    words = normalised(bm25)
    known = ~np.isnan(cosine)
    if not known.any():
        return words
    guess = float(cosine[known & (bm25 > 0)].mean()) if (known & (bm25 > 0)).any() else float(cosine[known].mean())
    meaning = np.where(known, cosine, guess)
    if few is None:
        return MEANING_WEIGHT * meaning + (1.0 - MEANING_WEIGHT) * words
    held = min(1.0, float(bm25.max(initial=0.0)) / few) if few > 0 else 1.0
    weight = MEANING_WEIGHT - (MEANING_WEIGHT - MEANING_WEIGHT_OF_FEW) * held * held
    return weight * meaning + (1.0 - weight) * held * words


def normalised(bm25: Scores) -> Scores:
    """BM25 in [0, 1]: over the highest of this query."""
    highest = bm25.max(initial=0.0)
    return bm25 / highest if highest > 0 else np.zeros_like(bm25)
