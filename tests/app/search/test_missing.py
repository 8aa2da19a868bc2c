"""Why a file is missing: asked for, said in a sentence, and what the window can do about it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

import app.search.missing
from app.bridge import Bridge
from app.memory import Memory
from app.pages.folders.adding import AddFolders
from app.search.missing import MissingDialog
from app.search.missing_facts import Facts, Passage
from app.search.missing_pages import Answer
from app.search.missing_words import MissingWords, Reason, Step
from app.search.view import SearchView
from app.search.why import WhyPopup
from indexer.errors import KnownError
from indexer.reports import (
    Advice,
    ChannelPlace,
    Condition,
    Explanation,
    Known,
    Obstacle,
    OnDisk,
    SpaceShare,
    Standing,
    WordPlace,
)
from indexer.runtime import Places
from tests.helpers.fake_engine import FakeEngine, hit

ROOT = "/home/mia/Documents"
PATH = f"{ROOT}/Flat/Lease 2023.pdf"
DISK = OnDisk(ROOT, False, 1_200_000, 1_700_000_000.0, None)
KNOWN = Known(
    "ready", None, None, 1, 5, 1_700_000_000.0, False, "pdf", "Lease", 14, 34, 41_200, 0, 2, 6,
    (SpaceShare("text", "all-MiniLM-L6-v2", True, 30, 4),),
)
STANDING = Standing(
    "boiler invoice", f"{ROOT}/first.docx",
    (ChannelPlace("name", None, False, 3, None, 1.0), ChannelPlace("meaning", 14, False, 124, 0.4, 0.7),
     ChannelPlace("words", 400, True, 900, 0.1, 1.0)),
    (WordPlace("invoice", False, False, 80, 3.1, 0.0, 0.6), WordPlace("tap", True, False, 9, 3.0, 0.0, 0.6),
     WordPlace("boiler", True, True, 12, 2.2, 0.3, 0.4)),
    "the boiler must be serviced", ((4, 10),), {"page": 12},
)


def explained(*advice: Advice, place: int | None = None, **more: object) -> Explanation:
    """Of ``PATH``, which is known and there."""
    fields: dict[str, object] = {
        "query": "boiler invoice", "asked": PATH, "path": PATH, "place": place, "looked_at": 50, "chance": False,
        "folded_under": None, "notice": None, "disk": DISK, "known": KNOWN, "conditions": (), "standing": STANDING,
    }
    return Explanation(**{**fields, **more}, advice=advice)  # type: ignore[arg-type]


def kept_out(code: str, at: str = PATH, **more: object) -> Explanation:
    obstacle = Obstacle(code, at, **more)  # type: ignore[arg-type]
    return explained(Advice(code, "said by the engine"), known=None, standing=None,
                     disk=OnDisk(None, False, 1, 1.0, obstacle))


def said(found: Explanation) -> tuple[str, list[Reason]]:
    words = MissingWords()
    return words.headline(found), words.reasons(found)


@pytest.mark.usefixtures("themed")
class TestWords:
    def test_a_folder_that_is_not_searched_can_be_added(self) -> None:
        headline, [way] = said(kept_out("not_chosen"))
        assert headline == "Its folder is not searched."
        assert way.step == Step("add", f"{ROOT}/Flat", "Add its folder…")

    @pytest.mark.parametrize(
        ("source", "parts", "step"),
        [
            ("settings", ("The pattern build/ leaves the folder build out", "Folders page"), ("page", "folders")),
            (".gitignore", ("Line 7 of .gitignore", "other programs", "!/build/", ".hunchignore"),
             ("reveal", f"{ROOT}/.gitignore")),
            (".hunchignore", ("Line 7 of .hunchignore", "Take that line out"), ("reveal", f"{ROOT}/.gitignore")),
            ("default", ("A rule that always holds", "!/build/"), ("reveal", f"{ROOT}/build")),
        ],
    )
    def test_a_rule_is_named_with_where_it_stands(
        self, source: str, parts: tuple[str, ...], step: tuple[str, str]
    ) -> None:
        file = f"{ROOT}/.gitignore"
        headline, [way] = said(kept_out("ignored", f"{ROOT}/build", source=source, pattern="build/", file=file, line=7))
        text = f"{headline} {way.text}"
        assert all(part in text for part in parts)
        assert way.step is not None
        assert (way.step.do, way.step.value) == step

    @pytest.mark.parametrize(
        ("code", "part", "does"),
        [
            ("vanished", "no such file", None), ("folder", "a folder", None), ("hidden", "hidden", "page"),
            ("own_data", "belongs to Hunch", None), ("too_large", "too large", "page"),
            ("placeholder", "in the cloud", None), ("root_missing", "not there now", None), ("io_error", "disk", None),
        ],
    )
    def test_what_else_keeps_a_file_out(self, code: str, part: str, does: str | None) -> None:
        found = kept_out(code)
        headline, ways = said(found)
        assert part in headline
        assert [way.step.do for way in ways if way.step] == ([does] if does else [])
        assert "engine" not in headline

    def test_a_link_leads_to_the_file_that_is_meant(self) -> None:
        _, [way] = said(kept_out("link", leads_to="/real.pdf"))
        assert way.step == Step("explain", "/real.pdf", "Look at that file")

    def test_what_could_not_be_read_is_read_again(self) -> None:
        known = Known("failed", "damaged", "Damaged.", 2, 5, 1.0, False, "pdf", None, None, 0, 0, 0, 0, 0, ())
        headline, [way] = said(explained(Advice("damaged", "x"), known=known))
        assert headline == "The file is damaged or incomplete."
        assert way.step == Step("retry", PATH, "Read again")

    def test_what_is_typed_and_keeps_it_out_can_be_left_out(self) -> None:
        found = explained(
            Advice("filter", "x", "type:docx"), Advice("unwanted", "x", "-lease"), Advice("without", "x", "boiler", 9),
            query="boiler type:docx -lease",
        )
        headline, [way] = said(found)
        assert "“type:docx”, “-lease”" in headline
        assert "place 9" in way.remedy
        assert way.step == Step("search", "boiler", "Search without")

    def test_filters_alone_that_keep_it_out(self) -> None:
        found = explained(Advice("filter", "x", "type:docx"), query="type:docx in:Flat", standing=None)
        _, [way] = said(found)
        assert way.step == Step("search", "in:Flat", "Search without")
        assert said(explained(Advice("filter", "x", "type:docx"), query="type:docx"))[1][0].step is None

    def test_words_that_are_missing_and_one_that_would_help(self) -> None:
        headline, ways = said(explained(
            Advice("word_missing", "x", "invoice"), Advice("word_elsewhere", "x", "tap"),
            Advice("word_nowhere", "x", "boilr"), Advice("meaning", "x"), Advice("add_word", "x", "landlord", 2),
        ))
        assert headline == "“invoice” does not stand in it."
        assert [way.text for way in ways] == [
            "“tap” stands in it, but in another place than the other words.",
            "“boilr” stands in no file here. Look at its spelling, or leave it out.",
            "By meaning it is at place 14 of 124.", "With “landlord” added it is at place 2.",
        ]
        assert ways[-1].step == Step("search", "boiler invoice landlord", "Search with it")

    def test_a_place_is_said_first(self) -> None:
        assert said(explained(Advice("first", "x"), place=1)) == ("It is the first result.", [])
        headline, ways = said(explained(Advice("chance", "x"), place=12))
        assert "place 12" in headline
        assert "below the line" in ways[0].matter
        _, [way] = said(explained(Advice("folded", "x"), place=1, folded_under=f"{ROOT}/Lease 2024.pdf"))
        assert "Lease 2024.pdf" in way.matter

    def test_without_any_advice_it_is_just_not_there(self) -> None:
        assert said(explained()) == ("It is not among the first 50 results.", [])

    def test_what_the_window_does_not_know_is_said_as_the_engine_says_it(self) -> None:
        assert said(explained(Advice("strange", "It is strange.")))[0] == "It is strange."

    @pytest.mark.parametrize("code", ["not_seen", "pending", "changed", "text_in_pictures", "vectors_due", "no_words"])
    def test_what_is_still_to_come(self, code: str) -> None:
        headline, [way] = said(explained(Advice(code, "x", "text")))
        assert headline != "x"
        assert way.remedy


@pytest.mark.usefixtures("themed")
def test_the_facts_tell_all_of_it(qtbot: QtBot) -> None:
    found = explained(conditions=(
        Condition("filter", "type:docx", False, True), Condition("phrase", '"the tap"', False, False),
        Condition("filter", "in:Flat", True, False),
    ))
    facts = Facts(found)
    qtbot.addWidget(facts)
    facts.resize(560, 800)
    facts.show()
    told = {label.accessibleName() for label in facts.findChildren(QLabel) if label.accessibleName()}
    assert {
        "Its name: not found by this", "What it means: place 14 of 124", "Its words: place 400 or below of 900",
        "type:docx: leaves it out", '"the tap": does not fit, but this does not count', "in:Flat: fits",
        "Read for meaning: 30 of 34 with all-MiniLM-L6-v2",
    } <= told
    words = {line.partition(":")[0]: line for line in told if "here have it" in line}
    assert "not in it" in words["invoice"]
    assert "elsewhere in it" in words["tap"]
    assert "in its best passage" in words["boiler"]
    [passage] = facts.findChildren(Passage)
    assert passage.accessibleName() == "the boiler must be serviced"
    assert passage._text().marks


@pytest.mark.usefixtures("themed")
def test_of_a_file_that_was_never_seen_there_is_little(qtbot: QtBot) -> None:
    facts = Facts(kept_out("not_chosen"))
    qtbot.addWidget(facts)
    told = {label.accessibleName() for label in facts.findChildren(QLabel)}
    assert "State: nothing is known of it" in told
    assert "Folder: in none that is searched" in told


@pytest.fixture
def view(bridge: Bridge, engine: FakeEngine, qtbot: QtBot, tmp_path: Path, themed: QApplication) -> SearchView:
    engine.answers["boiler"] = [hit(PATH)]
    view = SearchView(bridge, Memory(Places(tmp_path)))
    qtbot.addWidget(view)
    view.resize(1_000, 640)
    view.show()
    view.activateWindow()
    view.focus_field()
    qtbot.waitUntil(view._field.hasFocus)
    return view


Ask = Callable[[Explanation], MissingDialog]


@pytest.fixture
def ask(view: SearchView, engine: FakeEngine, qtbot: QtBot) -> Ask:
    """Asks for ``PATH`` in the dialog of the view, and gets this answer."""

    def asked(found: Explanation) -> MissingDialog:
        engine.explanations[PATH] = found
        view.search("boiler")
        view._say_why(PATH)
        dialog = dialog_of(view)
        qtbot.waitUntil(lambda: dialog._pages.currentWidget() is dialog._answer)
        return dialog

    return asked


def dialog_of(view: SearchView) -> MissingDialog:
    [dialog] = [one for one in view.findChildren(MissingDialog) if one.isVisible()]
    return dialog


def press(dialog: MissingDialog, text: str) -> None:
    [button] = [one for one in dialog.findChildren(QPushButton) if one.text() == text]
    button.click()


def test_the_key_asks_only_where_something_is_searched_for(view: SearchView, qtbot: QtBot) -> None:
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    assert not view._missing.isVisible()
    QTest.keyClick(view._field, Qt.Key.Key_I, keys)
    assert view.findChildren(MissingDialog) == []
    view.search("boiler")
    qtbot.waitUntil(view._missing.isVisible)
    QTest.keyClick(view._field, Qt.Key.Key_I, keys)
    dialog = dialog_of(view)
    assert "boiler" in " ".join(label.text() for label in dialog.findChildren(QLabel))
    dialog.reject()
    view._missing.click()
    dialog_of(view).reject()


def test_where_nothing_is_found_it_is_offered(view: SearchView, qtbot: QtBot) -> None:
    view.search("nothing like it")
    qtbot.waitUntil(lambda: view._pages.currentWidget() is view._empty)
    assert view._empty._question.isVisible()
    view._empty._question.click()
    dialog_of(view).reject()


def test_a_file_can_be_named_dropped_and_chosen(
    view: SearchView, engine: FakeEngine, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def why() -> list[object]:
        return [arguments for method, arguments in engine.asked if method == "why"]

    view.search("boiler")
    view._say_why()
    dialog = dialog_of(view)
    look = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Look why")
    assert not look.isEnabled()
    QTest.keyClicks(dialog._question._name, "Lease 2023.pdf")
    QTest.keyClick(dialog._question._name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: why() == [("Lease 2023.pdf", "boiler")])
    qtbot.waitUntil(lambda: dialog._pages.currentWidget() is dialog._answer)
    assert dialog.isVisible()

    press(dialog, "Another file…")
    assert dialog._pages.currentWidget() is dialog._question
    dialog._question.named.emit("~no such one/x.pdf")
    qtbot.waitUntil(lambda: why()[1:] == [("~no such one/x.pdf", "boiler")])
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(PATH)])
    dialog.dropEvent(QDropEvent(
        QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    ))
    qtbot.waitUntil(lambda: why()[2:] == [(PATH, "boiler")])

    monkeypatch.setattr(QFileDialog, "open", lambda chooser: chooser.fileSelected.emit("/chosen.pdf"))
    press(dialog, "Choose a file…")
    qtbot.waitUntil(lambda: why()[3:] == [("/chosen.pdf", "boiler")])
    dialog.reject()


def test_it_can_be_left_while_it_looks(view: SearchView, engine: FakeEngine) -> None:
    view.search("boiler")
    view._say_why(PATH)
    dialog = dialog_of(view)
    assert any("Lease 2023" in label.text() for label in dialog._waiting.findChildren(QLabel))
    ticket = dialog._ticket
    press(dialog, "Another file…")
    assert ticket is not None
    assert ticket.cancelled
    assert dialog._pages.currentWidget() is dialog._question
    dialog.reject()


def test_details_are_folded_until_they_are_wanted(ask: Ask) -> None:
    dialog = ask(explained(Advice("word_missing", "x", "invoice")))
    [answer] = dialog.findChildren(Answer)
    assert answer.findChildren(Facts) == []
    height = dialog.height()
    answer._more.click()
    assert answer.findChildren(Facts)[0].isVisible()
    assert dialog.height() > height
    answer._more.click()
    assert not answer.findChildren(Facts)[0].isVisible()
    dialog.reject()


def test_another_search_is_one_step_away(ask: Ask, view: SearchView) -> None:
    dialog = ask(explained(Advice("filter", "x", "type:docx"), Advice("without", "x", "boiler tap", 9)))
    press(dialog, "Search without")
    assert view.text == "boiler tap"
    assert not dialog.isVisible()


def test_a_folder_is_added_as_on_its_page(ask: Ask, view: SearchView, engine: FakeEngine, qtbot: QtBot) -> None:
    press(ask(kept_out("not_chosen")), "Add its folder…")
    qtbot.waitUntil(lambda: ("measure", f"{ROOT}/Flat") in engine.asked)
    [adding] = view.findChildren(AddFolders)
    adding.reject()


def test_a_file_is_read_again(ask: Ask, bridge: Bridge, engine: FakeEngine, qtbot: QtBot) -> None:
    known = Known("failed", "damaged", "Damaged.", 2, 5, 1.0, False, "pdf", None, None, 0, 0, 0, 0, 0, ())
    dialog = ask(explained(Advice("damaged", "x"), known=known))
    with qtbot.waitSignal(bridge.noticed) as told:
        press(dialog, "Read again")
    assert ("retry", (PATH,)) in engine.asked
    assert told.args == ["It will be read again."]


def test_a_page_is_gone_to(ask: Ask, view: SearchView, qtbot: QtBot) -> None:
    dialog = ask(kept_out("hidden"))
    with qtbot.waitSignal(view.page_wanted) as wanted:
        press(dialog, "Look at the settings")
    assert wanted.args == ["settings"]


def test_the_file_of_a_rule_is_shown_or_it_is_said_that_it_cannot_be(
    ask: Ask, bridge: Bridge, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(path: str) -> None:
        raise FileNotFoundError(path)

    monkeypatch.setattr(app.search.missing, "reveal", gone)
    dialog = ask(kept_out("ignored", source=".hunchignore", pattern="x", file=f"{ROOT}/.hunchignore", line=1))
    with qtbot.waitSignal(bridge.noticed) as told:
        press(dialog, "Show that file")
    assert ".hunchignore" in told.args[0]
    dialog.reject()


def test_an_engine_that_fails_is_told_of(view: SearchView, engine: FakeEngine, qtbot: QtBot) -> None:
    engine.errors["why"] = KnownError("engine_busy", "Wait.")
    view.search("boiler")
    view._say_why(PATH)
    dialog = dialog_of(view)
    qtbot.waitUntil(lambda: dialog._pages.currentWidget() is dialog._answer)
    assert any("a lot to do" in label.text() for label in dialog._answer.findChildren(QLabel))
    dialog.reject()


def test_markup_and_long_names_stay_plain_text(ask: Ask) -> None:
    name = f"<b>{'n' * 240}</b>.pdf"
    found = explained(Advice("word_missing", "x", "<i>word</i>"), path=f"{ROOT}/{name}")
    dialog = ask(found)
    labels = dialog._answer.findChildren(QLabel)
    assert any("<i>word</i>" in label.text() for label in labels)
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)
    assert dialog._answer.horizontalScrollBar().maximum() == 0
    dialog.reject()


def test_the_short_reasons_lead_to_the_long_ones(view: SearchView, engine: FakeEngine, qtbot: QtBot) -> None:
    view.search("boiler")
    qtbot.waitUntil(lambda: view.current_hit() is not None)
    view._handling.act("why")
    [popup] = view.findChildren(WhyPopup)
    [more] = [one for one in popup.findChildren(QPushButton) if one.text() == "More…"]
    more.click()
    qtbot.waitUntil(lambda: ("why", (PATH, "boiler")) in engine.asked)
    dialog_of(view).reject()
