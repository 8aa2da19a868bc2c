"""An HTTP server on this machine that stands in for the model hub, with the faults a real connection has."""

from __future__ import annotations

import hashlib
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Hub:
    """``files``: "owner/name/file" -> bytes. The lists record what was asked and say what goes wrong next.

    Attributes:
        cuts: for each coming GET, the bytes to send before the connection is cut.
        refusals: for each coming GET after the cuts, a status to answer with.
        announced_size: Content-Length of every HEAD instead of the true one.
        ranges: the Range header of every GET so far, "" without one.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    cuts: list[int] = field(default_factory=list)
    refusals: list[int] = field(default_factory=list)
    announced_size: int | None = None
    ranges: list[str] = field(default_factory=list)
    endpoint: str = ""

    def serve(self) -> ThreadingHTTPServer:
        """Start answering on a free port of the loopback interface; the caller shuts the server down."""
        server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        server.daemon_threads = True
        self.endpoint = f"http://127.0.0.1:{server.server_address[1]}"
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        return server


def _handler(hub: Hub) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            data = self._data()
            if data is not None:
                self._head(200, data, len(data) if hub.announced_size is None else hub.announced_size)

        def do_GET(self) -> None:
            wanted = self.headers.get("Range", "")
            hub.ranges.append(wanted)
            data = self._data()
            if data is None:
                return
            if hub.refusals and not hub.cuts:
                self._plain(hub.refusals.pop(0))
                return
            start = int(wanted.removeprefix("bytes=").split("-")[0]) if wanted else 0
            extra = {"Content-Range": f"bytes {start}-{len(data) - 1}/{len(data)}"} if wanted else {}
            self._head(206 if wanted else 200, data, len(data) - start, extra)
            if hub.cuts:
                self.wfile.write(data[start : start + hub.cuts.pop(0)])
                self.wfile.flush()
                self.close_connection = True
            else:
                self.wfile.write(data[start:])

        def _data(self) -> bytes | None:
            repository, _, file = self.path.strip("/").partition("/resolve/main/")
            data = hub.files.get(f"{repository}/{file}")
            if data is None:
                self._plain(404)
            return data

        def _plain(self, status: int) -> None:
            self.send_response(status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def _head(self, status: int, data: bytes, length: int, extra: dict[str, str] | None = None) -> None:
            self.send_response(status)
            self.send_header("ETag", f'"{hashlib.sha256(data).hexdigest()}"')
            self.send_header("X-Repo-Commit", "0" * 40)
            self.send_header("Accept-Ranges", "bytes")
            self.send_header("Content-Length", str(length))
            for name, value in (extra or {}).items():
                self.send_header(name, value)
            self.end_headers()

        def log_message(self, format: str, *args: Any) -> None:
            pass

    return Handler
