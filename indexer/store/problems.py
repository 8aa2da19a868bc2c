"""Everything that is not indexed, or only in part, with its reason."""

from __future__ import annotations

import apsw

from indexer import paths
from indexer.answers import Problem


def problems(connection: apsw.Connection) -> list[Problem]:
    """All of them, by path."""
    rows = connection.execute(
        "SELECT path, state, error_code, error_detail FROM file WHERE error_code IS NOT NULL"
        " UNION ALL SELECT path, NULL, error_code, error_detail FROM unread_folder"
    )
    found = [Problem(path, state, code, detail or "") for path, state, code, detail in rows]
    # U+F780 to U+F7FF stand for bytes that are no text; a name may also hold them as characters of its own.
    odd = connection.execute(
        "SELECT path, name, state FROM file WHERE error_code IS NULL AND name GLOB ?", ("*[\uf780-\uf7ff]*",)
    )
    found += [
        Problem(path, state, "bad_name", "It is indexed. Rename it so that other programs can show it too.")
        for path, name, state in odd
        if not paths.is_plain(paths.from_text(name))
    ]
    return sorted(found, key=lambda problem: problem.path)
