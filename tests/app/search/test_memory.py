from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QApplication

from app.memory import KEEP_SEARCHES, MOST_SEARCHES, Memory
from indexer.runtime import Places

pytestmark = pytest.mark.usefixtures("qapp")


def again(memory: Memory) -> Memory:
    """As the next start finds it."""
    memory.sync()
    return Memory(memory.places)


@pytest.fixture
def memory(qapp: QApplication, tmp_path: Path) -> Memory:
    return Memory(Places(tmp_path))


def test_values_come_back_as_what_they_were(memory: Memory) -> None:
    memory.set_value("page", "folders")
    memory.set_value("width", 640)
    memory.set_value("share", 0.6)
    memory.set_value("tray", False)
    memory.set_value("geometry", QByteArray(b"\x00\x01\xff"))
    later = again(memory)
    assert later.value("page", "search") == "folders"
    assert later.value("width", 0) == 640
    assert later.value("share", 0.0) == pytest.approx(0.6)
    assert later.value("tray", True) is False
    assert later.value("geometry", QByteArray()) == QByteArray(b"\x00\x01\xff")


def test_what_does_not_fit_or_is_not_there_is_the_default(memory: Memory) -> None:
    memory.set_value("width", "wide")
    memory.set_value("tray", "perhaps")
    memory.set_value("geometry", "none")
    assert memory.value("width", 7) == 7
    assert memory.value("tray", True) is True
    assert memory.value("geometry", QByteArray()) == QByteArray()
    assert memory.value("nothing", "here") == "here"


def test_a_damaged_file_is_as_good_as_none(tmp_path: Path) -> None:
    (tmp_path / "window.ini").write_bytes(b"\xff\xfe[General\nsearches=[1, 2\n\x00")
    memory = Memory(Places(tmp_path))
    assert memory.searches == ()
    memory.remember_search("lease")
    assert again(memory).searches == ("lease",)


def test_the_latest_search_is_first_and_none_twice(memory: Memory) -> None:
    for text in ("lease", "  boiler \n letter ", "", "lease", 'like:"/a b/ü.jpg", 猫', "lease"):
        memory.remember_search(text)
    assert memory.searches == ("lease", 'like:"/a b/ü.jpg", 猫', "boiler letter")
    assert again(memory).searches == memory.searches


def test_so_many_searches_are_kept_and_no_more(memory: Memory) -> None:
    for number in range(MOST_SEARCHES + 5):
        memory.remember_search(f"search {number}")
    assert len(memory.searches) == MOST_SEARCHES
    assert memory.searches[0] == f"search {MOST_SEARCHES + 4}"


def test_searches_are_forgotten_and_not_kept_when_switched_off(memory: Memory) -> None:
    heard: list[str] = []
    memory.changed.connect(heard.append)
    memory.remember_search("one")
    memory.remember_search("two")
    memory.forget_search("one")
    assert memory.searches == ("two",)
    memory.set_value(KEEP_SEARCHES, False)
    memory.remember_search("three")
    assert not memory.searches
    assert heard.count("searches") == 4
    assert b"two" not in (again(memory).places.data / "window.ini").read_bytes()


def test_nothing_fails_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    memory = Memory(Places(tmp_path / "file"))
    memory.remember_search("lease")
    memory.sync()
    assert memory.searches == ("lease",)
