"""The keyboard help, and the table it is made from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.pages.keyboard import KeyboardHelp, KeyCap, examples
from app.shortcuts import SHORTCUTS, Name, shortcut, shortcuts
from indexer.query.language import parse


@pytest.fixture
def dialog(themed: object, qtbot: QtBot) -> Iterator[KeyboardHelp]:
    dialog = KeyboardHelp()
    dialog.show()
    yield dialog
    if isValid(dialog):
        dialog.close()


def test_every_name_has_keys() -> None:
    assert Counter(one.name for one in SHORTCUTS) == Counter(get_args(Name))
    for name in get_args(Name):
        assert not shortcut(name).isEmpty()
        assert shortcut(name) == shortcuts(name)[0]
        assert all(not keys.isEmpty() for keys in shortcuts(name))


def test_no_keys_mean_two_things_in_one_place() -> None:
    for place in (("search", "result", "preview", "window"), ("quick",)):
        used = Counter(keys.toString() for one in SHORTCUTS if one.group in place for keys in one.all)
        assert [keys for keys, times in used.items() if times > 1] == []


def test_the_keypad_opens_too() -> None:
    assert QKeySequence(Qt.Key.Key_Enter) in shortcuts("open")


def test_the_help_shows_each_shortcut_with_its_keys(dialog: KeyboardHelp) -> None:
    said = [label.text() for label in dialog.findChildren(QLabel)]
    caps = [cap.text() for cap in dialog.findChildren(KeyCap)]
    for one in SHORTCUTS:
        assert one.label in said
        assert all(keys.toString(QKeySequence.SequenceFormat.NativeText) in caps for keys in one.told)


@pytest.mark.parametrize(("example", "field"), [
    ("type:pdf", "type"), ("ext:docx", "ext"), ("in:Invoices", "in"), ("name:lease", "name"),
    ("after:2024-03", "after"), ("size:>10mb", "size"), ("like:photo.jpg", "like"),
])
def test_examples_of_filters_are_filters(themed: object, example: str, field: str) -> None:
    assert example in [typed for typed, _ in examples()]
    assert [one.field for one in parse(example).filters] == [field]


def test_the_other_examples_are_understood(themed: object) -> None:
    others = {typed: parse(typed) for typed, _ in examples() if not parse(typed).filters}
    assert any(query.phrases for query in others.values())
    assert any(query.excluded and query.wanted for query in others.values())


def test_the_keyboard_scrolls_and_closes_it(dialog: KeyboardHelp, qtbot: QtBot) -> None:
    [scroll] = dialog.findChildren(QScrollArea)
    assert scroll.focusPolicy() & Qt.FocusPolicy.TabFocus
    QTest.keyClick(scroll, Qt.Key.Key_PageDown)
    assert scroll.verticalScrollBar().value() > 0
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(dialog))
