"""Functions of ours that SQL may call."""

from __future__ import annotations

import apsw

from indexer.paths import fold
from indexer.store.bigrams import bigrams, words_only
from indexer.store.identifiers import keys
from indexer.store.sketches import Sketcher
from indexer.store.variants import Words


def register(connection: apsw.Connection) -> None:
    """Make the functions the migrations call known to a connection."""
    for name, function in (
        ("hunch_bigrams", _bigrams), ("hunch_words", _words), ("hunch_fold", _fold),
        ("hunch_identifiers", _identifiers),
    ):
        # Nothing in a file from elsewhere may call functions that act; these are declared harmless.
        connection.create_scalar_function(name, function, 1, deterministic=True, flags=apsw.SQLITE_INNOCUOUS)
    connection.create_aggregate_function("hunch_sketch", Sketcher, 2, flags=apsw.SQLITE_INNOCUOUS)
    connection.create_aggregate_function("hunch_variants", Words, 2, flags=apsw.SQLITE_INNOCUOUS)


def _bigrams(*values: apsw.SQLiteValue) -> str:
    return bigrams(str(values[0]))


def _words(*values: apsw.SQLiteValue) -> str:
    return words_only(str(values[0]))


def _fold(*values: apsw.SQLiteValue) -> str:
    return fold(str(values[0]))


def _identifiers(*values: apsw.SQLiteValue) -> str:
    return keys(str(values[0]))
