"""The engine needs no network and never asks for one; its log tells nothing of documents and questions."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from pathlib import Path

import pytest

from tests.helpers.command import Hunch
from tests.helpers.engine import running_engine, until_equal

_SPY = """
import os, sys
_out = open(os.path.join(os.environ["SPY_FOLDER"], str(os.getpid())), "a", buffering=1)
_out.write("process " + " ".join(sys.orig_argv) + "\\n")
def _see(event, arguments):
    # Without a family it is one that was opened before, taken over by its number.
    if event == "socket.__new__" and arguments[1] != -1:
        _out.write(f"socket {int(arguments[1])}\\n")
    elif event.startswith(("socket.getaddrinfo", "socket.gethostby")):
        _out.write("lookup\\n")
sys.addaudithook(_see)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "otters.txt").write_text("Otters hold hands while they sleep in the water.", encoding="utf-8")
    (folder / "boiler.txt").write_text("The landlord pays for the new boiler.", encoding="utf-8")
    return folder


@pytest.mark.skipif(
    shutil.which("unshare") is None or subprocess.run(["unshare", "-n", "true"], capture_output=True).returncode != 0,
    reason="a network namespace needs root on Linux",
)
def test_it_works_where_there_is_no_network(folder: Path, hunch: Hunch) -> None:
    with running_engine(hunch, "unshare", "-n") as engine:
        engine.client.add(str(folder))
        until_equal(lambda: engine.names("landlord"), ["boiler.txt"])
        until_equal(lambda: engine.names("animals asleep", "meaning")[:1], ["otters.txt"])


def test_no_process_ever_opens_a_network_socket(
    folder: Path, hunch: Hunch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spied = tmp_path / "spied"
    spied.mkdir()
    (tmp_path / "spy").mkdir()
    (tmp_path / "spy" / "sitecustomize.py").write_text(_SPY, encoding="utf-8")
    monkeypatch.setenv("SPY_FOLDER", str(spied))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path / "spy"), os.environ.get("PYTHONPATH", "")]))
    with running_engine(hunch) as engine:
        hunch.run("add", folder)
        hunch.run("index")
        until_equal(lambda: engine.names("animals asleep", "meaning")[:1], ["otters.txt"])
        hunch.run("models", "list")
    hunch.run("index")
    assert hunch.names("landlord")[0] == "boiler.txt"
    lines = [line for path in spied.iterdir() for line in path.read_text(encoding="utf-8").splitlines()]
    processes = [line for line in lines if line.startswith("process")]
    for part in ("engine", "indexer.extract", "-m models", "search"):
        assert any(part in line for line in processes), processes
    assert {line for line in lines if not line.startswith("process")} == {f"socket {int(socket.AF_UNIX)}"}


def test_the_log_holds_no_text_of_documents_and_no_question(folder: Path, hunch: Hunch) -> None:
    (folder / "secret.md").write_text("# Headingsecret\n\nBodysecret and more.\n", encoding="utf-8")
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 brokensecret")
    (folder / "odd.html").write_text("<title>titlesecret</title><p>\0 oddsecret", encoding="utf-8")
    with running_engine(hunch) as engine:
        engine.client.add(str(folder))
        until_equal(lambda: engine.names("bodysecret"), ["secret.md"])
        engine.settle()
        for query in ("questionsecret", '"phrasesecret" -nothing', "type:pdf filtersecret \ud800", "in:foldersecret *"):
            for mode in ("all", "words", "meaning"):
                engine.names(query, mode)
        for child in engine.children():
            child.kill()
        engine.names("afterwardsecret", "meaning")
        (folder / "secret.md").write_text("# Othersecret\n", encoding="utf-8")
        until_equal(lambda: engine.names("othersecret"), ["secret.md"])
        hunch.run("search", "commandsecret")
    log = "".join(path.read_text(encoding="utf-8") for path in (hunch.data_dir / "logs").iterdir()).lower()
    assert "the engine serves" in log
    assert "secret" not in log.replace("secret.md", "")
