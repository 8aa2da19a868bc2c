"""The rule that leaves a file out, named: always the one the scan goes by."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.scan.patterns import Patterns
from indexer.scan.rules import DEFAULTS, GIT_FILE, OWN_FILE, Reason, Rules

NAMES = ("a", "b", "a.log", ".a", "node_modules", "x y", "[a]")
LINES = ("a", "*.log", "/a", "b/", "!a", "!*.log", "*", "!node_modules/", "a/**", "# a", "", "[[]a]", "!.a", "x\\ y")

names = st.sampled_from(NAMES)
lines = st.lists(st.sampled_from(LINES), max_size=4)


@given(lines, names, st.booleans())
def test_the_deciding_line_is_the_last_that_speaks(text: list[str], name: str, is_folder: bool) -> None:
    patterns = Patterns(text)
    found = patterns.deciding(name, name, is_folder)
    verdict = patterns.verdict(name, name, is_folder)
    assert (found is None) == (verdict is None)
    if found is not None:
        number, line = found
        assert text[number - 1] == line
        assert Patterns([line]).verdict(name, name, is_folder) == verdict
        assert all(Patterns([later]).verdict(name, name, is_folder) is None for later in text[number:])


@given(lines, lines, lines, lines, lines, st.booleans(), names, names, st.booleans(), st.booleans())
def test_there_is_a_reason_exactly_where_something_is_left_out_and_it_is_the_one_that_counts(
    setting: list[str], own: list[str], git: list[str], own_inside: list[str], git_inside: list[str], hidden: bool,
    folder: str, name: str, is_folder: bool, marked: bool,
) -> None:
    with tempfile.TemporaryDirectory() as top:
        inside = Path(top) / folder
        inside.mkdir()
        for place, file, text in ((Path(top), OWN_FILE, own), (Path(top), GIT_FILE, git),
                                  (inside, OWN_FILE, own_inside), (inside, GIT_FILE, git_inside)):
            (place / file).write_text("\n".join(text), encoding="utf-8")
        both = [OWN_FILE, GIT_FILE]
        rules = Rules.of(setting, hidden).with_files(top, both).inside(folder).with_files(str(inside), both)
        found = rules.reason(name, is_folder, marked)
        assert (found is not None) == rules.ignores(name, is_folder, marked)
        if found is None or found.source == "hidden":
            return
        written = {
            ("settings", ""): setting, ("default", ""): list(DEFAULTS), (OWN_FILE, ""): own, (GIT_FILE, ""): git,
            (OWN_FILE, f"{folder}/"): own_inside, (GIT_FILE, f"{folder}/"): git_inside,
        }[found.source, found.folder]
        assert written[found.line - 1] == found.pattern
        path = name if found.folder else f"{folder}/{name}"
        assert Patterns([found.pattern]).verdict(path, name, is_folder) is True


@pytest.mark.parametrize(
    ("name", "is_folder", "marked", "expected"),
    [
        (".bashrc", False, False, Reason("hidden", ".*", "", len(DEFAULTS) + 1)),
        ("plain.txt", False, True, Reason("hidden")),
        ("node_modules", True, False, Reason("default", "node_modules/", "", DEFAULTS.index("node_modules/") + 1)),
        ("node_modules", False, False, None),
        ("notes.txt", False, False, None),
    ],
)
def test_rules_that_always_hold(name: str, is_folder: bool, marked: bool, expected: Reason | None) -> None:
    assert Rules.of((), hidden=False).reason(name, is_folder, marked) == expected
