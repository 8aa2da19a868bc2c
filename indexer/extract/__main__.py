"""``python -m indexer.extract [--memory-mb N]``: the reading child; see ``worker``."""

from __future__ import annotations

import argparse
import sys

from indexer.extract.limits import MEMORY_MB
from indexer.extract.worker import main

if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m indexer.extract")
    parser.add_argument("--memory-mb", type=int, default=MEMORY_MB, help="address space, megabytes")
    sys.exit(main(parser.parse_args().memory_mb))
