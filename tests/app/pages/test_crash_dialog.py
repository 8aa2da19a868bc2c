"""What a person is told of a fault."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.bridge import Bridge
from app.crash_dialog import CrashDialog, show_crashes
from app.crashes import Crashes, Report
from indexer.runtime import Places

Open = Callable[[Report], CrashDialog]
TEXT = "Uncaught on the main thread: ValueError\n  app/x.py:1 in f"


@pytest.fixture
def crashes(places: Places, bridge: Bridge) -> Iterator[Crashes]:
    crashes = Crashes(places)
    yield crashes
    crashes.close()


def dialogs() -> list[CrashDialog]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, CrashDialog) and one.isVisible()]


@pytest.fixture
def open_dialog(bridge: Bridge) -> Iterator[Open]:
    opened: list[CrashDialog] = []

    def show(report: Report) -> CrashDialog:
        opened.append(CrashDialog(report, bridge))
        opened[-1].open()
        return opened[-1]

    yield show
    for dialog in opened:
        if isValid(dialog):
            dialog.close()


def button(dialog: CrashDialog, text: str) -> QPushButton:
    [found] = [one for one in dialog.findChildren(QPushButton) if one.text() == text]
    return found


def test_the_report_is_shown_and_copied(open_dialog: Open, places: Places, qtbot: QtBot) -> None:
    dialog = open_dialog(Report("exception", TEXT, places.logs / "crashes.log"))
    assert dialog.findChildren(QPlainTextEdit)[0].toPlainText() == TEXT
    assert any(str(places.logs / "crashes.log") in label.text() for label in dialog.findChildren(QLabel))
    button(dialog, "Copy report").click()
    assert QGuiApplication.clipboard().text() == TEXT


def test_one_may_go_on_or_quit(
    open_dialog: Open, places: Places, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[bool] = []
    monkeypatch.setattr(QApplication, "quit", lambda: ended.append(True))
    dialog = open_dialog(Report("exception", TEXT, places.logs / "crashes.log"))
    button(dialog, "Quit").click()
    assert ended == [True]
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialogs() == [])


def test_after_a_crash_there_is_nothing_left_to_quit(open_dialog: Open, places: Places, qtbot: QtBot) -> None:
    dialog = open_dialog(Report("native", TEXT, places.logs / "crashes.log"))
    assert [one.text() for one in dialog.findChildren(QPushButton)] == ["Copy report", "Show in folder", "Continue"]


def test_a_folder_that_cannot_be_shown_is_said(open_dialog: Open, places: Places, qtbot: QtBot) -> None:
    dialog = open_dialog(Report("exception", TEXT, places.logs / "gone.log"))
    button(dialog, "Show in folder").click()
    qtbot.waitUntil(lambda: any("could not be opened" in label.text() for label in dialog.findChildren(QLabel)))


def test_a_long_way_to_the_log_does_not_widen_it(open_dialog: Open, qtbot: QtBot) -> None:
    dialog = open_dialog(Report("exception", TEXT, Path("/" + "long" * 63) / "crashes.log"))
    assert dialog.width() < 700


def test_only_one_dialog_comes_whatever_fails_after(crashes: Crashes, bridge: Bridge, qtbot: QtBot) -> None:
    show_crashes(crashes, bridge)
    crashes.crashed.emit(Report("exception", TEXT, crashes.log_path))
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    dialogs()[0].close()


def test_what_ended_the_last_run_is_told_at_once(places: Places, bridge: Bridge, qtbot: QtBot) -> None:
    (places.logs / "crash.native").write_text(
        'Fatal Python error: Segmentation fault\n\nCurrent thread 0x1 (most recent call first):\n'
        f'  File "{Path(__file__).resolve().parents[3]}/app/bridge.py", line 7 in _run\n'
        '  File "/home/mia/secret/x.py", line 3 in g\n', encoding="utf-8",
    )
    crashes = Crashes(places)
    try:
        show_crashes(crashes, bridge)
        [dialog] = dialogs()
        text = dialog.findChildren(QPlainTextEdit)[0].toPlainText()
        assert "Segmentation fault" in text
        assert "app/bridge.py:7 in _run" in text
        assert "mia" not in text
        dialog.close()
    finally:
        crashes.close()
