"""How well a person's own files are found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from indexer.answers import Mode
from indexer.reports.plain import to_json


@dataclass(frozen=True, slots=True)
class Figures:
    """How well ``queries`` were answered in one mode; each figure with the ends of its 95 % interval.

    Attributes:
        kind: of the queries; None for all of them.
        hit_1, hit_5: share of queries whose file was first, or among five.
        mrr: mean of 1 / place, 0 where it was not among ten.
    """

    mode: Mode
    kind: str | None
    queries: int
    hit_1: tuple[float, float, float]
    hit_5: tuple[float, float, float]
    mrr: tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Pace:
    """Time of a query in one mode, in milliseconds."""

    mode: Mode
    p50_ms: float
    p95_ms: float


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How well the person's own files are found.

    Attributes:
        seed: the same seed asks the same questions of the same files.
        files: how many files questions were made from.
        models: by kind of space, what answered.
        skipped: by mode or kind of question, why there are no figures.
        notice: what the figures do not tell, such as that there are too few files; None where there is nothing to say.
    """

    seed: int
    files: int
    models: Mapping[str, str]
    figures: tuple[Figures, ...]
    paces: tuple[Pace, ...]
    skipped: Mapping[str, str]
    notice: str | None

    def to_json(self) -> dict[str, Any]:
        """The documented JSON object of ``hunch eval``."""
        return to_json(self)
