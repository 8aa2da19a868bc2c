from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.single import Single
from app.wish import Wish, address, tell, token_of_start
from indexer.runtime import Places

OTHER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from app.single import Single
from app.wish import Wish, tell
from indexer.runtime import Places
app = QCoreApplication([])
places = Places(Path(sys.argv[1]))
single = Single(places)
assert single.acquire()
single.listen()
print("here", flush=True)
single.wished.connect(lambda wish: print(wish.do, wish.token, flush=True))
app.exec()
"""


@pytest.fixture
def other(places: Places) -> Iterator[subprocess.Popen[str]]:
    """A window of the same data folder in another process."""
    process = subprocess.Popen(
        [sys.executable, "-c", OTHER, str(places.data)], stdout=subprocess.PIPE, text=True,
        cwd=Path(__file__).parents[2],
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "here\n"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def test_a_second_start_tells_the_first(
    qapp: QApplication, places: Places, other: subprocess.Popen[str], qtbot: QtBot
) -> None:
    single = Single(places)
    assert not single.acquire()
    assert tell(places, Wish("toggle", "token-1"))
    assert other.stdout is not None
    assert other.stdout.readline() == "toggle token-1\n"


def test_after_a_kill_there_is_room_again(qapp: QApplication, places: Places, other: subprocess.Popen[str]) -> None:
    other.kill()
    other.wait()
    assert not tell(places, Wish())
    single = Single(places)
    assert single.acquire()
    single.close()


def test_a_kill_leaves_nothing_that_keeps_the_next_from_hearing(
    qapp: QApplication, places: Places, other: subprocess.Popen[str], qtbot: QtBot
) -> None:
    other.kill()
    other.wait()
    single = Single(places)
    assert single.acquire()
    single.listen()
    heard: list[object] = []
    single.wished.connect(heard.append)
    told: list[bool] = []
    thread = threading.Thread(target=lambda: told.append(tell(places, Wish("toggle"))))
    thread.start()
    qtbot.waitUntil(lambda: told == [True])
    assert heard == [Wish("toggle")]
    single.close()


def test_telling_loads_nothing_of_qt() -> None:
    code = "import sys, app.start; assert not [name for name in sys.modules if name.startswith('PySide6')]"
    subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[2], check=True)


def test_other_data_folders_have_windows_of_their_own(
    qapp: QApplication, places: Places, other: subprocess.Popen[str], tmp_path: Path
) -> None:
    beside = Places(tmp_path / "beside")
    beside.create()
    single = Single(beside)
    assert single.acquire()
    single.close()


@pytest.mark.parametrize("line", [b"\xff\n", b"{}\n", b'{"do": "delete", "token": ""}\n', b"[" * 70_000])
def test_garbage_is_no_wish(qapp: QApplication, places: Places, qtbot: QtBot, line: bytes) -> None:
    single = Single(places)
    assert single.acquire()
    single.listen()
    heard: list[object] = []
    single.wished.connect(heard.append)
    socket = QLocalSocket()
    socket.connectToServer(address(places))
    socket.write(line)
    qtbot.waitUntil(lambda: socket.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    assert heard == []
    single.close()


def test_the_token_of_the_desktop_counts_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "abc")
    assert token_of_start() == "abc"
    assert token_of_start() == ""
    assert "XDG_ACTIVATION_TOKEN" not in os.environ


def test_nobody_there_is_known_at_once(qapp: QApplication, places: Places) -> None:
    before = time.monotonic()
    assert not tell(places, Wish())
    assert time.monotonic() - before < 1
