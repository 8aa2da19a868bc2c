"""The theme of the running application."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from app.theme import fonts, icons, kinds, motion
from app.theme.sheet import sheet
from app.theme.tokens import DARK, FAMILY_DARK, FAMILY_LIGHT, LIGHT, Role

Mode = Literal["system", "light", "dark"]
TrayState = Literal["idle", "working", "paused", "problem"]

_MOTION_MS = 120
_current: Theme | None = None


def theme() -> Theme:
    """The theme; RuntimeError before ``Theme.install``."""
    if _current is None:
        raise RuntimeError("Theme.install has not been called")
    return _current


def application_icon() -> QIcon:
    """The icon of windows and the task bar, with a plainer drawing where it is small."""
    large = "application-square" if sys.platform == "darwin" else "application"
    return icons.file_icon({0: "application-small", 32: large})


class Theme(QObject):
    """Main thread only.

    Attributes:
        mode: what was asked for.
        is_dark: what is shown.
        reduced_motion: the person asked the desktop for less motion.

    Signals:
        changed: colours or motion are others now; icons and pixmaps are to be asked for anew.
    """

    changed = Signal()

    def __init__(self, app: QApplication, mode: Mode) -> None:
        super().__init__(app)
        self._app = app
        self._images = QTemporaryDir()
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}
        self._icons: dict[tuple[str, str, int], QIcon] = {}
        self.mode: Mode = mode
        self.is_dark = False
        self.reduced_motion = motion.desktop_says_less()
        app.setStyle("Fusion")
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._look_again)
        hints.accessibility().contrastPreferenceChanged.connect(self._show)
        motion.ask_gnome(self, self._gnome_said)
        self.set_mode(mode)

    @classmethod
    def install(cls, app: QApplication, *, mode: Mode = "system") -> Theme:
        """Dress ``app``; once per process, later calls only set the mode."""
        global _current
        if _current is None:
            _current = cls(app, mode)
        else:
            _current.set_mode(mode)
        return _current

    @property
    def duration_ms(self) -> int:
        """How long something takes to appear; 0 with reduced motion."""
        return 0 if self.reduced_motion else _MOTION_MS

    def set_mode(self, mode: Mode) -> None:
        """Light, dark, or as the system is."""
        self.mode = mode
        scheme = {"system": Qt.ColorScheme.Unknown, "light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}[mode]
        self._app.styleHints().setColorScheme(scheme)
        self._show()

    def color(self, role: Role) -> QColor:
        """The colour that plays ``role`` now."""
        return QColor(self._colors[role])

    def icon(self, name: str, role: Role = "ink", size: int = 20) -> QIcon:
        """The drawing ``name`` in the colour of ``role``; greyed by itself where it is disabled."""
        key = (name, role, size)
        if key not in self._icons:
            icon = QIcon()
            for ratio in icons.ratios():
                icon.addPixmap(self.pixmap(name, role, size, ratio))
                icon.addPixmap(self.pixmap(name, "edge", size, ratio), QIcon.Mode.Disabled)
            self._icons[key] = icon
        return self._icons[key]

    def pixmap(self, name: str, role: Role, size: int, dpr: float) -> QPixmap:
        """The drawing ``name``, ``size`` logical pixels wide, for a screen of ``dpr`` pixels to one."""
        key = (name, role, size, dpr)
        if key not in self._pixmaps:
            self._pixmaps[key] = icons.pixmap(name, self.color(role), size, dpr)
        return self._pixmaps[key]

    def kind_icon(self, kind: str, size: int = 32) -> QIcon:
        """The icon of files of ``kind``."""
        key = ("", kind, size)
        if key not in self._icons:
            icon = QIcon()
            for ratio in icons.ratios():
                icon.addPixmap(self.kind_pixmap(kind, size, ratio))
            self._icons[key] = icon
        return self._icons[key]

    def kind_pixmap(self, kind: str, size: int, dpr: float) -> QPixmap:
        """The icon of files of ``kind``, ``size`` logical pixels wide, for a screen of ``dpr`` pixels to one."""
        key = ("", kind, size, dpr)
        if key not in self._pixmaps:
            families = FAMILY_DARK if self.is_dark else FAMILY_LIGHT
            self._pixmaps[key] = kinds.pixmap(
                kind, size, dpr, QColor(families[kinds.look(kind).family]), self.color("raised"), self.color("edge"),
                self.color("on-accent"),
            )
        return self._pixmaps[key]

    def tray_icon(self, state: TrayState) -> QIcon:
        """The icon of the tray: readable on light and dark bars, told apart by shape."""
        if sys.platform == "darwin":
            icon = QIcon()
            for ratio in (1.0, 2.0):
                icon.addPixmap(icons.pixmap(f"tray-{state}-line", QColor(Qt.GlobalColor.black), 18, ratio))
            icon.setIsMask(True)
            return icon
        return icons.file_icon({0: f"tray-{state}"})

    def font(self, style: fonts.Style, *, strong: bool = False, tabular: bool = False) -> QFont:
        """The system's font in the size of ``style``; ``tabular``: all digits of one width."""
        return fonts.font(style, strong=strong, tabular=tabular)

    def _look_again(self) -> None:
        if self.mode == "system":
            self._show()

    def _gnome_said(self, is_less: bool) -> None:
        if is_less != self.reduced_motion:
            self.reduced_motion = is_less
            self.changed.emit()

    def _show(self) -> None:
        hints = self._app.styleHints()
        self.is_dark = self.mode == "dark" or (self.mode == "system" and hints.colorScheme() == Qt.ColorScheme.Dark)
        self._colors: dict[Role, str] = dict(DARK if self.is_dark else LIGHT)
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            self._colors["edge"] = self._colors["line"] = self._colors["ink-muted"]
            self._colors["ink-muted"] = self._colors["ink"]
        self._pixmaps.clear()
        self._icons.clear()
        self._app.setFont(self.font("body"))
        self._app.setPalette(self._palette())
        self._app.setStyleSheet(sheet(self._sheet_colors(), self._image))
        self.changed.emit()

    def _sheet_colors(self) -> dict[str, str]:
        accent, toward = self.color("accent"), self.color("ink")
        return {
            **{str(role): color for role, color in self._colors.items()},
            "accent-hover": _between(accent, toward, 0.12).name(),
            "accent-pressed": _between(accent, toward, 0.24).name(),
            "thumb": _between(self.color("surface"), toward, 0.24).name(),
        }

    def _image(self, name: str, role: Role) -> str:
        """Style sheets take drawings from files only."""
        color = self.color(role)
        path = Path(self._images.path()) / f"{name}-{color.name()[1:]}.svg"
        if not path.exists():
            path.write_bytes(icons.tinted(name, color, 14))
        return path.as_posix()

    def _palette(self) -> QPalette:
        palette = QPalette()
        roles: dict[QPalette.ColorRole, Role] = {
            QPalette.ColorRole.Window: "canvas", QPalette.ColorRole.WindowText: "ink",
            QPalette.ColorRole.Base: "surface", QPalette.ColorRole.AlternateBase: "canvas",
            QPalette.ColorRole.Text: "ink", QPalette.ColorRole.PlaceholderText: "ink-muted",
            QPalette.ColorRole.Button: "raised", QPalette.ColorRole.ButtonText: "ink",
            QPalette.ColorRole.BrightText: "on-accent", QPalette.ColorRole.ToolTipBase: "raised",
            QPalette.ColorRole.ToolTipText: "ink", QPalette.ColorRole.Highlight: "accent",
            QPalette.ColorRole.HighlightedText: "on-accent", QPalette.ColorRole.Accent: "accent",
            QPalette.ColorRole.Link: "accent", QPalette.ColorRole.LinkVisited: "accent",
            QPalette.ColorRole.Light: "raised", QPalette.ColorRole.Midlight: "hover", QPalette.ColorRole.Mid: "line",
            QPalette.ColorRole.Dark: "edge", QPalette.ColorRole.Shadow: "edge",
        }
        for place, role in roles.items():
            palette.setColor(place, self.color(role))
        for place in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, place, self.color("ink-muted"))
        palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Highlight, self.color("line"))
        return palette


def _between(one: QColor, other: QColor, share: float) -> QColor:
    def mixed(a: int, b: int) -> int:
        return round(a + (b - a) * share)

    return QColor(
        mixed(one.red(), other.red()), mixed(one.green(), other.green()), mixed(one.blue(), other.blue())
    )
