"""A hit in words, and as what other programs take."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QMimeData, QUrl

from app import words
from indexer.answers import Hit
from indexer.paths import display, from_text


def title(hit: Hit) -> str:
    """The document's own title in one line, else the file's name; controls made visible."""
    return display(" ".join((hit.title or "").split())) or words.name_of(hit.path)


def files_as_mime(paths: Sequence[str]) -> QMimeData:
    """Files, given by their database paths, as a drag or the clipboard carries them."""
    data = QMimeData()
    # A name may be bytes that are no text, which only the encoded form of a URL can hold.
    uris = [Path(from_text(path)).as_uri() for path in paths]
    data.setUrls([QUrl.fromEncoded(QByteArray(uri.encode("ascii"))) for uri in uris])
    return data
