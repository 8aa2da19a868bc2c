"""What the engine knows of a file, made ready to be shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.preview.manuscript import Line, lines_of
from app.preview.spots import Spot, spot
from indexer.answers import FileDetails, Hit, HitPassage
from indexer.face import Face


@dataclass(frozen=True, slots=True)
class Reading:
    """``spots`` are where the passages that were asked for are in the text, None where it does not hold one."""

    details: FileDetails
    lines: Sequence[Line]
    spots: tuple[Spot | None, ...]


def read(face: Face, path: str, passages: Sequence[HitPassage]) -> Reading:
    """Raises KnownError. Takes long enough with a long text to be done in a thread."""
    details = face.details(path)
    return Reading(details, lines_of(details), spots_of(details, passages))


def spots_of(details: FileDetails, passages: Sequence[HitPassage]) -> tuple[Spot | None, ...]:
    """Where each of ``passages`` is."""
    return tuple(spot(details, passage) for passage in passages)


def passages_of(hit: Hit) -> tuple[HitPassage, ...]:
    """The passages to step through, best first; where there are none, what the hit itself shows."""
    if hit.passages:
        return hit.passages
    if not hit.snippet:
        return ()
    return (HitPassage(hit.snippet, hit.highlights, hit.locator, hit.score, hit.why, hit.picture),)
