"""Why a file is, or is not, among the results of a query."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from indexer.answers import Locator, Spans, State
from indexer.reports.plain import to_json

Channel = Literal["name", "identifier", "words", "meaning", "picture", "together"]


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What keeps a scan from a file.

    Attributes:
        code: a key of ``errors.TITLES``, or ``not_chosen`` (in no folder that is indexed), ``ignored``, ``hidden``,
            ``own_data`` (Hunch's own, or the system's), ``folder`` (it is one).
        at: the file, or the folder above it that the scan does not enter.
        source: what sets the rule: ``settings``, ``default``, ``.gitignore`` or ``.hunchignore``.
        pattern: the rule's text; ``line``, from 1, is where it stands in ``file``.
        leads_to: where a link leads.
        detail: what to do where the disk itself refuses.
    """

    code: str
    at: str
    source: str | None = None
    pattern: str | None = None
    file: str | None = None
    line: int | None = None
    leads_to: str | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class OnDisk:
    """A file as it is on disk now: ``size`` in bytes, ``modified`` in seconds since 1970, None where it is not there.

    ``root``: the chosen folder it is in. ``offline``: that folder, or its disk, is not there now.
    """

    root: str | None
    offline: bool
    size: int | None
    modified: float | None
    obstacle: Obstacle | None


@dataclass(frozen=True, slots=True)
class SpaceShare:
    """How much of a file one model has read: ``vectors`` passages or pictures, ``due`` still to come."""

    kind: Literal["text", "image"]
    model: str
    active: bool
    vectors: int
    due: int


@dataclass(frozen=True, slots=True)
class Known:
    """What the index has of a file.

    Attributes:
        code: of what kept it, or part of it, from being read; ``problem`` is the same in words.
        attempts: tries since it last changed, of ``most_attempts``.
        tried: seconds since 1970 of the last try; None before the first.
        changed: it is another on disk than when it was looked at.
        passages, characters: of its text.
        pictures: passages that are pictures.
        pages_unread: pages that may hold text in pictures and wait to be read; a picture is one page.
        passages_in_pictures: passages read in pictures.
    """

    state: State
    code: str | None
    problem: str | None
    attempts: int
    most_attempts: int
    tried: float | None
    changed: bool
    kind: str
    title: str | None
    pages: int | None
    passages: int
    characters: int
    pictures: int
    pages_unread: int
    passages_in_pictures: int
    spaces: tuple[SpaceShare, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """A part of the query that a file meets or not: a filter, a quoted phrase, a word that is not wanted.

    ``excludes``: this keeps the file out, or would once nothing else did. A filter that is not met does not where
    another one of its field is, and neither does a phrase or folder that is nowhere.
    """

    kind: Literal["filter", "phrase", "unwanted"]
    text: str
    met: bool
    excludes: bool


@dataclass(frozen=True, slots=True)
class ChannelPlace:
    """Where a file stands in one channel, beside the first of all results.

    Attributes:
        place: among the files the channel finds, from 1; None where it does not find this one.
        beyond: ``place`` is the least it can be: so far down the order is not worked out.
        of: how many files the channel finds.
        score: as in ``answers.Why``; of ``together`` the fused one.
        first: the same of the file that is first of all.
    """

    channel: Channel
    place: int | None
    beyond: bool
    of: int
    score: float | None
    first: float | None


@dataclass(frozen=True, slots=True)
class WordPlace:
    """A word of the query.

    Attributes:
        in_file, in_passage: whether it stands anywhere in the file, and in its best passage.
        passages: how many hold it in the whole index.
        idf: what finding it tells, natural logarithm.
        share: what it gives the file's best passage, in parts of the highest BM25 of the query.
        first: the same of the file that is first of all.
    """

    word: str
    in_file: bool
    in_passage: bool
    passages: int
    idf: float
    share: float
    first: float


@dataclass(frozen=True, slots=True)
class Standing:
    """How one file and one question fit, were nothing of the question in its way.

    Attributes:
        query: what was asked: without the filters, phrases and words that keep the file out.
        path: of the file that comes first; that is another one unless ``place`` is 1.
        snippet, highlights, locator: of the file's best passage; empty where it has none.
        words: of the query, rarest first.
        telling: words that stand in the file, are not in the query, and tell most of it from others, best first.
    """

    query: str
    path: str | None
    channels: tuple[ChannelPlace, ...]
    words: tuple[WordPlace, ...]
    snippet: str = ""
    highlights: Spans = ()
    locator: Locator | None = None
    telling: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Advice:
    """``code`` names the reason, ``text`` says in a sentence or two what would bring the file up.

    Attributes:
        about: the word, part of the query or kind of space it is about; empty where it is about the file as a whole.
        place: among the results, from 1, where what ``text`` says were done; None where it is not among them or this
            was not tried.
    """

    code: str
    text: str
    about: str = ""
    place: int | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a file is, or is not, among the results of a query.

    Attributes:
        path: the file; ``asked`` is what was asked for, which may be its name only.
        place: among the results, from 1; None where it is not among the first ``looked_at``. Of a file that is folded
            under another, the place of that.
        chance: it is below the line from which on results are no better than chance.
        folded_under: path of the result that it is another version of and is shown with; None where it stands alone.
        notice: what limited the search.
        known: None where the index has never seen it; so are ``standing`` then and ``conditions`` empty.
    """

    query: str
    asked: str
    path: str
    place: int | None
    looked_at: int
    chance: bool
    folded_under: str | None
    notice: str | None
    disk: OnDisk
    known: Known | None
    conditions: tuple[Condition, ...]
    standing: Standing | None
    advice: tuple[Advice, ...]

    def to_json(self) -> dict[str, Any]:
        """The documented JSON object of ``hunch why``."""
        return to_json(self)
