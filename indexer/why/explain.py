"""One file and one query, looked at from all sides."""

from __future__ import annotations

from dataclasses import dataclass

import apsw

from indexer.answers import Results
from indexer.query import parse
from indexer.reports import Explanation, Standing
from indexer.scan import Options
from indexer.search import Searcher
from indexer.settings import Settings
from indexer.store import files, roots
from indexer.why.advice import Facts, Trial, advise
from indexer.why.conditions import conditions
from indexer.why.disk import on_disk
from indexer.why.known import file_meant, known

SHOWN = 50
"""Results among which the file is looked for; a window asks for as many."""
_TRIALS = 3
_GOOD = 3
"""Place a word must bring the file to, to be told of."""


@dataclass(frozen=True, slots=True)
class Library:
    """What is asked. ``engine``: one runs in the background, so that what is to be read is read by itself."""

    connection: apsw.Connection
    searcher: Searcher
    options: Options
    settings: Settings
    engine: bool


def explain(library: Library, asked: str, query: str) -> Explanation:
    """Why the file at database path ``asked`` is, or is not, among the results of ``query``."""
    connection = library.connection
    path = file_meant(connection, asked)
    disk = on_disk(path, roots.roots(connection), library.options)
    row = files.by_path(connection, path)
    results = library.searcher.search(query, limit=SHOWN)
    place = _place(results, path)
    hit = results.hits[place - 1] if place else None
    chance = place is not None and results.chance_from is not None and place > results.chance_from
    under = hit.path if hit is not None and hit.path != path else None
    parts, wanted = conditions(connection, query, row.id) if row else ((), query)
    standing: Standing | None = None
    trials: list[Trial] = []
    if row is not None and asks(wanted):
        standing = library.searcher.standing(wanted, row.id)
        trials = _trials(library, path, place, standing, is_other=wanted != query)
    facts = Facts(
        path, query, place, chance, under, disk, known(connection, row, disk) if row else None, parts, standing,
        tuple(trials), library.settings, library.engine,
    )
    return Explanation(
        query, asked, path, place, SHOWN, chance, under, results.notice, disk, facts.known, parts, standing,
        advise(facts),
    )


def asks(query: str) -> bool:
    """Whether a query looks for anything rather than only leaving files out."""
    parsed = parse(query)
    return bool(parsed.text or parsed.wanted or parsed.of("like"))


def _trials(
    library: Library, path: str, place: int | None, standing: Standing, *, is_other: bool
) -> list[Trial]:
    """What was tried to bring the file up, and where it then stands."""
    found = []
    if is_other:
        place = _place(library.searcher.search(standing.query, limit=SHOWN), path)
        found.append(Trial("", place))
    if place is None or place > _GOOD:
        for word in standing.telling[:_TRIALS]:
            then = _place(library.searcher.search(f"{standing.query} {word}", limit=_GOOD), path)
            if then is not None:
                found.append(Trial(word, then))
                break
    return found


def _place(results: Results, path: str) -> int | None:
    """Place of the result that is the file, or that it is folded under as another version."""
    for place, hit in enumerate(results.hits, 1):
        if path == hit.path or any(path == other.path for other in hit.others):
            return place
    return None
