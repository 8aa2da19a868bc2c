"""A file's text: plain, selectable, of any length, with the passage that was found marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QMenu, QPlainTextEdit, QTextEdit, QWidget

from app.preview.manuscript import Line
from app.preview.margin import Margin, Row
from app.preview.spots import Spot
from app.preview.typesetter import Typesetter
from app.theme import S, theme

_SMALLEST, _LARGEST = -4, 16
_PASSAGE_OPACITY = 0.45
_SHOWN_ABOVE = 0.25
"""Share of the height that is above what is scrolled to."""


class TextView(QPlainTextEdit):
    """Read only. What is around the passage is there at once, the rest follows piece by piece.

    Signals:
        passage_copied: the menu asks to copy the passage.
    """

    passage_copied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typesetter = Typesetter(self)
        self._spot: Spot | None = None
        self._is_numbered = False
        self._steps = 0
        self._wheel = 0
        self._margin = Margin(self, self)
        self.setAccessibleName(self.tr("Text of the file"))
        self.setProperty("bare", True)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(S)
        theme().changed.connect(self._dress)
        self._dress()

    def show_lines(self, lines: Sequence[Line], spot: Spot | None, *, is_numbered: bool) -> None:
        """Show another text, at ``spot``, else from its beginning. ``is_numbered``: a program's text, with numbers."""
        self._spot, self._is_numbered = spot, is_numbered
        self._typesetter.begin(lines, spot.focus if spot is not None else 0)
        self._dress_text()
        self._mark()
        self._scroll_to_spot()

    def show_spot(self, spot: Spot | None) -> None:
        """Mark another passage of the same text, and go there."""
        self._spot = spot
        self._typesetter.reach(spot.focus if spot is not None else 0)
        self._mark()
        self._scroll_to_spot()

    def clear_text(self) -> None:
        """Show nothing."""
        self._spot = None
        self.setExtraSelections([])
        self._typesetter.clear()

    @property
    def is_complete(self) -> bool:
        """Whether all of the text is laid out."""
        return self._typesetter.is_complete

    def enlarge(self, steps: int) -> None:
        """Larger or smaller letters; 0 is their usual size."""
        self._steps = max(_SMALLEST, min(_LARGEST, self._steps + steps)) if steps else 0
        self._dress_text()

    def _is_marked(self, line: Line) -> bool:
        return (
            self._spot is not None and line.form != "heading" and line.start < self._spot.end
            and line.start + max(1, len(line.text)) > self._spot.start
        )

    def event(self, event: QEvent) -> bool:
        # What is selected here is copied, whatever else the window does with the same keys.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_copy = event.matches(QKeySequence.StandardKey.Copy) and self.textCursor().hasSelection()
            if is_copy or event.matches(QKeySequence.StandardKey.SelectAll):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self._typesetter.finish()
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._wheel += event.angleDelta().y()
        notches = int(self._wheel / 120)
        if notches:
            self._wheel -= 120 * notches
            self.enlarge(notches)
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._margin.place()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._set_margin()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction(theme().icon("copy"), self.tr("Copy"), self.copy)
        copy.setEnabled(self.textCursor().hasSelection())
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        passage = menu.addAction(theme().icon("copy-text"), self.tr("Copy the passage"), self.passage_copied.emit)
        passage.setEnabled(self._spot is not None)
        menu.addSeparator()
        everything = menu.addAction(self.tr("Select all"), self._select_all)
        everything.setShortcut(QKeySequence(QKeySequence.StandardKey.SelectAll))
        menu.popup(event.globalPos())

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802
        data = QMimeData()
        data.setText(self.selected_text())
        return data

    def selected_text(self) -> str:
        """What is selected, its lines as they are in the file."""
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        block = self.document().findBlock(start)
        pieces: list[str] = []
        while block.isValid() and block.position() <= end:
            line = self._typesetter.line_of(block)
            if pieces and line is not None and line.form != "continued":
                pieces.append("\n")
            wide = block.text().encode("utf-16-le", "surrogatepass")
            first, last = max(0, start - block.position()), min(end - block.position(), block.length() - 1)
            pieces.append(wide[2 * first : 2 * last].decode("utf-16-le", "replace"))
            block = block.next()
        return "".join(pieces)

    def _select_all(self) -> None:
        self._typesetter.finish()
        self.selectAll()

    def _mark(self) -> None:
        selections = []
        if self._spot is not None:
            ground = theme().color("mark")
            ground.setAlphaF(_PASSAGE_OPACITY)
            selections.append(self._selection(self._spot.start, self._spot.end, ground))
            for start, end in self._spot.words:
                word = self._selection(start, end, theme().color("mark"))
                word.format.setFontUnderline(True)
                word.format.setUnderlineColor(theme().color("ink-muted"))
                selections.append(word)
        self.setExtraSelections(selections)
        self._margin.update()

    def _selection(self, start: int, end: int, ground: QColor) -> QTextEdit.ExtraSelection:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._typesetter.position(start))
        cursor.setPosition(self._typesetter.position(end), QTextCursor.MoveMode.KeepAnchor)
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor
        selection.format.setBackground(ground)
        return selection

    def _scroll_to_spot(self) -> None:
        if self._spot is None:
            self.verticalScrollBar().setValue(0)
            return
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._typesetter.position(self._spot.focus))
        self.setTextCursor(cursor)
        layout = cursor.block().layout()
        row = layout.lineForTextPosition(cursor.positionInBlock()).lineNumber() if layout.lineCount() else 0
        rows = self.viewport().height() / max(1, self.fontMetrics().lineSpacing())
        self.verticalScrollBar().setValue(int(cursor.block().firstLineNumber() + row - rows * _SHOWN_ABOVE))

    def _dress(self) -> None:
        self._dress_text()
        self._mark()

    def _dress_text(self) -> None:
        font = theme().font("mono" if self._is_numbered else "body")
        font.setPointSizeF(max(5.0, font.pointSizeF() * (1 + self._steps / 10)))
        self.setFont(font)
        self.setTabStopDistance(4 * self.fontMetrics().horizontalAdvance(" "))
        self._set_margin()

    def _set_margin(self) -> None:
        width = self._margin.sizeHint().width()
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            self.setViewportMargins(0, 0, width, 0)
        else:
            self.setViewportMargins(width, 0, 0, 0)
        self._margin.place()

    def rows(self, bottom: int) -> Iterator[Row]:
        """Lines on the screen down to ``bottom`` pixels."""
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and top <= bottom:
            height = self.blockBoundingRect(block).height()
            text_height = block.layout().boundingRect().height()
            line = self._typesetter.line_of(block)
            if line is not None:
                yield Row(round(top), round(text_height), line.number, self._is_marked(line))
            top += height
            block = block.next()

    @property
    def highest_number(self) -> int | None:
        """The highest number of a line, or None where lines are not numbered."""
        numbers = (line.number for line in reversed(self._typesetter.lines) if line.number is not None)
        return next(numbers, None) if self._is_numbered else None
