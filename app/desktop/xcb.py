"""The little of the X protocol that a system-wide key takes, on a connection of its own.

libxcb and not Xlib: an error there is an answer and not the end of the process. Qt's own plugin brings it along.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from ctypes import POINTER, byref, c_char_p, c_int, c_uint, c_uint8, c_uint16, c_uint32, c_void_p
from dataclasses import dataclass

KEY_PRESS, KEY_RELEASE, MAPPING_CHANGED = 2, 3, 34
_SENT = 0x80
_CLIENT_MESSAGE = 33
_ASYNC = 1
_LONG_FORMAT = 32
_REDIRECT_AND_NOTIFY = 0x0018_0000
_SOURCE_IS_PERSON = 2
_REPLY_HEAD = 32


class _Setup(ctypes.Structure):
    _fields_ = (
        ("status", c_uint8), ("pad", c_uint8), ("major", c_uint16), ("minor", c_uint16), ("length", c_uint16),
        ("release", c_uint32), ("id_base", c_uint32), ("id_mask", c_uint32), ("motion", c_uint32),
        ("vendor", c_uint16), ("longest", c_uint16), ("roots", c_uint8), ("formats", c_uint8), ("image_order", c_uint8),
        ("bitmap_order", c_uint8), ("unit", c_uint8), ("scanline_pad", c_uint8), ("min_code", c_uint8),
        ("max_code", c_uint8),
    )


class _Screens(ctypes.Structure):
    _fields_ = (("root", POINTER(c_uint32)), ("left", c_int), ("index", c_int))


class _Reply(ctypes.Structure):
    """The head of a reply, error or event. ``detail`` is what its second byte says."""

    _fields_ = (("kind", c_uint8), ("detail", c_uint8), ("sequence", c_uint16), ("time", c_uint32), ("third", c_uint32))


@dataclass(frozen=True, slots=True)
class Event:
    """``kind``: KEY_PRESS, KEY_RELEASE (``code`` and server ``time`` then mean something) or another."""

    kind: int
    code: int
    time: int


class Display:
    """A connection to the X server of ``$DISPLAY``. One thread at a time. Raises OSError when there is none."""

    def __init__(self) -> None:
        self._xcb = _library()
        self._connection = c_void_p(self._xcb.xcb_connect(None, None))
        if self._xcb.xcb_connection_has_error(self._connection):
            self.close()
            raise OSError("no X server answers")
        self._setup = ctypes.cast(self._xcb.xcb_get_setup(self._connection), POINTER(_Setup)).contents

    @property
    def descriptor(self) -> int:
        """Readable when there are events."""
        return int(self._xcb.xcb_get_file_descriptor(self._connection))

    @property
    def is_lost(self) -> bool:
        """Whether the server is gone."""
        return bool(self._xcb.xcb_connection_has_error(self._connection))

    @property
    def is_composited(self) -> bool:
        """Whether a program mixes windows with what is behind them: it holds a selection that is named for it."""
        cookie = self._xcb.xcb_get_selection_owner(self._connection, c_uint32(self._atom(b"_NET_WM_CM_S0")))
        reply = self._xcb.xcb_get_selection_owner_reply(self._connection, c_uint(cookie), None)
        if not reply:
            return False
        owner = ctypes.cast(reply, POINTER(_Reply)).contents.third
        _free(reply)
        return bool(owner)

    def roots(self) -> list[int]:
        """The root window of each screen."""
        screens = self._xcb.xcb_setup_roots_iterator(byref(self._setup))
        found = []
        while screens.left:
            found.append(int(screens.root[0]))
            self._xcb.xcb_screen_next(byref(screens))
        return found

    def keysyms(self) -> dict[int, list[int]]:
        """The keysyms of each key code: all levels of all layouts."""
        first, last = self._setup.min_code, self._setup.max_code
        width, values = self._ask("keyboard_mapping", c_uint32, c_uint8(first), c_uint8(last - first + 1))
        return {first + n: values[n * width: (n + 1) * width] for n in range(len(values) // width)} if width else {}

    def modifiers(self) -> list[list[int]]:
        """The key codes of the eight modifiers: shift, lock, control, 1 to 5."""
        width, values = self._ask("modifier_mapping", c_uint8)
        return [values[n * width: (n + 1) * width] for n in range(8)]

    def grab(self, window: int, code: int, modifiers: int) -> bool:
        """Get all presses of a key; False when another program has them."""
        cookie = self._xcb.xcb_grab_key_checked(
            self._connection, c_uint8(0), c_uint32(window), c_uint16(modifiers), c_uint8(code), c_uint8(_ASYNC),
            c_uint8(_ASYNC),
        )
        error = self._xcb.xcb_request_check(self._connection, c_uint(cookie))
        if error:
            _free(error)
        return not error

    def ungrab(self, window: int, code: int, modifiers: int) -> None:
        """Let go of a key."""
        self._xcb.xcb_ungrab_key(self._connection, c_uint8(code), c_uint32(window), c_uint16(modifiers))
        self._xcb.xcb_flush(self._connection)

    def events(self) -> Iterator[Event]:
        """What has come in, without waiting."""
        while event := self._xcb.xcb_poll_for_event(self._connection):
            head = ctypes.cast(event, POINTER(_Reply)).contents
            yield Event(head.kind & ~_SENT, head.detail, head.time)
            _free(event)

    def activate(self, window: int, time: int) -> None:
        """Ask the window manager to bring a window to the front, as the person's wish of ``time``."""
        atom = self._atom(b"_NET_ACTIVE_WINDOW")
        message = (c_uint8 * 4)(_CLIENT_MESSAGE, _LONG_FORMAT, 0, 0)
        words = (c_uint32 * 7)(window, atom, _SOURCE_IS_PERSON, time, 0, 0, 0)
        for root in self.roots():
            self._xcb.xcb_send_event(
                self._connection, c_uint8(0), c_uint32(root), c_uint32(_REDIRECT_AND_NOTIFY),
                c_char_p(bytes(message) + bytes(words)),
            )
        self._xcb.xcb_flush(self._connection)

    def close(self) -> None:
        """End the connection, and all grabs with it."""
        self._xcb.xcb_disconnect(self._connection)

    def _atom(self, name: bytes) -> int:
        """The server's number of a name; 0 when the server is gone."""
        cookie = self._xcb.xcb_intern_atom(self._connection, c_uint8(0), c_uint16(len(name)), c_char_p(name))
        reply = self._xcb.xcb_intern_atom_reply(self._connection, c_uint(cookie), None)
        if not reply:
            return 0
        number = ctypes.cast(reply, POINTER(_Reply)).contents.third
        _free(reply)
        return int(number)

    def _ask(self, what: str, item: type[c_uint8] | type[c_uint32], *arguments: c_uint8) -> tuple[int, list[int]]:
        """``detail`` of the reply and the numbers behind its head."""
        cookie = getattr(self._xcb, f"xcb_get_{what}")(self._connection, *arguments)
        reply = getattr(self._xcb, f"xcb_get_{what}_reply")(self._connection, c_uint(cookie), None)
        if not reply:
            return 0, []
        head = ctypes.cast(reply, POINTER(_Reply)).contents
        count = head.time * 4 // ctypes.sizeof(item)
        values = list((item * count).from_address(reply + _REPLY_HEAD))
        width = int(head.detail)
        _free(reply)
        return width, values


def _library() -> ctypes.CDLL:
    xcb = ctypes.CDLL("libxcb.so.1")
    for name in (
        "connect", "get_setup", "get_keyboard_mapping_reply", "get_modifier_mapping_reply", "request_check",
        "poll_for_event", "intern_atom_reply", "get_selection_owner_reply",
    ):
        getattr(xcb, f"xcb_{name}").restype = c_void_p
    xcb.xcb_setup_roots_iterator.restype = _Screens
    return xcb


def _free(pointer: int) -> None:
    libc = ctypes.CDLL(None)
    libc.free(c_void_p(pointer))
