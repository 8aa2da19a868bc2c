"""What engine and clients say to each other over the local socket: frames of JSON, never anything that runs."""

from __future__ import annotations
