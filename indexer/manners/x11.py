"""Asks an X server which window is in front and whether it fills the screen.

The few requests needed are written here instead of calling libX11: that ends the whole process when the server goes
away, may wait for ever for one that hangs, and tries a network socket when the local one is not there.
"""

from __future__ import annotations

import os
import re
import socket
import struct
import sys
from collections.abc import Iterator
from pathlib import Path

assert sys.platform != "win32"

_SOCKETS = Path("/tmp/.X11-unix")
_TIMEOUT_S = 0.5
_COOKIE = b"MIT-MAGIC-COOKIE-1"
_FAMILY_LOCAL, _FAMILY_WILD = 256, 65535
_MOST_BYTES = 1 << 20
_INTERN_ATOM, _GET_PROPERTY = 16, 20


class X11Error(Exception):
    """The server did not give what was asked."""


def display_number(display: str) -> int | None:
    """Number of a display on this machine, such as ``:0`` or ``unix:1.0``; None for any other."""
    found = re.fullmatch(r"(?:unix)?:(\d{1,5})(?:\.\d+)?", display)
    return int(found[1]) if found else None


def fills_screen(number: int) -> bool:
    """Whether the active window of display ``number``, on its first screen, is in full-screen state.

    Raises X11Error or OSError when there is no server, it refuses us, has no window manager that tells, or is slow.
    """
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(_TIMEOUT_S)
        connection.connect(str(_SOCKETS / f"X{number}"))
        root = _greet(connection, _cookie(number))
        active, state, full = (
            _atom(connection, name) for name in ("_NET_ACTIVE_WINDOW", "_NET_WM_STATE", "_NET_WM_STATE_FULLSCREEN")
        )
        window = next(iter(_property(connection, root, active)), 0)
        return window != 0 and full != 0 and full in _property(connection, window, state)


def _greet(connection: socket.socket, cookie: bytes) -> int:
    """Open the conversation; returns the first screen's root window."""
    name = _COOKIE if cookie else b""
    connection.sendall(
        struct.pack("<BxHHHHxx", ord("l"), 11, 0, len(name), len(cookie)) + _padded(name) + _padded(cookie)
    )
    accepted, words = struct.unpack("<B5xH", _receive(connection, 8))
    answer = _receive(connection, words * 4)
    if accepted != 1:
        raise X11Error("refused")
    vendor, _, screens, formats = struct.unpack_from("<HHBB", answer, 16)
    if not screens:
        raise X11Error("no screen")
    (root,) = struct.unpack_from("<I", answer, 32 + vendor + -vendor % 4 + 8 * formats)
    return int(root)


def _atom(connection: socket.socket, name: str) -> int:
    """The number of a name, 0 when nobody ever used it."""
    request = struct.pack("<BBHHxx", _INTERN_ATOM, 1, 2 + (len(name) + 3) // 4, len(name)) + _padded(name.encode())
    (atom,) = struct.unpack_from("<I", _ask(connection, request), 8)
    return int(atom)


def _property(connection: socket.socket, window: int, atom: int) -> tuple[int, ...]:
    """A property's numbers, at most 64; none when the window is gone or has no such property."""
    if not atom:
        return ()
    answer = _ask(connection, struct.pack("<BBHIIIII", _GET_PROPERTY, 0, 6, window, atom, 0, 0, 64))
    if answer[0] == 0 or answer[1] != 32:
        return ()
    (count,) = struct.unpack_from("<I", answer, 16)
    return struct.unpack_from(f"<{count}I", answer, 32)


def _ask(connection: socket.socket, request: bytes) -> bytes:
    """The reply (first byte 1) or error (first byte 0) to a request; events that come before it are dropped."""
    connection.sendall(request)
    while True:
        answer = _receive(connection, 32)
        if answer[0] == 0:
            return answer
        if answer[0] == 1:
            (words,) = struct.unpack_from("<I", answer, 4)
            return answer + _receive(connection, words * 4)


def _receive(connection: socket.socket, count: int) -> bytes:
    if count > _MOST_BYTES:
        raise X11Error("not an X server")
    parts = bytearray()
    while len(parts) < count:
        part = connection.recv(count - len(parts))
        if not part:
            raise X11Error("the server went away")
        parts += part
    return bytes(parts)


def _padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % 4)


def _cookie(number: int) -> bytes:
    """The key to this display from the person's authority file, empty when there is none."""
    path = Path(os.environ.get("XAUTHORITY") or Path.home() / ".Xauthority")
    try:
        entries = list(_entries(path.read_bytes()))
    except (OSError, RuntimeError, struct.error):
        return b""
    here = os.uname().nodename.encode()
    for family, address, display, name, data in entries:
        local = family == _FAMILY_WILD or (family == _FAMILY_LOCAL and address == here)
        if local and name == _COOKIE and display in (b"", str(number).encode()):
            return data
    return b""


def _entries(content: bytes) -> Iterator[tuple[int, bytes, bytes, bytes, bytes]]:
    """Family, address, display, name and data of each entry. Raises struct.error when it is damaged."""
    at = 0
    while at < len(content):
        (family,) = struct.unpack_from(">H", content, at)
        at += 2
        fields = []
        for _ in range(4):
            (length,) = struct.unpack_from(">H", content, at)
            (field,) = struct.unpack_from(f"{length}s", content, at + 2)
            fields.append(field)
            at += 2 + length
        yield family, fields[0], fields[1], fields[2], fields[3]
