"""Which files and folders are left out: our defaults, the person's patterns, and ignore files in the folders."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from indexer.scan.patterns import Patterns

GIT_FILE = ".gitignore"
OWN_FILE = ".hunchignore"
_MAX_IGNORE_FILE_BYTES = 1 << 20

DEFAULTS = (
    # version control, packages, build output, caches
    ".git", ".hg/", ".svn/", ".bzr/", "CVS/", ".jj/", "node_modules/", "bower_components/", "jspm_packages/",
    "__pycache__/", "*.py[co]", "*.egg-info/", "site-packages/", ".venv/", ".tox/", ".nox/", ".mypy_cache/",
    ".pytest_cache/", ".ruff_cache/", ".hypothesis/", ".ipynb_checkpoints/", ".cache/", ".gradle/", ".terraform/",
    ".next/", ".nuxt/", ".parcel-cache/", ".turbo/", "DerivedData/", "Pods/", "*.o", "*.obj", "*.class", "*.pdb",
    "CMakeFiles/", "CMakeCache.txt",
    # what programs and systems leave behind
    "*.tmp", "*.temp", "~$*", ".~lock.*#", "*.swp", "*.swo", "*~", ".#*", "*.crdownload", "*.part", "*.partial",
    ".DS_Store", "._*", ".localized", "[Tt]humbs.db", "[Dd]esktop.ini", "ehthumbs.db", "*.lnk",
    # system folders
    "$RECYCLE.BIN/", "$Recycle.Bin/", "System Volume Information/", "$WINDOWS.~BT/", "Trash/", ".Trash/", ".Trash-*/",
    ".Trashes/", ".Spotlight-V100/", ".fseventsd/", ".TemporaryItems/", ".DocumentRevisions-V100/", "lost+found/",
)
_HIDDEN = (".*",)


@dataclass(frozen=True, slots=True)
class Reason:
    """What leaves an entry out.

    Attributes:
        source: ``settings``, ``default``, ``hidden`` (hidden files are not wanted), ``GIT_FILE`` or ``OWN_FILE``.
        pattern: that of the rule; empty where the system says that the entry is hidden.
        folder: where the ignore file lies, relative to the root, with ``/`` after each name.
        line: of ``pattern`` in the ignore file, from 1.
    """

    source: str
    pattern: str = ""
    folder: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Rules:
    """What counts in one folder. Later layers win: defaults and .gitignore, then .hunchignore, then the settings.

    Within a layer it is as in git: files deeper down win, in a file the last match. A ``.gitignore`` can only leave
    out more: what it takes back (``!*/``) would else bring back ``node_modules``. Only ``.hunchignore`` and the
    settings re-include what the defaults leave out.

    Attributes:
        folder: relative to the root, with ``/`` after each name; ``""`` at the root.
    """

    defaults: Patterns
    settings: Patterns
    hidden: bool
    folder: str = ""
    git: tuple[tuple[int, Patterns], ...] = ()
    own: tuple[tuple[int, Patterns], ...] = ()

    @classmethod
    def of(cls, ignore: Sequence[str], hidden: bool) -> Rules:
        """Rules at a root. ``ignore``: patterns of the settings; ``hidden``: whether hidden files are wanted."""
        return cls(Patterns(DEFAULTS if hidden else (*DEFAULTS, *_HIDDEN)), Patterns(ignore), hidden)

    def inside(self, name: str) -> Rules:
        """The rules in the folder ``name`` of this one, before its own ignore files are read."""
        return replace(self, folder=f"{self.folder}{name}/")

    def with_files(self, folder: str, names: Sequence[str]) -> Rules:
        """These rules and those of the ignore files among ``names``, the entries of ``folder`` (an OS path)."""
        rules = self
        if GIT_FILE in names and (patterns := _read(folder, GIT_FILE)):
            rules = replace(rules, git=((len(self.folder), patterns), *rules.git))
        if OWN_FILE in names and (patterns := _read(folder, OWN_FILE)):
            rules = replace(rules, own=((len(self.folder), patterns), *rules.own))
        return rules

    def ignores(self, name: str, is_folder: bool, marked_hidden: bool = False) -> bool:
        """Whether the entry ``name`` of this folder is left out. ``marked_hidden``: the system says it is hidden."""
        path = self.folder + name
        verdict = self.settings.verdict(path, name, is_folder) if self.settings else None
        if verdict is None and self.own:
            verdict = _nearest(self.own, path, name, is_folder)
        if verdict is not None:
            return verdict
        if marked_hidden and not self.hidden:
            return True
        return bool(
            self.defaults.verdict(path, name, is_folder) or (self.git and _nearest(self.git, path, name, is_folder))
        )

    def reason(self, name: str, is_folder: bool, marked_hidden: bool = False) -> Reason | None:
        """The rule ``ignores`` goes by when it says that the entry is left out; None when it says that it is not."""
        if not self.ignores(name, is_folder, marked_hidden):
            return None
        path = self.folder + name
        before = (("settings", ((0, self.settings),)), (OWN_FILE, self.own))
        after = (("default", ((0, self.defaults),)), (GIT_FILE, self.git))
        for source, layer in before if marked_hidden and not self.hidden else (*before, *after):
            for depth, patterns in layer:
                line = patterns.deciding(path[depth:], name, is_folder)
                if line is not None:
                    is_hidden = source == "default" and line[0] > len(DEFAULTS)
                    return Reason("hidden" if is_hidden else source, line[1], self.folder[:depth], line[0])
        return Reason("hidden")


def _nearest(layer: tuple[tuple[int, Patterns], ...], path: str, name: str, is_folder: bool) -> bool | None:
    for depth, patterns in layer:
        verdict = patterns.verdict(path[depth:], name, is_folder)
        if verdict is not None:
            return verdict
    return None


def _read(folder: str, name: str) -> Patterns | None:
    """The patterns of an ignore file; None when it cannot be read, which is no reason to stop."""
    path = Path(os.path.join(folder, name))  # noqa: PTH118 - a Path would normalise the folder
    try:
        if path.is_symlink() or not path.is_file():
            return None
        with path.open("rb") as file:
            content = file.read(_MAX_IGNORE_FILE_BYTES)
    except OSError:
        return None
    return Patterns(content.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "surrogateescape").split("\n"))
