"""The command line. ``main`` is what the ``hunch`` command runs."""

from indexer.cli.commands import main

__all__ = ["main"]
