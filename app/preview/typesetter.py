"""Puts the lines of a text into its view: those that are looked at at once, the rest piece by piece."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from app.preview.manuscript import Line, line_at, units

_FIRST_CHARACTERS = 24_000
_MORE_CHARACTERS = 48_000
"""Characters laid out at once: some milliseconds."""
_MORE_MS = 8


class Typesetter(QObject):
    """Works for ``view``, whose text nobody else sets. Its blocks are the lines from one to another, in order."""

    def __init__(self, view: QPlainTextEdit) -> None:
        super().__init__(view)
        self._view = view
        self._first = self._end = 0
        self._more = QTimer(self, singleShot=True, interval=_MORE_MS)
        self._more.timeout.connect(self._load_more)
        self.lines: Sequence[Line] = ()

    @property
    def is_complete(self) -> bool:
        """Whether all of the text is laid out."""
        return self._first == 0 and self._end == len(self.lines)

    def begin(self, lines: Sequence[Line], place: int) -> None:
        """Lay out another text, from what is around the character at ``place``."""
        self.lines = lines
        self._load_around(line_at(lines, place))

    def reach(self, place: int) -> None:
        """See to it that what is around the character at ``place`` is laid out."""
        wanted = line_at(self.lines, place)
        if not self._first <= wanted < self._end:
            self._load_around(wanted)

    def clear(self) -> None:
        """No text."""
        self._more.stop()
        self.lines, self._first, self._end = (), 0, 0
        self._view.clear()

    def finish(self) -> None:
        """Lay out all that is still to come."""
        self._more.stop()
        if self._end < len(self.lines):
            self._append(len(self.lines))
        if self._first > 0:
            self._prepend(0)

    def line_of(self, block: QTextBlock) -> Line | None:
        """The line that ``block`` shows; None for the one block of no text."""
        index = self._first + block.blockNumber()
        return self.lines[index] if index < self._end else None

    def position(self, place: int) -> int:
        """Of a character of the text in the document; what is not laid out yet is at its nearer end."""
        index = line_at(self.lines, place)
        if index < self._first:
            return 0
        if index >= self._end:
            return self._view.document().characterCount() - 1
        line = self.lines[index]
        start = self._view.document().findBlockByNumber(index - self._first).position()
        return start + units(line.text[: place - line.start])

    def _load_around(self, wanted: int) -> None:
        self._first = self._back(wanted, _FIRST_CHARACTERS // 4)
        self._end = self._on(wanted, _FIRST_CHARACTERS)
        self._view.setPlainText("\n".join(line.text for line in self.lines[self._first : self._end]))
        self._dress_headings(self._first, self._end)
        if not self.is_complete:
            self._more.start()

    def _load_more(self) -> None:
        if self._end < len(self.lines):
            self._append(self._on(self._end, _MORE_CHARACTERS))
        elif self._first > 0:
            self._prepend(self._back(self._first, _MORE_CHARACTERS))
        if not self.is_complete:
            self._more.start()

    def _on(self, start: int, characters: int) -> int:
        """The end of the lines from ``start`` that have as many characters."""
        end = start
        while end < len(self.lines) and characters > 0:
            characters -= len(self.lines[end].text) + 1
            end += 1
        return end

    def _back(self, end: int, characters: int) -> int:
        """The first of the lines before ``end`` that have as many characters."""
        start = end
        while start > 0 and characters > 0:
            start -= 1
            characters -= len(self.lines[start].text) + 1
        return start

    def _append(self, end: int) -> None:
        cursor = QTextCursor(self._view.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        start, self._end = self._end, end
        cursor.insertText("\n" + "\n".join(line.text for line in self.lines[start:end]), QTextCharFormat())
        self._dress_headings(start, end)

    def _prepend(self, first: int) -> None:
        """What is on the screen stays where it is."""
        view, bar = self._view, self._view.verticalScrollBar()
        top = view.firstVisibleBlock()
        number, beyond = top.blockNumber(), bar.value() - top.firstLineNumber()
        added = self.lines[first : self._first]
        end, self._first = self._first, first
        view.setUpdatesEnabled(False)
        cursor = QTextCursor(view.document())
        cursor.insertText("".join(f"{line.text}\n" for line in added), QTextCharFormat())
        self._dress_headings(first, end)
        bar.setValue(view.document().findBlockByNumber(number + len(added)).firstLineNumber() + beyond)
        view.setUpdatesEnabled(True)

    def _dress_headings(self, start: int, end: int) -> None:
        style = QTextCharFormat()
        style.setFontWeight(QFont.Weight.DemiBold)
        for index in range(start, end):
            if self.lines[index].form == "heading":
                cursor = QTextCursor(self._view.document().findBlockByNumber(index - self._first))
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(style)
