"""The sample library, asked as a person would ask: the right file, at the right place."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.command import Hunch

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
ANSWERS: list[dict[str, Any]] = json.loads((RESOURCES / "sample_answers.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def indexed(models_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Hunch:
    data_dir = tmp_path_factory.mktemp("sample")
    shutil.copytree(models_folder, data_dir / "models", copy_function=os.link)
    hunch = Hunch(data_dir)
    hunch.run("index", RESOURCES / "library")
    return hunch


@pytest.fixture(scope="module")
def answered(indexed: Hunch) -> dict[str, dict[str, Any]]:
    """All answers, by query, from one process reading queries from stdin."""
    queries = "".join(f"{answer['query']}\n" for answer in ANSWERS)
    done = indexed.run("search", "-", "--json", stdin=queries)
    results = [json.loads(line) for line in done.stdout.splitlines()]
    assert [result["query"] for result in results] == [answer["query"] for answer in ANSWERS]
    return {result["query"]: result for result in results}


def test_every_document_can_be_searched(indexed: Hunch) -> None:
    status = indexed.json("status")
    assert status["files"] == {"ready": 43, "pending": 0, "failed": 0, "skipped": 0}
    assert status["state"] == "idle"
    assert [(space["kind"], space["due"]) for space in status["spaces"]] == [("text", 0)]
    assert (status["pictures"], status["unread_pictures"]) == (14, 0)
    assert indexed.json("problems") == []


def test_most_questions_are_answered_by_the_first_file(answered: dict[str, dict[str, Any]]) -> None:
    missed = [answer["query"] for answer in ANSWERS if _first(answered, answer) != answer["file"]]
    assert len(missed) <= 3, missed


def test_every_question_is_answered_within_three_files(answered: dict[str, dict[str, Any]]) -> None:
    for answer in ANSWERS:
        files = [_relative(hit["path"]) for hit in answered[answer["query"]]["hits"][:3]]
        assert answer["file"] in files, (answer["query"], files)


def test_the_place_is_named(answered: dict[str, dict[str, Any]]) -> None:
    asked = [answer for answer in ANSWERS if "locator" in answer and _first(answered, answer) == answer["file"]]
    missed = [
        (answer["query"], hit["locator"])
        for answer in asked
        if not answer["locator"].items() <= (hit := answered[answer["query"]]["hits"][0])["locator"].items()
    ]
    assert asked
    assert len(missed) <= 2, missed


def test_hits_have_the_documented_form(answered: dict[str, dict[str, Any]]) -> None:
    for result in answered.values():
        assert {"query", "took_ms", "hits"} <= result.keys()
        for hit in result["hits"]:
            assert {"path", "kind", "title", "score", "snippet", "locator", "why", "passages"} <= hit.keys()
            assert hit["why"].keys() == {"words", "meaning", "picture", "name"}
            for start, end in hit["highlights"]:
                assert 0 <= start < end <= len(hit["snippet"])


def test_without_a_model_for_pictures_the_text_in_them_is_found_and_one_line_says_how_to_get_it(
    indexed: Hunch,
) -> None:
    asked = json.loads((RESOURCES / "sample_pictures.json").read_text(encoding="utf-8"))
    for ask in (ask for ask in asked if ask["by"] == "words"):
        hit = indexed.json("search", ask["query"])["hits"][0]
        assert _relative(hit["path"]) in ask["files"]
        assert "box" in hit["locator"]
    assert "hunch models fetch clip" in indexed.json("search", "red kayak", "--mode", "pictures")["notice"]
    assert indexed.json("search", "red kayak")["notice"] is None


def test_filters(indexed: Hunch) -> None:
    assert indexed.names("heating", "--type", "pdf")[0].endswith(".pdf")
    hits = indexed.json("search", "heating", "--in", RESOURCES / "library" / "work")["hits"]
    assert hits
    assert all(_relative(hit["path"]).startswith("work/") for hit in hits)


def test_a_second_run_reads_nothing_again(indexed: Hunch) -> None:
    before = indexed.index_db.read_bytes()
    indexed.run("index", RESOURCES / "library")
    status = indexed.json("status")
    assert status["files"]["ready"] == 43
    assert len(before) == indexed.index_db.stat().st_size


def _first(answered: dict[str, dict[str, Any]], answer: dict[str, Any]) -> str | None:
    hits = answered[answer["query"]]["hits"]
    return _relative(hits[0]["path"]) if hits else None


def _relative(path: str) -> str:
    return Path(path).relative_to(RESOURCES / "library").as_posix()
