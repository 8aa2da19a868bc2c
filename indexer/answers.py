"""What the engine answers, in process or over its socket. Plain data that loads in no time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from indexer.paths import from_text

Mode = Literal["all", "words", "meaning", "pictures"]
State = Literal["ready", "pending", "failed", "skipped"]
Locator = Mapping[str, int | str]
Spans = tuple[tuple[int, int], ...]

# Counted from by hand: not every system takes times before it.
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


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
class Version:
    """Another version of a hit: a copy, a conversion, a scan, an earlier state. Fields as in ``Hit``."""

    path: str
    kind: str
    modified: float
    size: int
    offline: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A file. Snippet, highlights and locator are those of its best passage; ``path`` is the database's form.

    ``passages`` are the best ones, best first; empty for a file whose content was not read. ``offline``: the disk it
    is on is not there now. ``modified`` is in seconds since 1970, ``size`` in bytes. ``picture`` names the view to show
    for a file that is a picture; ``width`` and ``height`` are then its pixels. ``others``: its other versions among
    what was found, newest first; they are no hits of their own.
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
    modified: float = 0.0
    size: int = 0
    picture: str | None = None
    width: int | None = None
    height: int | None = None
    others: tuple[Version, ...] = ()


@dataclass(frozen=True, slots=True)
class Results:
    """``hits`` best first. ``notice``: a sentence on what limited the search, or None.

    ``chance_from``: number of hits before those that are no nearer to the query than chance gives in this library;
    None where nothing is known about it.
    """

    query: str
    took_ms: float
    hits: tuple[Hit, ...]
    notice: str | None = None
    chance_from: int | None = None

    def to_json(self) -> dict[str, Any]:
        """The documented JSON object of one search."""
        return {
            "query": self.query,
            "took_ms": round(self.took_ms, 1),
            "notice": self.notice,
            "chance_from": self.chance_from,
            "hits": [_hit_json(hit) for hit in self.hits],
        }


@dataclass(frozen=True, slots=True)
class Part:
    """A passage within ``FileDetails.text``, [start, end) in characters, or a picture (then start equals end).

    ``box`` entries of ``locator`` are thousandths of the upright page or picture: left, top, width, height.
    """

    start: int
    end: int
    context: str
    locator: Locator
    picture: str | None = None


@dataclass(frozen=True, slots=True)
class FileDetails:
    """What the index knows of one file.

    Attributes:
        modified: seconds since 1970.
        text: all passages in order, without their overlap; blank lines between passages that do not touch.
        parts: passages and pictures in order.
        cut: ``text`` ends before the file does.
        error: title and detail of what could not be read, or None.
        taken_at, camera, latitude, longitude, width, height: of pictures; taken_at in ISO 8601.
    """

    path: str
    kind: str
    state: State
    size: int
    modified: float
    offline: bool
    title: str | None
    author: str | None
    pages: int | None
    text: str
    parts: tuple[Part, ...]
    cut: bool
    error: str | None = None
    taken_at: str | None = None
    camera: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it looks.

    Attributes:
        png: base64 of the image, ``width`` x ``height`` pixels.
        number: from 1; the first of a document is asked for as 1.
        pages: how many the document has.
        marks: boxes (left, top, width, height) in pixels of the image around the text that was looked for.
    """

    png: str
    width: int
    height: int
    number: int
    pages: int
    marks: tuple[tuple[float, float, float, float], ...]


@dataclass(frozen=True, slots=True)
class RecentFile:
    """A file changed lately; fields as in ``Hit``."""

    path: str
    kind: str
    title: str | None
    modified: float
    size: int
    picture: str | None = None


@dataclass(frozen=True, slots=True)
class FolderSize:
    """What is in a folder that is perhaps to be indexed.

    Attributes:
        files, bytes: of files that would be read, after the ignore rules.
        path: absolute and without links, as it would be chosen; as asked for where there is a problem.
        complete: False when counting was ended by its time limit; the numbers are then lower bounds.
        chosen_above: the chosen folder that already holds it (or is it), or None.
        chosen_below: chosen folders inside it.
        problem: code of what keeps it from being listed: ``root_missing``, ``not_a_folder``,
            ``unreadable`` or ``io_error``, or None.
    """

    path: str
    files: int
    bytes: int
    complete: bool
    chosen_above: str | None
    chosen_below: tuple[str, ...]
    problem: str | None


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
        "modified": _time(hit.modified),
        "size": hit.size,
        "picture": hit.picture,
        "width": hit.width,
        "height": hit.height,
        "offline": hit.offline,
        "score": _rounded(hit.score),
        **_text_json(hit.snippet, hit.highlights, hit.locator, hit.why),
        "passages": [
            {"score": _rounded(p.score), "picture": p.picture, **_text_json(p.snippet, p.highlights, p.locator, p.why)}
            for p in hit.passages
        ],
        "others": [
            {"path": from_text(one.path), "kind": one.kind, "modified": _time(one.modified), "size": one.size,
             "offline": one.offline}
            for one in hit.others
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


def _time(seconds: float) -> str:
    return f"{_EPOCH + timedelta(seconds=seconds):%Y-%m-%dT%H:%M:%SZ}"


def _rounded(score: float | None) -> float | None:
    return None if score is None else round(score, 4)
