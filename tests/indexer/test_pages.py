"""The children that draw pages: kept, replaced, ended."""

from __future__ import annotations

import base64
import contextlib
import io
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from PIL import Image

from indexer import pages as rooms
from indexer.answers import Page
from indexer.errors import KnownError
from indexer.extractor import PageReader
from indexer.pages import Pages
from tests.indexer.extract.test_pdf import lines, pdf


@pytest.fixture
def drawing() -> Iterator[Pages]:
    made = Pages(lambda: 1024)
    yield made
    made.close()
    assert children() == []


@pytest.fixture
def letter(tmp_path: Path) -> str:
    path = tmp_path / "letter.pdf"
    path.write_bytes(pdf(lines("The boiler is serviced"), lines("Second page")))
    return str(path)


def children() -> list[psutil.Process]:
    found = []
    for child in psutil.Process().children():
        with contextlib.suppress(psutil.NoSuchProcess):
            if "indexer.extract.page" in child.cmdline():
                found.append(child)
    return found


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < end, "did not happen"
        time.sleep(0.01)


def test_a_page_comes_with_its_picture_and_marks(drawing: Pages, letter: str) -> None:
    found = drawing.page(letter, 1, 600, "the boiler is serviced")
    picture = Image.open(io.BytesIO(base64.b64decode(found.png)))
    assert picture.size == (found.width, found.height) == (600, 800)
    assert (found.number, found.pages, len(found.marks)) == (1, 2, 1)
    assert drawing.page(letter, 2, 600, "").number == 2
    assert len(children()) == 1


@pytest.mark.parametrize(("asked", "drawn"), [(1, 16), (15, 16), (17, 17), (90_000, 4_000)])
def test_the_width_has_bounds(drawing: Pages, letter: str, asked: int, drawn: int) -> None:
    assert drawing.page(letter, 1, asked, "").width == drawn


def test_what_cannot_be_drawn_is_told_with_the_file(drawing: Pages, tmp_path: Path) -> None:
    with pytest.raises(KnownError) as caught:
        drawing.page(str(tmp_path / "gone.pdf"), 1, 100, "")
    assert (caught.value.code, caught.value.path) == ("vanished", str(tmp_path / "gone.pdf"))


def test_the_next_question_is_answered_after_a_child_was_killed(drawing: Pages, letter: str) -> None:
    drawing.page(letter, 1, 100, "")
    (child,) = children()
    child.kill()
    child.wait(10)
    assert drawing.page(letter, 1, 100, "").pages == 2


@pytest.mark.skipif(sys.platform == "win32", reason="stops a process")
def test_a_page_that_takes_too_long_is_given_up(
    drawing: Pages, letter: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rooms, "SECONDS", 1.0)
    drawing.page(letter, 1, 100, "")
    os.kill(children()[0].pid, signal.SIGSTOP)
    with pytest.raises(KnownError) as caught:
        drawing.page(letter, 1, 100, "")
    assert caught.value.code == "timed_out"
    assert "another program" in caught.value.message
    monkeypatch.setattr(rooms, "SECONDS", 20.0)
    drawing.close()


@pytest.mark.skipif(sys.platform == "win32", reason="stops a process")
def test_a_page_that_takes_long_keeps_no_other_file_waiting(drawing: Pages, letter: str, tmp_path: Path) -> None:
    other = tmp_path / "other.pdf"
    other.write_bytes(pdf(""))
    drawing.page(letter, 1, 100, "")
    (busy,) = children()
    busy.suspend()
    answers: list[Page] = []
    waiting = threading.Thread(target=lambda: answers.append(drawing.page(letter, 2, 100, "")))
    waiting.start()
    try:
        until(lambda: any(desk.is_busy for desk in drawing._desks))
        assert drawing.page(str(other), 1, 100, "").pages == 1
        assert drawing.page(str(other), 1, 100, "").pages == 1
        assert not answers
    finally:
        busy.resume()
        waiting.join(20)
    assert answers[0].number == 2


def test_a_file_is_drawn_where_it_is_open(drawing: Pages, letter: str, tmp_path: Path) -> None:
    other = tmp_path / "other.pdf"
    other.write_bytes(pdf(""))
    used: list[tuple[int, str]] = []
    real = PageReader.read

    def note(reader: PageReader, path: str, number: int, width: int, passage: str) -> Page:
        used.append((id(reader), path))
        return real(reader, path, number, width, passage)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(PageReader, "read", note)
        for path in (letter, str(other), letter, str(other), letter):
            drawing.page(path, 1, 100, "")
    assert len(set(used)) == 2
    assert len({reader for reader, _ in used}) == 2


def test_children_end_when_nobody_looks_any_more(letter: str) -> None:
    drawing = Pages(lambda: 1024, idle_s=0.3)
    assert drawing.page(letter, 1, 100, "").pages == 2
    assert children()
    until(lambda: not children())
    assert drawing.page(letter, 1, 100, "").pages == 2
    drawing.close()


def test_many_at_once_all_get_theirs(drawing: Pages, letter: str) -> None:
    found: list[int] = []
    asking = [
        threading.Thread(target=lambda number=number: found.append(drawing.page(letter, number, 100, "").number))
        for number in (1, 2) * 6
    ]
    for thread in asking:
        thread.start()
    for thread in asking:
        thread.join(30)
    assert sorted(found) == [1] * 6 + [2] * 6
    assert len(children()) <= rooms.CHILDREN


@pytest.mark.skipif(sys.platform == "win32", reason="stops a process")
def test_closing_ends_what_is_in_hand(letter: str) -> None:
    drawing = Pages(lambda: 1024)
    drawing.page(letter, 1, 100, "")
    children()[0].suspend()
    codes: list[str] = []

    def ask() -> None:
        with pytest.raises(KnownError) as caught:
            drawing.page(letter, 1, 100, "")
        codes.append(caught.value.code)

    asking = threading.Thread(target=ask)
    asking.start()
    until(lambda: any(desk.is_busy for desk in drawing._desks))
    began = time.monotonic()
    drawing.close()
    assert time.monotonic() - began < 5
    asking.join(10)
    with pytest.raises(KnownError) as caught:
        drawing.page(letter, 1, 100, "")
    assert [*codes, caught.value.code] == ["crashed", "engine_gone"]
    assert not children()
