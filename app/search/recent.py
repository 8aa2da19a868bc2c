"""Files changed lately, shown where a search would be."""

from __future__ import annotations

from indexer.answers import Hit, RecentFile, Why


def as_hit(file: RecentFile) -> Hit:
    """A row of the list that nothing was asked for."""
    return Hit(
        file.path, file.kind, file.title, 0.0, "", (), {}, Why(), (), 0, modified=file.modified, size=file.size,
        picture=file.picture,
    )
