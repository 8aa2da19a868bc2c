"""What more ignore patterns would leave out, told from the table alone: no folder is listed."""

from __future__ import annotations

import os
from collections.abc import Sequence

import apsw

from indexer.scan.patterns import Patterns
from indexer.store import roots


def hidden(connection: apsw.Connection, more: Sequence[str], ignore: Sequence[str]) -> int:
    """How many files ``more`` patterns after those of the settings, ``ignore``, would leave out beyond these.

    Patterns of the settings win over all others, so nothing else has a say. Names that are no text are matched in
    their database form.
    """
    counted = _Counter(Patterns(more), Patterns(ignore))
    if not counted.more:
        return 0
    tops = {root.id: root.path.rstrip(os.sep) for root in roots.roots(connection)}
    total = 0
    inside = ""
    last: tuple[int, str] | None = None
    is_out = False
    for root_id, folder, name in connection.execute("SELECT root_id, folder, name FROM file ORDER BY root_id, folder"):
        if (root_id, folder) != last:
            last = root_id, folder
            inside = folder[len(tops[root_id]) :].replace(os.sep, "/").strip("/")
            is_out = counted.leaves_folder_out(inside)
            inside = f"{inside}/" if inside else ""
        total += is_out or counted.leaves_out(inside, name, is_folder=False)
    return total


class _Counter:
    def __init__(self, more: Patterns, ignore: Patterns) -> None:
        self.more = more
        self._ignore = ignore
        self._folders: dict[str, bool] = {"": False}

    def leaves_out(self, folder: str, name: str, *, is_folder: bool) -> bool:
        """Whether the entry is left out for itself. ``folder``: relative to the root, with a ``/`` at its end."""
        path = folder + name
        if self.more.verdict(path, name, is_folder) is not True:
            return False
        return not self._ignore or self._ignore.verdict(path, name, is_folder) is not True

    def leaves_folder_out(self, folder: str) -> bool:
        """Whether the folder or one above it is left out; ``folder`` is relative to the root."""
        waiting = []
        while folder not in self._folders:
            waiting.append(folder)
            folder = folder.rpartition("/")[0]
        is_out = self._folders[folder]
        for inner in reversed(waiting):
            above, slash, name = inner.rpartition("/")
            is_out = is_out or self.leaves_out(above + slash, name, is_folder=True)
            self._folders[inner] = is_out
        return is_out
