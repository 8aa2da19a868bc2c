from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.bridge import Bridge
from app.pages.folders.rules_card import RulesCard
from indexer.errors import KnownError
from tests.helpers.fake_engine import FakeEngine


@pytest.fixture
def card(bridge: Bridge, engine: FakeEngine, qtbot: QtBot) -> RulesCard:
    engine.settings["ignore"] = ("*.log", "Archive/")
    card = RulesCard(bridge)
    card._rest.setInterval(10)
    qtbot.addWidget(card)
    card.show()
    qtbot.waitUntil(card._editor.isEnabled)
    return card


def counted(engine: FakeEngine) -> list[object]:
    return [patterns for method, patterns in engine.asked if method == "hidden"]


def test_it_shows_what_is_in_force(card: RulesCard) -> None:
    assert card.patterns == ("*.log", "Archive/")
    assert not card._save.isEnabled()
    assert not card._revert.isVisible()


def test_it_counts_while_one_types_and_only_the_last(card: RulesCard, engine: FakeEngine, qtbot: QtBot) -> None:
    engine.hidden_count = 340
    card._rest.setInterval(60)
    for letter in "*.tmp":
        card._editor.insertPlainText(letter)
    qtbot.waitUntil(lambda: "340 file" in card._told.text)
    assert counted(engine) == [("*.tmp*.log", "Archive/")]
    engine.hidden_count = 0
    card.add("Old/")
    qtbot.waitUntil(lambda: "No file" in card._told.text)


def test_it_is_saved_when_one_says_so(card: RulesCard, engine: FakeEngine, qtbot: QtBot) -> None:
    card.add("  ")
    assert not card._save.isEnabled()
    card.add("Old/")
    assert "change_settings" not in [method for method, _ in engine.asked]
    card._save.click()
    qtbot.waitUntil(lambda: "Saved" in card._told.text)
    assert engine.settings["ignore"] == ["*.log", "Archive/", "Old/"]
    assert not card._save.isEnabled()


def test_changes_can_be_discarded(card: RulesCard) -> None:
    card.add("Old/")
    assert card._revert.isVisible()
    card._revert.click()
    assert card.patterns == ("*.log", "Archive/")
    assert card._told.text == ""


def test_a_refusal_is_told_and_the_text_stays(card: RulesCard, engine: FakeEngine, qtbot: QtBot) -> None:
    engine.errors["change_settings"] = KnownError("read_only", "The settings could not be written.")
    card.add("Old/")
    card._save.click()
    qtbot.waitUntil(lambda: "may not write" in card._told.text)
    assert card.patterns[-1] == "Old/"
    assert card._save.isEnabled()


def test_what_was_changed_elsewhere_is_seen_unless_one_is_writing(
    card: RulesCard, engine: FakeEngine, qtbot: QtBot
) -> None:
    card.hide()
    engine.settings["ignore"] = ("*.bak",)
    card.show()
    qtbot.waitUntil(lambda: card.patterns == ("*.bak",))
    card.add("mine")
    card.hide()
    engine.settings["ignore"] = ()
    card.show()
    qtbot.waitUntil(lambda: card._saved == ())
    assert card.patterns == ("*.bak", "mine")


def test_a_folder_becomes_a_pattern(card: RulesCard) -> None:
    card._leave_out("/home/mia/Documents/Old [2]")
    assert card.patterns[-1] == "/Old \\[2]/"
    card._leave_out("/elsewhere")
    assert card.patterns[-1] == "/Old \\[2]/"
    assert "inside one that is indexed" in card._told.text


def test_what_is_left_out_anyway_unfolds(card: RulesCard) -> None:
    assert not card._anyway.isVisible()
    card._fold.click()
    assert card._anyway.isVisible()
