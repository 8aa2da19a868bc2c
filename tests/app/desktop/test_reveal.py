from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
# The file manager and the one that asks it, on a bus of their own.
PROGRAM = """
import os, sys, threading
from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection, QDBusVirtualObject
from app.desktop.open import reveal
app = QCoreApplication([])

class Manager(QDBusVirtualObject):
    def introspect(self, path):
        return ""

    def handleMessage(self, message, connection):
        print(message.member(), message.signature(), message.arguments(), flush=True)
        connection.send(message.createReply([]))
        app.quit()
        return True

bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, "manager")
manager = Manager()
assert bus.registerService("org.freedesktop.FileManager1")
bus.registerVirtualObject("/", manager, QDBusConnection.VirtualObjectRegisterOption.SubPath)
threading.Thread(target=reveal, args=(sys.argv[1],)).start()
app.exec()
"""


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="needs a session bus")
def test_the_file_manager_is_asked_to_show_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a b ü#%.txt"
    path.write_text("")
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", PROGRAM, str(path)], cwd=ROOT, capture_output=True, text=True,
        timeout=60, check=False, env={**os.environ, "PATH": str(Path(sys.executable).parent) + ":/usr/bin:/bin"},
    )
    assert done.stdout.split("\n")[0] == f"ShowItems ass [['{path.as_uri()}'], '']", done.stderr
