from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from app.application import speak
app = QApplication([])
speak(app, sys.argv[1])
say = QCoreApplication.translate
print(say("StatusLine", "%Ln file(s)", "", 1), say("StatusLine", "%Ln file(s)", "", 1200), sep="|")
"""


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "1 file|1,200 files"), ("de", "1 Datei|1.200 Dateien"), ("zh_CN", "1 个文件|1,200 个文件"),
        # A language nobody has translated to yet is spoken in English.
        ("cy", "1 file|1,200 files"), ("C", "1 file|1200 files"),
    ],
)
def test_numbers_have_their_forms_in_every_language(language: str, said: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, language], cwd=ROOT, capture_output=True, encoding="utf-8", check=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    assert done.stdout.strip().replace("\u2009", "").replace("\u202f", "") == said
