"""Requests, and the events that come before their answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, get_args

from indexer.answers import FileDetails, FolderSize, Mode, Page, Problem, RecentFile, Results, Snapshot
from indexer.protocol.codec import Longest, Within
from indexer.reports import Alike, Duplicates, Evaluation, Explanation

QUERY_CHARACTERS = 10_000
PATH_CHARACTERS = 32_768
PASSAGE_CHARACTERS = 20_000

Query = Annotated[str, Longest(QUERY_CHARACTERS, "bad_query")]
Path = Annotated[str, Longest(PATH_CHARACTERS)]
Name = Annotated[str, Longest(200)]
Limit = Annotated[int, Within(0, 10_000)]
Minutes = Annotated[float, Within(0, 5_256_000)]
PageNumber = Annotated[int, Within(1, 1_000_000)]
Pixels = Annotated[int, Within(1, 100_000)]


class Request:
    """What a client can ask. ``op`` names it; ``answer`` is the type of what ``ok`` holds."""

    op: ClassVar[str]
    answer: ClassVar[Any] = None


@dataclass(frozen=True, slots=True)
class Search(Request):
    """``first``: also send Found with the answer by names and words, before the full one."""

    op = "search"
    answer = Results
    query: Query
    limit: Limit = 10
    mode: Mode = "all"
    kinds: frozenset[Name] | None = None
    folder: Path | None = None
    first: bool = False


@dataclass(frozen=True, slots=True)
class Similar(Request):
    op = "similar"
    answer = Results
    path: Path
    limit: Limit = 10


@dataclass(frozen=True, slots=True)
class Explain(Request):
    op = "why"
    answer = Explanation
    path: Path
    query: Query


@dataclass(frozen=True, slots=True)
class GetDuplicates(Request):
    op = "duplicates"
    answer = Duplicates
    alike: Alike | None = None
    limit: Limit = 50


@dataclass(frozen=True, slots=True)
class Evaluate(Request):
    """Sends Asked while it works."""

    op = "evaluate"
    answer = Evaluation
    queries: Annotated[int, Within(1, 10_000)] = 200
    modes: tuple[Mode, ...] = get_args(Mode)
    seed: int = 0


@dataclass(frozen=True, slots=True)
class GetDetails(Request):
    op = "details"
    answer = FileDetails
    path: Path


@dataclass(frozen=True, slots=True)
class GetViews(Request):
    op = "views"
    answer = dict[str, str]
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class GetPage(Request):
    op = "page"
    answer = Page
    path: Path
    number: PageNumber
    width: Pixels
    passage: Annotated[str, Longest(PASSAGE_CHARACTERS)] = ""


@dataclass(frozen=True, slots=True)
class GetRecent(Request):
    op = "recent"
    answer = list[RecentFile]
    limit: Limit = 10


@dataclass(frozen=True, slots=True)
class GetFolders(Request):
    op = "folders"
    answer = list[str]
    part: Path
    limit: Limit = 20


@dataclass(frozen=True, slots=True)
class Measure(Request):
    op = "measure"
    answer = FolderSize
    path: Path


@dataclass(frozen=True, slots=True)
class CountHidden(Request):
    op = "hidden"
    answer = int
    patterns: tuple[Annotated[str, Longest(1_000)], ...]


@dataclass(frozen=True, slots=True)
class WarmUp(Request):
    op = "warm_up"


@dataclass(frozen=True, slots=True)
class GetStatus(Request):
    op = "status"
    answer = dict[str, Any]


@dataclass(frozen=True, slots=True)
class GetProblems(Request):
    op = "problems"
    answer = list[Problem]


@dataclass(frozen=True, slots=True)
class Retry(Request):
    op = "retry"
    answer = int
    paths: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class GetModels(Request):
    op = "models"
    answer = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Add(Request):
    op = "add"
    path: Path


@dataclass(frozen=True, slots=True)
class Remove(Request):
    op = "remove"
    path: Path


@dataclass(frozen=True, slots=True)
class Index(Request):
    """Sends Step while it waits."""

    op = "index"
    paths: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Pause(Request):
    op = "pause"
    minutes: Minutes | None = None


@dataclass(frozen=True, slots=True)
class Resume(Request):
    op = "resume"


@dataclass(frozen=True, slots=True)
class GetSettings(Request):
    op = "settings"
    answer = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ChangeSettings(Request):
    op = "change_settings"
    answer = dict[str, Any]
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class FetchModel(Request):
    """Sends Fetched while it works."""

    op = "fetch_model"
    model_id: Name


@dataclass(frozen=True, slots=True)
class ImportModel(Request):
    op = "import_model"
    model_id: Name
    path: Path


@dataclass(frozen=True, slots=True)
class UseModel(Request):
    op = "use_model"
    model_id: Name


@dataclass(frozen=True, slots=True)
class RemoveModel(Request):
    op = "remove_model"
    model_id: Name


@dataclass(frozen=True, slots=True)
class VerifyModels(Request):
    op = "verify_models"
    answer = list[str]
    model_id: Name | None = None


@dataclass(frozen=True, slots=True)
class Subscribe(Request):
    """Sends Changed and Notice under this id until the same client unsubscribes or goes."""

    op = "subscribe"


@dataclass(frozen=True, slots=True)
class Unsubscribe(Request):
    op = "unsubscribe"


@dataclass(frozen=True, slots=True)
class Cancel(Request):
    """Answer the request ``target`` with the error cancelled and drop its work; nothing if it was answered."""

    op = "cancel"
    target: int


@dataclass(frozen=True, slots=True)
class Quit(Request):
    """End the engine; the answer comes before its end."""

    op = "quit"


@dataclass(frozen=True, slots=True)
class Found:
    """The first answer of a search."""

    results: Results


@dataclass(frozen=True, slots=True)
class Step:
    """Where indexing stands. Only the newest is sent."""

    snapshot: Snapshot


@dataclass(frozen=True, slots=True)
class Fetched:
    """Bytes of a model here, and in all. Only the newest is sent."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Asked:
    """Questions of an evaluation that were asked, and all of them. Only the newest is sent."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence for the person."""

    text: str


@dataclass(frozen=True, slots=True)
class Changed:
    """The whole status. Only the newest is sent."""

    status: dict[str, Any]


Event = Found | Step | Fetched | Asked | Notice | Changed

REQUESTS: dict[str, type[Request]] = {kind.op: kind for kind in Request.__subclasses__()}
EVENTS: dict[str, type[Event]] = {
    "found": Found, "step": Step, "fetched": Fetched, "asked": Asked, "notice": Notice, "changed": Changed,
}
