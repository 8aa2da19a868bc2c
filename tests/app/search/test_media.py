from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.bridge import Bridge
from app.search.media import Media, holds_media
from indexer.paths import from_text


def a_picture() -> QMimeData:
    image = QImage(6, 4, QImage.Format.Format_RGB32)
    image.fill(0xFF8800)
    data = QMimeData()
    data.setImageData(image)
    return data


def files(*urls: QUrl) -> QMimeData:
    data = QMimeData()
    data.setUrls(list(urls))
    return data


def test_the_first_file_is_taken(bridge: Bridge, tmp_path: Path) -> None:
    paths: list[str] = []
    Media(bridge, tmp_path).take(
        files(QUrl("https://example.org/x.jpg"), QUrl.fromLocalFile("/d/a b.jpg"), QUrl.fromLocalFile("/d/c.jpg")),
        paths.append,
    )
    assert paths == ["/d/a b.jpg"]


def test_a_name_that_is_no_text_is_taken_as_it_is(bridge: Bridge, tmp_path: Path) -> None:
    paths: list[str] = []
    Media(bridge, tmp_path).take(files(QUrl.fromEncoded(b"file:///d/%FF%C3%A4%2520.jpg")), paths.append)
    assert [os.fsencode(from_text(path)) for path in paths] == [b"/d/\xff\xc3\xa4%20.jpg"]


def test_a_picture_becomes_a_file_until_the_next_one(bridge: Bridge, tmp_path: Path, qtbot: QtBot) -> None:
    media = Media(bridge, tmp_path)
    paths: list[str] = []
    for number in (1, 2):
        media.take(a_picture(), paths.append)
        qtbot.waitUntil(lambda number=number: len(paths) == number)  # type: ignore[misc]
    assert [str(path) for path in tmp_path.iterdir()] == [paths[1]]
    assert QImage(paths[1]).size().toTuple() == (6, 4)


def test_the_next_start_leaves_nothing_of_it(bridge: Bridge, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "pasted-old.png").write_bytes(b"")
    (tmp_path / "index.db").write_bytes(b"")
    Media(bridge, tmp_path)
    qtbot.waitUntil(lambda: [path.name for path in tmp_path.iterdir()] == ["index.db"])


def test_a_disk_that_takes_nothing_is_told_of(bridge: Bridge, tmp_path: Path, qtbot: QtBot) -> None:
    media = Media(bridge, tmp_path / "missing")
    with qtbot.waitSignal(media.failed):
        media.take(a_picture(), lambda path: pytest.fail("there is none"))


def test_text_and_addresses_of_the_web_are_no_media() -> None:
    text = QMimeData()
    text.setText("/d/a.jpg")
    assert not holds_media(text)
    assert not holds_media(files(QUrl("https://example.org/a.jpg")))
    assert not holds_media(files(QUrl("file://another-computer/a.jpg")))
    assert holds_media(files(QUrl("file://localhost/a.jpg")))
    assert holds_media(files(QUrl.fromLocalFile("/d/a.jpg")))
    assert holds_media(a_picture())
