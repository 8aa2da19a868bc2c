"""Which files are one thing: copies, conversions, scans and successive versions, and the same picture."""

from __future__ import annotations

from indexer.families.families import Alike, Family, Member, families_of_library, group

__all__ = ["Alike", "Family", "Member", "families_of_library", "group"]
