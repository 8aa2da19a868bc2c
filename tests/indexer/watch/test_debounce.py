from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.watch import Changes, Dirty, debounce
from indexer.watch.debounce import MOST_S, QUIET_S, Debounce, is_inside, upwards

ROOT = os.path.abspath(os.sep + "root")  # noqa: PTH100


def path(*names: str) -> str:
    return os.path.join(ROOT, *names)  # noqa: PTH118


@pytest.fixture
def waiting() -> Debounce:
    debounce = Debounce()
    debounce.add_root(ROOT)
    return debounce


def test_a_folder_is_ripe_when_it_has_been_quiet(waiting: Debounce) -> None:
    waiting.changed(path("a"), False, 10.0)
    waiting.changed(path("a"), False, 11.0)
    assert waiting.due() == 11.0 + QUIET_S
    assert waiting.take(12.9) == Changes()
    assert waiting.take(13.0) == Changes((Dirty(path("a"), False),))
    assert waiting.take(99.0) == Changes()
    assert waiting.due() is None


def test_a_folder_that_goes_on_changing_is_ripe_in_the_end(waiting: Debounce) -> None:
    told = []
    for second in range(62):
        waiting.changed(path("log"), False, float(second))
        told += [second for _ in waiting.take(float(second)).dirty]
    assert told == [MOST_S, 2 * MOST_S + 1]


def test_what_lies_inside_a_recursive_folder_is_part_of_it(waiting: Debounce) -> None:
    waiting.changed(path("a", "b"), False, 0.0)
    waiting.changed(path("ab"), False, 0.0)
    waiting.changed(path("a"), True, 1.0)
    waiting.changed(path("a", "c"), False, 1.5)
    waiting.changed(path("a", "d"), True, 1.5)
    assert waiting.take(2.0) == Changes((Dirty(path("ab"), False),))
    assert waiting.take(3.4) == Changes()
    assert waiting.take(3.5) == Changes((Dirty(path("a"), True),))


def test_a_folder_waiting_for_itself_does_not_stand_for_what_is_inside(waiting: Debounce) -> None:
    waiting.changed(path("a"), False, 0.0)
    waiting.changed(path("a", "b"), False, 0.0)
    assert set(waiting.take(2.0).dirty) == {Dirty(path("a"), False), Dirty(path("a", "b"), False)}


def test_merging_does_not_put_off_what_waits(waiting: Debounce) -> None:
    waiting.changed(path("a", "b"), False, 0.0)
    waiting.changed(path("a"), True, MOST_S - 0.5)
    assert waiting.take(MOST_S) == Changes((Dirty(path("a"), True),))


def test_very_many_folders_become_their_root_and_stay_few(waiting: Debounce) -> None:
    other = os.path.abspath(os.sep + "other")  # noqa: PTH100
    waiting.add_root(other)
    waiting.changed(other, False, 0.0)
    for number in range(debounce.MERGED):
        waiting.changed(path(str(number)), False, 0.0)
    assert len(waiting.take(2.0).dirty) == debounce.MERGED + 1
    for number in range(debounce.MERGED + 1):
        waiting.changed(path(str(number)), False, 10.0)
    waiting.changed(other, False, 10.0)
    assert set(waiting.take(12.0).dirty) == {Dirty(ROOT, True), Dirty(other, False)}


def test_after_a_loss_one_word_stands_for_all(waiting: Debounce) -> None:
    waiting.changed(path("a"), False, 0.0)
    waiting.lose(1.0)
    waiting.lose(1.5)
    assert waiting.take(1.9) == Changes()
    waiting.changed(path("b"), False, 3.4)
    assert waiting.take(3.5) == Changes(lost=True)
    assert waiting.take(99.0) == Changes()


def test_outside_every_root_nothing_counts(waiting: Debounce) -> None:
    waiting.changed(os.path.dirname(ROOT), True, 0.0)  # noqa: PTH120
    waiting.changed(ROOT + "s", True, 0.0)
    waiting.changed(path("a"), True, 0.0)
    waiting.remove_root(ROOT)
    waiting.changed(path("b"), True, 0.0)
    assert waiting.due() is None


def test_a_root_inside_another_waits_for_itself(waiting: Debounce) -> None:
    waiting.add_root(path("in"))
    waiting.changed(ROOT, True, 0.0)
    waiting.changed(path("in", "a"), False, 0.0)
    assert set(waiting.take(2.0).dirty) == {Dirty(ROOT, True), Dirty(path("in", "a"), False)}
    assert waiting.root_of(path("in", "a")) == path("in")
    assert waiting.root_of(path("inner")) == ROOT


def test_the_top_of_the_file_system_can_be_a_root() -> None:
    top = list(upwards(ROOT))[-1]
    waiting = Debounce()
    waiting.add_root(top)
    waiting.changed(ROOT, False, 0.0)
    assert waiting.take(2.0) == Changes((Dirty(ROOT, False),))
    assert is_inside(ROOT, top)
    assert is_inside(top, top)
    assert not is_inside(ROOT + "s", ROOT)


@dataclass(frozen=True)
class Told:
    """A change the model remembers until it is told."""

    folder: str
    recursive: bool
    at: float

    def is_covered(self, dirty: Dirty) -> bool:
        if dirty.recursive:
            # A scan of the root around does not come into a root inside.
            return is_inside(self.folder, dirty.folder) and root_of(self.folder) == root_of(dirty.folder)
        return self.folder == dirty.folder and not self.recursive


ROOTS = (ROOT, path("a", "in"))


def root_of(folder: str) -> str:
    return max((root for root in ROOTS if is_inside(folder, root)), key=len)


names = st.sampled_from(["a", "b", "in", "in2"])
folders = st.lists(names, max_size=4).map(lambda parts: path(*parts))
steps = st.lists(
    st.tuples(st.sampled_from([0.0, 0.5, 1.0, 1.9, 2.0, 7.0]), st.one_of(st.tuples(folders, st.booleans()), st.none())),
    max_size=60,
)


@given(steps)
def test_no_change_is_lost_late_or_made_up(steps: list[tuple[float, tuple[str, bool] | None]]) -> None:
    with mock.patch.object(debounce, "MERGED", 4):
        for now, told, outstanding in _play(steps):
            assert not told.lost
            for dirty in told.dirty:
                within = [change for change in outstanding if is_inside(change.folder, dirty.folder)]
                within = [change for change in within if root_of(change.folder) == root_of(dirty.folder)]
                assert within, "made up"
                quiet = [change for change in within if change.is_covered(dirty)]
                latest, first = max(change.at for change in quiet), min(change.at for change in quiet)
                assert now >= min(latest + QUIET_S, first + MOST_S), "too early"
            left = [change for change in outstanding if not any(change.is_covered(dirty) for dirty in told.dirty)]
            assert all(now < change.at + MOST_S for change in left), "too late"
            if outstanding and now >= max(change.at for change in outstanding) + QUIET_S:
                assert not left, "lost"
            assert len(told.dirty) <= 4 * len(ROOTS)


def _play(steps: list[tuple[float, tuple[str, bool] | None]]) -> Iterator[tuple[float, Changes, list[Told]]]:
    """Each ``take`` with its time, what it gave, and the changes that had not been told before."""
    waiting = Debounce()
    for root in ROOTS:
        waiting.add_root(root)
    outstanding: list[Told] = []
    now = 100.0
    for pause, change in [*steps, (0.0, None), (QUIET_S, None)]:
        now += pause
        if change is not None:
            waiting.changed(*change, now)
            outstanding.append(Told(*change, now))
            continue
        due = waiting.due()
        told = waiting.take(now)
        assert bool(told.dirty) == (due is not None and due <= now), "due() and take() disagree"
        yield now, told, outstanding
        outstanding = [change for change in outstanding if not any(change.is_covered(dirty) for dirty in told.dirty)]
    assert not outstanding
