"""The command line as a person and a script use it: exit codes, streams, words."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from indexer.cli.commands import hunch as command
from tests.helpers.command import Hunch

README = Path(__file__).resolve().parents[3] / "README.md"


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "boiler.md").write_text("# Boiler\n\nThe landlord pays for the new boiler.", encoding="utf-8")
    (folder / "otters.txt").write_text("Otters hold hands while they sleep in the water.", encoding="utf-8")
    return folder


def test_an_empty_start_says_what_to_do(hunch: Hunch) -> None:
    assert "hunch add" in hunch.run("status").stdout
    assert hunch.json("search", "anything")["hits"] == []
    assert hunch.json("problems") == []
    assert hunch.run("index").returncode == 0


@pytest.mark.parametrize(
    "arguments",
    [["frobnicate"], ["search"], ["search", "x", "--mode", "odd"], ["add"], ["search", "x", "--limit", "0"]],
)
def test_wrong_usage_is_exit_code_2(arguments: list[str], hunch: Hunch) -> None:
    done = hunch.run(*arguments, expect=2)
    assert done.stdout == ""
    assert "Error" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["add", "/nowhere/at/all"], "/nowhere/at/all: The folder is not there"),
        (["add", str(README)], "Not a folder"),
        (["remove", "/nowhere/at/all"], "Not in the index"),
        (["models", "verify", "gpt-9"], "No such model"),
        (["models", "use", "bge-small-en-v1.5"], "hunch models fetch bge-small-en-v1.5"),
    ],
)
def test_what_cannot_be_done_is_exit_code_1_with_file_reason_and_advice(
    arguments: list[str], words: str, hunch: Hunch
) -> None:
    done = hunch.run(*arguments, expect=1)
    assert done.stdout == ""
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_add_index_search_remove(notes: Path, hunch: Hunch) -> None:
    hunch.run("add", notes)
    done = hunch.run("index")
    assert done.stdout == ""
    assert "2 files can be searched" in done.stderr
    assert hunch.names("who buys the heating")[0] == "boiler.md"
    shown = hunch.run("search", "landlord").stdout
    assert "Boiler" in shown
    assert "words" in shown
    hunch.run("remove", notes)
    assert hunch.json("search", "landlord")["hits"] == []
    assert hunch.json("status")["roots"] == []


def test_queries_from_stdin_give_one_json_line_each(notes: Path, hunch: Hunch) -> None:
    hunch.run("index", notes)
    done = hunch.run("search", "-", "--json", stdin='otters\n\nquo"te* NEAR(\nboiler\n')
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["query"] for line in lines] == ["otters", 'quo"te* NEAR(', "boiler"]
    assert Path(lines[0]["hits"][0]["path"]).name == "otters.txt"


def test_stdin_that_is_not_utf_8_is_no_error(notes: Path, hunch: Hunch) -> None:
    hunch.run("index", notes)
    done = subprocess.run(
        hunch.arguments("search", "-", "--json"), input=b"otters \xff\xfe\n", capture_output=True, timeout=60,
        check=True,
    )
    assert json.loads(done.stdout)["hits"]


def test_modes_limit_type_and_folder(notes: Path, hunch: Hunch) -> None:
    (notes / "sub").mkdir()
    (notes / "sub" / "more.txt").write_text("The boiler room is below the stairs.", encoding="utf-8")
    hunch.run("index", notes)
    assert hunch.names("animals asleep", "--mode", "words") == []
    assert hunch.names("animals asleep", "--mode", "meaning")[0] == "otters.txt"
    assert len(hunch.names("boiler", "--limit", "1")) == 1
    assert hunch.names("boiler", "--type", "markdown") == ["boiler.md"]
    assert hunch.names("boiler", "--in", str(notes / "sub")) == ["more.txt"]


def test_filters_alone_list_files_and_like_compares_with_one(notes: Path, hunch: Hunch) -> None:
    hunch.run("index", notes)
    assert sorted(hunch.names("type:text,markdown after:today")) == ["boiler.md", "otters.txt"]
    assert hunch.names("type:markdown size:<1mb") == ["boiler.md"]
    shown = hunch.run("search", "type:markdown").stdout
    assert "landlord" in shown
    assert "meaning" not in shown
    assert hunch.names("like:otters.txt") == hunch.names(f"like:{notes / 'otters.txt'}") == ["boiler.md"]
    outside = notes.parent / "elsewhere.txt"
    outside.write_text("Otters asleep in the river hold on to each other.", encoding="utf-8")
    assert hunch.names(f"like:{outside}")[0] == "otters.txt"


def test_a_broken_settings_file_is_told_and_left_alone(notes: Path, hunch: Hunch) -> None:
    settings = hunch.data_dir / "settings.toml"
    settings.write_text("workers = maybe\n", encoding="utf-8")
    done = hunch.run("index", notes)
    assert "settings" in done.stderr
    assert "line 1" in done.stderr
    assert settings.read_text(encoding="utf-8") == "workers = maybe\n"
    assert hunch.json("status")["files"]["ready"] == 2


def test_models_are_listed_verified_and_chosen(hunch: Hunch) -> None:
    rows = {row["id"]: row for row in hunch.json("models", "list")}
    assert rows["all-MiniLM-L6-v2"]["installed"]
    assert not rows["qwen3-embedding-0.6b"]["installed"]
    assert "all-MiniLM-L6-v2" in hunch.run("models").stdout
    assert "sound" in hunch.run("models", "verify").stderr
    hunch.run("models", "use", "all-MiniLM-L6-v2")
    assert 'text_model = "all-MiniLM-L6-v2"' in (hunch.data_dir / "settings.toml").read_text(encoding="utf-8")


def test_without_a_model_files_are_found_by_their_words(notes: Path, tmp_path: Path) -> None:
    hunch = Hunch(tmp_path / "bare")
    hunch.data_dir.mkdir()
    (hunch.data_dir / "settings.toml").write_text('text_model = "bge-small-en-v1.5"\n', encoding="utf-8")
    assert "hunch models fetch bge-small-en-v1.5" in hunch.run("index", notes).stderr
    answer = hunch.json("search", "landlord")
    assert Path(answer["hits"][0]["path"]).name == "boiler.md"
    assert "names and words only" in answer["notice"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell: str, hunch: Hunch) -> None:
    assert f"_HUNCH_COMPLETE={shell}_complete" in hunch.run("completion", shell).stdout


def test_the_shell_is_told_what_can_follow(hunch: Hunch) -> None:
    asked = {"_HUNCH_COMPLETE": "bash_complete", "COMP_WORDS": "hunch search --mode ", "COMP_CWORD": "3"}
    environment = {**os.environ, **asked}
    done = subprocess.run(hunch.arguments(), env=environment, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.split() == ["plain,all", "plain,words", "plain,meaning", "plain,pictures"]


def test_version_and_help(hunch: Hunch) -> None:
    assert re.fullmatch(r"hunch \d+\.\d+\.\d+\n", hunch.run("--version").stdout)
    assert "search" in hunch.run("--help").stdout
    assert "search" in hunch.run().stdout


def test_every_command_is_in_the_readme() -> None:
    text = README.read_text(encoding="utf-8")
    assert [name for name in command.commands if f"hunch {name}" not in text] == []


def test_a_reader_that_goes_away_is_no_error(notes: Path, hunch: Hunch) -> None:
    hunch.run("index", notes)
    command_line = " ".join(f"'{part}'" for part in hunch.arguments("search", "boiler"))
    done = subprocess.run(["sh", "-c", f"{command_line} | true"], capture_output=True, timeout=60, check=True)
    assert done.stderr == b""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_the_prompt_answers_on_a_terminal(notes: Path, hunch: Hunch) -> None:
    hunch.run("index", notes)
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        hunch.arguments("search"), stdin=theirs, stdout=theirs, stderr=theirs,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "100"}, start_new_session=True,
    )
    os.close(theirs)
    try:
        _read_until(ours, b"> ")
        os.write(ours, b"who buys the heating\n")
        assert b"boiler.md" in _read_until(ours, b"> ", after=b"boiler.md")
        os.write(ours, b"\n")
        assert process.wait(timeout=20) == 0
    finally:
        process.kill()
        process.wait()
        os.close(ours)


def _read_until(descriptor: int, mark: bytes, after: bytes = b"") -> bytes:
    """What the terminal shows up to ``mark``, itself after ``after``; fails when it does not come."""
    shown = b""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        if select.select([descriptor], [], [], 0.5)[0]:
            shown += os.read(descriptor, 65536)
        if mark in shown[max(0, shown.find(after)) :] and after in shown:
            return shown
    raise AssertionError(f"{mark!r} did not come; the terminal shows {shown!r}")
