"""What the files of each kind look like: a sheet, a sign of what is on it, and a tag of a few letters."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPainter, QPixmap

from app.theme.icons import blank, paint
from app.theme.tokens import Family

_SIGN_ONLY_BELOW = 28
_SIGN_AND_TAG_FROM = 44


@dataclass(frozen=True, slots=True)
class Look:
    """``sign``: drawing in the folder kinds, or nothing. ``tag``: a few letters, or nothing."""

    family: Family
    sign: str
    tag: str


LOOKS: dict[str, Look] = {
    "text": Look("writing", "lines", "TXT"),
    "markdown": Look("writing", "heading", "MD"),
    "rst": Look("writing", "heading", "RST"),
    "html": Look("web", "window", "HTML"),
    "csv": Look("table", "rows", "CSV"),
    "json": Look("code", "braces", "JSON"),
    "code": Look("code", "code", "CODE"),
    "pdf": Look("page", "page", "PDF"),
    "docx": Look("writing", "lines", "DOC"),
    "pptx": Look("slides", "slide", "PPT"),
    "xlsx": Look("table", "table", "XLS"),
    "doc": Look("writing", "lines", "DOC"),
    "xls": Look("table", "table", "XLS"),
    "ppt": Look("slides", "slide", "PPT"),
    "odt": Look("writing", "lines", "ODT"),
    "ods": Look("table", "table", "ODS"),
    "odp": Look("slides", "slide", "ODP"),
    "epub": Look("book", "book", "EPUB"),
    "rtf": Look("writing", "lines", "RTF"),
    "eml": Look("mail", "mail", "MAIL"),
    "mbox": Look("mail", "mail", "MBOX"),
    "msg": Look("mail", "mail", "MSG"),
    "ipynb": Look("code", "cells", "NB"),
    "archive": Look("archive", "archive", "ZIP"),
    "xml": Look("code", "code", "XML"),
    "picture": Look("picture", "picture", "IMG"),
    "other": Look("other", "", ""),
}


def look(kind: str) -> Look:
    """The look of ``kind``; that of other files where it is not known."""
    return LOOKS.get(kind, LOOKS["other"])


def pixmap(kind: str, size: int, dpr: float, hue: QColor, sheet: QColor, line: QColor, letters: QColor) -> QPixmap:
    """The icon of ``kind``, ``size`` logical pixels wide: the sign when small, the tag when larger, then both."""
    shown = look(kind)
    drawn = blank(size, dpr)
    with QPainter(drawn) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        unit = size / 24
        whole = QRectF(0, 0, size, size)
        paint(painter, "kinds/ground", sheet, whole)
        paint(painter, "kinds/sheet", line, whole)
        has_tag = bool(shown.tag) and size >= _SIGN_ONLY_BELOW
        if shown.sign and not has_tag:
            paint(painter, f"kinds/{shown.sign}", hue, whole)
        elif shown.sign and size >= _SIGN_AND_TAG_FROM:
            # The sign stands in the middle of the sheet, 14.5 down; above a tag it is smaller and higher.
            part = 0.68
            paint(painter, f"kinds/{shown.sign}", hue, QRectF(
                (12 - 12 * part - 0.5) * unit, (9.9 - 14.5 * part) * unit, size * part, size * part
            ))
        if has_tag:
            _tag(painter, shown.tag, unit, hue, letters)
    return drawn


def _tag(painter: QPainter, text: str, unit: float, hue: QColor, letters: QColor) -> None:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setPixelSize(max(7, round(5.4 * unit)))
    font.setWeight(QFont.Weight.Bold)
    widest = 16.5 * unit
    if QFontMetricsF(font).horizontalAdvance(text) > widest:
        font.setStretch(max(62, round(100 * widest / QFontMetricsF(font).horizontalAdvance(text))))
    wide = max(11.5 * unit, QFontMetricsF(font).horizontalAdvance(text) + 3.2 * unit)
    box = QRectF(12 * unit - wide / 2, 14 * unit, wide, 6.8 * unit)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(hue)
    painter.drawRoundedRect(box, 1.8 * unit, 1.8 * unit)
    painter.setFont(font)
    painter.setPen(letters)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
