"""The channel of identifiers: files that hold a number, code, address or symbol, however it is written there.

``find(connection, query, scope)`` tells how surely passages and names of files hold an identifier of the query.
Candidates come by key (``store.identifiers``); then the very letters are compared, so that what is written as typed
comes before what only looks like it, and neighbours in a series are told apart.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import apsw

from indexer.query import Query
from indexer.query.texts import is_identifier
from indexer.search.scope import Scope
from indexer.search.terms import quoted
from indexer.store.identifiers import CONFUSED, JOINED, LEAST, LENGTH, key, plain, tail_key

MANY = 50
"""Passages beyond which an identifier among other words, or a phrase, is a word like others."""

_SEPARATED = 0.98
"""Strength where other characters, or none, stand between the same letters; less by half of it for their case."""
_FOLDED = 0.7
"""Where letters differ that are confused; and of telephone numbers that agree in their last digits only."""
_IN_TITLE = 0.98
_IN_TEXT = 0.96
_IN_LONGER = 0.95
"""INV-2024-0417 in INV-2024-0417-B."""
_PARTLY = 0.9
"""Found without what was typed before or after it: 2024 0417 for INV 2024 0417."""
_UNFINISHED = 0.6
_LEAST_UNFINISHED = 6
"""Characters that are enough to find what goes on after them."""
_ROWS = 400
_PER_FILE = 3
_COMPARED = 60
"""Passages, or names, whose letters are compared, of at most ``_ROWS`` that have the key."""
_BETWEEN = r"[\W_]{0,3}"
_LED = re.compile(r"(?:[^\W\d_]+[\W_]+)+(?=(?:(?:19|20)\d\d(?!\d))?(?:\D*\d){3})")
_OTHER_SCRIPT = re.compile("[^\\W0-9A-Za-z_\u0370-\u06ff]+")
_JOINT = re.compile(r"[-/][^\W_]|[.,]\d")


@dataclass(frozen=True, slots=True)
class IdentifierHits:
    """Strengths in (0, 1]; 1: letter by letter.

    Attributes:
        passages: chunk id to (file id, strength).
        names: file id to strength, for files that bear it in their name.
        alone: the query is nothing but an identifier.
    """

    passages: Mapping[int, tuple[int, float]]
    names: Mapping[int, float]
    alone: bool = False


NONE = IdentifierHits({}, {})


def find(connection: apsw.Connection, query: Query, scope: Scope) -> IdentifierHits:
    """What holds any of the identifiers of ``query``; of those in very many passages only names, if there are words."""
    passages: dict[int, tuple[int, float]] = {}
    names: dict[int, float] = {}
    found: list[str] = []
    # Groups come before the words in them, which are looked for where the whole stands nowhere.
    for typed in query.identifiers:
        if any(typed in other for other in found):
            continue
        is_part = any(typed != other and typed in other for other in query.identifiers)
        for one in _ways(typed, _PARTLY if is_part else 1.0):
            held, borne = _held(connection, one, scope), _borne(connection, one, scope)
            if query.names_one or len(held) <= MANY:
                passages |= {chunk_id: max(hit, passages.get(chunk_id, hit)) for chunk_id, hit in held.items()}
            names |= {file_id: max(strength, names.get(file_id, 0.0)) for file_id, strength in borne.items()}
            if held or borne:
                found.append(typed)
                break
    return IdentifierHits(passages, names, query.names_one)


@dataclass(frozen=True, slots=True)
class _Sought:
    typed: str
    key: str
    tail: str | None
    weight: float

    def expressions(self) -> Iterator[str]:
        """FTS5 expressions, surest first."""
        whole = quoted(self.key[:LENGTH])
        yield f"{whole} OR {quoted(self.tail)}" if self.tail else whole
        if len(self.key) < LENGTH:
            # Also where it ends within a longer key, which goes on over the next number.
            yield f"{whole}*"

    def strength(self, text: str) -> float:
        """How surely a text holds it; 0 where it does not."""
        flat = plain(text)
        found = (self._agreement(flat, match) for match in _pattern(self.key).finditer(flat))
        best = max(found, default=0.0)
        if not best and self.tail and _pattern(self.tail[1:]).search(flat):
            best = _FOLDED
        return self.weight * best

    def _agreement(self, text: str, match: re.Match[str]) -> float:
        written, typed = match.group(), plain(self.typed)
        strength = 1.0
        if written != typed:
            strength = _SEPARATED if written.lower() != typed.lower() else (1 + _SEPARATED) / 2
            if _letters(written) != _letters(typed):
                strength *= _FOLDED
        before, after = text[max(0, match.start() - 2) : match.start()][::-1], text[match.end() : match.end() + 2]
        if before[:1].isalnum():
            return 0.0
        if after[:1].isalnum():
            return strength * _UNFINISHED if len(self.key) >= _LEAST_UNFINISHED else 0.0
        return strength * (_IN_LONGER if _JOINT.match(before) or _JOINT.match(after) else 1.0)


def _ways(typed: str, weight: float) -> Iterator[_Sought]:
    """The whole; then what is left of it without the letters before its numbers, or those of unspaced scripts."""
    parts = _OTHER_SCRIPT.split(plain(typed))
    rest = _LED.sub("", typed, count=1)
    texts = [part for part in parts if is_identifier(part)] if len(parts) > 1 else dict.fromkeys((typed, rest))
    for text in texts:
        if len(folded := key(text)) >= LEAST:
            yield _Sought(text, folded, tail_key(text), weight if text == typed else weight * _PARTLY)


def _held(connection: apsw.Connection, one: _Sought, scope: Scope) -> dict[int, tuple[int, float]]:
    """Chunk id to file id and strength."""
    held = {}
    for chunk_id, file_id, context, text in _passages(connection, one, scope):
        if strength := max(_IN_TITLE * one.strength(context), _IN_TEXT * one.strength(text)):
            held[chunk_id] = file_id, strength
    return held


def _borne(connection: apsw.Connection, one: _Sought, scope: Scope) -> dict[int, float]:
    """File id to strength."""
    names = _names(connection, one, scope)
    return {file_id: strength for file_id, name in names if (strength := one.strength(name))}


def _passages(connection: apsw.Connection, one: _Sought, scope: Scope) -> list[tuple[int, int, str, str]]:
    """Id, file, context and text of passages with its key, some of every file."""
    taken: dict[int, int] = {}
    by_file: dict[int, int] = {}
    inside = f"CROSS JOIN file f ON f.id = c.file_id AND ({scope.condition})" if scope else ""
    for expression in one.expressions():
        rows = connection.execute(
            f"""
            SELECT c.id, c.file_id FROM identifier_fts CROSS JOIN chunk c ON c.id = identifier_fts.rowid {inside}
            WHERE identifier_fts MATCH ? LIMIT ?
            """,
            (*scope.parameters, expression, _ROWS),
        )
        for chunk_id, file_id in rows:
            nth = by_file.get(file_id, 0)
            if chunk_id not in taken and nth < _PER_FILE:
                taken[chunk_id] = nth
                by_file[file_id] = nth + 1
        if len(taken) >= _COMPARED:
            break
    # The first passage of every file before the second of any.
    wanted = sorted(taken, key=taken.__getitem__)[:_COMPARED]
    sql = "SELECT id, file_id, context, text FROM chunk WHERE id IN (SELECT value FROM json_each(?))"
    return list(connection.execute(sql, (json.dumps(wanted),)))


def _names(connection: apsw.Connection, one: _Sought, scope: Scope) -> list[tuple[int, str]]:
    """Id and name of files with its key in their name."""
    found: dict[int, str] = {}
    for expression in one.expressions():
        rows = connection.execute(
            f"""
            SELECT f.id, f.name FROM identifier_name_fts CROSS JOIN file f ON f.id = identifier_name_fts.rowid
            AND ({scope.condition or 1}) WHERE identifier_name_fts MATCH ? LIMIT ?
            """,
            (*scope.parameters, expression, _COMPARED),
        )
        found.update(rows)
    return list(found.items())


@lru_cache(maxsize=64)
def _pattern(folded: str) -> re.Pattern[str]:
    """What has this key, whatever stands between its characters."""
    pairs = {single: f"(?:{single}|{_BETWEEN.join(pair)})" for pair, single in JOINED.items()}
    pairs |= {digit: f"[{digit}{letters}]" for digit, letters in CONFUSED.items()}
    return re.compile(_BETWEEN.join(pairs.get(c, re.escape(c)) for c in folded), re.IGNORECASE)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).lower()
