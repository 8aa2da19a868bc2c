"""The system's fonts in the sizes of Hunch."""

from __future__ import annotations

import sys
from typing import Literal

from PySide6.QtGui import QFont, QFontDatabase

Style = Literal["caption", "body", "title", "search", "display", "mono"]

PIXELS: dict[Style, int] = {"caption": 12, "body": 13, "title": 15, "search": 20, "display": 26, "mono": 12}
_BASE_DPI = 72 if sys.platform == "darwin" else 96
_WINDOWS_BODY_POINTS = 9.0


def font(style: Style, *, strong: bool, tabular: bool) -> QFont:
    """In points, not pixels, so that text grows where the person asked the desktop for larger text."""
    system = QFontDatabase.SystemFont.FixedFont if style == "mono" else QFontDatabase.SystemFont.GeneralFont
    chosen = QFontDatabase.systemFont(system)
    points = PIXELS[style] * 72 / _BASE_DPI
    if sys.platform == "win32":
        # Windows tells its text size by the size of its own font, not by the resolution.
        general = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        points *= max(1.0, general.pointSizeF() / _WINDOWS_BODY_POINTS)
    chosen.setPointSizeF(points)
    chosen.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    if tabular:
        chosen.setFeature(QFont.Tag("tnum"), 1)
    return chosen
