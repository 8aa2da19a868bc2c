"""What a window shows of files beside what was found."""

from __future__ import annotations

import base64
import hashlib
import time
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import apsw
import pytest

from indexer.store import chunks, files, roots, shown
from indexer.store.chunks import Reading
from indexer.store.connection import transaction
from tests.helpers.made_up_index import add, passages, seen

NOW_NS = time.time_ns()


@dataclass(frozen=True)
class View:
    webp: bytes
    phash: int = 1
    locator: Mapping[str, int | str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return hashlib.sha256(self.webp).hexdigest()


def ready(index: apsw.Connection, path: str, age_s: int = 0, kind: str = "text", views: Sequence[View] = ()) -> int:
    file = seen(path, mtime_ns=NOW_NS - age_s * 10**9, size=7)._replace(kind=kind)
    number = add(index, file)[path]
    chunks.replace(index, number, passages(["its text"]), Reading(b"h", 1, title=f"T {path}"), views)
    return number


def test_passages_come_in_order_with_the_names_of_pictures(index: apsw.Connection) -> None:
    number = ready(index, "/r/a.pdf", views=[View(b"one", locator={"page": 2})])
    assert list(shown.passages(index, number)) == [
        ("its text", "", {"line": 1}, None), ("", "", {"page": 2}, View(b"one").name),
    ]
    assert list(shown.passages(index, 99)) == []


def test_views_are_given_by_name_and_others_left_out(index: apsw.Connection) -> None:
    ready(index, "/r/a.jpg", views=[View(b"one"), View(b"two")])
    one, two = View(b"one").name, View(b"two").name
    found = shown.views(index, [two, "no hex", "ab" * 32, one, "", one, "é"])
    assert found == {two: base64.b64encode(b"two").decode(), one: base64.b64encode(b"one").decode()}


def test_recent_files_are_the_newest_that_people_write(index: apsw.Connection) -> None:
    for age, path in enumerate(("/r/e.txt", "/r/b.txt", "/r/d.txt")):
        ready(index, path, age)
    ready(index, "/r/new.py", kind="code")
    ready(index, "/r/unknown", kind="other")
    ready(index, "/r/old.jpg", 50, "picture", [View(b"first"), View(b"second")])
    add(index, seen("/r/pending.txt", mtime_ns=NOW_NS))
    ready(index, "/r/from-2090.txt", -70 * 365 * 86_400)
    files.count_attempt(index, ready(index, "/r/c.txt", 10))
    index.execute("UPDATE file SET attempts = 2, state = 'ready' WHERE path = '/r/b.txt'")
    found = shown.recent(index, 10)
    assert [file.path for file in found] == ["/r/e.txt", "/r/b.txt", "/r/d.txt", "/r/c.txt", "/r/old.jpg"]
    assert found[-1].picture == View(b"first").name
    assert (found[0].picture, found[0].title, found[0].size, found[0].kind) == (None, "T /r/e.txt", 7, "text")
    assert found[0].modified == pytest.approx(NOW_NS / 1e9)
    assert [file.path for file in shown.recent(index, 2)] == ["/r/e.txt", "/r/b.txt"]
    assert shown.recent(index, 0) == []
    with transaction(index):
        roots.set_missing(index, roots.roots(index)[0].id, True)
    assert shown.recent(index, 10) == []


def test_recent_files_are_found_without_looking_at_all(index: apsw.Connection) -> None:
    plan = " ".join(
        str(row[3]) for row in index.execute(
            "EXPLAIN QUERY PLAN SELECT id FROM file WHERE state = 'ready' AND attempts = 1 AND mtime_ns <= 5"
            " ORDER BY mtime_ns DESC LIMIT 3"
        )
    )
    assert "file_state" in plan
    assert "TEMP B-TREE" not in plan


def test_folders_are_found_by_a_part_of_their_own_name(index: apsw.Connection) -> None:
    add(index, *(seen(path) for path in (
        "/r/Documents/Flat/lease.txt", "/r/Documents/Old/Flat plans/a.txt", "/r/inflated/a.txt", "/r/ÉTÉ/a.txt",
        "/r/flat.txt",
    )))
    found = shown.folders(index, "flat", 20, "/")
    assert found == ["/r/Documents/Flat", "/r/Documents/Old/Flat plans", "/r/inflated"]
    assert shown.folders(index, "FLAT", 1, "/") == ["/r/Documents/Flat"]
    # A folder that holds folders only is one too.
    assert shown.folders(index, " old ", 20, "/") == ["/r/Documents/Old"]
    assert shown.folders(index, unicodedata.normalize("NFD", "été"), 20, "/") == ["/r/ÉTÉ"]
    assert shown.folders(index, "nowhere", 20, "/") == []
    assert shown.folders(index, "", 20, "/") == ["/r"]
    assert shown.folders(index, "r", 20, "/")[0] == "/r"
