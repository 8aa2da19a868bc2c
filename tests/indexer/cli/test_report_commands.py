"""hunch why, eval and duplicates as a person and a script use them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from indexer.cli import main
from tests.helpers.command import Hunch

LETTER = (
    "# The boiler\n\nDear Mr Hartwell, the boiler in the kitchen has gone out four times since the clocks changed, and"
    " on two mornings there was no hot water at all. Please send somebody before the week is over.\n\n"
    "Reference RX-2024-0417."
)


@pytest.fixture(scope="module")
def notes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("files") / "notes"
    (folder / "old").mkdir(parents=True)
    (folder / "boiler letter.md").write_text(LETTER, encoding="utf-8")
    shutil.copy(folder / "boiler letter.md", folder / "old" / "boiler letter copy.md")
    os.utime(folder / "old" / "boiler letter copy.md", (1_000_000_000, 1_000_000_000))
    (folder / "otters.txt").write_text("Otters hold hands while they sleep in the water.", encoding="utf-8")
    (folder / "run.log").write_text("boiler", encoding="utf-8")
    (folder / ".hunchignore").write_text("*.log\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def indexed(notes: Path, models_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Hunch:
    data_dir = tmp_path_factory.mktemp("data")
    shutil.copytree(models_folder, data_dir / "models", copy_function=os.link)
    hunch = Hunch(data_dir)
    hunch.run("index", notes)
    return hunch


def test_why_a_file_is_found(indexed: Hunch, notes: Path) -> None:
    shown = indexed.run("why", notes / "boiler letter.md", "who mends the boiler").stdout
    assert shown.splitlines()[0] == "boiler letter.md"
    assert "Place 1 for “who mends the boiler”" in shown
    for word in ("on disk", "folder", "meaning", "Best passage", "It is the first result."):
        assert word in shown
    told = indexed.json("why", notes / "boiler letter.md", "who mends the boiler")
    assert told["place"] == 1
    assert told["known"]["state"] == "ready"
    assert {one["channel"] for one in told["standing"]["channels"]} == {"name", "words", "meaning", "together"}
    assert {one["word"] for one in told["standing"]["words"]} == {"who", "mends", "the", "boiler"}


def test_why_a_file_is_missing(indexed: Hunch, notes: Path) -> None:
    out = indexed.run("why", notes / "otters.txt", "boiler type:markdown").stdout
    assert "Not among the first 50 results" in out
    assert "It does not meet type:markdown. Take that out." in out
    ignored = indexed.run("why", notes / "run.log", "boiler").stdout
    joined = " ".join(ignored.split())
    assert f"Line 1 of {notes / '.hunchignore'} (*.log) leaves {notes / 'run.log'} out. Take the line out." in joined
    told = indexed.json("why", notes / "run.log", "boiler")
    assert told["disk"]["obstacle"] == {
        "code": "ignored", "at": str(notes / "run.log"), "source": ".hunchignore", "pattern": "*.log",
        "file": str(notes / ".hunchignore"), "line": 1, "leads_to": None, "detail": "",
    }
    assert (told["known"], told["standing"], told["place"]) == (None, None, None)


def test_a_path_relative_to_where_one_is_and_a_name_from_anywhere(indexed: Hunch, notes: Path) -> None:
    line = indexed.arguments("why", "old/../otters.txt", "otters", "--json")
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[3])}
    done = subprocess.run(line, cwd=notes, env=environment, capture_output=True, text=True, timeout=60, check=True)
    assert json.loads(done.stdout)["path"] == str(notes / "otters.txt")
    assert indexed.json("why", "otters", "otters")["path"] == str(notes / "otters.txt")


def test_duplicates_are_listed_and_nothing_is_deleted(indexed: Hunch, notes: Path) -> None:
    before = sorted(notes.rglob("*"))
    shown = indexed.run("duplicates").stdout
    assert shown.splitlines()[0] == "boiler letter.md"
    assert "same content" in shown
    assert "2 files in 1 group" in shown
    told = indexed.json("duplicates", "--kind", "same")
    assert [Path(file["path"]).name for file in told["groups"][0]["files"]] == [
        "boiler letter.md", "boiler letter copy.md",
    ]
    assert told["total_space"] == len(LETTER)
    assert indexed.run("duplicates", "--kind", "picture").stdout == "Nothing is there more than once.\n"
    assert sorted(notes.rglob("*")) == before


def test_the_own_files_are_judged_without_a_word_of_them(indexed: Hunch) -> None:
    told = indexed.json("eval", "--queries", "12", "--mode", "words", "--mode", "all")
    assert {one["mode"] for one in told["figures"]} == {"words", "all"}
    assert {pace["mode"] for pace in told["paces"]} == {"words", "all"}
    assert "files only" in told["notice"]
    assert all(one["hit_1"][0] == 1.0 for one in told["figures"] if one["kind"] == "name")
    done = indexed.run("eval", "--queries", "12", "--mode", "words")
    assert "everything" in done.stdout
    assert "among 5" in done.stdout
    for text in (json.dumps(told), done.stdout, done.stderr):
        assert not [word for word in ("boiler", "Hartwell", "RX-2024", "otters") if word in text]
    assert not [line for line in (indexed.data_dir / "logs" / "hunch.log").read_text().splitlines() if "boiler" in line]


def test_an_empty_library_has_nothing_to_judge(hunch: Hunch) -> None:
    done = hunch.run("eval", expect=1)
    assert "No question could be made" in done.stdout
    assert "Traceback" not in done.stderr
    told = json.loads(hunch.run("eval", "--json", expect=1).stdout)
    assert told["figures"] == []
    assert hunch.json("duplicates")["total_groups"] == 0
    assert hunch.json("why", "nothing.txt", "x")["place"] is None


@pytest.mark.parametrize(
    "arguments",
    [["why", "x"], ["why"], ["eval", "--queries", "0"], ["eval", "--mode", "odd"], ["duplicates", "--kind", "odd"],
     ["duplicates", "--limit", "0"]],
)
def test_wrong_usage_is_exit_code_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "Error" in shown.err
