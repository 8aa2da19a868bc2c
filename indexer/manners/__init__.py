"""When indexing works, when it waits and why: priority, conditions, the person's pause, searches first, CPU budget."""

from indexer.manners.budget import Budget
from indexer.manners.conditions import Conditions, Wait
from indexer.manners.gate import Gate
from indexer.manners.pause import Pause, Paused
from indexer.manners.priority import lower

__all__ = ["Budget", "Conditions", "Gate", "Pause", "Paused", "Wait", "lower"]
