"""The child's side of a conversation in frames: streams kept clean, the request loop, the report of a single job."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

from models.errors import ModelError
from models.frames import FrameError, Header, HeaderError, read_frame, write_frame

_PARENT_CHECK_SECONDS = 2.0


def serve(answer: Callable[[Header], tuple[Header, bytes]]) -> None:
    """``serve_payloads`` for requests that are headers alone."""
    serve_payloads(lambda header, _: answer(header))


def serve_payloads(answer: Callable[[Header, bytes], tuple[Header, bytes]]) -> None:
    """Answer requests, header and payload, until the parent closes our input.

    ``answer`` turns its own failures into ``{"error": ..}``.

    A frame whose header makes no sense is answered by an error and the conversation goes on; a stream that no longer
    holds frames is answered by an error and ends it.
    """
    source, sink = private_streams()
    while True:
        try:
            frame = read_frame(source)
        except HeaderError as error:
            write_frame(sink, error_header("model_failed", str(error)))
            continue
        except FrameError as error:
            write_frame(sink, error_header("model_failed", str(error)))
            return
        if frame is None:
            return
        write_frame(sink, *answer(*frame))


def report(sink: BinaryIO, job: Callable[[], dict[str, Any]]) -> int:
    """Run ``job`` and write its result, or its ModelError, as the last frame. Returns the exit code."""
    try:
        result = job()
    except ModelError as error:
        write_frame(sink, error_header(error.code, error.message))
        return 1
    write_frame(sink, {"ok": result})
    return 0


def error_header(code: str, message: str) -> Header:
    """The reply that tells of a failure."""
    return {"error": {"code": code, "message": message}}


def private_streams() -> tuple[BinaryIO, BinaryIO]:
    """(input, output) for frames alone; afterwards descriptor 0 is empty and descriptor 1 is stderr.

    Native libraries print where they like; one warning of theirs among the replies would end the conversation. From
    here on this process also ends when its parent does.
    """
    source = os.fdopen(os.dup(0), "rb")
    sink = os.fdopen(os.dup(1), "wb")
    with Path(os.devnull).open("rb") as nothing:
        os.dup2(nothing.fileno(), 0)
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    threading.Thread(target=_end_with_parent, args=(os.getppid(),), daemon=True).start()
    return source, sink


def _end_with_parent(parent: int) -> None:
    # A parent killed while we are busy never reads the answer; without this the work would go on as an orphan.
    while os.getppid() == parent:
        time.sleep(_PARENT_CHECK_SECONDS)
    os._exit(1)
