"""Hints alone keep a picture of a tree right, whatever is done to it, and however late they are read."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from indexer.watch import Changes, debounce
from indexer.watch.debounce import is_inside
from indexer.watch.inotify import InotifyWatcher

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="inotify is a part of Linux")

Entries = dict[str, tuple[int, int]]


class Picture:
    """What is known of a tree: each folder's files by inode and time. Renewed by the rules the real scan follows."""

    def __init__(self, top: Path, watcher: InotifyWatcher) -> None:
        self.top = str(top)
        self.folders: dict[str, Entries] = {}
        self._watcher = watcher

    def renew(self, changes: Changes) -> None:
        if changes.lost:
            self.renew_all()
        for dirty in changes.dirty:
            self._compare(dirty.folder, dirty.recursive)

    def renew_all(self) -> None:
        self._watcher.begin(self.top)
        self._compare(self.top, recursive=True)
        self._watcher.finish(self.top)

    def _compare(self, folder: str, recursive: bool) -> None:
        known = {path for path in self.folders if is_inside(path, folder)}
        found = self._walk(folder) if recursive else self._list(folder)
        if not recursive:
            for inside in list(found.get(folder, ({}, []))[1]):
                if any(is_inside(path, inside) for path in known):
                    known = {path for path in known if not is_inside(path, inside)}
                else:
                    found |= self._walk(inside)
        for path in known:
            self.folders.pop(path, None)
        # A folder without files is not known, as there is no row for it.
        self.folders |= {path: files for path, (files, _) in found.items() if files}

    def _walk(self, folder: str) -> dict[str, tuple[Entries, list[str]]]:
        found = self._list(folder)
        for inside in found.get(folder, ({}, []))[1]:
            found |= self._walk(inside)
        return found

    def _list(self, folder: str) -> dict[str, tuple[Entries, list[str]]]:
        self._watcher.enter(folder)
        return _listing(folder)


def _listing(folder: str) -> dict[str, tuple[Entries, list[str]]]:
    files: Entries = {}
    folders = []
    try:
        for entry in list(os.scandir(folder)):
            try:
                found = entry.stat(follow_symlinks=False)
            except FileNotFoundError:
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.append(entry.path)
            else:
                files[entry.name] = (found.st_ino, found.st_mtime_ns)
    except (FileNotFoundError, NotADirectoryError):
        return {}
    return {folder: (files, folders)}


def truth(folder: str) -> dict[str, Entries]:
    found = {}
    for path, _, names in os.walk(folder):
        if names:
            found[path] = _listing(path)[path][0]
    return found


def act(chance: random.Random, top: Path, outside: Path) -> None:
    """One thing that is done to files; it may be impossible."""
    folders = [Path(path) for path, _, _ in os.walk(top)]
    names = "abcd"
    here, there = chance.choice(folders), chance.choice(folders)
    one, other = here / chance.choice(names), there / chance.choice(names)
    deed = chance.choice(["write", "write", "append", "move", "move", "tree", "delete", "out", "in", "replace", "swap"])
    if deed == "write":
        one.write_text("x")
    elif deed == "append":
        with one.open("a") as file:
            file.write("x")
    elif deed == "move":
        one.rename(other)
    elif deed == "tree":
        (one / "a" / "b").mkdir(parents=True)
        (one / "a" / "b" / "c").write_text("x")
        (one / "d").write_text("x")
    elif deed == "delete":
        shutil.rmtree(one) if one.is_dir() else one.unlink()
    elif deed == "out":
        one.rename(outside / str(chance.random()))
    elif deed == "in" and (found := sorted(outside.iterdir())):
        chance.choice(found).rename(other)
    elif deed == "replace":
        shutil.rmtree(one)
        one.write_text("a file now")
    elif deed == "swap":
        one.rename(outside / "swap")
        other.rename(one)
        (outside / "swap").rename(other)


@pytest.fixture
def watcher(monkeypatch: pytest.MonkeyPatch) -> Iterator[InotifyWatcher]:
    monkeypatch.setattr(debounce, "QUIET_S", 0.0)
    monkeypatch.setattr("indexer.watch.inotify._PAUSE_MS", 1)
    watcher = InotifyWatcher(lambda: None)
    yield watcher
    watcher.close()


@pytest.fixture
def top(tmp_path: Path) -> Path:
    (tmp_path / "outside").mkdir()
    top = tmp_path / "top"
    for folder in ("a/b/c", "b/a", "c"):
        (top / folder).mkdir(parents=True)
        (top / folder / "d").write_text("x")
    return top


@pytest.mark.parametrize("seed", range(6))
def test_the_picture_is_right_in_the_end(top: Path, watcher: InotifyWatcher, seed: int) -> None:
    chance = random.Random(seed)
    picture = Picture(top, watcher)
    picture.renew_all()
    for _ in range(400):
        with contextlib.suppress(OSError):
            act(chance, top, top.parent / "outside")
        if chance.random() < 0.3:
            picture.renew(watcher.take())
        if chance.random() < 0.02:
            picture.renew_all()
    _is_right(picture, watcher, top)


@pytest.mark.parametrize("seed", range(2))
def test_the_picture_is_right_though_all_changes_while_it_is_renewed(
    top: Path, watcher: InotifyWatcher, seed: int
) -> None:
    chance = random.Random(seed)
    picture = Picture(top, watcher)

    def act_often() -> None:
        for _ in range(400):
            with contextlib.suppress(OSError):
                act(chance, top, top.parent / "outside")

    actor = threading.Thread(target=act_often)
    actor.start()
    picture.renew_all()
    while actor.is_alive():
        picture.renew(watcher.take())
    actor.join()
    _is_right(picture, watcher, top)


def _is_right(picture: Picture, watcher: InotifyWatcher, top: Path) -> None:
    _until_quiet(picture, watcher, top)
    assert picture.folders == truth(str(top))
    # What is watched is right as well: the next change anywhere is told.
    for path, _, _ in os.walk(top):
        Path(path, "last").write_text("x")
    _until_quiet(picture, watcher, top)
    assert picture.folders == truth(str(top))


def _until_quiet(picture: Picture, watcher: InotifyWatcher, top: Path) -> None:
    """Renew the picture until a mark made last has been told, and what followed from it."""
    mark = top / "mark"
    mark.write_text("x")
    end = time.monotonic() + 10
    while "mark" not in picture.folders.get(str(top), {}) or watcher.due_in() is not None:
        assert time.monotonic() < end
        picture.renew(watcher.take())
        time.sleep(0.005)
    mark.unlink()
    while "mark" in picture.folders.get(str(top), {}):
        assert time.monotonic() < end
        picture.renew(watcher.take())
