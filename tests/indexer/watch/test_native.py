"""What is made of the events of watchdog, as macOS and Windows give them; and once with its observer for real."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from watchdog.events import (
    DirAttribEvent,
    DirCreatedEvent,
    DirDeletedEvent,
    DirModifiedEvent,
    DirMovedEvent,
    FileAttribEvent,
    FileClosedNoWriteEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileOpenedEvent,
    FileSystemEvent,
)
from watchdog.observers.api import BaseObserver

from indexer.watch import debounce
from indexer.watch.native import NativeWatcher
from tests.indexer.watch.watched import Watched

TOP = os.path.abspath(os.sep + "top")  # noqa: PTH100


def at(path: str) -> str:
    return os.path.normpath(os.path.join(TOP, path))  # noqa: PTH118


@pytest.fixture
def watcher(monkeypatch: pytest.MonkeyPatch) -> NativeWatcher:
    """Told of events by the test alone, as the root is not there; hints are ripe at once."""
    monkeypatch.setattr(debounce, "QUIET_S", 0.0)
    watcher = NativeWatcher(lambda: None)
    watcher.begin(TOP)
    for folder in (".", "a", "a/b", "a/b/c", "d"):
        watcher.enter(at(folder))
    watcher.finish(TOP)
    return watcher


def told(watcher: NativeWatcher, *events: FileSystemEvent) -> dict[str, bool]:
    for event in events:
        watcher.dispatch(event)
    changes = watcher.take()
    assert not changes.lost
    return {os.path.relpath(dirty.folder, TOP).replace(os.sep, "/"): dirty.recursive for dirty in changes.dirty}


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (FileCreatedEvent(at("d/new")), {"d": False}),
        (FileModifiedEvent(at("d/file")), {"d": False}),
        (FileAttribEvent(at("d/file")), {"d": False}),
        (FileDeletedEvent(at("d/file")), {"d": False}),
        (FileMovedEvent(at("d/file"), at("a/b/file")), {"d": False, "a/b": False}),
        (FileMovedEvent(at("d/file"), ""), {"d": False}),
        (FileCreatedEvent(at("d/.gitignore")), {"d": True}),
        (FileMovedEvent(at("d/x"), at("d/.hunchignore")), {"d": True}),
        (FileMovedEvent(at("d/.hunchignore"), at("d/x")), {"d": True}),
        (DirCreatedEvent(at("d/new")), {"d": False}),
        (DirModifiedEvent(at("d")), {"d": False}),
        (DirAttribEvent(at("d")), {"d": True}),
        (DirAttribEvent(at("d/unreadable")), {"d/unreadable": True}),
        (DirDeletedEvent(at("a/b")), {"a": False, "a/b": True}),
        (FileDeletedEvent(at("a/b")), {"a": False, "a/b": True}),
        (DirMovedEvent(at("a"), at("z")), {".": False, "a": True}),
        (DirDeletedEvent(TOP), {".": True}),
        (DirModifiedEvent(at("ignored")), {}),
        (FileCreatedEvent(at("ignored/file")), {}),
        (FileCreatedEvent(at("ignored/inside/file")), {}),
        (FileCreatedEvent(at("../beside")), {}),
        (FileOpenedEvent(at("d/file")), {}),
        (FileClosedNoWriteEvent(at("d/file")), {}),
        (FileCreatedEvent(os.fsencode(at("d/new"))), {"d": False}),
    ],
)
def test_what_has_changed_is_told(watcher: NativeWatcher, event: FileSystemEvent, expected: dict[str, bool]) -> None:
    assert told(watcher, event) == expected


def test_below_a_folder_that_has_gone_nothing_is_told_until_it_is_entered(watcher: NativeWatcher) -> None:
    told(watcher, DirMovedEvent(at("a"), at("z")))
    assert told(watcher, FileCreatedEvent(at("a/b/new")), FileCreatedEvent(at("z/b/new"))) == {}
    watcher.enter(at("z/b"))
    assert told(watcher, FileCreatedEvent(at("z/b/new"))) == {"z/b": False}


def test_folders_not_entered_any_more_are_passed_by(watcher: NativeWatcher) -> None:
    inner = at("a/b")
    watcher.begin(inner)
    watcher.begin(TOP)
    watcher.enter(TOP)
    watcher.finish(TOP)
    assert told(watcher, FileCreatedEvent(at("d/new"))) == {}
    assert told(watcher, FileCreatedEvent(at("a/b/new"))) == {"a/b": False}
    watcher.forget(inner)
    watcher.enter(at("/elsewhere"))
    assert told(watcher, FileCreatedEvent(at("a/b/new")), FileCreatedEvent(at("/elsewhere/new"))) == {}


@pytest.fixture
def watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watched]:
    monkeypatch.setattr(debounce, "QUIET_S", 0.0)
    top = tmp_path / "top"
    (top / "a" / "b").mkdir(parents=True)
    (top / "ignored").mkdir()
    woken = threading.Event()
    watcher = NativeWatcher(woken.set)
    watched = Watched(watcher, top, woken)
    watched.scan()
    yield watched
    watcher.close()


def test_with_a_real_observer(watched: Watched) -> None:
    assert not watched.watcher.limited
    watched.told()
    (watched.top / "a" / "b" / "file").write_text("x")
    (watched.top / "ignored" / "file").write_text("x")
    assert ("a/b", False) in watched.told()
    watched.scan()
    watched.top.rename(watched.top.with_name("away"))
    watched.top.mkdir()
    (watched.top / "marks").mkdir()
    watched.watcher.forget(str(watched.top))
    watched.scan()
    watched.told()
    (watched.top / "file").write_text("x")
    assert (".", False) in watched.told()


def test_what_the_system_refuses_is_left_to_timed_scans(
    tmp_path: Path, watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("no more")

    (tmp_path / "other").mkdir()
    with monkeypatch.context() as patch:
        patch.setattr(BaseObserver, "schedule", refuse)
        watched.watcher.begin(str(tmp_path / "other"))
    assert watched.watcher.limited
    watched.watcher.begin(str(tmp_path / "other"))
    assert not watched.watcher.limited
    assert watched.watcher.due_in() is None or watched.told()


def test_no_thread_is_left_after_close(tmp_path: Path) -> None:
    before = threading.active_count()
    watcher = NativeWatcher(lambda: None)
    watcher.begin(str(tmp_path))
    watcher.close()
    assert threading.active_count() == before
    watcher.begin(str(tmp_path))
    watcher.enter(str(tmp_path))
    watcher.forget(str(tmp_path))
    watcher.close()
    assert threading.active_count() == before
