"""What is there more than once: groups, their space, and the totals whatever is shown of them."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import apsw
import pytest

from indexer.duplicates import duplicates
from indexer.reports import Duplicates
from indexer.store import chunks, roots, shown
from indexer.store.chunks import Reading
from indexer.store.connection import open_writer, transaction
from tests.helpers.made_up_index import add, passages, seen

LETTER = (
    "Dear Mr Hartwell, the boiler in the kitchen has gone out four times since the clocks changed, and on two mornings"
    " there was no hot water at all. Please send somebody to look at it before the week is over, since my mother comes"
    " to stay with us and cannot do without a warm room. With kind regards, Nora Lindqvist."
)
RECIPE = "Knead flour, water and yeast, let the dough rise for two hours in a warm place, then bake it until brown."


@dataclass(frozen=True)
class Sight:
    webp: bytes
    phash: int = 0x0F0F_3333_5555_00FF
    locator: Mapping[str, int | str] = field(default_factory=dict)


@pytest.fixture
def index(tmp_path: Path) -> Iterator[apsw.Connection]:
    """A letter in two versions, a recipe three times, and something else."""
    index = open_writer(tmp_path / "index.db")
    texts = {
        "/r/letter.txt": (LETTER, 100, 1), "/r/letter final.txt": (LETTER + " Please call first.", 120, 2),
        "/r/a/bread.txt": (RECIPE, 900, 5), "/r/b/bread.txt": (RECIPE, 900, 7), "/r/bread copy.txt": (RECIPE, 900, 6),
        "/r/other.txt": ("Nothing of that kind stands in here.", 9_000, 3),
    }
    for number, (path, (text, size, when)) in enumerate(texts.items()):
        ids = add(index, seen(path, size=size, mtime_ns=when * 1_000_000_000, inode=number))
        digest = text.encode()[:32] + str(len(text)).encode()
        chunks.replace(index, ids[path], passages([text]), Reading(digest, 1))
    yield index
    index.close()


def paths(found: Duplicates) -> list[list[str]]:
    return [[file.path for file in group.files] for group in found.groups]


def test_what_takes_most_space_first_and_the_newest_of_each(index: apsw.Connection) -> None:
    found = duplicates(index, None, 10)
    assert paths(found) == [
        ["/r/b/bread.txt", "/r/bread copy.txt", "/r/a/bread.txt"], ["/r/letter final.txt", "/r/letter.txt"],
    ]
    assert [group.space for group in found.groups] == [1_800, 100]
    assert (found.total_groups, found.total_files, found.total_space) == (2, 5, 1_900)
    bread, letter = found.groups
    assert [file.alike for file in bread.files] == [None, "same content", "same content"]
    assert letter.files[1].alike in ("nearly the same text", "other version")
    assert [file.modified for file in bread.files] == [7.0, 6.0, 5.0]


def test_a_limit_cuts_what_is_shown_and_not_the_totals(index: apsw.Connection) -> None:
    found = duplicates(index, None, 1)
    assert len(found.groups) == 1
    assert (found.total_groups, found.total_files, found.total_space) == (2, 5, 1_900)
    assert duplicates(index, None, 0).groups == ()


def test_of_one_way_of_being_alike(index: apsw.Connection) -> None:
    found = duplicates(index, "same content", 10)
    assert paths(found) == [["/r/b/bread.txt", "/r/bread copy.txt", "/r/a/bread.txt"]]
    assert (found.total_groups, found.total_space) == (1, 1_800)
    assert duplicates(index, "same picture", 10) == Duplicates((), 0, 0, 0)


def test_files_of_a_disk_that_is_not_there(index: apsw.Connection) -> None:
    with transaction(index):
        roots.set_missing(index, 1, True)
    assert all(file.offline for group in duplicates(index, None, 10).groups for file in group.files)


def test_pictures_come_with_the_names_of_their_views(index: apsw.Connection) -> None:
    for number, path in enumerate(("/r/kayak.png", "/r/kayak copy.png")):
        entry = seen(path, size=50_000, mtime_ns=number, inode=90 + number)._replace(kind="picture")
        ids = add(index, entry)
        chunks.replace(index, ids[path], [], Reading(b"k" * 32, 1), [Sight(b"webp of a kayak")])
    (group, *others) = duplicates(index, None, 10).groups
    assert [file.kind for file in group.files] == ["picture", "picture"]
    (name,) = {file.picture for file in group.files}
    assert name is not None
    assert shown.views(index, [name]) == {name: base64.b64encode(b"webp of a kayak").decode()}
    assert {file.picture for other in others for file in other.files} == {None}


def test_json_tells_all_of_it(index: apsw.Connection) -> None:
    told = duplicates(index, None, 1).to_json()
    assert set(told) == {"groups", "total_groups", "total_files", "total_space"}
    first = told["groups"][0]["files"][1]
    assert first == {"path": "/r/bread copy.txt", "kind": "text", "size": 900, "modified": 6.0, "offline": False,
                     "alike": "same content", "picture": None}
