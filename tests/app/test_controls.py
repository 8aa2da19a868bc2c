from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.controls import (
    Banner,
    Button,
    Card,
    Chip,
    ElidedLabel,
    EmptyState,
    FormRow,
    Hairline,
    Label,
    PageTitle,
    QuietButton,
    Switch,
    ThinProgress,
    Toast,
)
from app.theme import theme

pytestmark = pytest.mark.usefixtures("themed")
LONG = "x" * 255


@pytest.fixture
def still() -> Iterator[None]:
    before = theme().reduced_motion
    theme().reduced_motion = True
    yield
    theme().reduced_motion = before


@pytest.fixture
def to_the_left(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def shown(qtbot: QtBot, widget: QWidget) -> QWidget:
    qtbot.addWidget(widget)
    widget.resize(widget.sizeHint().expandedTo(QSize(1, 1)))
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def image(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def all_controls() -> list[QWidget]:
    return [
        Button("Open", icon="open"), Button("Go on", primary=True), QuietButton("more", "More"),
        Chip("in: Papers", True), Switch("Wait"), ThinProgress("Reading"), Hairline(), Card(), PageTitle("Folders"),
        Label("text"), ElidedLabel("text"), Banner("warn", "Careful.", "Look"),
        EmptyState("search", "Nothing yet", "Type something.", "Try"), FormRow("Wait", "when busy", Switch()),
    ]


def test_every_control_paints_light_dark_and_disabled(qtbot: QtBot) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    for control in all_controls():
        column.addWidget(control)
    shown(qtbot, page)
    light = image(page)
    try:
        theme().set_mode("dark")
        dark = image(page)
        assert dark != light
        assert dark.pixelColor(1, 1) == theme().color("canvas")
        page.setEnabled(False)
        assert image(page) != dark
    finally:
        theme().set_mode("light")


def test_every_control_that_is_used_has_a_name(qtbot: QtBot) -> None:
    for control in all_controls():
        qtbot.addWidget(control)
        for part in (control, *control.findChildren(QWidget)):
            if part.focusPolicy() == Qt.FocusPolicy.NoFocus or not part.isVisibleTo(control):
                continue
            face = QAccessible.queryAccessibleInterface(part)
            assert face.text(QAccessible.Text.Name), part


def test_a_mouse_on_a_button_leaves_the_keyboard_where_it_is(qtbot: QtBot) -> None:
    for control in (Button("Open"), QuietButton("more", "More"), Chip("a"), Switch("b")):
        qtbot.addWidget(control)
        assert control.focusPolicy() == Qt.FocusPolicy.TabFocus


def test_a_button_makes_room_for_its_drawing(qtbot: QtBot) -> None:
    plain, drawn = Button("Open"), Button("Open", icon="open")
    for button in (plain, drawn):
        shown(qtbot, button)
    assert drawn.sizeHint().width() > plain.sizeHint().width()
    before = image(drawn)
    drawn.set_icon("pause")
    assert image(drawn) != before


def test_a_quiet_button_can_come_to_mean_something_else(qtbot: QtBot) -> None:
    button = QuietButton("pause", "Pause")
    qtbot.addWidget(button)
    button.set_icon("play")
    button.set_name("Resume")
    assert (button.accessibleName(), button.toolTip()) == ("Resume", "Resume")


def test_names_of_files_are_never_markup(qtbot: QtBot) -> None:
    label = Label("<b>bold</b>.txt")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    elided = ElidedLabel("<img src=x> & " + LONG)
    qtbot.addWidget(elided)
    elided.resize(80, 20)
    assert elided.toolTip() == f"<span>&lt;img src=x&gt; &amp; {LONG}</span>"


def test_a_long_name_is_cut_and_told_in_full(qtbot: QtBot) -> None:
    label = ElidedLabel(LONG, Qt.TextElideMode.ElideMiddle)
    shown(qtbot, label)
    label.resize(120, 20)
    assert LONG in label.toolTip()
    assert label.minimumSizeHint().width() < 120
    label.setText("a\nb")
    assert label.text() == "a b"
    assert label.toolTip() == ""


def test_a_path_runs_to_the_right_and_stands_on_the_right_in_a_language_from_the_right(
    qtbot: QtBot, to_the_left: None
) -> None:
    label = ElidedLabel("/a")
    shown(qtbot, label)
    label.resize(200, 24)
    drawn = image(label)
    ground = drawn.pixelColor(0, 0)
    columns = [x for x in range(200) if any(drawn.pixelColor(x, y) != ground for y in range(drawn.height()))]
    assert columns[0] > 150
    other = ElidedLabel("/a")
    other.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    shown(qtbot, other)
    assert columns[-1] - columns[0] <= other.fontMetrics().horizontalAdvance("/a")


def test_a_switch_turns_by_mouse_and_keyboard_and_shows_it(qtbot: QtBot, still: None) -> None:
    switch = Switch("Wait")
    shown(qtbot, switch)
    off = image(switch)
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert switch.isChecked()
    on = image(switch)
    assert on.convertToFormat(QImage.Format.Format_Grayscale8) != off.convertToFormat(QImage.Format.Format_Grayscale8)
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert not switch.isChecked()


def test_a_switch_is_mirrored(qtbot: QtBot, still: None, to_the_left: None) -> None:
    switch = Switch("Wait")
    shown(qtbot, switch)
    turned = image(switch)
    switch.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert image(switch) != turned


def test_a_chip_is_clicked_or_removed(qtbot: QtBot) -> None:
    chip = Chip("in: Papers", True)
    shown(qtbot, chip)
    heard: list[str] = []
    chip.clicked.connect(lambda: heard.append("clicked"))
    chip.removed.connect(lambda: heard.append("removed"))
    middle = chip.height() // 2
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(20, middle))
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 15, middle))
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    QTest.keyClick(chip, Qt.Key.Key_Return)
    assert heard == ["clicked", "removed", "removed", "clicked"]


def test_a_press_on_the_cross_can_be_taken_back(qtbot: QtBot) -> None:
    chip = Chip("in: Papers", True)
    shown(qtbot, chip)
    with qtbot.assertNotEmitted(chip.removed), qtbot.assertNotEmitted(chip.clicked):
        QTest.mousePress(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 15, 14))
        QTest.mouseRelease(chip, Qt.MouseButton.LeftButton, pos=QPoint(20, 14))


def test_the_cross_is_at_the_end_of_the_line(qtbot: QtBot, to_the_left: None) -> None:
    chip = Chip("in: Papers", True)
    shown(qtbot, chip)
    with qtbot.waitSignal(chip.removed):
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(15, chip.height() // 2))


def test_a_chip_stays_small_and_one_that_stays_cannot_be_removed(qtbot: QtBot) -> None:
    chip = Chip(LONG)
    shown(qtbot, chip)
    assert chip.width() < 320
    with qtbot.assertNotEmitted(chip.removed):
        QTest.keyClick(chip, Qt.Key.Key_Delete)


def test_progress_without_an_end_moves_only_while_seen_and_never_with_less_motion(qtbot: QtBot) -> None:
    bar = ThinProgress("Reading")
    bar.setRange(0, 0)
    before = theme().reduced_motion
    try:
        theme().reduced_motion = False
        shown(qtbot, bar)
        first = image(bar)
        qtbot.waitUntil(lambda: image(bar) != first)
        theme().reduced_motion = True
        theme().changed.emit()
        animation = bar.findChild(QVariantAnimation)
        assert animation is not None
        assert animation.state() == QVariantAnimation.State.Stopped
    finally:
        theme().reduced_motion = before


def test_progress_shows_how_far(qtbot: QtBot) -> None:
    bar = ThinProgress("Reading")
    bar.setRange(0, 100)
    shown(qtbot, bar)
    bar.resize(200, 6)
    bar.setValue(50)
    drawn = image(bar)
    assert drawn.pixelColor(50, 3) == theme().color("accent")
    assert drawn.pixelColor(150, 3) == theme().color("line")


def test_a_banner_acts_is_put_away_and_says_other_things(qtbot: QtBot) -> None:
    banner = Banner("bad", "It stopped.", "Restart")
    shown(qtbot, banner)
    restart, close = banner.findChild(Button), banner.findChild(QuietButton)
    assert restart is not None
    assert close is not None
    with qtbot.waitSignal(banner.acted):
        QTest.mouseClick(restart, Qt.MouseButton.LeftButton)
    banner.say("good", "It runs again.")
    assert not restart.isVisible()
    with qtbot.waitSignal(banner.dismissed):
        QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not banner.isVisible()


def test_a_toast_comes_stays_at_the_foot_and_goes(qtbot: QtBot, still: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.controls.toast._LEAST_MS", 60)
    monkeypatch.setattr("app.controls.toast._LETTER_MS", 0)
    page = QWidget()
    shown(qtbot, page)
    page.resize(800, 600)
    toast = Toast(page)
    toast.say("The path was copied.")
    assert toast.isVisible()
    assert page.rect().contains(toast.geometry())
    page.resize(420, 300)
    QApplication.processEvents()
    assert page.rect().contains(toast.geometry())
    qtbot.waitUntil(lambda: not toast.isVisible())


def test_a_toast_can_be_acted_on_and_holds_a_long_name(qtbot: QtBot, still: None) -> None:
    page = QWidget()
    shown(qtbot, page)
    page.resize(500, 400)
    toast = Toast(page)
    toast.say(f"Removed {'name ' * 50}", "Undo")
    assert page.rect().contains(toast.geometry())
    button = toast.findChild(Button)
    assert button is not None
    with qtbot.waitSignal(toast.acted):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not toast.isVisible())


def test_an_empty_page_offers_one_step(qtbot: QtBot) -> None:
    empty = EmptyState("folder", "No folders yet", "Choose one to begin.", "Add a folder")
    shown(qtbot, empty)
    button = empty.findChild(Button)
    assert button is not None
    with qtbot.waitSignal(empty.acted):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    empty.say("problems", "Nothing went wrong", "Files that could not be read are listed here.")
    assert not button.isVisible()


def test_a_row_names_its_control_and_turns_its_switch(qtbot: QtBot) -> None:
    switch = Switch()
    row = FormRow("Read text in pictures", "Also scanned pages.", switch)
    shown(qtbot, row)
    assert switch.accessibleName() == "Read text in pictures"
    assert switch.accessibleDescription() == "Also scanned pages."
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(3, row.height() // 2))
    assert switch.isChecked()
    row.set_explanation("")
    assert switch.accessibleDescription() == ""
    assert [label.text() for label in row.findChildren(QLabel) if label.isVisible()] == ["Read text in pictures"]
