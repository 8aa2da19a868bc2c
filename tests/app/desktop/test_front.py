from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.window_probe import screen

ROOT = Path(__file__).parents[3]
# A window that another program's window covers, and that a key brings back.
BROUGHT = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from app.desktop.front import bring_to_front
from app.desktop.hotkey.x11 import X11Hotkey
from app.desktop.translucent import can_be_translucent
app = QApplication([])
app.setQuitOnLastWindowClosed(False)
hotkey, window = X11Hotkey(), QWidget()
hotkey.set_keys("Ctrl+Alt+Space")
hotkey.pressed.connect(lambda token: bring_to_front(window, hotkey, token))
app.focusWindowChanged.connect(lambda focus: print("front" if focus else "behind", flush=True))
print(hotkey.state, can_be_translucent(), flush=True)
app.exec()
"""
OTHER = """
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
window = QWidget()
app.focusWindowChanged.connect(lambda focus: print("front" if focus else "behind", flush=True))
window.show()
app.exec()
"""

pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, ("Xvfb", "xdotool", "openbox"))), reason="needs Xvfb, xdotool and openbox"
)


@pytest.fixture
def environment() -> Iterator[dict[str, str]]:
    with screen(93) as environment:
        yield environment


class Program:
    def __init__(self, environment: dict[str, str], code: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", code], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
        )

    def says(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def end(self) -> None:
        self.process.kill()
        self.process.communicate()


def test_a_window_comes_before_that_of_another_program(environment: dict[str, str]) -> None:
    programs = [Program(environment, BROUGHT)]
    brought = programs[0]
    try:
        # Nobody mixes windows on this screen.
        assert brought.says() == "works False"
        # The first time it is not there yet, the second time it is only covered.
        for _ in range(2):
            other = Program(environment, OTHER)
            programs.append(other)
            assert other.says() == "front"
            if len(programs) > 2:
                assert brought.says() == "behind"
            subprocess.run(["xdotool", "key", "ctrl+alt+space"], env=environment, check=True)
            assert brought.says() == "front"
            assert other.says() == "behind"
    finally:
        for program in programs:
            program.end()
