"""The ``hunch`` command."""

from __future__ import annotations

import sys


def main() -> int:
    """Hand every subcommand to the command line."""
    from indexer.cli import main as command_line

    return command_line()


if __name__ == "__main__":
    sys.exit(main())
