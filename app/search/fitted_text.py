"""A few lines of a text, shortened where it does not fit, with marks behind the words that were found."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle

from app.preview.manuscript import units
from indexer.answers import Spans

_MORE = "…"
_LEAD = 24
"""Characters shown before the first found word where the text has to begin later."""
_ROUND = 3.0
_BESIDE = 1.5
"""Pixels by which a mark is wider than the word on either side."""
_LEADING = 2
"""Pixels between lines."""


class FittedText:
    """Laid out once, drawn often. Main thread only.

    Attributes:
        text: what is shown of the text.
        lines: how many it takes.
        marks: boxes behind found words, from the text's corner.
    """

    def __init__(
        self, text: str, spans: Spans, font: QFont, width: int, lines: int, direction: Qt.LayoutDirection
    ) -> None:
        """Of ``text`` as many ``lines`` as there are, ``width`` pixels wide, on the side where ``direction`` begins.

        ``spans``: found words, (start, end) in characters. Where the first is beyond what fits, the text begins later.
        """
        self._font = font
        self._metrics = QFontMetricsF(font)
        self._width = max(1, width)
        self._most_lines = lines
        self._step = line_step(font)
        # The text runs as its own letters do, and stands where the window's language says.
        side = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
        self._option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
        self._option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self._option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        seen = self._fit(text)
        if spans and units(text[: spans[0][1]]) > seen:
            cut = _begin(text, spans[0][0])
            text = _MORE + text[cut:]
            spans = tuple((start - cut + len(_MORE), end - cut + len(_MORE)) for start, end in spans)
            seen = self._fit(text)
        self.marks = self._boxes([
            (units(text[:start]), min(seen, units(text[:end]))) for start, end in spans if units(text[:start]) < seen
        ])

    @property
    def text(self) -> str:
        return self._layout.text()

    @property
    def lines(self) -> int:
        return self._layout.lineCount()

    def draw(self, painter: QPainter, at: QPointF, ink: QColor, mark: QColor) -> None:
        """Draw with the upper left corner ``at``."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mark)
        for box in self.marks:
            painter.drawRoundedRect(box.translated(at), _ROUND, _ROUND)
        painter.setPen(ink)
        self._layout.draw(painter, at)

    def _fit(self, text: str) -> int:
        """How many units of ``text`` are seen."""
        last, end = self._break(text)
        if end >= units(text):
            return end
        raw = text.encode("utf-16-le", "surrogatepass")[2 * last :]
        rest = raw.decode("utf-16-le", "surrogatepass")
        cut = self._metrics.elidedText(rest, Qt.TextElideMode.ElideRight, self._width - 1)
        before = text[: len(text) - len(rest)]
        self._break(before + cut)
        return units(before + cut) - len(_MORE)

    def _break(self, text: str) -> tuple[int, int]:
        """Begin of the last line and end of the text, in units, as far as the lines take it."""
        self._layout = QTextLayout(text, self._font)
        self._layout.setTextOption(self._option)
        self._layout.setCacheEnabled(True)
        last = end = 0
        self._layout.beginLayout()
        for number in range(self._most_lines):
            line = self._layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(self._width)
            # Letters of another font may be higher; the lines stand where the rows have room for them.
            line.setPosition(QPointF(0, number * self._step + self._metrics.ascent() - line.ascent()))
            last, end = line.textStart(), line.textStart() + line.textLength()
        self._layout.endLayout()
        return last, end

    def _boxes(self, spans: list[tuple[int, int]]) -> list[QRectF]:
        """Of each word, in each line, one per run of letters: words written in two directions are not of a piece."""
        boxes: list[QRectF] = []
        tall = math.ceil(self._metrics.height())
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            first, last = line.textStart(), line.textStart() + line.textLength()
            for start, end in spans:
                start, end = max(start, first), min(end, last)
                if start < end:
                    boxes += [
                        QRectF(run.left() - _BESIDE, number * self._step, run.width() + 2 * _BESIDE, tall)
                        for run in (glyphs.boundingRect() for glyphs in line.glyphRuns(start, end - start))
                    ]
        return boxes


def line_step(font: QFont) -> int:
    """Pixels from line to line."""
    return math.ceil(QFontMetricsF(font).height()) + _LEADING


def _begin(text: str, start: int) -> int:
    """Where to begin, so that the word at ``start`` is seen: at a word not far before it."""
    earliest = max(0, start - _LEAD)
    space = text.find(" ", earliest, start)
    return space + 1 if space >= 0 else earliest
