from __future__ import annotations

import pytest

from app.pages.leaving_out import pattern_for
from indexer.scan.patterns import Patterns

ROOTS = ["/home/mia/Documents", "/home/mia/Documents/Papers", "/data"]


@pytest.mark.parametrize(
    ("path", "is_folder", "pattern"),
    [
        ("/home/mia/Documents/Bank/old.pdf", False, "/Bank/old.pdf"),
        ("/home/mia/Documents/Papers/a", True, "/a/"),
        ("/data/x*y[1]?.txt", False, "/x\\*y\\[1]\\?.txt"),
        ("/data/back\\slash", False, "/back\\\\slash"),
        ("/data/two\nlines", False, "/two?lines"),
        ("/data/blank ", True, "/blank\\ /"),
        ("/data/odd\udcff", False, "/odd?"),
    ],
)
def test_a_pattern_leaves_out_just_the_one(path: str, is_folder: bool, pattern: str) -> None:
    assert pattern_for(path, ROOTS, is_folder=is_folder) == pattern


@pytest.mark.parametrize(
    "name", ["plain", "x*y", "[a]", "a?b", "back\\slash", "!no", "#no", " lead", "end  ", "שלום", "a\nb"]
)
@pytest.mark.parametrize("is_folder", [True, False])
def test_the_engine_reads_it_so(name: str, is_folder: bool) -> None:
    pattern = pattern_for(f"/data/in/{name}", ROOTS, is_folder=is_folder)
    assert pattern is not None
    patterns = Patterns([pattern])
    assert patterns.verdict(f"in/{name}", name, is_folder)
    assert not patterns.verdict(f"in/{name}x", f"{name}x", is_folder)
    assert not patterns.verdict(name, name, is_folder)


def test_a_drive_of_windows() -> None:
    assert pattern_for("C:\\Users\\mia\\Docs\\old\\a.txt", ["C:\\Users\\mia\\Docs"], is_folder=False) == "/old/a.txt"


@pytest.mark.parametrize("path", ["/elsewhere/a", "/data", "/data/", "/database/a"])
def test_what_is_in_no_chosen_folder_has_none(path: str) -> None:
    assert pattern_for(path, ROOTS, is_folder=True) is None
