from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.controls import Chip
from app.search.chips import GROUPS, FilterChips, Group, filter_words
from indexer.query import parse


@pytest.fixture
def chips(themed: QApplication, qtbot: QtBot) -> FilterChips:
    chips = FilterChips(lambda: ["/home/mia/Documents", "/home/mia/Tax 2023", "/mnt/Documents"])
    qtbot.addWidget(chips)
    chips.resize(700, 40)
    chips.show()
    return chips


def removable(chips: FilterChips) -> list[str]:
    return [chip.text() for chip in chips.findChildren(Chip) if chip._removable and not chip.isHidden()]


def choose(chips: FilterChips, group: Group, text: str) -> None:
    next(action for action in chips.menu(group).actions() if action.text() == text).trigger()


def edits(chips: FilterChips) -> list[str]:
    heard: list[str] = []
    chips.edited.connect(heard.append)
    chips.edited.connect(chips.show_text)
    return heard


def test_filters_typed_are_chips_in_plain_words(chips: FilterChips) -> None:
    chips.show_text('lease type:pdf date:"last year" in:"Tax 2023" -ext:txt after:2023-05 like:"/home/mia/a b.pdf"')
    assert removable(chips) == [
        "PDF", "Last year", "In Tax 2023", "Not: Ending: txt", "Since 2023-05", "Like a b.pdf",
    ]
    chips.show_text("lease")
    assert removable(chips) == []


def test_files_as_examples_are_chips_beside_the_filters_and_removed_from_the_text(chips: FilterChips) -> None:
    heard = edits(chips)
    chips.show_text('lease +"/home/mia/Lease & 2023.pdf" type:pdf -"C:\\Old\\draft.docx" +word')
    assert removable(chips) == ["PDF", "More like Lease & 2023.pdf", "Less like draft.docx"]
    QTest.keyClick(next(chip for chip in chips.findChildren(Chip) if "More" in chip.text()), Qt.Key.Key_Delete)
    assert heard == ['lease type:pdf -"C:\\Old\\draft.docx" +word']
    assert removable(chips) == ["PDF", "Less like draft.docx"]
    chips._shown[1].click()
    chips.show_text('-"/a/draft.docx" +"/b/draft.docx"')
    assert removable(chips) == ["Less like draft.docx", "More like draft.docx"]


def test_an_unfinished_filter_is_none(chips: FilterChips) -> None:
    chips.show_text("lease type: after:blah size:>")
    assert removable(chips) == []


def test_removing_a_chip_edits_the_text_and_nothing_else(chips: FilterChips) -> None:
    heard = edits(chips)
    chips.show_text("lease type:pdf size:>1mb boiler")
    second = next(chip for chip in chips.findChildren(Chip) if chip.text() == "Larger than 1 MB")
    QTest.keyClick(second, Qt.Key.Key_Delete)
    assert heard == ["lease type:pdf boiler"]
    assert removable(chips) == ["PDF"]


@pytest.mark.parametrize("group", GROUPS)
def test_everything_offered_is_a_filter_that_is_then_in_force(chips: FilterChips, group: Group) -> None:
    heard = edits(chips)
    chips.show_text("lease")
    texts = [action.text() for action in chips.menu(group).actions() if action.isCheckable()]
    assert len(texts) >= 3
    for text in texts:
        choose(chips, group, text)
        assert len(parse(heard[-1]).filters) == 1
        assert parse(heard[-1]).text == "lease"
        ticked = [action.text() for action in chips.menu(group).actions() if action.isChecked()]
        assert ticked == [text]


def test_one_time_at_a_time(chips: FilterChips) -> None:
    heard = edits(chips)
    chips.show_text("lease after:2020 before:2021")
    choose(chips, "when", "Yesterday")
    assert heard == ["lease date:yesterday"]


def test_folders_of_one_name_are_told_apart(chips: FilterChips) -> None:
    actions = [action for action in chips.menu("where").actions() if action.isCheckable()]
    assert {action.text() for action in actions} == {"mia/Documents", "mnt/Documents", "Tax 2023"}
    assert "/mnt/Documents" in {action.toolTip() for action in actions}


def test_what_is_not_offered_is_typed(chips: FilterChips) -> None:
    wanted: list[str] = []
    chips.completion_wanted.connect(wanted.append)
    chips.show_text("lease date:today")
    choose(chips, "when", "Another time…")
    assert wanted == ["lease after:"]


def test_a_group_can_be_taken_out_again_and_what_is_left_out_stays(chips: FilterChips) -> None:
    heard = edits(chips)
    chips.show_text("type:pdf lease -type:mail")
    choose(chips, "type", "Any")
    assert heard == ["lease -type:mail"]


def test_chips_go_on_in_the_next_line(chips: FilterChips) -> None:
    chips.show_text("a type:pdf in:Documents date:today size:>1mb name:lease ext:pdf before:2024 like:x.pdf")
    layout = chips.layout()
    assert layout is not None
    assert layout.heightForWidth(300) > layout.heightForWidth(2_000)
    chips.resize(300, layout.heightForWidth(300))
    rects = [chip.geometry() for chip in chips.findChildren(Chip)]
    assert all(chips.rect().contains(rect) for rect in rects)
    assert not any(a.intersects(b) for number, a in enumerate(rects) for b in rects[number + 1 :])


def test_every_field_can_be_said(themed: QApplication) -> None:
    text = "type:pdf ext:a in:b after:2020 before:2020 date:2020 size:>1 name:n like:l"
    assert len({filter_words(one) for one in parse(text).filters}) == 9
