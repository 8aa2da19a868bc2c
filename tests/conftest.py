"""Fixtures shared by the whole suite. No test uses the home directory, the network, or leaves a process behind."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from tests.helpers.command import Hunch

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def models_folder() -> Path:
    """A model folder with the default text model installed and measured; made once, shared by all tests. Read only."""
    from tests.helpers.text_model import prepared_models

    return prepared_models(ROOT)


@pytest.fixture
def data_dir(tmp_path: Path, models_folder: Path) -> Path:
    """An empty data folder that already has the text model. The test suite itself keeps the machine busy."""
    folder = tmp_path / "data"
    shutil.copytree(models_folder, folder / "models", copy_function=os.link)
    (folder / "settings.toml").write_text("wait_when_busy = false\n", encoding="utf-8")
    return folder


@pytest.fixture
def hunch(data_dir: Path) -> Iterator[Hunch]:
    """The command as a person runs it, in a process of its own, on ``data_dir``."""
    hunch = Hunch(data_dir)
    yield hunch
    hunch.end_engine()


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The collections for tests marked ``corpus``."""
    folder = Path(os.environ.get("HUNCH_SHARED_DATA", ROOT.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip(f"no test collections at {folder}; set HUNCH_SHARED_DATA")
    return folder


@pytest.fixture(autouse=True)
def no_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "USERPROFILE", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home))


@pytest.fixture(autouse=True, scope="module")
def no_process_left() -> Iterator[None]:
    before = {child.pid for child in psutil.Process().children(recursive=True)}
    yield
    left = [child for child in psutil.Process().children(recursive=True) if child.pid not in before]
    _, alive = psutil.wait_procs(left, timeout=5)
    commands = [" ".join(process.cmdline()) for process in alive if process.status() != psutil.STATUS_ZOMBIE]
    for process in alive:
        process.kill()
    assert not commands, f"processes left behind: {commands}"
