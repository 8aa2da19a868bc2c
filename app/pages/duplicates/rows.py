"""Paints files that are there more than once: a group hangs together by a thin line at its leading edge."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app import words
from app.pages.duplicates.twins import FOLDER, GONE, ROW, Row, TwinsModel
from app.search.delegate import paint_picture, paint_selection, paint_trouble
from app.search.file_rows import Index
from app.search.row_layout import BADGE_ICON, trouble
from app.search.thumbnails import Thumbnails
from app.theme import XS, L, M, S, theme

_ICON, _SMALL_ICON = 40, 32
_BESIDE = " · "

_Place = Callable[[int, int, int, int], QRect]
"""Where a box from (x, y) is, ``wide`` and ``high``, given as if read from left to right."""


class TwinDelegate(QStyledItemDelegate):
    """For a ``TwinsModel``; all rows are of one height, so that thousands cost nothing. Main thread only."""

    def __init__(self, model: TwinsModel, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._thumbnails = thumbnails
        self._dress()
        theme().changed.connect(self._dress)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        return QSize(0, self._height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW)
        whole: QRect = option.rect
        direction = option.direction
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Each text runs as its own letters do; its place is made to its measure.
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        if row.file.alike is None and index.row() > 0:
            painter.fillRect(QRect(whole.left() + L, whole.top(), whole.width() - 2 * L, 1), theme().color("line"))
        paint_selection(painter, option, whole, M)

        def place(x: int, y: int, wide: int, high: int) -> QRect:
            return QStyle.visualRect(direction, whole, QRect(whole.left() + x, whole.top() + y, wide, high))

        is_newest = row.file.alike is None
        side = _ICON if is_newest else _SMALL_ICON
        lead = L if is_newest else L + _ICON + M
        self._paint_thread(painter, row, place)
        icon = place(lead, (whole.height() - side) // 2, side, side)
        if row.file.kind == "picture":
            paint_picture(painter, self._thumbnails, row.file.picture, icon)
        else:
            dpr = painter.device().devicePixelRatioF()
            painter.drawPixmap(icon.topLeft(), theme().kind_pixmap(row.file.kind, side, dpr))
        start, end = lead + side + M, whole.width() - L
        ink, muted = theme().color("ink"), theme().color("ink-muted")
        is_gone: bool = index.data(GONE)

        def say_at_end(text: str, y: int, high: int) -> int:
            """Where it begins."""
            wide = _width(text, self._caption)
            painter.setPen(muted)
            painter.setFont(self._caption)
            _say(painter, place(end - wide, y, wide, high), text)
            return end - wide

        y = S
        name_end = say_at_end(self._facts(row), y, self._line) - M
        name = self._newest if is_newest else self._other
        painter.setPen(muted if is_gone else ink)
        painter.setFont(name)
        shown = QFontMetrics(name).elidedText(
            words.name_of(row.file.path), Qt.TextElideMode.ElideMiddle, max(0, name_end - start)
        )
        _say(painter, place(start, y, _width(shown, name), self._line), shown)
        y += self._line + 2
        folder_end = say_at_end(self._model.said(row), y, self._caption_line) - M
        if is_gone or row.file.offline:
            text = trouble(is_gone)
            wide = _width(text, self._caption)
            painter.setFont(self._caption)
            paint_trouble(
                painter, place(folder_end - wide, y, wide, self._caption_line), text, direction, is_gone=is_gone
            )
            folder_end -= wide + XS + BADGE_ICON + M
        painter.setPen(muted)
        painter.setFont(self._caption)
        folder = QFontMetrics(self._caption).elidedText(
            index.data(FOLDER), Qt.TextElideMode.ElideMiddle, max(0, folder_end - start)
        )
        _say(painter, place(start, y, _width(folder, self._caption), self._caption_line), folder)
        painter.restore()

    def _facts(self, row: Row) -> str:
        return _BESIDE.join(filter(None, [words.size(row.file.size), words.when(row.file.modified)]))

    def _paint_thread(self, painter: QPainter, row: Row, place: _Place) -> None:
        """From the newest down to each of the others."""
        color = theme().color("edge")
        x, middle = L + _ICON // 2, self._height // 2
        if row.file.alike is None:
            top = middle + _ICON // 2 + 2
            painter.fillRect(place(x, top, 1, self._height - top), color)
        else:
            painter.fillRect(place(x, 0, 1, middle if row.ends else self._height), color)
            painter.fillRect(place(x, middle, _ICON // 2 + M - XS, 1), color)

    def _dress(self) -> None:
        look = theme()
        self._newest, self._other = look.font("title", strong=True), look.font("body")
        self._caption = look.font("caption", tabular=True)
        self._line = math.ceil(QFontMetrics(self._newest).height())
        self._caption_line = math.ceil(QFontMetrics(self._caption).height())
        self._height = max(S + self._line + 2 + self._caption_line + S, _ICON + S)
        self.sizeHintChanged.emit(QModelIndex())


def _say(painter: QPainter, place: QRect, text: str) -> None:
    """In one line that runs as its own letters do. A text that was measured fits its place."""
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip, text)


def _width(text: str, font: QFont) -> int:
    """In whole pixels that hold it."""
    return math.ceil(QFontMetricsF(font).horizontalAdvance(text)) + 1
