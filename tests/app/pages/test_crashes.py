"""Faults of the window: kept, told, and without a word of the person's."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import textwrap
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qWarning
from pytestqt.qtbot import QtBot

from app.crashes import Crashes, Report
from indexer.errors import KnownError
from indexer.runtime import Places

ROOT = Path(__file__).resolve().parents[3]
SECRET = "boiler-lease-of-aunt-mia"

START = """
    import sys
    from pathlib import Path
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit
    from app.bridge import Bridge
    from app.crashes import Crashes
    from app.crash_dialog import CrashDialog, show_crashes
    from app.theme import Theme
    from indexer.runtime import Places, start_logging
    from tests.helpers.fake_engine import FakeConnection, FakeEngine

    app = QApplication([])
    Theme.install(app, mode="light")
    places = Places(Path(sys.argv[1]))
    places.create()
    start_logging(places)
    crashes = Crashes(places)
    bridge = Bridge(FakeConnection(FakeEngine()))
    show_crashes(crashes, bridge)
    if crashes.earlier:
        print("EARLIER", crashes.earlier.text)
"""


def run(places: Places, script: str) -> subprocess.CompletedProcess[str]:
    """The window's process as far as it matters here."""
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(START) + textwrap.dedent(script), str(places.data)], cwd=ROOT, text=True,
        capture_output=True, timeout=60, check=False, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )


def everything_written(places: Places) -> str:
    """All that is in the data folder."""
    return "\n".join(path.read_text("utf-8", "replace") for path in places.data.rglob("*") if path.is_file())


@pytest.fixture
def crashes(places: Places, qtbot: QtBot) -> Iterator[Crashes]:
    crashes = Crashes(places)
    yield crashes
    crashes.close()


def fail(error: BaseException) -> None:
    """Let the hook of the main thread see ``error``, as if nobody had caught it."""
    try:
        raise error
    except BaseException as caught:
        sys.excepthook(type(caught), caught, caught.__traceback__)


def test_a_secret_in_an_exception_is_nowhere(places: Places) -> None:
    done = run(places, f"""
        def fail():
            secret = "{SECRET}"
            try:
                open("/home/mia/" + secret)
            except OSError as error:
                raise ValueError(secret) from error

        def look():
            for dialog in app.topLevelWidgets():
                if isinstance(dialog, CrashDialog):
                    print("DIALOG", *(label.text() for label in dialog.findChildren(QLabel)))
                    print(dialog.findChild(QPlainTextEdit).toPlainText())
            app.exit(7)

        QTimer.singleShot(0, fail)
        QTimer.singleShot(300, look)
        code = app.exec()
        bridge.close()
        crashes.close()
        sys.exit(code)
    """)
    assert done.returncode == 7, done.stderr
    assert "DIALOG" in done.stdout
    assert "Uncaught on the main thread: ValueError" in done.stdout
    assert "after FileNotFoundError" in done.stdout
    kept = everything_written(places)
    assert "ValueError" in kept
    assert "Python:" in kept
    assert SECRET not in done.stdout + done.stderr + kept
    assert "/home/mia" not in done.stdout + done.stderr + kept


@pytest.mark.parametrize("death", ["import ctypes; ctypes.string_at(0)", "import os; os.abort()"])
def test_a_crash_of_a_library_is_told_at_the_next_start(places: Places, death: str) -> None:
    died = run(places, f"secret = '{SECRET}'\n{death}")
    assert died.returncode != 0
    after = run(places, "bridge.close(); crashes.close()")
    assert "EARLIER The last run ended: Fatal Python error" in after.stdout, after.stderr
    assert "Python:" in after.stdout
    assert "Fatal Python error" in (places.logs / "crashes.log").read_text("utf-8")
    assert SECRET not in after.stdout + everything_written(places)
    assert "EARLIER" not in run(places, "bridge.close(); crashes.close()").stdout


def test_a_window_that_ends_as_it_should_leaves_nothing(places: Places) -> None:
    run(places, "bridge.close(); crashes.close()")
    assert not list(places.logs.glob("crash*"))


def test_places_in_our_code_are_named(crashes: Crashes, qtbot: QtBot) -> None:
    with qtbot.waitSignal(crashes.crashed) as told:
        try:
            Places.find(object())  # type: ignore[arg-type]
        except TypeError as error:
            sys.excepthook(type(error), error, error.__traceback__)
    report: Report = told.args[0]
    assert "TypeError\n  indexer/runtime.py:" in report.text
    assert "in Places.find" in report.text
    assert str(ROOT) not in report.text


def test_a_known_error_gives_its_code_and_neither_path_nor_reason(crashes: Crashes, qtbot: QtBot) -> None:
    with qtbot.waitSignal(crashes.crashed) as told:
        fail(KnownError("bad_query", f"{SECRET} cannot be used.", f"/home/{SECRET}"))
    assert "bad_query: The question cannot be used" in told.args[0].text
    assert SECRET not in told.args[0].text


def test_only_the_first_is_shown_and_each_is_kept_once(crashes: Crashes, qtbot: QtBot) -> None:
    shown: list[Report] = []
    crashes.crashed.connect(shown.append)
    for _ in range(3):
        fail(ValueError("a"))
        fail(TypeError("b"))
    kept = crashes.log_path.read_text("utf-8")
    assert len(shown) == 1
    assert kept.count("ValueError") == 1
    assert kept.count("TypeError") == 1


def test_a_thread_that_fails_is_told_too(crashes: Crashes, qtbot: QtBot) -> None:
    def work() -> None:
        raise ValueError(SECRET)

    with qtbot.waitSignal(crashes.crashed) as told:
        thread = threading.Thread(target=work, name="hunch-test")
        thread.start()
        thread.join()
    assert "Uncaught in thread hunch-test: ValueError" in told.args[0].text
    assert SECRET not in crashes.log_path.read_text("utf-8")


def test_what_cannot_be_raised_is_kept_but_not_shown(crashes: Crashes, qtbot: QtBot) -> None:
    class Late:
        def __del__(self) -> None:
            raise ValueError(SECRET)

    shown: list[Report] = []
    crashes.crashed.connect(shown.append)
    late = Late()
    del late
    assert "Ignored: ValueError" in crashes.log_path.read_text("utf-8")
    assert shown == []


def test_the_log_does_not_grow_without_end(crashes: Crashes, qtbot: QtBot) -> None:
    crashes.log_path.write_text("x" * 300_000, encoding="utf-8")
    fail(ValueError("a"))
    assert crashes.log_path.stat().st_size < 10_000
    assert crashes.log_path.with_suffix(".log.1").stat().st_size == 300_000


@pytest.mark.skipif(os.name == "nt", reason="modes are POSIX")
def test_only_the_owner_may_read_the_log(crashes: Crashes, qtbot: QtBot) -> None:
    fail(ValueError("a"))
    assert crashes.log_path.stat().st_mode & 0o077 == 0


def test_a_log_that_cannot_be_written_is_no_new_fault(crashes: Crashes, qtbot: QtBot) -> None:
    crashes.log_path.mkdir()
    with qtbot.waitSignal(crashes.crashed):
        fail(ValueError("a"))


@pytest.mark.parametrize("message", [
    f"cannot read /home/{SECRET}/a.pdf", f"can't open file '{SECRET}'", f'no "{SECRET}"\nand "{SECRET}"',
    rf"C:\{SECRET}\a.pdf is gone", f"cannot read /home/mia/My Documents/the {SECRET}.pdf",
])
def test_what_qt_says_is_logged_without_what_it_quotes(
    crashes: Crashes, qtbot: QtBot, caplog: pytest.LogCaptureFixture, message: str
) -> None:
    with caplog.at_level(logging.WARNING, logger="qt"):
        qWarning(message)
    [record] = [one for one in caplog.records if one.name == "qt"]
    assert "…" in record.getMessage()
    assert SECRET not in record.getMessage()
