"""The models: which there are, which is in use, and what can be done with them."""

from __future__ import annotations

from app.pages.models.card import ModelCard
from app.pages.models.page import ModelsPage
from app.pages.models.rows import ModelRow, ModelsModel

__all__ = ["ModelCard", "ModelRow", "ModelsModel", "ModelsPage"]
