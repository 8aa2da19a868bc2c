"""The parent's side of a job in a child process: native code and networking stay out of the caller's process.

The child writes ``{"progress": [done, total]}`` any number of times, then ``{"ok": {...}}`` or
``{"error": {"code", "message"}}``.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO, cast

from models.errors import ModelError
from models.frames import FrameError, read_frame

Progress = Callable[[int, int], None]
"""Called with bytes done and bytes in all."""

OFFLINE = {"HF_HUB_OFFLINE": "1"}

_PACKAGE_ROOT = str(Path(__file__).resolve().parent.parent)


def run_job(
    module: str, arguments: Sequence[str], *, progress: Progress | None = None, environment: Mapping[str, str] = OFFLINE
) -> dict[str, Any]:
    """Run ``python -m module arguments`` to its end and return what it reports as ``ok``.

    ``environment`` is added to that of this process. Raises the ModelError the child reports, or ``model_failed``
    when it ends without a report. The child never outlives this call.
    """
    path = os.pathsep.join(filter(None, (_PACKAGE_ROOT, os.environ.get("PYTHONPATH"))))
    with tempfile.TemporaryFile() as complaints:
        # a session of its own: Ctrl+C ends this call, which then ends the child
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", module, *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=complaints, env={**os.environ, "PYTHONPATH": path, **environment}, start_new_session=True,
        )
        replies = cast(BinaryIO, process.stdout)
        try:
            while (frame := read_frame(replies)) is not None:
                match frame[0]:
                    case {"ok": dict(result)}:
                        return result
                    case {"error": {"code": str(code), "message": str(message)}}:
                        raise ModelError(code, message)
                    case {"progress": [int(done), int(total)]}:
                        if progress is not None:
                            progress(done, total)
            raise ModelError("model_failed", f"{module} ended early (exit {process.wait()}). {_last_line(complaints)}")
        except FrameError as error:
            raise ModelError("model_failed", f"{module} broke off its report. {_last_line(complaints)}") from error
        finally:
            process.kill()
            process.wait()
            replies.close()


def _last_line(stream: BinaryIO) -> str:
    stream.seek(0)
    lines = stream.read().decode("utf-8", "replace").split("\n")
    return next((line.strip() for line in reversed(lines) if line.strip()), "It left no message.")
