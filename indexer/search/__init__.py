"""Questions to the index: by name, by words, by meaning, and all of these together."""

from __future__ import annotations

from indexer.search.examples import Outside
from indexer.search.pictures import PictureQueries
from indexer.search.searcher import MODES, Searcher

__all__ = ["MODES", "Outside", "PictureQueries", "Searcher"]
