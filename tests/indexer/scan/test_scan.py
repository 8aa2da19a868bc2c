from __future__ import annotations

import hashlib
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import apsw
import pytest

from indexer.errors import KnownError
from indexer.extract import READER_VERSION
from indexer.extract.document import Passage
from indexer.paths import to_text
from indexer.scan import Options, Outcome, Start, add_folder, scan
from indexer.store import chunks, files, maintenance, roots, vectors
from indexer.store.connection import open_writer
from indexer.store.problems import problems
from indexer.store.roots import Root
from tests.helpers.made_up_index import DIM, embed_all

LONG_AGO = 1_600_000_000


class Library:
    """A folder with files, an index, and what the pipeline would do, in short."""

    def __init__(self, top: Path, index: apsw.Connection) -> None:
        self.top = top
        self.index = index
        self.options = Options()

    def write(self, name: str, text: str, when: float = LONG_AGO) -> Path:
        path = self.top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        os.utime(path, (when, when))
        return path

    def scan(self, *starts: Start) -> Outcome:
        all_roots = tuple(Start(root) for root in roots.roots(self.index))
        return scan(self.index, starts or all_roots, self.options)

    def read(self) -> list[str]:
        """Read what is pending; returns the names."""
        done = []
        while pending := files.next_pending(self.index, 100):
            for row in pending:
                files.count_attempt(self.index, row.id)
                content = Path(row.path).read_bytes()
                reading = chunks.Reading(hashlib.sha256(content).digest(), READER_VERSION)
                chunks.replace(self.index, row.id, [Passage(content.decode(), "", {})], reading)
                done.append(row.name)
        return sorted(done)

    def names(self) -> set[str]:
        rows = cast("list[tuple[str]]", self.index.execute("SELECT path FROM file").fetchall())
        return {os.path.relpath(path, to_text(str(self.top))) for (path,) in rows}

    @property
    def root(self) -> Root:
        return roots.roots(self.index)[0]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    index = open_writer(tmp_path / "index.db")
    top = (tmp_path / "library").resolve()
    top.mkdir()
    add_folder(index, to_text(str(top)), Options())
    made = Library(top, index)
    yield made
    assert maintenance.integrity(index, full=True) == []
    index.close()


def counted(outcome: Outcome) -> tuple[int, int, int, int]:
    return outcome.new, outcome.changed, outcome.moved, outcome.gone


def test_new_changed_and_gone_files_are_told_apart(library: Library) -> None:
    for name in ("a.txt", "in/b.txt", "in/c.txt"):
        library.write(name, name)
    assert counted(library.scan()) == (3, 0, 0, 0)
    assert library.read() == ["a.txt", "b.txt", "c.txt"]
    assert counted(library.scan()) == (0, 0, 0, 0)
    library.write("a.txt", "longer than before")
    library.write("in/b.txt", "in/b.tx!", LONG_AGO + 1)
    (library.top / "in/c.txt").unlink()
    assert counted(library.scan()) == (0, 2, 0, 1)
    assert library.read() == ["a.txt", "b.txt"]
    assert library.names() == {"a.txt", "in/b.txt"}


def test_what_changed_stays_findable_until_it_is_read_again(library: Library) -> None:
    library.write("a.txt", "first words")
    library.scan()
    library.read()
    library.write("a.txt", "other words now")
    library.scan()
    assert library.index.execute("SELECT text FROM chunk").get == "first words"


@pytest.mark.parametrize("copied", [False, True], ids=["renamed", "copied and deleted"])
def test_a_moved_file_keeps_its_passages_and_vectors(library: Library, copied: bool) -> None:
    space = vectors.ensure_space(library.index, "first", "text", "model", DIM)
    library.write("old/a.txt", "the very same")
    library.write("old/b.txt", "something els")
    library.scan()
    library.read()
    embed_all(library.index, space.id)
    before = library.index.execute("SELECT file_id, id FROM chunk").fetchall()
    if copied:
        shutil.copy(library.top / "old/a.txt", library.top / "renamed.txt")
        (library.top / "old/a.txt").unlink()
    else:
        (library.top / "old/a.txt").rename(library.top / "renamed.txt")
    assert counted(library.scan()) == (0, 0, 1, 0)
    assert library.read() == []
    assert library.names() == {"renamed.txt", "old/b.txt"}
    assert library.index.execute("SELECT file_id, id FROM chunk").fetchall() == before
    assert vectors.pending_count(library.index, space.id) == 0


def test_a_renamed_folder_moves_all_its_files(library: Library) -> None:
    for number in range(30):
        library.write(f"one/deep/{number}.txt", "same size" + str(number % 3))
    library.scan()
    library.read()
    (library.top / "one").rename(library.top / "two")
    assert counted(library.scan()) == (0, 0, 30, 0)
    assert library.read() == []


@pytest.mark.parametrize("deleted", [False, True])
def test_a_file_that_goes_on_after_a_scan_was_cut_short_is_at_no_old_place(library: Library, deleted: bool) -> None:
    path = library.write("a.txt", "restless")
    library.scan()
    library.read()
    path = path.rename(library.top / "z.txt")
    asked = iter([False, True])
    scan(library.index, [Start(library.root)], library.options, stop=lambda: next(asked, True))
    assert library.names() == {"a.txt", "z.txt"}
    if deleted:
        path.unlink()
        assert counted(library.scan()) == (0, 0, 0, 2)
        assert library.names() == set()
    else:
        path.rename(library.top / "m.txt")
        assert counted(library.scan()) == (0, 0, 1, 1)
        assert library.names() == {"m.txt"}
        assert library.read() == []


def test_a_move_between_roots_is_a_move(library: Library, tmp_path: Path) -> None:
    other = tmp_path.resolve() / "other"
    other.mkdir()
    add_folder(library.index, to_text(str(other)), library.options)
    path = library.write("a.txt", "wandering")
    library.scan()
    library.read()
    path.rename(other / "a.txt")
    assert counted(library.scan()) == (0, 0, 1, 0)
    row = files.by_path(library.index, to_text(str(other / "a.txt")))
    assert row is not None
    assert (row.root_id, row.state) == (roots.roots(library.index)[1].id, "ready")


def test_a_rename_that_differs_in_case_only_is_a_move(library: Library) -> None:
    path = library.write("report.txt", "case")
    library.scan()
    library.read()
    path.rename(library.top / "Report.TXT")
    assert counted(library.scan()) == (0, 0, 1, 0)
    assert library.names() == {"Report.TXT"}
    found = "SELECT name FROM file WHERE id = (SELECT rowid FROM name_fts WHERE name_fts MATCH 'rep')"
    assert library.index.execute(found).get == "Report.TXT"


def test_a_new_kind_of_name_is_read_anew(library: Library) -> None:
    path = library.write("a.txt", "# maybe a heading")
    library.scan()
    library.read()
    path.rename(library.top / "a.md")
    assert counted(library.scan()) == (0, 0, 1, 0)
    assert library.read() == ["a.md"]


def test_a_file_may_become_a_folder_and_back(library: Library) -> None:
    library.write("thing", "a file")
    library.scan()
    library.read()
    (library.top / "thing").unlink()
    library.write("thing/inside.txt", "now a folder")
    library.scan()
    assert library.names() == {"thing/inside.txt"}
    library.read()
    shutil.rmtree(library.top / "thing")
    library.write("thing", "again a file")
    library.scan()
    assert library.names() == {"thing"}


def test_a_missing_root_loses_nothing(library: Library) -> None:
    library.write("a.txt", "kept")
    library.scan()
    library.read()
    away = library.top.with_name("away")
    library.top.rename(away)
    outcome = library.scan()
    assert outcome.missing == [to_text(str(library.top))]
    assert counted(outcome) == (0, 0, 0, 0)
    assert library.root.missing
    assert library.index.execute("SELECT count(*) FROM chunk").get == 1
    away.rename(library.top)
    assert counted(library.scan()) == (0, 0, 0, 0)
    assert not library.root.missing


def test_a_root_unplugged_during_the_scan_loses_nothing(library: Library) -> None:
    for number in range(5):
        library.write(f"f{number}/a.txt", f"{number}")
    library.scan()
    library.read()
    away = library.top.with_name("away")

    def unplug(seen: int, folder: str) -> None:
        if folder.endswith("f1"):
            library.top.rename(away)

    outcome = scan(library.index, [Start(library.root)], library.options, report=unplug)
    assert counted(outcome) == (0, 0, 0, 0)
    assert library.root.missing
    assert len(library.names()) == 5
    away.rename(library.top)


def test_a_stopped_scan_loses_nothing(library: Library) -> None:
    library.write("a/1.txt", "one")
    library.write("b/2.txt", "two")
    library.scan()
    shutil.rmtree(library.top / "a")
    library.write("b/3.txt", "three")
    asked = iter([False, False, True, True, True, True])
    scan(library.index, [Start(library.root)], library.options, stop=lambda: next(asked))
    assert "a/1.txt" in library.names()
    library.scan()
    assert library.names() == {"b/2.txt", "b/3.txt"}


def refuse(monkeypatch: pytest.MonkeyPatch, folder: Path, error: Callable[[], OSError]) -> None:
    """Root may read anything, so the system's answer is made up here."""
    real = os.scandir

    def scandir(path: str) -> object:
        if path == str(folder):
            raise error()
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)


@pytest.mark.parametrize(
    ("error", "code"),
    [(lambda: PermissionError(13, "denied"), "unreadable"), (lambda: OSError(5, "Input/output error"), "io_error")],
)
def test_a_folder_that_cannot_be_listed_is_named_and_loses_nothing(
    library: Library, monkeypatch: pytest.MonkeyPatch, error: Callable[[], OSError], code: str
) -> None:
    library.write("shut/deep/a.txt", "kept")
    library.write("shut/b.txt", "kept too")
    library.scan()
    library.read()
    with monkeypatch.context() as patch:
        refuse(patch, library.top / "shut", error)
        assert counted(library.scan()) == (0, 0, 0, 0)
    assert [(problem.path, problem.code) for problem in problems(library.index)] == [
        (to_text(str(library.top / "shut")), code)
    ]
    library.scan()
    assert problems(library.index) == []
    assert library.names() == {"shut/deep/a.txt", "shut/b.txt"}


def test_a_folder_or_file_that_vanishes_while_listed_is_no_error(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.write("gone/a.txt", "a")
    library.write("b.txt", "b")
    library.scan()
    refuse(monkeypatch, library.top / "gone", lambda: FileNotFoundError(2, "gone"))
    assert counted(library.scan()) == (0, 0, 0, 1)
    assert problems(library.index) == []


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_links_are_recorded_and_never_followed(library: Library, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("not chosen")
    (library.top / "folder link").symlink_to(outside)
    (library.top / "loop").symlink_to(library.top)
    (library.top / "nowhere").symlink_to("absent")
    library.scan()
    assert library.read() == []
    assert {(Path(p.path).name, p.state, p.code) for p in problems(library.index)} == {
        ("folder link", "skipped", "link"), ("loop", "skipped", "link"), ("nowhere", "skipped", "link"),
    }


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX special files")
def test_pipes_and_sockets_are_recorded_and_never_opened(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(library.top / "pipe.txt")
    monkeypatch.chdir(library.top)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.txt")
        library.scan()
        assert {p.code for p in problems(library.index)} == {"special"}
        assert counted(library.scan()) == (0, 0, 0, 0)


def test_a_pipe_where_a_known_file_was_does_not_hang(library: Library) -> None:
    library.write("a.txt", "words")
    library.scan()
    library.read()
    (library.top / "a.txt").unlink()
    os.mkfifo(library.top / "a.txt")
    library.scan()
    assert library.index.execute("SELECT count(*) FROM chunk").get == 0
    assert problems(library.index)[0].code == "special"


@pytest.mark.skipif(sys.platform != "linux", reason="needs names of any bytes")
def test_names_that_are_no_text_are_indexed_and_named(library: Library) -> None:
    raw = os.fsencode(library.top) + b"/caf\xe9.txt"
    Path(os.fsdecode(raw)).write_text("found anyway")
    library.write("\uf7e9 private use.txt", "a name of valid text")
    library.scan()
    row = files.next_pending(library.index, 10)[0]
    chunks.replace(library.index, row.id, [Passage("found anyway", "", {})], chunks.Reading(b"h", READER_VERSION))
    found = problems(library.index)
    assert [(problem.code, os.fsencode(Path(problem.path).parent)) for problem in found] == [
        ("bad_name", os.fsencode(library.top))
    ]
    assert counted(library.scan())[3] == 0


def test_too_large_files_are_listed_and_come_in_when_the_limit_rises(library: Library) -> None:
    library.write("big.txt", "x" * 100)
    library.options = Options(max_file_bytes=50)
    library.scan()
    assert [problem.code for problem in problems(library.index)] == ["too_large"]
    assert counted(library.scan()) == (0, 0, 0, 0)
    library.options = Options()
    library.scan()
    assert library.read() == ["big.txt"]
    assert problems(library.index) == []
    library.options = Options(max_file_bytes=50)
    assert counted(library.scan()) == (0, 1, 0, 0)
    assert [problem.code for problem in problems(library.index)] == ["too_large"]
    assert library.index.execute("SELECT count(*) FROM chunk").get == 0


def test_a_file_read_within_the_clocks_grain_is_checked_by_its_content(library: Library) -> None:
    now = time.time()
    same = library.write("same.txt", "11111", now)
    other = library.write("other.txt", "11111", now)
    library.scan()
    library.read()
    inode = other.stat().st_ino
    library.write("other.txt", "22222", now)
    assert other.stat().st_ino == inode
    assert counted(library.scan()) == (0, 1, 0, 0)
    assert library.read() == ["other.txt"]
    assert same.read_text() == "11111"


def test_an_unreadable_file_is_offered_again_once_it_can_be_read(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.write("a.txt", "a")
    library.scan()
    row = files.next_pending(library.index, 1)[0]
    files.count_attempt(library.index, row.id)
    files.set_failed(library.index, row.id, "unreadable", "denied", READER_VERSION)
    with monkeypatch.context() as patch:
        patch.setattr(os, "access", lambda path, mode: False)
        assert counted(library.scan()) == (0, 0, 0, 0)
    assert counted(library.scan()) == (0, 1, 0, 0)
    assert library.read() == ["a.txt"]


def test_newer_readers_read_everything_again_once(library: Library) -> None:
    library.write("a.txt", "a")
    library.write("b.txt", "b")
    library.scan()
    library.read()
    library.index.execute("UPDATE file SET reader_version = 0 WHERE name = 'a.txt'")
    assert counted(library.scan()) == (0, 1, 0, 0)
    assert library.read() == ["a.txt"]
    assert counted(library.scan()) == (0, 0, 0, 0)


def test_a_file_that_ended_the_program_is_left_alone(library: Library) -> None:
    library.write("bad.pdf", "killer")
    library.scan()
    for _ in range(files.MAX_ATTEMPTS):
        files.count_attempt(library.index, files.next_pending(library.index, 1)[0].id)
    assert files.next_pending(library.index, 1) == []
    assert files.fail_exhausted(library.index, READER_VERSION) == 1
    assert counted(library.scan()) == (0, 0, 0, 0)
    assert [problem.code for problem in problems(library.index)] == ["crashed"]
    library.write("bad.pdf", "mended now")
    library.scan()
    assert library.read() == ["bad.pdf"]


def test_a_single_folder_is_compared_without_those_below(library: Library) -> None:
    for name in ("in/a.txt", "in/deep/b.txt", "out/c.txt"):
        library.write(name, name)
    library.scan()
    library.read()
    library.write("in/new.txt", "new")
    library.write("in/fresh/d.txt", "in a folder not known yet")
    library.write("in/deep/unseen.txt", "not looked at")
    library.write("out/unseen.txt", "not looked at")
    inside = Start(library.root, to_text(str(library.top / "in")), recursive=False)
    assert counted(library.scan(inside)) == (2, 0, 0, 0)
    shutil.rmtree(library.top / "in/deep")
    (library.top / "in/a.txt").unlink()
    assert counted(library.scan(inside)) == (0, 0, 0, 2)
    assert library.names() == {"in/new.txt", "in/fresh/d.txt", "out/c.txt"}
    shutil.rmtree(library.top / "in")
    assert counted(library.scan(inside)) == (0, 0, 0, 2)


def test_a_folder_that_is_now_ignored_leaves_the_index(library: Library) -> None:
    library.write("drafts/a.txt", "a")
    library.scan()
    library.options = Options(ignore=("drafts/",))
    library.scan(Start(library.root, to_text(str(library.top / "drafts"))))
    assert library.names() == set()


def test_folders_to_avoid_are_not_entered(library: Library) -> None:
    library.write("data/index.db", "ours")
    library.write("a.txt", "a")
    library.options = Options(avoid=frozenset({str(library.top / "data")}))
    library.scan()
    assert library.names() == {"a.txt"}


def test_a_folder_inside_a_chosen_one_changes_nothing(library: Library) -> None:
    library.write("in/a.txt", "a")
    again = add_folder(library.index, to_text(str(library.top)), library.options)
    inside = add_folder(library.index, to_text(str(library.top / "in")), library.options)
    assert (again.covered, inside.covered) == (True, True)
    assert again.root == inside.root == library.root
    assert len(roots.roots(library.index)) == 1


def test_a_folder_around_chosen_ones_takes_them_over_unread(library: Library, tmp_path: Path) -> None:
    library.write("a.txt", "a")
    library.scan()
    library.read()
    around = add_folder(library.index, to_text(str(tmp_path.resolve())), Options(hidden=True))
    assert around.absorbed == (to_text(str(library.top)),)
    assert [root.path for root in roots.roots(library.index)] == [to_text(str(tmp_path.resolve()))]
    library.options = Options(ignore=("index.db*",))
    assert counted(library.scan()) == (0, 0, 0, 0)


def test_a_hidden_folder_chosen_by_itself_stands_on_its_own(library: Library) -> None:
    library.write(".notes/a.txt", "a")
    library.write("b.txt", "b")
    notes = add_folder(library.index, to_text(str(library.top / ".notes")), library.options)
    assert not notes.covered
    library.scan()
    assert library.names() == {".notes/a.txt", "b.txt"}
    library.options = Options(hidden=True)
    library.scan()
    owners = library.index.execute("SELECT name, root_id FROM file").fetchall()
    assert dict(cast("list[tuple[str, int]]", owners)) == {"a.txt": notes.root.id, "b.txt": 1}


def test_removing_a_root_forgets_its_files_only(library: Library) -> None:
    library.write("a.txt", "a")
    library.scan()
    library.read()
    roots.remove_root(library.index, library.root.id)
    assert library.index.execute("SELECT (SELECT count(*) FROM file) + (SELECT count(*) FROM chunk)").get == 0
    assert (library.top / "a.txt").exists()


@pytest.mark.parametrize(("name", "code"), [("absent", "root_missing"), ("a.txt", "not_a_folder")])
def test_only_a_folder_that_is_there_can_be_chosen(library: Library, name: str, code: str) -> None:
    library.write("a.txt", "a")
    with pytest.raises(KnownError) as caught:
        add_folder(library.index, to_text(str(library.top / name)), library.options)
    assert caught.value.code == code


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="mounting needs root")
def test_a_folder_mounted_inside_itself_ends(library: Library) -> None:
    library.write("a.txt", "a")
    inside = library.top / "again"
    inside.mkdir()
    if subprocess.run(["mount", "--bind", str(library.top), str(inside)], capture_output=True, check=False).returncode:
        pytest.skip("bind mounts are not allowed here")
    try:
        library.scan()
        assert library.names() == {"a.txt"}
        assert [(problem.path, problem.code) for problem in problems(library.index)] == [
            (to_text(str(inside)), "link")
        ]
    finally:
        subprocess.run(["umount", "--lazy", str(inside)], check=True)


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="mounting needs root")
def test_an_empty_mount_point_loses_nothing(library: Library) -> None:
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(library.top)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("mounting is not allowed here")
    try:
        library.write("a.txt", "a")
        library.scan()
        assert library.names() == {"a.txt"}
    finally:
        subprocess.run(["umount", "--lazy", str(library.top)], check=True)
    assert list(library.top.iterdir()) == []
    found = library.scan()
    assert (found.gone, found.missing) == (0, [library.root.path])
    assert library.names() == {"a.txt"}


def test_what_two_starts_miss_is_gone_once(library: Library) -> None:
    library.write("a/b.txt", "b")
    library.write("c.txt", "c")
    library.scan()
    library.read()
    shutil.rmtree(library.top / "a")
    root = library.root
    found = scan(
        library.index, [Start(root, None, False), Start(root, to_text(str(library.top / "a")))], library.options
    )
    assert found.gone == 1
    assert library.names() == {"c.txt"}


def test_folders_deeper_than_the_limit_are_named(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("indexer.scan.walk.MAX_DEPTH", 3)
    library.write("1/2/in.txt", "reached")
    library.write("1/2/3/out.txt", "not reached")
    library.scan()
    assert library.names() == {"1/2/in.txt"}
    assert [problem.code for problem in problems(library.index)] == ["too_large"]
