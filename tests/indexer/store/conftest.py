from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest

from indexer.store import connection


@pytest.fixture
def index(tmp_path: Path) -> Iterator[apsw.Connection]:
    """An empty index at ``tmp_path / "index.db"``, open for writing."""
    opened = connection.open_writer(tmp_path / "index.db")
    yield opened
    opened.close()
