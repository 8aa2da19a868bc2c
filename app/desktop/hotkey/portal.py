"""The key on Wayland: the desktop's GlobalShortcuts portal (org.freedesktop.portal.GlobalShortcuts).

The desktop asks the person, and decides which keys it is; the ones we wish for are a proposal.
"""

from __future__ import annotations

import itertools
import logging
import os
import threading
from typing import Any

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from app.desktop.hotkey.base import Hotkey, parts

log = logging.getLogger(__name__)

_BUS = "org.freedesktop.portal.Desktop"
_PATH = "/org/freedesktop/portal/desktop"
_SHORTCUTS = "org.freedesktop.portal.GlobalShortcuts"
_REQUEST = "org.freedesktop.portal.Request"
_NAME = "quick-search"
_MODIFIERS = {"Ctrl": "CTRL", "Alt": "ALT", "Shift": "SHIFT", "Meta": "LOGO"}
_ANSWER_S = 10.0
# A person may take their time over the desktop's question.
_PERSON_S = 600.0


class PortalHotkey(Hotkey):
    """Main thread only; what the desktop says is heard in a thread of its own."""

    _said = Signal(str, str)
    _hit = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session: _Session | None = None
        self._said.connect(self._heard, Qt.ConnectionType.QueuedConnection)
        self._hit.connect(self.pressed, Qt.ConnectionType.QueuedConnection)

    def set_keys(self, keys: str) -> None:
        """Propose these keys to the desktop."""
        self.close()
        self.keys = keys
        if not keys:
            self._show("off")
            return
        self._show("asking")
        title = QCoreApplication.translate("Words", "Show or hide the quick search")
        self._session = _Session(_trigger(keys), title, self._said.emit, self._hit.emit)

    def close(self) -> None:
        """Let go of the keys."""
        if self._session is not None:
            self._session.close()
            self._session = None

    def _heard(self, state: str, shown: str) -> None:
        if self.state != "off":
            self._show("works" if state == "works" else "impossible", shown)


class _Session:
    """One conversation with the portal, over a connection of its own.

    Args:
        said: takes the state (works, impossible) and how the desktop shows the keys.
        hit: takes the activation token.
    """

    def __init__(self, trigger: str, title: str, said: Any, hit: Any) -> None:
        self._trigger = trigger
        self._title = title
        self._said = said
        self._hit = hit
        self._tokens = (f"hunch{os.getpid()}_{number}" for number in itertools.count())
        self._closing = False
        self._bus: DBusConnection | None = None
        threading.Thread(target=self._run, name="hunch-portal", daemon=True).start()

    def close(self) -> None:
        """End it; the desktop forgets the keys with the connection."""
        self._closing = True
        if self._bus is not None:
            self._bus.close()

    def _run(self) -> None:
        try:
            self._bus = open_dbus_connection()
            shown = self._bind(self._bus)
            if shown is None:
                self._said("impossible", "")
                return
            self._said("works", shown)
            self._listen(self._bus)
        except Exception as error:
            # No bus, no portal, a portal without this interface, or a connection that ended.
            if not self._closing:
                log.info("no shortcut through the desktop: %s", type(error).__name__)
                self._said("impossible", "")

    def _bind(self, bus: DBusConnection) -> str | None:
        """How the desktop shows the keys; None when the person or the desktop said no."""
        for rule in (
            MatchRule(type="signal", interface=_REQUEST), MatchRule(type="signal", interface=_SHORTCUTS),
        ):
            bus.send_and_get_reply(message_bus.AddMatch(rule), timeout=_ANSWER_S)
        session = self._ask(bus, "CreateSession", "a{sv}", lambda token: (
            {"handle_token": ("s", token), "session_handle_token": ("s", next(self._tokens))},
        ), _ANSWER_S)
        if session is None:
            return None
        handle = session["session_handle"][1]
        wish = {"description": ("s", self._title), "preferred_trigger": ("s", self._trigger)}
        bound = self._ask(bus, "BindShortcuts", "oa(sa{sv})sa{sv}", lambda token: (
            handle, [(_NAME, wish)], "", {"handle_token": ("s", token)},
        ), _PERSON_S)
        if bound is None:
            return None
        rows = bound.get("shortcuts", ("", []))[1]
        ours = (facts.get("trigger_description", ("s", "")) for name, facts in rows if name == _NAME)
        return next((str(shown) for _, shown in ours), None)

    def _ask(
        self, bus: DBusConnection, method: str, signature: str, body: Any, seconds: float
    ) -> dict[str, Any] | None:
        """What a request came to, None when it was refused; its answer is a signal of an object of its own."""
        token = next(self._tokens)
        address = DBusAddress(_PATH, bus_name=_BUS, interface=_SHORTCUTS)
        sender = str(bus.unique_name).lstrip(":").replace(".", "_")
        path = f"/org/freedesktop/portal/desktop/request/{sender}/{token}"
        rule = MatchRule(type="signal", interface=_REQUEST, member="Response", path=path)
        with bus.filter(rule) as answers:
            reply = bus.send_and_get_reply(new_method_call(address, method, signature, body(token)), timeout=_ANSWER_S)
            if reply.header.message_type is not MessageType.method_return:
                return None
            code, results = bus.recv_until_filtered(answers, timeout=seconds).body
        return dict(results) if code == 0 else None

    def _listen(self, bus: DBusConnection) -> None:
        while not self._closing:
            message = bus.receive()
            if _is_press(message):
                facts = message.body[3]
                self._hit(str(facts.get("activation_token", ("s", ""))[1]))


def _is_press(message: Message) -> bool:
    fields = message.header.fields
    return (
        message.header.message_type is MessageType.signal
        and fields.get(HeaderFields.interface) == _SHORTCUTS
        and fields.get(HeaderFields.member) == "Activated"
        and message.body[1] == _NAME
    )


def _trigger(keys: str) -> str:
    """``Ctrl+Alt+Space`` as the shortcuts specification of freedesktop.org writes it: CTRL+ALT+space."""
    found = parts(keys)
    if found is None:
        return ""
    held, key = found
    names = [name for modifier, name in _MODIFIERS.items() if modifier in held]
    return "+".join([*names, key.lower() if key == "Space" or len(key) == 1 else key])
