"""A hit in words."""

from __future__ import annotations

from app import words
from indexer.answers import Hit
from indexer.paths import display


def title(hit: Hit) -> str:
    """The document's own title in one line, else the file's name; controls made visible."""
    return display(" ".join((hit.title or "").split())) or words.name_of(hit.path)
