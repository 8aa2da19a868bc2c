"""The channel of file names: found by any part of the name, whatever became of the file's content."""

from __future__ import annotations

import re
from dataclasses import dataclass

import apsw

from indexer.search.query import fold
from indexer.search.scope import Scope
from indexer.search.terms import quoted

EXACT = 0.9
"""Scores from here on: the query is the name, with or without its ending."""

_CANDIDATES = 300
_MAX_WORDS = 32
_TRIGRAM = 3
_TELLING_CHARACTERS = 3
_PART = re.compile(r"[^\W_]+")
_ENDING = re.compile(r"(?<=.)\.[^.\s]{1,8}$")


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
    condition, parameters = _candidates(text, wanted)
    where = f" AND ({scope.condition})" if scope else ""
    rows = connection.execute(f"{condition}{where} LIMIT ?", (*parameters, *scope.parameters, _CANDIDATES))
    found = [NameScore(file_id, wanted.score(name)) for file_id, name in rows]
    return sorted((hit for hit in found if hit.score > 0), key=lambda hit: (-hit.score, hit.file_id))


def name_score(name: str, text: str) -> float:
    """How well the query ``text`` fits a file ``name``, in [0, 1].

    1: the name; 0.95: the name without its ending; up to 0.85: the name begins with it; up to 0.75: every word is
    one of the name's; up to 0.6: every word is somewhere in the name; below 0.5: some words are, by their length.
    """
    return _Wanted.of(text).score(name)


@dataclass(frozen=True, slots=True)
class _Wanted:
    folded: str
    parts: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> _Wanted:
        folded = fold(text).strip()
        return cls(folded, tuple(dict.fromkeys(_PART.findall(folded)))[:_MAX_WORDS])

    def score(self, name: str) -> float:
        if not self.parts:
            return 0.0
        whole = fold(name)
        stem = _ENDING.sub("", whole)
        if self.folded == whole:
            return 1.0
        stem_parts = _PART.findall(stem)
        if self.folded == stem or list(self.parts) == stem_parts:
            return 0.95
        length = sum(map(len, self.parts))
        share = min(1.0, length / max(1, sum(map(len, stem_parts))))
        if whole.startswith(self.folded) or " ".join(stem_parts).startswith(" ".join(self.parts)):
            return 0.75 + 0.1 * share
        own = {*stem_parts, *_PART.findall(whole)}
        if own.issuperset(self.parts):
            return 0.65 + 0.1 * share
        if all(part in whole for part in self.parts):
            return 0.5 + 0.1 * share
        found = sum(len(part) for part in self.parts if len(part) >= _TELLING_CHARACTERS and part in own)
        return 0.5 * found / length


def _candidates(text: str, wanted: _Wanted) -> tuple[str, tuple[str, ...]]:
    spelled = list(dict.fromkeys([text.strip(), *_PART.findall(text)][: _MAX_WORDS + 1]))
    long = [part for part in (*spelled, *wanted.parts) if len(part) >= _TRIGRAM]
    if long:
        expression = " OR ".join(quoted(part) for part in dict.fromkeys(long))
        return (
            "SELECT f.id, f.name FROM (SELECT rowid AS id FROM name_fts WHERE name_fts MATCH ?"
            f" ORDER BY rank LIMIT {10 * _CANDIDATES}) n JOIN file f ON f.id = n.id WHERE 1", (expression,),
        )
    likes = " OR ".join(["instr(lower(f.name), ?)"] * len(spelled))
    return f"SELECT f.id, f.name FROM file f WHERE ({likes})", tuple(part.lower() for part in spelled)
