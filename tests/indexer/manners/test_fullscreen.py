"""A real X server where Xvfb is installed; a scripted one for everything a server may do wrong."""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import select
import shutil
import socket
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

if sys.platform in ("win32", "darwin"):
    pytest.skip("the X server is asked on other systems only", allow_module_level=True)

from indexer.manners import x11
from indexer.manners.fullscreen import in_front
from indexer.manners.x11 import X11Error, display_number, fills_screen

_COOKIE = bytes(range(16))


def _authority(*entries: tuple[int, bytes, bytes, bytes, bytes]) -> bytes:
    return b"".join(
        struct.pack(">H", family) + b"".join(struct.pack(">H", len(field)) + field for field in fields)
        for family, *fields in entries
    )


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Number of a display that asks for a cookie."""
    program = shutil.which("Xvfb")
    if program is None:
        pytest.skip("Xvfb is not installed")
    authority = tmp_path_factory.mktemp("x") / "authority"
    authority.write_bytes(_authority((65535, b"", b"", b"MIT-MAGIC-COOKIE-1", _COOKIE)))
    told, tells = os.pipe()
    process = subprocess.Popen(
        [program, "-displayfd", str(tells), "-nolisten", "tcp", "-noreset", "-auth", str(authority)],
        pass_fds=[tells], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )
    os.close(tells)
    with process, os.fdopen(told, "rb") as reader:
        number = reader.readline().strip() if select.select([told], [], [], 30)[0] else b""
        assert number, "Xvfb did not start"
        yield int(number)
        process.terminate()


@pytest.fixture
def display(server: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    (tmp_path / "authority").write_bytes(
        _authority(
            (0, b"\x7f\0\0\1", b"", b"MIT-MAGIC-COOKIE-1", b"wrong"),
            (256, os.uname().nodename.encode(), str(server).encode(), b"MIT-MAGIC-COOKIE-1", _COOKIE),
        )
    )
    monkeypatch.setenv("XAUTHORITY", str(tmp_path / "authority"))
    monkeypatch.setenv("DISPLAY", f":{server}")
    return server


class Desktop:
    """A window, and what a window manager writes about it; through libX11, so with another hand than ours."""

    def __init__(self, number: int) -> None:
        name = ctypes.util.find_library("X11")
        if name is None:
            pytest.skip("libX11 is not installed")
        self._x = ctypes.CDLL(name)
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        for function in ("XDefaultRootWindow", "XCreateSimpleWindow", "XInternAtom"):
            getattr(self._x, function).restype = ctypes.c_ulong
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(f":{number}".encode()))
        assert self._display.value
        self.root = int(self._x.XDefaultRootWindow(self._display))

    def window(self) -> int:
        made = self._x.XCreateSimpleWindow(
            self._display, ctypes.c_ulong(self.root), 0, 0, 320, 200, 0, ctypes.c_ulong(0), ctypes.c_ulong(0)
        )
        return int(made)

    def atom(self, name: str) -> int:
        return int(self._x.XInternAtom(self._display, name.encode(), 0))

    def write(self, window: int, name: str, kind: str, *values: int) -> None:
        data = (ctypes.c_ulong * max(1, len(values)))(*values)
        self._x.XChangeProperty(
            self._display, ctypes.c_ulong(window), ctypes.c_ulong(self.atom(name)), ctypes.c_ulong(self.atom(kind)),
            32, 0, data, len(values),
        )
        self._x.XSync(self._display, 0)

    def destroy(self, window: int) -> None:
        self._x.XDestroyWindow(self._display, ctypes.c_ulong(window))
        self._x.XSync(self._display, 0)

    def close(self) -> None:
        self._x.XCloseDisplay(self._display)


@pytest.fixture
def desktop(display: int) -> Iterator[Desktop]:
    desktop = Desktop(display)
    yield desktop
    desktop.write(desktop.root, "_NET_ACTIVE_WINDOW", "WINDOW", 0)
    desktop.close()


def test_nothing_is_in_front_of_an_empty_screen(display: int) -> None:
    assert not in_front()


def test_a_full_screen_window_in_front(desktop: Desktop) -> None:
    window, other = desktop.window(), desktop.window()
    states = [desktop.atom(f"_NET_WM_STATE_{name}") for name in ("ABOVE", "FULLSCREEN")]
    desktop.write(window, "_NET_WM_STATE", "ATOM", *states)
    assert not in_front(), "not while nothing is active"
    desktop.write(desktop.root, "_NET_ACTIVE_WINDOW", "WINDOW", window)
    assert in_front()
    desktop.write(desktop.root, "_NET_ACTIVE_WINDOW", "WINDOW", other)
    assert not in_front(), "not while another window is in front of it"
    desktop.write(desktop.root, "_NET_ACTIVE_WINDOW", "WINDOW", window)
    desktop.write(window, "_NET_WM_STATE", "ATOM", states[0])
    assert not in_front(), "not when it no longer fills the screen"
    desktop.write(window, "_NET_WM_STATE", "ATOM")
    assert not in_front()


def test_a_window_that_vanished_is_not_in_front(desktop: Desktop) -> None:
    window = desktop.window()
    desktop.write(window, "_NET_WM_STATE", "ATOM", desktop.atom("_NET_WM_STATE_FULLSCREEN"))
    desktop.write(desktop.root, "_NET_ACTIVE_WINDOW", "WINDOW", window)
    assert in_front()
    desktop.destroy(window)
    assert not in_front()


def test_a_server_that_refuses_us(display: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XAUTHORITY", "/nowhere")
    with pytest.raises(X11Error, match="refused"):
        fills_screen(display)
    assert not in_front()


def test_it_is_cheap_to_ask(display: int) -> None:
    begun = time.process_time()
    for _ in range(50):
        in_front()
    assert (time.process_time() - begun) / 50 < 0.01


@pytest.mark.parametrize(
    ("display", "number"),
    [
        (":0", 0), (":12.1", 12), ("unix:3", 3), ("unix:3.0", 3), ("", None), ("localhost:10.0", None),
        ("host/unix:0", None), ("192.0.2.1:0", None), (":", None), (":x", None), (":0.", None),
        ("/private/tmp/launch/org.xquartz:0", None), (":123456789", None),
    ],
)
def test_only_displays_of_this_machine_are_asked(display: str, number: int | None) -> None:
    assert display_number(display) == number


@pytest.mark.parametrize("display", [None, ":4711", "nonsense", "example.invalid:0"])
def test_no_display_no_full_screen(monkeypatch: pytest.MonkeyPatch, display: str | None) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    if display is not None:
        monkeypatch.setenv("DISPLAY", display)
    assert not in_front()


@pytest.fixture
def scripted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[bytes], None]]:
    """A server at display 5 that sends what it is given, whatever it is asked, and then ends or keeps silent."""
    monkeypatch.setattr(x11, "_SOCKETS", tmp_path)
    monkeypatch.setattr(x11, "_TIMEOUT_S", 0.1)
    monkeypatch.setenv("DISPLAY", ":5")
    threads: list[threading.Thread] = []
    (tmp_path / "X5").unlink(missing_ok=True)
    with socket.socket(socket.AF_UNIX) as listener:
        # The path may be too long for a socket; the folder is not.
        before = Path.cwd()
        os.chdir(tmp_path)
        listener.bind("X5")
        os.chdir(before)
        listener.listen(50)

        def serve(script: bytes, silent: bool) -> None:
            connection, _ = listener.accept()
            with connection, suppress(ConnectionError):
                connection.sendall(script)
                if not silent:
                    connection.shutdown(socket.SHUT_WR)
                while connection.recv(1000):
                    pass

        def play(script: bytes, silent: bool = False) -> None:
            threads.append(threading.Thread(target=serve, args=(script, silent)))
            threads[-1].start()

        yield play
        for thread in threads:
            thread.join(10)


def _greeting(accepted: int = 1, screens: int = 1) -> bytes:
    body = bytes(16) + struct.pack("<HHBB10x", 3, 65535, screens, 1) + b"us\0\0" + bytes(8) + struct.pack("<I36x", 77)
    return struct.pack("<BxHHH", accepted, 11, 0, len(body) // 4) + body


def _reply(number: int, data: tuple[int, ...] = ()) -> bytes:
    """An atom with this number, or a property of 32-bit numbers."""
    field = len(data) if data else 0
    head = struct.pack("<BBHI", 1, 32, 0, field) + struct.pack("<III12x", number, 0, field)
    return head + struct.pack(f"<{field}I", *data)


_EVENT = bytes([34]) + bytes(31)
_WHOLE = _greeting() + _EVENT + _reply(1) + _reply(2) + _reply(3) + _reply(33, (99,)) + _EVENT + _reply(4, (8, 3))


def test_events_between_answers_are_passed_over(scripted: Callable[[bytes], None]) -> None:
    scripted(_WHOLE)
    assert in_front()


def test_a_server_that_ends_anywhere_is_no_matter(scripted: Callable[[bytes], None]) -> None:
    for end in range(0, len(_WHOLE), 7):
        scripted(_WHOLE[:end])
        assert not in_front()


def test_a_silent_server_is_not_waited_for(scripted: Callable[..., None]) -> None:
    scripted(_greeting(), silent=True)
    begun = time.monotonic()
    assert not in_front()
    assert time.monotonic() - begun < 3


@pytest.mark.parametrize("script", [_greeting(accepted=0), _greeting(accepted=2), _greeting(screens=0)])
def test_a_server_without_a_screen_for_us(scripted: Callable[[bytes], None], script: bytes) -> None:
    scripted(script)
    assert not in_front()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300), st.integers(0, len(_WHOLE)))
def test_garbage_is_no_matter(scripted: Callable[[bytes], None], garbage: bytes, kept: int) -> None:
    scripted(_WHOLE[:kept] + garbage)
    assert in_front() in (True, False)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200), st.integers(0, 80))
def test_whatever_the_authority_file_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, garbage: bytes, kept: int
) -> None:
    path = tmp_path / "authority"
    whole = _authority((65535, b"", b"", b"MIT-MAGIC-COOKIE-1", _COOKIE))
    path.write_bytes(whole[:kept] + garbage)
    monkeypatch.setenv("XAUTHORITY", str(path))
    assert isinstance(x11._cookie(0), bytes)
    path.write_bytes(whole)
    assert x11._cookie(0) == _COOKIE
