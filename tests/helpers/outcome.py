"""How a call ends, as one word."""

from __future__ import annotations

from collections.abc import Callable

from indexer.errors import KnownError


def outcome(call: Callable[[], object]) -> str:
    """``ok``, or the code of the KnownError that ``call`` raises. Any other exception passes through."""
    try:
        call()
    except KnownError as error:
        return error.code
    return "ok"
