"""The search field: what is typed, what was typed before, and what the query language offers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from app.controls import ClearAction
from app.memory import Memory
from app.search.media import holds_media
from app.search.offers import Offer, Offers
from app.theme import theme
from indexer.paths import display
from indexer.query import complete

_OFFERS = 8
_PAGE = 6
_LENS = 24


class SearchField(QLineEdit):
    """Keys that are not for typing go to whoever listens.

    Args:
        folders: paths that ``in:`` may offer.
        turn: does what an arrow key to the side is for in the results, or tells that it is for nothing there. It is
            asked while the cursor is behind all that is typed.

    Signals:
        walked: rows to go in the results. opened: open the current result, or its folder.
        media_given: a file or picture was dropped or pasted.
    """

    walked = Signal(int)
    opened = Signal(bool)
    media_given = Signal(QMimeData)

    def __init__(
        self, memory: Memory, folders: Callable[[], Sequence[str]], turn: Callable[[int], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._memory = memory
        self._turn = turn
        self._folders = folders
        self.setFont(theme().font("search"))
        self.setPlaceholderText(self.tr("What do you remember?"))
        self.setAccessibleName(self.tr("Search"))
        self.setAcceptDrops(True)
        self._lens = self.addAction(
            theme().icon("search", "ink-muted", _LENS), QLineEdit.ActionPosition.LeadingPosition
        )
        self._lens.setToolTip(self.tr("Earlier searches"))
        self._lens.triggered.connect(self.show_history)
        ClearAction(self)
        self.offers = Offers(self)
        self.offers.taken.connect(self._take)
        self.textEdited.connect(self.show_completions)
        theme().changed.connect(self._dress)

    def setText(self, text: str | None) -> None:  # noqa: N802
        """What was offered belonged to the text before."""
        self.offers.hide()
        super().setText(text)

    def show_history(self) -> None:
        """Offer earlier searches."""
        self.offers.offer([
            Offer(text, "", text, 0, len(self.text()), "history") for text in self._memory.searches[:_OFFERS]
        ])

    def show_completions(self) -> None:
        """Offer what can follow at the cursor."""
        found = complete(self.text(), self.cursorPosition(), self._folders())[:_OFFERS]
        self.offers.offer([
            Offer(display(one.text), _said(one.explains), one.insert, one.start, one.end, "filter") for one in found
        ])

    def complete_again(self) -> None:
        """More is known of what can follow; nothing is offered that was not being offered."""
        if self.offers.isVisible() and any(one.icon == "filter" for one in self.offers.offers):
            self.show_completions()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if self.offers.isVisible() and self._chose(event):
            return
        match event.key():
            case Qt.Key.Key_Escape if self.text():
                self.clear()
            case Qt.Key.Key_Escape:
                event.ignore()
            case Qt.Key.Key_Up if not self.text():
                self.show_history()
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                self.walked.emit(1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_Left | Qt.Key.Key_Right if self._is_at_end(event) and self._turn(event.key()):
                pass
            case Qt.Key.Key_PageDown | Qt.Key.Key_PageUp:
                self.walked.emit(_PAGE if event.key() == Qt.Key.Key_PageDown else -_PAGE)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.opened.emit(bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
            case _ if event.matches(QKeySequence.StandardKey.Paste) and self._pasted():
                pass
            case _:
                super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            is_press = event.type() == QEvent.Type.KeyPress
            # Tab completes while something is offered; otherwise it goes to the next control.
            if is_press and event.key() == Qt.Key.Key_Tab and self.offers.isVisible() and not event.modifiers():
                return self.offers.take(first=True)
            is_override = event.type() == QEvent.Type.ShortcutOverride
            # With nothing selected here, it is the passage that is copied.
            if is_override and event.matches(QKeySequence.StandardKey.Copy) and not self.hasSelectedText():
                event.ignore()
                return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        self.offers.hide()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        self.offers.hide()
        super().hideEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if holds_media(event.mimeData()):
            # The whole view takes it.
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        if holds_media(event.mimeData()):
            event.ignore()
        else:
            super().dropEvent(event)

    def _is_at_end(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return self.cursorPosition() == len(self.text()) and held == Qt.KeyboardModifier.NoModifier

    def _pasted(self) -> bool:
        """Whether the clipboard has something to search with that is not text."""
        data = QGuiApplication.clipboard().mimeData()
        if data is None or not holds_media(data):
            return False
        self.media_given.emit(data)
        return True

    def _chose(self, event: QKeyEvent) -> bool:
        """Whether the key was for the offers."""
        match event.key():
            case Qt.Key.Key_Escape:
                self.offers.hide()
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                self.offers.walk(1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                taken = self.offers.take(first=False)
                self.offers.hide()
                return taken
            case _:
                return False
        return True

    def _take(self, offer: Offer) -> None:
        text = self.text()
        self.setText(f"{text[: offer.start]}{offer.insert}{text[offer.end :]}")
        self.setCursorPosition(offer.start + len(offer.insert))
        if offer.insert.endswith(":"):
            self.show_completions()

    def _dress(self) -> None:
        self.setFont(theme().font("search"))
        self._lens.setIcon(theme().icon("search", "ink-muted", _LENS))


def _said(explains: str) -> str:
    """In the person's language; the path of a folder as it is."""
    return QCoreApplication.translate("Words", display(explains)) if explains else ""
