"""The engine in the background."""

from __future__ import annotations

from indexer.service.service import Service

__all__ = ["Service"]
