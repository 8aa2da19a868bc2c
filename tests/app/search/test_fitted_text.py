from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.search.fitted_text import FittedText
from app.theme import theme

LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft

pytestmark = pytest.mark.usefixtures("themed")


def fitted(text: str, spans: tuple[tuple[int, int], ...] = (), width: int = 240, direction: Qt.LayoutDirection = LTR) \
        -> FittedText:
    return FittedText(text, spans, theme().font("body"), width, 2, direction)


def test_a_short_text_is_shown_as_it_is() -> None:
    shown = fitted("the boiler", ((4, 10),))
    assert shown.text == "the boiler"
    assert len(shown.marks) == 1
    assert shown.marks[0].left() > 10


def test_a_long_text_ends_with_dots_in_the_second_line() -> None:
    shown = fitted("many words " * 40)
    assert shown.text.endswith("…")
    assert len(shown.text) < 120


def test_a_word_found_far_inside_is_brought_into_sight() -> None:
    text = "some words before it " * 20 + "boiler and what follows " + "more words " * 20
    at = text.index("boiler")
    shown = fitted(text, ((at, at + 6),))
    assert shown.text.startswith("…")
    assert "boiler" in shown.text
    assert len(shown.marks) == 1


def test_marks_stand_behind_the_word_though_letters_beyond_the_basic_plane_come_before() -> None:
    plain, odd = fitted("xx boiler", ((3, 9),)), fitted("😀😀 boiler", ((3, 9),))
    assert odd.marks[0].width() == pytest.approx(plain.marks[0].width(), abs=1.5)


def test_a_text_runs_as_its_letters_do_and_stands_where_the_language_begins(themed: QApplication) -> None:
    for app_direction in (LTR, RTL):
        themed.setLayoutDirection(app_direction)
        try:
            here = fitted("the boiler.", ((4, 10),), direction=LTR)
            there = fitted("the boiler.", ((4, 10),), direction=RTL)
        finally:
            themed.setLayoutDirection(LTR)
        assert here.marks[0].left() < 60
        assert there.marks[0].right() > 200
        full_stop_is_last = there.marks[0].right() < 238
        assert full_stop_is_last


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300), st.data(), st.integers(1, 400))
def test_any_text_fits(text: str, data: st.DataObject, width: int) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    shown = fitted(text, ((start, end),) if end > start else (), width)
    for box in shown.marks:
        assert box.height() > 0
