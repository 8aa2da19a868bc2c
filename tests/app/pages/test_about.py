"""About Hunch: versions, and the licences of everything it is made of."""

from __future__ import annotations

import importlib.metadata
import re
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QTreeView
from pytestqt.qtbot import QtBot

from app.bridge import Bridge
from app.pages.about import AboutPage
from app.pages.about.licences import components, text_of
from app.versions import report_text, versions

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def page(bridge: Bridge, qtbot: QtBot) -> AboutPage:
    page = AboutPage(bridge)
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    # One look at all packages takes a second or two.
    qtbot.waitUntil(lambda: rows(page) > 0, timeout=15_000)
    return page


def rows(page: AboutPage) -> int:
    return page.findChildren(QTreeView)[0].model().rowCount()


def test_every_component_names_its_licence_and_brings_its_text() -> None:
    for one in components():
        assert one.texts, one.name
        text = text_of(one)
        assert len(text) > 250, one.name
        assert one.licence or re.search(r"licen[cs]e|permission", text, re.IGNORECASE), one.name


def test_all_that_the_project_requires_is_listed() -> None:
    listed = {re.sub(r"[-_.]+", "-", one.name).lower() for one in components()}
    for requirement in importlib.metadata.requires("hunch") or []:
        if "extra ==" not in requirement:
            name = re.match(r"[A-Za-z0-9._-]+", requirement)
            assert name is not None
            assert re.sub(r"[-_.]+", "-", name[0]).lower() in listed
    assert {"qt", "python", "sqlite", "llama-cpp"} <= listed
    assert not {"pytest", "mypy", "ruff"} & listed


def test_hunch_is_first_and_under_its_own_licence() -> None:
    assert text_of(components()[0]) == (ROOT / "LICENSE").read_text("utf-8").strip("\n")


def test_the_licence_of_qt_has_both_its_texts() -> None:
    text = text_of(next(one for one in components() if one.name == "PySide6_Essentials"))
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text
    assert "GNU GENERAL PUBLIC LICENSE" in text
    assert "https://code.qt.io" in text


def test_a_component_is_found_and_read(page: AboutPage, qtbot: QtBot) -> None:
    [search] = page.findChildren(QLineEdit)
    [text] = page.findChildren(QPlainTextEdit)
    [tree] = page.findChildren(QTreeView)
    qtbot.waitUntil(lambda: "Apache License" in text.toPlainText())
    everything = rows(page)
    QTest.keyClicks(search, "NUMPY")
    qtbot.waitUntil(lambda: 0 < rows(page) < everything)
    tree.setCurrentIndex(tree.model().index(0, 0))
    qtbot.waitUntil(lambda: "NumPy" in text.toPlainText())
    search.setText("nothing is called like this")
    assert rows(page) == 0


def test_versions_are_shown_and_copied(page: AboutPage, qtbot: QtBot) -> None:
    shown = [label.text() for label in page.findChildren(QLabel)]
    found = dict(versions())
    assert f"Version {found['Hunch']}" in shown
    assert found["Qt"] in shown
    [copy] = [one for one in page.findChildren(QPushButton) if one.text() == "Copy"]
    copy.click()
    assert QGuiApplication.clipboard().text() == report_text()
    assert "Copied" in [label.text() for label in page.findChildren(QLabel)]


def test_the_report_names_neither_person_nor_folder() -> None:
    text = report_text()
    assert str(Path.home()) not in text
    assert "/" not in text.replace("GNU/Linux", "")
