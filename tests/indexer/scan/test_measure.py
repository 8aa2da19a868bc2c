"""How much is in a folder before it is indexed."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from indexer.answers import FolderSize
from indexer.paths import to_text
from indexer.scan import Options, measure
from indexer.scan.walk import Listing, Place, Walker
from indexer.store.roots import Root


def count(path: Path, *chosen: Path, options: Options | None = None, seconds: float = 20) -> FolderSize:
    roots = [Root(number, to_text(str(one)), False, False) for number, one in enumerate(chosen, 1)]
    return measure(to_text(str(path)), roots, options or Options(), threading.Event(), seconds)


@pytest.fixture
def top(tmp_path: Path) -> Path:
    folder = tmp_path / "top"
    for name, size in (
        ("a.txt", 10), ("b/c.txt", 20), ("b/d/e.md", 30), ("node_modules/x.js", 400), (".hidden", 500),
        ("big.bin", 5_000), ("b/skip.log", 600), ("keep/k.txt", 5),
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"x" * size)
    (folder / ".hunchignore").write_text("*.log\n")
    (folder / "b" / "round").symlink_to(tmp_path)
    (folder / "linked.txt").symlink_to(folder / "a.txt")
    return folder


def test_what_would_be_read_is_counted(top: Path) -> None:
    found = count(top, options=Options(max_file_bytes=1_000, ignore=("keep/",)))
    assert found == FolderSize(str(top), 3, 60, True, None, (), None)
    assert count(top, options=Options(hidden=True)).files == 7


def test_a_chosen_folder_above_and_its_rules_count(top: Path, tmp_path: Path) -> None:
    found = count(top / "b", top, tmp_path / "elsewhere")
    assert found == FolderSize(str(top / "b"), 2, 50, True, str(top), (), None)
    assert count(top, top).chosen_above == str(top)
    # It leaves this one out, which would stand on its own.
    apart = count(top / "node_modules", top)
    assert (apart.files, apart.chosen_above) == (1, None)


def test_chosen_folders_inside_are_told_and_counted(top: Path) -> None:
    found = count(top, top / "b", top / "node_modules", top / "b" / "d")
    assert found.chosen_below == (str(top / "b"), str(top / "b" / "d"))
    assert found.files == 5


def test_a_link_to_a_folder_is_the_folder(top: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(top / "b")
    assert count(tmp_path / "link", top) == count(top / "b", top)


@pytest.mark.parametrize(("name", "code"), [("nowhere", "root_missing"), ("a.txt", "not_a_folder")])
def test_what_is_no_folder_is_told(top: Path, name: str, code: str) -> None:
    found = count(top / name)
    assert found == FolderSize(str(top / name), 0, 0, False, None, (), code)


def test_a_folder_that_may_not_be_listed_is_told(top: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(walker: Walker, place: Place) -> Listing:
        return Listing(place.path, error=("unreadable", "Allow it."))

    monkeypatch.setattr(Walker, "list", refuse)
    assert count(top).problem == "unreadable"


class Slow:
    """A disk on which every folder takes 20 ms, and a tree without end."""

    def __init__(self) -> None:
        self.listed = 0

    def walk(self, place: Place) -> Iterator[Listing]:
        while True:
            time.sleep(0.02)
            self.listed += 1
            yield Listing(place.path)


def test_counting_ends_with_its_time_or_when_nobody_wants_it(top: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    disk = Slow()
    monkeypatch.setattr(Walker, "walk", lambda walker, place: disk.walk(place))
    began = time.monotonic()
    assert not count(top, seconds=0.2).complete
    assert time.monotonic() - began < 2
    stop = threading.Event()
    threading.Timer(0.1, stop.set).start()
    began = time.monotonic()
    assert not measure(str(top), [], Options(), stop, 20).complete
    assert time.monotonic() - began < 5
    assert not [thread for thread in threading.enumerate() if thread.name == "hunch-measure" and ended_not(thread)]
    assert disk.listed > 5


def ended_not(thread: threading.Thread) -> bool:
    thread.join(5)
    return thread.is_alive()


def test_a_disk_that_does_not_answer_is_not_waited_for(top: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = threading.Event()

    def hang(walker: Walker, place: Place) -> Listing:
        answer.wait(20)
        return Listing(place.path)

    monkeypatch.setattr(Walker, "list", hang)
    began = time.monotonic()
    found = count(top, seconds=0.2)
    assert time.monotonic() - began < 2
    assert (found.files, found.complete, found.problem) == (0, False, None)
    answer.set()
