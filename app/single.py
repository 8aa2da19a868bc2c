"""One window for each data folder: a second start tells the first what is wanted, and ends."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from typing import Literal

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from indexer.runtime import Places

_WAIT_MS = 2_000
_LONGEST = 64 * 1024
_TOKENS = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")


@dataclass(frozen=True, slots=True)
class Wish:
    """What a start of Hunch is for.

    Attributes:
        do: show the window; toggle the quick search; hide: start without a window.
        token: lets a window come to the front where the desktop asks for one.
    """

    do: Literal["show", "toggle", "hide"] = "show"
    token: str = ""


def token_of_start() -> str:
    """The token the desktop gave this process; taken out of its environment, for it counts once."""
    found = [os.environ.pop(name, "") for name in _TOKENS]
    return next(filter(None, found), "")


class Single(QObject):
    """Holds the place of the one window. Main thread only.

    Signals:
        wished: a ``Wish`` of another start.
    """

    wished = Signal(object)

    def __init__(self, places: Places, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = _name(places)
        # A lock whose process is gone is taken over, whatever its age.
        self._lock = QLockFile(str(places.data / "window.lock"))
        self._lock.setStaleLockTime(0)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._take)

    def acquire(self) -> bool:
        """Become the one; False when another is."""
        if not self._lock.tryLock(0):
            return False
        # Left by one that was killed.
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)
        return True

    def close(self) -> None:
        """Make room for another."""
        self._server.close()
        self._lock.unlock()

    def _take(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(lambda socket=socket: self._read(socket))
            socket.disconnected.connect(socket.deleteLater)
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > _LONGEST:
                socket.abort()
            return
        wish = _wish(bytes(socket.readLine().data()))
        if wish is not None:
            socket.write(b"ok\n")
            socket.flush()
            self.wished.emit(wish)
        socket.disconnectFromServer()


def tell(places: Places, wish: Wish) -> bool:
    """Tell the window that runs what is wanted; False when none runs. Needs no application."""
    socket = QLocalSocket()
    socket.connectToServer(_name(places))
    if not socket.waitForConnected(_WAIT_MS):
        return False
    socket.write(json.dumps(asdict(wish)).encode() + b"\n")
    return socket.waitForBytesWritten(_WAIT_MS) and socket.waitForReadyRead(_WAIT_MS)


def _name(places: Places) -> str:
    # The data folder's own path may be longer than a socket's name can be.
    return f"hunch-{hashlib.sha256(os.fsencode(places.data)).hexdigest()[:24]}"


def _wish(line: bytes) -> Wish | None:
    try:
        match json.loads(line):
            case {"do": "show" | "toggle" | "hide" as do, "token": str(token)}:
                return Wish(do, token)
    except ValueError:
        pass
    return None
