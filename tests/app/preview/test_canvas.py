from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.preview.canvas import LARGEST_WIDTH, Canvas
from app.preview.spots import TextBox
from app.theme import theme

PAGE = QSizeF(210, 297)


@pytest.fixture
def canvas(themed: QApplication, qtbot: QtBot) -> Canvas:
    canvas = Canvas()
    qtbot.addWidget(canvas)
    canvas.resize(400, 500)
    canvas.show()
    qtbot.waitExposed(canvas)
    return canvas


def image(width: int, height: int, color: str = "#ffffff") -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(color))
    return image


def open_page(canvas: Canvas, *marks: tuple[float, float, float, float]) -> None:
    canvas.open_image(image(360, 509), PAGE, 360, "width", marks)


def at(canvas: Canvas, across: float, down: float) -> QColor:
    """The colour at a place given in parts of the viewport."""
    shown = canvas.viewport().grab().toImage()
    return QColor(shown.pixelColor(int(across * (shown.width() - 1)), int(down * (shown.height() - 1))))


def test_a_page_is_as_wide_as_there_is_room(canvas: Canvas) -> None:
    open_page(canvas)

    assert 330 < canvas.width_for(PAGE, "width") <= 368
    assert canvas.horizontalScrollBar().maximum() == 0
    assert canvas.verticalScrollBar().maximum() > 0


def test_a_picture_is_seen_whole_and_not_enlarged(canvas: Canvas) -> None:
    assert canvas.width_for(QSizeF(4_000, 3_000), "whole") == 368
    assert canvas.width_for(QSizeF(40, 30), "whole") == 40

    canvas.open_image(image(368, 276), QSizeF(4_000, 3_000), 368, "whole", ())
    assert canvas.verticalScrollBar().maximum() == 0


def test_no_more_pixels_are_asked_for_than_the_engine_renders(canvas: Canvas) -> None:
    assert canvas.width_for(QSizeF(90_000, 9), "whole", 8.0) <= LARGEST_WIDTH
    assert canvas.width_for(PAGE, "width", 100.0) == LARGEST_WIDTH


def test_it_is_rendered_anew_when_it_is_larger_and_when_the_zoom_has_come_to_rest(
    canvas: Canvas, qtbot: QtBot
) -> None:
    open_page(canvas)
    with qtbot.waitSignal(canvas.width_wanted, timeout=2_000):
        canvas.enlarge(1)
    asked: list[int] = []
    canvas.width_wanted.connect(asked.append)
    canvas.enlarge(1)
    canvas.enlarge(1)

    qtbot.waitUntil(lambda: bool(asked), timeout=2_000)
    assert asked == [canvas.width_for(PAGE, "width", canvas.zoom)]
    assert asked[0] == pytest.approx(canvas.width_for(PAGE, "width") * 1.25**3, abs=2)


def test_fitting_takes_back_the_zoom(canvas: Canvas) -> None:
    open_page(canvas)
    canvas.enlarge(3)
    assert canvas.zoom > 1.5
    canvas.enlarge(0)

    assert canvas.zoom == 1


def test_zooming_with_the_wheel_keeps_what_is_under_the_pointer(canvas: Canvas) -> None:
    canvas.open_image(image(360, 509), PAGE, 360, "width", ())
    before = canvas.verticalScrollBar().value()
    point = QPointF(200, 400)
    canvas.wheelEvent(QWheelEvent(
        point, canvas.mapToGlobal(point), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    ))

    assert canvas.zoom == pytest.approx(1.25)
    assert canvas.verticalScrollBar().value() == pytest.approx(before + (400 - 16) * 0.25, abs=2)


def test_the_first_mark_is_brought_into_sight(canvas: Canvas) -> None:
    open_page(canvas, (0.1, 0.9, 0.5, 0.02))

    assert canvas.verticalScrollBar().value() > 0


def test_a_mark_is_amber_and_lets_what_is_printed_through(canvas: Canvas) -> None:
    for mode in ("light", "dark"):
        theme().set_mode("dark" if mode == "dark" else "light")
        canvas.open_image(image(368, 368), QSizeF(368, 368), 368, "whole", ((0.0, 0.0, 1.0, 1.0),))
        marked = at(canvas, 0.5, 0.5)
        assert marked.lightnessF() > 0.6
        assert 20 < marked.hslHue() < 60
        canvas.open_image(image(368, 368, "#000000"), QSizeF(368, 368), 368, "whole", ((0.0, 0.0, 1.0, 1.0),))
        assert at(canvas, 0.5, 0.5) == QColor("#000000")


def test_another_page_is_as_large_as_the_one_before_and_another_file_is_not(canvas: Canvas) -> None:
    open_page(canvas)
    canvas.enlarge(2)
    canvas.show_image(image(360, 509), PAGE, 360, ())
    assert canvas.zoom > 1

    open_page(canvas)
    assert canvas.zoom == 1


def test_the_page_keys_turn_the_page_at_its_end_only(canvas: Canvas) -> None:
    turned: list[int] = []
    canvas.turned.connect(turned.append)
    open_page(canvas)

    QTest.keyClick(canvas, Qt.Key.Key_PageUp)
    assert turned == [-1]
    QTest.keyClick(canvas, Qt.Key.Key_PageDown)
    assert turned == [-1]
    QTest.keyClick(canvas, Qt.Key.Key_End)
    QTest.keyClick(canvas, Qt.Key.Key_PageDown)
    assert turned == [-1, 1]


def test_a_box_that_is_clicked_tells_its_text_and_moving_the_picture_does_not(canvas: Canvas, qtbot: QtBot) -> None:
    chosen: list[str] = []
    canvas.box_chosen.connect(chosen.append)
    canvas.open_image(image(368, 368), QSizeF(368, 368), 368, "whole", ())
    canvas.show_boxes((TextBox((0.0, 0.0, 1.0, 1.0), "page"), TextBox((0.4, 0.4, 0.2, 0.2), "<b>word</b>")))
    middle, corner = canvas.viewport().rect().center(), QPoint(40, 90)

    QTest.mouseMove(canvas.viewport(), middle)
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(canvas.viewport(), corner)
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=corner)
    assert chosen == ["<b>word</b>", "page"]

    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=corner)
    QTest.mouseMove(canvas.viewport(), middle)
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert len(chosen) == 2


def test_dragging_moves_a_picture_that_is_larger_than_the_room(canvas: Canvas) -> None:
    open_page(canvas)
    canvas.enlarge(4)
    canvas.verticalScrollBar().setValue(100)
    start = QPoint(200, 200)

    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(canvas.viewport(), start + QPoint(0, -60))
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, pos=start + QPoint(0, -60))

    assert canvas.verticalScrollBar().value() == 160


def test_nothing_is_shown_without_an_image(canvas: Canvas) -> None:
    open_page(canvas)
    canvas.clear_image()

    assert not canvas.has_image
    assert canvas.verticalScrollBar().maximum() == 0
    assert at(canvas, 0.5, 0.5) == theme().color("canvas")
