"""The channel of file names: found by any part of the name, whatever became of the file's content.

Parts may come in any order and unfinished; some may be names of the folders above. A path is typed with / or \\, and *
and ? stand for any characters and any one character of a name.
"""

from __future__ import annotations

import fnmatch
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import apsw

from indexer.paths import fold
from indexer.query.texts import is_pattern
from indexer.search.scope import Condition, Scope
from indexer.search.terms import quoted
from indexer.store.bigrams import bigrams

EXACT = 0.9
"""Scores from here on: the query is the name, with or without its ending."""
AS_TYPED = 0.8
"""Scores from here on: the name begins with the query, or holds all of it side by side."""
TELLING = 0.6
"""Scores from here on: every part of the query begins a word of the name, its ending, or of a folder above; or several
parts are somewhere in it."""
_LOOSELY = 0.79
"""The most for a name that has the words of a path or pattern, but is not meant by it."""
HELD = 0.5
"""Scores from here on: every part is somewhere in the name."""

_CANDIDATES = 300
_COMMON = 2_000
"""Names from which on a part is common."""
_MAX_WORDS = 32
_TYPED = 4
"""Parts up to which a query may be a path that is typed; a longer one is a question."""
_GROUPS = 4
"""Ways to divide a query between name and folders that are tried."""
_TRIGRAM = 3
_TELLING_CHARACTERS = 3
_PART = re.compile(r"[^\W_]+")
_ENDING = re.compile(r"(?<=.)\.([^.\s]{1,8})$")
_SEPARATORS = re.compile(r"[/\\]+")
_HUMP = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])|(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class NameScore:
    """``score`` in (0, 1]; see ``name_score``."""

    file_id: int
    score: float


def find(connection: apsw.Connection, text: str, scope: Scope) -> list[NameScore]:
    """Files whose name resembles the query ``text``, best first."""
    wanted = _Wanted.of(text)
    if not wanted.parts:
        return []
    rows = _rows(connection, _candidates(connection, wanted), scope)
    if wanted.above:
        rows |= _rows(connection, _inside(connection, wanted.above, _Wanted.of(wanted.last)), scope)
    scores = {number: wanted.score(*row) for number, row in rows.items()}
    if 1 < len(wanted.parts) <= _TYPED and max(scores.values(), default=0.0) < TELLING:
        rows |= _rows(connection, _below_folders(connection, wanted), scope)
        scores = {number: wanted.score(*row) for number, row in rows.items()}
    found = [NameScore(number, score) for number, score in scores.items() if score > 0]
    # Of names that fit alike the shorter says less that was not asked for.
    return sorted(found, key=lambda hit: (-hit.score, len(rows[hit.file_id][0]), hit.file_id))


def name_score(name: str, text: str, folder: str = "") -> float:
    """How well the query ``text`` fits a file ``name`` in a ``folder``, in [0, 1].

    1: the name; 0.95: the name without its ending; up to 0.89: the name begins with it, holds several parts side
    by side, or fits a pattern with * or ?; up to 0.8: every part begins a word of the name or is its ending; up to
    0.7: the same with words of the folders above, at least one part being in the name; 0.6: several parts are somewhere
    in the name; up to 0.59: one is; below 0.5: some words are, by their length. Of a path whose folders are those
    above, what was typed of the name is compared; 0.79 at most for names a path or pattern does not mean.
    """
    return _Wanted.of(text).score(name, folder)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """``words``: the parts side by side; ``above``: folders of a path that was typed, ``last``: of the name there."""

    folded: str
    words: str
    parts: tuple[str, ...]
    above: str
    last: str
    pattern: re.Pattern[str] | None

    @classmethod
    def of(cls, text: str) -> _Wanted:
        folded = fold(text).strip()
        above, _, last = _SEPARATORS.sub("/", folded).rpartition("/")
        # Signs that stand alone are no words and are not asked for, so between words anything may stand.
        glob = folded.replace("[", "[[]").replace(" ", "*")
        pattern = re.compile(fnmatch.translate(glob)) if is_pattern(folded) else None
        parts = _PART.findall(folded)
        return cls(folded, " ".join(parts), tuple(dict.fromkeys(parts))[:_MAX_WORDS], above, last, pattern)

    def score(self, name: str, folder: str) -> float:
        if not self.parts:
            return 0.0
        if not self.above and self.pattern is None:
            return self._fit(name, folder)
        whole = fold(name)
        if self.above and _ends_with(folder, self.above):
            fit = _Wanted.of(self.last).score(name, "")
            if fit >= HELD:
                return max(AS_TYPED, fit)
        if self.pattern is not None and self.pattern.match(whole):
            return AS_TYPED + 0.09 * min(1.0, sum(map(len, self.parts)) / len(whole))
        return min(_LOOSELY, self._fit(name, folder))

    def _fit(self, name: str, folder: str) -> float:
        """The same for nothing but words."""
        whole = fold(name)
        ending = _ENDING.search(whole)
        stem = whole[: ending.start()] if ending else whole
        if self.folded == whole:
            return 1.0
        stem_parts = _PART.findall(stem)
        if self.folded == stem or self.words == " ".join(stem_parts):
            return 0.95
        own = {*stem_parts, *_PART.findall(fold(_HUMP.sub(" ", _ENDING.sub("", name))))}
        length = sum(map(len, self.parts))
        share = min(1.0, length / max(1, sum(map(len, stem_parts))))
        words = " ".join(_PART.findall(whole))
        is_several = " " in self.words
        if whole.startswith(self.folded) or words.startswith(self.words) or (is_several and self.words in words):
            return AS_TYPED + 0.09 * share
        exact = own | ({ending[1]} if ending else set())
        missing = [part for part in self.parts if part not in exact and not _begins(part, own, stem)]
        if not missing:
            # A whole word says more than the beginning of one.
            worded = sum(len(part) for part in self.parts if part in exact) / length
            return 0.7 + 0.05 * share + 0.05 * worded
        if len(missing) < len(self.parts) and any(part not in missing and part in stem for part in self.parts):
            above = fold(folder)
            around = _PART.findall(above)
            if all(_begins(part, around, above) for part in missing):
                return 0.6 + 0.1 * share
        if all(part in whole for part in self.parts):
            return TELLING if min(map(len, self.parts)) >= _TRIGRAM and len(self.parts) > 1 else HELD + 0.09 * share
        found = sum(len(part) for part in self.parts if len(part) >= _TELLING_CHARACTERS and part in exact)
        return 0.5 * found / length


def _begins(part: str, words: Iterable[str], text: str) -> bool:
    """Whether a word begins with ``part``; in scripts without spaces words begin anywhere."""
    return any(word.startswith(part) for word in words) or (part in text and bool(bigrams(part)))


def _rows(connection: apsw.Connection, sources: Iterable[Condition], scope: Scope) -> dict[int, tuple[str, str]]:
    """Name and folder of files from ``sources``, by id."""
    rows: dict[int, tuple[str, str]] = {}
    for condition, parameters in sources:
        found = connection.execute(
            f"SELECT f.id, f.name, f.folder FROM {condition} AND ({scope.condition or 1}) LIMIT ?",
            (*parameters, *scope.parameters, _CANDIDATES),
        )
        rows.update((number, (name, folder)) for number, name, folder in found)
    return rows


def _candidates(connection: apsw.Connection, wanted: _Wanted) -> Iterator[Condition]:
    """Where names that fit are: FROM clauses with their WHERE."""
    yield "file f WHERE f.folded >= ? AND f.folded < ?", (wanted.folded, wanted.folded + "\U0010ffff")
    long = [quoted(part) for part in wanted.parts if len(part) >= _TRIGRAM]
    short = [part for part in wanted.parts if len(part) < _TRIGRAM]
    held = "".join(" AND instr(f.folded, ?)" for _ in short)
    if not long:
        yield f"file f WHERE 1{held}", tuple(short)
        return
    matching = "name_fts CROSS JOIN file f ON f.id = name_fts.rowid WHERE name_fts MATCH ?"
    yield f"{matching}{held}", (" AND ".join(long), *short)
    rare = [part for part in long if _is_rare(connection, part)] if len(wanted.parts) > 1 else []
    if rare:
        yield (
            "(SELECT rowid AS id FROM name_fts WHERE name_fts MATCH ? ORDER BY rank) n JOIN file f ON f.id = n.id"
            " WHERE 1", (" OR ".join(rare),),
        )


def _inside(connection: apsw.Connection, above: str, last: _Wanted) -> Iterator[Condition]:
    """The candidates for ``last`` in a folder whose path ends with ``above``."""
    if not last.parts:
        return
    every = connection.execute("SELECT DISTINCT folder FROM file")
    folders = json.dumps([folder for (folder,) in every if _ends_with(folder, above)])
    for condition, parameters in _candidates(connection, last):
        yield f"{condition} AND f.folder IN (SELECT value FROM json_each(?))", (*parameters, folders)


def _ends_with(folder: str, above: str) -> bool:
    return _SEPARATORS.sub("/", fold(f"/{folder}")).endswith(f"/{above.strip('/')}")


def _below_folders(connection: apsw.Connection, wanted: _Wanted) -> Iterator[Condition]:
    """Files whose name holds what of the query no folder above says."""
    by_rest: dict[frozenset[str], list[str]] = {}
    for (folder,) in connection.execute("SELECT DISTINCT folder FROM file"):
        above = fold(folder)
        if any(part in above for part in wanted.parts):
            around = _PART.findall(above)
            rest = frozenset(part for part in wanted.parts if not _begins(part, around, above))
            if 0 < len(rest) < len(wanted.parts):
                by_rest.setdefault(rest, []).append(folder)
    for rest in sorted(by_rest, key=len)[:_GROUPS]:
        held = "".join(" AND instr(f.folded, ?)" for _ in rest)
        yield f"file f WHERE f.folder IN (SELECT value FROM json_each(?)){held}", (json.dumps(by_rest[rest]), *rest)


def _is_rare(connection: apsw.Connection, expression: str) -> bool:
    """Whether few enough names match to look at all of them; what stands everywhere says little."""
    sql = "SELECT count(*) FROM (SELECT 1 FROM name_fts WHERE name_fts MATCH ? LIMIT ?)"
    return int(connection.execute(sql, (expression, _COMMON)).get) < _COMMON
