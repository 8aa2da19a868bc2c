"""Why a file is in the results: each channel with its share, and where."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from app import words
from app.controls import Label, ThinProgress
from app.search import wording
from app.theme import L, M, S
from indexer.answers import Hit

_WIDTH = 340


class WhyPopup(QFrame):
    """Closes when a person clicks elsewhere or presses Esc."""

    def __init__(self, hit: Hit, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName(self.tr("Why is it here?"))
        column = QVBoxLayout(self)
        column.setContentsMargins(L, M, L, M)
        column.setSpacing(S)
        column.addWidget(Label(wording.title(hit), "title", strong=True, wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(M)
        for row, (reason, told, share) in enumerate(self._reasons(hit)):
            bar = ThinProgress()
            bar.setRange(0, 100)
            bar.setValue(round(100 * min(1.0, max(0.0, share))))
            bar.setAccessibleName(reason)
            grid.addWidget(Label(reason, "caption", strong=True), 2 * row, 0)
            grid.addWidget(bar, 2 * row, 1)
            grid.addWidget(Label(told, "caption", "ink-muted", wrap=True), 2 * row + 1, 0, 1, 2)
        column.addLayout(grid)
        places = " · ".join(filter(None, dict.fromkeys(words.place(one.locator) for one in hit.passages)))
        if places:
            column.addWidget(Label(self.tr("Best places: {places}").format(places=places), "caption", wrap=True))

    def show_at(self, point: QPoint) -> None:
        """Show it with its corner there."""
        self.move(point)
        self.show()

    def _reasons(self, hit: Hit) -> list[tuple[str, str, float]]:
        why = hit.why
        found: list[tuple[str, str, float]] = []
        if why.name is not None:
            found.append((self.tr("Name"), self.tr("How well the file’s name fits what was typed."), why.name))
        if why.words is not None:
            told = self.tr("The words stand in it; full is the best of all files.")
            found.append((self.tr("Words"), told, why.words))
        if why.meaning is not None:
            found.append((self.tr("Meaning"), self.tr("How near what it says is to what was asked."), why.meaning))
        if why.picture is not None:
            found.append((self.tr("Looks like it"), self.tr("How well the picture fits."), 2 * why.picture))
        return found
