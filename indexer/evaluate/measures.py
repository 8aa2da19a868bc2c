"""What places of known answers amount to. Pure."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_RESAMPLED = 2_000
_INTERVAL = (2.5, 97.5)

Figure = tuple[float, float, float]
"""A mean, and the ends of its 95 % interval."""


def hit_at(places: Sequence[int | None], depth: int) -> NDArray[np.float64]:
    """1 for every question whose answer was among the first ``depth``, else 0. Places count from 1."""
    return np.array([place is not None and place <= depth for place in places], dtype=np.float64)


def reciprocal(places: Sequence[int | None]) -> NDArray[np.float64]:
    """1 / place, 0 where the answer was not found."""
    return np.array([0.0 if place is None else 1.0 / place for place in places], dtype=np.float64)


def figure(values: NDArray[np.float64], seed: int) -> Figure:
    """Mean of ``values``, one a question, with its percentile bootstrap interval (Efron 1979).

    Raises ValueError without values.
    """
    if not values.size:
        raise ValueError("no question was asked")
    drawn = np.random.default_rng(seed).integers(values.size, size=(_RESAMPLED, values.size))
    low, high = np.percentile(values[drawn].mean(axis=1), _INTERVAL)
    return float(values.mean()), float(low), float(high)
