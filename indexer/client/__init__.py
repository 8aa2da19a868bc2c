"""The engine as another program sees it: everything the engine offers, over its local socket."""

from __future__ import annotations

from indexer.client.client import Client
from indexer.client.kept import KeptClient, Link

__all__ = ["Client", "KeptClient", "Link"]
