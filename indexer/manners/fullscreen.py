"""Whether a full-screen application is in front: a film, a game, a talk."""

from __future__ import annotations

import contextlib
import os
import struct
import sys

if sys.platform == "win32":
    import ctypes

    # SHQueryUserNotificationState: a full-screen application, a full-screen game, presentation settings.
    _IN_FRONT = frozenset({2, 3, 4})

    def in_front() -> bool:
        """Whether Windows would hold back notifications because of what fills the screen."""
        state = ctypes.c_int(0)
        failed = ctypes.windll.shell32.SHQueryUserNotificationState(ctypes.byref(state))
        return not failed and state.value in _IN_FRONT
elif sys.platform == "darwin":

    def in_front() -> bool:
        """Always False: macOS tells nobody of another application's full-screen state, and a window's size alone
        would stop indexing for every large window.
        """
        return False
else:
    from indexer.manners.x11 import X11Error, display_number, fills_screen

    def in_front() -> bool:
        """Whether the active window of the local X display is in full-screen state.

        False where there is none, and on Wayland, which tells no program about the windows of others; its X
        applications are seen.
        """
        number = display_number(os.environ.get("DISPLAY", ""))
        if number is not None:
            with contextlib.suppress(OSError, X11Error, struct.error):
                return fills_screen(number)
        return False
