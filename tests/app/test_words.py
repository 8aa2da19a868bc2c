from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale

from app import words
from app.explained import EXPLAINED
from indexer.answers import Why
from indexer.errors import TITLES
from indexer.extract import KINDS

NOW = datetime.datetime(2026, 3, 18, 15, 0)  # a Wednesday


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("app.words.time.time", NOW.timestamp)
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


def at(*moment: int) -> float:
    return datetime.datetime(*moment).timestamp()  # type: ignore[arg-type]


def test_numbers_have_separators_of_the_language() -> None:
    assert words.count(12_340) == "12,340"
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    assert words.count(12_340) == "12.340"


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "0 bytes"), (999, "999 bytes"), (4_200, "4 kB"), (4_200_000, "4.2 MB"), (3_500_000_000, "3.5 GB")],
)
def test_sizes(number: int, said: str) -> None:
    assert words.size(number) == said


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (at(2026, 3, 18, 10, 24), "10:24"), (at(2026, 3, 18, 0, 0, 1), "00:00"), (at(2026, 3, 17, 23, 59), "yesterday"),
        (at(2026, 3, 16, 9, 0), "Monday"), (at(2026, 3, 12, 9, 0), "Thursday"), (at(2026, 3, 11, 9, 0), "11 Mar 26"),
        (at(2023, 3, 12, 9, 0), "12 Mar 23"), (at(2026, 3, 20, 9, 0), "20 Mar 26"),
        (0.0, ""), (-5.0, ""), (float("nan"), ""), (float("inf"), ""), (1e15, ""),
    ],
)
def test_moments(seconds: float, said: str) -> None:
    assert words.when(seconds) == said


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (5, "less than a minute"), (59.9, "less than a minute"), (60, "about 1 minute(s)"), (720, "about 12 minute(s)"),
        (5_300, "about 88 minute(s)"), (5_400, "about 2 hour(s)"), (36_000, "about 10 hour(s)"),
        (172_800, "about 2 day(s)"),
    ],
)
def test_durations(seconds: float, said: str) -> None:
    assert words.duration(seconds) == said


def test_every_kind_has_a_name() -> None:
    assert all(words.kind_name(kind) for kind in KINDS)
    assert {kind for kind in KINDS if words.kind_name(kind) == "File"} == {"other"}
    assert words.kind_name("never heard of") == "File"


@pytest.mark.parametrize(
    ("locator", "said"),
    [
        ({}, ""), ({"page": 12}, "page 12"), ({"page": 1_200}, "page 1,200"), ({"slide": 3}, "slide 3"),
        ({"line": 40, "section": "Heating"}, "line 40"), ({"section": "Heating"}, "Heating"),
        ({"sheet": "Costs", "cell": "B4"}, "sheet Costs · cell B4"),
        ({"member": "a/b.txt", "line": 4}, "a/b.txt · line 4"),
        ({"page": 2, "box": "1"}, "page 2"), ({"sheet": "{x}"}, "sheet {x}"), ({"member": "a\nb"}, "a�b"),
    ],
)
def test_places(locator: dict[str, int | str], said: str) -> None:
    assert words.place(locator) == said


@pytest.mark.parametrize(
    ("why", "kind", "said"),
    [
        (Why(words=0.5, meaning=0.4), "pdf", ["words", "meaning"]), (Why(picture=0.3), "picture", ["looks like it"]),
        (Why(words=0.3, meaning=0.2), "picture", ["text in picture"]), (Why(name=1.0), "docx", ["name"]),
        (Why(words=0.3, picture=0.2), "picture", ["text in picture", "looks like it"]), (Why(), "pdf", []),
    ],
)
def test_reasons(why: Why, kind: str, said: list[str]) -> None:
    assert words.reasons(why, kind) == said


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr("app.words.Path.home", lambda: tmp_path)
    return tmp_path.as_posix()


def test_folders_begin_inside_home(home: str) -> None:
    assert words.folder(f"{home}/Documents/Flat") == "Documents › Flat"
    assert words.folder(home) == "Home"
    assert words.folder_of(f"{home}/Documents/Flat/lease.pdf") == "Documents › Flat"
    assert words.folder_of(f"{home}/lease.pdf") == "Home"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/media/anna/Stick/Photos/2021", "Stick › Photos › 2021"), ("/run/media/anna/Stick", "Stick"),
        ("/Volumes/Backup/x", "Backup › x"), ("/srv/data/Papers", "srv › data › Papers"), ("/", "/"),
        ("C:\\Users\\Anna\\Papers", "C: › Users › Anna › Papers"), ("\\\\server\\share\\x", "server › share › x"),
        ("/srv/back\\slash", "srv › back\\slash"), ("/media/anna", "media › anna"),
    ],
)
def test_folders_elsewhere_begin_at_their_disk(home: str, path: str, said: str) -> None:
    assert words.folder(path) == said


def test_folders_begin_at_the_chosen_folder_that_holds_them(home: str) -> None:
    roots = ["/srv", "/srv/data/Papers", f"{home}/Documents"]
    assert words.folder("/srv/data/Papers/2020", roots) == "Papers › 2020"
    assert words.folder("/srv/data/Papers", roots) == "Papers"
    assert words.folder("/srv/data/Papersack", roots) == "srv › data › Papersack"
    assert words.folder(f"{home}/Documents/Flat", roots) == "Documents › Flat"


def test_names_written_in_the_other_direction_stay_in_their_place(home: str) -> None:
    assert words.folder(f"{home}/דירה/חוזה") == "\u2068דירה\u2069 › \u2068חוזה\u2069"


def test_bytes_that_are_no_text_are_shown_as_such(home: str) -> None:
    assert words.folder(f"{home}/a\uf7ffb") == "a�b"
    assert words.name_of("/x/a\nb.txt") == "a�b.txt"
    assert words.name_of("C:\\x\\b.txt") == "b.txt"
    assert words.name_of("/x/Papers/") == "Papers"
    assert words.name_of("/") == "/"


def test_every_code_is_explained_calmly() -> None:
    assert set(TITLES) <= set(EXPLAINED)
    for code in [*EXPLAINED, "never heard of"]:
        what, remedy = words.explain(code)
        assert what
        assert not what.endswith(".")
        assert remedy.endswith(".")
        for jargon in ("!", "AI", "vector", "embed", "extract", "process", "socket", "error"):
            assert jargon not in what + remedy, (code, jargon)


def status(**changes: Any) -> dict[str, Any]:
    usual = {"state": "indexing", "phase": "read", "current": None, "rate": None, "eta_s": None, "waiting": None}
    return usual | changes


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({}, ""), (status(state="idle", phase="idle"), "Everything is up to date"),
        (
            status(current="/h/Papers/a.pdf", rate=45.2, eta_s=720),
            "Indexing Papers · 45/min · about 12 minute(s) left",
        ),
        (status(), "Indexing"), (status(phase="scan", current="/h/Papers"), "Looking for changes in Papers"),
        (status(phase="embed", rate=1_200.0), "Preparing search by meaning · 1,200/min"),
        (status(phase="look"), "Looking at pictures"), (status(phase="ocr"), "Reading text in pictures"),
        (status(state="paused"), "Indexing is paused"),
        (status(state="paused", waiting={"code": "battery", "message": "", "until": None}), "Waiting for mains power"),
        (
            status(state="paused", waiting={"code": "paused", "message": "", "until": at(2026, 3, 18, 16, 30)}),
            "Paused until 16:30",
        ),
        (
            status(state="paused", waiting={"code": "paused", "message": "", "until": at(2026, 3, 19, 8, 0)}),
            "Paused until tomorrow, 08:00",
        ),
        (status(state="paused", waiting={"code": "root_missing", "message": ""}), "The folder is not there now"),
    ],
)
def test_what_the_engine_does(told: dict[str, Any], said: str) -> None:
    assert words.rate(told) == said
