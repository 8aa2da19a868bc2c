"""The downloading child, the only networking there is: one file from the hub, resumed where an earlier try stopped.

``python -m models.fetch --repository OWNER/NAME --file NAME --folder FOLDER [--sha256 HEX] [--room N]`` leaves the file
as ``FOLDER/NAME`` once it is whole and its hash holds, and reports ``{"file"}``. Nothing is asked for that would leave
less room on the disk than ``N`` times the file. Without ``--sha256`` the hash announced by the hub is held against the
file, where there is one. ``HF_ENDPOINT``, proxies and certificates are
huggingface_hub's business. No access token is sent.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import shutil
import sys
import time
from pathlib import Path
from typing import Any, BinaryIO

from models.errors import ModelError
from models.frames import write_frame
from models.serve import private_streams, report

SPARE_BYTES = 64 * 1024 * 1024
"""Left free on the disk after the download."""

CHUNK_BYTES = 128 * 1024

_SECONDS_BETWEEN_REPORTS = 0.1
_SHA256 = re.compile(r"[0-9a-f]{64}")


class _Counted:
    """The file being written, which reports how far it has come."""

    def __init__(self, file: BinaryIO, replies: BinaryIO, total: int) -> None:
        self._file, self._replies, self._total = file, replies, total
        self._next_report = 0.0

    def write(self, data: bytes) -> int:
        count = self._file.write(data)
        done, now = self._file.tell(), time.monotonic()
        if now >= self._next_report or done == self._total:
            self._next_report = now + _SECONDS_BETWEEN_REPORTS
            write_frame(self._replies, {"progress": [done, self._total]})
        return count

    def tell(self) -> int:
        return self._file.tell()

    def seek(self, position: int) -> int:
        return self._file.seek(position)

    def truncate(self) -> int:
        return self._file.truncate()


def main() -> int:
    """Exit code 0, or 1 with the reason as the last frame."""
    _, replies = private_streams()
    parser = argparse.ArgumentParser(prog="python -m models.fetch", description=__doc__)
    parser.add_argument("--repository", required=True)
    parser.add_argument("--file", required=True)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--sha256")
    parser.add_argument("--room", type=int, default=0, help="sizes of the file to be free on the disk afterwards")
    given = parser.parse_args()
    wanted = given.repository, given.file, given.folder, given.sha256, given.room
    return report(replies, lambda: _fetch(*wanted, replies))


def _fetch(
    repository: str, name: str, folder: Path, sha256: str | None, room: int, replies: BinaryIO
) -> dict[str, Any]:
    from huggingface_hub import constants, get_hf_file_metadata, hf_hub_url
    from huggingface_hub.file_download import http_get

    # what is on its way when a connection breaks is lost; the library's own 10 MB are much of a slow connection's day
    constants.DOWNLOAD_CHUNK_SIZE = CHUNK_BYTES
    where = f"{name} of {repository}"
    try:
        found = get_hf_file_metadata(hf_hub_url(repository, name), token=False)
    except Exception as error:  # the HTTP library and its exceptions differ between releases of huggingface_hub
        raise _download_error(where, error) from error
    if found.size is None:
        raise ModelError("download_failed", f"The hub does not say how large {where} is. Import the file instead.")
    key = re.sub(r"[^0-9A-Za-z]", "", found.etag or "")[:64]
    target = folder / name
    partial = folder / f"{name}.{key}.partial"
    folder.mkdir(parents=True, exist_ok=True)
    have = partial.stat().st_size if partial.exists() else 0
    free = shutil.disk_usage(folder).free
    needed = found.size - have + room * found.size + SPARE_BYTES
    if needed > free:
        raise ModelError(
            "disk_full",
            f"{where} needs {_megabytes(needed)} MB until it is installed, but {folder} has only "
            f"{_megabytes(free)} MB free. Make room, or choose another data folder.",
        )
    try:
        with partial.open("ab") as stream:
            http_get(found.location, _Counted(stream, replies, found.size), resume_size=have,  # type: ignore[arg-type]
                     expected_size=found.size)
    except Exception as error:  # as above
        raise _download_error(where, error) from error
    expected = sha256 or (found.etag if found.etag and _SHA256.fullmatch(found.etag) else None)
    with partial.open("rb") as stream:
        arrived = hashlib.file_digest(stream, "sha256").hexdigest()
    if expected not in (None, arrived):
        partial.unlink()
        raise ModelError(
            "model_mismatch",
            f"{where} arrived, but it is not the expected file (sha256 {arrived[:12]} instead of {expected[:12]}), so "
            "it was removed. Try again later, or import the model from a file you trust.",
        )
    partial.replace(target)
    return {"file": str(target)}


def _download_error(where: str, error: Exception) -> ModelError:
    response = getattr(error, "response", None)
    status = getattr(response, "status_code", None)
    if status in (401, 403, 404):
        reason = f"the server does not offer it (HTTP {status})"
    elif status is not None:
        reason = f"the server answered with HTTP {status}"
    else:
        reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
    return ModelError(
        "download_failed",
        f"{where} could not be downloaded: {reason}. Check the connection and try again; what has arrived is kept. "
        "Without a connection, import the model from a file.",
    )


def _megabytes(size: int) -> int:
    return -(-size // 1_000_000)


if __name__ == "__main__":
    sys.exit(main())
