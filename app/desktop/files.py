"""Files as dialogs, drags and the clipboard name them, and as the engine does."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QByteArray, QMimeData, QSysInfo, QUrl

from indexer.paths import from_text, to_text


def database_path(path: str) -> str:
    """The database path of what the system, or Qt with its slashes, names ``path``."""
    return to_text(os.path.normpath(path))


def paths_in(data: QMimeData) -> list[str]:
    """Database paths of the files and folders of this computer in what is dragged or on the clipboard."""
    return [database_path(path) for path in map(_path, data.urls()) if path]


def files_as_mime(paths: Sequence[str]) -> QMimeData:
    """Files, given by their database paths, as a drag or the clipboard carries them."""
    data = QMimeData()
    # A name may be bytes that are no text, which only the encoded form of a URL can hold.
    uris = [Path(from_text(path)).as_uri() for path in paths]
    data.setUrls([QUrl.fromEncoded(QByteArray(uri.encode("ascii"))) for uri in uris])
    return data


def copied_files(paths: Sequence[str]) -> QMimeData:
    """As ``files_as_mime``, so that file managers paste copies of them into a folder."""
    data = files_as_mime(paths)
    urls = [url.toEncoded().data() for url in data.urls()]
    # Those of GNOME, Xfce and their kin take nothing else for files that were copied.
    data.setData("x-special/gnome-copied-files", QByteArray(b"\n".join([b"copy", *urls])))
    return data


def _path(url: QUrl) -> str | None:
    """The path as the system knows it, also where its name is no text, of which ``toLocalFile`` makes another."""
    if not url.isLocalFile():
        return None
    if sys.platform == "win32":
        return url.toLocalFile()
    if url.host() not in ("", "localhost", QSysInfo.machineHostName().lower()):
        return None
    return os.fsdecode(unquote_to_bytes(url.path(QUrl.ComponentFormattingOption.FullyEncoded)))
