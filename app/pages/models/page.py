"""The page of all models."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.controls import EmptyState, Label, PageTitle
from app.pages.frame import at_leading_edge
from app.pages.models.card import ModelCard
from app.pages.models.rows import Kind, ModelsModel
from app.theme import XL, L, M, S

_WIDEST = 820


class ModelsPage(QScrollArea):
    """Shows every model of the catalogue, as ``models`` has it."""

    def __init__(self, models: ModelsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._models = models
        self._models.loaded.connect(self._fill)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        # The keys that scroll work at once; Tab goes straight to what can be done.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._fill()

    def _fill(self) -> None:
        body = QWidget()
        body.setMaximumWidth(_WIDEST)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(XL, XL, XL, XL)
        layout.setSpacing(M)
        layout.addWidget(PageTitle(self.tr("Models")))
        layout.addWidget(Label(self.tr(
            "A model lets Hunch find by meaning: it turns what a passage or picture is about into a vector, and near "
            "vectors are near in meaning. Change it at any time; the one in use answers until the new one is ready, "
            "and no file is read again."
        ), wrap=True))
        layout.addWidget(Label(self.tr(
            "Downloading a model is the only thing Hunch uses the network for, and only when you press Download."
        ), wrap=True))
        sections: list[tuple[Kind, str]] = [("text", self.tr("For texts")), ("image", self.tr("For pictures"))]
        for kind, title in sections:
            ids = self._models.ids(kind)
            if ids:
                layout.addSpacing(S)
                layout.addWidget(Label(title, "title", strong=True))
            for model_id in ids:
                layout.addWidget(ModelCard(self._models, model_id, detailed=True))
        if not self._models.ids("text"):
            layout.addWidget(EmptyState(
                "models", self.tr("The models are listed here"), self.tr("Hunch is still asking which there are."),
            ), 1)
        layout.addStretch()
        self.setWidget(at_leading_edge(body, L))
