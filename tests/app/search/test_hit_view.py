from __future__ import annotations

import time
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bridge import Bridge
from app.search.delegate import ResultDelegate
from app.search.list_view import ResultList
from app.search.result_model import ResultModel
from app.search.thumbnails import Thumbnails
from indexer.answers import Hit, Results
from tests.helpers.fake_engine import hit


def some(count: int, query: str = "q") -> Results:
    hits = tuple(hit(f"/d/{number}.txt", snippet=f"line {number} of many words") for number in range(count))
    return Results(query, 1.0, hits, None, count // 2)


@pytest.fixture
def found(bridge: Bridge, qtbot: QtBot) -> ResultList:
    view = ResultList(ResultModel(list), ResultDelegate(Thumbnails(bridge)))
    view.model().setParent(view)
    qtbot.addWidget(view)
    view.resize(520, 560)
    view.show()
    return view


def show(view: ResultList, results: Results, *, final: bool = True) -> None:
    model = view.model()
    assert isinstance(model, ResultModel)
    model.show(results, final=final, keep=view.kept_row())


def test_the_best_hit_is_current_until_another_is_chosen(found: ResultList) -> None:
    currents: list[str | None] = []
    found.current_changed.connect(lambda one: currents.append(one and one.path))
    show(found, some(3), final=False)
    hits = some(3).hits
    show(found, Results("q", 1.0, hits[::-1]), final=False)
    assert currents[-1] == "/d/2.txt"
    QTest.keyClick(found, Qt.Key.Key_Down)
    show(found, Results("q", 1.0, hits))
    assert found.current_hit() == hits[1]
    assert found.currentIndex().row() == 1


def test_nothing_moves_above_what_is_seen_once_a_person_scrolled(found: ResultList) -> None:
    show(found, some(200), final=False)
    found.verticalScrollBar().setValue(1_000)
    assert found.kept_row() is None, "what moves by itself is no touch"
    found.touched = True
    kept = found.kept_row()
    assert kept is not None
    last_seen = found.indexAt(QPoint(100, found.viewport().height() - 1)).row()
    assert kept == last_seen > 8
    top = found.indexAt(QPoint(100, 2)).row()
    show(found, Results("q", 1.0, some(200).hits[::-1]))
    assert found.indexAt(QPoint(100, 2)).row() == top
    assert found.verticalScrollBar().value() == 1_000
    assert found.model().index(kept, 0).data() == f"{kept}.txt"


def test_nothing_moves_under_the_pointer(found: ResultList, monkeypatch: pytest.MonkeyPatch) -> None:
    show(found, some(10), final=False)
    at = found.visualRect(found.model().index(2, 0)).center()
    monkeypatch.setattr("app.search.hit_view.QCursor.pos", lambda: found.viewport().mapToGlobal(at))
    monkeypatch.setattr(found.viewport(), "underMouse", lambda: True)
    assert found.kept_row() is None, "a pointer that only lies there is no touch"
    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(at), QPointF(found.viewport().mapToGlobal(at)), Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(found.viewport(), event)
    assert found.kept_row() == 2
    show(found, some(3, "other"))
    assert found.kept_row() is None


def test_keys_open_and_letters_go_on(found: ResultList) -> None:
    show(found, some(3))
    opened: list[tuple[str, bool]] = []
    found.activated_hit.connect(lambda one, to_folder: opened.append((one.path, to_folder)))
    QTest.keyClick(found, Qt.Key.Key_Return)
    QTest.keyClick(found, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    at = found.visualRect(found.model().index(1, 0)).center()
    for click in (QTest.mouseClick, QTest.mouseDClick):
        click(found.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    # A double click of QTest leaves the button down, for every test to come.
    QTest.mouseRelease(found.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert opened == [("/d/0.txt", False), ("/d/0.txt", True), ("/d/1.txt", False)]


def test_the_menu_is_for_the_row_under_the_pointer_or_the_current_one(found: ResultList) -> None:
    show(found, some(3))
    wanted: list[Hit] = []
    found.menu_wanted.connect(lambda one, point: wanted.append(one))
    at = found.visualRect(found.model().index(2, 0)).center()
    for reason, point in ((QContextMenuEvent.Reason.Mouse, at), (QContextMenuEvent.Reason.Keyboard, QPoint(1, 1))):
        QApplication.sendEvent(found.viewport(), QContextMenuEvent(reason, point, found.mapToGlobal(point)))
    assert [one.path for one in wanted] == ["/d/2.txt", "/d/2.txt"]


def test_more_is_wanted_near_the_end_and_only_once(found: ResultList) -> None:
    show(found, some(50))
    told: list[Any] = []
    found.near_end.connect(lambda: told.append(None))
    for value in (100, 200):
        found.verticalScrollBar().setValue(value)
    assert told == []
    for back in (300, 200, 0):
        found.verticalScrollBar().setValue(found.verticalScrollBar().maximum() - back)
    assert len(told) == 1
    show(found, some(100))
    found.doItemsLayout()
    assert len(told) == 1
    found.verticalScrollBar().setValue(found.verticalScrollBar().maximum())
    assert len(told) == 2


def test_ten_thousand_rows_scroll_smoothly(found: ResultList, qtbot: QtBot) -> None:
    show(found, some(10_000))
    qtbot.waitExposed(found)
    found.grab()
    steps = []
    for step in range(30):
        began = time.perf_counter()
        found.verticalScrollBar().setValue(40_000 + step * 60)
        found.viewport().repaint()
        steps.append(time.perf_counter() - began)
    assert sorted(steps)[len(steps) // 2] < 1 / 60
