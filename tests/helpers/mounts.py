"""File systems of a test's own, where the system lets us mount them."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def mounted(at: Path, *arguments: str) -> Iterator[Path]:
    """Mount at the folder ``at``, made if need be, for as long as the block lasts."""
    at.mkdir(exist_ok=True)
    subprocess.run(["mount", *arguments, str(at)], check=True, capture_output=True)
    try:
        yield at
    finally:
        unmount(at)


def remount(at: Path, options: str) -> None:
    """Change the options of what is mounted at ``at``."""
    subprocess.run(["mount", "-o", f"remount,{options}", str(at)], check=True, capture_output=True)


def unmount(at: Path) -> None:
    """Nothing happens when nothing is mounted there."""
    if at.is_mount():
        subprocess.run(["umount", str(at)], check=True, capture_output=True)


def _can_mount() -> bool:
    if sys.platform != "linux" or os.geteuid() != 0:
        return False
    with tempfile.TemporaryDirectory() as folder:
        try:
            with mounted(Path(folder), "-t", "tmpfs", "none"):
                return True
        except (OSError, subprocess.CalledProcessError):
            return False


needs_mounts = pytest.mark.skipif(not _can_mount(), reason="mounting a file system needs root on Linux")
