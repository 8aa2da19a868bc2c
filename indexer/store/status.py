"""How much is indexed: the part of the status that the database knows."""

from __future__ import annotations

from typing import Any, get_args

import apsw

from indexer.answers import State
from indexer.paths import from_text
from indexer.store import files, ocr, roots, vectors


def counted(connection: apsw.Connection) -> dict[str, Any]:
    """What ``hunch status --json`` says of the index, as plain data; see docs/json.md."""
    states = get_args(State)
    by_root = files.counts(connection)
    return {
        "files": {state: sum(counts.get(state, 0) for counts in by_root.values()) for state in states},
        "chunks": int(connection.execute("SELECT count(*) FROM chunk").get),
        "unread_pictures": ocr.due_count(connection),
        "pictures": int(connection.execute("SELECT count(*) FROM file WHERE kind = 'picture'").get),
        "roots": [
            {
                "path": from_text(root.path), "paused": root.paused, "missing": root.missing,
                "files": {state: by_root.get(root.id, {}).get(state, 0) for state in states},
            }
            for root in roots.roots(connection)
        ],
        "spaces": [
            {
                "kind": space.kind, "model": space.model_id, "dim": space.dim, "active": space.is_active,
                "due": vectors.pending_count(connection, space.id),
            }
            for space in vectors.spaces(connection)
        ],
    }
