"""Hints at which folders have changed. The scan is the truth: whatever is missed here, the next full scan finds."""

from indexer.watch.choose import open_watcher
from indexer.watch.watcher import Changes, Dirty, Watcher

__all__ = ["Changes", "Dirty", "Watcher", "open_watcher"]
