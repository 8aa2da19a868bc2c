"""Starting another program that outlives the window."""

from __future__ import annotations

import contextlib
import subprocess
import threading
from collections.abc import Sequence
from pathlib import Path

_FAILS_WITHIN_S = 2.0


def launch(command: Sequence[str]) -> None:
    """Start ``command``, never through a shell, and wait up to two seconds for it to fail. Any thread.

    Raises:
        OSError: it cannot be started, or it ended with a failure at once.
    """
    process = subprocess.Popen(
        command, cwd=Path.home(), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    with contextlib.suppress(subprocess.TimeoutExpired):
        if process.wait(_FAILS_WITHIN_S):
            raise OSError(None, f"{Path(command[0]).name} failed ({process.returncode})")
        return
    # Somebody has to take note of its end, which may be long after us.
    threading.Thread(target=process.wait, name="hunch-launched", daemon=True).start()
