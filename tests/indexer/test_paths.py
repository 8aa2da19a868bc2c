from __future__ import annotations

import os

from hypothesis import given
from hypothesis import strategies as st

from indexer.paths import display, from_text, is_plain, to_text


@given(st.binary(max_size=60))
def test_any_name_survives_the_database(raw: bytes) -> None:
    path = os.fsdecode(raw)
    text = to_text(path)
    text.encode()
    assert from_text(text) == path


@given(st.text(st.characters(min_codepoint=0xF6F0, max_codepoint=0xF810), max_size=8))
def test_names_that_look_like_our_escapes_survive_too(path: str) -> None:
    assert from_text(to_text(path)) == path


@given(st.binary(max_size=12), st.binary(max_size=12))
def test_two_names_never_become_one(first: bytes, second: bytes) -> None:
    if first != second:
        assert to_text(os.fsdecode(first)) != to_text(os.fsdecode(second))


def test_display_shows_no_raw_bytes_or_controls() -> None:
    assert display(to_text(os.fsdecode(b"caf\xe9\x1b[31m.txt"))) == "caf\ufffd\ufffd[31m.txt"


def test_plain_names_are_told_from_others() -> None:
    assert is_plain("日本.txt")
    assert not is_plain(os.fsdecode(b"\xff.txt"))
