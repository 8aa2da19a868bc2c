"""The window as a person uses it: a real display, window manager, keyboard, engine, model and library."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from tests.helpers.command import Hunch
from tests.helpers.window_probe import Probe, screen

LIBRARY = Path(__file__).parents[2] / "resources" / "library"
TOP = "window.centralWidget() and window._search._model.hits and window._search._model.hits[0].path"

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not all(map(shutil.which, ("Xvfb", "xdotool", "openbox"))),
    reason="needs Xvfb, xdotool and openbox",
)


class Desk:
    """A person at a screen: types, presses keys, looks."""

    def __init__(self, environment: dict[str, str], hunch: Hunch, opened: Path) -> None:
        self.environment = environment
        self.hunch = hunch
        self.opened = opened
        self.window = Probe(hunch.data_dir, environment)

    def type(self, text: str) -> None:
        subprocess.run(["xdotool", "type", "--delay", "20", text], env=self.environment, check=True)

    def press(self, *keys: str) -> None:
        subprocess.run(["xdotool", "key", "--delay", "30", *keys], env=self.environment, check=True)

    def ask_for(self, text: str) -> None:
        """Go to the field, and type something else."""
        self.window.until("window.isActiveWindow() or window.activateWindow()")
        self.press("ctrl+f")
        self.type(text)

    def toggle(self) -> None:
        subprocess.run(
            self.hunch.arguments("toggle"), env=self.environment, check=True, timeout=30, stdin=subprocess.DEVNULL
        )

    def opened_file(self) -> str:
        """What the person's program was given."""
        end = time.monotonic() + 30
        while not self.opened.exists() or not self.opened.read_text():
            assert time.monotonic() < end, "nothing was opened"
            time.sleep(0.05)
        return self.opened.read_text().strip()


@pytest.fixture
def desk(hunch: Hunch, tmp_path: Path) -> Iterator[Desk]:
    library = tmp_path / "library"
    shutil.copytree(LIBRARY, library)
    hunch.run("index", library)
    programs = tmp_path / "programs"
    programs.mkdir()
    opened = tmp_path / "opened"
    for name, script in (("xdg-open", f'printf "%s\\n" "$1" > {opened}'), ("xdg-mime", "exit 0")):
        (programs / name).write_text(f"#!/bin/sh\n{script}\n")
        (programs / name).chmod(0o755)
    with screen(92) as environment:
        environment["PATH"] = f"{programs}:{environment['PATH']}"
        environment["HOME"] = str(tmp_path)
        environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
        desk = Desk(environment, hunch, opened)
        try:
            desk.window.until("window is not None and window.isVisible()")
            desk.window.until("window._bridge.link.state == 'connected' and bool(window._bridge.status)")
            yield desk
        finally:
            desk.window.close()


def test_a_person_finds_previews_and_opens(desk: Desk) -> None:
    desk.ask_for("what was wrong with the roof above the bedroom")
    desk.window.until(TOP, lambda top: str(top).endswith("damp-bedroom-wall.eml"))
    # Another question instead: what was typed is selected and replaced.
    desk.ask_for("total due 318.50")
    desk.window.until(TOP, lambda top: str(top).endswith("INV-2024-0417.pdf"))
    assert json.loads(json.dumps(desk.window.ask("window._search._model.hits[0].locator['page']"))) == 1
    desk.window.until("window._search._preview.passage and window._search._preview.passage.locator['page'] == 1")
    desk.press("Return")
    assert desk.opened_file().endswith("INV-2024-0417.pdf")


def test_the_quick_search_comes_and_goes(desk: Desk) -> None:
    desk.toggle()
    desk.window.until("popup.isVisible() and popup.isActiveWindow()")
    desk.type("boiler lease")
    desk.window.until("bool(popup._model.hits)")
    desk.press("Escape")
    desk.window.until("not popup.isVisible()")
    desk.toggle()
    desk.window.until("popup.isVisible()")
    desk.toggle()
    desk.window.until("not popup.isVisible()")


def test_the_window_survives_its_engine(desk: Desk) -> None:
    desk.ask_for("boiler")
    desk.window.until(TOP)
    pid = desk.window.ask("window._bridge.status['engine']['pid']")
    psutil.Process(pid).send_signal(signal.SIGKILL)
    desk.window.until("window._bridge.link.state != 'connected'")
    desk.ask_for("total due 318.50")
    desk.window.until(
        "window._bridge.link.state == 'connected' and window._bridge.status['engine']['pid']",
        lambda now: bool(now) and now != pid,
    )
    desk.window.until(TOP, lambda top: str(top).endswith("INV-2024-0417.pdf"))


def test_closing_without_a_tray_ends_the_program(desk: Desk) -> None:
    desk.window.ask("window.activateWindow()")
    desk.press("ctrl+q")
    assert desk.window.process.wait(20) == 0
