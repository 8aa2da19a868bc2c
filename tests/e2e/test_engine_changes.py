"""The engine notices what happens in its folders, whatever way programs write, move and delete."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from indexer.paths import to_text
from tests.helpers.command import Hunch
from tests.helpers.engine import RunningEngine, attempts, running_engine, until, until_equal

_MANY = 2_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    return folder


@pytest.fixture
def engine(hunch: Hunch) -> Iterator[RunningEngine]:
    with running_engine(hunch) as engine:
        yield engine


def test_add_starts_an_engine_that_keeps_the_folder_current(folder: Path, hunch: Hunch) -> None:
    (folder / "sleep.txt").write_text("Otters hold hands while they sleep.", encoding="utf-8")
    hunch.run("add", folder)
    until_equal(lambda: hunch.names("otters", "--mode", "words"), ["sleep.txt"])
    (folder / "heat.txt").write_text("The landlord pays for the new boiler.", encoding="utf-8")
    until_equal(lambda: hunch.names("boiler", "--mode", "words"), ["heat.txt"])
    until_equal(lambda: hunch.names("animals asleep", "--mode", "meaning")[:1], ["sleep.txt"])
    status = hunch.json("status")
    assert status["engine"]["pid"] != os.getpid()
    hunch.run("quit")
    assert hunch.json("status")["engine"] is None


def test_every_way_to_change_a_file(folder: Path, tmp_path: Path, engine: RunningEngine) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "arrived.txt").write_text("arrivedword: a recipe for plum jam", encoding="utf-8")
    for name in ("edited", "replaced", "left", "deleted", "appended"):
        (folder / f"{name}.txt").write_text(f"{name}old: the annual report of a bank", encoding="utf-8")
    engine.client.add(str(folder))
    old = {name: [f"{name}.txt"] for name in ("edited", "replaced", "left", "deleted", "appended")}
    until_equal(lambda: {name: engine.names(f"{name}old") for name in old}, old)
    engine.settle()

    (folder / "new.txt").write_text("newword: how to prune an apple tree", encoding="utf-8")
    with (folder / "edited.txt").open("r+", encoding="utf-8") as file:
        file.write("editedword: the timetable of the night ferry")
        file.truncate()
    partial = folder / ".replaced.txt.partial"
    partial.write_text("replacedword: exercises for a sore back", encoding="utf-8")
    partial.replace(folder / "replaced.txt")
    (outside / "arrived.txt").rename(folder / "arrived.txt")
    (folder / "left.txt").rename(outside / "left.txt")
    (folder / "deleted.txt").unlink()
    with (folder / "appended.txt").open("a", encoding="utf-8") as file:
        file.write("\n\nappendedword: lyrics of a sea shanty")

    until_equal(
        lambda: {name: engine.names(f"{name}word") for name in ("new", "edited", "replaced", "arrived", "appended")},
        {name: [f"{name}.txt"] for name in ("new", "edited", "replaced", "arrived", "appended")},
    )
    until_equal(lambda: {name: engine.names(f"{name}old") for name in old}, {
        "edited": [], "replaced": [], "left": [], "deleted": [], "appended": ["appended.txt"],
    })
    by_meaning = {
        "cutting back fruit trees": "new.txt", "when does the boat leave in the evening": "edited.txt",
        "physiotherapy": "replaced.txt", "making preserves": "arrived.txt", "sailor song": "appended.txt",
    }
    until_equal(lambda: {ask: "".join(engine.names(ask, "meaning")[:1]) for ask in by_meaning}, by_meaning)
    assert not {"left.txt", "deleted.txt"} & set(engine.names("yearly statement of a company", "meaning"))


def test_a_renamed_folder_is_not_read_again(folder: Path, engine: RunningEngine) -> None:
    (folder / "old" / "deep").mkdir(parents=True)
    for number in range(20):
        path = folder / "old" / "deep" / f"{number}.txt"
        path.write_text(f"number{number}word and more", encoding="utf-8")
        # A file that changed only just now is looked into once more.
        os.utime(path, (0, 1_000_000))
    engine.client.add(str(folder))
    until(lambda: engine.names("number7word"))
    engine.settle()
    before = attempts(engine.hunch)
    (folder / "old").rename(folder / "new")
    new = to_text(str(folder / "new" / "deep" / "7.txt"))
    until_equal(lambda: [hit.path for hit in engine.hits("number7word")], [new])
    engine.settle()
    assert attempts(engine.hunch) == {path.replace(f"{folder}/old/", f"{folder}/new/"): row for path, row in
                                   before.items()}


def test_times_of_a_clock_that_was_wrong(folder: Path, engine: RunningEngine) -> None:
    engine.client.add(str(folder))
    for name, seconds in (("past", -2_000_000_000), ("beginning", 0), ("future", 7_000_000_000)):
        (folder / f"{name}.txt").write_text(f"{name}word", encoding="utf-8")
        os.utime(folder / f"{name}.txt", (seconds, seconds))
    names = ("past", "beginning", "future")
    until_equal(lambda: [engine.names(f"{name}word") for name in names], [[f"{name}.txt"] for name in names])
    (folder / "future.txt").write_text("otherword", encoding="utf-8")
    until_equal(lambda: [engine.names("otherword"), engine.names("pastword")], [["future.txt"], ["past.txt"]])


def test_a_folder_replaced_by_a_file_and_back(folder: Path, engine: RunningEngine) -> None:
    (folder / "thing.txt").mkdir()
    (folder / "thing.txt" / "inside.txt").write_text("insideword", encoding="utf-8")
    engine.client.add(str(folder))
    until_equal(lambda: engine.names("insideword"), ["inside.txt"])
    shutil.rmtree(folder / "thing.txt")
    (folder / "thing.txt").write_text("insteadword", encoding="utf-8")
    until_equal(lambda: (engine.names("insteadword"), engine.names("insideword")), (["thing.txt"], []))
    (folder / "thing.txt").unlink()
    (folder / "thing.txt").mkdir()
    (folder / "thing.txt" / "again.txt").write_text("againword", encoding="utf-8")
    until_equal(lambda: (engine.names("againword"), engine.names("insteadword")), (["again.txt"], []))


def test_thousands_of_files_change_at_once(folder: Path, engine: RunningEngine) -> None:
    _check_out(folder, "left")
    engine.client.pause(None)
    engine.client.add(str(folder))
    engine.client.resume()
    until_equal(lambda: engine.status()["files"]["ready"], _MANY, 60)
    # Like another branch: a third changed, a third gone, as many new ones in other folders.
    _check_out(folder, "right")
    expected = {
        "leftword": 50, "rightword": 50, "left0word": 0, "right0word": 1, f"left{_MANY - 1}word": 1,
        f"right{_MANY}word": 1, f"right{_MANY + _MANY // 3 - 1}word": 1,
    }
    until_equal(lambda: {word: len(engine.hits(word)) for word in expected}, expected, 60)
    assert set(attempts(engine.hunch)) == {to_text(str(path)) for path in folder.rglob("*.txt")}


def test_an_ignore_file_hides_and_its_end_brings_back(folder: Path, engine: RunningEngine) -> None:
    (folder / "private").mkdir()
    (folder / "private" / "diary.txt").write_text("diaryword", encoding="utf-8")
    (folder / "open.txt").write_text("openword", encoding="utf-8")
    engine.client.add(str(folder))
    until_equal(lambda: engine.names("diaryword"), ["diary.txt"])
    (folder / ".hunchignore").write_text("private/\n", encoding="utf-8")
    until_equal(lambda: engine.names("diaryword"), [])
    assert engine.names("openword") == ["open.txt"]
    (folder / ".hunchignore").unlink()
    until_equal(lambda: engine.names("diaryword"), ["diary.txt"])


def test_a_removed_root_is_gone_and_not_watched(folder: Path, engine: RunningEngine) -> None:
    (folder / "kept.txt").write_text("keptword", encoding="utf-8")
    engine.client.add(str(folder))
    until_equal(lambda: engine.names("keptword"), ["kept.txt"])
    engine.client.remove(str(folder))
    assert engine.names("keptword") == []
    assert engine.status()["roots"] == []
    (folder / "later.txt").write_text("laterword", encoding="utf-8")
    engine.client.index([], lambda step: None, threading.Event())
    assert engine.names("laterword") == []
    assert (folder / "kept.txt").exists()


def _check_out(folder: Path, branch: str) -> None:
    """Small files in folders of 100. The branch "right" lacks the middle third of "left" and changes the first."""
    third = _MANY // 3
    for number in range(third if branch == "right" else 0, 2 * third if branch == "right" else 0):
        _path(folder, number).unlink()
    numbers = [*range(third), *range(_MANY, _MANY + third)] if branch == "right" else range(_MANY)
    for number in numbers:
        path = _path(folder, number)
        path.parent.mkdir(exist_ok=True)
        path.unlink(missing_ok=True)
        path.write_text(f"{branch}word {branch}{number}word", encoding="utf-8")


def _path(folder: Path, number: int) -> Path:
    return folder / f"part {number // 100}" / f"{number}.txt"
