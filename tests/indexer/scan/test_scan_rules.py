"""Ignore patterns, checked against git itself."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from indexer.scan.patterns import Patterns
from indexer.scan.rules import Rules
from indexer.scan.walk import Place, Walker

NAMES = ("a", "b", "ab", "a.c", "b.c", "x y", "a]b", "!a", "#a", "a*", "\\a", "aa.c ", "A")


def files_left(top: Path, ignore: tuple[str, ...] = (), *, hidden: bool = False) -> set[str]:
    """Paths of the files that a scan would take, relative to ``top``."""
    walker = Walker(frozenset(), 1 << 30)
    listings = walker.walk(Place(str(top), Rules.of(ignore, hidden), ((0, 0),)))
    return {
        os.path.relpath(f"{listing.folder}/{entry.name}", top)
        for listing in listings
        for entry in listing.entries
    }


def grow(top: Path, files: dict[str, str]) -> Path:
    for name, content in files.items():
        path = top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    return top


@pytest.fixture(scope="module")
def repository() -> Iterator[Path]:
    if not shutil.which("git"):
        pytest.skip("git is not installed")
    with tempfile.TemporaryDirectory() as name:
        git(Path(name), "init", "--quiet")
        yield Path(name)


def git(folder: Path, *arguments: str) -> str:
    environment = {**os.environ, "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull, "HOME": str(folder)}
    done = subprocess.run(
        ["git", *arguments], cwd=folder, env=environment, check=True, capture_output=True, timeout=60
    )
    return done.stdout.decode("utf-8", "surrogateescape")


paths = st.lists(st.sampled_from(NAMES), min_size=1, max_size=3).map("/".join)
CLASSES = ("[ab]", "[!a]", "[^b]", "[a-c]", "[]a]", "[[:upper:]]", "[")
pieces = st.sampled_from([*"ab.cA!]#/ -", "*", "**", "?", "\\", "\\a", "\\*", "/", "/**/", *CLASSES])
patterns = st.builds(
    "".join, st.tuples(st.sampled_from(["", "", "!", "/", "**/"]), st.lists(pieces, max_size=5).map("".join),
                       st.sampled_from(["", "", "/", "/**", " ", "\\ "])),
).filter(
    # Two stars beside other characters are one star, says git's manual; git itself sometimes takes them for more,
    # as it compares what stands before the first wildcard apart: "a**/**" ignores "a".
    lambda pattern: all("**" not in part or part == "**" for part in re.split("[/!]", pattern))
).filter(
    # A slash inside a class matches nothing in a path, yet git reads on to the end of the class.
    lambda pattern: not re.search(r"\[[^]]*/|\[\][^]]*/", pattern)
)
ignore_files = st.lists(patterns, max_size=5).map("\n".join)


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tree=st.sets(paths, min_size=1, max_size=12), top=ignore_files, inner=ignore_files)
@example(tree={"a/a.c", "a/b", "b"}, top="*\n!*/\n!*.c", inner="")
@example(tree={"a/b/a", "a/ab/a", "b"}, top="/*\n!/a\n/a/*\n!/a/b", inner="")
@example(tree={"a/a.c", "a/b.c"}, top="*.c", inner="!b.c")
@example(tree={"a/b/ab", "a/ab"}, top="a/**/ab\n", inner="")
@example(tree={"a/a", "a/b"}, top="a/**\n!a/b", inner="")
@example(tree={"a/x y", "ab"}, top="x\\ y\nab   \r", inner="")
def test_files_left_are_those_git_leaves(repository: Path, tree: set[str], top: str, inner: str) -> None:
    for child in repository.iterdir():
        if child.name != ".git":
            shutil.rmtree(child) if child.is_dir() else child.unlink()
    made: set[str] = set()
    for name in sorted(tree):
        # A path that is a file and a folder at once cannot be.
        if not any(name.startswith(f"{other}/") for other in made):
            grow(repository, {name: ""})
            made.add(name)
    grow(repository, {".gitignore": top})
    if (repository / "a").is_dir():
        grow(repository, {"a/.gitignore": inner})
    listed = git(repository, "ls-files", "-z", "--others", "--exclude-per-directory=.gitignore")
    assert files_left(repository, hidden=True) == set(listed.split("\0")) - {""}


@given(st.text(max_size=30), st.text(alphabet="ab/[]*!^-\\:.", max_size=20))
def test_no_line_breaks_the_parser(line: str, path: str) -> None:
    Patterns([line, path]).verdict(path, path.rpartition("/")[2], is_folder=False)


@pytest.mark.parametrize("pattern", ["*a" * 30 + "x", "a/" + "**/*a*/" * 30 + "x", "a/" + "**/a/" * 30 + "x"])
def test_no_pattern_takes_forever(pattern: str) -> None:
    """Without atomic groups each of these would run for years."""
    path = "/".join(["a" * 60] * 60) if "/*" in pattern else "a/" * 60 + "a" * 60
    assert Patterns([pattern]).verdict(path, path.rpartition("/")[2], is_folder=False) is None


def test_defaults_leave_out_what_nobody_looks_for(tmp_path: Path) -> None:
    grow(tmp_path, dict.fromkeys(
        ["letter.txt", "node_modules/x/readme.md", "src/__pycache__/a.pyc", ".git/config", ".hidden", ".notes/a.md",
         "~$letter.docx", "a.tmp", "Thumbs.db", "build/report.pdf", "dev/plan.md"], ""))
    assert files_left(tmp_path) == {"letter.txt", "build/report.pdf", "dev/plan.md"}
    assert files_left(tmp_path, hidden=True) == {
        "letter.txt", "build/report.pdf", "dev/plan.md", ".hidden", ".notes/a.md",
    }


def test_gitignore_cannot_bring_back_what_the_defaults_leave_out(tmp_path: Path) -> None:
    grow(tmp_path, dict.fromkeys(["a/b.md", "a/b.txt", "node_modules/c.md", ".x/d.md"], ""))
    grow(tmp_path, {".gitignore": "*\n!*/\n!*.md\n"})
    assert files_left(tmp_path) == {"a/b.md"}


def test_hunchignore_and_settings_can(tmp_path: Path) -> None:
    grow(tmp_path, {".hunchignore": "!.notes/\n*.log\n", ".notes/a.md": "", "x.log": "", "y.log": "", ".other/b": ""})
    assert files_left(tmp_path) == {".notes/a.md"}
    assert files_left(tmp_path, ("!x.log", "/.notes/")) == {"x.log"}


def test_a_deeper_hunchignore_wins(tmp_path: Path) -> None:
    grow(tmp_path, {".hunchignore": "*.md", "in/.hunchignore": "!keep.md"})
    grow(tmp_path, dict.fromkeys(["in/keep.md", "in/no.md", "top.md"], ""))
    assert files_left(tmp_path) == {"in/keep.md"}
