"""Looking after the database file: checks, sizes, and putting a damaged one aside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import apsw

from indexer.store.sketches import SKETCH


@dataclass(frozen=True, slots=True)
class Sizes:
    """Bytes of the database, and how many of them are free pages within it."""

    database: int
    free: int


def integrity(connection: apsw.Connection, full: bool = False) -> list[str]:
    """What is wrong with the database, empty when it is sound. Reads all of it; needs a writing connection.

    ``full`` also compares every index with its table.
    """
    try:
        check = "integrity_check" if full else "quick_check"
        found = [str(line) for (line,) in connection.execute(f"PRAGMA {check}") if line != "ok"]
        for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
            found.append(f"row {row} of {table} points to a missing row of {parent}")
        found += _lost_vectors(connection) + _wrong_sketches(connection)
    except (apsw.CorruptError, UnicodeDecodeError) as error:
        return [str(error)]
    for table in ("chunk_fts", "name_fts", "identifier_fts", "identifier_name_fts"):
        try:
            # Rank 1: compare with the texts themselves, not only the index with itself.
            connection.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
        except (apsw.CorruptError, UnicodeDecodeError):
            found.append(f"the word index {table} does not fit its texts")
    return found


def put_aside(path: Path) -> Path:
    """Rename a damaged database with its companions to a dated name beside it; nothing is deleted or overwritten.

    No connection may be open. Returns the new path.
    """
    stamp = datetime.now().strftime("%Y%m%d-%H%M%S")
    number = 1
    while True:
        suffix = "" if number == 1 else f"-{number}"
        aside = path.with_name(f"{path.stem}.damaged-{stamp}{suffix}{path.suffix}")
        if not any(Path(f"{aside}{end}").exists() for end in ("", "-wal", "-shm")):
            break
        number += 1
    # The database last: stopped half-way, no stale journal is left beside a new database.
    for end in ("-wal", "-shm", ""):
        if Path(f"{path}{end}").exists():
            Path(f"{path}{end}").rename(f"{aside}{end}")
    return aside


def sizes(connection: apsw.Connection) -> Sizes:
    """How large the database is."""
    page = int(connection.pragma("page_size"))
    return Sizes(
        database=int(connection.pragma("page_count")) * page, free=int(connection.pragma("freelist_count")) * page
    )


def _lost_vectors(connection: apsw.Connection) -> list[str]:
    wrong = connection.execute(
        "SELECT count(*) FROM embedding JOIN space ON space.id = space_id WHERE length(vector) <> dim"
    ).get
    apart = connection.execute(
        "SELECT count(*) FROM embedding FULL JOIN code USING (chunk_id, space_id) WHERE vector IS NULL OR code IS NULL"
    ).get
    texts = ((wrong, "vectors of the wrong length"), (apart, "vectors without a code or codes without a vector"))
    return [f"{number} {text}" for number, text in texts if number]


def _wrong_sketches(connection: apsw.Connection) -> list[str]:
    wrong = connection.execute("SELECT count(*) FROM sketch WHERE length(sketch) <> ?", (SKETCH.itemsize,)).get
    return [f"{wrong} sketches of the wrong length"] if wrong else []
