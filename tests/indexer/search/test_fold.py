"""Files that are one thing become one result."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from indexer.search import Searcher
from indexer.store import chunks, files
from indexer.store.connection import close_writer, open_reader, open_writer, transaction
from tests.helpers.made_up_index import add, passages, seen

LETTER = (
    "Dear Mr Hartwell, the boiler in the cellar of our flat has been cold since the second of March, and the plumber "
    "you sent has not come back. Please let us know by Friday who will repair the heating and when, since we have a "
    "small child here. Kind regards, Nora Lindqvist."
)
AGENDA = "Agenda of the residents' meeting: the cold boiler, the bicycle cellar, the new key for the garden gate."


@pytest.fixture
def searcher(tmp_path: Path) -> Iterator[Searcher]:
    path = tmp_path / "index.db"
    connection = open_writer(path)
    made = {
        "/r/letter_v1.txt": (LETTER, 10), "/r/letter_v2.txt": (LETTER + " P.S. My number is new.", 20),
        "/r/letter_final.txt": (LETTER + " P.S. My number is new. Thank you.", 30), "/r/agenda.txt": (AGENDA, 40),
    }
    ids = add(connection, *(seen(name, mtime_ns=changed) for name, (_, changed) in made.items()))
    for name, (text, _) in made.items():
        chunks.replace(connection, ids[name], passages([text]), chunks.Reading(name.encode(), 1))
    with transaction(connection):
        files.upsert_seen(connection, 1, [seen("/r/letter copy.txt", mtime_ns=5, skip="unsupported")])
    close_writer(connection)
    searcher = Searcher(lambda: open_reader(path), None)
    yield searcher
    searcher.close()


def test_the_newest_version_stands_for_all_that_were_found(searcher: Searcher) -> None:
    hits = searcher.search("cold boiler plumber").hits
    assert [hit.path for hit in hits] == ["/r/letter_final.txt", "/r/agenda.txt"]
    assert [one.path for one in hits[0].others] == ["/r/letter_v2.txt", "/r/letter_v1.txt"]
    assert hits[0].others[0].modified == pytest.approx(20e-9)
    assert hits[1].others == ()


def test_a_version_called_by_its_name_is_shown_itself(searcher: Searcher) -> None:
    hit = searcher.search("letter_v1.txt").hits[0]
    assert hit.path == "/r/letter_v1.txt"
    assert [one.path for one in hit.others] == ["/r/letter_final.txt", "/r/letter_v2.txt"]


def test_as_many_results_as_were_wanted(searcher: Searcher) -> None:
    assert len(searcher.search("boiler", limit=2).hits) == 2
    assert len(searcher.search("boiler", limit=1).hits) == 1


def test_filters_leave_versions_out(searcher: Searcher) -> None:
    hits = searcher.search("cold boiler plumber name:v").hits
    assert [hit.path for hit in hits] == ["/r/letter_v2.txt"]
    assert [one.path for one in hits[0].others] == ["/r/letter_v1.txt"]
