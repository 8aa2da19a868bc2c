from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.theme import Theme, application_icon, icons, kinds, motion, theme
from app.theme.fonts import PIXELS, Style
from app.theme.tokens import DARK, FAMILY_DARK, FAMILY_LIGHT, LIGHT, ROLES, Role
from indexer.extract import KINDS

TEXT: tuple[Role, ...] = ("ink", "ink-muted", "accent", "good", "warn", "bad")
GROUNDS: tuple[Role, ...] = ("canvas", "surface", "raised", "hover", "accent-soft", "mark")
DRAWINGS = sorted(path.stem for path in icons.FOLDER.glob("*.svg"))
TINTED = [name for name in DRAWINGS if "currentColor" in icons.source(name)]
ASKED_FOR = set(re.findall(r"\S+", (
    "search folder folder-add problems models settings info keyboard history clock file open reveal copy copy-text "
    "similar why close back forward check warning error pause play refresh more chevron-down chevron-right plus minus "
    "trash download import filter calendar size type grid list zoom-in zoom-out fit page-prev page-next picture drag "
    "eye eye-off offline duplicates star ask topics"
)))


@pytest.fixture
def look(themed: QApplication) -> Iterator[Theme]:
    current = theme()
    less = current.reduced_motion
    yield current
    current.reduced_motion = less
    current.set_mode("light")


def luminance(color: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    drawn = QColor(color)
    return 0.2126 * linear(drawn.redF()) + 0.7152 * linear(drawn.greenF()) + 0.0722 * linear(drawn.blueF())


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def is_drawn(image: QImage) -> bool:
    return any(
        image.pixelColor(x, y).alpha() > 128 for x in range(image.width()) for y in range(image.height())
    )


def difference(one: QImage, other: QImage) -> int:
    return sum(
        abs(one.pixelColor(x, y).alpha() - other.pixelColor(x, y).alpha())
        for x in range(one.width()) for y in range(one.height())
    )


def test_the_formula_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("text", TEXT)
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_can_be_read_on_every_ground(colors: dict[Role, str], text: Role, ground: Role) -> None:
    assert contrast(colors[text], colors[ground]) >= 4.5


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
def test_what_is_filled_and_what_is_outlined_can_be_seen(colors: dict[Role, str]) -> None:
    assert set(colors) == set(ROLES)
    assert contrast(colors["on-accent"], colors["accent"]) >= 4.5
    for ground in ("canvas", "surface", "raised"):
        assert contrast(colors["edge"], colors[ground]) >= 3
        assert contrast(colors["accent"], colors[ground]) >= 3


@pytest.mark.parametrize(("families", "colors"), [(FAMILY_LIGHT, LIGHT), (FAMILY_DARK, DARK)], ids=["light", "dark"])
def test_the_letters_on_tags_can_be_read(families: dict[str, str], colors: dict[Role, str]) -> None:
    for hue in families.values():
        assert contrast(colors["on-accent"], hue) >= 4.5
        assert contrast(hue, colors["raised"]) >= 4.5


def test_a_change_of_mode_reaches_palette_sheet_and_listeners(look: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    light = look.icon("search")
    with qtbot.waitSignal(look.changed):
        look.set_mode("dark")
    assert look.is_dark
    assert look.color("accent").name() == "#2dd4bf"
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == DARK["canvas"].lower()
    assert DARK["surface"] in qapp.styleSheet()
    assert look.icon("search").cacheKey() != light.cacheKey()
    look.set_mode("light")
    assert look.color("accent").name() == "#0f766e"


def test_the_systems_choice_is_followed_only_where_asked(
    look: Theme, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Hints:
        @staticmethod
        def colorScheme() -> Qt.ColorScheme:  # noqa: N802
            return Qt.ColorScheme.Dark

        @staticmethod
        def setColorScheme(scheme: Qt.ColorScheme) -> None:  # noqa: N802
            pass

        accessibility = staticmethod(qapp.styleHints().accessibility)

    monkeypatch.setattr(QApplication, "styleHints", staticmethod(Hints))
    look.set_mode("system")
    assert look.is_dark
    look.set_mode("light")
    assert not look.is_dark


def test_the_sheet_has_no_gaps_and_its_drawings_are_there(look: Theme, qapp: QApplication) -> None:
    text = qapp.styleSheet()
    assert "$" not in text
    images = [part.split(")")[0] for part in text.split("url(")[1:]]
    assert images
    assert all(Path(image).is_file() for image in images)


def test_everything_asked_for_is_drawn() -> None:
    assert set(TINTED) >= ASKED_FOR


@pytest.mark.parametrize("name", TINTED)
def test_a_drawing_fills_its_square_without_leaving_it(look: Theme, name: str) -> None:
    image = icons.pixmap(name, QColor("black"), 24, 4.0).toImage()
    assert is_drawn(image)
    for edge in range(96):
        for x, y in ((edge, 0), (edge, 95), (0, edge), (95, edge)):
            assert image.pixelColor(x, y).alpha() == 0
    assert 'stroke-width="1.5"' in icons.source(name)


def test_pixmaps_are_sharp_tinted_and_kept(look: Theme) -> None:
    drawn = look.pixmap("search", "bad", 20, 2.0)
    assert (drawn.width(), drawn.devicePixelRatio()) == (40, 2.0)
    solid = {
        drawn.toImage().pixelColor(x, y).name() for x in range(40) for y in range(40)
        if drawn.toImage().pixelColor(x, y).alpha() == 255
    }
    assert solid == {LIGHT["bad"].lower()}
    assert look.pixmap("search", "bad", 20, 2.0).cacheKey() == drawn.cacheKey()


def test_an_unknown_drawing_is_a_mistake(look: Theme) -> None:
    with pytest.raises(FileNotFoundError):
        look.icon("no-such-drawing")


def test_what_points_forward_is_turned_where_text_runs_to_the_left(look: Theme, qapp: QApplication) -> None:
    plain = {name: icons.pixmap(name, QColor("black"), 24, 1.0).toImage() for name in ("forward", "search")}
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        turned = {name: icons.pixmap(name, QColor("black"), 24, 1.0).toImage() for name in plain}
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert turned["search"] == plain["search"]
    mirrored = plain["forward"].flipped(Qt.Orientation.Horizontal)
    assert difference(turned["forward"], mirrored) < 0.1 * difference(turned["forward"], plain["forward"])


def test_every_kind_has_a_look() -> None:
    assert set(kinds.LOOKS) == set(KINDS)
    for shown in kinds.LOOKS.values():
        assert len(shown.tag) <= 4
        assert not shown.sign or icons.source(f"kinds/{shown.sign}")


@pytest.mark.parametrize("size", [16, 20, 32, 64])
def test_kinds_are_told_apart(look: Theme, size: int) -> None:
    shown = {kind: look.kind_pixmap(kind, size, 2.0).toImage() for kind in ("pdf", "docx", "xlsx", "picture", "other")}
    assert all(is_drawn(image) for image in shown.values())
    assert all(shown[a] != shown[b] for a in shown for b in shown if a < b)
    assert look.kind_pixmap("never heard of", size, 2.0).toImage() == shown["other"]


def test_the_tray_tells_states_by_shape(look: Theme) -> None:
    states = [look.tray_icon(state) for state in ("idle", "working", "paused", "problem")]
    greys = [
        icon.pixmap(16, 16).toImage().convertToFormat(QImage.Format.Format_Mono) for icon in states
    ]
    assert all(a != b for a, b in itertools.pairwise(greys))


def test_the_application_has_an_icon_for_every_size(look: Theme) -> None:
    icon: QIcon = application_icon()
    for size in (16, 24, 32, 64, 256, 512):
        assert is_drawn(icon.pixmap(size, size).toImage())
    assert icons.source("application-square")


@pytest.mark.parametrize("style", PIXELS)
def test_fonts_are_in_points_so_that_the_desktop_can_enlarge_them(look: Theme, style: Style) -> None:
    font = look.font(style, strong=True)
    assert font.pixelSize() == -1
    assert font.pointSizeF() == pytest.approx(PIXELS[style] * 0.75)
    assert font.weight() == font.Weight.DemiBold


def test_numbers_in_tables_have_one_width(look: Theme) -> None:
    assert [tag.toString() for tag in look.font("body", tabular=True).featureTags()] == ["tnum"]


def test_less_motion_means_none(look: Theme) -> None:
    look.reduced_motion = False
    assert look.duration_ms == 120
    look.reduced_motion = True
    assert look.duration_ms == 0


@pytest.mark.parametrize(
    ("text", "is_less"),
    [("gtk-enable-animations=0", True), ("gtk-enable-animations = false", True), ("gtk-enable-animations=1", False),
     ("gtk-theme-name=100%", False), ("no equals sign\n[", False)],
)
def test_the_gtk_settings_are_understood(tmp_path: Path, text: str, is_less: bool) -> None:
    (tmp_path / "gtk-3.0").mkdir()
    (tmp_path / "gtk-3.0" / "settings.ini").write_text(f"[Settings]\n{text}\n")
    assert motion.gtk_says_less(tmp_path) is is_less


@pytest.mark.parametrize(("factor", "is_less"), [("0", True), ("0.5", False), ("fast", False)])
def test_the_kde_settings_are_understood(tmp_path: Path, factor: str, is_less: bool) -> None:
    (tmp_path / "kdeglobals").write_text(f"[KDE]\nAnimationDurationFactor={factor}\n")
    assert motion.kde_says_less(tmp_path) is is_less


def test_a_desktop_that_says_nothing_keeps_motion(tmp_path: Path) -> None:
    assert not motion.gtk_says_less(tmp_path)
    assert not motion.kde_says_less(tmp_path)


@pytest.mark.parametrize("said", [True, False])
def test_gnome_is_asked(look: Theme, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: bool) -> None:
    program = tmp_path / "gsettings"
    program.write_text(f"#!/bin/sh\necho {'false' if said else 'true'}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "ubuntu:GNOME")
    answers: list[bool] = []
    motion.ask_gnome(look, answers.append)
    qtbot.waitUntil(lambda: answers == [said])
