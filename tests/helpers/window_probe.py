"""The real window with a line open to the test: ``python -m tests.helpers.window_probe DATA_DIR``.

Each line of stdin is a Python expression, evaluated on the main thread; its value comes back as one line of JSON.
``window`` and ``popup`` are the main window and the quick search.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


class Probe:
    """The test's end of the line."""

    def __init__(self, data_dir: Path, environment: dict[str, str]) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.helpers.window_probe", str(data_dir)], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment,
        )

    def ask(self, expression: str) -> Any:
        """The value of ``expression`` there; what it raised comes as a text that begins with !."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(expression + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        assert line, f"the window ended with {self.process.wait()}"
        return json.loads(line)

    def until(self, expression: str, wanted: Callable[[Any], bool] = bool, seconds: float = 60.0) -> Any:
        """Ask until the value is wanted."""
        end = time.monotonic() + seconds
        while not wanted(value := self.ask(expression)):
            assert time.monotonic() < end, f"{expression} is still {value!r}"
            time.sleep(0.05)
        return value

    def close(self) -> None:
        """End the window, whatever it does."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        for end in (self.process.stdin, self.process.stdout):
            assert end is not None
            end.close()


@contextmanager
def screen(number: int, size: str = "1400x900x24") -> Iterator[dict[str, str]]:
    """A display of its own with a window manager; yields the environment that leads there."""
    display = f":{number}"
    server = subprocess.Popen(
        ["Xvfb", display, "-screen", "0", size, "-nolisten", "tcp"], stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    environment.pop("WAYLAND_DISPLAY", None)
    manager: subprocess.Popen[bytes] | None = None
    try:
        end = time.monotonic() + 20
        while subprocess.run(
            ["xdotool", "getmouselocation"], env=environment, capture_output=True, check=False
        ).returncode:
            assert time.monotonic() < end, "Xvfb did not start"
            time.sleep(0.05)
        manager = subprocess.Popen(
            ["openbox"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        yield environment
    finally:
        for process in (manager, server):
            if process is not None:
                process.terminate()
                process.wait()


def main() -> int:
    """Start the window as ``hunch`` does."""
    from app.start import start

    threading.Thread(target=_listen, daemon=True).start()
    return start("show", sys.argv[1])


def _listen() -> None:
    from PySide6.QtCore import QObject, Qt, Signal
    from PySide6.QtWidgets import QApplication

    class Line(QObject):
        asked = Signal(str)

    while (app := QApplication.instance()) is None or not isinstance(app, QApplication) or not app.topLevelWidgets():
        time.sleep(0.01)
    line = Line()
    line.moveToThread(app.thread())
    line.asked.connect(_answer, Qt.ConnectionType.QueuedConnection)
    for text in sys.stdin:
        line.asked.emit(text.strip())


def _answer(expression: str) -> None:
    from PySide6.QtWidgets import QApplication

    widgets = {type(widget).__name__: widget for widget in QApplication.topLevelWidgets()}
    names = {"window": widgets.get("MainWindow"), "popup": widgets.get("QuickSearch"), "app": QApplication.instance()}
    try:
        value = eval(expression, names)
    except Exception as error:
        value = f"!{error!r}"
    print(json.dumps(value), flush=True)


if __name__ == "__main__":
    sys.exit(main())
