"""Length-prefixed messages between a parent and its child: a JSON header and an optional binary payload.

Layout of one frame, little endian: u32 header length, u32 payload length, header (UTF-8 JSON object), payload.
"""

from __future__ import annotations

import json
import struct
from typing import Any, BinaryIO

_LENGTHS = struct.Struct("<II")
MAX_HEADER_BYTES = 64 * 1024 * 1024
MAX_PAYLOAD_BYTES = 256 * 1024 * 1024

Header = dict[str, Any]


class FrameError(Exception):
    """The stream does not hold a frame: over the size limit, cut off, or not ours."""


class HeaderError(FrameError):
    """A frame was read whole but its header is not a JSON object; the next frame can still be read."""


def write_frame(stream: BinaryIO, header: Header, payload: bytes = b"") -> None:
    """Write one frame and flush it. Raises FrameError when a part is over its limit, OSError from the stream."""
    head = json.dumps(header, ensure_ascii=True).encode()
    if len(head) > MAX_HEADER_BYTES or len(payload) > MAX_PAYLOAD_BYTES:
        raise FrameError(f"frame too large: header {len(head)} bytes, payload {len(payload)} bytes")
    stream.write(_LENGTHS.pack(len(head), len(payload)) + head + payload)
    stream.flush()


def read_frame(stream: BinaryIO) -> tuple[Header, bytes] | None:
    """The next frame, or None at a clean end of the stream. Raises FrameError on anything else."""
    lengths = _read_exactly(stream, _LENGTHS.size, at_start=True)
    if lengths is None:
        return None
    untrusted_head, untrusted_payload = _LENGTHS.unpack(lengths)
    if untrusted_head > MAX_HEADER_BYTES or untrusted_payload > MAX_PAYLOAD_BYTES:
        raise FrameError(f"frame announces {untrusted_head} and {untrusted_payload} bytes, over the limit")
    head = _read_exactly(stream, untrusted_head) or b""
    payload = _read_exactly(stream, untrusted_payload) or b""
    try:
        header = json.loads(head)
    except ValueError as error:
        raise HeaderError(f"frame header is not JSON: {error}") from error
    if not isinstance(header, dict):
        raise HeaderError("frame header is not an object")
    return header, payload


def _read_exactly(stream: BinaryIO, size: int, *, at_start: bool = False) -> bytes | None:
    parts: list[bytes] = []
    missing = size
    while missing:
        part = stream.read(missing)
        if not part:
            if at_start and missing == size:
                return None
            raise FrameError(f"stream ended {missing} bytes early")
        parts.append(part)
        missing -= len(part)
    return b"".join(parts)
