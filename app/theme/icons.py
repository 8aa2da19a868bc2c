"""Hunch's drawings, in any colour, sharp at any size and pixel ratio."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources

FOLDER = Path(resources.__file__).parent / "icons"
_GRID = 24
_POINTING = frozenset({"back", "forward", "chevron-left", "chevron-right"})


def stroke(size: float) -> float:
    """Width of a line, in logical pixels, in a drawing ``size`` pixels wide."""
    if size < 20:
        return 1.25
    return 1.5 if size <= 24 else min(2.5, 1.5 + (size - 24) / 48)


@cache
def source(name: str) -> str:
    """The drawing ``name`` as text; FileNotFoundError where there is none."""
    return (FOLDER / f"{name}.svg").read_text("utf-8")


def tinted(name: str, color: QColor, size: float) -> bytes:
    """The drawing in ``color``, its lines as wide as they are to be at ``size``."""
    text = source(name).replace("currentColor", color.name())
    return text.replace('stroke-width="1.5"', f'stroke-width="{stroke(size) * _GRID / size:.3f}"').encode()


def paint(painter: QPainter, name: str, color: QColor, rect: QRectF) -> None:
    """Draw ``name`` into the square ``rect``; what points along the line is turned where text runs right to left."""
    renderer = QSvgRenderer(QByteArray(tinted(name, color, rect.width())))
    if name in _POINTING and QGuiApplication.isRightToLeft():
        painter.save()
        painter.translate(rect.left() + rect.right(), 0)
        painter.scale(-1, 1)
        renderer.render(painter, rect)
        painter.restore()
    else:
        renderer.render(painter, rect)


def blank(size: int, dpr: float) -> QPixmap:
    """A transparent square of ``size`` logical pixels."""
    pixmap = QPixmap(round(size * dpr), round(size * dpr))
    pixmap.setDevicePixelRatio(dpr)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap


def pixmap(name: str, color: QColor, size: int, dpr: float) -> QPixmap:
    """The drawing ``name``, ``size`` logical pixels wide."""
    drawn = blank(size, dpr)
    with QPainter(drawn) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(painter, name, color, QRectF(0, 0, size, size))
    return drawn


def ratios() -> list[float]:
    """The pixel ratios an icon may be shown at."""
    return sorted({1.0, 2.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())})


def file_icon(names: dict[int, str]) -> QIcon:
    """An icon of drawings that keep their colours; ``names`` by the smallest size each is for."""
    icon = QIcon()
    for size in (16, 20, 22, 24, 32, 48, 64, 128, 256, 512):
        name = names[max(least for least in names if least <= size)]
        drawn = blank(size, 1.0)
        with QPainter(drawn) as painter:
            QSvgRenderer(QByteArray(source(name).encode())).render(painter, QRectF(0, 0, size, size))
        icon.addPixmap(drawn)
    return icon
