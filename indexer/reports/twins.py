"""What is there more than once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from indexer.reports.plain import to_json

Alike = Literal["same content", "nearly the same text", "other version", "same picture"]


@dataclass(frozen=True, slots=True)
class Twin:
    """A file that is there more than once. ``alike``: how it relates to the newest; None of that itself.

    ``picture``: name of the view to show for a file that is a picture.
    """

    path: str
    kind: str
    size: int
    modified: float
    offline: bool
    alike: Alike | None
    picture: str | None = None


@dataclass(frozen=True, slots=True)
class TwinGroup:
    """Files that are alike, the newest first. ``space``: bytes that all but the newest take."""

    space: int
    files: tuple[Twin, ...]


@dataclass(frozen=True, slots=True)
class Duplicates:
    """Those that take the most space first. The totals count all of them, ``groups`` may be fewer."""

    groups: tuple[TwinGroup, ...]
    total_groups: int
    total_files: int
    total_space: int

    def to_json(self) -> dict[str, Any]:
        """The documented JSON object of ``hunch duplicates``."""
        return to_json(self)
