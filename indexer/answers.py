"""What the engine answers, in process or over its socket. Plain data that loads in no time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from indexer.paths import from_text

Mode = Literal["all", "words", "meaning", "pictures"]
State = Literal["ready", "pending", "failed", "skipped"]
Locator = Mapping[str, int | str]
Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Why:
    """What brought a hit up, by channel; None where the channel did not find it.

    Attributes:
        words: BM25 over the highest of this query, in (0, 1].
        meaning: cosine of passage and query, in [-1, 1].
        name: fit of the file's name, in (0, 1].
        picture: cosine of picture and query.
    """

    words: float | None = None
    meaning: float | None = None
    name: float | None = None
    picture: float | None = None


@dataclass(frozen=True, slots=True)
class HitPassage:
    """A passage of a hit. ``highlights`` are spans (start, end) in ``snippet``; ``score`` is the fused one.

    ``picture``: name of its view, where the passage is a picture.
    """

    snippet: str
    highlights: Spans
    locator: Locator
    score: float
    why: Why
    picture: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A file. Snippet, highlights and locator are those of its best passage; ``path`` is the database's form.

    ``passages`` are the best ones, best first; empty for a file whose content was not read. ``offline``: the disk it
    is on is not there now.
    """

    path: str
    kind: str
    title: str | None
    score: float
    snippet: str
    highlights: Spans
    locator: Locator
    why: Why
    passages: tuple[HitPassage, ...]
    file_id: int
    offline: bool = False


@dataclass(frozen=True, slots=True)
class Results:
    """``hits`` best first. ``notice``: a sentence on what limited the search, or None."""

    query: str
    took_ms: float
    hits: tuple[Hit, ...]
    notice: str | None = None

    def to_json(self) -> dict[str, Any]:
        """The documented JSON object of one search."""
        return {
            "query": self.query,
            "took_ms": round(self.took_ms, 1),
            "notice": self.notice,
            "hits": [_hit_json(hit) for hit in self.hits],
        }


@dataclass(frozen=True, slots=True)
class Problem:
    """One file or folder. ``state`` is None for a folder; a ready file has a part that could not be read."""

    path: str
    state: State | None
    code: str
    detail: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Where the work stands. ``done`` and ``total`` count files, or passages while embedding, or pictures while looking
    at them; None is unknown.

    ``passages``: how many the files read so far gave to embed.
    """

    phase: Literal["scan", "read", "embed", "look", "ocr"]
    done: int
    total: int | None
    current: str | None = None
    passages: int = 0


def _hit_json(hit: Hit) -> dict[str, Any]:
    return {
        "path": from_text(hit.path),
        "kind": hit.kind,
        "title": hit.title,
        "offline": hit.offline,
        "score": _rounded(hit.score),
        **_text_json(hit.snippet, hit.highlights, hit.locator, hit.why),
        "passages": [
            {"score": _rounded(p.score), "picture": p.picture, **_text_json(p.snippet, p.highlights, p.locator, p.why)}
            for p in hit.passages
        ],
    }


def _text_json(snippet: str, highlights: Spans, locator: Locator, why: Why) -> dict[str, Any]:
    return {
        "snippet": snippet,
        "highlights": [list(span) for span in highlights],
        "locator": dict(locator),
        "why": {
            "words": _rounded(why.words), "meaning": _rounded(why.meaning), "picture": _rounded(why.picture),
            "name": _rounded(why.name),
        },
    }


def _rounded(score: float | None) -> float | None:
    return None if score is None else round(score, 4)
