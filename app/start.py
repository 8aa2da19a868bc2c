"""A start of Hunch: where a window runs already it is told, before anything large is loaded."""

from __future__ import annotations

import sys
import time

from app.wish import Do, Wish, tell, token_of_start
from indexer.errors import KnownError
from indexer.runtime import Places

_OTHER_SECONDS = 10.0
_LOOK_SECONDS = 0.05


def start(do: Do, data_dir: str | None) -> int:
    """Show the window, toggle the quick search, or start hidden; returns the exit code."""
    places = Places.find(data_dir)
    wish = Wish(do, token_of_start())
    if tell(places, wish):
        return 0
    try:
        places.create()
    except KnownError as error:
        print(str(error), file=sys.stderr)
        return 1
    from app.single import Single

    single = Single(places)
    end = time.monotonic() + _OTHER_SECONDS
    while not single.acquire():
        # Another start was quicker and listens in a moment, or is just ending.
        if tell(places, wish):
            return 0
        if time.monotonic() > end:
            print("Hunch runs already, but does not answer. End it and try again.", file=sys.stderr)
            return 1
        time.sleep(_LOOK_SECONDS)
    from app.application import run

    return run(places, single, wish)
