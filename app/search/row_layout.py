"""Where everything of a result's row stands, and the texts as they fit. Places are those of a language that runs from
left to right."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QDate, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF

from app import words
from app.counted import Counted
from app.search import wording
from app.search.fitted_text import FittedText, line_step
from app.search.result_model import picture_of
from app.theme import XL, XS, L, M, S, theme
from indexer.answers import Hit

ICON = 44
DENSE_ICON = 32
VERSION_ICON = 20
BADGE_ICON = 16
_BESIDE = " + "
_MORE = "…"
_SNIPPET_LINES = 2
_WIDEST = 128
"""Of the picture at the end of a row, which is as high as what is written."""
_LEAST_TEXT = 160
"""Width of the text below which the picture stands in the icon's place."""


class Measures:
    """Fonts of a row and their lines' heights; of the theme as it is when this is made."""

    def __init__(self) -> None:
        look = theme()
        self.title = look.font("title", strong=True)
        self.body = look.font("body")
        self.caption = look.font("caption", tabular=True)
        self.title_line, self.caption_line = (
            math.ceil(QFontMetrics(font).height()) for font in (self.title, self.caption)
        )
        self.body_line = line_step(self.body)
        self.chance_line = self.caption_line + L
        self.version = math.ceil(QFontMetrics(self.body).height()) + M
        self.date = _width(words.date(QDate(2000, 12, 30)), self.caption)

    def height(self, *, dense: bool, grown: bool) -> int:
        """Of a row without the line of chance."""
        head = self.title_line + 2 + self.caption_line
        snippet = XS + _SNIPPET_LINES * self.body_line
        if dense:
            return S + head + (snippet if grown else 0) + S
        return M + head + snippet + XS + self.caption_line + M


@dataclass(frozen=True, slots=True)
class Piece:
    """A text that fits its place, in one line."""

    text: str
    place: QRect


@dataclass(frozen=True, slots=True)
class Row:
    """Places are from the row's corner, the line of chance not counted.

    Attributes:
        icon: of the file's kind, or of the picture where there is no room for it elsewhere: ``is_icon_picture``.
        picture: of the picture, or None.
        quiet: date, folder, place in the file and reasons.
        badge: what keeps the file from being opened, or None; its icon stands before it.
        mark: of the sign that the question names the file as an example, or None.
        fold: what says how many versions there are, or None; a sign stands before it that says whether they are seen.
    """

    hit: Hit
    title: Piece
    quiet: tuple[Piece, ...]
    snippet: FittedText | None
    snippet_place: QRect
    icon: QRect
    is_icon_picture: bool
    picture: QRect | None
    badge: Piece | None
    mark: QRect | None = None
    fold: Piece | None = None


def lay_out(
    hit: Hit, folder: str, measures: Measures, width: int, direction: Qt.LayoutDirection, *, gone: bool, dense: bool,
    grown: bool, versions: int = 0, marked: bool = False,
) -> Row:
    """The row of ``hit``, which is in ``folder`` as a person says it, ``width`` pixels wide.

    ``versions``: how many others there are. ``marked``: it is an example.
    """
    top = S if dense else M
    name = picture_of(hit)
    icon = QRect(L, top, DENSE_ICON, DENSE_ICON) if dense else QRect(L, top, ICON, ICON)
    start, end = icon.right() + 1 + M, width - L
    y, line = top, measures.caption_line
    picture = None
    if name is not None and not dense:
        size = picture_size(hit, QSize(_WIDEST, measures.height(dense=False, grown=False) - 2 * M))
        if end - start - size.width() - L >= _LEAST_TEXT:
            picture = QRect(end - size.width(), y, size.width(), size.height())
            end = picture.left() - L
    date = _piece(words.when(hit.modified), measures.caption, end, y, end - start, measures.title_line, at_end=True)
    title_end = date.place.left() - M if date.text else end
    mark = None
    if marked:
        mark = _sign_before(QRect(title_end, y, 0, measures.title_line), 0)
        title_end = mark.left() - M
    # Of a name the ending tells something, of a title the beginning.
    mode = Qt.TextElideMode.ElideRight if hit.title else Qt.TextElideMode.ElideMiddle
    title = _piece(wording.title(hit), measures.title, start, y, title_end - start, measures.title_line, mode)
    y += measures.title_line + 2
    snippet_place = QRect(start, y + line + XS, end - start, 0)
    snippet = None
    if hit.snippet and (grown or not dense):
        snippet = FittedText(hit.snippet, hit.highlights, measures.body, end - start, _SNIPPET_LINES, direction)
        snippet_place.setHeight(snippet.lines * measures.body_line)
    last_line = y if dense else snippet_place.top() + (snippet_place.height() + XS if snippet else 0)
    badge, fold, line_end = None, None, end
    if gone or hit.offline:
        badge = _piece(trouble(gone), measures.caption, end, last_line, (end - start) // 2, line, at_end=True)
        line_end = _sign_before(badge.place).left() - L
    if versions:
        said = Counted().versions(versions)
        if dense or _width(said, measures.caption) > (end - start) // 3:
            said = _short(versions)
        fold = _piece(said, measures.caption, line_end, last_line, (end - start) // 3, line, at_end=True)
        line_end = _sign_before(fold.place).left() - L
    room = (line_end if dense else end) - start
    where = words.place(hit.locator)
    wide = min(room // 2, _width(where, measures.caption)) + L if where else 0
    said = _file_in(hit, folder)
    home = _piece(said, measures.caption, start, y, room - wide, line, Qt.TextElideMode.ElideMiddle)
    place = _piece(where, measures.caption, home.place.left() + home.place.width() + L, y, wide - L, line)
    quiet = [date, home, place]
    if not dense:
        reasons = _BESIDE.join(words.reasons(hit.why, hit.kind))
        quiet.append(_piece(reasons, measures.caption, start, last_line, line_end - start, line))
    return Row(
        hit, title, tuple(piece for piece in quiet if piece.text), snippet, snippet_place, icon,
        name is not None and picture is None, picture, badge, mark, fold,
    )


def lay_out_version(
    hit: Hit, folder: str, measures: Measures, width: int, *, gone: bool, dense: bool, marked: bool = False
) -> Row:
    """The row of a version of the hit above it: one line, which begins where the texts of that hit do."""
    high = measures.version
    icon = QRect(L + (DENSE_ICON if dense else ICON) + M, (high - VERSION_ICON) // 2, VERSION_ICON, VERSION_ICON)
    start, end = icon.right() + 1 + S, width - L
    quiet: list[Piece] = []
    if end - start > _LEAST_TEXT:
        date = _piece(words.when(hit.modified), measures.caption, end, 0, (end - start) // 2, high, at_end=True)
        quiet.append(date)
        end -= max(measures.date, date.place.width()) + L
    if end - start > _LEAST_TEXT:
        size = _piece(words.size(hit.size), measures.caption, end, 0, end - start, high, at_end=True)
        quiet.append(size)
        end = size.place.left() - L
    mark = None
    if marked:
        mark = _sign_before(QRect(end, 0, 0, high), 0)
        end = mark.left() - M
    room = end - start
    is_trouble = gone or hit.offline
    said = trouble(gone) if is_trouble else folder if room > _LEAST_TEXT else ""
    least = L + BADGE_ICON + XS if is_trouble else 0
    beside = max(least, min(least + L + _width(said, measures.caption), room * 2 // 5)) if said else 0
    name = words.name_of(hit.path)
    title = _piece(name, measures.body, start, 0, room - beside, high, Qt.TextElideMode.ElideMiddle)
    at = title.place.right() + 1 + L
    badge = None
    if is_trouble:
        at += BADGE_ICON + XS
        badge = _piece(said, measures.caption, at, 0, end - at, high)
    else:
        quiet.append(_piece(said, measures.caption, at, 0, end - at, high, Qt.TextElideMode.ElideMiddle))
    shown = tuple(piece for piece in quiet if piece.text)
    return Row(hit, title, shown, None, QRect(), icon, False, None, badge, mark)


def sign_beside(place: QRect, direction: Qt.LayoutDirection) -> QRect:
    """Of the sign that stands before the text in ``place``, both as they are seen."""
    sign = _sign_before(place)
    if direction == Qt.LayoutDirection.RightToLeft:
        sign.moveLeft(place.right() + 1 + XS)
    return sign


def picture_size(hit: Hit, room: QSize) -> QSize:
    """Of the picture of ``hit`` at its own ratio within ``room``; of one whose size is not known, four to three."""
    known = QSize(hit.width or 0, hit.height or 0)
    ratio = known if hit.picture and not known.isEmpty() else QSize(4, 3)
    return ratio.scaled(room, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(XL, XL)).boundedTo(room)


def trouble(gone: bool) -> str:
    """What keeps a file from being opened that is gone, or else on a disk that is not there."""
    if gone:
        return QCoreApplication.translate("Words", "No longer there")
    return QCoreApplication.translate("Words", "Disk not connected")


def _short(versions: int) -> str:
    return QCoreApplication.translate("Words", "+{count}").format(count=words.count(versions))


def _sign_before(place: QRect, gap: int = XS) -> QRect:
    return QRect(place.left() - gap - BADGE_ICON, place.center().y() - BADGE_ICON // 2 + 1, BADGE_ICON, BADGE_ICON)


def _file_in(hit: Hit, folder: str) -> str:
    """The folder; also the file's name where the title is another."""
    if not hit.title:
        return folder
    told = QCoreApplication.translate("Words", "{name} in {folder}")
    return told.format(name=words.name_of(hit.path), folder=folder)


def _piece(
    text: str, font: QFont, x: int, y: int, room: int, height: int,
    mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight, *, at_end: bool = False,
) -> Piece:
    """``text`` from ``x`` on, or up to ``x``; ``room`` wide at most, and nothing where no letter fits."""
    shown = QFontMetrics(font).elidedText(text, mode, max(0, room))
    shown = "" if shown == _MORE else shown
    wide = _width(shown, font)
    return Piece(shown, QRect(x - wide if at_end else x, y, wide, height))


def _width(text: str, font: QFont) -> int:
    """In whole pixels that hold it."""
    return math.ceil(QFontMetricsF(font).horizontalAdvance(text)) + 1
