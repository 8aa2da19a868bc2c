from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bridge import Bridge
from app.search.grid import PictureGrid, justified
from app.search.result_model import ResultModel
from app.search.thumbnails import Thumbnails
from app.theme import theme
from indexer.answers import Results, Version
from tests.helpers.fake_engine import hit

WIDTH = 600
SHAPES = [(300, 200), (200, 300), (1600, 900), (100, 4000), (4000, 100), (None, None)]


def rows(widths: list[int], room: int) -> list[list[int]]:
    """As a view wraps them."""
    lines: list[list[int]] = [[]]
    for wide in widths:
        if lines[-1] and sum(lines[-1]) + wide > room:
            lines.append([])
        lines[-1].append(wide)
    return lines


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.floats(0.4, 3.0), max_size=40), st.integers(200, 1_500), st.one_of(st.none(), st.integers(0, 40))
)
def test_every_row_but_the_last_goes_from_edge_to_edge(ratios: list[float], width: int, breaks: int | None) -> None:
    sizes = justified(ratios, width, breaks=breaks)
    assert len(sizes) == len(ratios)
    lines = rows([size.width() for size in sizes], width)
    assert all(sum(line) == width for line in lines[:-1])
    assert sum(lines[-1]) <= width
    if breaks is not None and 0 < breaks < len(ratios):
        starts = {sum(map(len, lines[:number])) for number in range(len(lines))}
        assert breaks in starts, "what is no better than chance begins a row"


def test_pictures_keep_their_ratio() -> None:
    sizes = justified([1.5, 0.66, 1.78, 1.0, 1.5, 1.5], WIDTH)
    for size, ratio in zip(sizes[:3], [1.5, 0.66, 1.78], strict=True):
        assert (size.width() - 8) / (size.height() - 8) == pytest.approx(ratio, abs=0.12)


@pytest.fixture
def grid(bridge: Bridge, qtbot: QtBot) -> PictureGrid:
    model = ResultModel(list)
    hits = tuple(
        hit(f"/p/{'n' * 240 if number == 4 else number}.jpg", kind="picture", picture=f"v{number}", width=shape[0],
            height=shape[1])
        for number, shape in enumerate(SHAPES * 10)
    )
    grid = PictureGrid(model, Thumbnails(bridge))
    model.setParent(grid)
    qtbot.addWidget(grid)
    grid.resize(WIDTH, 500)
    grid.show()
    model.show(Results("q", 1.0, hits, None, 7), final=True, keep=None)
    grid.doItemsLayout()
    return grid


def test_no_two_pictures_overlap_and_none_leaves_the_view(grid: PictureGrid) -> None:
    rects = [grid.visualRect(grid.model().index(row, 0)) for row in range(60)]
    for number, rect in enumerate(rects):
        assert rect.left() >= 0
        assert rect.right() < grid.viewport().width()
        assert not any(rect.intersects(other) for other in rects[number + 1 :])


def test_keys_go_to_the_picture_beside_and_below(grid: PictureGrid) -> None:
    grid.setFocus()
    assert grid.currentIndex().row() == 0
    QTest.keyClick(grid, Qt.Key.Key_Right)
    assert grid.currentIndex().row() == 1
    QTest.keyClick(grid, Qt.Key.Key_Down)
    below = grid.visualRect(grid.currentIndex())
    assert below.top() > grid.visualRect(grid.model().index(1, 0)).top()
    assert grid.touched


def test_it_is_painted_light_and_dark_and_mirrored(grid: PictureGrid, themed: QApplication) -> None:
    light = grid.grab().toImage()
    assert any(light.pixelColor(light.width() // 2, y) != theme().color("surface") for y in range(light.height()))
    try:
        theme().set_mode("dark")
        grid.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        grid.doItemsLayout()
        first, second = (grid.visualRect(grid.model().index(row, 0)) for row in range(2))
        assert first.left() > second.left()
        assert grid.grab().toImage() != light
    finally:
        theme().set_mode("light")


def test_a_cell_says_that_there_are_versions_and_that_it_is_an_example(grid: PictureGrid) -> None:
    def cell(query: str, others: int) -> QImage:
        versions = tuple(Version(f"/p/{number}.jpg", "picture", 1.0, 2) for number in range(others))
        one = hit("/p/a.jpg", kind="picture", picture="missing", width=300, height=200, others=versions)
        grid._results.show(Results(query, 1.0, (one,)), final=True, keep=None)
        grid.doItemsLayout()
        return grid.grab(grid.visualRect(grid._results.index(0))).toImage()

    plain = cell("q", 0)
    assert cell("q ", 2) != plain
    assert cell('q +"/p/a.jpg"', 0) != plain
    assert cell('q +"/p/a.jpg"', 0) != cell('q -"/p/a.jpg"', 0)
