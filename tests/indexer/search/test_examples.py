from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.search.examples import AWAY, Examples, examples


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("a boat", Examples("a boat", ())),
        ("a boat -red +sunset", Examples("a boat", ((AWAY, "red"), (1.0, "sunset")))),
        ('+IMG_0412.jpg -"a red car" type:png', Examples("type:png", ((1.0, "IMG_0412.jpg"), (AWAY, "a red car")))),
        ("well-known 3+4 - +", Examples("well-known 3+4 - +", ())),
        ('+" " x', Examples("x", ())),
    ],
)
def test_examples(query: str, expected: Examples) -> None:
    assert examples(query) == expected


@given(st.text(max_size=80))
def test_any_query(query: str) -> None:
    found = examples(query)
    assert all(example.strip() for _, example in found.signed)
    assert len(found.text) <= len(query)
