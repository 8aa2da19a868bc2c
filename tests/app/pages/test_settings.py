"""The settings: what is in force, and changing it."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QKeySequenceEdit, QLabel, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from app.bridge import Bridge
from app.choices import APPEARANCE, HOTKEY, LANGUAGE, QUIT_ENGINE
from app.controls import Switch
from app.desktop import autostart
from app.desktop.hotkey import DEFAULT_KEYS, Hotkey, HotkeyState
from app.memory import KEEP_SEARCHES, Memory
from app.pages.settings import SettingsPage
from app.pages.settings.data_section import measure
from app.pages.settings.inputs import Choice, Number
from app.theme import theme
from indexer.errors import KnownError
from indexer.runtime import Places
from indexer.settings import Settings, change
from tests.helpers.fake_engine import FakeConnection, FakeEngine


class FreeHotkey(Hotkey):
    """A system that lets programs choose keys, but for those in ``taken``."""

    taken: frozenset[str] = frozenset()

    def set_keys(self, keys: str) -> None:
        self.keys = keys
        self._show("off" if not keys else "taken" if keys in self.taken else "works")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Autostart of the tests is not that of the person."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path


@pytest.fixture
def memory(places: Places, themed: QApplication) -> Memory:
    return Memory(places)


@pytest.fixture
def keys(themed: QApplication, monkeypatch: pytest.MonkeyPatch) -> FreeHotkey:
    keys = FreeHotkey(themed)
    keys.set_keys(DEFAULT_KEYS)
    monkeypatch.setattr("app.pages.settings.page.hotkey", lambda: keys)
    return keys


@pytest.fixture
def page(bridge: Bridge, memory: Memory, places: Places, keys: FreeHotkey, qtbot: QtBot) -> SettingsPage:
    page = SettingsPage(bridge, memory, places)
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    qtbot.waitUntil(lambda: named(page, "Wait on battery").isEnabled())
    return page


def named(page: SettingsPage, name: str) -> Any:
    """The control of this accessible name."""
    [found] = [
        one for one in page.findChildren(QWidget)
        if one.accessibleName() == name and isinstance(one, (Switch, Choice, Number, QPushButton, QKeySequenceEdit))
    ]
    return found


def texts(page: SettingsPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]


def pick(choice: QComboBox, text: str) -> None:
    """As a person does."""
    at = choice.findText(text)
    assert at >= 0
    choice.setCurrentIndex(at)
    choice.activated.emit(at)


def test_what_is_in_force_is_shown(page: SettingsPage) -> None:
    assert named(page, "Wait on battery").currentText() == "Below 30 %"
    assert named(page, "Wait while other programs are busy").isChecked()
    assert not named(page, "Read hidden files and folders").isChecked()
    assert named(page, "Largest file to read").currentText() == "200 MB"


def test_a_change_is_made_at_once(page: SettingsPage, engine: FakeEngine, qtbot: QtBot) -> None:
    named(page, "Read hidden files and folders").click()
    qtbot.waitUntil(lambda: engine.settings["hidden"] is True)
    pick(named(page, "Wait on battery"), "Always")
    qtbot.waitUntil(lambda: engine.settings["battery_percent"] == 100)


def test_a_number_is_sent_once_it_is_settled(page: SettingsPage, engine: FakeEngine, qtbot: QtBot) -> None:
    number = named(page, "Compare all folders every")
    for _ in range(3):
        number.stepUp()
    qtbot.waitUntil(lambda: engine.settings["scan_minutes"] == 90)
    assert [asked for asked in engine.asked if asked[0] == "change_settings"] == [
        ("change_settings", {"scan_minutes": 90})
    ]


def test_an_answer_does_not_take_away_what_is_being_typed(page: SettingsPage, engine: FakeEngine, qtbot: QtBot) -> None:
    number = named(page, "Compare all folders every")
    number.stepUp()
    page._values.loaded.emit()
    assert number.value() == 70
    qtbot.waitUntil(lambda: engine.settings["scan_minutes"] == 70)


def test_a_refused_change_is_explained_and_taken_back(page: SettingsPage, engine: FakeEngine, qtbot: QtBot) -> None:
    engine.errors["change_settings"] = KnownError("settings_invalid", "Line 3: workers must be a whole number.")
    switch = named(page, "Read hidden files and folders")
    switch.click()
    qtbot.waitUntil(lambda: any("Line 3: workers" in text for text in texts(page)))
    assert not switch.isChecked()
    del engine.errors["change_settings"]
    switch.click()
    qtbot.waitUntil(lambda: not any("Line 3: workers" in text for text in texts(page)))
    assert switch.isChecked()


def test_the_file_edited_meanwhile_is_seen_when_the_page_is_shown_again(
    page: SettingsPage, engine: FakeEngine, qtbot: QtBot
) -> None:
    page.hide()
    engine.settings.update(battery_percent=37, max_file_mb=1500, hidden=True)
    page.show()
    qtbot.waitUntil(lambda: named(page, "Wait on battery").currentText() == "Below 37 %")
    assert named(page, "Largest file to read").currentText() == "1.5 GB"
    assert named(page, "Read hidden files and folders").isChecked()
    engine.settings["battery_percent"] = 20
    page._values.look()
    qtbot.waitUntil(lambda: named(page, "Wait on battery").currentText() == "Below 20 %")
    assert named(page, "Wait on battery").findText("Below 37 %") == -1


def test_without_an_engine_its_settings_wait_and_the_others_work(
    bridge: Bridge, memory: Memory, places: Places, keys: FreeHotkey, connection: FakeConnection, qtbot: QtBot
) -> None:
    connection.set_link("waiting")
    page = SettingsPage(bridge, memory, places)
    qtbot.addWidget(page)
    page.show()
    assert not named(page, "Wait on battery").isEnabled()
    assert named(page, "Colours").isEnabled()
    connection.set_link("connected")
    qtbot.waitUntil(lambda: named(page, "Wait on battery").isEnabled())


def test_the_wheel_over_a_control_scrolls_the_page(page: SettingsPage) -> None:
    for control in (named(page, "Wait on battery"), named(page, "Compare all folders every")):
        before = control.currentText() if isinstance(control, QComboBox) else control.value()
        control.clearFocus()
        wheel = QWheelEvent(
            QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )
        QApplication.sendEvent(control, wheel)
        assert not wheel.isAccepted()
        assert (control.currentText() if isinstance(control, QComboBox) else control.value()) == before


def test_every_number_can_be_chosen_as_far_as_the_engine_takes_it(page: SettingsPage, tmp_path: Path) -> None:
    names = {
        "Files read at the same time": "workers", "Longest time for one file": "extract_timeout_s",
        "Most memory for reading one file": "extract_memory_mb", "Compare all folders every": "scan_minutes",
        "Keep models in memory for": "idle_minutes", "Stop when the disk has less free than": "least_free_mb",
    }
    assert set(names.values()) <= {field.name for field in fields(Settings)}
    for label, name in names.items():
        number = named(page, label)
        assert isinstance(number, QSpinBox)
        for good in (number.minimum(), number.maximum()):
            change(tmp_path / "settings.toml", **{name: good})
        for bad in (number.minimum() - 1, number.maximum() + 1):
            with pytest.raises(KnownError):
                change(tmp_path / "settings.toml", **{name: bad})


def test_more_settings_are_folded_away(page: SettingsPage, qtbot: QtBot) -> None:
    number = named(page, "Files read at the same time")
    assert not number.isVisible()
    [fold] = [one for one in page.findChildren(QPushButton) if one.text() == "Show more settings"]
    fold.click()
    assert number.isVisible()
    assert number.text() == "By the processor"


def test_searches_are_forgotten(page: SettingsPage, memory: Memory, qtbot: QtBot) -> None:
    memory.remember_search("boiler")
    memory.remember_search("lease")
    clear = named(page, "Forget all earlier searches")
    assert any("2 search" in text for text in texts(page))
    clear.click()
    assert memory.searches == ()
    assert not clear.isEnabled()
    memory.remember_search("boiler")
    named(page, "Remember searches").click()
    assert memory.value(KEEP_SEARCHES, True) is False
    assert memory.searches == ()


def test_colours_change_while_the_window_is_open(page: SettingsPage, memory: Memory) -> None:
    pick(named(page, "Colours"), "Dark")
    assert theme().is_dark
    assert memory.value(APPEARANCE, "system") == "dark"


def test_the_language_is_said_to_come_with_the_next_start(page: SettingsPage, memory: Memory) -> None:
    pick(named(page, "Language"), "Deutsch")
    assert memory.value(LANGUAGE, "system") == "de"
    assert "Hunch speaks it from the next start on." in texts(page)
    pick(named(page, "Language"), "As the system")
    assert "Hunch speaks it from the next start on." not in texts(page)


def test_what_the_window_remembers_is_kept(page: SettingsPage, memory: Memory, qtbot: QtBot) -> None:
    named(page, "Stop indexing when Hunch is quit").click()
    assert memory.value(QUIT_ENGINE, False) is True


def test_pressed_keys_become_those_of_the_quick_search(
    page: SettingsPage, memory: Memory, keys: FreeHotkey, qtbot: QtBot
) -> None:
    edit = named(page, "Keys of the quick search")
    assert edit.keySequence().toString() == DEFAULT_KEYS
    keys.taken = frozenset({"Ctrl+Alt+F"})
    edit.setKeySequence(QKeySequence("Ctrl+Alt+F"))
    edit.editingFinished.emit()
    assert memory.value(HOTKEY, DEFAULT_KEYS) == keys.keys == "Ctrl+Alt+F"
    assert "Another program has these keys. Choose others." in texts(page)
    [usual] = [one for one in page.findChildren(QPushButton) if one.text() == "Usual keys"]
    usual.click()
    assert keys.keys == DEFAULT_KEYS
    assert edit.keySequence().toString() == DEFAULT_KEYS
    assert "Another program has these keys. Choose others." not in texts(page)
    edit.clear()
    assert memory.value(HOTKEY, DEFAULT_KEYS) == ""
    assert keys.state == "off"


@pytest.mark.parametrize(("state", "said"), [
    ("works", "set them to Meta+K"), ("impossible", "hunch toggle"), ("unknown_key", "cannot send"),
    ("asking", "is asking you"),
])
def test_how_the_keys_stand_is_told(
    page: SettingsPage, keys: FreeHotkey, state: HotkeyState, said: str
) -> None:
    keys._show(state, "Meta+K")
    assert any(said in text for text in texts(page))


@pytest.mark.skipif(not autostart.is_supported(), reason="no autostart on this system")
def test_it_starts_with_the_system_when_asked(
    page: SettingsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    switch = named(page, "Start with the system")
    qtbot.waitUntil(switch.isEnabled)
    assert not switch.isChecked()
    switch.click()
    qtbot.waitUntil(autostart.is_enabled)

    def refuse(wanted: bool) -> None:
        raise PermissionError

    monkeypatch.setattr(autostart, "set_enabled", refuse)
    switch.click()
    qtbot.waitUntil(lambda: "The system did not allow it." in texts(page))
    qtbot.waitUntil(switch.isChecked)


def test_the_data_is_measured(page: SettingsPage, places: Places, qtbot: QtBot) -> None:
    places.index_db.write_bytes(b"x" * 3_000_000)
    (places.models / "blobs").mkdir(parents=True)
    (places.models / "blobs" / "a").write_bytes(b"x" * 2_000_000)
    sizes = measure(places)
    assert (sizes.index, sizes.models) == (3_000_000, 2_000_000)
    page._data.look()
    qtbot.waitUntil(lambda: any("Index 3.0 MB, models 2.0 MB." in text for text in texts(page)))


def test_a_folder_that_cannot_be_shown_is_said(
    page: SettingsPage, places: Places, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []

    def reveal(path: str) -> None:
        shown.append(path)
        raise FileNotFoundError

    monkeypatch.setattr("app.pages.settings.data_section.reveal", reveal)
    named(page, "Show the log").click()
    qtbot.waitUntil(lambda: "It is not there yet, or cannot be shown." in texts(page))
    assert shown == [str(places.logs)]


def test_a_long_data_folder_does_not_widen_the_page(
    bridge: Bridge, memory: Memory, keys: FreeHotkey, tmp_path: Path, qtbot: QtBot
) -> None:
    places = Places(tmp_path / ("long" * 63))
    places.create()
    page = SettingsPage(bridge, memory, places)
    qtbot.addWidget(page)
    page.resize(720, 480)
    page.show()
    qtbot.waitUntil(lambda: any("are free on this disk" in text for text in texts(page)))
    assert page.horizontalScrollBar().maximum() == 0


def test_every_control_has_a_name_and_the_keyboard_reaches_it(page: SettingsPage) -> None:
    kinds = (Switch, QComboBox, QSpinBox, QPushButton, QKeySequenceEdit)
    controls = [one for one in page.findChildren(QWidget) if isinstance(one, kinds)]
    assert len(controls) > 20
    for one in controls:
        assert one.accessibleName() or (isinstance(one, QPushButton) and one.text())
        assert one.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_the_page_follows_the_activation_of_its_window(
    page: SettingsPage, engine: FakeEngine, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine.settings["hidden"] = True
    monkeypatch.setattr(page, "isActiveWindow", lambda: True)
    QApplication.sendEvent(page, QEvent(QEvent.Type.ActivationChange))
    qtbot.waitUntil(named(page, "Read hidden files and folders").isChecked)


