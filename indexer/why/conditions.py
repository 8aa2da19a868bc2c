"""What of a query a file does not meet, each part by itself, and the query without what keeps the file out."""

from __future__ import annotations

from dataclasses import replace

import apsw

from indexer.query import Filter, Query, parse
from indexer.query.language import Piece, pieces
from indexer.query.texts import storable, without_controls
from indexer.reports import Condition
from indexer.search.examples import file_named, names_file
from indexer.search.scope import folders_named, scope_of

_EITHER = ("type", "ext", "in", "date")
"""Of several filters of one of these fields one must hold."""


def conditions(connection: apsw.Connection, text: str, file_id: int) -> tuple[tuple[Condition, ...], str]:
    """Every filter, phrase and unwanted word of ``text``, in the order typed, and ``text`` without those that exclude.

    A phrase that excludes loses its quotes only: its words may still be wanted.
    """
    asking = _Asking(connection, parse(text), file_id)
    typed = without_controls(storable(text))
    found: list[Condition] = []
    left: list[str] = []
    for piece in pieces(text):
        one = asking.condition(piece, typed[piece.start : piece.end])
        if one is not None:
            found.append(one)
        if one is None or not one.excludes:
            left.append(typed[piece.start : piece.end])
        elif one.kind == "phrase":
            left.append(piece.value.lstrip("-+"))
    excludes = any(one.excludes for one in found)
    return tuple(found), " ".join(left) if excludes else text


class _Asking:
    """One query held against one file."""

    def __init__(self, connection: apsw.Connection, query: Query, file_id: int) -> None:
        self._connection = connection
        self._query = query
        self._file_id = file_id
        self._filters = {one.start: one for one in query.filters}
        # A phrase that is nowhere is left out of account; where it may be depends on what else keeps the file out.
        left = replace(
            query, filters=tuple(one for one in query.filters if not self._is_nowhere(one) and self._lets_in(one)),
            excluded=tuple(word for word in query.excluded if not self._is_file(word) and self._lacks(word)),
        )
        self._phrases_count = scope_of(connection, left, None, None).holds_any(connection)

    def condition(self, piece: Piece, typed: str) -> Condition | None:
        """The condition that a piece of the query, ``typed`` like this, sets; None where it sets none."""
        value = piece.value
        if (one := self._filters.get(piece.start)) is not None:
            return Condition("filter", typed, self._fits(one), not self._lets_in(one))
        if piece.is_quoted and not piece.sign and value in self._query.phrases:
            met = self._meets(Query("", phrases=(value,)))
            return Condition("phrase", typed, met, not met and self._phrases_count)
        if piece.sign == "-" and value in self._query.excluded and not self._is_file(value):
            met = self._lacks(value)
            return Condition("unwanted", typed, met, not met)
        return None

    def _fits(self, one: Filter) -> bool:
        return not self._is_like_itself(one) if one.field == "like" else self._meets(Query("", filters=(one,)))

    def _lacks(self, word: str) -> bool:
        return self._meets(Query("", excluded=(word,)))

    def _meets(self, query: Query) -> bool:
        scope = scope_of(self._connection, query, None, None)
        return scope.within("f.id = ?", self._file_id).holds_any(self._connection)

    def _lets_in(self, one: Filter) -> bool:
        """Whether the file fits the filter, or another one of its field for which it then counts."""
        if one.negative or one.field not in _EITHER:
            return self._fits(one)
        return self._is_nowhere(one) or any(self._fits(other) for other in self._query.of(one.field))

    def _is_nowhere(self, one: Filter) -> bool:
        return one.field == "in" and not one.negative and not folders_named(self._connection, one.value)

    def _is_file(self, typed: str) -> bool:
        return names_file(typed) and file_named(self._connection, typed) is not None

    def _is_like_itself(self, one: Filter) -> bool:
        path = file_named(self._connection, one.value) or one.value
        sql = "SELECT 1 FROM file WHERE id = ? AND path = ?"
        return not one.negative and bool(self._connection.execute(sql, (self._file_id, path)).get)
