"""Which models to find by meaning with: the usual ones at once, all others behind a button."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.controls import Button, EmptyState, Label
from app.pages.first_run.step import Step
from app.pages.models.card import ModelCard
from app.pages.models.rows import Kind, ModelsModel
from app.theme import M, S


class ChooseModels(Step):
    """Nothing here has to be done: words are found without a model, and downloads go on while a person goes on."""

    def __init__(self, models: ModelsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head(
            self.tr("Find by meaning, too"),
            self.tr("Words can be found already. With a model Hunch also finds what you mean: “car repair” finds the "
                    "garage’s invoice, “sunset at the sea” finds the photo. Downloading one is the only thing Hunch "
                    "uses the network for; a file from elsewhere can be imported instead."),
        )
        self._models = models
        self._shows_all = False
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._more = Button(self.tr("Show all models"), icon="chevron-down")
        self._more.clicked.connect(self._show_all)
        self.body.addWidget(self._scroll, 1)
        self.body.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        models.loaded.connect(self._fill)
        models.changed.connect(self.changed)
        self._fill()

    @property
    def next_text(self) -> str:
        rows = [self._models.row(one) for one in self._models.ids("text")]
        if any(row.installed or row.task == "download" for row in rows):
            return self.tr("Continue")
        return self.tr("Continue with words only")

    def enter(self) -> None:
        self._models.refresh()

    def _show_all(self) -> None:
        self._shows_all = True
        self._fill()

    def _fill(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, S, 0)
        column.setSpacing(M)
        headings: tuple[tuple[Kind, str], ...] = (
            ("text", self.tr("For what is written")), ("image", self.tr("For pictures, if you like"))
        )
        left = 0
        for kind, heading in headings:
            ids = self._models.ids(kind)
            shown = ids if self._shows_all else self._usual(ids)
            left += len(ids) - len(shown)
            if shown:
                column.addWidget(Label(heading, "title", strong=True))
            for model_id in shown:
                column.addWidget(ModelCard(self._models, model_id, detailed=False))
        if not self._models.ids("text"):
            column.addWidget(EmptyState(
                "models", self.tr("The models are listed here"), self.tr("Hunch is still asking which there are.")
            ))
        column.addStretch()
        self._scroll.setWidget(inside)
        self._more.setVisible(left > 0)
        self.changed.emit()

    def _usual(self, ids: list[str]) -> list[str]:
        """The one that is set, else the first."""
        return [one for one in ids if self._models.row(one).chosen] or ids[:1]
