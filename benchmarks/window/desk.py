"""A screen without a monitor whose pixels can be looked at, and a keyboard on it."""

from __future__ import annotations

import ctypes
import os
import struct
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

WIDTH, HEIGHT = 1400, 900
Place = tuple[int, int, int, int]
"""Left, top, right and bottom in pixels."""

_PATIENCE_S = 30.0
_LOOK_S = 0.001
_EVERY = 3
# Letters have many shades at their edges; a window without its content has fewer colours than that.
_COLOURS = 8
# Fields of a dump of a window (X11/XWDFile.h): sizes of the header and of a line, number of colours.
_XWD_HEADER = struct.Struct(">25I")
_XWD_HEADER_SIZE, _XWD_LINE_BYTES, _XWD_COLOURS, _XWD_COLOUR_BYTES = 0, 12, 19, 12
_KEYSYMS = {
    "ctrl": 0xFFE3, "alt": 0xFFE9, "space": 0x20, "Escape": 0xFF1B, "Down": 0xFF54, "BackSpace": 0xFF08,
}


class Desk:
    """Screen and keyboard. Moments are those of ``time.monotonic``, which all processes share.

    Attributes:
        environment: leads a program here.
    """

    def __init__(self, environment: Mapping[str, str], frame_buffer: Path) -> None:
        self.environment = dict(environment)
        header = _XWD_HEADER.unpack(frame_buffer.read_bytes()[: _XWD_HEADER.size])
        self._pixels: NDArray[np.uint32] = np.memmap(
            frame_buffer, np.uint32, "r", header[_XWD_HEADER_SIZE] + header[_XWD_COLOURS] * _XWD_COLOUR_BYTES,
            (HEIGHT, header[_XWD_LINE_BYTES] // 4),
        )
        self._x = ctypes.CDLL("libX11.so.6")
        self._test = ctypes.CDLL("libXtst.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XKeysymToKeycode.restype = ctypes.c_ubyte
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(environment["DISPLAY"].encode()))
        self._keys = {
            name: self._x.XKeysymToKeycode(self._display, ctypes.c_ulong(_KEYSYMS.get(name) or ord(name)))
            for name in (*_KEYSYMS, *"abcdefghijklmnopqrstuvwxyz0123456789")
        }
        # The pointer is among the pixels, and what it stands on is treated otherwise.
        self._test.XTestFakeMotionEvent(self._display, -1, WIDTH - 1, HEIGHT - 1, ctypes.c_ulong(0))
        self._x.XFlush(self._display)

    def press(self, keys: str) -> float:
        """Press and release keys such as ``ctrl+f``; the moment the last went down."""
        codes = [self._keys[name] for name in keys.split("+")]
        for code in codes[:-1]:
            self._send(code, True)
        pressed = time.monotonic()
        self._send(codes[-1], True)
        for code in reversed(codes):
            self._send(code, False)
        return pressed

    def shown(self, place: Place) -> float:
        """Wait until ``place`` has content; the moment it was seen."""
        return self._wait(place, True)

    def gone(self, place: Place) -> None:
        """Wait until ``place`` is empty."""
        self._wait(place, False)

    def close(self) -> None:
        """Let go of the display."""
        self._x.XCloseDisplay(self._display)

    def _send(self, code: int, down: bool) -> None:
        self._test.XTestFakeKeyEvent(self._display, ctypes.c_uint(code), ctypes.c_int(down), ctypes.c_ulong(0))
        self._x.XFlush(self._display)

    def _wait(self, place: Place, content: bool) -> float:
        left, top, right, bottom = place
        pixels = self._pixels[top:bottom:_EVERY, left:right:_EVERY]
        end = time.monotonic() + _PATIENCE_S
        while (now := time.monotonic()) < end:
            is_plain = bool((pixels == pixels[0, 0]).all())
            if is_plain and not content:
                return now
            if content and not is_plain and len(np.unique(pixels)) >= _COLOURS:
                return now
            time.sleep(_LOOK_S)
        raise SystemExit(f"nothing {'appeared' if content else 'went away'} at {place} within {_PATIENCE_S:.0f} s")


@contextmanager
def desk(number: int) -> Iterator[Desk]:
    """Display ``number`` with a window manager, ended afterwards."""
    environment = {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    for name in ("WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"):
        environment.pop(name, None)
    with TemporaryDirectory(prefix="hunch-screen-") as name:
        environment["HOME"] = name
        running = [_start("Xvfb", f":{number}", "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp",
                          "-fbdir", name, environment=environment)]
        try:
            _until_answering(environment)
            running.append(_start("openbox", environment=environment))
            desk = Desk(environment, Path(name) / "Xvfb_screen0")
            try:
                yield desk
            finally:
                desk.close()
        finally:
            for process in reversed(running):
                end(process)


def end(process: subprocess.Popen[bytes]) -> None:
    """End a process that was started here."""
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(20)
    process.kill()
    process.wait()


def _start(*command: str, environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _until_answering(environment: Mapping[str, str]) -> None:
    until = time.monotonic() + _PATIENCE_S
    while subprocess.run(["xdotool", "getmouselocation"], env=environment, capture_output=True, check=False).returncode:
        if time.monotonic() > until:
            raise SystemExit(f"Xvfb does not answer at {environment['DISPLAY']}")
        time.sleep(0.05)
