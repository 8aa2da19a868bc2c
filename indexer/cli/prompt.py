"""The interactive prompt: a question, its answers, the next question."""

from __future__ import annotations

import contextlib
import sys

from rich.console import Console

from indexer.cli.output import print_results
from indexer.errors import KnownError
from indexer.face import Face

_SHOWN = 5


def ask(engine: Face, console: Console) -> None:
    """Answer questions until an empty line or the end of input."""
    with contextlib.suppress(ImportError):
        import readline  # noqa: F401  (importing it gives input() line editing and history)
    console.print("What do you remember? [dim](an empty line ends)[/]")
    engine.warm_up()
    while True:
        try:
            question = input("> ").strip()
        except (EOFError, KeyboardInterrupt):
            console.print()
            return
        if not question:
            return
        try:
            results = engine.search(question, limit=_SHOWN)
        except KnownError as error:
            console.print(str(error), markup=False)
            continue
        print_results(console, results)
        sys.stdout.flush()
