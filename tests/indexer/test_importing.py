"""Importing a model whose file's name is no text: its path is that of the database until the file is opened."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from indexer.cli.model_commands import import_model
from indexer.engine import Engine
from indexer.models_in_use import ModelsInUse
from indexer.paths import to_text
from indexer.runtime import Places, WriterLock
from indexer.service import Service

ODD = "/disk/\udcff.gguf"


@pytest.fixture
def imported(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What the models were asked to import."""
    paths: list[Path] = []
    monkeypatch.setattr(ModelsInUse, "import_path", lambda self, model_id, path: paths.append(path))
    return paths


@pytest.mark.parametrize(
    "face", [lambda places: Engine(places, print), lambda places: Service(places, WriterLock(places))],
    ids=["engine", "service"],
)
def test_the_file_is_opened_by_its_own_name(
    face: Callable[[Places], Engine | Service], imported: list[Path], tmp_path: Path
) -> None:
    places = Places(tmp_path)
    places.create()
    one = face(places)
    one.import_model("m", to_text(ODD))
    one.close()
    assert imported == [Path(ODD)]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere all names are text")
def test_the_command_names_it_as_the_database_does_wherever_the_engine_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    name = os.fsdecode(b"\xff.gguf")
    Path(name).write_bytes(b"")
    asked: list[tuple[str, str]] = []
    session = SimpleNamespace(
        engine=SimpleNamespace(import_model=lambda model_id, path: asked.append((model_id, path))), tell=print
    )
    done = CliRunner().invoke(import_model, ["m", name], obj=session)
    assert done.exit_code == 0, done.output
    assert asked == [("m", to_text(f"{tmp_path}/{name}"))]
