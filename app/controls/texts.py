"""Text, always plain: what comes from a person's files is never taken for markup."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.theme import Role, Style, theme

_LEAST_LETTERS = 6


class Label(QLabel):
    """Text in a style and a role."""

    def __init__(
        self, text: str = "", style: Style = "body", role: Role = "ink", *, strong: bool = False, wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._style: Style = style
        self._role: Role = role
        self._strong = strong
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setText(text)
        self._dress()
        theme().changed.connect(self._dress)

    def set_role(self, role: Role) -> None:
        """Show the text in another colour."""
        self._role = role
        self._dress()

    def _dress(self) -> None:
        self.setFont(theme().font(self._style, strong=self._strong, tabular=True))
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, theme().color(self._role))
        self.setPalette(palette)


class ElidedLabel(Label):
    """One line, shortened where it does not fit; the whole of it is then the tool tip."""

    def __init__(
        self, text: str = "", mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight, style: Style = "body",
        role: Role = "ink", *, strong: bool = False, parent: QWidget | None = None,
    ) -> None:
        self._mode = mode
        super().__init__(text, style, role, strong=strong, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:  # noqa: N802
        """Line breaks become spaces."""
        super().setText(" ".join(text.splitlines()))
        self._tell()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        metrics = self.fontMetrics()
        few = metrics.averageCharWidth() * _LEAST_LETTERS
        return QSize(min(few, metrics.horizontalAdvance(self.text())), metrics.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._tell()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            room = self.contentsRect()
            # The text runs as its own letters do, such as those of a path, and stands where the window's language says.
            place = self.style().visualAlignment(self.layoutDirection(), self.alignment())
            painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
            painter.drawText(
                room, place | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine, self._shown()
            )

    def _shown(self) -> str:
        return self.fontMetrics().elidedText(self.text(), self._mode, self.contentsRect().width())

    def _tell(self) -> None:
        is_cut = self._shown() != self.text()
        # A tool tip would take angle brackets for markup.
        self.setToolTip(f"<span>{_escaped(self.text())}</span>" if is_cut else "")


class PageTitle(Label):
    """The heading of a page."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, "search", strong=True, wrap=True, parent=parent)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
