"""What has to be compared, and when: every reason for it alone, by clocks of our own."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.paths import to_text
from indexer.scan import Start
from indexer.service.due import JUMP_S, LIMITED_EVERY_S, ROOTS_EVERY_S, DueScans
from indexer.store.roots import Root
from indexer.watch import Changes, Dirty

_EVERY_S = 3600.0


@dataclass
class FakeWatcher:
    """Tells ``changes`` once."""

    changes: Changes = field(default_factory=Changes)
    limited: bool = False

    def begin(self, root: str) -> None: ...

    def enter(self, folder: str) -> None: ...

    def finish(self, root: str) -> None: ...

    def forget(self, root: str) -> None: ...

    def take(self) -> Changes:
        changes, self.changes = self.changes, Changes()
        return changes

    def due_in(self) -> float | None:
        return None

    def close(self) -> None: ...


class Clocks:
    """Seconds since the start of the machine, and Unix time."""

    def __init__(self) -> None:
        self.monotonic = 1_000.0
        self.wall = 1_700_000_000.0

    def pass_by(self, seconds: float) -> None:
        self.monotonic += seconds
        self.wall += seconds


class Setup:
    """A DueScans with two roots, one inside the other, both there, after the first scan of everything."""

    def __init__(self, folder: Path) -> None:
        (folder / "inner").mkdir(parents=True, exist_ok=True)
        self.outer = Root(1, to_text(str(folder)), paused=False, missing=False)
        self.inner = Root(2, to_text(str(folder / "inner")), paused=False, missing=False)
        self.roots = [self.outer, self.inner]
        self.watcher = FakeWatcher()
        self.clocks = Clocks()
        self.due = DueScans(
            self.watcher, lambda: _EVERY_S, lambda: self.clocks.monotonic, lambda: self.clocks.wall
        )
        assert self.due
        assert self.due.take(self.roots) == [Start(self.outer), Start(self.inner)]

    def looked(self) -> list[Start]:
        self.due.look(lambda: self.roots)
        return self.due.take(self.roots)


@pytest.fixture
def setup(tmp_path: Path) -> Setup:
    return Setup(tmp_path / "root")


def test_nothing_is_due_when_nothing_happened(setup: Setup) -> None:
    for _ in range(100):
        setup.clocks.pass_by(_EVERY_S / 101)
        assert setup.looked() == []
    assert not setup.due


def test_everything_is_due_after_its_time(setup: Setup) -> None:
    setup.clocks.pass_by(_EVERY_S)
    assert setup.looked() == [Start(setup.outer), Start(setup.inner)]
    setup.clocks.pass_by(_EVERY_S - 1)
    assert setup.looked() == []


def test_it_is_due_more_often_when_not_everything_can_be_watched(setup: Setup) -> None:
    setup.watcher.limited = True
    setup.clocks.pass_by(LIMITED_EVERY_S)
    assert setup.looked() == [Start(setup.outer), Start(setup.inner)]


def test_everything_is_due_when_changes_were_lost(setup: Setup) -> None:
    setup.watcher.changes = Changes(lost=True)
    assert setup.looked() == [Start(setup.outer), Start(setup.inner)]


@pytest.mark.parametrize("jump_s", [-86_400.0, -JUMP_S - 1, JUMP_S + 1, 28_800.0])
def test_everything_is_due_after_sleep_and_when_the_clock_was_set(jump_s: float, setup: Setup) -> None:
    setup.clocks.pass_by(2)
    setup.clocks.wall += jump_s
    assert setup.looked() == [Start(setup.outer), Start(setup.inner)]
    setup.clocks.pass_by(2)
    assert setup.looked() == []


@given(st.lists(st.floats(-JUMP_S / 2, JUMP_S / 2), max_size=30))
def test_a_clock_that_is_corrected_a_little_at_a_time_makes_nothing_due(
    tmp_path_factory: pytest.TempPathFactory, steps: list[float]
) -> None:
    setup = Setup(tmp_path_factory.getbasetemp() / "corrected")
    for step in steps:
        setup.clocks.pass_by(1)
        setup.clocks.wall += step
        assert setup.looked() == []


def test_a_root_that_goes_or_comes_is_due(setup: Setup, tmp_path: Path) -> None:
    inner = tmp_path / "root" / "inner"
    inner.rmdir()
    setup.clocks.pass_by(ROOTS_EVERY_S - 1)
    assert setup.looked() == []
    setup.clocks.pass_by(1)
    assert setup.looked() == [Start(setup.inner)]
    gone = Root(2, setup.inner.path, paused=False, missing=True)
    setup.roots = [setup.outer, gone]
    setup.clocks.pass_by(ROOTS_EVERY_S)
    assert setup.looked() == []
    inner.mkdir()
    setup.clocks.pass_by(ROOTS_EVERY_S)
    assert setup.looked() == [Start(gone)]


def test_changes_belong_to_the_innermost_root(setup: Setup, tmp_path: Path) -> None:
    folder = tmp_path / "root"
    setup.watcher.changes = Changes((
        Dirty(str(folder / "a"), False), Dirty(str(folder / "inner" / "b"), True), Dirty(str(folder / "inner"), False),
        Dirty(str(tmp_path / "elsewhere"), True), Dirty(str(tmp_path / "root2"), True),
    ))
    assert setup.looked() == [
        Start(setup.outer, f"{folder}/a", False), Start(setup.inner, f"{folder}/inner/b", True),
        Start(setup.inner, None, False),
    ]


def test_a_folder_is_looked_through_if_it_was_asked_for_once(setup: Setup, tmp_path: Path) -> None:
    folder = str(tmp_path / "root" / "a")
    setup.watcher.changes = Changes((Dirty(folder, True),))
    setup.due.look(lambda: setup.roots)
    setup.watcher.changes = Changes((Dirty(folder, False),))
    assert setup.looked() == [Start(setup.outer, folder, True)]


def test_what_is_inside_a_root_that_is_due_is_not_due_by_itself(setup: Setup, tmp_path: Path) -> None:
    setup.due.add([Start(setup.outer), Start(setup.outer, str(tmp_path / "root" / "a"))])
    assert setup.due.take(setup.roots) == [Start(setup.outer)]


def test_what_was_taken_and_not_done_can_be_given_back(setup: Setup, tmp_path: Path) -> None:
    folder = tmp_path / "root"
    setup.due.everything()
    setup.watcher.changes = Changes((Dirty(str(folder / "a"), False),))
    for _ in range(2):
        starts = setup.looked()
        assert starts == [Start(setup.outer), Start(setup.inner)]
        setup.due.add(starts)
    setup.due.take(setup.roots)
    some = [Start(setup.outer, f"{folder}/a", False), Start(setup.inner, None, False)]
    setup.due.add(some)
    assert setup.due.take(setup.roots) == some


def test_a_paused_root_is_left_alone(setup: Setup, tmp_path: Path) -> None:
    setup.roots = [Root(1, setup.outer.path, paused=True, missing=False)]
    setup.due.everything()
    setup.watcher.changes = Changes((Dirty(str(tmp_path / "root" / "a"), True),))
    assert setup.looked() == []
