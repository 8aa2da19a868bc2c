"""Fixtures of the window's tests: no screen, and an engine made of plain data."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.bridge import Bridge
from app.desktop.clipboard import leave_as_text
from indexer.runtime import Places
from tests.helpers.fake_engine import FakeConnection, FakeEngine

os.environ["QT_QPA_PLATFORM"] = "offscreen"


@pytest.fixture
def engine() -> FakeEngine:
    """What a test fills and asks."""
    return FakeEngine()


@pytest.fixture
def connection(engine: FakeEngine) -> FakeConnection:
    """Sends links, status and notices of ``engine``."""
    return FakeConnection(engine)


@pytest.fixture
def bridge(themed: QApplication, connection: FakeConnection) -> Iterator[Bridge]:
    """A bridge to ``engine``, connected, with its first status."""
    bridge = Bridge(connection)
    themed.processEvents()
    yield bridge
    bridge.close()


@pytest.fixture(scope="session", autouse=True)
def clipboard_left(qapp: QApplication) -> Iterator[None]:
    """As the window does at its end."""
    yield
    leave_as_text()


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """An empty data folder."""
    places = Places(tmp_path / "data")
    places.create()
    return places


@pytest.fixture
def themed(qapp: QApplication) -> QApplication:
    """The application with Hunch's theme, light."""
    from app.theme import Theme

    Theme.install(qapp, mode="light")
    return qapp
