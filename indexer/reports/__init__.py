"""Why a file is found or not, how well files are found, what is there more than once. Plain data."""

from indexer.reports.evaluation import Evaluation, Figures, Pace
from indexer.reports.explanation import (
    Advice,
    Channel,
    ChannelPlace,
    Condition,
    Explanation,
    Known,
    Obstacle,
    OnDisk,
    SpaceShare,
    Standing,
    WordPlace,
)
from indexer.reports.twins import Alike, Duplicates, Twin, TwinGroup

__all__ = [
    "Advice", "Alike", "Channel", "ChannelPlace", "Condition", "Duplicates", "Evaluation", "Explanation", "Figures",
    "Known", "Obstacle", "OnDisk", "Pace", "SpaceShare", "Standing", "Twin", "TwinGroup", "WordPlace",
]
