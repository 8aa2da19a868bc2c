"""Low priority for processor and disk, so that whatever the person does goes first."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from pathlib import Path

import psutil

NICE = 19
_AUTOGROUP_TRIES = 3
# Linux takes one such change in a tenth of a second from those who are not root.
_AUTOGROUP_PAUSE_S = 0.11


def lower(pid: int | None = None) -> None:
    """Lowest processor and idle disk priority for a process, or for this one, and all it starts from now on.

    macOS has no disk priority for another process. A process that is gone, or is not ours, is left alone in silence.
    On Linux nobody but root can raise the priority again, and a thread started by a lowered one is lowered too.
    """
    with contextlib.suppress(psutil.Error, OSError):
        process = psutil.Process(pid)
        if sys.platform == "win32":
            process.nice(psutil.IDLE_PRIORITY_CLASS)
            process.ionice(psutil.IOPRIO_LOW)
        elif sys.platform == "linux":
            # There the number of a process means its first thread alone.
            for thread in process.threads():
                with contextlib.suppress(OSError):
                    os.setpriority(os.PRIO_PROCESS, thread.id, NICE)
            _lower_session(process.pid)
            process.ionice(psutil.IOPRIO_CLASS_IDLE)
        else:
            process.nice(NICE)


if sys.platform == "linux":

    def _lower_session(pid: int) -> None:
        """Lower the scheduler's group of a session ``pid`` leads.

        Where the kernel groups tasks by session, nice only counts inside one, and each of our children leads its own.
        """
        if os.getsid(pid) != pid:
            return
        for left in reversed(range(_AUTOGROUP_TRIES)):
            try:
                Path(f"/proc/{pid}/autogroup").write_text(str(NICE), encoding="ascii")
            except BlockingIOError:
                if left:
                    time.sleep(_AUTOGROUP_PAUSE_S)
            else:
                return
