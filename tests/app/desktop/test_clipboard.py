from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
PROGRAM = """
import os
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard, QGuiApplication
from app.desktop.clipboard import leave_as_text
app = QGuiApplication([])
for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
    data = QMimeData()
    data.setText("what was copied")
    data.setUrls(["file:///home/mia/lease.pdf"])
    app.clipboard().setMimeData(data, mode)
{leave}
print(app.clipboard().text(), flush=True)
"""


def end(leave: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", PROGRAM.format(leave=leave)], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_a_window_ends_in_peace_with_what_was_copied_in_it() -> None:
    done = end("leave_as_text()")
    assert (done.returncode, done.stdout) == (0, "what was copied\n"), done.stderr


def test_without_it_the_process_dies() -> None:
    if end("").returncode == 0:
        pytest.fail("leave_as_text is no longer needed")
