"""Why a file is in the results: each way it was found, how well it fits, and where."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainterPath, QRegion, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app import words
from app.controls import Button, Card, Label, ThinProgress
from app.desktop.translucent import can_be_translucent
from app.search import wording
from app.theme import CARD_RADIUS, L, M, S
from indexer.answers import Hit

_WIDTH = 360
_MOST_WORDS = 8
_STRONG, _FAIR = 0.67, 0.34
# Cosines from which on a text or a picture has something to do with the question, and that of a very good answer.
_MEANING = (0.1, 0.7)
_PICTURE = (0.15, 0.35)


class WhyPopup(QWidget):
    """Closes when a person clicks elsewhere or presses Esc.

    ``version``: the file that is asked about, where it is here as another version of ``hit``.

    Signals:
        more_wanted: all there is to say is wanted.
    """

    more_wanted = Signal()

    def __init__(self, hit: Hit, parent: QWidget, version: Hit | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._is_translucent = can_be_translucent()
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, self._is_translucent)
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName(self.tr("Why is it here?"))
        card = Card()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        card.body.setContentsMargins(L, M, L, M)
        card.body.setSpacing(S)
        card.body.addWidget(Label(self.tr("Why is it here?"), "caption", "ink-muted"))
        card.body.addWidget(Label(wording.title(version or hit), "title", strong=True, wrap=True))
        if version is not None:
            told = self.tr("It is another version of {name}, which is here because of:").format(name=wording.title(hit))
            card.body.addWidget(Label(told, wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(M)
        grid.setVerticalSpacing(S)
        grid.setColumnStretch(1, 1)
        for row, (reason, share) in enumerate(self._reasons(hit)):
            strength = self._strength(share)
            bar = ThinProgress(self.tr("{reason}: {strength}").format(reason=reason, strength=strength))
            bar.setRange(0, 100)
            bar.setValue(round(100 * share))
            grid.addWidget(Label(reason), row, 0)
            grid.addWidget(bar, row, 1, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(Label(strength, "caption", "ink-muted"), row, 2)
        card.body.addLayout(grid)
        found = _found_words(hit)
        if found:
            card.body.addWidget(
                Label(self.tr("Words found: {words}").format(words=", ".join(found)), "caption", "ink-muted", wrap=True)
            )
        places = " · ".join(filter(None, dict.fromkeys(words.place(one.locator) for one in hit.passages)))
        if places:
            told = self.tr("Best places: {places}").format(places=places)
            card.body.addWidget(Label(told, "caption", "ink-muted", wrap=True))
        more = Button(self.tr("More…"))
        more.clicked.connect(self.close)
        more.clicked.connect(self.more_wanted)
        card.body.addWidget(more, 0, Qt.AlignmentFlag.AlignTrailing)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        if not self._is_translucent:
            # Its corners would be black, or of another colour than what is behind them.
            card = QPainterPath()
            card.addRoundedRect(QRectF(self.rect()), CARD_RADIUS, CARD_RADIUS)
            self.setMask(QRegion(card.toFillPolygon().toPolygon()))

    def show_beside(self, point: QPoint) -> None:
        """Show it there, on the screen of that point."""
        self.adjustSize()
        screen = QGuiApplication.screenAt(point) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        x = min(max(room.left(), point.x() - self.width() // 2), room.right() - self.width())
        y = min(max(room.top(), point.y()), room.bottom() - self.height())
        self.move(x, y)
        self.show()

    def _reasons(self, hit: Hit) -> list[tuple[str, float]]:
        """Each way it was found, and how well it fits, in [0, 1]."""
        why = hit.why
        is_picture = hit.kind == "picture"
        found: list[tuple[str, float]] = []
        if why.name is not None:
            found.append((self.tr("Its name"), _within(why.name, 0.0, 1.0)))
        if why.words is not None:
            found.append((self.tr("Text in the picture") if is_picture else self.tr("Its words"),
                          _within(why.words, 0.0, 1.0)))
        if why.meaning is not None:
            found.append((self.tr("What the text in it means") if is_picture else self.tr("What it means"),
                          _within(why.meaning, *_MEANING)))
        if why.picture is not None:
            found.append((self.tr("What it looks like"), _within(why.picture, *_PICTURE)))
        return found

    def _strength(self, share: float) -> str:
        if share >= _STRONG:
            return self.tr("fits well")
        return self.tr("fits") if share >= _FAIR else self.tr("fits a little")


def _within(value: float, low: float, high: float) -> float:
    return min(1.0, max(0.0, (value - low) / (high - low)))


def _found_words(hit: Hit) -> list[str]:
    """The words marked in its passages, each once, the best passage's first."""
    found: dict[str, str] = {}
    for text, spans in ((hit.snippet, hit.highlights), *((one.snippet, one.highlights) for one in hit.passages)):
        for start, end in spans:
            found.setdefault(text[start:end].casefold(), text[start:end])
    return list(found.values())[:_MOST_WORDS]
