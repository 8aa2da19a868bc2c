"""Each part of a query held against one file, and the query without what keeps it out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer.search import Searcher
from indexer.store import files
from indexer.store.connection import open_reader
from indexer.why.conditions import conditions
from tests.helpers.made_up_index import made, vector_of

LEASE = "/r/Flat/lease.txt"
LIBRARY = {
    LEASE: ["The lease of the flat says that the landlord services the boiler.", "A first draft."],
    "/r/Work/report.txt": ["The yearly report on heating, a final version."],
    "/r/Work/notes.md": ["Notes on the lease."],
}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("conditions") / "index.db", LIBRARY)


@pytest.fixture(scope="module")
def index(path: Path) -> Iterator[apsw.Connection]:
    opened = open_reader(path)
    yield opened
    opened.close()


def held(index: apsw.Connection, query: str, file: str = LEASE) -> tuple[list[tuple[str, bool, bool]], str]:
    row = files.by_path(index, file)
    assert row is not None
    found, left = conditions(index, query, row.id)
    return [(one.text, one.met, one.excludes) for one in found], left


@pytest.mark.parametrize(
    ("query", "expected", "left"),
    [
        ("lease boiler", [], "lease boiler"),
        ("lease  in:Flat", [("in:Flat", True, False)], "lease  in:Flat"),
        ("lease in:Work", [("in:Work", False, True)], "lease"),
        ("lease in:Work in:Flat", [("in:Work", False, False), ("in:Flat", True, False)], "lease in:Work in:Flat"),
        ("lease in:Nowhere", [("in:Nowhere", False, False)], "lease in:Nowhere"),
        ("-in:Flat lease", [("-in:Flat", False, True)], "lease"),
        ("lease name:report size:>1mb", [("name:report", False, True), ("size:>1mb", False, True)], "lease"),
        ("type:text ext:pdf lease", [("type:text", True, False), ("ext:pdf", False, True)], "type:text lease"),
        ('"first draft" lease', [('"first draft"', True, False)], '"first draft" lease'),
        ('"final version" lease', [('"final version"', False, True)], "final version lease"),
        ('"nowhere at all" lease', [('"nowhere at all"', False, False)], '"nowhere at all" lease'),
        ("lease -draft", [("-draft", False, True)], "lease"),
        ("lease -report", [("-report", True, False)], "lease -report"),
        ("lease -report.txt", [], "lease -report.txt"),
        ("like:lease.txt heating", [("like:lease.txt", False, True)], "heating"),
        ("like:report.txt heating", [("like:report.txt", True, False)], "like:report.txt heating"),
        ("type:nonsense lease", [], "type:nonsense lease"),
        ("", [], ""),
    ],
)
def test_every_part_by_itself(
    index: apsw.Connection, query: str, expected: list[tuple[str, bool, bool]], left: str
) -> None:
    assert held(index, query) == (expected, left)


PARTS = ("lease", "heating", '"first draft"', '"final version"', "-draft", "-report", "type:text", "-type:text",
         "ext:md", "in:Flat", "in:Work", "in:Nowhere", "name:lease", "size:>1mb", "after:2001", "before:2001",
         "like:notes.md", "+notes.md", "-notes.md", '-"final version"', "a:b")


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=5), st.sampled_from(sorted(LIBRARY)))
def test_a_file_is_kept_out_exactly_where_a_part_is_said_to_do_so(
    path: Path, index: apsw.Connection, parts: list[str], file: str
) -> None:
    searcher = Searcher(lambda: open_reader(path), vector_of)
    try:
        # With a vector every file inside the scope is found.
        query = " ".join(["lease", *parts])
        found, left = held(index, query, file)
        inside = file in [hit.path for hit in searcher.search(query).hits]
        assert inside == (not any(excludes for _, _, excludes in found))
        assert file in [hit.path for hit in searcher.search(left).hits]
    finally:
        searcher.close()
