from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desktop.hotkey.portal import PortalHotkey, _trigger

PORTAL = '''
"""A portal that grants the keys unless its argument says no, and presses them once when told to on stdin."""
import sys, threading
from jeepney import DBusAddress, HeaderFields, MessageType, message_bus, new_method_return, new_signal
from jeepney.io.blocking import open_dbus_connection
answer = int(sys.argv[1])
bus = open_dbus_connection()
bus.send_and_get_reply(message_bus.RequestName("org.freedesktop.portal.Desktop"))
print("here", flush=True)
session = "/org/freedesktop/portal/desktop/session/1/1"
shortcuts = DBusAddress("/org/freedesktop/portal/desktop", interface="org.freedesktop.portal.GlobalShortcuts")
while True:
    call = bus.receive()
    if call.header.message_type is not MessageType.method_call:
        continue
    name, sender = call.header.fields[HeaderFields.member], call.header.fields[HeaderFields.sender]
    token = call.body[-1]["handle_token"][1]
    path = "/org/freedesktop/portal/desktop/request/" + sender.lstrip(":").replace(".", "_") + "/" + token
    bus.send(new_method_return(call, "o", (path,)))
    if name == "CreateSession":
        results = {"session_handle": ("s", session)}
    else:
        rows = [(one, {"trigger_description": ("s", facts["preferred_trigger"][1])}) for one, facts in call.body[1]]
        results = {"shortcuts": ("a(sa{sv})", rows)}
    request = DBusAddress(path, interface="org.freedesktop.portal.Request")
    bus.send(new_signal(request, "Response", "ua{sv}", (answer if name == "BindShortcuts" else 0, results)))
    if name == "BindShortcuts" and answer == 0:
        sys.stdin.readline()
        for one in ("another", "quick-search"):
            bus.send(new_signal(shortcuts, "Activated", "osta{sv}",
                                (session, one, 1, {"activation_token": ("s", "token of " + one)})))
'''


@pytest.fixture
def session_bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if shutil.which("dbus-daemon") is None:
        pytest.skip("dbus-daemon is not installed")
    address = f"unix:path={tmp_path / 'bus'}"
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address", f"--address={address}"], stdout=subprocess.PIPE
    )
    assert daemon.stdout is not None
    daemon.stdout.readline()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    yield
    daemon.kill()
    daemon.wait()
    daemon.stdout.close()


def portal(answer: int) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", PORTAL, str(answer)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        env=dict(os.environ),
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "here\n"
    return process


def end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.communicate()


def test_the_desktop_grants_the_keys_and_tells_of_them(qapp: QApplication, session_bus: None, qtbot: QtBot) -> None:
    process = portal(0)
    hotkey = PortalHotkey()
    heard: list[str] = []
    hotkey.pressed.connect(heard.append)
    hotkey.set_keys("Ctrl+Alt+Space")
    assert hotkey.state == "asking"
    qtbot.waitUntil(lambda: hotkey.state == "works")
    assert hotkey.shown == "CTRL+ALT+space"
    assert process.stdin is not None
    process.stdin.write("press\n")
    process.stdin.flush()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["token of quick-search"]
    hotkey.close()
    end(process)


def test_the_person_says_no(qapp: QApplication, session_bus: None, qtbot: QtBot) -> None:
    process = portal(1)
    hotkey = PortalHotkey()
    hotkey.set_keys("Ctrl+Alt+Space")
    qtbot.waitUntil(lambda: hotkey.state == "impossible")
    hotkey.close()
    end(process)


def test_a_desktop_without_a_portal(qapp: QApplication, session_bus: None, qtbot: QtBot) -> None:
    hotkey = PortalHotkey()
    hotkey.set_keys("Ctrl+Alt+Space")
    qtbot.waitUntil(lambda: hotkey.state == "impossible")
    hotkey.set_keys("")
    assert hotkey.state == "off"


@pytest.mark.parametrize(
    ("keys", "trigger"), [("Ctrl+Alt+Space", "CTRL+ALT+space"), ("Meta+K", "LOGO+k"), ("Shift+F12", "SHIFT+F12")]
)
def test_keys_as_the_specification_writes_them(qapp: QApplication, keys: str, trigger: str) -> None:
    assert _trigger(keys) == trigger
