from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.query.sizes import Bytes, size_named


@pytest.mark.parametrize(
    ("text", "least", "below"),
    [
        (">10mb", 10_000_001, None),
        (">=10MB", 10_000_000, None),
        ("<1k", None, 1_000),
        ("<=1 KB", None, 1_001),
        ("≥ 1,5 GB", 1_500_000_000, None),
        (">1kib", 1_025, None),
        ("1mb..5mb", 1_000_000, 5_000_001),
        ("..5mb", None, 5_000_001),
        ("1mb..", 1_000_000, None),
        ("10mb", 9_500_000, 10_500_001),
        ("1.5mb", 1_450_000, 1_550_001),
        ("0", 0, 1),
        ("120", 120, 121),
    ],
)
def test_as_people_write_them(text: str, least: int | None, below: int | None) -> None:
    assert size_named(text) == Bytes(least, below)


@pytest.mark.parametrize("text", ["", ">", "<", "..", "mb", "large", "1mb..x", "x..1mb", "1x", "-5", ">..5", "1.2.3"])
def test_what_is_no_size(text: str) -> None:
    assert size_named(text) is None


@given(st.from_regex(r"[<>]?=?\d{1,15}([.,]\d{1,6})?[kmgt]?i?b?(\.\.\d{1,15}[kmgt]?)?", fullmatch=True))
def test_every_size_can_be_compared_by_the_database(text: str) -> None:
    found = size_named(text)
    if found is not None:
        assert all(limit is None or 0 <= limit < 2**63 for limit in (found.least, found.below))
