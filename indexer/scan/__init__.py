"""From folders on disk to the table of files."""

from indexer.scan.folders import Chosen, add_folder, reaches, resolve
from indexer.scan.hidden import hidden
from indexer.scan.measure import measure
from indexer.scan.scan import Options, Outcome, Start, is_there, scan

__all__ = [
    "Chosen", "Options", "Outcome", "Start", "add_folder", "hidden", "is_there", "measure", "reaches", "resolve",
    "scan",
]
