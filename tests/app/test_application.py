from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.application import Hunch
from app.bridge import Bridge
from app.choices import QUIT_ENGINE
from app.controls import QuietButton
from app.desktop import hotkey
from app.main_window import FIRST_RUN_DONE
from app.memory import Memory
from app.pages.folders.root_row import RootRow
from app.single import Single
from app.wish import Wish
from indexer.runtime import Places
from tests.helpers.fake_engine import FakeEngine

pytestmark = pytest.mark.filterwarnings("ignore:This plugin does not support")


@pytest.fixture
def hunch(
    bridge: Bridge, places: Places, monkeypatch: pytest.MonkeyPatch, themed: QApplication
) -> Iterator[Hunch]:
    monkeypatch.setattr(hotkey, "install", lambda parent: hotkey.Hotkey(parent))
    memory = Memory(places)
    memory.set_value(FIRST_RUN_DONE, True)
    memory.set_value(QUIT_ENGINE, True)
    hunch = Hunch(places, memory, bridge, Single(places))
    yield hunch
    hunch.close()
    themed.processEvents()


def test_a_folder_removed_just_before_is_removed_before_the_engine_ends(
    hunch: Hunch, engine: FakeEngine, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[bool] = []
    monkeypatch.setattr(QCoreApplication, "quit", lambda: ended.append(True))
    hunch.do(Wish("show"))
    hunch._window.show_page("folders")
    [row] = hunch._window.findChildren(RootRow)
    next(one for one in row.findChildren(QuietButton) if one._icon == "trash").click()
    hunch.quit()
    qtbot.waitUntil(lambda: bool(ended))
    changes = [method for method, _ in engine.asked if method in ("remove", "quit_engine")]
    assert changes == ["remove", "quit_engine"]
