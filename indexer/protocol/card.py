"""Where the engine of a data folder is met: ``engine.json`` and ``engine.key``."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from indexer.errors import KnownError
from indexer.protocol.codec import MalformedError, from_bytes, to_bytes, typed
from indexer.runtime import Places, replace_file

_KEY_BYTES = 32
_CARD_BYTES = 10_000


@dataclass(frozen=True, slots=True)
class Card:
    """``engine.json``. The lock, not this, says whether an engine runs: one that was killed leaves it behind."""

    address: str
    pid: int
    version: str
    protocol: int

    def write(self, places: Places) -> None:
        """Whole or not at all. Raises KnownError read_only."""
        _replace(places.engine_json, to_bytes(self) + b"\n")

    @staticmethod
    def read(places: Places) -> Card | None:
        """None when there is none, or no sound one."""
        try:
            with places.engine_json.open("rb") as file:
                card: Card = typed(Card, from_bytes(file.read(_CARD_BYTES)), "engine.json")
        except (OSError, MalformedError):
            return None
        return card


def new_key(places: Places) -> bytes:
    """Make the key of a new engine, in a file its owner alone can read. Raises KnownError read_only."""
    key = os.urandom(_KEY_BYTES)
    _replace(places.engine_key, key.hex().encode())
    return key


def read_key(places: Places) -> bytes | None:
    """The key of the engine that runs, or None."""
    try:
        return bytes.fromhex(places.engine_key.read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None


def _replace(path: Path, content: bytes) -> None:
    try:
        replace_file(path, content)
    except OSError as error:
        raise KnownError("read_only", f"Make the data folder writable ({error.strerror}).", str(path)) from error
