"""What more ignore patterns would leave out: told from the table, and found so by a scan."""

from __future__ import annotations

import posixpath
import time
from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest

from indexer.paths import to_text
from indexer.scan import Options, Start, add_folder, hidden, scan
from indexer.store import files, roots
from indexer.store.connection import open_writer, transaction
from tests.helpers.made_up_index import seen

TREE = (
    "a.txt", "b.log", "notes/a.txt", "notes/drafts/one.md", "notes/drafts/two.md", "notes/drafts/old/three.md",
    "work/drafts/four.md", "work/build/five.log", "work/drafts.txt", "work/Ünï cödé 日本/six.txt", "z/[odd]/seven.txt",
    "z/eight.txt",
)


@pytest.fixture
def index(tmp_path: Path) -> Iterator[apsw.Connection]:
    """An index of ``TREE`` in two chosen folders, one inside an ignored part of the other."""
    opened = open_writer(tmp_path / "index.db")
    for name in TREE:
        path = tmp_path / "top" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    for folder in ("top", "top/z"):
        add_folder(opened, to_text(str(tmp_path / folder)), Options(ignore=("z/",)))
    yield opened
    opened.close()


def rescan(index: apsw.Connection, ignore: tuple[str, ...]) -> int:
    scan(index, [Start(root) for root in roots.roots(index)], Options(ignore=ignore))
    return int(index.execute("SELECT count(*) FROM file").get)


@pytest.mark.parametrize(
    "more",
    [
        [], [""], ["# nothing"], ["*.md"], ["drafts/"], ["drafts"], ["/notes"], ["notes/drafts/*"], ["**/old/**"],
        ["*"], ["*", "!a.txt"], ["*", "!*/", "!*.md"], ["notes/", "!notes/"], ["*.log", "work/"], ["*日本*"],
        ["ü*", "Ü*"], ["\\[odd\\]"], ["[odd]"], ["z/"], ["eight.*", "a.txt"], ["*.bak"], ["nowhere/"],
        ["drafts/old"], ["/drafts"],
    ],
)
def test_a_scan_with_the_patterns_leaves_out_as_many(index: apsw.Connection, more: list[str]) -> None:
    before = rescan(index, ("z/", "*.bak"))
    told = hidden(index, more, ("z/", "*.bak"))
    assert before == len(TREE)
    assert told == before - rescan(index, ("z/", "*.bak", *more))


def test_what_is_left_out_already_is_not_counted_again(index: apsw.Connection) -> None:
    rescan(index, ("z/",))
    assert hidden(index, ["*.md"], ("z/",)) == 4
    # The settings say so, though no scan has followed yet.
    assert hidden(index, ["*.md"], ("three.md", "four.*")) == 2


def test_a_hundred_thousand_files_are_counted_while_one_types(index: apsw.Connection) -> None:
    root = roots.add_root(index, "/big")
    with transaction(index):
        files.upsert_seen(index, root.id, (
            seen(posixpath.join("/big", f"folder {n // 500}", f"part {n // 50}", f"file number {n}.txt"))
            for n in range(100_000)
        ))
    began = time.perf_counter()
    assert hidden(index, ["*7.txt", "folder 3/", "**/part 1*/x*"], ()) == 500 + 9_950
    assert time.perf_counter() - began < 2.5
