"""One window for each data folder; it hears what other starts of Hunch are for."""

from __future__ import annotations

import json
import logging

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from app.wish import ANSWER, Wish, address
from indexer.runtime import Places

log = logging.getLogger(__name__)

_LONGEST = 64 * 1024


class Single(QObject):
    """Holds the place of the one window. Main thread only.

    Signals:
        wished: a ``Wish`` of another start.
    """

    wished = Signal(object)

    def __init__(self, places: Places, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._address = address(places)
        # A lock whose process is gone is taken over, whatever its age.
        self._lock = QLockFile(str(places.data / "window.lock"))
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def acquire(self) -> bool:
        """Become the one; False when another is. Needs no application."""
        return self._lock.tryLock(0)

    def listen(self) -> None:
        """Hear other starts from now on; once there is an application, for without one nothing would be heard."""
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._take)
        # Left by one that was killed.
        QLocalServer.removeServer(self._address)
        if not self._server.listen(self._address):
            log.warning("other starts are not heard: %s", self._server.serverError().name)

    def close(self) -> None:
        """Make room for another."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _take(self) -> None:
        while self._server is not None and (socket := self._server.nextPendingConnection()) is not None:
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
            socket.write(ANSWER)
            socket.flush()
            self.wished.emit(wish)
        socket.disconnectFromServer()


def _wish(line: bytes) -> Wish | None:
    try:
        match json.loads(line):
            case {"do": "show" | "toggle" | "hide" as do, "token": str(token)}:
                return Wish(do, token)
    except ValueError:
        pass
    return None
