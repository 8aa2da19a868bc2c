"""Functions of ours that SQL may call."""

from __future__ import annotations

import apsw

from indexer.paths import fold
from indexer.store.bigrams import bigrams


def register(connection: apsw.Connection) -> None:
    """Make ``hunch_bigrams`` and ``hunch_fold`` known to a connection."""
    for name, function in (("hunch_bigrams", _bigrams), ("hunch_fold", _fold)):
        # Nothing in a file from elsewhere may call functions that act; these are declared harmless.
        connection.create_scalar_function(name, function, 1, deterministic=True, flags=apsw.SQLITE_INNOCUOUS)


def _bigrams(*values: apsw.SQLiteValue) -> str:
    return bigrams(str(values[0]))


def _fold(*values: apsw.SQLiteValue) -> str:
    return fold(str(values[0]))
