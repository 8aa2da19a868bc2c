"""A hit in words, and as what other programs take."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QUrl

from app import words
from indexer.answers import Hit
from indexer.paths import display, from_text

_BESIDE = "   ·   "


def title(hit: Hit) -> str:
    """The document's own title, else the file's name; controls made visible."""
    return display(hit.title) if hit.title else words.name_of(hit.path)


def whereabouts(hit: Hit, roots: Sequence[str] = ()) -> str:
    """Folder and place: Documents › Flat · page 12. With the file's name where the title is another."""
    said = [words.folder_of(hit.path, roots)]
    if hit.title and words.name_of(hit.path) != title(hit):
        said.append(words.name_of(hit.path))
    said.append(words.place(hit.locator))
    return _BESIDE.join(filter(None, said))


def why(hit: Hit) -> str:
    """words + meaning."""
    return " + ".join(words.reasons(hit.why, hit.kind))


def spoken(hit: Hit) -> str:
    """The whole row, as a screen reader says it."""
    facts = (title(hit), words.kind_name(hit.kind), whereabouts(hit), words.when(hit.modified), hit.snippet, why(hit))
    return ", ".join(filter(None, facts))


def files_as_mime(paths: Sequence[str]) -> QMimeData:
    """Files as a drag or the clipboard carries them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(from_text(path)) for path in paths])
    return data
