from __future__ import annotations

import io
import struct
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.frames import MAX_HEADER_BYTES, FrameError, HeaderError, read_frame, write_frame

_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=10,
)


@settings(deadline=None)
@given(st.lists(st.tuples(st.dictionaries(st.text(), _VALUES), st.binary(max_size=2000)), max_size=4))
def test_what_is_written_is_read(frames: list[tuple[dict[str, Any], bytes]]) -> None:
    stream = io.BytesIO()
    for header, payload in frames:
        write_frame(stream, header, payload)
    stream.seek(0)
    assert [read_frame(stream) for _ in frames] == frames
    assert read_frame(stream) is None


@settings(deadline=None)
@given(st.integers(1, 30))
def test_a_stream_cut_anywhere_is_an_error(cut: int) -> None:
    stream = io.BytesIO()
    write_frame(stream, {"op": "info"}, b"123456789012")
    with pytest.raises(FrameError):
        read_frame(io.BytesIO(stream.getvalue()[:cut]))


@settings(deadline=None)
@given(st.binary(min_size=8, max_size=200))
def test_garbage_is_an_error_and_not_an_allocation(garbage: bytes) -> None:
    with pytest.raises(FrameError):
        read_frame(io.BytesIO(struct.pack("<II", MAX_HEADER_BYTES + 1, 0) + garbage))


@pytest.mark.parametrize("head", [b"[1]", b"{", b"\xff\xfe", b"3"])
def test_after_a_bad_header_the_next_frame_is_read(head: bytes) -> None:
    stream = io.BytesIO(struct.pack("<II", len(head), 2) + head + b"xx")
    stream.seek(0, io.SEEK_END)
    write_frame(stream, {"op": "info"})
    stream.seek(0)
    with pytest.raises(HeaderError):
        read_frame(stream)
    assert read_frame(stream) == ({"op": "info"}, b"")


def test_too_large_a_frame_is_not_written() -> None:
    stream = io.BytesIO()
    with pytest.raises(FrameError, match="too large"):
        write_frame(stream, {"text": "x" * (MAX_HEADER_BYTES + 1)})
    assert stream.getvalue() == b""
