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
from indexer.answers import Hit, Results, Version
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
    found.activated_file.connect(lambda one, to_folder: opened.append((one.path, to_folder)))
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


VERSIONS = tuple(Version(f"/old/{name}.txt", "text", 1.0, 2) for name in "xyz")
RIGHT, LEFT = Qt.Key.Key_Right, Qt.Key.Key_Left


def with_versions() -> Results:
    """Of the second of four hits there are three other versions."""
    hits = [hit(f"/d/{number}.txt", others=VERSIONS if number == 1 else ()) for number in range(4)]
    return Results("q", 1.0, tuple(hits))


def paths(view: ResultList) -> list[str]:
    return [one.path for one in view._results.rows]


def fold_point(view: ResultList, row: int) -> QPoint:
    index = view.model().index(row, 0)
    return view._rows.fold_place(view.visualRect(index), index, view.layoutDirection()).center()


def test_arrow_keys_show_the_versions_go_through_them_and_hide_them(found: ResultList) -> None:
    show(found, with_versions())
    QTest.keyClick(found, RIGHT)
    assert len(paths(found)) == 4, "the first hit has no other versions"
    QTest.keyClick(found, Qt.Key.Key_Down)
    QTest.keyClick(found, RIGHT)
    assert paths(found) == ["/d/0.txt", "/d/1.txt", "/old/x.txt", "/old/y.txt", "/old/z.txt", "/d/2.txt", "/d/3.txt"]
    assert found.currentIndex().row() == 1
    opened: list[str] = []
    found.activated_file.connect(lambda one, to_folder: opened.append(one.path))
    QTest.keyClick(found, RIGHT)
    QTest.keyClick(found, Qt.Key.Key_Down)
    QTest.keyClick(found, Qt.Key.Key_Return)
    assert opened == ["/old/y.txt"]
    QTest.keyClick(found, LEFT)
    assert found.currentIndex().row() == 1
    QTest.keyClick(found, LEFT)
    assert len(paths(found)) == 4
    assert found.current_hit() == with_versions().hits[1]


def test_the_other_way_round_where_text_runs_to_the_left(found: ResultList) -> None:
    found.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    show(found, with_versions())
    found.step(1)
    QTest.keyClick(found, LEFT)
    assert len(paths(found)) == 7
    QTest.keyClick(found, RIGHT)
    assert len(paths(found)) == 4


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_click_on_the_number_of_versions_shows_them_and_moves_nothing_above(
    found: ResultList, direction: Qt.LayoutDirection
) -> None:
    found.setLayoutDirection(direction)
    show(found, with_versions())
    opened: list[str] = []
    found.activated_file.connect(lambda one, to_folder: opened.append(one.path))
    at, before = fold_point(found, 1), found.visualRect(found.model().index(1, 0))
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(found.viewport(), left, none, at)
    assert len(paths(found)) == 7
    assert found.visualRect(found.model().index(1, 0)) == before
    assert found.currentIndex().row() == 1
    QTest.mouseMove(found.viewport(), at)
    QTest.mouseDClick(found.viewport(), left, none, at)
    QTest.mouseRelease(found.viewport(), left, none, at)
    assert opened == []
    index = found.model().index(0, 0)
    assert found._rows.fold_place(found.visualRect(index), index, direction).isEmpty(), "it has no other versions"


def test_the_pointer_tells_what_can_be_clicked(found: ResultList) -> None:
    show(found, with_versions())
    for at, shape in (
        (fold_point(found, 1), Qt.CursorShape.PointingHandCursor), (QPoint(100, 20), Qt.CursorShape.ArrowCursor)
    ):
        event = QMouseEvent(
            QEvent.Type.MouseMove, QPointF(at), QPointF(found.viewport().mapToGlobal(at)), Qt.MouseButton.NoButton,
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(found.viewport(), event)
        assert found.viewport().cursor().shape() == shape


def test_the_selection_survives_the_full_answer(found: ResultList) -> None:
    show(found, with_versions(), final=False)
    found.step(1)
    found.turn(RIGHT)
    found.step(2)
    assert found.current_hit().path == "/old/y.txt"  # type: ignore[union-attr]
    hits = with_versions().hits
    show(found, Results("q", 1.0, (hits[3], hits[1], hits[2])))
    assert found.current_hit().path == "/old/y.txt"  # type: ignore[union-attr]
    assert paths(found)[:5] == ["/d/0.txt", "/d/1.txt", "/old/x.txt", "/old/y.txt", "/old/z.txt"]
