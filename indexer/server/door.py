"""The address clients come to. Never a network one: a file-like socket, on Windows a named pipe."""

from __future__ import annotations

import contextlib
import hashlib
import os
import socket
import stat
import sys
import tempfile
from collections.abc import Iterator
from multiprocessing.connection import Client, Connection, Listener, wait
from pathlib import Path

from indexer.errors import KnownError
from indexer.protocol.wire import FAMILY, Stream
from indexer.runtime import Places

_ADDRESS_BYTES = 100
_BACKLOG = 64

if sys.platform == "win32":

    class Door:
        """Opened by the holder of the writer lock only, so that an address in use is a stale one."""

        def __init__(self, places: Places) -> None:
            self.address = rf"\\.\pipe\hunch-{_short(places)}-{os.getpid()}"
            self._listener = Listener(self.address, FAMILY, _BACKLOG)
            self._closed = False

        def accept(self) -> Stream | None:
            """The next client, not yet known to be one of ours; None once closed. Raises OSError."""
            connection = self._listener.accept()
            if self._closed:
                connection.close()
                return None
            return connection

        def close(self) -> None:
            """Wake ``accept``. ``remove`` is still due."""
            self._closed = True
            with contextlib.suppress(OSError):
                Client(self.address, FAMILY).close()

        def remove(self) -> None:
            self._listener.close()
else:

    class Door:
        """Opened by the holder of the writer lock only, so that an address in use is a stale one."""

        def __init__(self, places: Places) -> None:
            self._socket, self.address = _listening(places)
            self._wake, self._alarm = socket.socketpair()

        def accept(self) -> Stream | None:
            """The next client, not yet known to be one of ours; None once closed. Raises OSError."""
            while True:
                if self._wake in wait([self._socket, self._wake]):
                    return None
                with contextlib.suppress(BlockingIOError):
                    client, _ = self._socket.accept()
                    client.setblocking(True)
                    return Connection(client.detach())

        def close(self) -> None:
            """Wake ``accept``. ``remove`` is still due."""
            with contextlib.suppress(OSError):
                self._alarm.send(b"\0")

        def remove(self) -> None:
            """Give the address back. Nobody may be in ``accept``."""
            for one in (self._socket, self._wake, self._alarm):
                one.close()
            with contextlib.suppress(OSError):
                Path(self.address).unlink()

    def _listening(places: Places) -> tuple[socket.socket, str]:
        failure: OSError | None = None
        for address in _addresses(places):
            listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            try:
                Path(address).unlink(missing_ok=True)
                listener.bind(address)
                Path(address).chmod(0o600)
                listener.listen(_BACKLOG)
                listener.setblocking(False)
            except OSError as error:
                # Not every file system can hold a socket.
                listener.close()
                failure = error
            else:
                return listener, address
        raise KnownError("read_only", f"No local socket can be made ({failure}).", str(places.data)) from failure

    def _addresses(places: Places) -> Iterator[str]:
        inside = str(places.data / "engine.sock")
        if len(os.fsencode(inside)) <= _ADDRESS_BYTES:
            yield inside
        yield str(_own_folder() / f"{_short(places)}.sock")

    def _own_folder() -> Path:
        """A folder for short addresses that nobody else can enter. Raises KnownError read_only."""
        runtime = os.environ.get("XDG_RUNTIME_DIR", "")
        base = Path(runtime) if runtime and os.access(runtime, os.W_OK) else Path(tempfile.gettempdir())
        folder = base / f"hunch-{os.geteuid()}"
        with contextlib.suppress(FileExistsError):
            folder.mkdir(0o700)
        found = folder.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid() or stat.S_IMODE(found.st_mode) != 0o700:
            raise KnownError("read_only", "It is not a folder of your own; delete it, or shorten the path of the data "
                             "folder.", str(folder))
        return folder


def _short(places: Places) -> str:
    return hashlib.sha256(os.fsencode(places.data)).hexdigest()[:16]
