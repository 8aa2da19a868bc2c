"""Choosing a folder: what it really is, and how it stands to the folders chosen before."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

import apsw

from indexer.errors import KnownError
from indexer.paths import from_text, to_text
from indexer.scan.rules import Rules
from indexer.scan.scan import Options
from indexer.store import roots
from indexer.store.roots import Root


@dataclass(frozen=True, slots=True)
class Chosen:
    """What choosing a folder did.

    Attributes:
        root: the root that covers it.
        covered: it was covered before, being that root or inside it, so nothing was changed.
        absorbed: paths of roots inside it that are now part of it.
    """

    root: Root
    covered: bool
    absorbed: tuple[str, ...]


def resolve(path: str) -> str:
    """The folder at database path ``path``, absolute and without links; a database path too.

    Raises:
        KnownError: root_missing, not_a_folder, unreadable.
    """
    real = os.path.realpath(from_text(path))
    try:
        found = os.stat(real)  # noqa: PTH116
    except FileNotFoundError:
        raise KnownError("root_missing", "Check the name, or connect the disk it is on.", path) from None
    except OSError as error:
        raise KnownError("unreadable", f"Allow Hunch to read it ({error.strerror}).", path) from None
    if not stat.S_ISDIR(found.st_mode):
        raise KnownError("not_a_folder", "Choose the folder it is in.", path)
    return to_text(real)


def add_folder(connection: apsw.Connection, path: str, options: Options) -> Chosen:
    """Keep the folder at database path ``path`` indexed.

    A folder inside a chosen one changes nothing, one around chosen ones takes them over without reading anything
    again; a folder that the rules of the one around it leave out stands on its own.

    Raises:
        KnownError: as ``resolve``.
    """
    new = resolve(path)
    existing = roots.roots(connection)
    for root in existing:
        if is_same(root.path, new) or reaches(root.path, new, options):
            return Chosen(root, covered=True, absorbed=())
    absorbed = [root for root in existing if reaches(new, root.path, options)]
    added = roots.add_root(connection, new, absorbed)
    return Chosen(added, covered=False, absorbed=tuple(root.path for root in absorbed))


def reaches(root: str, folder: str, options: Options) -> bool:
    """Whether a scan of ``root`` comes to ``folder``, strictly inside it. Both are database paths."""
    stem = root.rstrip(os.sep) + os.sep
    if not folder.startswith(stem):
        return False
    rules = Rules.of(options.ignore, options.hidden)
    at = from_text(root)
    for name in Path(from_text(folder[len(stem) :])).parts:
        try:
            rules = rules.with_files(at, os.listdir(at))  # noqa: PTH208
        except OSError:
            return True
        if rules.ignores(name, is_folder=True):
            return False
        rules = rules.inside(name)
        at = os.path.join(at, name)  # noqa: PTH118
    return True


def is_same(one: str, other: str) -> bool:
    """Whether two paths are one folder, also where the file system does not tell case apart."""
    try:
        return os.path.samefile(from_text(one), from_text(other))  # noqa: PTH121
    except OSError:
        return one == other
