"""The share of the time in which indexing may work. Pure: the clock is the caller's."""

from __future__ import annotations

_LONGEST_REST_S = 1.0
_SHORTEST_REST_S = 0.01
_MOST_OWED_S = 60.0


class Budget:
    """Rest owed for work done. Not thread-safe: one owner."""

    def __init__(self) -> None:
        self._owed_s = 0.0

    def pay(self, worked_s: float, share: float) -> float:
        """Seconds to rest now, at most 1, so that work / (work + rest) comes to ``share``, above 0 and at most 1.

        What is left is carried over: call it again with 0 after each rest until it gives 0. However long the work
        was, no more than a minute is ever owed.
        """
        if share >= 1:
            self._owed_s = 0.0
            return 0.0
        self._owed_s = min(self._owed_s + worked_s * (1 - share) / share, _MOST_OWED_S)
        # The system's sleep is not exact enough for less.
        if self._owed_s < _SHORTEST_REST_S:
            return 0.0
        rest = min(self._owed_s, _LONGEST_REST_S)
        self._owed_s -= rest
        return rest
