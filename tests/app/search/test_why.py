from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QWidget
from pytestqt.qtbot import QtBot

import app.search.why
from app.search.why import WhyPopup
from indexer.answers import Hit, HitPassage, Why
from tests.helpers.fake_engine import hit


def shown(one: Hit, qtbot: QtBot) -> tuple[list[str], dict[str, int]]:
    parent = QWidget()
    qtbot.addWidget(parent)
    popup = WhyPopup(one, parent)
    bars = {bar.accessibleName(): bar.value() for bar in popup.findChildren(QProgressBar)}
    return [label.text() for label in popup.findChildren(QLabel)], bars


@pytest.mark.usefixtures("themed")
def test_each_way_a_text_was_found_is_told_with_its_strength(qtbot: QtBot) -> None:
    passage = HitPassage("Boiler and tap", ((0, 6), (11, 14)), {"page": 40}, 0.2, Why(words=0.4))
    one = hit(
        "/d/lease.pdf", title="<b>Lease</b>", snippet="the boiler", highlights=((4, 10),), locator={"page": 12},
        why=Why(words=0.9, meaning=0.3, name=0.2), passages=(passage,),
    )
    texts, bars = shown(one, qtbot)
    assert bars == {"Its name: fits a little": 20, "Its words: fits well": 90, "What it means: fits a little": 33}
    assert "<b>Lease</b>" in texts
    assert "Words found: boiler, tap" in texts
    assert "Best places: page 40" in texts


@pytest.mark.usefixtures("themed")
def test_a_picture_is_told_of_as_a_picture(qtbot: QtBot) -> None:
    _, bars = shown(hit("/d/a.jpg", kind="picture", why=Why(words=0.5, picture=0.3)), qtbot)
    assert bars == {"Text in the picture: fits": 50, "What it looks like: fits well": 75}


@pytest.mark.usefixtures("themed")
def test_no_share_leaves_its_bar(qtbot: QtBot) -> None:
    _, bars = shown(hit("/d/a.txt", why=Why(words=1.4, meaning=-0.3, name=0.0)), qtbot)
    assert set(bars.values()) == {0, 100}


@pytest.mark.usefixtures("themed")
def test_where_windows_let_nothing_through_its_corners_are_cut_off(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app.search.why, "can_be_translucent", lambda: False)
    parent = QWidget()
    qtbot.addWidget(parent)
    popup = WhyPopup(hit("/d/a.txt"), parent)
    popup.show_beside(QPoint(100, 100))
    assert not popup.testAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    assert not popup.mask().contains(QPoint(0, 0))
    assert popup.mask().contains(popup.rect().center())
    popup.close()


@pytest.mark.usefixtures("themed")
def test_a_version_is_here_because_of_another_file(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    popup = WhyPopup(hit("/d/v3.pdf", why=Why(words=0.9)), parent, version=hit("/d/v2.pdf"))
    texts = [label.text() for label in popup.findChildren(QLabel)]
    assert "v2.pdf" in texts
    assert "It is another version of v3.pdf, which is here because of:" in texts
    assert len(popup.findChildren(QProgressBar)) == 1
