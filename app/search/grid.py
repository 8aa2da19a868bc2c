"""Pictures side by side at their own ratios, in rows from edge to edge."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app import words
from app.controls.focus import ring
from app.search.delegate import paint_chance_line, paint_picture, paint_sign, paint_trouble, sign_of
from app.search.file_rows import Index
from app.search.hit_view import HitView
from app.search.result_model import AWAY, GONE, HIT, PICTURE, VERSIONS, ResultModel
from app.search.row_layout import BADGE_ICON, trouble
from app.search.thumbnails import Thumbnails
from app.theme import CONTROL_RADIUS, XS, L, S, theme
from indexer.answers import Hit

_ROW = 168
"""Height of a picture that a row aims at."""
_TALLEST = 1.35
"""How much higher than that a row may become to reach from edge to edge."""
_NARROWEST, _FLATTEST = 0.4, 3.0
_SPARE = 2
_GAP = S
"""Between pictures; half of it belongs to the cell on either side."""


def justified(ratios: Sequence[float], width: int, *, breaks: int | None = None) -> list[QSize]:
    """Sizes of cells, gaps included and names not, so that each row is ``width`` wide.

    Args:
        ratios: width to height of the pictures.
        breaks: the picture that begins a row whatever is before it.

    The last row, and one before a break, is not enlarged; its last cell takes what is left of it before a break.
    """
    sizes: list[QSize] = []
    start = 0
    while start < len(ratios):
        stop = len(ratios) if breaks is None or start >= breaks else min(breaks, len(ratios))
        end, total = start, 0.0
        while end < stop and (end == start or total * _ROW + (end - start) * _GAP < width):
            total += ratios[end]
            end += 1
        height = (width - (end - start) * _GAP) / total
        is_last = end == stop
        if is_last or height > _ROW * _TALLEST:
            height = min(height, _ROW)
        widths = [max(1, int(ratio * height) + _GAP) for ratio in ratios[start:end]]
        left = width - sum(widths)
        if left > 0 and (not is_last or (stop == breaks and end < len(ratios))):
            widths[-1] += left
        sizes += [QSize(min(wide, width), math.floor(height) + _GAP) for wide in widths]
        start = end
    return sizes


class PictureDelegate(QStyledItemDelegate):
    """For a ``ResultModel`` of pictures.

    Attributes:
        cells: size of each row's cell, without its name and the line of chance.
        name_height, chance_height: of the line with the name, and of the line of chance.
        chance_rows: what stands in one line with the first that is no better than chance.
    """

    def __init__(self, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.cells: Sequence[QSize] = ()
        self.chance_rows = range(0)
        self._thumbnails = thumbnails
        self._dress()
        theme().changed.connect(self._dress)

    def above(self, row: int) -> int:
        """Height of what is above the cell of ``row``."""
        return self.chance_height if row in self.chance_rows else 0

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        row = index.row()
        if row >= len(self.cells):
            return QSize(_ROW, _ROW)
        cell = self.cells[row]
        return QSize(cell.width(), cell.height() + self.name_height + self.above(row))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        hit: Hit = index.data(HIT)
        is_gone: bool = index.data(GONE)
        whole: QRect = option.rect
        cell = whole.adjusted(_GAP // 2, _GAP // 2 + self.above(index.row()), -_GAP // 2, -_GAP // 2)
        name = QRect(cell.left(), cell.bottom() + 1 - self.name_height, cell.width(), self.name_height)
        place = QRect(cell.left(), cell.top(), cell.width(), cell.height() - self.name_height)
        wide = min(place.width(), math.ceil(_ratio(hit) * place.height()))
        if place.width() - wide > _GAP:
            place = QStyle.alignedRect(
                option.direction, Qt.AlignmentFlag.AlignLeft, QSize(wide, place.height()), place
            )
            name = QStyle.alignedRect(option.direction, Qt.AlignmentFlag.AlignLeft, QSize(wide, name.height()), name)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, QRectF(place.united(name)).adjusted(-3, -3, 3, 1))
        paint_picture(painter, self._thumbnails, index.data(PICTURE), place)
        self._paint_name(painter, option, name, hit, is_gone=is_gone)
        corner = place.adjusted(XS, XS, -XS, -XS)
        if versions := index.data(VERSIONS):
            said = QCoreApplication.translate("Words", "+{count}").format(count=words.count(versions))
            wide = self._metrics.horizontalAdvance(said) + 2 * S
            pill = self._paint_pill(painter, option, corner, wide, Qt.AlignmentFlag.AlignRight)
            painter.setFont(self._font)
            painter.setPen(theme().color("ink"))
            painter.drawText(pill, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, said)
        if index.data(AWAY) is not None:
            pill = self._paint_pill(painter, option, corner, self._pill, Qt.AlignmentFlag.AlignLeft)
            sign = QRect(0, 0, BADGE_ICON, BADGE_ICON)
            sign.moveCenter(pill.center())
            paint_sign(painter, sign, sign_of(index), "ink")
        painter.restore()

    def _paint_pill(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, wide: int, side: Qt.AlignmentFlag
    ) -> QRect:
        """A quiet ground on one side of the top of ``room``, on which something is seen whatever the picture is."""
        size = QSize(min(wide, room.width()), self._pill)
        pill = QStyle.alignedRect(option.direction, side | Qt.AlignmentFlag.AlignTop, size, room)
        painter.setPen(QPen(theme().color("line"), 1))
        painter.setBrush(theme().color("raised"))
        box = QRectF(pill).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        return pill

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF) -> None:
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if not is_chosen and not option.state & QStyle.StateFlag.State_MouseOver:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("accent-soft" if is_chosen else "hover"))
        painter.drawRoundedRect(box, CONTROL_RADIUS, CONTROL_RADIUS)
        if is_chosen:
            ring(painter, box, CONTROL_RADIUS - 1)

    def _paint_name(
        self, painter: QPainter, option: QStyleOptionViewItem, name: QRect, hit: Hit, *, is_gone: bool
    ) -> None:
        painter.setFont(self._font)
        if is_gone or hit.offline:
            sign = BADGE_ICON + XS
            is_mirrored = option.direction == Qt.LayoutDirection.RightToLeft
            room = name.adjusted(0 if is_mirrored else sign, 0, -sign if is_mirrored else 0, 0)
            text = self._metrics.elidedText(trouble(is_gone), Qt.TextElideMode.ElideRight, room.width())
            wide = QSize(self._metrics.horizontalAdvance(text), room.height())
            room = QStyle.alignedRect(option.direction, Qt.AlignmentFlag.AlignLeft, wide, room)
            paint_trouble(painter, room, text, option.direction, is_gone=is_gone)
            return
        is_chosen = option.state & QStyle.StateFlag.State_Selected
        painter.setPen(theme().color("ink" if is_chosen else "ink-muted"))
        said = self._metrics.elidedText(words.name_of(hit.path), Qt.TextElideMode.ElideMiddle, name.width())
        painter.drawText(name, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, said)

    def _dress(self) -> None:
        self._font = theme().font("caption")
        self._metrics = QFontMetrics(self._font)
        self.name_height = self._metrics.height() + XS
        self.chance_height = self._metrics.height() + L
        self._pill = self._metrics.height() + XS


class PictureGrid(HitView):
    """Main thread only."""

    def __init__(self, model: ResultModel, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        self._cells = PictureDelegate(thumbnails)
        super().__init__(model, self._cells, thumbnails, parent)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        # Without it, rows would be made for a width that is another once they are too many.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setViewportMargins(S, 0, S, 0)

    def doItemsLayout(self) -> None:  # noqa: N802
        hits, chance = self._results.rows, self._results.chance_row
        # A cell that ends just where the view does would begin a row of its own.
        width = max(_ROW, self.viewport().width() - _SPARE)
        self._cells.cells = justified([_ratio(hit) for hit in hits], width, breaks=chance)
        self._cells.chance_rows = range(0) if chance is None else self._row_from(chance, width)
        super().doItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if self._cells.chance_rows:
            first = self.visualRect(self._results.index(self._cells.chance_rows.start))
            line = QRect(0, first.top(), self.viewport().width(), self._cells.chance_height)
            if line.intersects(event.rect()):
                with QPainter(self.viewport()) as painter:
                    paint_chance_line(painter, line, theme().font("caption"))

    def _row_from(self, start: int, width: int) -> range:
        """What stands in one line with ``start``, which begins it."""
        end, used = start, 0
        while end < len(self._cells.cells) and used + self._cells.cells[end].width() <= width:
            used += self._cells.cells[end].width()
            end += 1
        return range(start, end)


def _ratio(hit: Hit) -> float:
    """Width to height of the cell; of a picture whose size is not known, four to three."""
    if not hit.width or not hit.height:
        return 4 / 3
    return min(_FLATTEST, max(_NARROWEST, hit.width / hit.height))
