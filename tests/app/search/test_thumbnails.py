from __future__ import annotations

import base64

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

import app.search.thumbnails
from app.bridge import Bridge
from app.search.thumbnails import Thumbnails
from indexer.errors import KnownError
from tests.helpers.fake_engine import FakeConnection, FakeEngine

SIZE = QSize(64, 64)


@pytest.fixture
def thumbnails(bridge: Bridge) -> Thumbnails:
    return Thumbnails(bridge)


def wait_for(qtbot: QtBot, thumbnails: Thumbnails, *names: str) -> None:
    for name in names:
        thumbnails.pixmap(name, SIZE, 1.0)
    qtbot.waitUntil(lambda: all(thumbnails.pixmap(name, SIZE, 1.0) is not None for name in names))


def batches(engine: FakeEngine) -> list[tuple[str, ...]]:
    return [arguments for method, arguments in engine.asked if method == "views"]


def test_what_comes_into_sight_together_is_asked_for_together(
    thumbnails: Thumbnails, engine: FakeEngine, qtbot: QtBot
) -> None:
    wait_for(qtbot, thumbnails, *(f"v{number}" for number in range(20)))
    assert [len(batch) for batch in batches(engine)] == [20]


def test_what_was_painted_last_comes_first_and_what_was_passed_by_is_forgotten(
    thumbnails: Thumbnails, engine: FakeEngine, qtbot: QtBot
) -> None:
    for number in range(1_000):
        thumbnails.pixmap(f"v{number}", SIZE, 1.0)
    qtbot.waitUntil(lambda: thumbnails.pixmap("v999", SIZE, 1.0) is not None)
    assert "v999" in batches(engine)[0]
    qtbot.waitUntil(lambda: sum(map(len, batches(engine))) == 400)
    assert not any("v0" in batch for batch in batches(engine))


def test_a_picture_keeps_its_ratio_and_is_as_sharp_as_the_screen(thumbnails: Thumbnails, qtbot: QtBot) -> None:
    wait_for(qtbot, thumbnails, "v")
    pixmap = thumbnails.pixmap("v", QSize(64, 64), 2.0)
    assert pixmap is not None
    assert (pixmap.width(), pixmap.height()) == (128, 96)
    assert pixmap.deviceIndependentSize().toSize() == QSize(64, 48)


def test_a_picture_that_is_missing_is_asked_for_once_and_again_after_a_new_connection(
    thumbnails: Thumbnails, engine: FakeEngine, connection: FakeConnection, qtbot: QtBot
) -> None:
    thumbnails.pixmap("missing", SIZE, 1.0)
    qtbot.waitUntil(lambda: len(batches(engine)) == 1)
    wait_for(qtbot, thumbnails, "v")
    assert thumbnails.pixmap("missing", SIZE, 1.0) is None
    with qtbot.waitSignal(thumbnails.arrived):
        connection.set_link("connected")
    thumbnails.pixmap("missing", SIZE, 1.0)
    qtbot.waitUntil(lambda: len(batches(engine)) == 3)


def test_what_is_no_picture_is_as_good_as_missing(
    thumbnails: Thumbnails, engine: FakeEngine, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "views", lambda names: dict.fromkeys(names, base64.b64encode(b"nothing").decode()))
    thumbnails.pixmap("odd", SIZE, 1.0)
    qtbot.waitUntil(lambda: "odd" in thumbnails._absent)


def test_an_engine_that_is_away_leaves_the_sign(thumbnails: Thumbnails, engine: FakeEngine, qtbot: QtBot) -> None:
    engine.errors["views"] = KnownError("engine_gone", "Wait.")
    thumbnails.pixmap("v", SIZE, 1.0)
    qtbot.waitUntil(lambda: "v" in thumbnails._absent)
    assert thumbnails.pixmap("v", SIZE, 1.0) is None


def test_memory_is_bounded(bridge: Bridge, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app.search.thumbnails, "_IMAGE_BYTES", 10 * 32 * 24 * 4)
    thumbnails = Thumbnails(bridge)
    for number in range(30):
        wait_for(qtbot, thumbnails, f"v{number}")
    assert len(thumbnails._images._kept) == 10
