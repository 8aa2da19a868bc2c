from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.window_probe import screen

ROOT = Path(__file__).parents[3]
PROGRAM = """
import sys
from PySide6.QtWidgets import QApplication
from app.desktop.hotkey.x11 import X11Hotkey
app = QApplication([])
hotkey = X11Hotkey()
hotkey.pressed.connect(lambda token: print("pressed", flush=True))
for keys in sys.argv[1:]:
    hotkey.set_keys(keys)
    print(hotkey.state, flush=True)
app.exec()
"""

pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, ("Xvfb", "xdotool", "openbox"))), reason="needs Xvfb, xdotool and openbox"
)


@pytest.fixture(scope="module")
def environment() -> Iterator[dict[str, str]]:
    with screen(91) as environment:
        yield environment


class Program:
    def __init__(self, environment: dict[str, str], *keys: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, *keys], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
        )

    def says(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def end(self) -> None:
        self.process.kill()
        self.process.communicate()


def press(environment: dict[str, str], *keys: str) -> None:
    subprocess.run(["xdotool", "key", *keys], env=environment, check=True)


def test_the_key_works_whatever_locks_are_on(environment: dict[str, str]) -> None:
    program = Program(environment, "Ctrl+Alt+Space")
    try:
        assert program.says() == "works"
        press(environment, "ctrl+alt+space")
        assert program.says() == "pressed"
        for lock in ("Num_Lock", "Caps_Lock"):
            press(environment, lock)
            press(environment, "ctrl+alt+space")
            assert program.says() == "pressed"
            press(environment, lock)
    finally:
        program.end()


def test_a_key_another_program_has_is_taken_until_it_lets_go(environment: dict[str, str]) -> None:
    first = Program(environment, "Ctrl+Alt+J")
    try:
        assert first.says() == "works"
        second = Program(environment, "Ctrl+Alt+J", "Ctrl+Alt+K", "")
        try:
            assert [second.says() for _ in range(3)] == ["taken", "works", "off"]
        finally:
            second.end()
    finally:
        first.end()
    third = Program(environment, "Ctrl+Alt+J")
    try:
        assert third.says() == "works"
    finally:
        third.end()


def test_a_key_this_keyboard_does_not_have(environment: dict[str, str]) -> None:
    program = Program(environment, "Ctrl+Launch (9)")
    try:
        assert program.says() in ("unknown_key", "taken")
    finally:
        program.end()
