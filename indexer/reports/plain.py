"""Reports as JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from indexer.paths import from_text

_PATHS = frozenset({"path", "asked", "root", "at", "file", "folded_under", "leads_to"})
_DIGITS = 4


def to_json(report: Any) -> dict[str, Any]:
    """A report, a dataclass, as its documented JSON object."""
    found: dict[str, Any] = _json(asdict(report))
    return found


def _json(value: Any, key: str = "") -> Any:
    """Paths as the system knows them, numbers short enough to read."""
    if isinstance(value, Mapping):
        return {name: _json(item, name) for name, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_json(item, key) for item in value]
    if isinstance(value, float):
        return round(value, _DIGITS)
    return from_text(value) if isinstance(value, str) and key in _PATHS else value
