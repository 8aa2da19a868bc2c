"""The engine on its local socket, for several clients at once."""

from __future__ import annotations

from indexer.server.server import Server

__all__ = ["Server"]
