"""The models: what is shown of them, and what can be done."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from app import words
from app.bridge import Bridge
from app.controls import ThinProgress
from app.pages.models import ModelCard, ModelsModel, ModelsPage
from indexer.errors import KnownError
from tests.helpers.fake_engine import FakeConnection, FakeEngine

TEXT, OTHER, PICTURES = "all-MiniLM-L6-v2", "nomic-embed-text-v1.5", "clip-vit-b-32"


def model(model_id: str, kind: str = "text", **more: Any) -> dict[str, Any]:
    """A row as the engine gives it."""
    return {
        "id": model_id, "kind": kind, "title": f"Title of {model_id}", "advice": "Right for most.",
        "languages": "English", "licence": "MIT", "dim": 384, "source": "somebody/something", "active": False,
        "installed": False, "weight_type": None, "size": 90_900_000, **more,
    }


@pytest.fixture
def models(bridge: Bridge, engine: FakeEngine, qtbot: QtBot) -> ModelsModel:
    engine.model_list = [
        model(TEXT, active=True, installed=True, weight_type="bf16"), model(OTHER), model(PICTURES, "image", size=None),
    ]
    models = ModelsModel(bridge, bridge)
    with qtbot.waitSignal(models.loaded):
        pass
    return models


def card_of(models: ModelsModel, model_id: str, qtbot: QtBot) -> ModelCard:
    card = ModelCard(models, model_id, detailed=True)
    qtbot.addWidget(card)
    card.show()
    return card


def texts(card: ModelCard) -> str:
    """All that is to be read on it now."""
    return "\n".join(label.text() for label in card.findChildren(QLabel) if label.isVisible())


def buttons(card: ModelCard) -> list[str]:
    return [button.text() for button in card.findChildren(QPushButton) if button.isVisible()]


def press(card: ModelCard, text: str, qtbot: QtBot) -> None:
    [button] = [one for one in card.findChildren(QPushButton) if one.isVisible() and one.text().startswith(text)]
    button.click()


def choose(card: ModelCard, text: str) -> None:
    """Take an entry of the card's menu."""
    [action] = [one for one in card.findChildren(QToolButton)[0].menu().actions() if one.text() == text]
    assert action.isEnabled()
    action.trigger()


def switch_to(model_id: str, engine: FakeEngine, connection: FakeConnection, due: int) -> None:
    """The engine prepares ``model_id`` beside the one that answers."""
    engine.settings["text_model"] = model_id
    for row in engine.model_list:
        row["installed"] = row["installed"] or row["id"] == model_id
    space = {"kind": "text", "model": model_id, "dim": 768, "active": False, "due": due}
    connection.set_status(spaces=[*engine.state["spaces"][:1], space], chunks=40_000)


def test_a_card_tells_what_a_person_decides_by(models: ModelsModel, qtbot: QtBot) -> None:
    card = card_of(models, TEXT, qtbot)
    for fact in ("Title of", "Right for most.", "English", "MIT", "90.9 MB", "384", "bf16", "In use"):
        assert fact in texts(card)
    assert buttons(card) == []
    assert buttons(card_of(models, OTHER, qtbot)) == ["Download, 90.9 MB"]
    assert buttons(card_of(models, PICTURES, qtbot)) == ["Download"]


def test_every_control_of_a_card_names_its_model(models: ModelsModel, qtbot: QtBot) -> None:
    card = card_of(models, OTHER, qtbot)
    for button in (*card.findChildren(QPushButton), *card.findChildren(QToolButton)):
        assert f"Title of {OTHER}" in button.accessibleName()


def test_a_download_shows_how_far_it_is_and_can_be_stopped_and_resumed(
    models: ModelsModel, engine: FakeEngine, qtbot: QtBot
) -> None:
    engine.gates[OTHER] = threading.Event()
    card = card_of(models, OTHER, qtbot)
    press(card, "Download", qtbot)
    qtbot.waitUntil(lambda: "50 bytes of 100 bytes" in texts(card))
    [bar] = card.findChildren(ThinProgress)
    assert bar.isVisible()
    assert bar.value() == bar.maximum() // 2
    press(card, "Stop", qtbot)
    assert buttons(card) == ["Download, 90.9 MB"]
    assert not bar.isVisible()
    press(card, "Download", qtbot)
    qtbot.waitUntil(lambda: "50 bytes of 100 bytes" in texts(card))
    for row in engine.model_list:
        row["installed"] = True
    engine.gates[OTHER].set()
    qtbot.waitUntil(lambda: buttons(card) == ["Use"])
    assert [asked for asked in engine.asked if asked[0] == "fetch_model"] == [("fetch_model", OTHER)] * 2


def test_the_speed_counts_only_what_comes_now(
    models: ModelsModel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [0.0]
    monkeypatch.setattr("app.pages.models.rows.time.monotonic", lambda: now[0])
    monkeypatch.setattr(Bridge, "fetch_model", lambda *_: None)
    models.download(OTHER)
    for seconds, done in ((10.0, 60_000_000), (11.0, 62_000_000), (12.0, 64_000_000)):
        now[0] = seconds
        models._fetched(OTHER, done, 90_000_000)
    transfer = models.row(OTHER).transfer
    assert transfer is not None
    assert transfer.rate == pytest.approx(2_000_000)
    assert "64.0 MB of 90.0 MB, 2.0 MB a second, less than a minute left" in texts(card_of(models, OTHER, qtbot))


@pytest.mark.parametrize("code", ["download_failed", "disk_full", "model_mismatch", "engine_gone"])
def test_what_fails_is_told_with_what_to_do(
    models: ModelsModel, engine: FakeEngine, qtbot: QtBot, code: str
) -> None:
    engine.errors["fetch_model"] = KnownError(code, "The <b>details</b>.")
    card = card_of(models, OTHER, qtbot)
    press(card, "Download", qtbot)
    what, remedy = words.explain(code)
    qtbot.waitUntil(lambda: f"{what}. {remedy}" in texts(card))
    assert buttons(card) == ["Download, 90.9 MB"]
    del engine.errors["fetch_model"]
    press(card, "Download", qtbot)
    assert what not in texts(card)
    qtbot.waitUntil(lambda: models.row(OTHER).task is None)


def test_another_model_is_prepared_while_the_old_one_answers(
    models: ModelsModel, engine: FakeEngine, connection: FakeConnection, qtbot: QtBot
) -> None:
    engine.model_list[1]["installed"] = True
    models.refresh()
    new, old = card_of(models, OTHER, qtbot), card_of(models, TEXT, qtbot)
    qtbot.waitUntil(lambda: buttons(new) == ["Use"])
    press(new, "Use", qtbot)
    switch_to(OTHER, engine, connection, due=28_000)
    told = f"{words.count(12_000)} of {words.count(40_000)} passages; the old one answers until then."
    qtbot.waitUntil(lambda: told in texts(new))
    assert ("use_model", OTHER) in engine.asked
    assert "Being prepared" in texts(new)
    assert "In use until the new one is ready" in texts(old)
    engine.model_list[0]["active"], engine.model_list[1]["active"] = False, True
    connection.set_status(spaces=[{"kind": "text", "model": OTHER, "dim": 768, "active": True, "due": 0}])
    qtbot.waitUntil(lambda: "In use" in texts(new) and "passages" not in texts(new))
    assert buttons(old) == ["Use"]


def test_the_chosen_model_counts_as_used_before_anything_is_indexed(
    models: ModelsModel, engine: FakeEngine, connection: FakeConnection, qtbot: QtBot
) -> None:
    engine.model_list[0]["active"] = False
    connection.set_status(spaces=[])
    qtbot.waitUntil(lambda: not models.row(TEXT).active)
    assert "In use" in texts(card_of(models, TEXT, qtbot))


@pytest.mark.parametrize(("entry", "mode"), [
    ("Import a file…", QFileDialog.FileMode.ExistingFile), ("Import a folder…", QFileDialog.FileMode.Directory),
])
def test_a_file_or_folder_is_imported(
    models: ModelsModel, engine: FakeEngine, qtbot: QtBot, entry: str, mode: QFileDialog.FileMode
) -> None:
    card = card_of(models, OTHER, qtbot)
    choose(card, entry)
    [dialog] = card.findChildren(QFileDialog)
    assert dialog.fileMode() == mode
    dialog.fileSelected.emit("/disk/model")
    dialog.close()
    qtbot.waitUntil(lambda: ("import_model", (OTHER, "/disk/model")) in engine.asked)
    qtbot.waitUntil(lambda: models.row(OTHER).task is None)


def test_files_are_checked(models: ModelsModel, engine: FakeEngine, qtbot: QtBot) -> None:
    card = card_of(models, TEXT, qtbot)
    choose(card, "Check its files")
    qtbot.waitUntil(lambda: "Its files are whole." in texts(card))
    engine.errors["verify_models"] = KnownError("model_damaged", "It changed.")
    choose(card, "Check its files")
    qtbot.waitUntil(lambda: "damaged" in texts(card))
    assert "Its files are whole." not in texts(card)


def test_a_model_in_use_or_not_here_cannot_be_removed(
    models: ModelsModel, engine: FakeEngine, connection: FakeConnection, qtbot: QtBot
) -> None:
    def can_remove(model_id: str) -> bool:
        menu = card_of(models, model_id, qtbot).findChildren(QToolButton)[0].menu()
        return next(one for one in menu.actions() if one.text() == "Remove…").isEnabled()

    assert not can_remove(TEXT)
    assert not can_remove(OTHER)
    switch_to(OTHER, engine, connection, due=1)
    qtbot.waitUntil(lambda: models.row(OTHER).chosen)
    assert not can_remove(TEXT)
    assert not can_remove(OTHER)


@pytest.mark.parametrize(("answer", "is_removed"), [("Remove", True), ("Keep", False)])
def test_removing_asks_first(
    models: ModelsModel, engine: FakeEngine, qtbot: QtBot, answer: str, is_removed: bool
) -> None:
    engine.model_list[1]["installed"] = True
    models.refresh()
    qtbot.waitUntil(lambda: models.row(OTHER).installed)
    card = card_of(models, OTHER, qtbot)
    choose(card, "Remove…")
    [box] = card.findChildren(QMessageBox)
    assert box.defaultButton().text() == "Keep"
    next(button for button in box.buttons() if button.text() == answer).click()
    if is_removed:
        qtbot.waitUntil(lambda: ("remove_model", OTHER) in engine.asked)
    qtbot.waitUntil(lambda: models.row(OTHER).task is None)
    assert (("remove_model", OTHER) in engine.asked) == is_removed


def test_the_page_says_something_before_the_engine_answers(
    bridge: Bridge, engine: FakeEngine, connection: FakeConnection, qtbot: QtBot
) -> None:
    connection.set_link("waiting")
    page = ModelsPage(ModelsModel(bridge))
    qtbot.addWidget(page)
    page.show()
    assert "The models are listed here" in [label.text() for label in page.findChildren(QLabel)]
    engine.model_list = [model(TEXT), model(PICTURES, "image")]
    connection.set_link("connected")
    qtbot.waitUntil(lambda: len(page.findChildren(ModelCard)) == 2)
    assert "For pictures" in [label.text() for label in page.findChildren(QLabel)]
