"""The search field: what is typed, what was typed before, and what the query language offers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFocusEvent, QHideEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QWidget

from app.memory import Memory
from app.theme import S, theme
from indexer.query import complete

_OFFERS = 8
_ROLE = Qt.ItemDataRole.UserRole


class SearchField(QLineEdit):
    """Keys that are not for typing go to whoever listens.

    Signals:
        walked: rows to go in the results. opened: open the current result, or its folder.
        media_given: a file or picture was dropped or pasted.
    """

    walked = Signal(int)
    opened = Signal(bool)
    media_given = Signal(QMimeData)

    def __init__(self, memory: Memory, folders: Callable[[], Sequence[str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._memory = memory
        self._folders = folders
        self.setObjectName("searchField")
        self.setFont(theme().font("search"))
        self.setPlaceholderText(self.tr("What do you remember?"))
        self.setAccessibleName(self.tr("Search"))
        self.setClearButtonEnabled(True)
        self.setAcceptDrops(True)
        self._lens = self.addAction(theme().icon("search", "ink-muted", 24), QLineEdit.ActionPosition.LeadingPosition)
        self._offers = QListWidget()
        self._offers.setWindowFlags(Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self._offers.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._offers.setFrameShape(QFrame.Shape.StyledPanel)
        self._offers.itemClicked.connect(self._take)
        self.textEdited.connect(self._offer_completions)
        theme().changed.connect(self._dress)

    def _dress(self) -> None:
        self._lens.setIcon(theme().icon("search", "ink-muted", 24))

    def show_history(self) -> None:
        """Offer earlier searches."""
        self._show([(text, "", text, 0, len(self.text())) for text in self._memory.searches[:_OFFERS]])

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if self._offers.isVisible() and self._choose(event.key()):
            return
        match event.key():
            case Qt.Key.Key_Escape:
                self.clear()
            case Qt.Key.Key_Down | Qt.Key.Key_Up if not self.text() and event.key() == Qt.Key.Key_Up:
                self.show_history()
            case Qt.Key.Key_Down:
                self.walked.emit(1)
            case Qt.Key.Key_Up:
                self.walked.emit(-1)
            case Qt.Key.Key_PageDown:
                self.walked.emit(S)
            case Qt.Key.Key_PageUp:
                self.walked.emit(-S)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.opened.emit(bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
            case _ if event.matches(QKeySequence.StandardKey.Paste) and self._pasted():
                pass
            case _:
                super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        self._offers.hide()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        self._offers.hide()
        super().hideEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()
        else:
            super().dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()
            self.media_given.emit(event.mimeData())
        else:
            super().dropEvent(event)

    def _pasted(self) -> bool:
        from PySide6.QtGui import QGuiApplication

        data = QGuiApplication.clipboard().mimeData()
        is_media = data is not None and (data.hasImage() or any(url.isLocalFile() for url in data.urls()))
        if is_media:
            self.media_given.emit(data)
        return is_media

    def _offer_completions(self) -> None:
        found = complete(self.text(), self.cursorPosition(), self._folders())[:_OFFERS]
        self._show([
            (one.text, QCoreApplication.translate("Words", one.explains), one.insert, one.start, one.end)
            for one in found
        ])

    def _show(self, rows: Sequence[tuple[str, str, str, int, int]]) -> None:
        self._offers.clear()
        if not rows:
            self._offers.hide()
            return
        for text, explains, insert, start, end in rows:
            item = QListWidgetItem(f"{text}   {explains}" if explains else text, self._offers)
            item.setData(_ROLE, (insert, start, end))
        self._offers.setFont(theme().font("body"))
        height = self._offers.sizeHintForRow(0) * len(rows) + 2 * self._offers.frameWidth()
        self._offers.resize(max(320, self.width() // 2), height)
        self._offers.move(self.mapToGlobal(self.rect().bottomLeft()))
        self._offers.show()

    def _choose(self, key: int) -> bool:
        """Whether the key was for the offers."""
        match key:
            case Qt.Key.Key_Escape:
                self._offers.hide()
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                step = 1 if key == Qt.Key.Key_Down else -1
                self._offers.setCurrentRow((self._offers.currentRow() + step) % self._offers.count())
            case Qt.Key.Key_Tab | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if self._offers.currentRow() < 0 and key != Qt.Key.Key_Tab:
                    self._offers.hide()
                    return False
                self._take(self._offers.item(max(0, self._offers.currentRow())))
            case _:
                return False
        return True

    def _take(self, item: QListWidgetItem) -> None:
        insert, start, end = item.data(_ROLE)
        self._offers.hide()
        text = self.text()
        self.setText(f"{text[:start]}{insert}{text[end:]}")
        self.setCursorPosition(start + len(insert))
        if insert.endswith(":"):
            self._offer_completions()

    def event(self, event: QEvent) -> bool:
        # Tab completes while something is offered; otherwise it goes to the next control.
        is_tab = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab
        if is_tab and self._offers.isVisible():
            return self._choose(int(Qt.Key.Key_Tab))
        return super().event(event)
