"""The watcher for this system."""

from __future__ import annotations

import sys
from collections.abc import Callable

from indexer.watch.watcher import Watcher

if sys.platform == "linux":
    from indexer.watch.inotify import InotifyWatcher as _SystemWatcher
else:
    from indexer.watch.native import NativeWatcher as _SystemWatcher


def open_watcher(wake: Callable[[], None]) -> Watcher:
    """A watcher that watches nothing yet.

    Args:
        wake: called from any thread whenever something is due earlier than ``due_in`` last said. It
            must neither wait, nor raise, nor call the watcher.
    """
    return _SystemWatcher(wake)
