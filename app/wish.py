"""What a start of Hunch is for, and telling it to the window that runs already. Without Qt: it takes no time."""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tempfile
import threading
from dataclasses import asdict, dataclass
from typing import Literal

from indexer.runtime import Places

Do = Literal["show", "toggle", "hide"]
ANSWER = b"ok\n"
_WAIT_S = 2.0
_TOKENS = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")


@dataclass(frozen=True, slots=True)
class Wish:
    """What a start of Hunch is for.

    Attributes:
        do: show the window; toggle the quick search; hide: start without a window.
        token: lets a window come to the front where the desktop asks for one.
    """

    do: Do = "show"
    token: str = ""


def token_of_start() -> str:
    """The token the desktop gave this process; taken out of its environment, for it counts once."""
    found = [os.environ.pop(name, "") for name in _TOKENS]
    return next(filter(None, found), "")


def address(places: Places) -> str:
    """Where the window of a data folder listens."""
    # The data folder's own path may be longer than a socket's name can be.
    name = f"hunch-{hashlib.sha256(os.fsencode(places.data)).hexdigest()[:24]}"
    if sys.platform == "win32":
        return rf"\\.\pipe\{name}"
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    return os.path.join(runtime if os.path.isdir(runtime) else tempfile.gettempdir(), name)  # noqa: PTH112, PTH118


def tell(places: Places, wish: Wish) -> bool:
    """Tell the window that runs what is wanted; False when none runs, or it does not answer within two seconds."""
    answers: list[bytes] = []
    line = json.dumps(asdict(wish)).encode() + b"\n"

    def call() -> None:
        try:
            answers.append(_exchange(address(places), line))
        except OSError:
            return

    # A pipe of Windows knows no time limit.
    thread = threading.Thread(target=call, name="hunch-tell", daemon=True)
    thread.start()
    thread.join(_WAIT_S)
    return answers == [ANSWER]


if sys.platform == "win32":
    import ctypes
    from pathlib import Path

    _ANY_PROCESS = -1

    def _exchange(where: str, line: bytes) -> bytes:
        # The start has the person's attention, and passes it on.
        ctypes.windll.user32.AllowSetForegroundWindow(_ANY_PROCESS)
        with Path(where).open("r+b", buffering=0) as pipe:
            pipe.write(line)
            return bytes(pipe.readline())
else:
    import socket

    def _exchange(where: str, line: bytes) -> bytes:
        # In a folder that is everybody's, somebody else may listen there.
        if os.lstat(where).st_uid != os.geteuid():
            return b""
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(_WAIT_S)
            connection.connect(where)
            connection.sendall(line)
            return connection.makefile("rb").readline(len(ANSWER))
