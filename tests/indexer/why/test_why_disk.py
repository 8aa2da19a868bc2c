"""What keeps a scan from a file, and that the advice given against it helps."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest

from indexer.paths import from_text, to_text
from indexer.reports import Obstacle, OnDisk
from indexer.scan import Options, Start, add_folder, scan
from indexer.settings import Settings
from indexer.store import files, roots
from indexer.store.connection import open_writer
from indexer.why.advice import Facts, advise
from indexer.why.disk import on_disk

OPTIONS = Options(ignore=("*.bak", "attic/"), max_file_bytes=1_000)


@pytest.fixture
def top(tmp_path: Path) -> Path:
    top = tmp_path / "top"
    for name in ("plain.txt", "old.bak", "attic/a.txt", "deep/er/one.log", "deep/two.txt", ".hidden/in.txt",
                 "node_modules/x/[odd] name?.txt", "build/one.o", "!mark.tmp", "space .tmp", "deep/er/own.txt"):
        path = top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    (top / "large.txt").write_text("x" * 1_001)
    (top / ".gitignore").write_text("# these\n*.log\nbuild/\n")
    (top / "deep" / "er" / ".hunchignore").write_text("own.txt\n")
    return top


@pytest.fixture
def index(tmp_path: Path, top: Path) -> Iterator[apsw.Connection]:
    opened = open_writer(tmp_path / "index.db")
    add_folder(opened, to_text(str(top)), OPTIONS)
    yield opened
    opened.close()


def looked_at(index: apsw.Connection, path: Path) -> OnDisk:
    return on_disk(to_text(str(path)), roots.roots(index), OPTIONS)


def obstacle(index: apsw.Connection, path: Path) -> Obstacle:
    found = looked_at(index, path).obstacle
    assert found is not None
    return found


def sentence(found: OnDisk, path: Path) -> str:
    facts = Facts(to_text(str(path)), "q", None, False, None, found, None, (), None, (), Settings(), False)
    return advise(facts)[0].text


@pytest.mark.parametrize(
    ("name", "code", "at", "source", "pattern", "line"),
    [
        ("old.bak", "ignored", "old.bak", "settings", "*.bak", None),
        ("attic/a.txt", "ignored", "attic", "settings", "attic/", None),
        ("deep/er/one.log", "ignored", "deep/er/one.log", ".gitignore", "*.log", 2),
        ("build/one.o", "ignored", "build", ".gitignore", "build/", 3),
        ("deep/er/own.txt", "ignored", "deep/er/own.txt", ".hunchignore", "own.txt", 1),
        ("node_modules/x/[odd] name?.txt", "ignored", "node_modules", "default", "node_modules/", None),
        (".hidden/in.txt", "hidden", ".hidden", None, None, None),
        ("large.txt", "too_large", "large.txt", None, None, None),
        ("nowhere/at/all.txt", "vanished", "nowhere", None, None, None),
        ("deep", "folder", "deep", None, None, None),
    ],
)
def test_each_obstacle_is_named_with_the_place_it_is_at(
    index: apsw.Connection, top: Path, name: str, code: str, at: str, source: str | None, pattern: str | None,
    line: int | None,
) -> None:
    found = obstacle(index, top / name)
    assert (found.code, found.at, found.source, found.pattern, found.line) == (
        code, to_text(str(top / at)), source, pattern, line
    )
    if source in (".gitignore", ".hunchignore"):
        where = top / "deep" / "er" if source == ".hunchignore" else top
        assert found.file == to_text(str(where / source))


def test_a_file_that_a_scan_takes_has_no_obstacle_and_others_are_not_taken(index: apsw.Connection, top: Path) -> None:
    scan(index, [Start(root) for root in roots.roots(index)], OPTIONS)
    for folder, _, names in os.walk(top):
        for name in names:
            path = Path(folder) / name
            row = files.by_path(index, to_text(str(path)))
            found = looked_at(index, path).obstacle
            assert (found is None) == (row is not None and row.state != "skipped"), path
            if row is not None and row.state == "skipped":
                assert found is not None
                assert found.code == row.error_code


@pytest.mark.parametrize(
    "name", ["deep/er/one.log", "build/one.o", "node_modules/x/[odd] name?.txt", ".hidden/in.txt", "!mark.tmp",
             "space .tmp"],
)
def test_the_line_that_is_advised_brings_the_file_in(index: apsw.Connection, top: Path, name: str) -> None:
    for _ in range(4):
        found = looked_at(index, top / name)
        if found.obstacle is None:
            break
        advised = re.search(r"write (!/.*) into (.*\.hunchignore)\.$", sentence(found, top / name))
        assert advised, sentence(found, top / name)
        with Path(advised[2]).open("a", encoding="utf-8") as file:
            file.write(f"{advised[1]}\n")
    scan(index, [Start(root) for root in roots.roots(index)], OPTIONS)
    assert files.by_path(index, to_text(str(top / name))) is not None


@pytest.mark.skipif(sys.platform == "win32", reason="needs links and pipes")
def test_links_and_pipes(index: apsw.Connection, top: Path, tmp_path: Path) -> None:
    (top / "to_file").symlink_to(top / "plain.txt")
    (top / "to_folder").symlink_to(top / "deep")
    os.mkfifo(top / "pipe")
    link = obstacle(index, top / "to_file")
    assert (link.code, link.leads_to) == ("link", to_text(str(top / "plain.txt")))
    through = obstacle(index, top / "to_folder" / "two.txt")
    assert (through.code, through.at) == ("link", to_text(str(top / "to_folder")))
    assert obstacle(index, top / "pipe").code == "special"
    assert "device or a pipe" in sentence(looked_at(index, top / "pipe"), top / "pipe")


def test_outside_every_folder_and_without_its_disk(index: apsw.Connection, top: Path, tmp_path: Path) -> None:
    outside = tmp_path / "out side" / "a.txt"
    outside.parent.mkdir()
    outside.write_text("a")
    found = looked_at(index, outside)
    assert (found.root, found.obstacle) == (None, Obstacle("not_chosen", to_text(str(outside))))
    assert f'hunch add "{outside.parent}"' in sentence(found, outside)
    top.rename(tmp_path / "gone")
    away = looked_at(index, top / "plain.txt")
    assert (away.offline, away.size) == (True, None)
    assert away.obstacle == Obstacle("root_missing", to_text(str(top)))


def test_hunchs_own_folder_and_a_folder_chosen_within_another(index: apsw.Connection, top: Path) -> None:
    own = Options(avoid=frozenset({str(top / "deep")}))
    path = to_text(str(top / "deep" / "two.txt"))
    found = on_disk(path, roots.roots(index), own).obstacle
    assert found == Obstacle("own_data", to_text(str(top / "deep")))
    roots.add_root(index, to_text(str(top / "attic")))
    inner = looked_at(index, top / "attic" / "a.txt")
    assert (inner.root, inner.obstacle) == (to_text(str(top / "attic")), None)


@pytest.mark.skipif(sys.platform != "linux", reason="makes a name that is no text")
def test_a_name_that_is_no_text(index: apsw.Connection, top: Path) -> None:
    path = str(top / os.fsdecode(b"caf\xe9.bak"))
    Path(path).write_text("a")
    found = on_disk(to_text(path), roots.roots(index), OPTIONS).obstacle
    assert found is not None
    assert from_text(found.at) == path
