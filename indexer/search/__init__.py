"""Questions to the index: by name, by words, by meaning, and all of these together."""

from __future__ import annotations

from indexer.search.pictures import PictureQueries
from indexer.search.searcher import MODES, Outside, Searcher

__all__ = ["MODES", "Outside", "PictureQueries", "Searcher"]
