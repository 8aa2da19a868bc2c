"""Paints results as rows."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QObject,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.controls.focus import ring
from app.search.file_rows import Index
from app.search.result_model import AWAY, FOLDER, GONE, HIT, IS_OPEN, IS_VERSION, PICTURE, VERSIONS, ResultModel
from app.search.row_layout import BADGE_ICON, Measures, Row, lay_out, lay_out_version, sign_beside
from app.search.thumbnails import Thumbnails
from app.theme import CONTROL_RADIUS, XS, L, M, Role, S, theme
from indexer.answers import Hit

_KEPT = 400
_BAR = 3
_DASHES = [4.0, 4.0]


class ResultDelegate(QStyledItemDelegate):
    """For a ``ResultModel``. Main thread only.

    Attributes:
        thumbnails: where the pictures come from.
        dense: rows of one and a half lines, of which the ``grown`` one shows its snippet.
        grown: that row, or -1.
        pointed: the row whose number of versions the pointer is at, or -1.
    """

    def __init__(self, thumbnails: Thumbnails, *, dense: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.thumbnails = thumbnails
        self.dense = dense
        self.grown = self.pointed = -1
        self._measures = Measures()
        self._rows: OrderedDict[tuple[object, ...], Row] = OrderedDict()
        theme().changed.connect(self._dress)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        if index.data(IS_VERSION):
            return QSize(0, self._measures.version + self._below(index))
        grown = self.dense and index.row() == self.grown and bool(index.data(HIT).snippet)
        height = self._measures.height(dense=self.dense, grown=grown)
        return QSize(0, height + (self._measures.chance_line if _begins_chance(index) else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        whole: QRect = option.rect
        direction = option.direction
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Each text runs as its own letters do; its place is made to its measure.
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        if _begins_chance(index):
            line = QRect(whole.left(), whole.top(), whole.width(), self._measures.chance_line)
            paint_chance_line(painter, line, self._measures.caption)
            whole = whole.adjusted(0, line.height(), 0, 0)
        is_gone: bool = index.data(GONE)
        is_version: bool = index.data(IS_VERSION)
        self._paint_ground(painter, option, whole, index)
        row = self._row(index, whole.width(), direction)

        def place(rect: QRect) -> QRect:
            return QStyle.visualRect(direction, whole, rect.translated(whole.topLeft()))

        look = theme()
        ink, muted = look.color("ink-muted" if is_gone else "ink"), look.color("ink-muted")
        self._paint_icon(painter, row, place(row.icon), index)
        if row.picture is not None:
            side = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            paint_picture(painter, self.thumbnails, index.data(PICTURE), place(row.picture), side)
        painter.setPen(ink)
        painter.setFont(self._measures.body if is_version else self._measures.title)
        _say(painter, place(row.title.place), row.title.text)
        painter.setPen(muted)
        painter.setFont(self._measures.caption)
        for piece in row.quiet:
            _say(painter, place(piece.place), piece.text)
        if row.snippet is not None:
            row.snippet.draw(painter, QPointF(place(row.snippet_place).topLeft()), ink, look.color("mark"))
        if row.badge is not None:
            paint_trouble(painter, place(row.badge.place), row.badge.text, direction, is_gone=is_gone)
        if row.mark is not None:
            paint_sign(painter, place(row.mark), sign_of(index))
        if row.fold is not None:
            role: Role = "ink" if index.row() == self.pointed else "ink-muted"
            at = place(row.fold.place)
            chevron = "chevron-down" if index.data(IS_OPEN) else "chevron-right"
            paint_sign(painter, sign_beside(at, direction), chevron, role)
            painter.setPen(look.color(role))
            _say(painter, at, row.fold.text)
        painter.restore()

    def fold_place(self, whole: QRect, index: Index, direction: Qt.LayoutDirection) -> QRect:
        """Where a click shows or hides the versions of the hit at ``index``, whose row is ``whole``; empty for none."""
        if not index.data(VERSIONS):
            return QRect()
        row = self._row(index, whole.width(), direction)
        if row.fold is None:
            return QRect()
        above = self._measures.chance_line if _begins_chance(index) else 0
        at = QStyle.visualRect(direction, whole, row.fold.place.translated(whole.left(), whole.top() + above))
        return at.united(sign_beside(at, direction)).adjusted(-S, -XS, S, XS)

    def _row(self, index: Index, width: int, direction: Qt.LayoutDirection) -> Row:
        hit: Hit = index.data(HIT)
        folder, gone, marked = index.data(FOLDER), index.data(GONE), index.data(AWAY) is not None
        is_version, versions, grown = index.data(IS_VERSION), index.data(VERSIONS), index.row() == self.grown
        key = (hit.path, folder, width, gone, marked, is_version, versions, grown)
        row = self._rows.get(key)
        if row is None or row.hit is not hit:
            if is_version:
                row = lay_out_version(hit, folder, self._measures, width, gone=gone, dense=self.dense, marked=marked)
            else:
                row = lay_out(
                    hit, folder, self._measures, width, direction, gone=gone, dense=self.dense, grown=grown,
                    versions=versions, marked=marked,
                )
            self._rows[key] = row
            if len(self._rows) > _KEPT:
                self._rows.popitem(last=False)
        self._rows.move_to_end(key)
        return row

    def _below(self, index: Index) -> int:
        """Height of what is free below the last version of a hit."""
        return 0 if self.dense or not index.data(IS_VERSION) or _is_version_below(index) else S

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, whole: QRect, index: Index) -> None:
        look = theme()
        below = self._below(index)
        has_ground = bool(option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver))
        if not self.dense and not _is_version_below(index) and (below or not has_ground):
            painter.fillRect(QRect(whole.left() + L, whole.bottom(), whole.width() - 2 * L, 1), look.color("line"))
        whole = whole.adjusted(0, 0, 0, -below)
        paint_selection(painter, option, whole, S if index.data(IS_VERSION) else M)

    def _paint_icon(self, painter: QPainter, row: Row, place: QRect, index: Index) -> None:
        if row.is_icon_picture:
            paint_picture(painter, self.thumbnails, index.data(PICTURE), place)
            return
        dpr = painter.device().devicePixelRatioF()
        painter.drawPixmap(place.topLeft(), theme().kind_pixmap(row.hit.kind, place.width(), dpr))

    def _dress(self) -> None:
        self._measures = Measures()
        self._rows.clear()
        self.sizeHintChanged.emit(QModelIndex())


def paint_selection(painter: QPainter, option: QStyleOptionViewItem, whole: QRect, above: int) -> None:
    """The ground of the row ``whole`` where it is selected or pointed at; its bar begins ``above`` pixels down."""
    look = theme()
    ground = QRectF(whole).adjusted(XS, 1, -XS, -1)
    painter.setPen(Qt.PenStyle.NoPen)
    if option.state & QStyle.StateFlag.State_Selected:
        painter.setBrush(look.color("accent-soft"))
        painter.drawRoundedRect(ground, CONTROL_RADIUS, CONTROL_RADIUS)
        if option.state & QStyle.StateFlag.State_HasFocus:
            ring(painter, ground, CONTROL_RADIUS - 1)
        else:
            bar = QRect(round(ground.left()), whole.top() + above, _BAR, whole.height() - 2 * above)
            painter.setBrush(look.color("accent"))
            painter.drawRoundedRect(QRectF(QStyle.visualRect(option.direction, whole, bar)), _BAR / 2, _BAR / 2)
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(look.color("hover"))
        painter.drawRoundedRect(ground, CONTROL_RADIUS, CONTROL_RADIUS)


def paint_chance_line(painter: QPainter, line: QRect, font: QFont) -> None:
    """The line below which nothing is nearer to the question than chance, in the middle of ``line``."""
    look = theme()
    text = QCoreApplication.translate("Words", "below here is chance")
    wide = QFontMetrics(font).horizontalAdvance(text)
    middle, y = line.center().x(), line.center().y() + 0.5
    pen = QPen(look.color("edge"), 1)
    pen.setDashPattern(_DASHES)
    painter.setPen(pen)
    painter.drawLine(QPointF(line.left() + L, y), QPointF(middle - wide / 2 - M, y))
    painter.drawLine(QPointF(middle + wide / 2 + M, y), QPointF(line.right() - L, y))
    painter.setPen(look.color("ink-muted"))
    painter.setFont(font)
    painter.drawText(line, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, text)


def paint_trouble(
    painter: QPainter, place: QRect, text: str, direction: Qt.LayoutDirection, *, is_gone: bool
) -> None:
    """What keeps a file from being opened, with its sign before ``place``."""
    role: Role = "bad" if is_gone else "warn"
    paint_sign(painter, sign_beside(place, direction), "warning" if is_gone else "offline", role)
    painter.setPen(theme().color(role))
    _say(painter, place, text)


def paint_sign(painter: QPainter, place: QRect, name: str, role: Role = "ink-muted") -> None:
    """A drawing of ``BADGE_ICON`` pixels."""
    dpr = painter.device().devicePixelRatioF()
    painter.drawPixmap(place.topLeft(), theme().pixmap(name, role, BADGE_ICON, dpr))


def sign_of(index: Index) -> str:
    """The drawing that says which way the file of this row pulls the results, where it is an example."""
    return "further" if index.data(AWAY) else "nearer"


def paint_picture(
    painter: QPainter, thumbnails: Thumbnails, name: str | None, place: QRect,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignCenter,
) -> None:
    """The picture ``name`` on the ``side`` of ``place``; while it is not there, a sign where it will be."""
    look = theme()
    dpr = painter.device().devicePixelRatioF()
    pixmap = thumbnails.pixmap(name, place.size(), dpr) if name else None
    box = QRectF(place)
    if pixmap is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("hover"))
        painter.drawRoundedRect(box, XS, XS)
        edge = BADGE_ICON if min(place.width(), place.height()) < 3 * BADGE_ICON else 24
        sign = QRectF(0, 0, edge, edge)
        sign.moveCenter(box.center())
        painter.drawPixmap(sign.topLeft(), look.pixmap("picture", "ink-muted", edge, dpr))
    else:
        size = pixmap.deviceIndependentSize().toSize()
        box = QRectF(QStyle.alignedRect(Qt.LayoutDirection.LeftToRight, side, size, place))
        painter.drawPixmap(box.topLeft(), pixmap)
    painter.setPen(QPen(look.color("line"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), XS, XS)


def _is_version_below(index: Index) -> bool:
    return bool(index.model().index(index.row() + 1, 0).data(IS_VERSION))


def _begins_chance(index: Index) -> bool:
    model = index.model()
    return isinstance(model, ResultModel) and model.chance_row == index.row()


def _say(painter: QPainter, place: QRect, text: str) -> None:
    """In one line that runs as its own letters do. A text that was measured fits its place."""
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip, text)
