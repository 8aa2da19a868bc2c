"""How well a person's own files are found, judged on this machine by questions made from the files themselves."""

from indexer.evaluate.items import KINDS, Item, known_items
from indexer.evaluate.run import DEPTH, evaluate

__all__ = ["DEPTH", "KINDS", "Item", "evaluate", "known_items"]
